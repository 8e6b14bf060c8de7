import { expect, test } from 'vitest';

import { asPersonId } from '../../src/platform/postgres/person-id.ts';
import { sendNudges } from '../../src/platform/postgres/send-nudges.ts';
import { copy } from './copies.ts';
import { aThursday, inTime, onRungs, passes, posted } from './promises.ts';
import type { Bench } from './promises.ts';

/** As many issues of which a lead has been asked, as of one. */
async function copies({ ask }: Bench, many: number): Promise<void> {
  await copy(ask, 'issues', { number: 'n' }, many);
  await copy(ask, 'participants', { issue: 'n', id: 'gen_random_uuid()' }, many);
  await copy(ask, 'nudges', { subject: `n || '/4'` }, many, `it.kind = 'first-answer'`);
  await ask('analyze');
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
