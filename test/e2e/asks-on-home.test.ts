import { describe, expect, test } from 'vitest';

import { askDatabase } from '../support/looking.ts';
import { allIsSaid, eachInAWorkspace, later, patienceMs } from './a-workspace.ts';
import { asks, isQuiet, itIs, owned } from './asks.ts';
import { changesHours, readsOnlyOnHome } from './choosing-hours.ts';
import { laddered } from './promises.ts';

/* A Tuesday: it is 9:10 in Berlin, where Sam and Lea are, and evening in Tokyo, where Kim is. */
const here = eachInAWorkspace({
  beginsAt: '2026-12-01T08:10:00Z',
  prepare: async (slack) => {
    await slack.addPerson({ name: 'max', realName: 'Max Hofer' });
  },
});
const patient = { timeout: 60_000 };

async function readsOnHome(name: string, awayUntil?: string): Promise<void> {
  const person = here().slack.person(name);
  await changesHours(person, async (form) => {
    await form.picks('Write to me', 'Only on Home: never write to me');
    if (awayUntil !== undefined) await form.picks('Away until', awayUntil);
  });
  await isQuiet(here());
}

test('a lead who reads only on Home and is away holds up nothing', patient, async () => {
  const { slack } = here();
  const [sam, lea] = [slack.person('sam'), slack.person('lea')];
  await laddered(here(), { leads: 'lea', above: '', sponsor: '' });
  await readsOnHome('lea', '2026-12-21');
  const number = await owned(here(), 'The bell is mute');
  await asks(here(), 'The bell', 'A spoon');
  await sam.eventuallySees('flagpost', 'It goes to @Lea Brandt as soon as they are at work.', patienceMs);
  await itIs(here(), '2026-12-03T10:00:00Z');
  await sam.eventuallySees(
    'flagpost',
    `There was no answer in time to what you asked for #${number}, and there is nobody else`,
    patienceMs,
  );
  await lea.opensHome();
  await lea.eventuallySees('home', `@Sam Okafor asks for support with #${number}: a decision.`);
});

test('whoever can read it first has it, though another reads on Home before long', patient, async () => {
  const { slack } = here();
  const [sam, lea] = [slack.person('sam'), slack.person('lea')];
  await laddered(here(), { leads: 'kim,lea', above: '', sponsor: '' });
  await readsOnHome('kim');
  await owned(here(), 'The tap drips');
  await asks(here(), 'The tap', 'Tape');
  await lea.eventuallySees('flagpost', 'One of you is enough.', patienceMs);
  const controls = await sam.eventuallySees('flagpost', 'one of them answers by Tue 1 Dec', patienceMs);
  expect(controls).not.toContain('2 Dec');
});

describe('a lead who reads only on Home from when an ask is on its way', () => {
  const theirs = '@Lea Brandt has it now, and answers by Wed 2 Dec';

  /** Slack takes no messages, and Sam asks Lea for support. */
  async function asksInVain(): Promise<void> {
    const { slack, databaseUrl } = here();
    const sam = slack.person('sam');
    await laddered(here(), { leads: 'lea', above: '', sponsor: '' });
    await owned(here(), 'The lamp is out');
    await slack.misbehaves({ method: 'chat.postMessage', kind: 'ratelimited', retryAfter: 3 });
    await sam.presses('Ask for support', { in: 'flagpost', containing: 'The lamp' });
    await sam.eventuallySees('form', 'What I tried');
    await sam.fills('What I tried', 'A candle');
    await sam.picks('What I need', 'A decision');
    await sam.submits();
    const reserved = `select 1 from messages where kind = 'nudge' and state = 'reserved' and leased_until is null`;
    await expect.poll(() => askDatabase(databaseUrl, reserved), { timeout: patienceMs }).toHaveLength(1);
    await later(here());
  }

  test('has it at once while they work', patient, async () => {
    const { slack, clock } = here();
    const [sam, lea] = [slack.person('sam'), slack.person('lea')];
    clock.skip({ hours: 7 });
    const before = await slack.directMessages('lea');
    await asksInVain();
    await readsOnlyOnHome(lea);
    await slack.behaves();
    await sam.eventuallySees('flagpost', theirs, patienceMs);
    await lea.eventuallySees('home', '@Sam Okafor asks for support with #1: a decision.');
    expect(await slack.directMessages('lea')).toEqual(before);
  });

  test('has it when they begin to work', patient, async () => {
    const { slack } = here();
    const [sam, lea] = [slack.person('sam'), slack.person('lea')];
    const before = await slack.directMessages('lea');
    await asksInVain();
    here().clock.skip({ hours: 10 });
    await readsOnlyOnHome(lea);
    await slack.behaves();
    await allIsSaid(here());
    expect(await sam.sees('flagpost')).toContain('It goes to @Lea Brandt as soon as they are at work.');
    await itIs(here(), '2026-12-02T08:00:10Z');
    await sam.eventuallySees('flagpost', `${theirs} 2026, 12:0`, patienceMs);
    expect(await slack.directMessages('lea')).toEqual(before);
  });
});
