import { Temporal } from 'temporal-polyfill';
import { beforeAll, describe, expect, it } from 'vitest';

import { dueOf } from '../../../src/core/due.ts';
import { isOwned } from '../../../src/core/issue.ts';
import type { IssueEvent } from '../../../src/core/issue.ts';
import { addWorkingDays, addWorkingMinutes, dayOf, isOpen } from '../../../src/core/working-time.ts';
import type { WorkingTime } from '../../../src/core/working-time.ts';
import { isAsking, isPassing, leftAfter } from './asking.ts';
import { spellsOf } from './spells.ts';
import type { Outage } from './tasks.ts';
import type { Happened, Sent, World } from './world.ts';
import { flags, liveThroughIt, moves } from './year.ts';
import type { Year } from './year.ts';

const compare = Temporal.Instant.compare;

let year: Year;
let world: World;
let messages: readonly Sent[];
/** What happened to each issue, in order. */
let lives: ReadonlyMap<number, readonly Happened[]>;
let irregular: readonly Outage[];

beforeAll(() => {
  year = liveThroughIt();
  ({ world } = year);
  messages = [...world.sent.values()].flat();
  irregular = [...world.outages, { from: moves.subtract({ hours: 24 }), to: moves }];
  lives = Map.groupBy(world.happened, ({ after }) => after.number);
}, 120_000);

/** The card's, and one for each rung of the ladder. */
const mostPromises = 4;

/** Whoever reads them knows that a person has seen their flag. */
const firstAnswers: readonly IssueEvent['type'][] = ['claimed', 'inquired', 'declined', 'looks-again'];

/** Of the workspace, for all of the ladder, whatever the hours of those on it, and however much they have before them. */
const mostDays = 12;

/** Where nobody looked for a while, or the workspace's hours had just become others, it may be later. */
function withDelay(from: Temporal.Instant, by: Temporal.Instant): Temporal.Instant {
  const isDelayed = irregular.some((it) => compare(it.from, by) <= 0 && compare(from, it.to) <= 0);
  return isDelayed ? by.add({ hours: 48 }) : by;
}

