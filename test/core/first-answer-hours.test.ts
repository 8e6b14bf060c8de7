import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';

import type { Cadence } from '../../src/core/cadence.ts';
import { dueOf } from '../../src/core/due.ts';
import type { Issue, PersonId } from '../../src/core/issue.ts';
import { restsUntil } from '../../src/core/promise-rest.ts';
import { officeWeek } from '../../src/core/working-time.ts';
import type { WorkingTime } from '../../src/core/working-time.ts';
import { ana, anIssue, cadence, hal, kim, ned, sam } from '../support/builders.ts';
import { nameOf, takeStep } from './life.ts';
import { firstReading, passes } from './promises.ts';

const at = (text: string): Temporal.Instant =>
  Temporal.ZonedDateTime.from(`${text}[Europe/Berlin]`).toInstant();

function office(zone: string, more: Partial<WorkingTime> = {}): WorkingTime {
  return { zone, week: officeWeek, holidays: new Set(), awayUntil: null, ...more };
}

const inBerlin = office('Europe/Berlin');
const inTokyo = office('Asia/Tokyo');
const awayInTokyo = office('Asia/Tokyo', { awayUntil: '2027-01-11' });
const atNight = office('Europe/Berlin', {
  week: Array.from({ length: 7 }, () => [{ from: 22 * 60, to: 30 * 60 }]),
});

const onWednesdays = office('Europe/Berlin', { week: [[], [], [{ from: 540, to: 1020 }], [], [], [], []] });
const halfAnHour = [{ from: 540, to: 570 }];
const aWednesdayHour = office('Europe/Berlin', { week: [[], [], halfAnHour, [], [], [], []] });
const aFridayHour = office('Europe/Berlin', { week: [[], [], [], [], halfAnHour, [], []] });

/** A workspace in Berlin. */
function berlin(rungs: Cadence['rungs'], ...leads: readonly (readonly [PersonId, WorkingTime])[]): Cadence {
  return { ...cadence, time: office('Europe/Berlin'), rungs, leads: new Map(leads) };
}

/** What was promised of it has passed: on a Thursday at 13:00 in Berlin, which is 21:00 in Tokyo. */
const thursday = at('2026-12-03T13:00');
const open = anIssue({
  state: 'open',
  flaggedAt: at('2026-12-03T09:00'),
  promise: { state: 'running', rung: null, by: thursday, hasPassed: false },
});

function asked(by: Cadence, issue: Issue = open) {
  const { after, events } = takeStep(issue, passes(by), thursday, by);
  const [event] = events;
  const there = event?.type === 'promise-passed' ? read(after, by, event.to) : after;
  if (event?.type !== 'promise-passed' || there.state !== 'open' || there.promise?.state !== 'running')
    throw new Error('nobody is asked');
  const answer = there.promise.by.toZonedDateTimeISO('Europe/Berlin').toPlainDateTime();
  return [event.to.map(nameOf).join(), answer.toString({ smallestUnit: 'minute' })];
}

/** It comes to the first of those asked who begins to work before it goes on. */
function read(issue: Issue, by: Cadence, to: readonly PersonId[]): Issue {
  const reading = firstReading(issue, by, to);
  return reading === null ? issue : takeStep(issue, reading.step, reading.at, by).after;
}

