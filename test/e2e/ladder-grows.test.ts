import { expect, test } from 'vitest';

import { eachInAWorkspace, flagged, isLookedAt, later, patienceMs } from './a-workspace.ts';
import { asks, itIs, owned } from './asks.ts';
import { isAwayUntil } from './choosing-hours.ts';
import { laddered, passes } from './promises.ts';

/* A Tuesday: it is 9:10 in Berlin, where all of them are but Kim, who administers, and is in Tokyo. */
const here = eachInAWorkspace({
  beginsAt: '2026-12-01T08:10:00Z',
  prepare: async (slack) => {
    await slack.addPerson({ name: 'max', realName: 'Max Hofer' });
    await slack.addPerson({ name: 'tom', realName: 'Tom Lindt' });
  },
});
const patient = { timeout: 60_000 };

const to = async (name: string) => (await here().slack.directMessages(name)).map(({ text }) => text);

async function daysGoBy(days: number): Promise<void> {
  for (let day = 0; day < days; day += 1) {
    here().clock.skip({ hours: 24 });
    await isLookedAt(here());
  }
  await later(here());
}

test(
  'all who lead were asked in vain, and a sponsor is named: they are asked for a first answer, once',
  patient,
  async () => {
    const { slack } = here();
    await laddered(here(), { leads: 'lea', above: '', sponsor: '' });
    const number = await flagged(here(), 'max', 'The scaffold wobbles');
    await passes(here(), number);
    await passes(here(), number);
    await laddered(here(), { leads: 'lea', above: '', sponsor: 'tom' });
    const max = slack.person('max');
    await max.eventuallySees('flagpost', 'I have asked @Tom Lindt, who has it now and answers', patienceMs);
    await daysGoBy(2);
    expect(await to('tom')).toHaveLength(1);
    const asked = `#${number} has had no first answer yet, so I ask you, as the sponsor here.`;
    await slack.person('tom').eventuallySees('flagpost', asked);
    await max.eventuallySees('flagpost', 'There is nobody else here whom I could ask.');
    await laddered(here(), { leads: 'lea', above: '', sponsor: 'tom' });
    await daysGoBy(1);
    expect(await to('tom')).toHaveLength(1);
    expect(await to('lea')).toHaveLength(1);
  },
);

test(
  'a sponsor is named while they are away: they are asked for a first answer once they are back',
  patient,
  async () => {
    const { slack } = here();
    await laddered(here(), { leads: 'lea', above: '', sponsor: '' });
    const number = await flagged(here(), 'max', 'The crane squeaks');
    await passes(here(), number);
    await passes(here(), number);
    await isAwayUntil(slack.person('tom'), '2026-12-14');
    await laddered(here(), { leads: 'lea', above: '', sponsor: 'tom' });
    await daysGoBy(3);
    expect(await to('tom')).toEqual([]);
    await daysGoBy(10);
    await slack.person('tom').eventuallySees('flagpost', `#${number} has had no first answer yet`);
    expect(await to('tom')).toHaveLength(1);
  },
);

test(
  'all who lead were asked for support in vain, and a sponsor is named: they are asked',
  patient,
  async () => {
    const { slack } = here();
    await laddered(here(), { leads: 'lea', above: '', sponsor: '' });
    await owned(here(), 'The lamp is out');
    await asks(here(), 'The lamp', 'A candle');
    await slack.person('lea').eventuallySees('flagpost', 'asks for support', patienceMs);
    await itIs(here(), '2026-12-01T15:00:00Z');
    await itIs(here(), '2026-12-02T09:30:00Z');
    await laddered(here(), { leads: 'lea', above: '', sponsor: 'tom' });
    await slack.person('sam').eventuallySees('flagpost', '@Tom Lindt has it now, and answers', patienceMs);
    await daysGoBy(2);
    expect(await to('tom')).toHaveLength(1);
  },
);

test.each([
  ['', 'lea'],
  [' whom nobody knew', 'max'],
])(
  'nobody was there to ask; an admin comes%s: they are asked for a first answer',
  patient,
  async (_, name) => {
    const { slack } = here();
    await slack.person('lea').opensHome();
    const number = await flagged(here(), 'kim', 'The valve leaks');
    await laddered(here(), { leads: '', above: '', sponsor: '' });
    await passes(here(), number);
    await slack.withholdsEvents(name === 'max');
    await slack.makeAdmin(name);
    await daysGoBy(3);
    await expect.poll(() => to(name), { timeout: patienceMs }).toHaveLength(1);
  },
);
