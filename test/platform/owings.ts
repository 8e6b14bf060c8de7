import { Temporal } from 'temporal-polyfill';

import type { PersonId } from '../../src/core/issue.ts';
import { changeIssue, takeTurn } from '../../src/platform/postgres/change-issue.ts';
import { takeDigestTurn } from '../../src/platform/postgres/digests.ts';
import { flagIssue } from '../../src/platform/postgres/flag-issue.ts';
import { saveLeads } from '../../src/platform/postgres/leads.ts';
import { loadOwed } from '../../src/platform/postgres/load-owed.ts';
import { takeOwedTurn } from '../../src/platform/postgres/owed.ts';
import { personFor, saveMembership } from '../../src/platform/postgres/people.ts';
import { nudgesArrived, sendNudges } from '../../src/platform/postgres/send-nudges.ts';
import type { Store } from '../../src/platform/postgres/store.ts';
import { transact } from '../../src/platform/postgres/transact.ts';
import type { Wish } from '../../src/platform/postgres/wish.ts';
import { aChange, aFlag, aStore } from './a-store.ts';
import type { TestStore } from './a-store.ts';

/** A Monday, at the digest's hour. */
export const monday = Temporal.Instant.from('2026-12-07T09:00:00Z');
export const before = Temporal.Instant.from('2026-12-03T10:00:00Z');
export const weekHours = 168;
const otherwise = {
  issuesChannel: 'C0ISSUES',
  learningChannel: null,
  postingPauseSeconds: 0,
  timeZone: 'UTC',
};

interface Bench extends TestStore {
  readonly at: (moment: Temporal.Instant) => Store;
  readonly people: ReadonlyMap<string, PersonId>;
}

/** Lea leads, Hal is above her, and Ned leads as well but is asked last. */
export async function aLadder(...rungs: readonly (readonly string[])[]): Promise<Bench> {
  const bench = await aStore();
  const { workspace } = bench;
  const at = (moment: Temporal.Instant): Store => ({ ...bench.store, clock: () => moment });
  const people = new Map<string, PersonId>();
  await transact(at(before), { workspace }, async (tx) => {
    for (const [rung, names] of rungs.entries()) {
      for (const name of names) {
        people.set(name, (await personFor(tx, workspace, name)).id);
        const standing = { isMember: true, isAdmin: false, hasLeft: false };
        await saveMembership(tx, workspace, name, standing, before);
      }
      await saveLeads(
        tx,
        workspace,
        rung,
        names.flatMap((name) => people.get(name) ?? []),
      );
    }
  });
  return { ...bench, at, people };
}

/** Flagged, and a promise passed so often. */
export async function flagged(bench: Bench, passings: number, slackUser = 'UANA'): Promise<number> {
  const { workspace, at } = bench;
  const { number } = await flagIssue(
    at(before),
    aFlag({ ...bench, store: at(before) }, { slackUser, pauseSeconds: 0 }),
  );
  await takeTurn(at(before), workspace, number, 'post');
  for (const it of ['03T15', '04T11', '04T15'].slice(0, passings)) {
    const passing = Temporal.Instant.from(`2026-12-${it}:00:00Z`);
    await takeTurn(at(passing), workspace, number, 'promise-passes');
    await asksAll(bench, passing);
  }
  await asksAll(bench, Temporal.Instant.from('2026-12-03T15:30:00Z'));
  await asksAll(bench, Temporal.Instant.from('2026-12-04T15:30:00Z'));
  return number;
}

/** Whoever may be written to then is, and reads it. */
async function asksAll({ ask, workspace, at, people }: Bench, moment: Temporal.Instant): Promise<void> {
  for (const person of people.values()) await sendNudges(at(moment), workspace, person, 'UTC');
  const arriving = `update messages set arrived_at = $1 where arrived_at is null returning id, kind, target`;
  const messages = await ask(arriving, [moment.toString()]);
  await transact(at(moment), { workspace }, async (tx) => {
    for (const { id, kind, target } of messages) {
      const message = { id: String(id), kind: String(kind), target: String(target), since: moment };
      await nudgesArrived(at(moment), tx, workspace, message);
    }
  });
}

export const weeksLater = (weeks: number): Temporal.Instant => monday.add({ hours: weekHours * weeks });

/** The digest's period is over, and so is a minute; each of them is written to if there is something to write. */
export async function weekEnds(
  { workspace, at, people }: Bench,
  weeks = 0,
  only = [...people.keys()],
): Promise<void> {
  const now = weeksLater(weeks);
  await takeDigestTurn(at(now), workspace, otherwise);
  const later = at(now.add({ minutes: 1 }));
  await Promise.all([1, 2, 3].map(() => takeOwedTurn(later, workspace)));
  for (const name of only) {
    const person = people.get(name);
    if (person !== undefined)
      await Promise.all([1, 2, 3].map(() => sendNudges(later, workspace, person, 'UTC')));
  }
}

/** Who was told of what they owe, in each week, and of which issues. */
export async function told({ ask }: Bench): Promise<string[]> {
  const rows = await ask<{ who: string; weeks: number; issues: number[] }>(
    `select slack_user_id as who, issues,
       ((subject::bigint - ${monday.epochMilliseconds}) / 604800000)::int as weeks
     from nudges join people on people.id = person_id where kind = 'owed' and sent_at is not null order by 3, 1`,
  );
  return rows.map(({ who, weeks, issues }) => `${weeks} ${who} ${issues.join()}`);
}

export const does = ({ workspace, at }: Bench, number: number, who: string, wish: Wish) =>
  changeIssue(at(before.add({ hours: 30 })), aChange(workspace, number, who, wish));

export async function read({ store, workspace, people }: Bench, who: string, weeks = 0) {
  const person = people.get(who);
  if (person === undefined) throw new Error('nobody');
  const subject = String(weeksLater(weeks).epochMilliseconds);
  return await transact(store, { workspace }, (tx) => loadOwed(tx, workspace, person, subject, []));
}
