import type { Temporal } from 'temporal-polyfill';

import type { Address } from '../../../src/core/address.ts';
import { delivered } from '../../../src/core/ask-turns.ts';
import { askedOnceMore } from '../../../src/core/asked-again.ts';
import { arrivedFirst } from '../../../src/core/asking.ts';
import { mayAskOwner, nudged } from '../../../src/core/attended.ts';
import { attention, onHome } from '../../../src/core/attention.ts';
import type { Nudge, Reach } from '../../../src/core/attention.ts';
import type { Cadence } from '../../../src/core/cadence.ts';
import { take } from '../../../src/core/decide.ts';
import { dueOf, foundNext } from '../../../src/core/due.ts';
import type { Due } from '../../../src/core/due.ts';
import type { Issue, PersonId } from '../../../src/core/issue.ts';
import { wantedAt } from '../../../src/core/nudge.ts';
import type { NudgeKind, WantedNudge } from '../../../src/core/nudge.ts';
import { asksLeads, restsUntil } from '../../../src/core/promise-rest.ts';
import { silenceGoesOnUntil } from '../../../src/core/settle.ts';
import { needsLadder } from '../../../src/core/turns.ts';
import { takeStep } from '../life.ts';
import type { Change, Step } from '../life.ts';
import type { Colleague } from './people.ts';
import { cadenceOf, isWanted, loaded, reachedBy, reporterAskedAt, timeOf } from './reading.ts';
import { isOnHome } from './still-wanted.ts';
import { found, isBefore } from './tasks.ts';
import type { Tasks } from './tasks.ts';

type Instant = Temporal.Instant;

export interface Waiting extends Nudge {
  readonly kind: NudgeKind;
  readonly subject: string;
}

/** A message that told somebody something unasked, and when they might be written to just then. */
export interface Sent {
  readonly at: Instant;
  readonly to: Colleague;
  readonly reach: Reach;
  readonly budget: number;
  readonly hadLeft: boolean;
  readonly nudges: readonly string[];
}

/** A change, and when it came about. */
export interface Happened extends Change {
  readonly at: Instant;
  /** When the workspace worked, and who led in it, by then. */
  readonly cadence: Cadence;
}

/** All of a workspace in memory: what the database, the sweep and Slack are to the rules. */
export interface World extends Tasks {
  readonly people: ReadonlyMap<PersonId, Colleague>;
  cadence: Omit<Cadence, 'leads'>;
  readonly issues: Map<number, Issue>;
  /** What the sweep finds next of each. */
  readonly due: Map<number, Due | null>;
  /** Until a flag is posted nobody can say whose it is. */
  readonly flaggedBy: Map<number, PersonId>;
  readonly waiting: Map<PersonId, readonly Waiting[]>;
  /** When each is looked at next. */
  readonly looks: Map<PersonId, Instant>;
  readonly sent: Map<PersonId, Sent[]>;
  /** Since when each has stood before somebody, in Slack or on Home while they work: `first-answer/42/3 person`. */
  readonly stood: Map<string, Instant>;
  readonly happened: Happened[];
  /** Messages that somebody has before them, each once. */
  readonly delivered: Set<string>;
  /** Whether there is anything to read of what they owe, and of no newer week. */
  owes: (person: PersonId, subject: string) => boolean;
  /** What somebody does about a message they have just got: of its kind, about its subject. */
  onMessage: (person: Colleague, kind: Address['kind'] | NudgeKind, subject: string) => void;
}

/** The neck: what is decided comes true, and what follows from it is handed on. */
export function change(world: World, number: number, step: Step): void {
  const before = loaded(world, number);
  const reporter = world.flaggedBy.get(number);
  if (before === null || reporter === undefined) return;
  const cadence = cadenceOf(world);
  const changed = takeStep(before, step, world.now, cadence, reporter);
  if (changed.events.length > 0) world.happened.push({ ...changed, at: world.now, cadence });
  world.issues.set(number, changed.after);
  expectTurn(world, number);
  for (const wanted of changed.followUps.nudges) want(world, wanted);
  for (const address of changed.followUps.draw) deliver(world, address);
}

/** What somebody who leaves, or is back, changes about an issue is found at once. */
export function expectTurns(world: World): void {
  for (const number of world.issues.keys()) {
    const issue = loaded(world, number);
    const due = issue === null ? null : dueOf(issue);
    if (due !== null && !isBefore(world.now, due.at)) expectTurn(world, number);
  }
}

/** When the sweep finds it. Should it be looked at before, that has found its own. */
function expectTurn(world: World, number: number): void {
  const issue = loaded(world, number);
  const due = issue === null ? null : foundNext(issue, world.now);
  world.due.set(number, due);
  if (due === null) return;
  found(world, due.at, () => {
    if (world.due.get(number) === due) sweepUp(world, number, due.turn);
  });
}

function sweepUp(world: World, number: number, turn: Due['turn']): void {
  if (turn === 'fall-silent') return fallSilent(world, number);
  if (!needsLadder(turn)) return change(world, number, { type: turn });
  const cadence = cadenceOf(world);
  const issue = loaded(world, number);
  const waits = issue !== null && asksLeads(take(issue, { type: turn, cadence }, world.now));
  const opening = waits ? restsUntil(issue, cadence, world.now) : null;
  if (opening === null) return change(world, number, { type: turn, cadence });
  found(world, opening, () => {
    sweepUp(world, number, turn);
  });
}

