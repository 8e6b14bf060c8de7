import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';

import { chooseSettings } from '../../src/platform/postgres/choose-settings.ts';
import { openPool, prepareConnection } from '../../src/platform/postgres/connect.ts';
import { lookForDigest, takeDigestTurn } from '../../src/platform/postgres/digests.ts';
import type { Otherwise, Settings } from '../../src/platform/postgres/settings.ts';
import { transact } from '../../src/platform/postgres/transact.ts';
import { lived } from './a-history.ts';
import { aStore } from './a-store.ts';
import type { TestStore } from './a-store.ts';

const otherwise: Otherwise = {
  issuesChannel: 'C0ISSUES',
  learningChannel: 'C0LEARN',
  postingPauseSeconds: 0,
  timeZone: 'Europe/Berlin',
};

const at = (text: string, zone = 'Europe/Berlin'): Temporal.Instant =>
  Temporal.PlainDateTime.from(text).toZonedDateTime(zone).toInstant();

const looks = (bench: TestStore, when: Temporal.Instant, pool = bench.store.pool): Promise<void> =>
  takeDigestTurn({ ...bench.store, pool, clock: () => when }, bench.workspace, otherwise);

/** A sweep finds the row that says so; it has been there since the first start. */
async function started(): Promise<TestStore> {
  const bench = await aStore();
  await transact(bench.store, bench, (tx) => lookForDigest(tx, bench.workspace, at('2026-11-02T12:00')));
  return bench;
}

async function periods({ ask }: TestStore): Promise<string[]> {
  const rows = await ask<{ from: string; to: string; sent: boolean }>(`
    select to_char(begins_at at time zone 'UTC', 'YYYY-MM-DD HH24:MI') as "from",
      to_char(ends_at at time zone 'UTC', 'YYYY-MM-DD HH24:MI') as "to",
      exists (select from messages m where m.kind = 'digest'
        and m.subject = (extract(epoch from d.ends_at) * 1000)::bigint::text) as sent
    from digests d order by begins_at`);
  return rows.map(({ from, to, sent }) => `${from} – ${to}${sent ? '' : ', nothing'}`);
}

async function nextLook({ ask }: TestStore): Promise<string> {
  const [row] = await ask<{ at: Date }>(`select due_at as at from due where kind = 'digest'`);
  return row?.at.toISOString() ?? 'never';
}

/** The sweep hands these over. */
const draws = async ({ ask }: TestStore): Promise<number> =>
  (
    await ask(`select 1 from due join messages m on m.id::text = due.subject
      where due.kind = 'hand-over' and m.kind = 'digest'`)
  ).length;

/** Something that waits for an owner, each week another. */
async function somethingWaits(bench: TestStore, number = 1): Promise<void> {
  await lived(bench, at('2026-11-20T12:00'), [{ number, state: 'open', events: [['posted', 1]] }]);
}

async function chooses(bench: TestStore, chosen: Partial<Settings>, when: Temporal.Instant): Promise<void> {
  const { workspace } = bench;
  await chooseSettings(
    { ...bench.store, clock: () => when },
    { workspace, slackUser: 'UKIM', isListedAdmin: true, chosen, otherwise },
  );
}

test('three processes at the same moment: one digest, handed to delivery once', async () => {
  const bench = await started();
  await somethingWaits(bench);
  const connection = await prepareConnection(bench.url);
  const pools = [0, 1, 2].map(() => openPool(connection, { max: 4 }, () => undefined));
  for (let week = 0; week < 5; week += 1) {
    const monday = at('2026-11-23T09:00').add({ hours: 168 * week });
    await somethingWaits(bench, week + 2);
    await Promise.all([...pools, ...pools].map((pool) => looks(bench, monday, pool)));
  }
  await Promise.all(pools.map((pool) => pool.end()));
  expect(await periods(bench)).toHaveLength(5);
  expect(await bench.ask(`select 1 from messages where kind = 'digest'`)).toHaveLength(5);
  expect(await draws(bench)).toBe(5);
});

test('before its hour nothing is made, and the next look is at that hour', async () => {
  const bench = await started();
  await somethingWaits(bench);
  await looks(bench, at('2026-11-23T08:59'));
  expect(await periods(bench)).toEqual([]);
  expect(await nextLook(bench)).toBe('2026-11-23T08:00:00.000Z');
});

test('nothing is worth reading: the week is over all the same, and nothing is sent', async () => {
  const bench = await started();
  await looks(bench, at('2026-11-23T09:00'));
  await looks(bench, at('2026-11-30T09:00'));
  expect(await periods(bench)).toEqual([
    '2026-11-16 08:00 – 2026-11-23 08:00, nothing',
    '2026-11-23 08:00 – 2026-11-30 08:00, nothing',
  ]);
  expect(await draws(bench)).toBe(0);
});

test('everything was down over the hour: sent late that day; later than that, the next one covers both', async () => {
  const bench = await started();
  await somethingWaits(bench);
  await looks(bench, at('2026-11-23T23:30'));
  await looks(bench, at('2026-12-01T00:30'));
  expect(await nextLook(bench)).toBe('2026-12-07T08:00:00.000Z');
  await looks(bench, at('2026-12-07T09:00'));
  expect(await periods(bench)).toEqual([
    '2026-11-16 08:00 – 2026-11-23 08:00',
    '2026-11-23 08:00 – 2026-12-07 08:00',
  ]);
});

