import { expect, test } from 'vitest';

import { freePort } from '../support/free-port.ts';
import { npmStartsInVain } from '../support/npm-start.ts';

const real = {
  NODE_ENV: 'production',
  SLACK_SIGNING_SECRET: '0123456789abcdef0123456789abcdef',
  SLACK_BOT_TOKEN: 'xoxb-1',
  ENCRYPTION_KEYS: `k1:${Buffer.alloc(32, 1).toString('base64')}`,
};
const words = "Flagpost can't start. No Postgres answers at the address in DATABASE_URL.";

test('a start that comes to nothing for a known reason says it in one line of the log, with nothing around it', async () => {
  const DATABASE_URL = `postgresql://flagpost:secret@127.0.0.1:${await freePort()}/flagpost`;
  const { code, said } = await npmStartsInVain({ ...real, DATABASE_URL });
  expect(code).toBe(1);
  const logged = said.split('\n').filter((line) => line.startsWith('{'));
  expect(logged.map((line): unknown => JSON.parse(line))).toEqual([
    { level: 60, time: expect.any(Number), app: 'flagpost', msg: words },
  ]);
  expect(said.split('\n')).toContain(words);
});
