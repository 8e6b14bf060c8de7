import { Temporal } from 'temporal-polyfill';
import { describe, expect, it, test } from 'vitest';

import { arrivedFirst } from '../../src/core/asking.ts';
import type { Cadence } from '../../src/core/cadence.ts';
import { dueOf } from '../../src/core/due.ts';
import { evolve } from '../../src/core/evolve.ts';
import { promised } from '../../src/core/first-answer.ts';
import type { Issue } from '../../src/core/issue.ts';
import { promisePasses } from '../../src/core/promise-passes.ts';
import { restsUntil, asksLeads } from '../../src/core/promise-rest.ts';
import { officeWeek } from '../../src/core/working-time.ts';
import type { WorkingTime } from '../../src/core/working-time.ts';
import { anIssue, cadence, hal, kim, lea } from '../support/builders.ts';
import { takeStep, told, wanted } from './life.ts';

const at = (text: string): Temporal.Instant =>
  Temporal.ZonedDateTime.from(`${text}[Europe/Berlin]`).toInstant();

function office(more: Partial<WorkingTime> = {}): WorkingTime {
  return { zone: 'Europe/Berlin', week: officeWeek, holidays: new Set(), awayUntil: null, ...more };
}

const inTheEvening = Array.from({ length: 7 }, () => [{ from: 18 * 60, to: 22 * 60 }]);

function berlin(kims: Partial<WorkingTime> = {}, all: Partial<WorkingTime> = {}, minutes = 240): Cadence {
  const leads = new Map([[kim, office({ ...all, ...kims })]]);
  return { ...cadence, time: office(all), rungs: [[kim], [hal]], minutes, leads };
}

/** A Thursday. */
const flaggedAt = at('2026-12-03T09:00');

function opened(): Issue {
  const open = anIssue({ state: 'open', flaggedAt, promise: null });
  return promised(open, berlin(), flaggedAt).reduce(evolve, open);
}

const atOne = at('2026-12-03T13:00');

/** Nobody has answered by 13:00, and Kim is asked. */
function onItsWay(): Issue {
  return takeStep(opened(), { type: 'promise-passes', cadence: berlin() }, atOne, berlin()).after;
}

function comesTo(issue: Issue, time: WorkingTime, by: Cadence, when: Temporal.Instant, person = kim): Issue {
  const seq = issue.state === 'open' ? (issue.asked?.turn ?? 0) : 0;
  const arriving = { person, time, seq, at: when, toldAt: null };
  return arrivedFirst(issue, arriving, by).reduce(evolve, issue);
}

/** It comes to Kim at once: until 17:00. */
const asked = (): Issue => comesTo(onItsWay(), office(), berlin(), atOne);

const untilIn = (issue: Issue): string =>
  (dueOf(issue)?.at ?? flaggedAt)
    .toZonedDateTimeISO('Europe/Berlin')
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' });

/** Until when it is after the hours have become these. */
function movedIn(issue: Issue, by: Cadence, now = at('2026-12-03T13:30')): string {
  const events = promisePasses(issue, by, now);
  expect(asksLeads(events)).toBe(false);
  const after = events.reduce(evolve, issue);
  expect(promisePasses(after, by, now)).toEqual([]);
  return untilIn(after);
}

const nextDayIsFree = { holidays: new Set(['2026-12-04']) };

