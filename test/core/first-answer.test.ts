import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';

import { answerBy } from '../../src/core/cadence.ts';
import type { Cadence } from '../../src/core/cadence.ts';
import { take } from '../../src/core/decide.ts';
import { states } from '../../src/core/issue.ts';
import type { Issue } from '../../src/core/issue.ts';
import { restsUntil } from '../../src/core/promise-rest.ts';
import { officeWeek } from '../../src/core/working-time.ts';
import { ana, anActor, anIssue, cadence, hal, kim, lea, max, sam, thursday } from '../support/builders.ts';
import { takeStep, told, wanted } from './life.ts';
import { administered, afterPassing, ladder, open, passes } from './promises.ts';

/** Whom each passing asked, until it is everybody. */
function asked(by: Cadence, from: Issue = open) {
  const all: unknown[] = [];
  for (let times = 1; times < 6; times += 1) {
    const [event] = afterPassing(times, by, from).events;
    if (event?.type !== 'promise-passed') break;
    all.push(event.isTop ? { top: event.to } : event.to);
  }
  return all;
}

describe('time and the promise of a first answer', () => {
  it.each(states.map((state) => [state, anIssue({ state })] as const))('where it is %s', (state, issue) => {
    const later = thursday.add({ hours: 24 * 30 });
    const events = take(issue, { type: 'promise-passes', cadence }, later).map(({ type }) => type);
    expect(events).toEqual(state === 'open' ? ['promise-passed'] : []);
  });

  it('nothing happens before its time', () => {
    const by = thursday.add({ hours: 4 });
    expect(take(open, { type: 'promise-passes', cadence }, by.subtract({ seconds: 1 }))).toEqual([]);
    expect(take(open, { type: 'promise-passes', cadence }, by)).toHaveLength(1);
  });

  it('it goes up one rung at a time, and the top is asked once', () => {
    expect(asked(ladder([kim], [hal], [sam]))).toEqual([[kim], [hal], { top: [sam] }, []]);
    expect(afterPassing(4, ladder([kim], [hal], [sam])).after).toMatchObject({
      promise: { state: 'unanswered' },
    });
    expect(afterPassing(5, ladder([kim], [hal], [sam])).events).toEqual([]);
  });

  it.each([
    ['a ladder with one rung', ladder([kim], [], []), [{ top: [kim] }, []]],
    ['a rung with nobody on it', ladder([kim], [], [sam]), [[kim], { top: [sam] }, []]],
    ['nobody at all', ladder([], [], []), [[]]],
    ['the same person on two rungs', ladder([kim], [kim, hal], [hal]), [[kim], { top: [hal] }, []]],
    ['a lead who flagged it', ladder([ana, kim], [hal], [ana]), [[kim], { top: [hal] }, []]],
    ['only whoever flagged it', ladder([ana], [], [ana]), [[]]],
    ['another lead, and admins', administered(ladder([ana, kim], [], []), hal), [{ top: [kim] }, []]],
    ['another above, and admins', administered(ladder([ana], [hal], []), kim), [{ top: [hal] }, []]],
    ['only whoever flagged it, and an admin', administered(ladder([ana], [], []), hal), [{ top: [hal] }, []]],
    [
      'only whoever flagged it, who administers with others',
      administered(ladder([ana], [ana], []), sam, ana, kim),
      [{ top: [kim, sam] }, []],
    ],
    ['only whoever flagged it and administers', administered(ladder([ana], [], []), ana), [[]]],
    ['many leads', ladder([max, kim, sam, lea], [], []), [{ top: [kim, lea, max] }, []]],
  ])('%s', (_, by, wanted) => {
    expect(asked(by).map((it) => JSON.parse(JSON.stringify(it)))).toEqual(wanted);
  });

  it('the reporter may have somebody above the lead asked at once, and the lead never is', () => {
    const saved = anIssue({ state: 'saved', asksAbove: true });
    const posted = takeStep(saved, { type: 'post' }, thursday.add({ minutes: 1 }));
    expect(told(posted)).toEqual(['card 42']);
    expect(wanted(posted)).toEqual(['first-answer 42/3 to hal']);
    expect(posted.events).toMatchObject([{}, { promise: { rung: 1, hasPassed: false }, isTop: true }]);
    expect(asked(ladder([kim], [hal], [sam]), { ...open, asksAbove: true })).toEqual([
      [kim],
      [hal],
      { top: [sam] },
      [],
    ]);
  });

  it('with nobody above the lead, it is as if they had not asked for that', () => {
    const saved = anIssue({ state: 'saved', asksAbove: true });
    const at = thursday.add({ minutes: 1 });
    const posted = takeStep(saved, { type: 'post' }, at, ladder([kim], [], []));
    expect(posted.after).toMatchObject({ promise: { state: 'running', rung: null } });
    expect(told(posted)).toEqual(['card 42']);
  });

  it('what is open from before there were promises gets one, and nobody is told', () => {
    const old = takeStep({ ...open, promise: null }, passes(), thursday);
    expect(old.events).toMatchObject([{ type: 'promised', to: [] }]);
    expect(told(old)).toEqual(['card 42']);
  });
});

