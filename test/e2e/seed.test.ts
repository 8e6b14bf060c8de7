import { Temporal } from 'temporal-polyfill';
import { beforeAll, expect, test } from 'vitest';

import { seed } from '../../src/playground/seed/seed.ts';
import { aThursday } from '../../src/playground/time/thursday.ts';
import { askDatabase, unfinished } from '../support/looking.ts';
import { inAWorkspace, patienceMs } from './a-workspace.ts';

const pauseSeconds = 5;
const here = inAWorkspace({ pauseSeconds, neverNamed: [], onSlacksClock: true, receiptPatienceMs: 2000 });

beforeAll(async () => {
  const { double, passing } = here();
  /* Late enough for what was flagged the day before to have fallen due today, and for everybody to be at rest. */
  double.clock.moveTo(aThursday(Temporal.Now.instant(), 20));
  await seed(double, { command: '/flag-issue', pauseSeconds, ...passing }, new AbortController().signal);
}, 180_000);

async function rowsOf<Row extends object>(text: string, values: unknown[] = []): Promise<Row[]> {
  return await askDatabase<Row>(here().databaseUrl, text, values);
}

test('every state is there, and every story goes as far as it should', async () => {
  const rows = await rowsOf<{ state: string; count: number }>(
    'select state, count(*)::int as count from issues group by state',
  );
  expect(Object.fromEntries(rows.map(({ state, count }) => [state, count]))).toEqual({
    open: 3,
    claimed: 4,
    resolved: 1,
    confirmed: 5,
    declined: 1,
    duplicate: 1,
  });
  const card = await here().slack.person('sam').sees('process-gaps');
  for (const words of [
    'Not doing, because: The caterer',
    'What others can use: Ask the bank whether an IBAN exists',
    'says “Not fixed”:',
    '@Sam Okafor helped:',
    'and goes on there.',
    '3 people met it',
  ])
    expect(card).toContain(words);
});

test('somebody leads, something is written up and has been of use, and what was private weeks ago is gone', async () => {
  const { double, slack } = here();
  const kim = slack.person('kim');
  expect(await kim.sees('process-gaps')).toContain('Not doing, says @Lea Brandt, who leads here.');
  const learnings = await kim.sees('learnings');
  for (const words of [
    'What made it possible: The form checked a pattern',
    'Used this: 2',
    'Already knew: 1',
  ])
    expect(learnings).toContain(words);
  expect(double.world.messages.filter(({ ephemeralFor }) => ephemeralFor !== undefined)).toEqual([]);
});

test('those who agreed are thanked by name with what was learned, and named nowhere else', async () => {
  const kim = here().slack.person('kim');
  expect(await kim.sees('learnings')).toContain(
    'Thanks to: @Ana Torres, who flagged it · @Sam Okafor, who took it on and wrote it up · and whoever met it as well',
  );
  expect(await kim.sees('process-gaps')).not.toContain('@Ana Torres');
});

test('Slack had nothing to refuse or to remark, so no note for developers stands there', async () => {
  const { double, slack } = here();
  const refused = (await slack.calls()).flatMap(({ error }) => error ?? []);
  expect(refused.filter((it) => !['ratelimited', 'hash_conflict'].includes(it))).toEqual([]);
  expect(double.notes).toEqual([]);
});

test('what the page suggests to flag has been flagged, and learned from, before', async () => {
  const ana = here().slack.person('ana');
  expect(await ana.types('/flag-issue The refund form rejects foreign IBANs')).toContain(
    'Ask the bank whether an IBAN exists',
  );
  await ana.presses('Undo', { in: 'general' });
});

test('everybody has something on their Home', async () => {
  const { slack } = here();
  const waiting = {
    ana: 'Is #',
    sam: 'is offered to you. Would you take it on?',
    lea: 'Two price lists are in use',
    kim: 'The screen in the meeting room',
  };
  for (const [name, words] of Object.entries(waiting)) {
    await slack.person(name).opensHome();
    await slack.person(name).eventuallySees('home', words);
  }
});

test('no card promises an answer by a time that is over', async () => {
  const { double, slack } = here();
  const cards = JSON.stringify(await slack.messages('process-gaps'));
  const promised = [...cards.matchAll(/A person answers <!date\^(\d+)/g)].map(([, at]) => Number(at) * 1000);
  expect(promised.filter((at) => at < double.clock.nowMs())).toEqual([]);
});

test('it is spread over three weeks, and nothing is dated in the future or left to do', async () => {
  const { double, isIdle } = here();
  const { clock } = double;
  expect(clock.nowMs()).toBeGreaterThan(Date.now() + (double.world.aheadMs ?? 0) - 1000);
  const seconds = double.world.messages.map(({ ts }) => Number(ts));
  const days = new Set(seconds.map((it) => new Date(it * 1000).toISOString().slice(0, 10)));
  expect(days.size).toBeGreaterThanOrEqual(14);
  expect(Math.max(...seconds) * 1000).toBeLessThanOrEqual(clock.nowMs());
  expect(Math.min(...seconds) * 1000).toBeLessThan(clock.nowMs() - 18 * 86_400_000);
  await expect.poll(isIdle, { timeout: patienceMs }).toBe(true);

  /* What is due, wanted, expires or is free again is of the future by its nature. */
  const columns = await rowsOf<{ table: string; column: string }>(
    `select table_name as table, column_name as column from information_schema.columns
     where table_schema = 'public' and data_type = 'timestamp with time zone'
       and column_name not in ('due_at', 'expires_at', 'next_at', 'leased_until', 'wanted_at')`,
  );
  expect(columns.length).toBeGreaterThan(3);
  for (const { table, column } of columns) {
    const later = await rowsOf(`select "${column}" from "${table}" where "${column}" > $1`, [
      new Date(clock.nowMs()),
    ]);
    expect(later, `${table}.${column}`).toEqual([]);
  }
  await expect.poll(() => unfinished(here().databaseUrl), { timeout: patienceMs }).toEqual([]);
});
