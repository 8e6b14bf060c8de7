import { Temporal } from 'temporal-polyfill';

import { lookAt } from '../../../src/core/digest/periods.ts';
import type { Period, Slot } from '../../../src/core/digest/periods.ts';
import type { SavedIssue } from '../../../src/core/issue.ts';
import { officeWeek } from '../../../src/core/working-time.ts';
import { anIssue } from '../../support/builders.ts';
import { diceOf } from './dice.ts';
import type { Dice } from './dice.ts';
import { passBy, react } from './habits.ts';
import { everybody } from './people.ts';
import type { Colleague } from './people.ts';
import { found, later, runUntil } from './tasks.ts';
import type { Outage } from './tasks.ts';
import { owedIn } from './wanted.ts';
import { attend, change, expectTurns, want } from './world.ts';
import type { World } from './world.ts';

export const flags = 1500;
const start = Temporal.Instant.from('2026-01-05T00:00:00Z');
const lastFlag = start.add({ hours: 365 * 24 });
/** Nobody flags any more; what is open has time to come to its end. */
const end = lastFlag.add({ hours: 90 * 24 });

/** The workspace's clock is another from then on. */
export const moves = start.add({ hours: 200 * 24 });

const holidays = new Set([
  '2026-01-06',
  '2026-04-03',
  '2026-04-06',
  '2026-05-01',
  '2026-12-25',
  '2027-01-01',
]);

function cadenceIn(zone: string, people: readonly Colleague[]): World['cadence'] {
  const here = people.filter(({ hasLeft, isMember }) => !hasLeft && isMember).map(({ id }) => id);
  return {
    time: { zone, week: officeWeek, holidays, awayUntil: null },
    minutes: 240,
    rungs: [here.slice(0, 4), here.slice(4, 5), here.slice(5, 6)],
    admins: [],
  };
}

export interface Year {
  readonly world: World;
  readonly digests: readonly Period[];
}

/** Two hundred people and fifteen hundred flags, the same in every run. */
export function liveThroughIt(): Year {
  const dice = diceOf(2026, 200_000);
  const people = everybody(dice);
  const digests: (Period & Slot)[] = [];
  const world: World = {
    now: start,
    people: new Map(people.map((it) => [it.id, it])),
    cadence: cadenceIn('Europe/Berlin', people),
    issues: new Map(),
    due: new Map(),
    flaggedBy: new Map(),
    outages,
    waiting: new Map(),
    sent: new Map(),
    looks: new Map(),
    stood: new Map(),
    happened: [],
    tasks: [],
    delivered: new Set(),
    owes: (person, subject) =>
      subject === String(digests.at(-1)?.to.epochMilliseconds) && owedIn(world, person).length > 0,
    onMessage: (person, kind, subject) => react(world, dice, person, kind, subject),
  };
  for (let number = 1; number <= flags; number += 1)
    later(world, sometime(dice), () => flag(world, dice, number));
  for (const person of people) comeAndGo(world, dice, person);
  later(world, moves, () => {
    world.cadence = cadenceIn('America/St_Johns', people);
  });
  lookForDigest(world, digests);
  runUntil(world, end);
  return { world, digests };
}

function sometime(dice: Dice): Temporal.Instant {
  return start.add({ minutes: dice.below(365 * 24 * 60) });
}

function flag(world: World, dice: Dice, number: number): void {
  const here = [...world.people.values()].filter(({ hasLeft }) => !hasLeft);
  world.flaggedBy.set(number, dice.oneOf(here).id);
  const asksAbove = dice.falls(0.05);
  const saved: SavedIssue = anIssue({
    state: 'saved',
    number,
    flaggedAt: world.now,
    postAt: world.now.add({ minutes: 1 }),
    help: dice.falls(0.1) ? { state: 'wanted' } : null,
    asksAbove,
  });
  world.issues.set(number, saved);
  found(world, saved.postAt, () => {
    change(world, number, { type: 'post' });
    passBy(world, dice, number);
  });
}

/** Holidays of their own, and for some the end of it. */
function comeAndGo(world: World, dice: Dice, person: Colleague): void {
  for (let trips = dice.below(4); trips > 0; trips -= 1) {
    const at = sometime(dice);
    const back = at
      .toZonedDateTimeISO('UTC')
      .toPlainDate()
      .add({ days: 2 + dice.below(30) });
    later(world, at, () => {
      person.hours = { ...person.hours, awayUntil: back.toString() };
      attend(world, person.id);
    });
  }
  if (!dice.falls(0.15)) return;
  const gone = sometime(dice);
  later(world, gone, () => leave(world, person, true));
  if (dice.falls(0.3)) later(world, gone.add({ hours: 60 * 24 }), () => leave(world, person, false));
}

function leave(world: World, person: Colleague, hasLeft: boolean): void {
  person.hasLeft = hasLeft;
  world.cadence = cadenceIn(world.cadence.time.zone, [...world.people.values()]);
  attend(world, person.id);
  expectTurns(world);
}

const outages: readonly Outage[] = [
  { from: Temporal.Instant.from('2026-03-02T07:30:00Z'), to: Temporal.Instant.from('2026-03-02T10:45:00Z') },
  { from: Temporal.Instant.from('2026-06-07T06:00:00Z'), to: Temporal.Instant.from('2026-06-09T05:00:00Z') },
];

function lookForDigest(world: World, digests: (Period & Slot)[]): void {
  const schedule = { zone: world.cadence.time.zone, day: 1, hour: 9, holidays };
  const { period, next } = lookAt(schedule, digests.at(-1) ?? null, world.now);
  if (period !== null) {
    digests.push(period);
    const subject = String(period.to.epochMilliseconds);
    const wanted = { kind: 'owed', subject, isQuestion: false, when: 'now' } as const;
    for (const person of new Set(world.cadence.rungs.flat())) want(world, { person, ...wanted });
  }
  found(world, next, () => lookForDigest(world, digests));
}
