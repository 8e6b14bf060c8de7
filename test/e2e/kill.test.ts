import { expect, test } from 'vitest';

import { askDatabase } from '../support/looking.ts';
import { eachWithProcesses, recoveryMs } from './killed.ts';

const { here, cards, calls, settled } = eachWithProcesses();

/** Everybody types at once; returns the flags whose receipt was seen. */
async function burst(count: number, words: string): Promise<string[]> {
  const typed = Array.from({ length: count }, async (_, index) => {
    const flag = `${words} ${index}.`;
    const receipt = await here()
      .slack.person(index % 2 === 0 ? 'ana' : 'sam')
      .types(`/flag-issue ${flag}`);
    return receipt.includes('Saved as #') ? [flag] : [];
  });
  return (await Promise.all(typed)).flat();
}

test('killed in a burst of commands: each flag whose receipt was seen is there, with one card', async () => {
  /* What Slack tells a bot that dies over it is not told again: then only a press on the stray copy tells of it. */
  await here().slack.withholdsEvents(true);
  const first = burst(6, 'Early gap');
  const second = burst(6, 'Late gap');
  const seen = await first;
  await here().bot().kill();
  seen.push(...(await second));
  expect(seen.length).toBeGreaterThan(0);
  await here().start();
  await here().slack.withholdsEvents(false);
  await settled();
  for (const flag of seen) await here().slack.person('ana').eventuallySees('process-gaps', flag, recoveryMs);
  const issues = await askDatabase<{ text: string }>(here().databaseUrl, 'select text from issues');
  for (const { text } of issues) expect([text, await cards(text)]).toEqual([text, 1]);
  for (const flag of seen) expect(issues).toContainEqual({ text: flag });
}, 150_000);

test('killed after the receipt and before anything was sent: it is posted by the next start', async () => {
  const { slack } = here();
  expect(await slack.person('ana').types('/flag-issue Saved just before the end')).toContain('Saved as #1');
  await here().bot().kill();
  await here().start();
  await slack.person('ana').eventuallySees('process-gaps', 'Saved just before the end', recoveryMs);
  await settled();
  expect(await cards('Saved just before the end')).toBe(1);
}, 150_000);

test('killed in the middle of a job, before anything was sent: the next start takes the job up', async () => {
  const { slack } = here();
  const sam = slack.person('sam');
  await slack.person('ana').types('/flag-issue Claimed at the end');
  await sam.eventuallySees('process-gaps', 'Claimed at the end', recoveryMs);
  await slack.misbehaves({ method: 'conversations.open', kind: 'hold' });
  await sam.presses('Claim', { in: 'process-gaps' });
  await expect.poll(() => calls('conversations.open'), { timeout: recoveryMs }).toBeGreaterThan(0);
  await here().bot().kill();
  await slack.behaves();
  await here().start();
  await sam.eventuallySees('flagpost', '[Mark as solved]', recoveryMs);
  await settled();
  expect(await slack.directMessages('sam')).toHaveLength(1);
}, 150_000);

test("killed when Slack had taken the card and its ts wasn't saved: Slack's event says where it stands", async () => {
  const { slack } = here();
  await slack.misbehaves({ method: 'chat.postMessage', kind: 'hold', times: 1 });
  await slack.withholdsEvents(true);
  await slack.person('ana').types('/flag-issue Taken and not written down');
  await expect.poll(() => calls('chat.postMessage'), { timeout: recoveryMs }).toBe(1);
  await here().bot().kill();
  await slack.releases();
  await here().start();
  await slack.withholdsEvents(false);
  await settled();
  await slack.person('sam').presses('Claim', { in: 'process-gaps' });
  await slack.person('ana').eventuallySees('process-gaps', 'Sam Okafor has taken it on', recoveryMs);
  expect(await cards('Taken and not written down')).toBe(1);
  expect(await calls('chat.postMessage')).toBeLessThanOrEqual(4);
}, 150_000);
