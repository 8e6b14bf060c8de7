import type { Button, InputBlock, KnownBlock, ModalView, PlainTextOption } from '@slack/types';

import type { Sections } from '../../core/learning.ts';
import { inItsSentence, withoutNames } from '../../core/wording.ts';
import type { PhraseInSentence, NameNote, PhraseNote } from '../../core/wording.ts';
import { wordingForm as wordingFormId } from '../../platform/postgres/write-up-wording.ts';
import type { Noted } from '../../platform/postgres/write-up-wording.ts';
import { printOfSections } from '../../platform/postgres/write-ups.ts';
import type { FormState } from '../../platform/slack/feature.ts';
import { actions, buttonWith, form, input, marked, note, plain, section, shortened } from '../blocks.ts';
import { listed, sectionWords } from '../words.ts';
import { memoryOf } from './form.ts';
import type { Place } from './form.ts';
import { backButton } from './preview.ts';
import { askedAbout, isOffered, shownOf } from './shown-notes.ts';

export { wordingFormId };

export const wordingIds = {
  use: 'wording-use',
  leave: 'wording-leave',
  notBlame: 'wording-not-blame',
} as const;

const namesField = 'wording-names';

/** What stands above the notes. */
interface Said {
  /** Why the form is shown again; it takes the place of thanks. */
  readonly remark?: string | null;
  /** For whoever blames themselves as well. */
  readonly kindWord?: string | null;
}

/** What the lens noticed, in the writer's own sentences: they choose what is changed, and nothing is by itself. */
export function wordingForm(
  place: Place,
  sections: Sections,
  notes: readonly Noted[],
  ticked: readonly string[],
  { remark = null, kindWord = null }: Said = {},
): ModalView {
  const shown = shownOf(notes);
  const { phrases, names } = askedAbout(shown);
  /* A kind word is one of thanks. */
  const thanks = kindWord === null ? 'Thank you for writing this up.' : null;
  const blocks = [
    ...(kindWord === null ? [] : [section(kindWord)]),
    section(
      [remark ?? thanks, opening(phrases), comesNext(notes, shown)].filter((it) => it !== null).join(' '),
    ),
    ...phrases.flatMap((it) => phraseBlocks(place, sections, it, ticked)),
    ...(names.length === 0 ? [] : nameBlocks(place, sections, names, ticked)),
  ];
  const hasBoxes = blocks.some(({ type }) => type === 'input');
  return form({
    id: wordingFormId,
    title: 'Before it is shown',
    submit: hasBoxes ? 'Apply' : 'Leave as written',
    memory: `${memoryOf(place)} ${printOfSections(sections)} ${shown.map((it) => it.id).join()}`,
    blocks: [...blocks, actions(...(hasBoxes ? [leaveButton(place)] : []), backButton(place))],
  });
}

function opening(phrases: readonly Noted<PhraseNote>[]): string {
  const choice = 'You decide: only what you tick is changed.';
  if (phrases.length === 0) return `It names people where a role would say as much. ${choice}`;
  const what =
    phrases.length === 1
      ? 'One phrase says more about people than about what made it possible.'
      : 'Some phrases say more about people than about what made it possible.';
  return `${what} ${phrases.some(isOffered) ? choice : 'You decide: nothing is changed by itself.'}`;
}

/** Nobody is led on without knowing how much there is, and that they may stop. */
function comesNext(notes: readonly Noted[], shown: readonly Noted[]): string | null {
  const { phrases, names } = askedAbout(notes);
  const count = phrases.length + names.length - shown.length;
  const canTick = names.length > 0 || phrases.some(isOffered);
  if (count === 0 || !canTick) return null;
  return count === 1
    ? 'There is one more: *Apply* shows it once something is ticked, *Leave as written* leaves it too.'
    : `There are ${count} more: *Apply* shows the next once something is ticked, *Leave as written* leaves them too.`;
}

function phraseBlocks(
  place: Place,
  sections: Sections,
  noticed: Noted<PhraseNote>,
  ticked: readonly string[],
): KnownBlock[] {
  const { section: name, finding } = noticed;
  const { why, offer } = finding;
  /* What would be replaced stands out, where something would be. */
  const { start, end } = offer.kind === 'rewording' ? offer : finding;
  const sentence = inItsSentence(sections[name], start, end);
  const words = offer.kind === 'question' ? `${why} ${offer.text}` : why;
  return [
    note(`In *${sectionWords[name]}*:`),
    marked(sentence),
    {
      type: 'section',
      text: plain(words),
      accessory: notBlameButton(place, noticed, sentence.phrase),
    },
    ...(offer.kind === 'rewording' ? rewordingBlocks(place, sections, noticed, ticked) : []),
  ];
}