describe('hours are others while a promise runs', () => {
  it.each<[string, Cadence, string]>([
    ['as they were', berlin(), '2026-12-03T17:00'],
    ['theirs are in the evening', berlin({ week: inTheEvening }), '2026-12-03T22:00'],
    [
      'theirs are longer',
      berlin({ week: officeWeek.map(() => [{ from: 0, to: 1440 }]) }),
      '2026-12-03T17:00',
    ],
    ['they are away until the next day', berlin({ awayUntil: '2026-12-04' }), '2026-12-04T13:00'],
    ['they are away for weeks', berlin({ awayUntil: '2027-01-11' }), '2026-12-03T17:00'],
    ['the day is a holiday', berlin({}, { holidays: new Set(['2026-12-03']) }), '2026-12-04T13:00'],
    ['the next day is a holiday', berlin({}, nextDayIsFree), '2026-12-03T17:00'],
    ['more is given from now on', berlin({}, {}, 480), '2026-12-03T17:00'],
    ['less is given from now on', berlin({}, {}, 60), '2026-12-03T17:00'],
  ])('of whoever is asked by name: %s', (_, by, until) => {
    expect(untilIn(asked())).toBe('2026-12-03T17:00');
    expect(movedIn(asked(), by)).toBe(until);
  });

  it.each<[string, Cadence, string]>([
    ['the day is a holiday', berlin({}, { holidays: new Set(['2026-12-03']) }), '2026-12-04T13:00'],
    ['those of one lead', berlin({ week: inTheEvening }), '2026-12-03T13:00'],
    ['more is given from now on', berlin({}, {}, 480), '2026-12-03T13:00'],
    ['another zone', berlin({}, { zone: 'America/New_York' }), '2026-12-03T19:00'],
  ])('of whoever reads the card: %s', (_, by, until) => {
    expect(movedIn(opened(), by, at('2026-12-03T10:00'))).toBe(until);
  });

  /** Hal stands above Kim, and his hours are these. */
  const hals = (time: Partial<WorkingTime>, all: Partial<WorkingTime> = {}): Cadence => ({
    ...berlin({}, all),
    leads: new Map([[hal, office({ ...all, ...time })]]),
  });

  it.each<[string, Cadence, string]>([
    ['as they were', hals({}), '2026-12-03T13:00'],
    ['theirs are in the evening', hals({ week: inTheEvening }), '2026-12-03T22:00'],
    ['they are away for some days', hals({ awayUntil: '2026-12-09' }), '2026-12-09T13:00'],
    ['they are away for weeks', hals({ awayUntil: '2027-01-11' }), '2026-12-03T13:00'],
    ['the day is a holiday', hals({}, { holidays: new Set(['2026-12-03']) }), '2026-12-04T13:00'],
    ['those of one whom it keeps clear of', berlin({ week: inTheEvening }), '2026-12-03T13:00'],
  ])('of somebody above the lead, who answers first: %s', (_, by, until) => {
    const open = anIssue({ state: 'open', flaggedAt, promise: null, asksAbove: true });
    const above = promised(open, berlin(), flaggedAt, [{ type: 'posted' }]).reduce(evolve, open);
    expect(above).toMatchObject({ asked: { of: [hal] } });
    expect(untilIn(above)).toBe('2026-12-03T13:00');
    expect(movedIn(above, by, at('2026-12-03T10:00'))).toBe(until);
  });

  it('of a rung of which some were asked before: by the hours of those who are asked now', () => {
    const goesUp = (rungs: Cadence['rungs']): Issue => {
      const by = { ...berlin(), rungs };
      return takeStep(asked(), { type: 'promise-passes', cadence: by }, at('2026-12-03T17:00'), by).after;
    };
    const free = berlin({}, nextDayIsFree);
    const whole = goesUp([[kim], [hal]]);
    expect(movedIn(whole, free, at('2026-12-03T17:30'))).toBe('2026-12-08T09:00');
    const rungs = [[lea], [kim, hal]];
    const part = goesUp(rungs);
    expect(part).toMatchObject({ asked: { of: [kim, hal] } });
    expect(untilIn(part)).toBe(untilIn(whole));
    expect(movedIn(part, { ...free, rungs }, at('2026-12-03T17:30'))).toBe('2026-12-08T09:00');
    const friday = at('2026-12-04T09:00');
    const isWithHal = comesTo(part, office(), { ...berlin(), rungs }, friday, hal);
    expect(untilIn(isWithHal)).toBe('2026-12-04T13:00');
    /* Kim is there on that day, and it is not her answer that is promised now. */
    const kimIsThere = { ...free, rungs, leads: new Map([[kim, office()]]) };
    expect(movedIn(isWithHal, kimIsThere, friday)).toBe('2026-12-07T13:00');
  });

  it('what has not come to anybody yet goes on two working days later', () => {
    expect(untilIn(onItsWay())).toBe('2026-12-07T09:00');
    expect(movedIn(onItsWay(), berlin({}, nextDayIsFree))).toBe('2026-12-08T09:00');
    expect(promisePasses(onItsWay(), berlin(), at('2026-12-04T09:00'))).toEqual([]);
  });

  it('what has come to somebody late has its whole time, and no more', () => {
    const hourAWeek = office({ week: [[], [], [], [], [{ from: 540, to: 600 }], [], []] });
    const by = { ...berlin(), leads: new Map([[kim, hourAWeek]]) };
    const late = comesTo(onItsWay(), hourAWeek, by, at('2026-12-04T09:30'));
    expect(promisePasses(late, by, at('2026-12-04T09:40'))).toEqual([]);
  });

  it('an answer is waited for as many working days', () => {
    const inquiry = { seq: 3, text: 'Which one?', isAnswered: false };
    const open = anIssue({ state: 'open', flaggedAt, inquiry, promise: null });
    const waiting = promised(open, berlin(), flaggedAt).reduce(evolve, open);
    expect(untilIn(waiting)).toBe('2026-12-10T09:00');
    expect(movedIn(waiting, berlin({}, nextDayIsFree))).toBe('2026-12-11T09:00');
  });
});

test('it passes when that is over, and asks as before', () => {
  const by = berlin({}, { holidays: new Set(['2026-12-03']) });
  const now = at('2026-12-04T09:00');
  const moved = takeStep(asked(), { type: 'promise-passes', cadence: by }, now, by);
  expect(moved.events).toMatchObject([{ type: 'promise-moved' }]);
  expect(told(moved)).toEqual(['card 42']);
  expect(wanted(moved)).toEqual([]);
  expect(moved.after).toMatchObject({ asked: { of: [kim] } });
  const after = takeStep(moved.after, { type: 'promise-passes', cadence: by }, at('2026-12-04T13:00'), by);
  expect(after.events).toMatchObject([{ type: 'promise-passed', to: [hal] }]);
  expect(restsUntil(moved.after, by, now)).toBeNull();
});

test('of one from before it was kept how it was counted what was said stays so', () => {
  const by = at('2026-12-03T13:00');
  const promise = { state: 'running', rung: null, by, hasPassed: false } as const;
  const open = anIssue({ state: 'open', flaggedAt, promise });
  expect(promisePasses(open, berlin({}, { holidays: new Set(['2026-12-03']) }), by)).toMatchObject([
    { type: 'promise-passed' },
  ]);
});
