import { Temporal } from 'temporal-polyfill';

import { heardAt } from '../../src/core/attended.ts';
import type { Cadence } from '../../src/core/cadence.ts';
import type { Actor } from '../../src/core/command.ts';
import { notKnownYet } from '../../src/core/did-it-hold.ts';
import type { Reading } from '../../src/core/hold.ts';
import type { Issue, MeToo, PersonId, Solution, Verdict } from '../../src/core/issue.ts';
import type { Week } from '../../src/core/working-time.ts';

type State = Issue['state'];
type ByState = { readonly [S in State]: Extract<Issue, { readonly state: S }> };

/** A person's id from a name, the same each time; it looks as ours do. */
export function personCalled(name: string): PersonId {
  const hex = Buffer.from(name).toString('hex').padEnd(32, '0').slice(0, 32);
  return hex.replace(/(.{8})(.{4})(.{4})(.{4})(.{12})/, '$1-$2-$3-$4-$5') as PersonId;
}

export const ana = personCalled('ana');
export const sam = personCalled('sam');
export const lea = personCalled('lea');
export const kim = personCalled('kim');
export const max = personCalled('max');
export const ada = personCalled('ada');
export const gus = personCalled('gus');
export const una = personCalled('una');
export const ned = personCalled('ned');
export const hal = personCalled('hal');

/** Everybody's Slack id: `UANA`. */
export const slackIds: ReadonlyMap<PersonId, string> = new Map([
  [ana, 'UANA'],
  [sam, 'USAM'],
  [lea, 'ULEA'],
  [kim, 'UKIM'],
  [max, 'UMAX'],
  [ada, 'UADA'],
  [gus, 'UGUS'],
  [una, 'UUNA'],
  [ned, 'UNED'],
  [hal, 'UHAL'],
]);

export const thursday = Temporal.Instant.from('2026-12-03T10:00:00Z');

export const aMonthAgo = thursday.subtract({ hours: 24 * 30 });

export const solution: Solution = {
  changed: 'The form now asks the bank',
  kind: 'removed-cause',
  learning: 'Ask the bank, not a pattern',
};

/** Kim and Ned lead; Hal is whom they turn to. They work whenever `everyHour` says. */
const everyHour: Week = Array.from({ length: 7 }, () => [{ from: 0, to: 1440 }]);

export const cadence: Cadence = {
  time: { zone: 'UTC', week: everyHour, holidays: new Set(), awayUntil: null },
  minutes: 240,
  rungs: [[kim, ned], [hal], []],
  admins: [],
  leads: new Map(),
};

/** Nothing was noticed in it. */
export const clear: Reading = { marks: [], pauseSeconds: 60 };

export function aMeToo(person: PersonId, verdict: Verdict | null = null): MeToo {
  return { person, verdict };
}

const common = {
  number: 42,
  text: 'The refund form rejects foreign IBANs',
  impact: null,
  affected: null,
  flaggedAt: thursday,
  reporter: { person: ana, hasLeft: false, verdict: null },
  asksAbove: false,
  meToos: [],
  reopenings: 0,
  returnOf: null,
  help: null,
  hasAskedForLook: false,
  duplicates: [],
  formerOwners: [],
  helpers: [],
  supporters: [],
};
const unasked = { agreement: null, offeredTo: null, inquiry: null };
const owned = { ...common, owner: sam, spell: 3, ...unasked };
const solved = { ...owned, version: 4, solution, resolvedAt: thursday, reporterIsSilent: false, thanks: [] };

const usual: ByState = {
  saved: {
    ...common,
    state: 'saved',
    version: 1,
    reporter: { person: null, hasLeft: false, verdict: null },
    postAt: thursday.add({ minutes: 1 }),
    hold: null,
    answered: [],
  },
  open: {
    ...common,
    state: 'open',
    version: 2,
    promise: { state: 'running', rung: null, by: thursday.add({ hours: 4 }), hasPassed: false },
    asked: null,
    answerer: null,
    offeredTo: null,
    inquiry: null,
  },
  claimed: {
    ...owned,
    state: 'claimed',
    version: 3,
    attended: heardAt(3),
    ask: null,
    containment: null,
  },
  resolved: { ...solved, state: 'resolved' },
  confirmed: {
    ...solved,
    ...notKnownYet,
    state: 'confirmed',
    version: 6,
    reporter: { person: ana, hasLeft: false, verdict: 'fixed' },
  },
  declined: {
    ...common,
    state: 'declined',
    version: 3,
    because: 'The bank stops it next year',
    by: kim,
    as: 'lead',
    since: 3,
    look: null,
  },
  duplicate: { ...common, state: 'duplicate', version: 3, of: 17 },
  withdrawn: { ...common, state: 'withdrawn', version: 3 },
};

/** #42: Ana flagged it, Sam owns it where somebody does, and Kim, who leads, has declined it. */
export function anIssue<S extends State>(wish: { readonly state: S } & Partial<ByState[S]>): ByState[S] {
  return { ...usual[wish.state], ...wish };
}

/** Somebody as the rules see them: a member, unless `more` says otherwise. */
export function anActor(person: PersonId, more: Partial<Actor> = {}): Actor {
  const leading = { isLead: false, isOnlyLead: false };
  return { person, isReporter: person === ana, isMember: true, isAdmin: false, ...leading, ...more };
}

/** As many me toos as wanted, none of whom has answered. */
export function meToos(count: number): MeToo[] {
  return Array.from({ length: count }, (_, index) => aMeToo(personCalled(`m${index}`)));
}
