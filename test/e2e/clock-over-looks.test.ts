import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';

import { passTime } from '../../src/playground/time/pass.ts';
import { eachInAWorkspace, patienceMs } from './a-workspace.ts';
import { isAwayUntil } from './choosing-hours.ts';
import { laddered } from './promises.ts';

const here = eachInAWorkspace({
  onSlacksClock: true,
  prepare: async (slack) => {
    await slack.addPerson({ name: 'max', realName: 'Max Hofer' });
    await slack.addPerson({ name: 'tom', realName: 'Tom Lindt' });
  },
});

const to = (at: Temporal.ZonedDateTime): Promise<void> => {
  const { double, passing } = here();
  return passTime(double, passing, at.toInstant(), new AbortController().signal);
};

/** The day in Berlin, where all of them are, on which Tom was asked about #1. */
async function askedOn(): Promise<string | undefined> {
  const asked = (await here().slack.directMessages('tom')).find((it) =>
    JSON.stringify(it).includes('*#1* has had no first answer yet'),
  );
  if (asked === undefined) return undefined;
  const at = Temporal.Instant.fromEpochMilliseconds(Number(asked.ts) * 1000);
  return at.toZonedDateTimeISO('Europe/Berlin').toPlainDate().toString();
}

/** For Tom, the sponsor, an issue waits that everybody else was asked about in vain. */
test.each([
  ['', false],
  [', and has flagged another one in the evening', true],
])(
  'over the day on which a sponsor is back%s: they are asked on that day',
  { timeout: 120_000 },
  async (_, hasFlagged) => {
    const { slack, double } = here();
    const now = double.clock.now().toZonedDateTimeISO('UTC');
    const tuesday = now.add({ days: 14 + ((2 - now.dayOfWeek + 7) % 7) }).withPlainTime('10:00');
    const back = tuesday.add({ days: 17 });
    await to(tuesday);
    await laddered(here(), { leads: 'lea', above: '', sponsor: '' });
    await isAwayUntil(slack.person('tom'), back.toPlainDate().toString());
    await slack.person('max').types('/flag-issue The crane squeaks');
    if (hasFlagged) {
      await to(tuesday.add({ hours: 12 }));
      await slack.person('tom').types('/flag-issue The gate is locked');
    }
    await to(tuesday.add({ days: 6 }));
    await laddered(here(), { leads: 'lea', above: '', sponsor: 'tom' });
    await to(back.add({ days: 2 }));
    await slack.person('tom').eventuallySees('flagpost', '#1 has had no first answer yet', patienceMs);
    expect(await askedOn()).toBe(back.toPlainDate().toString());
  },
);
