import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';

import { openLog } from '../../src/log.ts';
import { transact } from '../../src/platform/postgres/transact.ts';
import { attend } from '../../src/platform/slack/attend.ts';
import { countInFlight } from '../../src/platform/slack/in-flight.ts';
import { aStore } from './a-store.ts';

const lines: string[] = [];

const door = {
  inFlight: countInFlight(),
  observe: () => undefined,
  log: openLog('error', { write: (line: string) => void lines.push(line) }),
};

test('whoever waits is answered in time, however many transactions it takes, and each that ends in time counts', async () => {
  const { store, ask } = await aStore();
  await ask('create table kept (word text); grant all on kept to public');
  const keepSlowly = (word: string): Promise<unknown> =>
    transact(store, 'sweep', async (tx) => {
      await tx.execute(sql`insert into kept values (${word})`);
      await tx.execute(sql`select pg_sleep(1.5)`);
    });
  const visit = async (): Promise<string> => {
    for (const word of ['one', 'two', 'three']) await keepSlowly(word);
    return 'all of it';
  };
  const beganMs = performance.now();
  const answer = await attend(door, 'press', visit, (sentence) => sentence);
  expect(performance.now() - beganMs).toBeLessThan(3000);
  expect(answer).toContain('nothing was changed');
  expect(await ask('select word from kept')).toEqual([{ word: 'one' }]);
  expect(lines).toHaveLength(1);
});
