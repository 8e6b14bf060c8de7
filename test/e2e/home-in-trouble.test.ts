import { expect, test } from 'vitest';

import { askDatabase } from '../support/looking.ts';
import { flagged, inAWorkspace, patienceMs } from './a-workspace.ts';

const here = inAWorkspace();

const calm = /Something went wrong on our side, and nothing was changed\. .* this reference: (\w{6})\./;

/** Nothing but Home needs these lines when it is opened. */
async function withoutLearnings(meanwhile: () => Promise<void>): Promise<void> {
  const { databaseUrl } = here();
  await askDatabase(databaseUrl, 'alter table learnings rename to mislaid');
  try {
    await meanwhile();
  } finally {
    await askDatabase(databaseUrl, 'alter table mislaid rename to learnings');
  }
}

test('a Home that cannot be drawn says so calmly, still takes a flag, and is there again afterwards', async () => {
  const { slack, logged } = here();
  const ana = slack.person('ana');
  await flagged(here(), 'ana', 'The barrier stays down');
  await ana.opensHome();
  await ana.eventuallySees('home', 'The barrier stays down', patienceMs);
  await withoutLearnings(async () => {
    await ana.opensHome();
    const home = await ana.eventuallySees('home', calm, patienceMs);
    expect(home).toContain('[Flag an issue]');
    expect(home).not.toContain('The barrier stays down');
    expect(logged()).toContain(calm.exec(home)?.[1] ?? 'no reference');
  });
  await ana.opensHome();
  const home = await ana.eventuallySees('home', 'You flagged (1)', patienceMs);
  expect(home).toContain('The barrier stays down');
  expect(home).not.toContain('Something went wrong');
});
