import { afterEach, beforeEach, expect, test } from 'vitest';

import { askDatabase, cardsSaying, unfinished } from '../support/looking.ts';
import { openProcesses } from '../support/process.ts';
import type { TestProcesses } from '../support/process.ts';

let processes: TestProcesses;

beforeEach(async () => {
  processes = await openProcesses();
});

afterEach(async () => {
  await processes.close();
});

/** From the restart until all is as if nothing had happened: the unsure minute, and what a busy machine adds. */
const recoveryMs = 90_000;

const cards = (words: string): Promise<number> => cardsSaying(processes.slack, words);

async function settled(): Promise<void> {
  await expect
    .poll(() => unfinished(processes.databaseUrl), { timeout: recoveryMs, interval: 250 })
    .toEqual([]);
}

/** Everybody types at once; returns the flags whose receipt was seen. */
async function burst(count: number, words: string): Promise<string[]> {
  const typed = Array.from({ length: count }, async (_, index) => {
    const flag = `${words} ${index}.`;
    const receipt = await processes.slack
      .person(index % 2 === 0 ? 'ana' : 'sam')
      .types(`/flag-issue ${flag}`);
    return receipt.includes('Saved as #') ? [flag] : [];
  });
  return (await Promise.all(typed)).flat();
}

async function calls(method: string): Promise<number> {
  return (await processes.slack.calls(method)).length;
}

test('killed in a burst of commands: each flag whose receipt was seen is there, with one card', async () => {
  /* What Slack tells a bot that dies over it is not told again: then only a press on the stray copy tells of it. */
  await processes.slack.withholdsEvents(true);
  const first = burst(6, 'Early gap');
  const second = burst(6, 'Late gap');
  const seen = await first;
  await processes.bot().kill();
  seen.push(...(await second));
  expect(seen.length).toBeGreaterThan(0);
  await processes.start();
  await processes.slack.withholdsEvents(false);
  await settled();
  for (const flag of seen)
    await processes.slack.person('ana').eventuallySees('process-gaps', flag, recoveryMs);
  const issues = await askDatabase<{ text: string }>(processes.databaseUrl, 'select text from issues');
  for (const { text } of issues) expect([text, await cards(text)]).toEqual([text, 1]);
  for (const flag of seen) expect(issues).toContainEqual({ text: flag });
}, 150_000);

test('killed after the receipt and before anything was sent: it is posted by the next start', async () => {
  const { slack } = processes;
  expect(await slack.person('ana').types('/flag-issue Saved just before the end')).toContain('Saved as #1');
  await processes.bot().kill();
  await processes.start();
  await slack.person('ana').eventuallySees('process-gaps', 'Saved just before the end', recoveryMs);
  await settled();
  expect(await cards('Saved just before the end')).toBe(1);
}, 150_000);

test('killed in the middle of a job, before anything was sent: the next start takes the job up', async () => {
  const { slack } = processes;
  const sam = slack.person('sam');
  await slack.person('ana').types('/flag-issue Claimed at the end');
  await sam.eventuallySees('process-gaps', 'Claimed at the end', recoveryMs);
  await slack.misbehaves({ method: 'conversations.open', kind: 'hold' });
  await sam.presses('Claim', { in: 'process-gaps' });
  await expect.poll(() => calls('conversations.open'), { timeout: recoveryMs }).toBeGreaterThan(0);
  await processes.bot().kill();
  await slack.behaves();
  await processes.start();
  await sam.eventuallySees('flagpost', '[Mark as solved]', recoveryMs);
  await settled();
  expect(await slack.directMessages('sam')).toHaveLength(1);
}, 150_000);

test("killed when Slack had taken the card and its ts wasn't saved: Slack's event says where it stands", async () => {
  const { slack } = processes;
  await slack.misbehaves({ method: 'chat.postMessage', kind: 'hold', times: 1 });
  await slack.withholdsEvents(true);
  await slack.person('ana').types('/flag-issue Taken and not written down');
  await expect.poll(() => calls('chat.postMessage'), { timeout: recoveryMs }).toBe(1);
  await processes.bot().kill();
  await slack.releases();
  await processes.start();
  await slack.withholdsEvents(false);
  await settled();
  await slack.person('sam').presses('Claim', { in: 'process-gaps' });
  await slack.person('ana').eventuallySees('process-gaps', 'Sam Okafor has taken it on', recoveryMs);
  expect(await cards('Taken and not written down')).toBe(1);
  expect(await calls('chat.postMessage')).toBeLessThanOrEqual(4);
}, 150_000);

test('killed there, and no event ever comes: it is sent again after a minute, and the stray copy goes when pressed', async () => {
  const { slack } = processes;
  await slack.misbehaves({ method: 'chat.postMessage', kind: 'hold', times: 1 });
  await slack.withholdsEvents(true);
  await slack.person('ana').types('/flag-issue Twice for a while');
  await expect.poll(() => calls('chat.postMessage'), { timeout: recoveryMs }).toBe(1);
  const stray = await slack.person('lea').looksAt('process-gaps', 'Twice for a while');
  await processes.bot().kill();
  await slack.releases();
  await processes.start();
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
