import { expect, test } from 'vitest';

import { asPersonId } from '../../src/platform/postgres/person-id.ts';
import { sendNudges } from '../../src/platform/postgres/send-nudges.ts';
import { aThursday, inTime, onRungs, passes, posted } from './promises.ts';
import type { Bench } from './promises.ts';

/** As many issues of which a lead has been asked, as of one. */
async function copies(bench: Bench, many: number): Promise<void> {
  const all = [
    ['issues', 'true', { number: 'n' }],
    ['participants', 'true', { issue: 'n', id: 'gen_random_uuid()' }],
    ['nudges', `kind = 'first-answer'`, { subject: `n || '/4'` }],
  ] as const;
  for (const [table, where, otherwise] of all) await copy(bench, table, where, otherwise, many);
  await bench.ask('analyze');
}

async function copy(
  { ask }: Bench,
  table: string,
  where: string,
  otherwise: Readonly<Record<string, string>>,
  many: number,
): Promise<void> {
  const found = await ask<{ name: string }>(
    `select column_name as name from information_schema.columns
      where table_schema = 'public' and table_name = $1 and is_generated = 'NEVER'`,
    [table],
  );
  const names = found.map(({ name }) => name);
  const values = names.map((name) => otherwise[name] ?? `it.${name}`);
  await ask(`insert into ${table} (${names.join()})
    select ${values.join()} from ${table} it, generate_series(2, ${many}) n where ${where}`);
}

test(
  '10,000 promises passed in the same minute: their lead is asked, three at first',
  { timeout: 60_000 },
  async () => {
    const bench = await aThursday();
    await onRungs(bench, ['ULEA'], ['UHAL']);
    const number = await posted(bench);
    await passes(bench, number, inTime);
    await copies(bench, 10_000);
    const [lea] = await bench.ask<{ id: string }>(`select id from people where slack_user_id = 'ULEA'`);
    const at = bench.at(inTime.add({ minutes: 5 }));
    await sendNudges(at, bench.workspace, asPersonId(lea?.id ?? ''), 'UTC');
    expect(await bench.ask(`select 1 from messages where kind = 'nudge'`)).toHaveLength(3);
  },
);

test('thirty wait for whoever reads only on Home: all of them are put to them there, some at a time', async () => {
  const bench = await aThursday();
  await onRungs(bench, ['ULEA'], ['UHAL']);
  const number = await posted(bench);
  await passes(bench, number, inTime);
  await copies(bench, 30);
  await bench.ask(`update people set is_only_on_home = true where slack_user_id = 'ULEA'`);
  const [lea] = await bench.ask<{ id: string }>(`select id from people where slack_user_id = 'ULEA'`);
  const at = bench.at(inTime.add({ minutes: 5 }));
  const put = async () => {
    await sendNudges(at, bench.workspace, asPersonId(lea?.id ?? ''), 'UTC');
    const rows = await bench.ask<{ n: number }>(
      `select count(*)::int as n from nudges where sent_at is not null`,
    );
    return rows[0]?.n;
  };
  expect([await put(), await put(), await put(), await put()]).toEqual([10, 20, 30, 30]);
});
