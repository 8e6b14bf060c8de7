import { afterEach, beforeEach, expect, test } from 'vitest';

import { createDatabase } from '../support/postgres.ts';
import type { TestDatabase } from '../support/postgres.ts';
import { openProxy } from '../support/proxy.ts';
import type { Proxy } from '../support/proxy.ts';
import { openWorkspace } from '../support/workspace.ts';
import type { TestWorkspace } from '../support/workspace.ts';
import { allIsSaid, claimed, flagged, later, patienceMs } from './a-workspace.ts';
import { isOver, laddered, passes, restIsOver } from './promises.ts';

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

test(
  'a sweep dies half-way: what it had not ended the next one does, and each is told once',
  patient,
  async () => {
    await laddered(workspace, { leads: 'lea', above: 'sam', sponsor: '' });
    const numbers: number[] = [];
    for (const text of ['The winch slips', 'The winch stalls', 'The winch smokes'])
      numbers.push(await flagged(workspace, 'ana', text));
    await allIsSaid(workspace);
    const made = proxy.made();
    await proxy.misbehaves('cut before commit');
    workspace.clock.skip({ hours: 21 });
    await expect.poll(() => proxy.made(), { timeout: patienceMs }).toBeGreaterThan(made);
    await proxy.behaves();
    await later(workspace);
    await restIsOver(workspace);
    const ana = workspace.slack.person('ana');
    for (const number of numbers)
      await ana.eventuallySees('flagpost', `Nobody has answered #${number}, which you flagged`, patienceMs);
    await allIsSaid(workspace);
    for (const number of numbers) {
      expect(await timesTold('ana', `Nobody has answered *#${number}*, which you flagged`)).toBe(1);
      expect(await timesTold('lea', `*#${number}* has had no first answer yet`)).toBe(1);
    }
  },
);

test(
  'an owner leaves: the issue is offered again, its reporter hears so, and the lead is asked',
  patient,
  async () => {
    const { slack } = workspace;
    await slack.addPerson({ name: 'rob', realName: 'Rob Vance' });
    await laddered(workspace, { leads: 'lea', above: 'sam', sponsor: '' });
    const number = await flagged(workspace, 'ana', 'The press leaks oil');
    await claimed(workspace, 'rob', 'The press leaks oil');
    await slack.deactivate('rob');
    await later(workspace);
    const ana = slack.person('ana');
    await ana.eventuallySees('process-gaps', 'Its owner has left. It needs an owner again.', patienceMs);
    const left = `Whoever had taken on #${number}, which you flagged, has left, so it needs an owner again. I have asked @Lea Brandt`;
    await ana.eventuallySees('flagpost', left, patienceMs);
    await slack.person('lea').eventuallySees('flagpost', `#${number} `, patienceMs);
  },
);

test('its channel is archived: the reporter and the lead are told all the same', patient, async () => {
  const { slack } = workspace;
  await laddered(workspace, { leads: 'lea', above: 'sam', sponsor: '' });
  const number = await flagged(workspace, 'ana', 'The ramp is icy');
  await slack.archive('process-gaps');
  await isOver(workspace, number);
  await later(workspace);
  /* Both are at work then, in Lima and in Berlin; the admin is not, who is to hear of the channel. */
  const now = workspace.clock.now();
  const then = now.toZonedDateTimeISO('UTC').with({ hour: 14, minute: 30 }).toInstant();
  workspace.clock.skip(then.since(now));
  const passed = `Nobody has answered #${number}, which you flagged`;
  await slack.person('ana').eventuallySees('flagpost', passed, patienceMs);
  await slack.person('lea').eventuallySees('flagpost', `#${number} has had no first answer yet`, patienceMs);
});

test('a ladder with one rung: the lead is the top, and is asked to choose, once', patient, async () => {
  const { slack } = workspace;
  await laddered(workspace, { leads: 'lea', above: '', sponsor: '' });
  const number = await flagged(workspace, 'ana', 'The scaffold wobbles');
  await passes(workspace, number);
  const lea = slack.person('lea');
  const asked = `*#${number}* has had no first answer yet`;
  /* Somebody else may be back before her. */
  for (let left = 3; left > 0 && (await timesTold('lea', asked)) === 0; left -= 1)
    await restIsOver(workspace);
  await lea.eventuallySees('flagpost', `#${number} has had no first answer yet`, patienceMs);
  expect(await lea.sees('flagpost')).toContain('[Find an owner] [Not doing…] [Look again on…]');
  workspace.clock.skip({ hours: 48 });
  await later(workspace);
  await restIsOver(workspace);
  await allIsSaid(workspace);
  await lea.eventuallySees('process-gaps', 'Needs a first answer', patienceMs);
  expect(await timesTold('lea', asked)).toBe(1);
});