function fallSilent(world: World, number: number): void {
  const issue = loaded(world, number);
  if (issue?.state !== 'resolved') return;
  const step = { type: 'fall-silent', askedAt: reporterAskedAt(world, issue) } as const;
  if (take(issue, step, world.now).length > 0) return change(world, number, step);
  const until = silenceGoesOnUntil(step.askedAt, world.now);
  if (dueOf(issue) === null || !isBefore(world.now, until)) return;
  found(world, until, () => {
    if (world.issues.get(number)?.version === issue.version) fallSilent(world, number);
  });
}

function deliver(world: World, address: Address): void {
  const key = `${address.kind} ${address.subject} ${address.person ?? ''}`;
  const person = address.person === null ? undefined : world.people.get(address.person);
  if (world.delivered.has(key) || person === undefined || person.hasLeft) return;
  world.delivered.add(key);
  world.onMessage(person, address.kind, address.subject);
}

export function want(world: World, { person, kind, subject, isQuestion, when }: WantedNudge): void {
  const theirs = world.people.get(person);
  if (theirs === undefined) return;
  const id = `${kind}/${subject}`;
  const at = wantedAt(timeOf(world, theirs), when, world.now);
  if (at === null) return;
  const waiting = world.waiting.get(person) ?? [];
  if (waiting.some((it) => it.id === id) || sentTo(world, person).some((it) => it.nudges.includes(id)))
    return;
  world.waiting.set(person, [...waiting, { id, kind, subject, isQuestion, wantedAt: at }]);
  lookAt(world, person, at);
}

/** They are looked at then, unless they are sooner. */
function lookAt(world: World, person: PersonId, at: Instant): void {
  const { looks } = world;
  const before = looks.get(person);
  if (before !== undefined && !isBefore(at, before)) return;
  looks.set(person, at);
  found(world, at, () => {
    if (looks.get(person) !== at) return;
    looks.delete(person);
    attend(world, person);
  });
}

/** Somebody is looked at: what may be written to them now is. */
export function attend(world: World, person: PersonId): void {
  const theirs = world.people.get(person);
  if (theirs === undefined || theirs.hasLeft) return;
  const waiting = (world.waiting.get(person) ?? []).filter(
    (it) => isBefore(world.now, it.wantedAt) || isWanted(world, person, it),
  );
  const { reach, budget } = reachedBy(world, theirs);
  const sent = sentTo(world, person)
    .slice(-mostOfLate)
    .map(({ at }) => at);
  if (reach === 'only-on-home') return findOnHome(world, theirs, waiting);
  const { alone, bundle, left, lookAgainAt } = attention({ waiting, reach, budget, sent }, world.now);
  world.waiting.set(person, left);
  for (const nudge of alone) send(world, theirs, [nudge]);
  if (bundle.length > 0) send(world, theirs, bundle);
  if (lookAgainAt !== null) lookAt(world, person, lookAgainAt);
}

function findOnHome(world: World, theirs: Colleague, waiting: readonly Waiting[]): void {
  const there = waiting.filter(({ kind }) => isOnHome.includes(kind));
  const { shown, lookAgainAt } = onHome(there, timeOf(world, theirs), world.now);
  world.waiting.set(
    theirs.id,
    waiting.filter((it) => !shown.includes(it)),
  );
  for (const nudge of shown) stands(world, theirs, nudge);
  if (lookAgainAt !== null) lookAt(world, theirs.id, lookAgainAt);
}

/** More than two days bring. */
const mostOfLate = 20;

function sentTo({ sent }: World, person: PersonId): readonly Sent[] {
  return sent.get(person) ?? [];
}

/** An owner who is asked is asked about their issue, which counts it. */
function noteAsked(world: World, to: Colleague, subject: string): void {
  const number = Number(subject.split('/')[0]);
  const issue = loaded(world, number);
  if (issue === null || !mayAskOwner(issue, to.id, subject)) return;
  change(world, number, {
    type: 'happens',
    events: [nudged(issue, timeOf(world, to), world.now)],
  });
}

function send(world: World, to: Colleague, nudges: readonly Waiting[]): void {
  const { now: at } = world;
  const ids = nudges.map(({ id }) => id);
  const message: Sent = { at, to, ...reachedBy(world, to), hadLeft: to.hasLeft, nudges: ids };
  world.sent.set(to.id, [...sentTo(world, to.id), message]);
  for (const nudge of nudges) stands(world, to, nudge);
}

function stands(world: World, to: Colleague, { id, kind, subject }: Waiting): void {
  world.stood.set(`${id} ${to.id}`, world.now);
  noteAsked(world, to, subject);
  if (kind === 'ask' || kind === 'first-answer') startClock(world, to, subject);
  if (kind === 'fixed-for-you') want(world, askedOnceMore(to.id, subject));
  world.onMessage(to, kind, subject);
}

/** Whoever reads first what is asked of them has it from then on. */
function startClock(world: World, reader: Colleague, subject: string): void {
  const [number = 0, seq = 0] = subject.split('/').map(Number);
  const issue = loaded(world, number);
  if (issue === null) return;
  const { cadence, now } = world;
  const [person, time] = [reader.id, timeOf(world, reader)];
  const events =
    issue.state === 'open'
      ? arrivedFirst(issue, { person, time, seq, at: now, toldAt: null }, cadence)
      : delivered(issue, person, seq, time, cadence, now);
  if (events.length > 0) change(world, number, { type: 'happens', events });
}
