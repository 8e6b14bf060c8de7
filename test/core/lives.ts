import { array, assert, boolean, constant, constantFrom, integer, oneof, property, tuple } from 'fast-check';
import type { Arbitrary } from 'fast-check';
import { Temporal } from 'temporal-polyfill';

import type { Actor, Command } from '../../src/core/command.ts';
import { verdicts } from '../../src/core/issue.ts';
import type { Issue } from '../../src/core/issue.ts';
import {
  ada,
  ana,
  anActor,
  anIssue,
  cadence,
  gus,
  hal,
  kim,
  lea,
  max,
  ned,
  sam,
  solution,
  aMonthAgo,
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

const promise: Command = {
  type: 'promise-support',
  on: Temporal.PlainDate.from('2026-12-10'),
  until: Temporal.Instant.from('2026-12-14T09:00:00Z'),
};

const heldTexts = ['Soon', 'Not in Norway'];
const texts = constantFrom('Soon', 'Not in Norway');
export const commands: Arbitrary<Command> = oneof(
  texts.map((text): Command => ({
    type: 'edit',
    gap: { text, impact: null, affected: null, isStuck: false, asksAbove: false },
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
    { type: 'still-on-it' },
    { type: 'offer-support' },
    { type: 'say-of-hold', whether: 'held', round: 1, confirmedAt: aMonthAgo },
    { type: 'say-of-hold', whether: 'cannot-tell', round: 1, confirmedAt: aMonthAgo },
    ...['2026-12-03', '2026-12-04', '2026-12-11'].map((until): Command => ({
      type: 'snooze',
      until: Temporal.PlainDate.from(until),
      today: Temporal.PlainDate.from('2026-12-03'),
    })),
    { type: 'open-again' },
    { type: 'ask-look', of: [hal] },
    {
      type: 'look-again',
      on: Temporal.PlainDate.from('2026-12-04'),
      until: Temporal.Instant.from('2026-12-04T09:00:00Z'),
    },
    { type: 'duplicate', of: { asked: 17, issue: other } },
    { type: 'not-duplicate', of: 17, other: { asked: 17, issue: other }, ownedBefore: null },
  ),
  constantFrom<Command>(
    { type: 'ask-support', tried: 'The bank', needs: ['decision'], by: null, cadence },
    { type: 'call-back' },
    { type: 'let-take', canOwn: true },
    { type: 'keep-it' },
    promise,
    { type: 'answer-ask', text: 'You may decide' },
    { type: 'support-done', text: 'The bank has it' },
    { type: 'not-possible', text: 'No budget' },
    { type: 'pass-up', text: 'I asked the bank', cadence },
    { type: 'offer-to-take' },
    { type: 'contain' },
    { type: 'contained', line: 'Refunds go by hand' },
    { type: 'cannot-contain' },
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
    arbitrary: constantFrom<Step>(
      { type: 'post' },
      { type: 'ask-to-choose' },
      { type: 'fall-silent', askedAt: thursday },
    ),
  },
  { weight: 4, arbitrary: constant<Step>({ type: 'promise-passes', cadence }) },
  {
    weight: 1,
    arbitrary: constantFrom<Step>(
      { type: 'owner-left', cadence },
      { type: 'could-use-help', cadence },
      { type: 'in-vain', cadence },
    ),
  },
  { weight: 2, arbitrary: constant<Step>({ type: 'ask-passes', cadence }) },
  {
    weight: 3,
    arbitrary: constantFrom<Step>(
      [anActor(sam), { type: 'ask-support', tried: 'The bank', needs: ['time'], by: null, cadence }],
      [anActor(kim), promise],
      [anActor(hal, { isLead: true }), { type: 'offer-to-take' }],
      [anActor(ned, { isLead: true }), { type: 'contain' }],
      [anActor(sam), { type: 'let-take', canOwn: true }],
    ),
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
