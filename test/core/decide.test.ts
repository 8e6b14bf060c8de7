import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';

import { heardAt } from '../../src/core/attended.ts';
import type { Actor, Command } from '../../src/core/command.ts';
import { decide } from '../../src/core/decide.ts';
import { states } from '../../src/core/issue.ts';
import type { Issue } from '../../src/core/issue.ts';
import {
  aMeToo,
  ada,
  ana,
  anActor,
  anIssue,
  clear,
  gus,
  hal,
  kim,
  cadence,
  lea,
  max,
  ned,
  sam,
  solution,
  aMonthAgo,
  thursday,
  una,
} from '../support/builders.ts';
import { decisionsOfAsks } from './decisions-of-asks.ts';
import { decisionsOfAttended } from './decisions-of-attended.ts';
import { decisionsOfEnds } from './decisions-of-ends.ts';
import { decisions } from './decisions.ts';
import type { Role, Row } from './decisions.ts';

const actors: Readonly<Record<Role, Actor>> = {
  reporter: anActor(ana),
  owner: anActor(sam),
  'me too': anActor(lea),
  offered: anActor(kim),
  helper: anActor(hal),
  lead: anActor(ned, { isLead: true }),
  admin: anActor(ada, { isAdmin: true }),
  member: anActor(max),
  guest: anActor(gus, { isMember: false }),
  unknown: anActor(una, { isMember: null }),
};

const met = { meToos: [aMeToo(lea)] };
const issues: Readonly<Record<Issue['state'], Issue>> = {
  saved: anIssue({ state: 'saved' }),
  open: anIssue({ state: 'open', ...met, help: { state: 'wanted' } }),
  claimed: anIssue({
    state: 'claimed',
    ...met,
    offeredTo: kim,
    inquiry: { seq: 4, text: 'Which bank?', isAnswered: false },
    help: { state: 'promised', helper: hal, since: 2 },
    attended: {
      ...heardAt(3),
      unanswered: 2,
      lead: { state: 'told', since: 3, to: [], hasOffered: false },
    },
  }),
  resolved: anIssue({ state: 'resolved', ...met }),
  confirmed: anIssue({ state: 'confirmed', ...met }),
  declined: anIssue({
    state: 'declined',
    ...met,
    by: sam,
    as: 'owner',
    hasAskedForLook: true,
    look: { state: 'asked', of: [ned], since: 5 },
  }),
  duplicate: anIssue({ state: 'duplicate', ...met }),
  withdrawn: anIssue({ state: 'withdrawn', ...met }),
};

