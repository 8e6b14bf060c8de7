import { expect, test } from 'vitest';

import { eachWithProcesses, recoveryMs } from './killed.ts';

const { here, cards, calls, settled } = eachWithProcesses();

/* It lasts for more than a minute, so it is not to wait for the other kills. */
test('killed there, and no event ever comes: it is sent again after a minute, and the stray copy goes when pressed', async () => {
  const { slack } = here();
  await slack.misbehaves({ method: 'chat.postMessage', kind: 'hold', times: 1 });
  await slack.withholdsEvents(true);
  await slack.person('ana').types('/flag-issue Twice for a while');
  await expect.poll(() => calls('chat.postMessage'), { timeout: recoveryMs }).toBe(1);
  const stray = await slack.person('lea').looksAt('process-gaps', 'Twice for a while');
  await here().bot().kill();
  await slack.releases();
  await here().start();
  await expect.poll(() => cards('Twice for a while'), { timeout: recoveryMs }).toBe(2);
  const [first, second] = await slack.calls('chat.postMessage');
  expect((second?.atMs ?? 0) - (first?.atMs ?? 0)).toBeGreaterThan(55_000);
  await settled();
  await slack.person('lea').presses('Me too', { on: stray });
  await expect.poll(() => cards('Twice for a while'), { timeout: recoveryMs }).toBe(1);
  await slack.person('ana').eventuallySees('process-gaps', '2 people met it');
  await slack.withholdsEvents(false);
  await expect.poll(() => cards('Twice for a while'), { timeout: recoveryMs }).toBe(1);
}, 150_000);