describe('a year of two hundred people and fifteen hundred flags', () => {
  it('was lively: people answered, solved, declined, left it lying, left, and came back', () => {
    const types = new Set(world.happened.flatMap(({ events }) => events.map(({ type }) => type)));
    expect(lives.size).toBe(flags);
    for (const type of [
      ...firstAnswers,
      'promise-passed',
      'let-go',
      'confirmed',
      'held',
      'reopened',
      'opened-again',
    ])
      expect(types).toContain(type);
    expect([...world.people.values()].some(({ hasLeft }) => hasLeft)).toBe(true);
    expect(messages.length).toBeGreaterThan(100);
  });

  it('no flag is without an answer, unless everybody there is was asked for one', () => {
    for (const [number, life] of lives) {
      const events = life.flatMap((it) => it.events);
      if (events.some(({ type }) => firstAnswers.includes(type))) continue;
      const isUnanswered = life.some(
        ({ after }) => after.state === 'open' && after.promise?.state === 'unanswered',
      );
      expect(isUnanswered, `#${number}`).toBe(true);
    }
  });

  it('somebody acts on it, or each rung was asked, within a promise for each of them', () => {
    for (const life of lives.values()) {
      const [posted] = life;
      const settled = life.find(({ after, events }) => {
        const isActedOn = events.some(({ type }) => type === 'offered' || firstAnswers.includes(type));
        return isActedOn || (after.state === 'open' && after.promise?.state === 'unanswered');
      });
      if (posted === undefined || settled === undefined) throw new Error('it was never settled');
      const ladder = life.slice(0, life.indexOf(settled) + 1).filter(isAsking);
      expect(ladder.length).toBeLessThanOrEqual(mostPromises + 1);
      const by = addWorkingDays(posted.cadence.time, posted.at, mostDays) ?? posted.at;
      expect(compare(settled.at, withDelay(posted.at, by))).toBeLessThanOrEqual(0);
    }
  });

  it('a rung is left only after its message has stood before one of them for the promised hours, or nobody had room for it', () => {
    const left = [...lives.values()].flatMap((life) =>
      life.flatMap((asked, nth) => {
        const next = life.slice(nth + 1).find(isAsking);
        return next !== undefined && isPassing(next) ? (leftAfter(world, asked, next) ?? []) : [];
      }),
    );
    const count = (how: (typeof left)[number]): number => left.filter((it) => it === how).length;
    expect(count('too soon')).toBe(0);
    expect(count('their time')).toBeGreaterThan(100);
    expect(count('full')).toBeLessThan(count('their time'));
  });

  it('the reporter hears of each promise that passes, within the same working hour', () => {
    for (const { at, cadence, before, after, events, followUps } of world.happened) {
      if (!events.some(({ type }) => type === 'promise-passed')) continue;
      const news = followUps.draw.filter(({ kind }) => kind === 'news');
      expect(news.map(({ person }) => person)).toEqual([after.reporter.person]);
      if (before.state !== 'open' || before.promise?.state === 'unanswered') continue;
      if (before.promise?.state !== 'running') throw new Error('what passed?');
      const { by, rung } = before.promise;
      const asked = (cadence.rungs[rung ?? -1] ?? []).filter((it) => before.asked?.of.includes(it));
      for (const time of [cadence.time, ...asked.flatMap((it) => cadence.leads.get(it) ?? [])]) {
        const soon = addWorkingMinutes(time, by, 60) ?? by;
        expect(compare(at, withDelay(by, soon))).toBeLessThanOrEqual(0);
      }
    }
  });

  it('nobody is written to in their rest, nor after they have left', () => {
    for (const { at, reach, hadLeft } of messages) {
      expect(hadLeft).toBe(false);
      expect(reach !== 'only-on-home' && isOpen(reach, at)).toBe(true);
    }
  });

  it('nobody gets more in a day of theirs than they want', () => {
    for (const sent of world.sent.values()) {
      const byDay = Map.groupBy(sent, ({ at, reach }) => dayOf(asTime(reach), at).toString());
      for (const day of byDay.values())
        expect(day.length).toBeLessThanOrEqual(Math.max(...day.map(({ budget }) => budget)));
    }
  });

  it('no owner is asked more than twice without a word; where they are, those who lead hear of it once', () => {
    const spells = [...lives.values()].flatMap((life) => spellsOf(life.flatMap(({ events }) => events)));
    expect(spells.some(({ nudged, told }) => nudged === 2 && told === 1)).toBe(true);
    for (const { nudged, told } of spells) {
      expect(nudged).toBeLessThanOrEqual(2);
      expect(told).toBeLessThanOrEqual(nudged === 2 ? 1 : 0);
    }
  });

  it('nobody who has left owns what goes on, and nobody else lets go for them', () => {
    const owners = [...world.issues.values()].flatMap((it) => (it.state === 'claimed' ? [it.owner] : []));
    expect(owners.filter((it) => world.people.get(it)?.hasLeft === true)).toEqual([]);
    const lost = world.happened.filter(({ events }) =>
      events.some((it) => it.type === 'let-go' && it.hasLeft),
    );
    expect(lost.length).toBeGreaterThan(0);
    for (const { after } of lost) expect(after.state === 'open' && after.asked?.of.length).toBeGreaterThan(0);
  });

  it('nothing is told twice', () => {
    for (const sent of world.sent.values()) {
      const ids = sent.flatMap(({ nudges }) => nudges);
      expect(new Set(ids).size).toBe(ids.length);
    }
  });

  it('whoever leads reads at most once a week what they owe, and only what waits for them', () => {
    const owed = messages.flatMap(({ nudges }) => nudges.filter((it) => it.startsWith('owed/')));
    expect(owed.length).toBeGreaterThan(20);
    for (const subject of new Set(owed))
      expect(owed.filter((it) => it === subject).length).toBeLessThanOrEqual(6);
  });

  it('each week has its digest once, save the one whose day the bot was away for; none is left out', () => {
    const { digests } = year;
    const hours = digests.map(({ from, to }) => to.since(from).total('hours'));
    expect(hours.filter((it) => it < 84 || it > 8 * 24)).toEqual([2 * 7 * 24]);
    expect(digests.slice(1).map(({ from }) => from)).toEqual(digests.slice(0, -1).map(({ to }) => to));
  });

  it('no ask for support is forgotten: somebody closed it, it is under way, or everybody there is was asked', () => {
    const asks = world.happened.flatMap(({ events }) => events.filter(({ type }) => type === 'asked'));
    expect(asks.length).toBeGreaterThan(50);
    for (const issue of world.issues.values()) {
      if (issue.state !== 'claimed' || issue.ask === null) continue;
      const due = dueOf(issue);
      const isUnderWay = due !== null && compare(due.at, world.now) > 0;
      expect(isUnderWay || issue.ask.standing.state === 'unanswered').toBe(true);
    }
  });

  it('who has asked for support hears who has it now, each time that it has gone on', () => {
    const went = world.happened.filter(({ events }) =>
      events.some((it) =>
        it.type === 'ask-delivered' ? it.after !== null : it.type === 'ask-passed' && it.on === null,
      ),
    );
    expect(went.length).toBeGreaterThan(20);
    for (const { after, followUps } of went) {
      const news = followUps.draw.filter(({ kind }) => kind === 'news').map(({ person }) => person);
      expect(news).toContain(isOwned(after) && after.owner);
      expect(news).toContain(after.reporter.person);
    }
  });

  it('nobody is asked to support what they own or flagged', () => {
    for (const { after } of world.happened) {
      if (after.state !== 'claimed') continue;
      const { ask, owner, reporter } = after;
      for (const person of ask?.to ?? []) expect([owner, reporter.person]).not.toContain(person);
    }
  });

  it('silence is never yes: what is confirmed, somebody who met it called fixed', () => {
    for (const life of lives.values()) {
      const events = life.flatMap((it) => it.events);
      const confirmed = events.findLastIndex(({ type }) => type === 'confirmed');
      if (confirmed === -1) continue;
      const resolved = events.slice(0, confirmed).findLastIndex(({ type }) => type === 'resolved');
      const said = events.slice(resolved, confirmed).filter((it) => it.type === 'answered');
      expect(said.some(({ verdict }) => verdict === 'fixed')).toBe(true);
    }
  });

  it('no guest owns anything', () => {
    const owners = [...world.issues.values()].flatMap((issue) => (isOwned(issue) ? [issue.owner] : []));
    expect(owners.filter((it) => world.people.get(it)?.isMember !== true)).toEqual([]);
  });
});

function asTime(reach: Sent['reach']): WorkingTime {
  if (reach === 'only-on-home') throw new Error('somebody who reads on Home alone was written to');
  return reach;
}
