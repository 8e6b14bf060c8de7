import { expect, test } from 'vitest';

import { askDatabase } from '../support/looking.ts';
import { claimed, eachInAWorkspace, flagged, isLookedAt, patienceMs } from './a-workspace.ts';
import { readsOnlyOnHome } from './choosing-hours.ts';
import { laddered } from './promises.ts';

/* A Monday; Lea is in Berlin, where it is noon. */
const here = eachInAWorkspace({
  beginsAt: '2026-11-23T11:00:00Z',
  prepare: (slack) => slack.addPerson({ name: 'rob', realName: 'Rob Vance' }),
});

async function daysGoBy(days: number): Promise<void> {
  here().clock.skip({ hours: 24 * days });
  await isLookedAt(here());
}

async function isAskedTwice(): Promise<void> {
  const asked = () => askDatabase(here().databaseUrl, `select 1 from events where type = 'nudged'`);
  await daysGoBy(2);
  await expect.poll(asked, { timeout: patienceMs }).toHaveLength(1);
  await daysGoBy(5);
  await expect.poll(asked, { timeout: patienceMs }).toHaveLength(2);
}

test(
  'a lead who reads only on Home reads there what could use help, and offers support',
  { timeout: 60_000 },
  async () => {
    const { slack, databaseUrl } = here();
    const [rob, lea] = [slack.person('rob'), slack.person('lea')];
    await laddered(here(), { leads: 'lea', above: 'kim', sponsor: '' });
    await readsOnlyOnHome(lea);
    const number = await flagged(here(), 'ana', 'The bell is mute');
    await claimed(here(), 'rob', 'The bell is mute');
    await isAskedTwice();
    await lea.opensHome();
    await lea.eventuallySees('home', 'Nothing waits for you.', patienceMs);
    await daysGoBy(7);
    const sent = `select 1 from nudges where kind = 'could-use-help' and sent_at is not null and message is null`;
    await expect.poll(() => askDatabase(databaseUrl, sent), { timeout: patienceMs }).toHaveLength(1);
    expect(await lea.sees('flagpost')).not.toContain('could use help');
    await lea.opensHome();
    await lea.eventuallySees('home', `#${number} could use help. It stays with`, patienceMs);
    await lea.presses('Offer support', { in: 'home', containing: 'The bell is mute' });
    await rob.eventuallySees('flagpost', `offers support with #${number}. What does it need?`, patienceMs);
    await lea.eventuallySees('home', 'Nothing waits for you.', patienceMs);
  },
);

test(
  'the lead is away for long: it is their lead who reads what could use help',
  { timeout: 60_000 },
  async () => {
    const { slack, databaseUrl } = here();
    await laddered(here(), { leads: 'lea', above: 'sam', sponsor: '' });
    await askDatabase(
      databaseUrl,
      `update people set away_until = '2027-06-01' where id in (select person_id from leads where rung = 0)`,
    );
    const number = await flagged(here(), 'ana', 'The bell is mute');
    await claimed(here(), 'rob', 'The bell is mute');
    await isAskedTwice();
    await daysGoBy(7);
    const sam = slack.person('sam');
    const told = await sam.eventuallySees('flagpost', `#${number} could use help. It stays with`, patienceMs);
    expect(told).toContain('I ask you, whom those who lead here turn to.');
    await sam.presses('Offer support', { in: 'flagpost', containing: 'The bell is mute' });
    await slack.person('rob').eventuallySees('flagpost', `offers support with #${number}`, patienceMs);
    expect(await slack.person('lea').sees('flagpost')).not.toContain('could use help');
  },
);
