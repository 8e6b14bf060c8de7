import type { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';

import type { Message } from '../../src/playground/double/world.ts';
import { passTime } from '../../src/playground/time/pass.ts';
import { claimed, eachInAWorkspace, patienceMs, solved } from './a-workspace.ts';

const pauseSeconds = 60;
const here = eachInAWorkspace({ pauseSeconds, onSlacksClock: true });

const passes = (duration: Temporal.DurationLike, signal = new AbortController().signal): Promise<void> => {
  const { double, passing } = here();
  return passTime(double, passing, double.clock.now().add(duration), signal);
};

const nowS = (): number => here().double.clock.nowMs() / 1000;

/** When the message with these words was said, in seconds: whatever has no answer is offered once more later. */
async function saidAt(words: string): Promise<number> {
  const said = await here().slack.messages('process-gaps');
  const found = said.filter(
    (message: Message) => message.isBroadcast !== true && JSON.stringify(message).includes(words),
  );
  expect(found).toHaveLength(1);
  return Number(found[0]?.ts);
}

/** A busy machine takes a while for what is done in one moment. */
const momentS = 10;

test('over a posting pause: the flag is posted at its moment, and then it is the time one wanted', async () => {
  const savedS = nowS();
  await here().slack.person('ana').types('/flag-issue The lights hum');
  const until = nowS() + 3600;
  await passes({ hours: 1 });
  expect(nowS() - until).toBeGreaterThanOrEqual(0);
  expect(nowS() - until).toBeLessThan(momentS);
  const afterS = (await saidAt('The lights hum')) - savedS;
  expect(afterS).toBeGreaterThanOrEqual(pauseSeconds);
  expect(afterS).toBeLessThan(pauseSeconds + momentS);
});

test('what falls due on the way happens in order, each on its own day', async () => {
  const { slack } = here();
  const [lea, kim] = [slack.person('lea'), slack.person('kim')];
  await slack.person('ana').types('/flag-issue The lights hum');
  await passes({ minutes: 2 });
  for (const one of [lea, kim]) await one.presses('Me too', { in: 'process-gaps' });
  await claimed(here(), 'sam', 'The lights hum');
  const solvedS = nowS();
  await solved(here(), 'sam', 'The lights hum', 'New lights');
  for (const one of [lea, kim]) {
    /* There it stands at once, whatever time of the day it is where they are. */
    await one.opensHome();
    await one.presses('Fixed', { in: 'home' });
    await one.eventuallySees('form', 'Your answer is saved');
    await one.closes();
  }
  await passes({ hours: 3 * 24 });
  const flaggedS = nowS();
  await slack.person('ana').types('/flag-issue The door squeaks');
  await passes({ hours: 14 * 24 });

  const silentS = await saidAt('Fixed, say those who met it.');
  expect(silentS - solvedS).toBeGreaterThanOrEqual(14 * 86_400);
  expect(silentS - solvedS).toBeLessThan(14 * 86_400 + 2 * momentS);
  const postedS = await saidAt('The door squeaks');
  expect(postedS - flaggedS).toBeLessThan(pauseSeconds + momentS);
  expect(postedS).toBeLessThan(silentS);
});

test('a pause that Slack asks for is kept in real time, and the clock waits for it', async () => {
  const { slack } = here();
  await slack.misbehaves({ method: 'chat.postMessage', kind: 'ratelimited', retryAfter: 3, times: 1 });
  const savedS = nowS();
  await slack.person('ana').types('/flag-issue The lights hum');
  await passes({ hours: 24 });
  const [first, second] = await slack.calls('chat.postMessage');
  expect((second?.atMs ?? 0) - (first?.atMs ?? 0)).toBeGreaterThanOrEqual(3000);
  expect((await saidAt('The lights hum')) - savedS).toBeLessThan(pauseSeconds + momentS);
});

test('what waits for an admin is not tried for every minute of a week', async () => {
  const { slack } = here();
  await slack.leave('process-gaps', 'flagpost');
  await slack.person('ana').types('/flag-issue The lights hum');
  await passes({ hours: 14 * 24 });
  expect((await slack.calls('chat.postMessage')).length).toBeLessThan(40);
});

test('it can be stopped on the way, and stays where it has come to', async () => {
  const { slack } = here();
  await slack.misbehaves({ method: 'chat.postMessage', kind: 'hold', times: 1 });
  await slack.person('ana').types('/flag-issue The lights hum');
  const savedS = nowS();
  const stopping = new AbortController();
  const passing = passes({ hours: 24 }, stopping.signal);
  await expect
    .poll(async () => (await slack.calls('chat.postMessage')).length, { timeout: patienceMs })
    .toBe(1);
  stopping.abort();
  await expect(passing).rejects.toThrow('abort');
  await slack.behaves();
  expect(nowS() - savedS).toBeLessThan(pauseSeconds + momentS);
});

test('a month on people are served as ever, and what Slack says of them is fresh by the time that has passed', async () => {
  const { slack } = here();
  await passes({ hours: 30 * 24 });
  const ana = slack.person('ana');
  expect(await ana.types('/flag-issue The lights hum')).toContain('Saved as #1');
  expect(await ana.types('/flag-issue The door squeaks')).toContain('Saved as #2');
  await passes({ minutes: 2 });
  const asked = async (): Promise<number> => (await slack.calls('users.info')).length;
  await slack.person('sam').presses('Claim', { in: 'process-gaps', containing: 'The lights hum' });
  await slack.person('sam').eventuallySees('form', 'is yours already', patienceMs);
  await slack.person('sam').closes();
  await ana.eventuallySees('flagpost', 'The lights hum', patienceMs);
  const once = await asked();
  await slack.person('sam').presses('Claim', { in: 'process-gaps', containing: 'The door squeaks' });
  await slack.person('sam').eventuallySees('form', 'is yours already', patienceMs);
  expect(await asked()).toBe(once);
  await slack.person('sam').closes();
  await passes({ hours: 2 });
  await slack.person('ana').types('/flag-issue The tap drips');
  await passes({ minutes: 2 });
  await slack.person('sam').presses('Claim', { in: 'process-gaps', containing: 'The tap drips' });
  await slack.person('sam').eventuallySees('form', 'is yours already', patienceMs);
  expect(await asked()).toBe(once + 1);
});
