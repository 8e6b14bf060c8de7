import { describe, expect, it } from 'vitest';

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
  gus,
  kim,
  lea,
  max,
  sam,
  solution,
  thursday,
  una,
} from '../support/builders.ts';

const actors = {
  reporter: anActor(ana),
  owner: anActor(sam),
  'me too': anActor(lea),
  offered: anActor(kim),
  admin: anActor(ada, { isAdmin: true }),
  member: anActor(max),
  guest: anActor(gus, { isMember: false }),
  unknown: anActor(una, { isMember: null }),
} as const satisfies Record<string, Actor>;
type Role = keyof typeof actors;

const met = { meToos: [aMeToo(lea)] };
const issues: Readonly<Record<Issue['state'], Issue>> = {
  saved: anIssue({ state: 'saved' }),
  open: anIssue({ state: 'open', ...met }),
  claimed: anIssue({
    state: 'claimed',
    ...met,
    offeredTo: kim,
    inquiry: { seq: 4, text: 'Which bank?', isAnswered: false },
  }),
  resolved: anIssue({ state: 'resolved', ...met }),
  confirmed: anIssue({ state: 'confirmed', ...met }),
  withdrawn: anIssue({ state: 'withdrawn', ...met }),
};

const gap = { text: 'Other words', impact: null, affected: null };
const agreement = { success: 'An IBAN goes through', by: null };
const commands: { readonly [T in Command['type']]: Extract<Command, { type: T }> } = {
  edit: { type: 'edit', gap },
  undo: { type: 'undo' },
  withdraw: { type: 'withdraw' },
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
};

/** What came of it: the events, `no:` and the reason, or `nothing` for a yes that changes nothing. */
type Row = string | ({ readonly others: string } & { readonly [R in Role]?: string });
type Table = Readonly<Record<Command['type'], Row>>;

const onlyReporter = (result: string): Row => ({ reporter: result, others: 'no: not-the-reporter' });
const onlyOwner = (result: string): Row => ({ owner: result, others: 'no: not-the-owner' });

/** The issue before anybody has seen it: all but the reporter's own commands come from elsewhere, and find nothing. */
const saved: Table = {
  edit: onlyReporter('edited'),
  undo: onlyReporter('undone'),
  withdraw: onlyReporter('no: not-posted-yet'),
  'me-too': 'no: not-posted-yet',
  claim: 'no: not-posted-yet',
  agree: 'no: not-posted-yet',
  update: 'no: not-posted-yet',
  inquire: 'no: not-posted-yet',
  inform: 'no: not-posted-yet',
  'link-to-fix': onlyReporter('returned-from'),
  'let-go': 'no: not-posted-yet',
  offer: 'no: not-posted-yet',
  accept: 'no: not-posted-yet',
  decline: 'no: not-posted-yet',
  resolve: 'no: not-posted-yet',
  answer: 'no: not-posted-yet',
  comment: 'no: not-posted-yet',
};

const open: Table = {
  edit: onlyReporter('no: posted-already'),
  undo: onlyReporter('no: posted-already'),
  withdraw: onlyReporter('withdrawn'),
  'me-too': { reporter: 'no: own-flag', 'me too': 'nothing', others: 'joined' },
  claim: { guest: 'no: not-a-member', unknown: 'no: membership-unknown', others: 'claimed' },
  agree: 'no: no-owner',
  update: 'no: no-owner',
  inquire: 'no: no-owner',
  inform: onlyReporter('no: no-inquiry'),
  'link-to-fix': onlyReporter('returned-from'),
  'let-go': 'nothing',
  offer: 'no: no-owner',
  accept: 'no: not-offered',
  decline: 'no: not-offered',
  resolve: 'no: no-owner',
  answer: 'no: not-solved',
  comment: 'no: not-solved',
};

