import type {
  Button,
  KnownBlock,
  Overflow,
  PlainTextOption,
  RichTextBlock,
  RichTextElement,
  SectionBlock,
} from '@slack/types';

import { charactersIn } from '../core/characters.ts';
import { gapOf, longestText } from '../core/issue.ts';
import type { SavedIssue } from '../core/issue.ts';
import { isKindWord, kindWordIn } from '../core/lens/kind-word.ts';
import { reword } from '../core/lens/reword.ts';
import type { Noticed } from '../platform/noticed.ts';
import { printOf } from '../platform/print.ts';
import type { Drawing } from '../platform/slack/drawing.ts';
import { actions, fallback, plain, quoted, section, shortened } from './blocks.ts';
import { button, editButton, ids, undoButton } from './buttons.ts';
import { typedWords } from './typed-words.ts';

/** Of what wants an answer. */
export function marksOf(noticed: readonly Noticed[]): string[] {
  return noticed.filter((it) => !isKindWord(it)).map(({ mark }) => mark);
}

/** A flag that waits until its reporter has chosen, as they are shown it. */
export interface Held {
  readonly number: number;
  readonly text: string;
  readonly isStuck: boolean;
  readonly notes: readonly Noticed[];
  readonly kindWord: string | null;
  /** What the text would be; `null` where nothing can honestly be put in place of what was noticed. */
  readonly wording: string | null;
}

const mostNotes = 3;

type Flag = Pick<Held, 'number' | 'text' | 'isStuck'> & Pick<SavedIssue, 'answered'>;

export function heldOf({ answered, ...flag }: Flag, noticed: readonly Noticed[]): Held {
  const asking = marksOf(noticed).filter((mark) => !answered.includes(mark));
  const shown = [...new Set(asking)].slice(0, mostNotes);
  const notes = shown.flatMap((mark) => noticed.find((it) => it.mark === mark) ?? []);
  const changed = noticed.filter(({ mark }) => shown.includes(mark)).map(({ finding }) => finding);
  const wording = reword(flag.text, changed);
  const isOffered = wording !== flag.text && wording.trim() !== '' && charactersIn(wording) <= longestText;
  const kindWord = notes.length < mostNotes ? kindWordIn(noticed) : null;
  return { ...flag, notes, kindWord, wording: isOffered ? wording : null };
}

/** A flag that waits, as its reporter is shown it. */
export function heldFrom(issue: SavedIssue, noticed: readonly Noticed[]): Held {
  const { number, text, answered } = issue;
  return heldOf({ number, text, answered, isStuck: gapOf(issue).isStuck }, noticed);
}

/**
 * What was noticed, what could stand there instead, and what they can do. `opening` says where the flag is. `quotes`: a day
 * later nobody knows their own words any more.
 */
export function heldDrawing(opening: string, held: Held, quotes?: 'quotes'): Drawing {
  const { number, text, wording, kindWord } = held;
  const ours = held.isStuck ? `${opening} ${noHelpYet}` : opening;
  const lines = held.notes.map(lineOf);
  const offered: KnownBlock[] = wording === null ? [] : [section(offering), quoted(wording)];
  const said = [...lines, ...(kindWord === null ? [] : [kindWord]), ...(wording === null ? [] : [wording])];
  return {
    text: fallback(ours, said.join('\n')),
    blocks: [
      section(ours),
      ...(quotes === undefined ? [] : [quoted(shortened(text, 300))]),
      ...held.notes.map((note, index) => noteSection(number, note, lines[index] ?? '')),
      ...kindBlocks(kindWord),
      ...offered,
      actions(...heldButtons(held), undoButton(number)),
    ],
  };
}

const noHelpYet = 'Nobody is asked for help before it is posted.';
const offering = '*Use this wording* makes it:';

export function kindBlocks(kindWord: string | null): KnownBlock[] {
  return kindWord === null ? [] : [{ type: 'section', text: plain(kindWord) }];
}

/** The phrase is what people typed, so all of it is plain text. */
function noteSection(number: number, noticed: Noticed, line: string): SectionBlock {
  return { type: 'section', text: plain(line), accessory: disputeButton(number, noticed) };
}

const notBlame = "This isn't blame";

function disputeButton(number: number, { mark }: Noticed): Button {
  return { ...button(ids.notBlame, notBlame, number), value: `${number} ${mark}` };
}

/** Where there is no room beside each note: several are in a menu, since one block has no two buttons of one kind. */
function disputes({ number, notes }: Held): (Button | Overflow)[] {
  if (notes.length < 2) return notes.map((note) => disputeButton(number, note));
  const options = notes.map(({ phrase, mark }): PlainTextOption => ({
    text: plain(shortened(`${notBlame}: “${phrase}”`, mostOfOption)),
    value: `${number} ${mark}`,
  }));
  return [{ type: 'overflow', action_id: ids.notBlame, options }];
}

/** https://docs.slack.dev/reference/block-kit/composition-objects/option-object */
const mostOfOption = 75;

function lineOf({ phrase, finding: { why, offer } }: Noticed): string {
  const instead = offer.kind === 'rewording' ? `Perhaps: “${shortened(offer.text, 500)}”` : offer.text;
  return `“${shortened(phrase, 200)}”: ${why} ${instead}`;
}

/** Each says what it was shown with, so that it never does what was not shown. */
function heldButtons({ number, text, wording }: Held): Button[] {
  const use = (words: string): Button => ({
    ...button(ids.useWording, 'Use this wording', number, { style: 'primary' }),
    value: `${number} ${printOf(words)}`,
  });
  const asWritten = button(ids.asWritten, 'Post as written', number);
  return [
    ...(wording === null ? [] : [use(wording)]),
    { ...asWritten, value: `${number} ${printOf(text)}` },
    editButton(number),
  ];
}

/** The same on Home, in three blocks of the hundred that one may have. */
export function heldBlocks(held: Held): KnownBlock[] {
  const { number, text, notes, wording } = held;
  const quote = (words: string): RichTextBlock['elements'][number] => ({
    type: 'rich_text_quote',
    elements: typedWords(words),
  });
  const line = (...elements: RichTextElement[]): RichTextBlock['elements'][number] => ({
    type: 'rich_text_section',
    elements,
  });
  const makesIt: RichTextElement = {
    type: 'text',
    text: 'Use this wording makes it:',
    style: { bold: true },
  };
  const elements = [
    quote(shortened(text, 300)),
    ...notes.map((note) => line(...typedWords(lineOf(note)))),
    ...(wording === null ? [] : [line(makesIt), quote(wording)]),
  ];
  return [
    section(`*#${number}* is saved and waits until you choose. Nobody has seen it.`),
    { type: 'rich_text', elements },
    actions(...heldButtons(held), undoButton(number), ...disputes(held)),
  ];
}
