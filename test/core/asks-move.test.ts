import { array, assert, boolean, constantFrom, integer, property, tuple } from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it, test } from 'vitest';

import { askPasses, delivered, promiseLapses } from '../../src/core/ask-turns.ts';
import type { Cadence } from '../../src/core/cadence.ts';
import { dueOf } from '../../src/core/due.ts';
import { evolve } from '../../src/core/evolve.ts';
import type { Issue } from '../../src/core/issue.ts';
import { officeWeek } from '../../src/core/working-time.ts';
import type { Week, WorkingTime } from '../../src/core/working-time.ts';
import { anIssue, cadence, hal, kim } from '../support/builders.ts';
import { ask, on } from './an-ask.ts';
import { takeStep, told, wanted } from './life.ts';

const at = (text: string): Temporal.Instant =>
  Temporal.ZonedDateTime.from(`${text}[Europe/Berlin]`).toInstant();

function office(more: Partial<WorkingTime> = {}): WorkingTime {
  return { zone: 'Europe/Berlin', week: officeWeek, holidays: new Set(), awayUntil: null, ...more };
}

function berlin(kims: Partial<WorkingTime> = {}, all: Partial<WorkingTime> = {}, minutes = 240): Cadence {
  const leads = new Map([[kim, office({ ...all, ...kims })]]);
  return { ...cadence, time: office(all), rungs: [[kim], [hal]], minutes, leads };
}

/** A Thursday. Sam asks at 13:00. */
const thursday = at('2026-12-03T13:00');
const asked = (by = berlin()): Issue => takeStep(anIssue({ state: 'claimed' }), ask(by), thursday, by).after;

function read(by = berlin(), reads = thursday, minutes = 0): Issue {
  const issue = asked(by);
  const turn = issue.state === 'claimed' ? (issue.ask?.turn ?? 0) : 0;
  const time = by.leads.get(kim) ?? by.time;
  return delivered(issue, kim, turn, time, by, reads.add({ minutes })).reduce(evolve, issue);
}

/** Until the Friday of the week after, and two working days more. */
function promised(): Issue {
  const until = promiseLapses(office(), on, thursday);
  return evolve(read(), { type: 'ask-promised', by: kim, on, until });
}

const untilIn = (issue: Issue): string =>
  (dueOf(issue)?.at ?? thursday)
    .toZonedDateTimeISO('Europe/Berlin')
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' });

function movedIn(issue: Issue, by: Cadence): string {
  const events = askPasses(issue, by, thursday.add({ minutes: 30 }));
  const after = events.reduce(evolve, issue);
  expect(askPasses(after, by, thursday.add({ minutes: 30 }))).toEqual([]);
  return untilIn(after);
}

const free = (...days: readonly string[]) => ({ holidays: new Set(days) });
const awayForWeeks = { awayUntil: '2027-01-11' };
const inTheEvening: Week = Array.from({ length: 7 }, () => [{ from: 18 * 60, to: 22 * 60 }]);

describe('hours are others while an ask runs', () => {
  it.each<[string, Cadence, string]>([
    ['as they were', berlin(), '2026-12-03T17:00'],
    ['the day is a holiday', berlin({}, free('2026-12-03')), '2026-12-04T13:00'],
    ['the next one is', berlin({}, free('2026-12-04')), '2026-12-03T17:00'],
    ['they are away until the next day', berlin({ awayUntil: '2026-12-04' }), '2026-12-04T13:00'],
    ['they are away for weeks', berlin(awayForWeeks), '2026-12-03T17:00'],
    ['theirs are in the evening', berlin({ week: inTheEvening }), '2026-12-03T22:00'],
    ['more is given from now on', berlin({}, {}, 480), '2026-12-03T17:00'],
    ['less is given from now on', berlin({}, {}, 60), '2026-12-03T17:00'],
  ])('it has come to somebody: %s', (_, by, until) => {
    expect(movedIn(read(), by)).toBe(until);
  });

  it.each<[string, Cadence, string]>([
    ['as they were', berlin(), '2026-12-07T09:00'],
    ['a day of them is a holiday', berlin({}, free('2026-12-04')), '2026-12-08T09:00'],
    ['they are away for weeks', berlin(awayForWeeks), '2026-12-07T09:00'],
  ])('nobody could read it yet: %s', (_, by, until) => {
    expect(movedIn(asked(), by)).toBe(until);
  });

  it.each<[string, Cadence, string]>([
    ['as they were', berlin(), '2026-12-14T09:00'],
    ['a day after it is a holiday', berlin({}, free('2026-12-11')), '2026-12-15T09:00'],
    ['they are away for weeks', berlin(awayForWeeks), '2026-12-14T09:00'],
  ])('it is promised: %s', (_, by, until) => {
    expect(movedIn(promised(), by)).toBe(until);
  });

  it('nobody is told anew, and it goes on when that is over', () => {
    const by = berlin({}, free('2026-12-03'));
    const moved = takeStep(read(), { type: 'ask-passes', cadence: by }, at('2026-12-04T09:00'), by);
    expect(moved.events).toMatchObject([{ type: 'ask-moved' }]);
    expect(told(moved)).toEqual(['card 42', 'controls 42/3 to sam']);
    expect(wanted(moved)).toEqual([]);
    const over = takeStep(moved.after, { type: 'ask-passes', cadence: by }, at('2026-12-04T13:00'), by);
    expect(over.events).toMatchObject([{ type: 'ask-passed', why: 'no-answer', on: { to: [hal] } }]);
  });
});

test('while everybody’s hours stay what they are, nothing moves', () => {
  const weeks: Week[] = [officeWeek, inTheEvening, [[], [], [{ from: 540, to: 570 }], [], [], [], []]];
  const hours = tuple(
    constantFrom('Europe/Berlin', 'Asia/Kathmandu', 'Pacific/Chatham'),
    constantFrom(...weeks),
    constantFrom(null, '2026-12-05', '2027-01-11'),
  ).map(([zone, week, awayUntil]) => office({ zone, week, awayUntil }));
  const lives = tuple(
    array(hours, { minLength: 2, maxLength: 2 }),
    boolean(),
    integer({ min: 0, max: 20_000 }),
  );
  assert(
    property(lives, integer({ min: 1, max: 2400 }), ([[kims, hals], isTop, late], minutes) => {
      const leads = new Map([
        [kim, kims ?? office()],
        [hal, hals ?? office()],
      ]);
      const by = { ...berlin({}, {}, minutes), rungs: isTop ? [[kim, hal]] : [[kim], [hal]], leads };
      return [asked(by), read(by, thursday, late)].every((issue) => {
        const events = askPasses(issue, by, dueOf(issue)?.at ?? thursday);
        return events.every(({ type }) => type === 'ask-passed');
      });
    }),
    { numRuns: 500 },
  );
});
