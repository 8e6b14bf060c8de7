import { array, assert, boolean, constant, constantFrom, integer, oneof, property, tuple } from 'fast-check';
import type { Arbitrary } from 'fast-check';

import type { Actor, Command } from '../../src/core/command.ts';
import { verdicts } from '../../src/core/issue.ts';
import type { Issue } from '../../src/core/issue.ts';
import {
  ada,
  ana,
  anActor,
  anIssue,
  gus,
  hal,
  kim,
  lea,
  max,
  ned,
  sam,
  solution,
  thursday,
  una,
} from '../support/builders.ts';
import { takeStep } from './life.ts';
import type { Change, Step } from './life.ts';

export const actors: readonly Actor[] = [
  anActor(ana),
  anActor(sam),
  anActor(lea),
  anActor(kim),
  anActor(max),
  anActor(ada, { isAdmin: true }),
  anActor(gus, { isMember: false }),
  anActor(una, { isMember: null }),
  anActor(ned, { isLead: true }),
  anActor(hal, { isLead: true }),
];

const other = anIssue({ state: 'open', number: 17 });

const heldTexts = ['Soon', 'Not in Norway'];
const texts = constantFrom('Soon', 'Not in Norway');
export const commands: Arbitrary<Command> = oneof(
  texts.map((text): Command => ({
    type: 'edit',
    gap: { text, impact: null, affected: null, isStuck: false },
    reading: { marks: text === 'Soon' ? ['soon'] : [], pauseSeconds: 60 },
  })),
  constantFrom<Command>(
    { type: 'withdraw', duplicates: [] },
    ...heldTexts.flatMap((of): Command[] => [
      { type: 'use-wording', of, text: 'Kinder', reading: { marks: [], pauseSeconds: 60 } },
      { type: 'post-as-written', of, reading: { marks: ['soon'], pauseSeconds: 60 } },
      { type: 'dispute', of, mark: 'soon', reading: { marks: ['soon'], pauseSeconds: 60 } },
    ]),
    { type: 'me-too' },
    { type: 'me-too', isStuck: true },
    { type: 'link-to-fix', fix: 17, isFixed: true },
    { type: 'link-to-fix', fix: 17, isFixed: false },
    { type: 'claim' },
    { type: 'accept' },
    { type: 'decline' },
    { type: 'resolve', solution },
    { type: 'help' },
    { type: 'helped', line: 'The old form takes it' },
    { type: 'cannot-help' },
    { type: 'stuck' },
    { type: 'not-stuck' },
    { type: 'open-again' },
    { type: 'ask-look', of: [hal] },
    { type: 'duplicate', of: { asked: 17, issue: other } },
    { type: 'not-duplicate', of: 17, other: { asked: 17, issue: other }, ownedBefore: null },
  ),
  texts.map((because): Command => ({ type: 'not-doing', because })),
  texts.map((because): Command => ({ type: 'uphold', because })),
  texts.map((success): Command => ({ type: 'agree', agreement: { success, by: null } })),
  texts.map((text): Command => ({ type: 'update', text })),
  texts.map((text): Command => ({ type: 'comment', text })),
  texts.map((text): Command => ({ type: 'inquire', text })),
  tuple(texts, integer({ min: 3, max: 8 })).map(([text, inquiry]): Command => ({
    type: 'inform',
    inquiry,
    text,
  })),
  boolean().map((ownerHasLeft): Command => ({ type: 'let-go', ownerHasLeft })),
  constantFrom(...actors).map(({ person, isMember }): Command => ({
    type: 'offer',
    to: { person, canOwn: isMember === true },
  })),
  constantFrom(...verdicts).map((verdict): Command => ({ type: 'answer', verdict })),
);

/** Mostly what leads somewhere: a life that never gets a solution tells little. */
const steps: Arbitrary<Step> = oneof(
  { weight: 8, arbitrary: tuple(constantFrom(...actors), commands) },
  { weight: 2, arbitrary: constant<Step>([anActor(sam), { type: 'claim' }]) },
  { weight: 2, arbitrary: constant<Step>([anActor(sam), { type: 'resolve', solution }]) },
  {
    weight: 2,
    arbitrary: constantFrom<Step>(
      [anActor(ana), { type: 'stuck' }],
      [anActor(max), { type: 'help' }],
      [anActor(ned, { isLead: true }), { type: 'not-doing', because: 'Not this year' }],
      [anActor(ana), { type: 'ask-look', of: [hal] }],
      [anActor(hal, { isLead: true }), { type: 'open-again' }],
    ),
  },
  {
    weight: 1,
    arbitrary: constantFrom<Step>({ type: 'post' }, { type: 'ask-to-choose' }, { type: 'fall-silent' }),
  },
);

export const lives = array(steps, { minLength: 1, maxLength: 40 });

/** Every change of a life that begins with a flag; the second step posts it more often than not. */
export function changesOf(life: readonly Step[], isPosted: boolean): Change[] {
  const changes: Change[] = [];
  let issue: Issue = anIssue({ state: 'saved' });
  for (const [hours, step] of (isPosted ? [{ type: 'post' } as const, ...life] : life).entries()) {
    const change = takeStep(issue, step, thursday.add({ hours: hours + 1 }));
    changes.push(change);
    issue = change.after;
  }
  return changes;
}

/** Holds of every change of many lives. */
export function everyChange(holds: (change: Change) => boolean): void {
  assert(
    property(lives, boolean(), (life, isPosted) => changesOf(life, isPosted).every(holds)),
    { numRuns: 200 },
  );
}
