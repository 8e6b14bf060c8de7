import { expect, test } from 'vitest';

import { askDatabase } from '../support/looking.ts';
import { inAWorkspace, patienceMs } from './a-workspace.ts';

const workspace = inAWorkspace();

test('a card that waits for its turn in the channel says what is true when it is posted', async () => {
  const { slack, options, databaseUrl, clock } = workspace();
  const { issuesChannel: channel } = options.settings;
  const ask = (sql: string): Promise<object[]> => askDatabase(databaseUrl, sql);
  const began = clock.now();
  await ask(`insert into slots values ('${channel}', '${began.add({ milliseconds: 2800 }).toString()}')`);
  await slack.person('ana').types('/flag-issue The words as they were typed');
  await expect
    .poll(() => ask(`select from slots where next_at > '${began.add({ seconds: 3 }).toString()}'`))
    .toEqual([{}]);
  await ask(`update issues set text = 'The words as they are now'`);
  await slack.person('sam').eventuallySees('process-gaps', 'The words as', patienceMs);
  const posts = (await slack.calls('chat.postMessage')).map(({ args }) => JSON.stringify(args));
  expect(posts.filter((it) => it.includes('as they were typed'))).toEqual([]);
});
