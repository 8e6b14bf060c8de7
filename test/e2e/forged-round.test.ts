import { expect, test } from 'vitest';

import { askDatabase } from '../support/looking.ts';
import { claimed, flagged, inAWorkspace, patienceMs, solved } from './a-workspace.ts';

const here = inAWorkspace();

test('an answer to a solution that no button names is none to the one that stands', async () => {
  const { slack, databaseUrl } = here();
  const ana = slack.person('ana');
  const text = 'The rail is loose';
  const number = await flagged(here(), 'ana', text);
  await claimed(here(), 'sam', text);
  await solved(here(), 'sam', text, 'It was tightened');
  await ana.eventuallySees('flagpost', `Is #${number} fixed for you?`, patienceMs);
  const question = JSON.stringify(await ana.looksAt('flagpost', `Is #${number} fixed for you?`));
  const answers = `select 1 from events where type = 'answered'`;
  for (const round of ['1e0', ' 1', '1.0', '0x1', '+1', '']) {
    const forged = question.replaceAll(`"value":"${number} 1"`, `"value":"${number} ${round}"`);
    expect(forged).not.toBe(question);
    await ana.presses('Fixed', { on: JSON.parse(forged) });
  }
  await ana.eventuallySees('flagpost', `There is a newer solution to #${number}.`, patienceMs);
  expect(await askDatabase(databaseUrl, answers)).toEqual([]);
  await ana.presses('Fixed', { on: JSON.parse(question) });
  await expect.poll(() => askDatabase(databaseUrl, answers), { timeout: patienceMs }).toHaveLength(1);
});
