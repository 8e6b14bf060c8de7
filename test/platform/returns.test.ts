import { globSync } from 'node:fs';
import { readFile } from 'node:fs/promises';

import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';

import { lived } from './a-history.ts';
import { aStore } from './a-store.ts';

test('what was reopened before events said so is a return where it had just been confirmed', async () => {
  const bench = await aStore();
  const events = [
    ['posted', 90],
    ['resolved', 80],
    ['reopened', 70],
    ['resolved', 60],
    ['confirmed', 50],
    ['held', 45],
    ['reopened', 40],
    ['resolved', 30],
    ['reopened', 20],
  ] as const;
  await lived(bench, Temporal.Instant.from('2026-11-23T09:00:00Z'), [
    { number: 1, state: 'claimed', events },
  ]);
  const [file = ''] = globSync('migrations/*_returns-stamped/migration.sql');
  await bench.ask((await readFile(file, 'utf8')).replaceAll('--> statement-breakpoint', ''));
  const returns = await bench.ask(`select seq from events where data ->> 'isReturn' = 'true'`);
  expect(returns).toEqual([{ seq: 7 }]);
  await expect(bench.ask(`update events set data = '{}'`)).rejects.toThrow('append only');
  const shielded = await bench.ask(`select 1 from pg_class where relname = 'events' and relforcerowsecurity`);
  expect(shielded).toHaveLength(1);
});
