import { expect, test } from 'vitest';

import { askDatabase } from '../support/looking.ts';
import { eachInAWorkspace, patienceMs } from './a-workspace.ts';
import { asks, isQuiet, itIs, owned } from './asks.ts';
import { isAwayUntil } from './choosing-hours.ts';
import { laddered } from './promises.ts';

/* A Tuesday: it is 9:10 in Berlin, where all of them are. */
const here = eachInAWorkspace({
  beginsAt: '2026-12-01T08:10:00Z',
  prepare: async (slack) => {
    await slack.addPerson({ name: 'max', realName: 'Max Hofer' });
    await slack.addPerson({ name: 'tom', realName: 'Tom Lindt' });
  },
});
const patient = { timeout: 60_000 };

async function timesAsked(name: string, text: string): Promise<number> {
  const messages = await here().slack.directMessages(name);
  return messages.filter((it) => JSON.stringify(it.blocks).includes(text)).length;
}

test('the bot is away when the time is over: once it is back it goes up, once', patient, async () => {
  const { slack, clock } = here();
  const [sam, lea, tom] = [slack.person('sam'), slack.person('lea'), slack.person('tom')];
  await laddered(here(), { leads: 'lea', above: 'tom', sponsor: '' });
  await owned(here(), 'The lamp is out');
  await asks(here(), 'The lamp', 'A candle');
  await lea.eventuallySees('flagpost', 'asks for support', patienceMs);
  await here().stopApp();
  clock.skip({ hours: 6 });
  await here().restart();
  await tom.eventuallySees('flagpost', 'whom those who lead here turn to', patienceMs);
  await sam.eventuallySees('flagpost', '@Tom Lindt has it now, and answers by', patienceMs);
  await here().restart();
  await isQuiet(here());
  expect(await timesAsked('tom', 'The lamp is out')).toBe(1);
  expect(await timesAsked('lea', 'The lamp is out')).toBe(1);
});

test(
  'Slack takes no message for hours: the time begins when the lead has the ask, and nobody kept silent',
  patient,
  async () => {
    const { slack, clock, databaseUrl } = here();
    const [sam, lea] = [slack.person('sam'), slack.person('lea')];
    await laddered(here(), { leads: 'lea', above: 'tom', sponsor: '' });
    await owned(here(), 'The lamp is out');
    await sam.presses('Ask for support', { in: 'flagpost', containing: 'The lamp' });
    await sam.fills('What I tried', 'A candle');
    await sam.picks('What I need', 'A decision');
    await slack.misbehaves({
      method: 'chat.postMessage',
      kind: 'ratelimited',
      retryAfter: 1,
      times: 100_000,
    });
    await sam.submits();
    await expect.poll(async () => await asksSent(databaseUrl), { timeout: patienceMs }).toBe(1);
    clock.skip({ hours: 5 });
    await slack.behaves();
    await lea.eventuallySees('flagpost', 'asks for support', patienceMs);
    await sam.eventuallySees('flagpost', '@Lea Brandt has it now, and answers by', patienceMs);
    await isQuiet(here());
    const passed = await askDatabase(databaseUrl, `select 1 from events where type = 'ask-passed'`);
    expect(passed).toEqual([]);
  },
);

/** How many there are that Flagpost has begun to tell somebody of. */
async function asksSent(databaseUrl: string): Promise<number> {
  const rows = await askDatabase(
    databaseUrl,
    `select 1 from nudges where kind = 'ask' and message is not null`,
  );
  return rows.length;
}

test(
  'two leads answer at once: one does, and the other hears that nothing is asked any more',
  patient,
  async () => {
    const { slack, databaseUrl } = here();
    const [lea, tom] = [slack.person('lea'), slack.person('tom')];
    await laddered(here(), { leads: 'lea,tom', above: '', sponsor: '' });
    await owned(here(), 'The door sticks');
    await asks(here(), 'The door', 'Wax');
    for (const lead of [lea, tom]) {
      await lead.eventuallySees('flagpost', 'One of you is enough.', patienceMs);
      await lead.presses('Here is an answer', { in: 'flagpost', containing: 'The door' });
      await lead.fills('Your answer', 'Plane it');
    }
    await Promise.all([lea.submits(), tom.submits()]);
    await isQuiet(here());
    const closed = await askDatabase(databaseUrl, `select 1 from events where type = 'ask-closed'`);
    expect(closed).toHaveLength(1);
    const forms = await Promise.all([lea, tom].map((it) => it.sees('form').catch(() => '')));
    expect(forms.filter((it) => it.includes('asks nothing of those who lead just now'))).toHaveLength(1);
  },
);

test('a lead is away for weeks: it goes past them at once', patient, async () => {
  const { slack } = here();
  const [lea, tom] = [slack.person('lea'), slack.person('tom')];
  await laddered(here(), { leads: 'lea', above: 'tom', sponsor: '' });
  await isAwayUntil(lea, '2026-12-21');
  await owned(here(), 'The tap drips');
  await asks(here(), 'The tap', 'Tape');
  /* Lea is away for weeks: it goes past her at once. */
  await tom.eventuallySees('flagpost', 'whom those who lead here turn to', patienceMs);
  expect(await timesAsked('lea', 'The tap drips')).toBe(0);
  await itIs(here(), '2026-12-01T09:00:00Z');
  expect(await timesAsked('tom', 'The tap drips')).toBe(1);
});

test('nobody who was asked leads any more: whoever is named then is asked', patient, async () => {
  const { slack } = here();
  const [sam, tom] = [slack.person('sam'), slack.person('tom')];
  await laddered(here(), { leads: 'lea', above: '', sponsor: '' });
  await owned(here(), 'The bell is mute');
  await asks(here(), 'The bell', 'A spoon');
  await slack.person('lea').eventuallySees('flagpost', 'asks for support', patienceMs);
  await itIs(here(), '2026-12-01T15:00:00Z');
  await sam.eventuallySees('flagpost', 'there is nobody else whom I could ask', patienceMs);
  expect(await timesAsked('tom', 'The bell is mute')).toBe(0);
  await laddered(here(), { leads: 'tom', above: '', sponsor: '' });
  await tom.eventuallySees('flagpost', 'asks for support', patienceMs);
  await sam.eventuallySees('flagpost', '@Tom Lindt has it now, and answers by', patienceMs);
  await tom.presses('Here is an answer', { in: 'flagpost', containing: 'The bell' });
  await tom.fills('Your answer', 'Use a whistle');
  await tom.submits();
  await sam.eventuallySees('flagpost', 'Use a whistle', patienceMs);
});
