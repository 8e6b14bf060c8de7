import { expect, test } from 'vitest';

import type { PersonAtSlack } from '../../src/playground/people/person.ts';
import { askDatabase } from '../support/looking.ts';
import { later, eachInAWorkspace, flagged, patienceMs } from './a-workspace.ts';
import { asks, owned } from './asks.ts';
import { readsOnlyOnHome } from './choosing-hours.ts';
import { laddered, passes } from './promises.ts';

/* A Tuesday: it is past nine in Tokyo, where Kim is; eight hours later everybody is at work. */
const here = eachInAWorkspace({ beginsAt: '2026-12-01T01:10:00Z' });
const patient = { timeout: 60_000 };

const read = 'I have read this';

/** Max is none of those who lead, and nobody's lead is asked but Lea. */
async function atWork(): Promise<Record<'sam' | 'lea' | 'max', PersonAtSlack>> {
  const { slack, clock } = here();
  clock.skip({ hours: 8 });
  await slack.addPerson({ name: 'max', realName: 'Max Hofer' });
  await laddered(here(), { leads: 'lea', above: '', sponsor: '' });
  return { sam: slack.person('sam'), lea: slack.person('lea'), max: slack.person('max') };
}

async function readsNoMore(person: PersonAtSlack, text: string): Promise<void> {
  await expect.poll(() => person.sees('home'), { timeout: patienceMs }).not.toContain(text);
}

/** Lea is asked for support by Sam, who reads only on Home from then on. */
async function asksAndReadsOnHome({ sam, lea }: Awaited<ReturnType<typeof atWork>>): Promise<void> {
  await owned(here(), 'The lamp is out');
  await asks(here(), 'The lamp', 'A candle');
  await lea.eventuallySees('flagpost', 'asks for support', patienceMs);
  await readsOnlyOnHome(sam);
}

test(
  'an owner reads there why what they asked for is not possible, answers what would have helped, and has read it',
  patient,
  async () => {
    const people = await atWork();
    const { sam, lea } = people;
    await asksAndReadsOnHome(people);
    await lea.presses('Not possible, because…', { in: 'flagpost', containing: 'asks for support' });
    await lea.fills('Not possible, because…', 'The budget is spent until May');
    await lea.submits();
    const home = await sam.eventuallySees('home', 'News for you (1)', patienceMs);
    expect(home).toContain('The budget is spent until May');
    expect(await sam.sees('flagpost')).not.toContain('The budget is spent');
    await sam.presses('A tool', { in: 'home' });
    await sam.eventuallySees('home', 'settle it without asking: A tool', patienceMs);
    await sam.presses(read, { in: 'home' });
    await readsNoMore(sam, 'News for you');
  },
);

test(
  'an owner reads there what the reporter has answered, whatever was overtaken since',
  patient,
  async () => {
    const { sam, max } = await atWork();
    const number = await owned(here(), 'The lamp is out');
    await readsOnlyOnHome(sam);
    await sam.presses('Ask the reporter', { in: 'flagpost', containing: 'The lamp' });
    await sam.fills('What would you like to know?', 'Which lamp is it?');
    await sam.submits();
    await max.eventuallySees('flagpost', 'Which lamp is it?', patienceMs);
    await max.presses('Answer', { in: 'flagpost', containing: 'Which lamp is it?' });
    await max.fills('Your answer', 'The one by the stairs');
    await max.submits();
    await sam.eventuallySees('home', 'The one by the stairs', patienceMs);
    await askDatabase(
      here().databaseUrl,
      `insert into messages (workspace_id, kind, subject, target, state, reason, since)
      select workspace_id, kind, '${number}/' || 1000 + nth, target, state, reason, since + interval '1 second'
      from messages, generate_series(1, 30) as nth where reason = 'on Home'`,
    );
    await sam.presses('Switch wording notes off', { in: 'home' });
    const home = await sam.eventuallySees('home', 'Switch wording notes on', patienceMs);
    expect(home).toContain('News for you (1)');
  },
);

test(
  'a reporter reads there who has it now once a promise has passed, as long as that is so',
  patient,
  async () => {
    const { sam, max } = await atWork();
    await readsOnlyOnHome(max);
    const number = await flagged(here(), 'max', 'The lamp is out');
    await passes(here(), number);
    await max.eventuallySees('home', 'News for you (1)', patienceMs);
    expect(await max.sees('home')).toContain('@Lea Brandt');
    await sam.presses('Claim', { in: 'process-gaps', containing: 'The lamp' });
    const since = await max.eventuallySees('home', 'has taken on', patienceMs);
    expect(since).toContain('News for you (1)');
  },
);

test('an admin is told there that the channel is gone, until it is back', patient, async () => {
  const { slack, clock } = here();
  const [ana, kim] = [slack.person('ana'), slack.person('kim')];
  await readsOnlyOnHome(kim);
  await slack.archive('process-gaps');
  await ana.types('/flag-issue The stapler is empty');
  await later(here());
  await kim.eventuallySees('home', 'is archived. Please unarchive it.', patienceMs);
  await slack.unarchive('process-gaps');
  clock.skip({ minutes: 2 });
  await ana.eventuallySees('process-gaps', 'The stapler is empty', patienceMs);
  await kim.opensHome();
  await readsNoMore(kim, 'Please unarchive it');
});
