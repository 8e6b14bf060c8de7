import { array, assert, boolean, constantFrom, integer, oneof, property, subarray, tuple } from 'fast-check';
import type { Arbitrary } from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, it } from 'vitest';

import type { Cadence } from '../../src/core/cadence.ts';
import { dueOf } from '../../src/core/due.ts';
import { isOfFirstAnswer } from '../../src/core/first-answer.ts';
import type { Issue, PersonId } from '../../src/core/issue.ts';
import { restsUntil } from '../../src/core/promise-rest.ts';
import { addWorkingDays, addWorkingMinutes, officeWeek, openingAfter } from '../../src/core/working-time.ts';
import type { Week, WorkingTime } from '../../src/core/working-time.ts';
import { ana, anIssue, hal, kim, lea, max, ned, sam, thursday } from '../support/builders.ts';
import { takeStep } from './life.ts';
import type { Change, Step } from './life.ts';
import { actors, commands, everyChange } from './lives.ts';

const rung = subarray([ana, sam, lea, kim, max, ned, hal], { maxLength: 5 });
const zones = constantFrom('UTC', 'Asia/Kathmandu', 'America/St_Johns', 'Pacific/Chatham');
const holidays = new Set(['2026-12-25']);
const nights: Week = Array.from({ length: 7 }, () => [{ from: 22 * 60, to: 30 * 60 }]);

const aWednesdayHour: Week = [[], [], [{ from: 540, to: 570 }], [], [], [], []];

/** Of somebody on the ladder, if anything is known of them. */
const hours: Arbitrary<WorkingTime | null> = tuple(
  zones,
  constantFrom(officeWeek, nights, aWednesdayHour),
  constantFrom(null, null, '2026-12-05', '2027-02-01'),
).chain(([zone, week, awayUntil]) => constantFrom(null, { zone, week, holidays, awayUntil }));
const leading: readonly PersonId[] = [ana, sam, lea, kim, max, ned, hal];
const cadences: Arbitrary<Cadence> = tuple(
  tuple(rung, rung, rung),
  rung,
  zones,
  integer({ min: 1, max: 2400 }),
  array(hours, { minLength: leading.length, maxLength: leading.length }),
).map(([rungs, admins, zone, minutes, each]) => ({
  rungs,
  admins,
  minutes,
  leads: new Map(leading.flatMap((it, nth) => (each[nth] ? [[it, each[nth]] as const] : []))),
  time: { zone, week: officeWeek, holidays, awayUntil: null },
}));

type Doing = Step | 'time';
const doings: Arbitrary<Doing> = oneof(
  { weight: 3, arbitrary: constantFrom<Doing>('time') },
  { weight: 1, arbitrary: tuple(constantFrom(...actors), commands) },
);

type Lived = Change & { readonly at: Temporal.Instant };

/** An issue's life in which the sweep comes when something is due, or late, and never in the rest. */
function changesOf(life: readonly (readonly [Doing, number])[], by: Cadence, asksAbove: boolean): Lived[] {
  let issue: Issue = anIssue({ state: 'saved', asksAbove });
  let now = thursday.add({ minutes: 1 });
  const posted = takeStep(issue, { type: 'post' }, now, by);
  const changes: Lived[] = [{ ...posted, at: now }];
  issue = posted.after;
  for (const [doing, lateMinutes] of life) {
    const next = dueOf(issue);
    const isLater = doing === 'time' && next !== null && next.at.epochMilliseconds > now.epochMilliseconds;
    now = (isLater ? next.at : now).add({ minutes: lateMinutes });
    if (doing === 'time') now = restsUntil(issue, by, now) ?? now;
    const step: Step = doing === 'time' ? { type: 'promise-passes', cadence: by } : doing;
    const change = takeStep(issue, step, now, by);
    changes.push({ ...change, at: now });
    issue = change.after;
  }
  return changes;
}

function always(holds: (changes: readonly Lived[], by: Cadence) => boolean): void {
  const life = array(tuple(doings, integer({ min: 0, max: 3000 })), { maxLength: 30 });
  assert(
    property(life, cadences, boolean(), (steps, by, asksAbove) => holds(changesOf(steps, by, asksAbove), by)),
    { numRuns: 300 },
  );
}

/** Who was asked since the promise began. */
function askedInOneGo(changes: readonly Change[]): readonly PersonId[][] {
  const goes: PersonId[][] = [[]];
  for (const event of changes.flatMap(({ events }) => events)) {
    if (event.type === 'promised') goes.push([...event.to]);
    if (event.type === 'promise-passed') goes.at(-1)?.push(...event.to);
  }
  return goes;
}

/** Who is asked by name with them; `null`: nothing is promised anew. */
function asksIn(events: Change['events']): readonly PersonId[] | null {
  const asks = events.flatMap((it) => (isOfFirstAnswer(it) && it.type !== 'looks-again' ? [it.to] : []));
  return asks[0] ?? null;
}

function later(one: Temporal.Instant, other: Temporal.Instant): Temporal.Instant {
  return Temporal.Instant.compare(one, other) > 0 ? one : other;
}

function isBy(at: Temporal.Instant | null, by: Temporal.Instant): boolean {
  return at !== null && Temporal.Instant.compare(at, by) <= 0;
}

