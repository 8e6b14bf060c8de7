import { expect, onTestFinished, test } from 'vitest';

import { holdAlone } from '../../src/platform/postgres/hold-alone.ts';
import { freePort } from '../support/free-port.ts';
import { npmStart, npmStartsInVain } from '../support/npm-start.ts';
import { createDatabase, createScratchDir } from '../support/postgres.ts';

test('a second start in one folder is told on which port the first is, and one that was killed is in nobody’s way', async () => {
  const dataDir = await createScratchDir();
  const port = await freePort();
  const first = await npmStart(port, dataDir);
  const second = { DATA_DIR: dataDir, PORT: String(await freePort()) };
  expect(await npmStartsInVain(second)).toEqual({
    code: 1,
    said: expect.stringContaining(`The folder ${dataDir} is in use by the Flagpost on port ${port}.`),
  });
  await first.kill();
  const third = await npmStart(Number(second.PORT), dataDir);
  expect(await third.stop()).toBe(0);
});

test('neither do two share a database that was brought along', async () => {
  const database = await createDatabase();
  onTestFinished(() => database.drop());
  const start = async () => ({
    DATABASE_URL: database.url,
    DATA_DIR: await createScratchDir(),
    PORT: String(await freePort()),
  });
  const hold = await holdAlone(database.url, 'Flagpost on port 3000', () => undefined);
  expect(await npmStartsInVain(await start())).toEqual({
    code: 1,
    said: expect.stringContaining('The database in DATABASE_URL is in use by the Flagpost on port 3000.'),
  });
  if ('release' in hold) await hold.release();
});
