import { afterEach, beforeEach, expect, test } from 'vitest';

import { createDatabase } from '../support/postgres.ts';
import type { TestDatabase } from '../support/postgres.ts';
import { openProxy } from '../support/proxy.ts';
import type { Proxy } from '../support/proxy.ts';
import { openWorkspace } from '../support/workspace.ts';
import type { TestWorkspace } from '../support/workspace.ts';
import { allIsSaid, flagged, later, patienceMs } from './a-workspace.ts';
import { laddered, passes, restIsOver } from './promises.ts';

let database: TestDatabase;
let proxy: Proxy;
let workspace: TestWorkspace;

beforeEach(async () => {
  database = await createDatabase();
  proxy = await openProxy(database.url);
  workspace = await openWorkspace({ databaseUrl: proxy.url });
});

afterEach(async () => {
  await proxy.behaves();
  await workspace.close();
  await proxy.close();
  await database.drop();
});

const patient = { timeout: 90_000 };

/** How often somebody's messages with Flagpost say so. */
async function timesTold(who: string, words: string): Promise<number> {
  const messages = await workspace.slack.directMessages(who);
  return messages.filter((it) => !it.deleted && JSON.stringify(it).includes(words)).length;
}

test(
  'the database is away for the hour in which a promise passes: it passes when it is back, and is told once',
  patient,
  async () => {
    await laddered(workspace, { leads: 'lea', above: 'sam', sponsor: '' });
    const number = await flagged(workspace, 'ana', 'The scales drift');
    await allIsSaid(workspace);
    await proxy.misbehaves('refuse');
    workspace.clock.skip({ hours: 19 });
    await expect
      .poll(async () => (await fetch(`${workspace.address()}/readyz`)).status, { timeout: patienceMs })
      .toBe(503);
    workspace.clock.skip({ hours: 2 });
    await proxy.behaves();
    await later(workspace);
    await restIsOver(workspace);
    const passed = `Nobody has answered #${number}, which you flagged`;
    await workspace.slack.person('ana').eventuallySees('flagpost', passed, 2 * patienceMs);
    await allIsSaid(workspace);
    expect(await timesTold('ana', `Nobody has answered *#${number}*, which you flagged`)).toBe(1);
    expect(await timesTold('lea', `*#${number}* has had no first answer yet`)).toBe(1);
  },
);

test(
  'the clock jumps back and on again: nothing is told twice, and what is done meanwhile holds',
  patient,
  async () => {
    await laddered(workspace, { leads: 'lea', above: 'sam', sponsor: '' });
    const number = await flagged(workspace, 'ana', 'The crane squeaks');
    await passes(workspace, number);
    await restIsOver(workspace);
    const passed = `Nobody has answered #${number}, which you flagged`;
    await workspace.slack.person('ana').eventuallySees('flagpost', passed, patienceMs);
    await allIsSaid(workspace);
    workspace.clock.skip({ hours: -3 });
    await allIsSaid(workspace);
    const second = await flagged(workspace, 'ana', 'The hoist squeaks too');
    workspace.clock.skip({ hours: 3 });
    await allIsSaid(workspace);
    expect(await timesTold('ana', `Nobody has answered *#${number}*, which you flagged`)).toBe(1);
    expect(await timesTold('lea', `*#${number}* has had no first answer yet`)).toBe(1);
    const sam = workspace.slack.person('sam');
    for (const text of ['The crane squeaks', 'The hoist squeaks too'])
      await sam.presses('Claim', { in: 'process-gaps', containing: text });
    for (const it of [number, second]) await sam.eventuallySees('flagpost', `#${it} is yours`, patienceMs);
  },
);

test('whoever leads has flagged it: they are not asked about it, nor is anybody twice', patient, async () => {
  await laddered(workspace, { leads: 'lea', above: 'lea,sam', sponsor: 'sam' });
  const number = await flagged(workspace, 'lea', 'The ledger is locked');
  const asked = `#${number} has had no first answer yet`;
  await passes(workspace, number);
  await workspace.slack.person('sam').eventuallySees('flagpost', asked, patienceMs);
  await passes(workspace, number);
  await workspace.slack
    .person('lea')
    .eventuallySees('flagpost', `Nobody has answered #${number}, which you flagged`, patienceMs);
  const inMessage = `*#${number}* has had no first answer yet`;
  expect(await timesTold('lea', inMessage)).toBe(0);
  expect(await timesTold('sam', inMessage)).toBe(1);
});

test(
  'the workspace moves: what was promised is kept at its moment, and whoever is asked then has their own hours',
  patient,
  async () => {
    await laddered(workspace, { leads: 'lea', above: 'sam', sponsor: '' });
    const number = await flagged(workspace, 'ana', 'The oven is cold');
    const kim = workspace.slack.person('kim');
    await kim.types('/flag-issue settings');
    await kim.eventuallySees('form', 'Time zone');
    await kim.picks('Time zone', 'Kathmandu (UTC+5:45)');
    await kim.submits();
    await kim.closes();
    await passes(workspace, number);
    await restIsOver(workspace);
    /* Thirteen minutes of Friday are left in Kathmandu; for Lea, in Berlin, it is noon. */
    const told = `Nobody has answered #${number}, which you flagged, in time. I have asked @Lea Brandt, who has it now and answers by`;
    await workspace.slack.person('ana').eventuallySees('flagpost', told, patienceMs);
    expect(await workspace.slack.person('ana').sees('flagpost')).toMatch(
      /answers by Fri \d+ \w+ \d{4}, 15:0\d UTC/,
    );
  },
);