const claimed: Table = {
  edit: onlyReporter('no: posted-already'),
  undo: onlyReporter('no: posted-already'),
  withdraw: onlyReporter('no: posted-already'),
  'me-too': { reporter: 'no: own-flag', 'me too': 'nothing', others: 'joined' },
  claim: { owner: 'nothing', others: 'no: claimed-by' },
  agree: onlyOwner('agreed'),
  update: onlyOwner('updated'),
  inquire: onlyOwner('inquired'),
  inform: onlyReporter('informed'),
  'link-to-fix': onlyReporter('returned-from'),
  'let-go': {
    owner: 'let-go',
    admin: 'no: owner-is-here',
    unknown: 'no: admin-unknown',
    others: 'no: not-an-admin',
  },
  offer: onlyOwner('offered'),
  accept: { owner: 'nothing', offered: 'handed-over', others: 'no: not-offered' },
  decline: { owner: 'no: yours-already', offered: 'offer-declined', others: 'no: not-offered' },
  resolve: onlyOwner('resolved'),
  answer: 'no: not-solved',
  comment: 'no: not-solved',
};

const resolved: Table = {
  edit: onlyReporter('no: posted-already'),
  undo: onlyReporter('no: posted-already'),
  withdraw: onlyReporter('no: posted-already'),
  'me-too': { reporter: 'no: own-flag', 'me too': 'nothing', others: 'joined' },
  claim: 'no: solved-by',
  agree: 'no: solved-by',
  update: { owner: 'updated', others: 'no: solved-by' },
  inquire: { owner: 'inquired', others: 'no: solved-by' },
  inform: onlyReporter('no: no-inquiry'),
  'link-to-fix': onlyReporter('returned-from'),
  'let-go': 'no: solved-by',
  offer: 'no: solved-by',
  accept: { owner: 'nothing', others: 'no: not-offered' },
  decline: { owner: 'no: solved-by', others: 'no: not-offered' },
  resolve: 'no: solved-by',
  answer: {
    reporter: 'answered + confirmed',
    'me too': 'answered',
    owner: 'no: owner-does-not-decide',
    others: 'no: not-asked',
  },
  comment: {
    reporter: 'no: answer-first',
    'me too': 'no: answer-first',
    owner: 'no: owner-does-not-decide',
    others: 'no: not-asked',
  },
};

/** Only what was said of it can still change. The reporter of this one has said *Fixed*. */
const confirmed: Table = {
  ...resolved,
  edit: onlyReporter('no: settled'),
  undo: onlyReporter('no: settled'),
  withdraw: onlyReporter('no: settled'),
  claim: 'no: settled',
  agree: 'no: settled',
  update: { owner: 'updated', others: 'no: settled' },
  inquire: { owner: 'inquired', others: 'no: settled' },
  inform: onlyReporter('no: no-inquiry'),
  'link-to-fix': onlyReporter('returned-from'),
  'let-go': 'no: settled',
  offer: 'no: settled',
  decline: { owner: 'no: settled', others: 'no: not-offered' },
  resolve: 'no: settled',
  'me-too': { reporter: 'no: own-flag', 'me too': 'nothing', others: 'no: settled' },
  answer: {
    reporter: 'nothing',
    'me too': 'answered',
    owner: 'no: settled',
    others: 'no: settled',
  },
  comment: { reporter: 'commented', 'me too': 'no: answer-first', others: 'no: settled' },
};

const withdrawn: Table = {
  edit: onlyReporter('no: withdrawn'),
  undo: onlyReporter('no: withdrawn'),
  withdraw: onlyReporter('nothing'),
  'me-too': 'no: withdrawn',
  claim: 'no: withdrawn',
  agree: 'no: withdrawn',
  update: 'no: withdrawn',
  inquire: 'no: withdrawn',
  inform: 'no: withdrawn',
  'link-to-fix': onlyReporter('no: withdrawn'),
  'let-go': 'no: withdrawn',
  offer: 'no: withdrawn',
  accept: 'no: withdrawn',
  decline: 'no: withdrawn',
  resolve: 'no: withdrawn',
  answer: 'no: withdrawn',
  comment: 'no: withdrawn',
};

const tables: Readonly<Record<Issue['state'], Table>> = {
  saved,
  open,
  claimed,
  resolved,
  confirmed,
  withdrawn,
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
    const row: Row = tables[state][type];
    const wanted = roles.map((role) => [role, typeof row === 'string' ? row : (row[role] ?? row.others)]);
    const got = roles.map((role) => [role, outcome(issues[state], actors[role], commands[type])]);
    expect(Object.fromEntries(got)).toEqual(Object.fromEntries(wanted));
  });
});