describe('whatever people do, and whenever the sweep comes by', () => {
  it('no open issue is without a promise or a day to look again, until everybody there is was asked', () => {
    everyChange(({ after }) => {
      if (after.state !== 'open') return true;
      return after.promise?.state === 'unanswered' ? dueOf(after) === null : dueOf(after) !== null;
    });
  });

  it('who is kept as asked is who was asked since the promise began, and never whoever flagged it', () => {
    always((changes) => {
      const { after } = changes.at(-1) ?? {};
      if (after?.state !== 'open') return true;
      const isAsking = after.promise?.state === 'running' || after.promise?.state === 'unanswered';
      const since = isAsking ? (askedInOneGo(changes).at(-1) ?? []) : [];
      const kept = after.asked?.of ?? [];
      return since.toSorted().join() === kept.toSorted().join() && !kept.includes(ana);
    });
  });

  it('each passing goes up a rung, or ends where everybody was asked', () => {
    always((changes) =>
      changes.every(({ before, after, events }) => {
        if (!events.some(({ type }) => type === 'promise-passed')) return true;
        if (before.state !== 'open' || before.promise?.state !== 'running' || after.state !== 'open')
          return false;
        if (after.promise?.state === 'unanswered') return true;
        if (after.promise?.state !== 'running') return false;
        return (after.promise.rung ?? -1) > (before.promise.rung ?? -1) && after.promise.hasPassed;
      }),
    );
  });

  it('nobody is asked twice for the same promise, nor about their own flag', () => {
    always((changes) =>
      askedInOneGo(changes).every((go) => new Set(go).size === go.length && !go.includes(ana)),
    );
  });

  it('at most three people of a rung are asked, and the top once', () => {
    always((changes) =>
      changes.every(({ events }) =>
        events.every((event) => event.type !== 'promise-passed' || event.to.length <= 3),
      ),
    );
  });

  it('the reporter hears of each passing, and of who has it', () => {
    always((changes) =>
      changes.every(({ after, events, followUps: { draw } }) =>
        events.every((event) => {
          if (event.type !== 'promise-passed') return true;
          const subject = `${after.number}/${after.version}`;
          const news = draw.filter((it) => it.kind === 'news' && it.subject === subject);
          return news.length === 1 && news[0]?.person === ana;
        }),
      ),
    );
  });

  it('a promise is always of the time to come', () => {
    always((changes) =>
      changes.every(({ at, events }) =>
        events.every((event) => {
          const isNew = event.type === 'promised' || event.type === 'promise-passed';
          if (!isNew || event.promise.state !== 'running') return true;
          return Temporal.Instant.compare(event.promise.by, at) > 0;
        }),
      ),
    );
  });

  it('whoever is asked by name has the whole time, in their own hours or those of whoever is away, before it goes on', () => {
    always((changes, by) =>
      changes.every((change, nth) => {
        const asking = changes.slice(0, nth).findLast(({ events }) => asksIn(events) !== null);
        if (asking === undefined || !change.events.some(({ type }) => type === 'promise-passed')) return true;
        const times = (asksIn(asking.events) ?? []).map((it) => by.leads.get(it) ?? by.time);
        const soon = addWorkingDays(by.time, asking.at, 2) ?? asking.at;
        const there = times.filter((time) => isBy(openingAfter(time, asking.at), soon));
        const whole = [
          ...there.map((time) => addWorkingMinutes(time, asking.at, by.minutes)),
          addWorkingMinutes(by.time, soon, by.minutes),
        ];
        return there.length === 0 || whole.some((end) => isBy(end, change.at));
      }),
    );
  });

  it('when their time is over it is not waited for anybody’s opening', () => {
    always((changes, by) =>
      changes.every(({ after, events }) => {
        const promise = after.state === 'open' ? after.promise : null;
        if (asksIn(events)?.length === 0 || promise?.state !== 'running') return true;
        return restsUntil(after, by, promise.by.subtract({ milliseconds: 1 })) === null;
      }),
    );
  });

  it('a rung has no longer than somebody who is away would have, nor than a week where it is the last', () => {
    always((changes, by) =>
      changes.every(({ at, events }) =>
        events.every((event) => {
          if (!isOfFirstAnswer(event) || event.type === 'looks-again') return true;
          const { promise, to, isTop } = event;
          if (promise.state !== 'running' || to.length === 0) return true;
          const soon = addWorkingDays(by.time, at, 2) ?? at;
          const latest = isTop ? later(soon, at.add({ hours: 8 * 24 })) : soon;
          return isBy(promise.by, addWorkingMinutes(by.time, latest, by.minutes) ?? latest);
        }),
      ),
    );
  });

  it('nobody who is away is asked beside somebody who is there', () => {
    always((changes, by) =>
      changes.every(({ at, events }) => {
        const times = (asksIn(events) ?? []).map((it) => by.leads.get(it) ?? by.time);
        const soon = addWorkingDays(by.time, at, 2) ?? at;
        const there = times.filter((time) => isBy(openingAfter(time, at), soon));
        return there.length === 0 || there.length === times.length;
      }),
    );
  });

  it('left alone, the ladder ends', () => {
    assert(
      property(cadences, boolean(), (by, asksAbove) => {
        const alone = Array.from({ length: 5 }, () => ['time', 0] as const);
        const { after } = changesOf(alone, by, asksAbove).at(-1) ?? {};
        return after?.state === 'open' && after.promise?.state === 'unanswered';
      }),
    );
  });
});