describe('who is told', () => {
  it('at the first passing: the reporter, whoever has it now, and once more the channel', () => {
    expect(told(afterPassing(1))).toEqual(['card 42', 'reply 42/3', 'news 42/3 to ana']);
    expect(wanted(afterPassing(1))).toEqual(['first-answer 42/3 to kim', 'first-answer 42/3 to ned']);
  });

  it('at the next: the reporter and whoever has it now, and nobody in public', () => {
    expect(told(afterPassing(2))).toEqual(['card 42', 'news 42/4 to ana']);
    expect(wanted(afterPassing(2))).toEqual(['first-answer 42/4 to hal']);
  });

  it('when everybody was asked: the reporter', () => {
    expect(told(afterPassing(3))).toEqual(['card 42', 'news 42/5 to ana']);
  });

  it('those who were asked read how it stands, whatever happens next', () => {
    const { after } = afterPassing(1);
    expect(takeStep(after, [anActor(sam), { type: 'claim' }], thursday).followUps.nudged).toBe(42);
  });
});

describe('working time', () => {
  const office: Cadence = { ...cadence, time: { ...cadence.time, zone: 'Europe/Berlin', week: officeWeek } };
  const at = (text: string): Temporal.Instant =>
    Temporal.ZonedDateTime.from(`${text}[Europe/Berlin]`).toInstant();

  it.each([
    ['2026-12-03T10:00:00', '2026-12-03T14:00:00'],
    ['2026-12-03T10:00:01', '2026-12-03T14:01:00'],
    ['2026-12-03T13:30:00', '2026-12-04T09:30:00'],
    ['2026-12-04T20:00:00', '2026-12-07T13:00:00'],
  ])('flagged at %s, somebody answers by %s', (from, by) => {
    expect(answerBy(office, at(from))).toEqual(at(by));
  });

  it('where nobody ever works it is a week', () => {
    const never: Cadence = { ...office, time: { ...office.time, week: [[], [], [], [], [], [], []] } };
    expect(answerBy(never, thursday)).toEqual(thursday.add({ hours: 168 }));
  });

  it('nobody is told in the rest: it waits for the opening', () => {
    expect(restsUntil(open, office, at('2026-12-03T16:59:59'))).toBeNull();
    expect(restsUntil(open, office, at('2026-12-04T17:00:00'))).toEqual(at('2026-12-07T09:00:00'));
  });

  it.each([
    ['2026-12-04T17:00:00', null],
    ['2026-12-04T17:00:09', null],
    ['2026-12-04T17:20:00', '2026-12-07T09:00:00'],
  ])('what ends together with the working day is told at its end: at %s', (now, opening) => {
    const by = at('2026-12-04T17:00:00');
    const ends = { ...open, promise: { state: 'running', rung: null, by, hasPassed: false } } as Issue;
    expect(restsUntil(ends, office, at(now))).toEqual(opening === null ? null : at(opening));
  });
});
