import { connect } from 'node:net';

import { Client } from 'pg';
import { afterEach, expect, test } from 'vitest';

import { cardsSaying } from '../support/looking.ts';
import { openProcesses } from '../support/process.ts';
import type { TestProcesses } from '../support/process.ts';

let processes: TestProcesses;

afterEach(async () => {
  await processes.close();
});

/** What Docker and Kubernetes allow. */
const mostMs = 10_000;

const cards = (words: string): Promise<number> => cardsSaying(processes.slack, words);

test('npm start hands the signal on: nothing stays behind', async () => {
  processes = await openProcesses({ command: ['npm', 'start'] });
  const { code, ms } = await processes.bot().stop();
  expect(code).toBe(0);
  expect(ms).toBeLessThan(mostMs);
  await expect(fetch(`${processes.address}/healthz`)).rejects.toThrow('fetch failed');
});

test('in a burst: every command is answered or refused, none is lost, and the next start goes on', async () => {
  processes = await openProcesses();
  const { slack } = processes;
  const typed = Array.from({ length: 12 }, async (_, index) => {
    const receipt = await slack.person('ana').types(`/flag-issue Gap in a burst ${index}.`);
    return receipt.includes('Saved as #') ? [`Gap in a burst ${index}.`] : [];
  });
  await Promise.race(typed);
  const { code, ms } = await processes.bot().stop();
  expect([code, processes.bot().logged()]).toEqual([0, expect.not.stringContaining('came to nothing')]);
  expect(ms).toBeLessThan(mostMs);
  const seen = (await Promise.all(typed)).flat();
  expect(seen.length).toBeGreaterThan(0);
  await processes.start();
  for (const flag of seen) {
    await slack.person('ana').eventuallySees('process-gaps', flag, 60_000);
    expect(await cards(flag)).toBe(1);
  }
}, 120_000);

test('a command that is being saved is answered', async () => {
  processes = await openProcesses();
  const lock = new Client({ connectionString: processes.databaseUrl });
  await lock.connect();
  /* What a start has to see to is done: nothing else waits for that row. */
  await expect.poll(async () => (await lock.query('select 1 from people where is_admin')).rowCount).toBe(1);
  await lock.query('begin; select 1 from workspaces for update');
  const answer = processes.slack.person('ana').types('/flag-issue The last one');
  const waits = `select 1 from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`;
  await expect.poll(async () => (await lock.query(waits)).rowCount, { timeout: 1500, interval: 20 }).toBe(1);
  const stopped = processes.bot().stop();
  await expect.poll(() => processes.bot().logged(), { timeout: 1500, interval: 20 }).toContain('Stopping');
  await lock.query('rollback');
  await lock.end();
  expect(await answer).toContain('Saved as #1');
  expect((await stopped).code).toBe(0);
});

test('while Slack holds an answer back: it still ends in time, and the next start clears it up', async () => {
  processes = await openProcesses();
  const { slack } = processes;
  await slack.misbehaves({ method: 'chat.postMessage', kind: 'hold', times: 1 });
  await slack.person('ana').types('/flag-issue Held back');
  await expect.poll(async () => (await slack.calls('chat.postMessage')).length, { timeout: 30_000 }).toBe(1);
  const { code, ms } = await processes.bot().stop();
  expect(code).toBe(0);
  expect(ms).toBeLessThan(mostMs);
  await slack.releases();
  await processes.start();
  await slack.person('sam').presses('Claim', { in: 'process-gaps' });
  await slack.person('ana').eventuallySees('process-gaps', 'Sam Okafor has taken it on', 30_000);
  expect(await cards('Held back')).toBe(1);
}, 90_000);

test('while Slack is slow with a private answer: it still ends in time', async () => {
  processes = await openProcesses();
  const { slack } = processes;
  await slack.person('ana').types('/flag-issue Slow answers');
  await slack.person('ana').eventuallySees('process-gaps', 'Needs an owner', 30_000);
  await slack.misbehaves({ method: '*', kind: 'slow', ms: 20_000 });
  await slack.person('ana').presses('Me too', { in: 'process-gaps' });
  const { code, ms } = await processes.bot().stop();
  expect(code).toBe(0);
  expect(ms).toBeLessThan(mostMs);
}, 60_000);

test('while somebody keeps an idle connection open, and another one never asks anything', async () => {
  processes = await openProcesses();
  const { port, hostname } = new URL(processes.address);
  await (await fetch(`${processes.address}/healthz`)).text();
  const silent = connect(Number(port), hostname);
  silent.on('error', () => undefined);
  await new Promise((resolve) => silent.once('connect', resolve));
  const { code, ms } = await processes.bot().stop();
  expect(code).toBe(0);
  expect(ms).toBeLessThan(mostMs);
  silent.destroy();
}, 60_000);

test('a port that is taken ends the start with a message, and the process with it', async () => {
  processes = await openProcesses();
  const { code, said } = await processes.startsInVain();
  expect(code).toBe(1);
  expect(said).toContain(`Port ${new URL(processes.address).port} is taken`);
  expect(said).not.toMatch(/EADDRINUSE|"stack"/);
  expect((await fetch(`${processes.address}/readyz`)).status).toBe(200);
}, 60_000);
