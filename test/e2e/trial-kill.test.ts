import { afterEach, beforeEach, expect, test } from 'vitest';

import { askDatabase, cardsSaying } from '../support/looking.ts';
import { openProcesses } from '../support/process.ts';
import type { TestProcesses } from '../support/process.ts';

let processes: TestProcesses;

beforeEach(async () => {
  processes = await openProcesses();
});

afterEach(async () => {
  await processes.close();
});

const label = 'This is a test of Flagpost.';
const recoveryMs = 90_000;

test('killed in the middle of a test: the next start ends it, and leaves nothing of it', async () => {
  const { slack, databaseUrl } = processes;
  const kim = slack.person('kim');
  await kim.types('/flag-issue settings');
  await kim.eventuallySees('form', 'Issues channel', 30_000);
  await kim.submits();
  await kim.presses('Test it');
  await kim.eventuallySees('process-gaps', label, 30_000);
  await processes.bot().kill();
  expect(await cardsSaying(slack, label)).toBe(1);
  await processes.start();
  await kim.eventuallySees('flagpost', 'The test ', recoveryMs);
  await expect.poll(() => cardsSaying(slack, label), { timeout: recoveryMs }).toBe(0);
  const left = await askDatabase(
    databaseUrl,
    "select 1 from issues union all select 1 from due where kind = 'trial'",
  );
  expect(left).toEqual([]);
}, 150_000);
