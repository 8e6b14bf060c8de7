import type { Button, SectionBlock } from '@slack/types';

import { isOwned, isSolved } from '../core/issue.ts';
import type { Issue, PersonId } from '../core/issue.ts';
import { hasReturned, isWorthWritingUp, readerAnswers } from '../core/learning.ts';
import type { Consent, ReaderAnswer, WriteUp } from '../core/learning.ts';
import type { LearningRow } from '../platform/postgres/learnings.ts';
import type { Scene } from '../platform/postgres/scene.ts';
import type { Drawing } from '../platform/slack/drawing.ts';
import { actions, buttonWith, plain, section, shortened } from './blocks.ts';
import { button } from './buttons.ts';
import { consentWords, countOf, readerWords } from './words.ts';

/** The buttons about what was learned that stand in more than one place. */
export const learningIds = {
  write: 'write-up',
  yes: 'credit-yes',
  no: 'credit-no',
  used: 'reader-used',
  knew: 'reader-knew',
  'not-ours': 'reader-not-ours',
  open: 'open-learning',
  list: 'list-learnings',
  /** The same, beside another in one block, where ids must differ. */
  later: 'list-learnings-later',
  search: 'search-learnings',
} as const;

const writeWords = 'Write what we learned';
const changeWords = 'Change what we learned';

export function writeUpButton(number: number, isWritten = false): Button {
  return button(learningIds.write, isWritten ? changeWords : writeWords, number);
}

/** Once it is written up only those who wrote it can go on: everybody else has the post. */
export function writeUpButtons(issue: Issue, learned: Posted, reader: PersonId | null): Button[] {
  if (!isSolved(issue)) return [];
  const isWritten = learned.writeUp !== null;
  const isWriter = learned.writeUp?.writers.some((it) => it === reader) ?? false;
  return isWritten && !isWriter ? [] : [writeUpButton(issue.number, isWritten)];
}

/** What messages and lists have to know of what was learned. */
export interface Posted {
  readonly writeUp: Pick<WriteUp, 'writers'> | null;
  /** Where it can be read in its channel. */
  readonly link: string | null;
}

/** `What we learned: see the post.` */
export function postLine({ link }: Posted): Drawing['blocks'] {
  return link === null ? [] : [section(`What we learned: <${link}|see the post>.`)];
}

/** Under what its reader is told of a fix: the post, and the way to write it or to change it, once. */
export function learnedBlocks(scene: Scene): Drawing['blocks'] {
  const { issue, learned, reader } = scene;
  if (issue.state !== 'confirmed') return [];
  const offer = offerToWrite(scene);
  const buttons = offer.length > 0 ? [] : writeUpButtons(issue, learned, reader);
  return [...postLine(learned), ...offer, ...(buttons.length === 0 ? [] : [actions(...buttons)])];
}

export function consentButton(number: number, consent: Consent): Button {
  return button(learningIds[consent], consentWords[consent], number);
}

export function readerButtons(number: number): Button[] {
  return readerAnswers.map((answer: ReaderAnswer) =>
    button(learningIds[answer], readerWords[answer], number),
  );
}

/** A line of a list, and the way to the whole of it. `memory` says where it was opened from. */
export function learningRow({ issue, line, used }: LearningRow, memory = ''): SectionBlock {
  const count = used === 0 ? '' : `\n${countOf(used, 'Used once', 'Used # times')}`;
  const open = button(learningIds.open, 'Open', issue);
  return {
    type: 'section',
    text: plain(`#${issue}: ${shortened(line, 300)}${count}`),
    accessory: { ...open, value: `${issue} ${memory}`.trim() },
  };
}

/** Where more than a line is worth its while: why, and the button. Nothing once it is written up. */
function offerToWrite({ issue, learned, reader }: Scene): Drawing['blocks'] {
  if (issue.state === 'confirmed' && isTheirsToChange(learned, reader)) return changeOffer(issue.number);
  const isOffered = issue.state === 'confirmed' && isWorthWritingUp(issue) && learned.writeUp === null;
  if (!isOffered || !isOwned(issue)) return [];
  const why =
    issue.impact === 'hurts'
      ? 'It hurt customers or safety'
      : hasReturned(issue)
        ? 'It had come back'
        : 'Many met it';
  const words = `${why}, so what you learned may be worth more than a line to others.`;
  return [section(words), actions(writeUpButton(issue.number))];
}

/** They wrote what stands there, and it tells of a solution that did not hold. */
function isTheirsToChange({ writeUp }: Scene['learned'], reader: PersonId | null): boolean {
  return writeUp?.isOutdated === true && reader !== null && writeUp.writers.includes(reader);
}

function changeOffer(number: number): Drawing['blocks'] {
  const words =
    'What you wrote about it tells of the earlier solution. If you change it, others learn what holds now.';
  return [section(words), actions(writeUpButton(number, true))];
}

/** The ways into what was learned; without anything in it there is none. */
export function libraryButtons(): Button[] {
  return [
    buttonWith(learningIds.search, 'Search learnings', 'search'),
    buttonWith(learningIds.list, 'Newest', 'newest 0'),
    buttonWith(learningIds.later, 'Most used', 'used 0'),
  ];
}
