import { setTimeout as pause } from 'node:timers/promises';

import { Client } from 'pg';
import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';

import { pick } from '../../src/core/digest/pick.ts';
import type { Picked } from '../../src/core/digest/pick.ts';
import { writePicked } from '../../src/platform/postgres/digest-rows.ts';
import { gather } from '../../src/platform/postgres/gather.ts';
import { transact } from '../../src/platform/postgres/transact.ts';
import type { WorkspaceId } from '../../src/platform/postgres/transact.ts';
import { asWorkspaceId } from '../../src/platform/postgres/workspaces.ts';
import { atMost, median, ms, spread } from './figures.ts';
import type { Line } from './figures.ts';
import type { House } from './house.ts';
import { introduction } from './processes.ts';
import { openData } from './seed.ts';

const many = 100_000;
const rounds = 15;
const workspaces = 10_000;
const processes = 3;
const mostSeconds = 60;

/** The digest of a workspace that has flagged much, and everybody's digest at one moment. */
export async function measureDigests(house: House): Promise<Line[]> {
  const admin = new Client({ connectionString: house.databaseUrl });
  await admin.connect();
  try {
    return [
      await measureReading(house, admin, { days: 730, says: 'two years' }),
      await measureReading(house, admin, { days: 56, says: 'eight weeks' }),
      await measureMonday(house, admin),
    ];
  } finally {
    await admin.end();
  }
}

async function newWorkspaces(admin: Client, count: number): Promise<WorkspaceId[]> {
  const { rows } = await admin.query(
    `insert into workspaces (slack_id, url) select 'T0DIGEST' || gen_random_uuid(), 'https://acme.slack.com/'
      from generate_series(1, $1) returning id`,
    [count],
  );
  return z
    .array(z.object({ id: z.string() }))
    .parse(rows)
    .map(({ id }) => asWorkspaceId(id));
}

/** Issues of so many days, the newest with the highest number: of ten, three wait for an owner, one is claimed, one called solved, five confirmed. */
async function fill(admin: Client, ids: readonly string[], count: number, days: number): Promise<void> {
  await admin.query(
    `create temp table lives as select w.id, n as number, n % 10 as fate,
      now() - (($2 - n)::float8 / $2) * $3::int * interval '1 day' - interval '1 hour' as posted
      from unnest($1::uuid[]) as w (id), generate_series(1, $2) n`,
    [ids, count, days],
  );
  await admin.query(
    `insert into issues (workspace_id, number, state, version, text, impact, flagged_at, life)
      select id, number, case when fate < 3 then 'open' when fate = 3 then 'claimed' when fate = 4 then 'resolved'
        else 'confirmed' end, 6, 'What got in the way, number ' || number,
        (array['annoying', 'slows', 'blocks', 'hurts', null])[1 + number % 5], posted, '{"reporterIsSilent":false}'
      from lives`,
  );
  const steps = ['flagged', 'posted', 'updated', 'claimed', 'resolved', 'confirmed'] as const;
  for (const [index, type] of steps.entries())
    await admin.query(
      `insert into events (workspace_id, issue, seq, type, actor_role, data, at)
        select id, number, $1::int + 1, $2, 'owner', '{}', posted + $1::int * fate * interval '20 minutes' from lives
        where fate >= $3`,
      [index, type, [0, 0, 3, 3, 4, 5][index]],
    );
  await admin.query('drop table lives');
}

const noIssues = { numbers: [], more: 0 };

/** What the digest of a week ago told: that three issues wait. */
const lastTold: Picked = {
  fixed: noIssues,
  learned: noIssues,
  waiting: { numbers: [1, 2, 10], more: 0 },
  undecided: noIssues,
  cameBack: noIssues,
  thanks: [],
  asksWhyQuiet: false,
  figures: [],
  longest: null,
  weeks: null,
  series: [],
};