/** As long as an option's text may be. */
const mostOfOption = 75;

/** What the box would do stands whole before the writer: on it where it fits, else above it, in its sentence. */
function rewordingBlocks(
  place: Place,
  sections: Sections,
  noticed: Noted<PhraseNote>,
  ticked: readonly string[],
): KnownBlock[] {
  const { section: name, finding } = noticed;
  const { offer } = finding;
  if (offer.kind !== 'rewording') return [];
  const id = noticed.id;
  const short = `use: ${offer.text}`;
  const isShort = short.length <= mostOfOption && offer.text !== '';
  const before = inItsSentence(sections[name], offer.start, offer.end);
  const option = { text: plain(isShort ? short : 'use this wording'), value: id };
  return [
    ...(isShort ? [] : [note('It would read:'), marked({ ...before, phrase: offer.text })]),
    boxes(fieldIn(place, `use-${id}`), shortened(`Instead of “${before.phrase}”`, 150), [option], ticked),
  ];
}

function nameBlocks(
  place: Place,
  sections: Sections,
  names: readonly Noted<NameNote>[],
  ticked: readonly string[],
): KnownBlock[] {
  const options = names.map((it) => ({ text: plain(roleOption(it)), value: it.id }));
  return [
    note('*Names.* A role says as much here. In the credits everybody who agreed is named all the same.'),
    ...names.flatMap((it) => it.places.slice(0, 1)).map((it) => marked(sentenceOf(sections, it))),
    boxes(
      fieldIn(place, namesField),
      'Roles instead of names',
      options,
      ticked,
      `Wherever the name stands in ${whereNames}; in the other sections names stay.`,
    ),
  ];
}

const whereNames = listed(withoutNames.map((it) => `“${sectionWords[it]}”`));

/** `use: a colleague, then the colleague, for Tom Becker (“Tom”)` */
function roleOption({ name, others, places }: NameNote): string {
  const roles = [...new Set(places.map(({ role }) => role.toLowerCase()))];
  const words = `use: ${roles.join(', then ')}${roles.length > 1 ? ',' : ''} for `;
  const also = others.length === 0 ? '' : ` (${others.map((it) => `“${it}”`).join(', ')})`;
  return shortened(`${words}${name}${also}`, mostOfOption);
}

function sentenceOf(
  sections: Sections,
  { section: name, start, end }: NameNote['places'][number],
): PhraseInSentence {
  return inItsSentence(sections[name], start, end);
}

/** Slack keeps what is ticked where a view is updated and a block's id stays: a next pass has boxes of its own. */
function fieldIn({ turn }: Place, name: string): string {
  return `${name}-${turn}`;
}

function boxes(
  name: string,
  label: string,
  options: PlainTextOption[],
  ticked: readonly string[],
  hint?: string,
): InputBlock {
  const initial = options.filter(({ value }) => value !== undefined && ticked.includes(value));
  const element = {
    type: 'checkboxes' as const,
    action_id: wordingIds.use,
    options,
    ...(initial.length === 0 ? {} : { initial_options: initial }),
  };
  const more = { isOptional: true, ...(hint === undefined ? {} : { hint }) };
  return { ...input(name, label, element, more), dispatch_action: true };
}

function leaveButton(place: Place): Button {
  const text = 'Leave as written';
  return buttonWith(
    wordingIds.leave,
    text,
    memoryOf(place),
    `${text}: what we learned from #${place.number}`,
  );
}

function notBlameButton(place: Place, noticed: Noted<PhraseNote>, phrase: string): Button {
  const text = "This isn't blame";
  const value = `${memoryOf(place)} ${noticed.id}`;
  return buttonWith(wordingIds.notBlame, text, value, shortened(`${text}: “${phrase}”`, 75));
}

/** Which text the form was drawn from, and the ids of what it showed. */
export function readIn(memory: string): { readonly read: string; readonly shown: readonly string[] } {
  const [, , , read = '', shown = ''] = memory.split(' ');
  return { read, shown: shown.split(',').filter((it) => it !== '') };
}

/** The id that *This isn't blame* carries. */
export function disputedIn(value: string): string {
  return value.split(' ')[3] ?? '';
}

/** The ids of what is ticked. */
export function tickedIn({ values }: Pick<FormState, 'values'>): string[] {
  return Object.entries(values)
    .filter(([name]) => name.startsWith(namesField) || name.startsWith('use-'))
    .flatMap(([, held]) => (held ?? '').split(','))
    .filter((it) => it !== '');
}
