import { Temporal } from 'temporal-polyfill';

import { startClock } from '../../src/platform/postgres/asks.ts';
import { takeTurn } from '../../src/platform/postgres/change-issue.ts';
import { flagIssue } from '../../src/platform/postgres/flag-issue.ts';
import { saveLeads } from '../../src/platform/postgres/leads.ts';
import { personFor, saveMembership } from '../../src/platform/postgres/people.ts';
import type { Store } from '../../src/platform/postgres/store.ts';
import { transact } from '../../src/platform/postgres/transact.ts';
import { aFlag, aStore } from './a-store.ts';
import type { TestStore } from './a-store.ts';

/** A Thursday on which everybody works. */
export const thursday = Temporal.Instant.from('2026-12-03T10:00:00Z');

export async function aThursday(): Promise<TestStore & { readonly at: (moment: Temporal.Instant) => Store }> {
  const bench = await aStore();
  const at = (moment: Temporal.Instant): Store => ({ ...bench.store, clock: () => moment });
  return { ...bench, store: at(thursday), at };
}

export type Bench = Awaited<ReturnType<typeof aThursday>>;

export async function onRungs(
  { store, workspace }: Bench,
  ...rungs: readonly (readonly string[])[]
): Promise<void> {
  await transact(store, { workspace }, async (tx) => {
    for (const [rung, names] of rungs.entries()) {
      const people = [];
      for (const name of names) people.push((await personFor(tx, workspace, name)).id);
      await saveLeads(tx, workspace, rung, people);
    }
  });
}

export async function leaves({ store, workspace }: Bench, slackUser: string): Promise<void> {
  const standing = { isMember: true, isAdmin: false, hasLeft: true };
  await transact(store, { workspace }, (tx) =>
    saveMembership(tx, workspace, slackUser, standing, store.clock()),
  );
}

export async function posted({ store, workspace, ...bench }: Bench, slackUser = 'UANA'): Promise<number> {
  const { number } = await flagIssue(store, aFlag({ store, workspace }, { slackUser, pauseSeconds: 0 }));
  await takeTurn(bench.at(thursday), workspace, number, 'post');
  return number;
}

export const passes = (bench: Bench, number: number, moment: Temporal.Instant) =>
  takeTurn(bench.at(moment), bench.workspace, number, 'promise-passes');

/** What they are asked by the event that passed it on stands before them. */
export async function arrives(
  { workspace, at }: Bench,
  number: number,
  slackUser: string,
  moment: Temporal.Instant,
): Promise<void> {
  const store = at(moment);
  await transact(store, { workspace }, async (tx) => {
    const { id } = await personFor(tx, workspace, slackUser);
    await startClock(store, tx, workspace, id, `${number}/4`, moment);
  });
}

/** Whom a message of this kind is for, by Slack id. */
export async function toldBy({ ask }: Bench, kind: string): Promise<unknown[]> {
  const rows = await ask(
    `select slack_user_id as who from messages join people on people.id::text = target where kind = '${kind}' order by 1`,
  );
  return rows.map(({ who }) => who);
}

/** Who is asked for a first answer, by Slack id. */
export async function asked({ ask }: Bench): Promise<unknown[]> {
  const rows = await ask(
    `select slack_user_id as who from nudges join people on people.id = person_id where kind = 'first-answer' order by 1`,
  );
  return rows.map(({ who }) => who);
}

export async function eventsOf({ ask }: Bench, number: number): Promise<unknown[]> {
  const rows = await ask(`select type from events where issue = ${number} order by seq`);
  return rows.map(({ type }) => type);
}

/** When it is found, of such a kind, or of the only one there is. */
export async function dueAt({ ask }: Bench, number: number, kind = '%'): Promise<string | null> {
  const [row, another] = await ask(
    `select to_char(due_at at time zone 'UTC', 'YYYY-MM-DD HH24:MI') as at from due
      where subject = '${number}' and kind like '${kind}'`,
  );
  if (another !== undefined) throw new Error(`There are several turns for #${number}.`);
  return row === undefined ? null : String(row.at);
}

export const inTime = thursday.add({ hours: 4 });
