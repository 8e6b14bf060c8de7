import { array, assert, boolean, integer, property, tuple } from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, it } from 'vitest';

import type { Cadence } from '../../src/core/cadence.ts';
import { foundNext } from '../../src/core/due.ts';
import { isAskingFirst } from '../../src/core/first-answer.ts';
import type { Promised } from '../../src/core/first-answer.ts';
import type { PersonId } from '../../src/core/issue.ts';
import { restsUntil } from '../../src/core/promise-rest.ts';
import { addWorkingDays, addWorkingMinutes, openingAfter } from '../../src/core/working-time.ts';
import { ana, thursday } from '../support/builders.ts';
import { cadences, changesOf, doings, isBy, later } from './ladders.ts';
import type { Lived } from './ladders.ts';
import type { Change } from './life.ts';
import { everyChange } from './lives.ts';

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
  const asks = events.flatMap((it) => (isAskingFirst(it) ? [it.to] : []));
  return asks[0] ?? null;
}

/** The card is below the lowest. */
function rungOf(promise: Promised | null | undefined): number {
  return promise?.state === 'running' ? (promise.rung ?? -1) : Infinity;
}

/** When what they were asked came to one of them. */
function arrival(changes: readonly Lived[]): { at: Temporal.Instant; reader: PersonId } | null {
  const all = changes.flatMap(({ at, events }) =>
    events.flatMap((it) => (it.type === 'asking-arrived' ? [{ at, reader: it.reader }] : [])),
  );
  return all[0] ?? null;
}

describe('whatever people do, and whenever the sweep comes by', () => {
  it('no open issue is without a promise or a day to look again, until everybody there is was asked; then it is looked at each day', () => {
    everyChange(({ after }) => {
      if (after.state !== 'open') return true;
      const turn = foundNext(after, thursday)?.turn;
      return turn === (after.promise?.state === 'unanswered' ? 'in-vain' : 'promise-passes');
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
        const [from, to] = [before, after].map((it) => (it.state === 'open' ? it.promise : null));
        if (to?.state !== 'running') return from?.state === 'running' && to?.state === 'unanswered';
        /* Whoever was away while all others were asked may stand on any. */
        const isUp = from?.state === 'unanswered' || rungOf(to) > rungOf(from);
        return isUp && to.hasPassed;
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

  it('while everybody’s hours stay what they are, nothing moves', () => {
    always((changes) => changes.every(({ events }) => events.every(({ type }) => type !== 'promise-moved')));
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

  it('whoever is asked by name has the whole time since it came to them, in their own hours or those of whoever is away, before it goes on', () => {
    always((changes, by) =>
      changes.every((change, nth) => {
        const from = changes.slice(0, nth).findLastIndex(({ events }) => asksIn(events) !== null);
        const asking = changes[from];
        if (asking === undefined || !change.events.some(({ type }) => type === 'promise-passed')) return true;
        const asked = asksIn(asking.events) ?? [];
        const soon = addWorkingDays(by.time, asking.at, 2) ?? asking.at;
        const there = asked.filter((it) => isBy(openingAfter(by.leads.get(it) ?? by.time, asking.at), soon));
        const read = arrival(changes.slice(from, nth));
        if (read === null && asking.before.state !== 'saved')
          return there.length === 0 || isBy(soon, change.at);
        const since = read?.at ?? asking.at;
        const readers = read === null ? there : [read.reader];
        const whole = [
          ...readers.map((it) => addWorkingMinutes(by.leads.get(it) ?? by.time, since, by.minutes)),
          addWorkingMinutes(by.time, later(soon, since), by.minutes),
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
        /* What came to nobody goes on when the workspace opens. */
        if (promise.onItsWaySince !== undefined) return true;
        return restsUntil(after, by, promise.by) === null;
      }),
    );
  });

  it('a rung has no longer than somebody who is away would have, nor than a week where it is the last', () => {
    always((changes, by) =>
      changes.every(({ at, events }) =>
        events.every((event) => {
          if (!isAskingFirst(event)) return true;
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
        /* For each of those on it one to read it, one to pass, and one to look again. */
        const alone = Array.from({ length: 30 }, () => ['time', 0] as const);
        const { after } = changesOf(alone, by, asksAbove).at(-1) ?? {};
        return after?.state === 'open' && after.promise?.state === 'unanswered';
      }),
    );
  });
});