test('the zone, the day and the hour are changed: no moment is left out, and none is told twice', async () => {
  const bench = await started();
  for (let number = 1; number < 30; number += 1) await somethingWaits(bench, number);
  await looks(bench, at('2026-11-23T09:00'));
  await chooses(bench, { timeZone: 'America/New_York' }, at('2026-11-23T10:00'));
  expect(await nextLook(bench)).toBe('2026-11-23T09:00:00.000Z');
  await looks(bench, at('2026-11-23T10:00'));
  expect(await nextLook(bench)).toBe('2026-11-30T14:00:00.000Z');
  await looks(bench, at('2026-11-23T09:00', 'America/New_York'));
  await looks(bench, at('2026-11-30T09:00', 'America/New_York'));
  await chooses(bench, { digestDay: 4, digestHour: 16 }, at('2026-12-01T10:00', 'America/New_York'));
  await looks(bench, at('2026-12-01T10:00', 'America/New_York'));
  expect(await nextLook(bench)).toBe('2026-12-10T21:00:00.000Z');
  await looks(bench, at('2026-12-10T16:00', 'America/New_York'));
  expect(await periods(bench)).toEqual([
    '2026-11-16 08:00 – 2026-11-23 08:00',
    '2026-11-23 08:00 – 2026-11-30 14:00',
    '2026-11-30 14:00 – 2026-12-10 21:00',
  ]);
});

test('a change of the settings at the very moment: whoever comes later looks by those that hold', async () => {
  const bench = await started();
  const monday = at('2026-11-23T09:00');
  /* This week's is made: whether it still is at nine or only at eleven is not asked here. */
  await looks(bench, monday);
  for (let round = 0; round < 10; round += 1) {
    const digestHour = round % 2 === 0 ? 11 : 9;
    await Promise.all([looks(bench, monday), chooses(bench, { digestHour }, monday), looks(bench, monday)]);
    await looks(bench, monday.add({ minutes: 1 }));
    const hour = digestHour === 11 ? '10' : '08';
    expect(await nextLook(bench)).toBe(`2026-11-30T${hour}:00:00.000Z`);
  }
});

test('other settings, or a start, do not move it; it is found again at once where somebody wants a look', async () => {
  const bench = await started();
  await looks(bench, at('2026-11-23T10:00'));
  await chooses(bench, { postingPauseSeconds: 300 }, at('2026-11-24T10:00'));
  expect(await nextLook(bench)).toBe('2026-11-30T08:00:00.000Z');
  await transact(bench.store, bench, (tx) => lookForDigest(tx, bench.workspace, at('2026-11-24T11:00')));
  await looks(bench, at('2026-11-24T11:00'));
  expect(await nextLook(bench)).toBe('2026-11-30T08:00:00.000Z');
});

test('a look that came to nothing half-way leaves nothing behind, and the next one makes it', async () => {
  const bench = await started();
  await somethingWaits(bench);
  const subject = String(at('2026-11-23T09:00').epochMilliseconds);
  const inTheWay = [bench.workspace, subject];
  await bench.ask(
    `insert into messages (workspace_id, kind, subject, target) values ($1, 'digest', $2, '')`,
    inTheWay,
  );
  await expect(looks(bench, at('2026-11-23T09:00'))).rejects.toThrow('insert into "messages"');
  expect(await periods(bench)).toEqual([]);
  expect(await nextLook(bench)).toBe('2026-11-02T11:00:00.000Z');
  await bench.ask(`delete from messages where workspace_id = $1 and subject = $2`, inTheWay);
  await looks(bench, at('2026-11-23T09:05'));
  expect(await periods(bench)).toEqual(['2026-11-16 08:00 – 2026-11-23 08:00']);
});

test('the database holds it too: no period begins where another one began, or ends where it ended', async () => {
  const { ask, workspace } = await aStore();
  const row = (from: string, to: string) =>
    ask(`insert into digests values ($1, $2, $3, null)`, [workspace, from, to]);
  await row('2026-11-16 08:00Z', '2026-11-23 08:00Z');
  await expect(row('2026-11-16 08:00Z', '2026-11-24 08:00Z')).rejects.toThrow('digests_pkey');
  await expect(row('2026-11-17 08:00Z', '2026-11-23 08:00Z')).rejects.toThrow('digests_end_once');
  await expect(row('2026-11-24 08:00Z', '2026-11-23 09:00Z')).rejects.toThrow('digests_last');
});

test('a holiday has moved it over a weekend, and then its day is another: the week that has begun has one as well', async () => {
  const bench = await started();
  await chooses(bench, { digestDay: 5, holidays: ['2026-12-04'] }, at('2026-11-27T08:00'));
  await looks(bench, at('2026-11-27T09:00'));
  await looks(bench, at('2026-12-07T09:00'));
  await chooses(bench, { digestDay: 3 }, at('2026-12-07T12:00'));
  await looks(bench, at('2026-12-07T12:00'));
  expect(await nextLook(bench)).toBe('2026-12-09T08:00:00.000Z');
  await looks(bench, at('2026-12-09T09:00'));
  expect(await periods(bench)).toHaveLength(3);
});
