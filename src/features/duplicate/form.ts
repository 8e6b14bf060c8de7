import type { KnownBlock, ModalView, PlainTextOption } from '@slack/types';
import type { Temporal } from 'temporal-polyfill';

import type { Issue, PersonId } from '../../core/issue.ts';
import type { Drawing } from '../../platform/slack/drawing.ts';
import type { FormState } from '../../platform/slack/feature.ts';
import {
  actions,
  form,
  input,
  oneSentence,
  plain,
  quoted,
  section,
  shortened,
  textInput,
} from '../blocks.ts';
import { notDuplicateButton } from '../buttons.ts';
import { circumstances, stateWords } from '../issue-card.ts';

export const ids = { search: 'duplicate-form', same: 'duplicate-same-form' } as const;

export const whichField = 'which';
const matchField = 'match';

export const longestSearch = 150;

/** *Which issue is it?* */
export function searchForm(number: number): ModalView {
  return which(number, '', []);
}

/** What was found for the words; other words look again. */
export function matchForm(number: number, words: string, found: readonly Issue[]): ModalView {
  const options = found.map(({ number: other, text, state }): PlainTextOption => ({
    text: plain(shortened(`#${other}: ${text.replaceAll(/\s+/g, ' ')}`, longestOption)),
    description: plain(whereItIs[state] ?? 'It goes on'),
    value: String(other),
  }));
  const choice = input(
    matchField,
    'Is it one of these?',
    { type: 'radio_buttons', action_id: matchField, options },
    { isOptional: true },
  );
  return which(number, words, [choice]);
}

/** https://docs.slack.dev/reference/block-kit/composition-objects/option-object */
const longestOption = 75;

const whereItIs: Readonly<Partial<Record<Issue['state'], string>>> = {
  open: 'Needs an owner',
  claimed: 'Somebody has taken it on',
  resolved: 'Counts as solved',
};

/** The words that were searched for are remembered, so that changing them can be told from choosing. */
function which(number: number, words: string, more: readonly KnownBlock[]): ModalView {
  const blocks = [
    section(
      `Which issue is the same as *#${number}*? It goes on there, and those who met it are counted there.`,
    ),
    textInput(whichField, 'Which issue is it?', {
      most: longestSearch,
      focus: true,
      initial: words,
      hint: 'Its number, or some words of it.',
    }),
    ...more,
  ];
  const memory = `${number} ${words}`.trim();
  return form({ id: ids.search, title: `Duplicate of…`, submit: 'Next', memory, blocks });
}

/** The number they chose among those found; `null` if there is none, or they have typed something else since. */
export function readChosen({ values, privateMetadata }: FormState): number | null {
  const chosen = values[matchField] ?? '';
  const searched = privateMetadata.replace(/^\d+ ?/, '');
  const isSame = searched === (values[whichField] ?? '').trim();
  return isSame && /^\d{1,9}$/.test(chosen) ? Number(chosen) : null;
}

/** The other issue as it is, before anything is changed. */
export function sameForm(
  number: number,
  other: Issue,
  slackIds: ReadonlyMap<PersonId, string>,
  now: Temporal.Instant,
): ModalView {
  const blocks = [
    section(stateWords(other, now, slackIds)),
    quoted(other.text),
    ...circumstances(other),
    section(
      `Is *#${number}* the same? Then it goes on as *#${other.number}*. Those who met it are counted there, and told.`,
    ),
  ];
  return form({
    id: ids.same,
    title: 'The same issue?',
    submit: 'Yes, the same',
    memory: `${number} ${other.number}`,
    blocks,
  });
}

export function readPair({ privateMetadata }: FormState): { number: number; other: number } {
  const [, number = '0', other = '0'] = /^(\d{1,9}) (\d{1,9})$/.exec(privateMetadata) ?? [];
  return { number: Number(number), other: Number(other) };
}

export function doneWords(number: number, other: number): Drawing {
  const { text, blocks } = oneSentence(
    `*#${number}* goes on as *#${other}* now, and those who met it are counted there. Thank you.`,
  );
  return { text, blocks: [...blocks, actions(notDuplicateButton(number, other))] };
}

export function apartWords(number: number): Drawing {
  return oneSentence(
    `*#${number}* goes on by itself, as it did before, and those who met it are counted there again.`,
  );
}
