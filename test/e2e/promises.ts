import { Temporal } from 'temporal-polyfill';

import { askDatabase } from '../support/looking.ts';
import { waitUntil } from '../support/postgres-server.ts';
import type { TestWorkspace } from '../support/workspace.ts';
import { isLookedAt, later } from './a-workspace.ts';

/** Who stands on which rung, as an admin sets it: handles, with commas between. */
export async function laddered(
  workspace: TestWorkspace,
  { leads, above, sponsor }: { readonly leads: string; readonly above: string; readonly sponsor: string },
): Promise<void> {
  const kim = workspace.slack.person('kim');
  await kim.types('/flag-issue settings');
  await kim.eventuallySees('form', 'Issues channel');
  await kim.picks('Time zone', 'UTC');
  await kim.picks('Leads', leads);
  await kim.picks("Leads' lead", above);
  await kim.picks('Sponsor', sponsor);
  await kim.submits();
  await kim.closes();
}

async function dueAt({ databaseUrl }: TestWorkspace, number: number): Promise<Temporal.Instant | null> {
  const [row] = await askDatabase<{ at: string }>(
    databaseUrl,
    `select to_char(due_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at
       from due where kind = 'promise-passes' and subject = '${number}'`,
  );
  return row === undefined ? null : Temporal.Instant.from(row.at);
}

/** Everything is said that follows from it, too. */
export async function passes(workspace: TestWorkspace, number: number): Promise<void> {
  await isOver(workspace, number);
  await isLookedAt(workspace);
}

/** Time goes on until what was promised is over, and has passed: where that is in the rest, when work begins again. */
export async function isOver(workspace: TestWorkspace, number: number): Promise<void> {
  const before = await changesOf(workspace, number);
  while ((await changesOf(workspace, number)) === before) {
    const at = await dueAt(workspace, number);
    if (at === null) throw new Error(`nothing was promised of #${number}`);
    const ahead = at.since(workspace.clock.now());
    if (ahead.sign > 0) workspace.clock.skip(ahead);
    await later(workspace);
    await waitUntil(async () => {
      const next = await dueAt(workspace, number);
      return next === null || next.since(at).total('minutes') > 1;
    });
  }
}

/** Time goes on until the first of those who rest now, and are to be told something, is back. */
export async function restIsOver(workspace: TestWorkspace): Promise<void> {
  const { clock, databaseUrl } = workspace;
  /* What is on its way is looked at again within a minute. */
  const rest = `select to_char(min(due_at) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at
    from due where kind in ('nudge', 'resend') and due_at > $1`;
  let at: string | null = null;
  await waitUntil(async () => {
    const soon = clock.now().add({ minutes: 2 }).toString();
    at = (await askDatabase<{ at: string | null }>(databaseUrl, rest, [soon]))[0]?.at ?? null;
    return at !== null;
  });
  if (at === null) throw new Error('nobody rests');
  const ahead = Temporal.Instant.from(at).since(clock.now());
  if (ahead.sign > 0) clock.skip(ahead);
  const late = `select 1 from due where kind in ('nudge', 'resend') and due_at <= $1`;
  await waitUntil(async () => (await askDatabase(databaseUrl, late, [at])).length === 0);
  await later(workspace);
}

async function changesOf({ databaseUrl }: TestWorkspace, number: number): Promise<number> {
  const sql = `select 1 from events where type in ('promised', 'promise-passed') and issue = ${number}`;
  return (await askDatabase(databaseUrl, sql)).length;
}

/** How often somebody was asked and told about an issue so far. */
export async function climbs({ databaseUrl }: TestWorkspace, number: number) {
  const [row] = await askDatabase<Record<'asked' | 'told' | 'in_thread' | 'due', string>>(
    databaseUrl,
    `select count(*) filter (where kind = 'news') as told,
       (select count(*) from nudges n join messages m on m.id = n.message and m.ts is not null
         where n.kind = 'first-answer' and split_part(n.subject, '/', 1) = '${number}') as asked,
       count(*) filter (where kind = 'reply') as in_thread,
       (select count(*) from due where kind = 'promise-passes' and subject = '${number}') as due
     from messages where split_part(subject, '/', 1) = '${number}' and ts is not null`,
  );
  if (row === undefined) throw new Error('the database says nothing');
  const { asked, told, in_thread: inThread, due } = row;
  return { asked: Number(asked), told: Number(told), inThread: Number(inThread), due: Number(due) };
}