/** Each issue has its card in Slack, and a week ago there was a digest. */
async function post(admin: Client, ids: readonly string[]): Promise<void> {
  await admin.query(
    `insert into messages (workspace_id, kind, subject, target, state, channel, ts)
      select workspace_id, 'card', number::text, '', 'sent', 'C0ISSUES', '1700000000.' || lpad(number::text, 6, '0')
      from issues where workspace_id = any($1)`,
    [ids],
  );
  const lastWeek = `date_trunc('hour', now() at time zone 'UTC') at time zone 'UTC' - interval '168 hours'`;
  await admin.query(
    `insert into digests (workspace_id, begins_at, ends_at, picked)
      select id, ${lastWeek} - interval '168 hours', ${lastWeek}, $2 from unnest($1::uuid[]) as w (id)`,
    [ids, JSON.stringify(writePicked(lastTold))],
  );
  await admin.query(
    `insert into messages (workspace_id, kind, subject, target, state, channel, ts)
      select id, 'digest', (extract(epoch from ${lastWeek}) * 1000)::bigint::text, '', 'sent', 'C0LEARN', '1700000000.000000'
      from unnest($1::uuid[]) as w (id)`,
    [ids],
  );
}

async function measureReading(
  house: House,
  admin: Client,
  span: { readonly days: number; readonly says: string },
): Promise<Line> {
  const [workspace] = await newWorkspaces(admin, 1);
  if (workspace === undefined) throw new Error('no workspace');
  await fill(admin, [workspace], many, span.days);
  await admin.query('vacuum analyze');
  const data = await openData(house);
  const to = Temporal.Now.instant();
  const period = { from: to.subtract({ hours: 168 }), to };
  const took: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const began = performance.now();
    const found = await transact(data.store, { workspace }, (tx) => gather(tx, workspace, period, 'UTC'));
    took.push(performance.now() - began);
    if (pick(found, to, 'UTC') === null) throw new Error('There is something to tell.');
  }
  await data.close();
  return {
    what: `a digest's queries, ${many.toLocaleString('en')} issues of ${span.says}`,
    figure: ms(median(took)),
    more: spread(took),
    target: atMost(median(took), 250, '250 ms'),
  };
}

/** All of them fall due at one moment, and several processes sweep. */
async function measureMonday(house: House, admin: Client): Promise<Line> {
  const ids = await newWorkspaces(admin, workspaces);
  await fill(admin, ids, 10, 730);
  await post(admin, ids);
  await admin.query(`insert into settings (workspace_id, digest_day, digest_hour)
    select id, extract(isodow from now() at time zone 'UTC'), extract(hour from now() at time zone 'UTC')
    from workspaces where slack_id like 'T0DIGEST%' on conflict do nothing`);
  await admin.query('vacuum analyze');
  const sweepers = await Promise.all(
    Array.from({ length: processes }, () => house.start('test/bench/digester.ts', 0)),
  );
  for (const { program } of sweepers) await introduction(program);
  const began = performance.now();
  await admin.query(
    `insert into due (workspace_id, kind, subject, due_at) select unnest($1::uuid[]), 'digest', '', now()`,
    [ids],
  );
  const left = `select count(*)::int as left from due
    where (kind = 'digest' and due_at <= now() + interval '2 minutes') or kind = 'hand-over'`;
  while ((await count(admin, left, 'left')) > 0) {
    if (performance.now() - began > mostSeconds * 1000) break;
    await pause(200);
  }
  const seconds = (performance.now() - began) / 1000;
  /* On a real Monday other workspaces of the bench have theirs as well. */
  const isOne = `m.workspace_id in (select id from workspaces where slack_id like 'T0DIGEST%')`;
  for (const { program } of sweepers) await program.stop();
  const sent = await count(
    admin,
    `select count(*)::int as sent from messages m where kind = 'digest' and state = 'reserved' and ${isOne}`,
    'sent',
  );
  const jobs = `select count(distinct data ->> 'message')::int as jobs, count(*)::int as every from pgboss.job j
    join messages m on m.id::text = j.data ->> 'message' where j.name = 'draw' and m.kind = 'digest' and ${isOne}`;
  const handed = await count(admin, jobs, 'jobs');
  const all = await count(admin, jobs, 'every');
  if (handed !== sent || all !== sent)
    throw new Error(`Of ${sent} digests ${handed} were handed over, ${all} times.`);
  return {
    what: `${workspaces.toLocaleString('en')} workspaces' digests at one moment, ${processes} processes`,
    figure: `${seconds.toFixed(1)} s`,
    more: sent === workspaces ? 'each once' : `${sent.toLocaleString('en')} so far, each once`,
    target: atMost(seconds, 20, '20 s'),
  };
}

async function count(admin: Client, sql: string, column: string): Promise<number> {
  const { rows } = await admin.query(sql);
  return z.record(z.string(), z.int()).parse(rows[0])[column] ?? 0;
}