describe('the time of those who are asked by name is their own', () => {
  it.each([
    ['in Berlin', [kim], [[kim, inBerlin]], ['kim', '2026-12-03T17:00']],
    ['asleep in Tokyo', [kim], [[kim, inTokyo]], ['kim', '2026-12-04T05:00']],
    ['at work tonight', [kim], [[kim, atNight]], ['kim', '2026-12-04T02:00']],
    ['known by name alone', [kim], [], ['kim', '2026-12-03T17:00']],
    [
      'two, of whom one can read it now',
      [kim, ned],
      [
        [kim, inTokyo],
        [ned, inBerlin],
      ],
      ['kim,ned', '2026-12-03T17:00'],
    ],
    ['away, with nobody else', [kim], [[kim, awayInTokyo]], ['kim', '2026-12-03T17:00']],
    [
      'away, beside somebody who is there',
      [kim, ned],
      [
        [kim, awayInTokyo],
        [ned, inTokyo],
      ],
      ['ned', '2026-12-04T05:00'],
    ],
  ] as const)('somebody %s', (_, rung, leads, expected) => {
    expect(asked(berlin([rung, [], []], ...leads))).toEqual(expected);
  });

  it('where all of a rung are away the next is asked, and whoever stands above is asked after that', () => {
    const by = berlin([[kim], [hal], [sam]], [kim, awayInTokyo], [hal, inTokyo], [sam, awayInTokyo]);
    const first = takeStep(open, passes(by), thursday);
    expect(first.events).toMatchObject([{ to: [hal], isTop: false, promise: { rung: 1 } }]);
    const due = dueOf(first.after)?.at ?? thursday;
    const second = takeStep(first.after, passes(by), due);
    expect(second.events).toMatchObject([{ to: [sam], isTop: true, promise: { rung: 2 } }]);
  });

  it.each([
    ['one day a week', onWednesdays, '2026-12-09T13:00'],
    ['half an hour of it', aWednesdayHour, '2026-12-09T13:00'],
    ['and is away longer', { ...onWednesdays, awayUntil: '2026-12-14' }, '2026-12-03T17:00'],
  ])('whoever works %s, with nobody above them, can read it before it is over', (_, time, expected) => {
    expect(asked(berlin([[kim], [], []], [kim, time]))).toEqual(['kim', expected]);
  });

  it('whoever works half an hour a week holds it up for no longer than somebody who is away', () => {
    /* From Monday morning on they would have counted as away: that day’s four hours are the last. */
    const by = berlin([[kim], [hal], []], [kim, aFridayHour], [hal, inBerlin]);
    expect(asked(by)).toEqual(['kim', '2026-12-07T13:00']);
    /* Beside somebody who works more it is theirs that counts. */
    const two = berlin([[kim, ned], [hal], []], [kim, aFridayHour], [ned, inTokyo], [hal, inBerlin]);
    expect(asked(two)).toEqual(['kim,ned', '2026-12-04T05:00']);
  });

  it('nothing goes up while Tokyo sleeps', () => {
    const by = berlin([[kim], [hal], []], [kim, inBerlin], [hal, inTokyo]);
    const lead = read(takeStep(open, passes(by), thursday).after, by, [kim]);
    const five = at('2026-12-03T17:00');
    const above = takeStep(lead, passes(by), five);
    const itsRead = read(above.after, by, [hal]);
    expect(itsRead).toMatchObject({ promise: { by: at('2026-12-04T05:00') }, asked: { of: [kim, hal] } });
    const still = takeStep(itsRead, passes(by), at('2026-12-04T04:59'));
    expect(still.events).toEqual([]);
  });

  it('so it is of whoever is asked first, where the reporter would like somebody above the lead to answer', () => {
    const by = berlin([[kim], [hal], []], [kim, inBerlin], [hal, inTokyo]);
    const saved = anIssue({ state: 'saved', asksAbove: true, postAt: thursday });
    const { after } = takeStep(saved, { type: 'post' }, thursday, by, ana);
    expect(after).toMatchObject({ promise: { rung: 1, by: at('2026-12-04T05:00') } });
  });

  it('the card has the workspace’s', () => {
    const by = berlin([[kim], [], []], [kim, inTokyo]);
    const saved = anIssue({ state: 'saved', postAt: thursday });
    const { after } = takeStep(saved, { type: 'post' }, thursday, by, ana);
    expect(after).toMatchObject({ promise: { rung: null, by: at('2026-12-03T17:00') } });
  });
});

describe('what was promised passes in the hours of those who have promised it', () => {
  const above = [hal, inTokyo] as const;

  it.each([
    ['at work in Tokyo', [[kim], [hal], []], [[kim, inTokyo]], '2026-12-04T05:00', null],
    ['at home in Tokyo', [[kim], [hal], []], [[kim, inTokyo]], '2026-12-04T17:30', '2026-12-07T01:00'],
    ['at work tonight', [[kim], [hal], []], [[kim, atNight]], '2026-12-04T02:00', null],
    [
      'away, which counts as the workspace',
      [[kim], [], []],
      [[kim, awayInTokyo]],
      '2026-12-03T17:20',
      '2026-12-04T09:00',
    ],
    ['known by name alone', [[kim], [], []], [], '2026-12-04T05:00', '2026-12-04T09:00'],
    [
      'in Berlin, while somebody who was not asked yet works in Tokyo',
      [[kim], [hal], []],
      [above],
      '2026-12-04T05:00',
      '2026-12-04T09:00',
    ],
  ] as const)('somebody %s', (_, rungs, leads, now, expected) => {
    const by = berlin(rungs, ...leads);
    const { after } = takeStep(open, passes(by), thursday, by);
    expect(restsUntil(after, by, at(now))).toEqual(expected === null ? null : at(expected));
  });

  it('an admin’s, where nobody leads', () => {
    const by = { ...berlin([[], [], []], [kim, inTokyo]), admins: [kim] };
    const { after } = takeStep(open, passes(by), thursday, by);
    expect(restsUntil(after, by, at('2026-12-04T05:00'))).toBeNull();
  });

  it('what nobody in particular has promised waits for the workspace', () => {
    const by = berlin([[kim], [hal], []], [kim, inTokyo]);
    expect(restsUntil(open, by, at('2026-12-04T05:00'))).toEqual(at('2026-12-04T09:00'));
  });

  it('so does what somebody has promised who leads no more', () => {
    const before = berlin([[kim], [hal], []], [kim, inTokyo]);
    const { after } = takeStep(open, { type: 'promise-passes', cadence: before }, thursday, before);
    const by = berlin([[ned], [hal], []], [ned, inTokyo]);
    expect(restsUntil(after, by, at('2026-12-04T05:00'))).toEqual(at('2026-12-04T09:00'));
  });
});
