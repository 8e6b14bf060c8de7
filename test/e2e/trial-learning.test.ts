import { expect, test } from 'vitest';

import { askDatabase } from '../support/looking.ts';
import { allIsSaid, eachInAWorkspace } from './a-workspace.ts';

const here = eachInAWorkspace({ hasNoLearningChannel: true });

const patienceMs = 30_000;
const later = { timeout: 90_000 };

test('without a learning channel the test goes through, and says what that needs', later, async () => {
  const { slack, databaseUrl } = here();
  const kim = slack.person('kim');
  await kim.types('/flag-issue settings');
  await kim.eventuallySees('form', 'Issues channel', patienceMs);
  await kim.submits();
  await kim.presses('Test it');
  const report = await kim.eventuallySees('flagpost', 'The test went all the way through.', patienceMs);
  expect(report).toContain(
    '6. Confirmed: done\n7. A learning posted: not tried, since there is no learning channel',
  );
  expect(report).toContain('choose a Learning channel in Settings');
  expect(report).toContain('[Settings]');
  await allIsSaid(here());
  expect(here().logged()).not.toContain('a test stopped on its way');
  expect(await slack.messages('learnings')).toEqual([]);
  const open = await askDatabase(
    databaseUrl,
    `select 1 from messages where kind <> 'notice' and state <> 'ended'`,
  );
  expect(open).toEqual([]);
});

test('what is not said a minute and a half after all is done does not stop the test', later, async () => {
  const { slack, databaseUrl, clock } = here();
  const kim = slack.person('kim');
  await kim.types('/flag-issue settings');
  await kim.eventuallySees('form', 'Issues channel', patienceMs);
  await kim.submits();
  await kim.presses('Test it');
  await askDatabase(
    databaseUrl,
    `insert into messages (workspace_id, kind, subject, target)
      select workspace_id, 'reply', split_part(subject, '/', 2) || '/99', '' from messages where subject like 'trial/%'`,
  );
  const asked = `select 1 from messages where kind = 'learning' and state = 'waiting'`;
  await expect.poll(() => askDatabase(databaseUrl, asked), { timeout: patienceMs }).toHaveLength(1);
  clock.skip({ minutes: 2 });
  await kim.eventuallySees('flagpost', 'The test went all the way through.', patienceMs);
  await allIsSaid(here());
  expect(here().logged()).not.toContain('a test stopped on its way');
});
