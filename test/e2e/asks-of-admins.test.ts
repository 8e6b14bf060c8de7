import { expect, test } from 'vitest';

import { askDatabase } from '../support/looking.ts';
import { eachInAWorkspace, isLookedAt, patienceMs } from './a-workspace.ts';
import { asks, owned } from './asks.ts';
import { laddered } from './promises.ts';

/* A Tuesday: it is 9:10 in Berlin, where Sam, Lea and Max are, and evening in Tokyo, where Kim is. */
const here = eachInAWorkspace({
  beginsAt: '2026-12-01T08:10:00Z',
  prepare: (slack) => slack.addPerson({ name: 'max', realName: 'Max Hofer' }),
});
const patient = { timeout: 60_000 };

/** Once, and by the time Kim reads it Sam sleeps. */
async function happens(type: string): Promise<void> {
  const look = () => askDatabase(here().databaseUrl, 'select 1 from events where type = $1', [type]);
  await expect.poll(look, { timeout: patienceMs }).toHaveLength(1);
}

test('the only lead has flagged it: its owner can ask an admin, who answers', patient, async () => {
  const { slack, clock } = here();
  const [sam, kim] = [slack.person('sam'), slack.person('kim')];
  await laddered(here(), { leads: 'max', above: '', sponsor: '' });
  await owned(here(), 'The lamp is out');
  await sam.presses('Ask for support', { in: 'flagpost', containing: 'The lamp' });
  await sam.eventuallySees('form', '@Kim Sato');
  await sam.closes();
  await asks(here(), 'The lamp', 'A candle');
  clock.skip({ hours: 16 });
  await isLookedAt(here());
  await kim.eventuallySees('flagpost', 'as an admin here', patienceMs);
  await kim.presses('Here is an answer', { in: 'flagpost', containing: 'The lamp' });
  await kim.fills('Your answer', 'Take the spare one');
  await kim.submits();
  await happens('ask-closed');
});

test(
  'the only lead has flagged it, and its owner is silent: an admin hears that it could use help, and offers it',
  patient,
  async () => {
    const { slack, clock } = here();
    const kim = slack.person('kim');
    await laddered(here(), { leads: 'max', above: '', sponsor: '' });
    const number = await owned(here(), 'The lamp is out');
    for (let day = 0; day < 16; day += 1) {
      clock.skip({ hours: 24 });
      await isLookedAt(here());
    }
    clock.skip({ hours: 16 });
    await isLookedAt(here());
    await happens('could-use-help');
    const told = await kim.eventuallySees('flagpost', `#${number} could use help.`, patienceMs);
    expect(told).toContain('I ask you, as an admin here.');
    await kim.presses('Offer support', { in: 'flagpost', containing: 'The lamp' });
    await happens('support-offered');
  },
);
