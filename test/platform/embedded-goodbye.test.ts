import { Client } from 'pg';
import { expect, onTestFinished, test } from 'vitest';

import { startEmbedded } from '../../src/platform/postgres/embedded.ts';
import { createScratchDir } from '../support/postgres.ts';

test('whoever is about to go may finish: the server stops after them', async () => {
  const { url, stop } = await startEmbedded({ dataDir: await createScratchDir() });
  onTestFinished(stop);
  const client = new Client({ connectionString: url });
  const faults: Error[] = [];
  client.on('error', (error) => faults.push(error));
  await client.connect();
  const goes = client.query('select pg_sleep(0.3)').then(() => client.end());
  await Promise.all([goes, stop()]);
  expect(faults).toEqual([]);
});