const other = anIssue({ state: 'open', number: 17 });
const gap = { text: 'Other words', impact: null, affected: null, isStuck: false, asksAbove: false };
const agreement = { success: 'An IBAN goes through', by: null };
const noticed = { marks: ['forgot'], pauseSeconds: 60 };
const commands: { readonly [T in Command['type']]: Extract<Command, { type: T }> } = {
  edit: { type: 'edit', gap, reading: clear },
  undo: { type: 'undo' },
  withdraw: { type: 'withdraw', duplicates: [] },
  'me-too': { type: 'me-too' },
  'link-to-fix': { type: 'link-to-fix', fix: 17, isFixed: true },
  claim: { type: 'claim' },
  agree: { type: 'agree', agreement },
  update: { type: 'update', text: 'The bank answered' },
  inquire: { type: 'inquire', text: 'Which bank?' },
  inform: { type: 'inform', inquiry: 4, text: 'Theirs' },
  'let-go': { type: 'let-go', ownerHasLeft: false },
  offer: { type: 'offer', to: { person: max, canOwn: true } },
  accept: { type: 'accept' },
  decline: { type: 'decline' },
  resolve: { type: 'resolve', solution },
  answer: { type: 'answer', verdict: 'fixed' },
  comment: { type: 'comment', text: 'Still no from Norway' },
  thank: { type: 'thank', text: 'Refunds take a minute now', mayShow: true },
  'show-thanks': { type: 'show-thanks', of: 4, mayShow: true },
  help: { type: 'help' },
  helped: { type: 'helped', line: 'The old form still takes it' },
  'cannot-help': { type: 'cannot-help' },
  stuck: { type: 'stuck' },
  'not-stuck': { type: 'not-stuck' },
  'not-doing': { type: 'not-doing', because: 'The bank stops it next year' },
  'ask-look': { type: 'ask-look', of: [ned] },
  'open-again': { type: 'open-again' },
  uphold: { type: 'uphold', because: 'It would cost more than it saves' },
  duplicate: { type: 'duplicate', of: { asked: 17, issue: other } },
  choose: { type: 'choose' },
  'use-wording': { type: 'use-wording', of: issues.saved.text, text: 'Kinder words', reading: clear },
  'post-as-written': { type: 'post-as-written', of: issues.saved.text, reading: noticed },
  dispute: { type: 'dispute', of: issues.saved.text, mark: 'forgot', reading: noticed },
  'not-duplicate': {
    type: 'not-duplicate',
    of: 17,
    other: { asked: 17, issue: other },
    ownedBefore: { owner: sam, agreement: null, inquiry: null },
  },
  'find-owner': { type: 'find-owner' },
  'look-again': {
    type: 'look-again',
    on: Temporal.PlainDate.from('2026-12-14'),
    until: Temporal.Instant.from('2026-12-14T09:00:00Z'),
  },
  'still-on-it': { type: 'still-on-it' },
  snooze: {
    type: 'snooze',
    until: Temporal.PlainDate.from('2026-12-14'),
    today: Temporal.PlainDate.from('2026-12-03'),
  },
  'offer-support': { type: 'offer-support' },
  'ask-support': { type: 'ask-support', tried: 'The bank', needs: ['decision'], by: null, cadence },
  'call-back': { type: 'call-back' },
  'let-take': { type: 'let-take', canOwn: true },
  'keep-it': { type: 'keep-it' },
  'promise-support': {
    type: 'promise-support',
    on: Temporal.PlainDate.from('2026-12-10'),
    until: Temporal.Instant.from('2026-12-14T09:00:00Z'),
  },
  'answer-ask': { type: 'answer-ask', text: 'You may decide' },
  'support-done': { type: 'support-done', text: 'The bank has it' },
  'not-possible': { type: 'not-possible', text: 'No budget' },
  'pass-up': { type: 'pass-up', text: null, cadence },
  'offer-to-take': { type: 'offer-to-take' },
  contain: { type: 'contain' },
  'still-containing': { type: 'still-containing' },
  'snooze-containment': {
    type: 'snooze-containment',
    until: Temporal.PlainDate.from('2026-12-11'),
    today: Temporal.PlainDate.from('2026-12-03'),
  },
  contained: { type: 'contained', line: 'Refunds go by hand' },
  'cannot-contain': { type: 'cannot-contain' },
  'tell-lesson': { type: 'tell-lesson', closed: null, lesson: 'freedom' },
  'say-of-hold': { type: 'say-of-hold', whether: 'held', round: 1, confirmedAt: aMonthAgo },
  amend: {
    type: 'amend',
    said: { seq: 3, event: { type: 'updated', text: 'The bank forgot' }, by: sam, isNewest: true },
    words: { text: 'The bank answers on Monday', learning: null },
  },
};

const rowFor = (state: Issue['state'], type: Command['type']): Row => {
  const tables: Readonly<Record<Command['type'], Row>> = {
    ...decisions[state],
    ...decisionsOfEnds[state],
    ...decisionsOfAttended[state],
    ...decisionsOfAsks[state],
  };
  return tables[type];
};

function outcome(issue: Issue, actor: Actor, command: Command): string {
  const decision = decide(issue, actor, command, thursday);
  if (!decision.ok) return `no: ${decision.refusal.reason}`;
  return decision.events.map(({ type }) => type).join(' + ') || 'nothing';
}

const roles = Object.keys(actors).filter((it): it is Role => it in actors);
const commandTypes = Object.keys(commands).filter((it): it is Command['type'] => it in commands);

describe.each(states)('an issue that is %s', (state) => {
  it.each(commandTypes)('%s', (type) => {
    const row = rowFor(state, type);
    const wanted = roles.map((role) => [role, typeof row === 'string' ? row : (row[role] ?? row.others)]);
    const got = roles.map((role) => [role, outcome(issues[state], actors[role], commands[type])]);
    expect(Object.fromEntries(got)).toEqual(Object.fromEntries(wanted));
  });
});
