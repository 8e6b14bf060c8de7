import { expect, test } from 'vitest';

import { askDatabase } from '../support/looking.ts';
import { eachInAWorkspace, flagged, isLookedAt, patienceMs } from './a-workspace.ts';
import { laddered } from './promises.ts';

/* A Monday, a quarter past nine in Berlin; the workspace goes by UTC. */
const here = eachInAWorkspace({
  beginsAt: '2026-11-23T08:15:00Z',
  prepare: async (slack) => {
    await slack.addPerson({ name: 'max', realName: 'Max Hofer' });
    await slack.addPerson({ name: 'tom', realName: 'Tom Lindt' });
  },
});
const patient = { timeout: 120_000 };

/** The numbers of those that have gone over the lead's head, and of those of which the lead was told. */
async function risen(): Promise<readonly string[]> {
  const rows = await askDatabase<{ number: string }>(
    here().databaseUrl,
    `select issue::text as number from events
       where type = 'promise-passed' and data #>> '{promise,rung}' = '1' order by issue`,
  );
  return rows.map(({ number }) => number);
}

async function toldToLea(): Promise<(number: string) => boolean> {
  const all = JSON.stringify((await here().slack.directMessages('lea')).map(({ blocks }) => blocks));
  return (number) => all.includes(`*#${number}* has had no first answer yet`);
}

async function hoursGoBy(count: number): Promise<void> {
  for (let hour = 0; hour < count; hour += 1) {
    here().clock.skip({ hours: 1 });
    await isLookedAt(here());
  }
}

test(
  'five promises pass at once: none goes over the lead’s head before the lead has had the promised time',
  patient,
  async () => {
    const { slack, clock } = here();
    await laddered(here(), { leads: 'lea', above: 'tom', sponsor: '' });
    const [kim, max] = [slack.person('kim'), slack.person('max')];
    await kim.types('/flag-issue settings');
    await kim.eventuallySees('form', 'Answer within');
    await kim.fills('Answer within', '2');
    await kim.submits();
    await kim.closes();
    for (const text of ['The fan', 'The door', 'The tap', 'The bell', 'The lamp'])
      await flagged(here(), 'max', text);
    await hoursGoBy(6);
    expect((await risen()).length).toBeGreaterThan(0);
    const heard = await toldToLea();
    expect((await risen()).filter((it) => !heard(it))).toEqual([]);
    const unheard = ['1', '2', '3', '4', '5'].filter((it) => !heard(it));
    expect(unheard).toHaveLength(2);
    const asked = 'I have asked @Lea Brandt, who has it now. Once it has reached them,';
    await max.eventuallySees('flagpost', asked, patienceMs);

    /* The next morning in Berlin, before the workspace opens. */
    clock.skip({ hours: 17 });
    clock.skip({ minutes: 50 });
    await isLookedAt(here());
    const notTold = async () => {
      const knows = await toldToLea();
      return unheard.filter((it) => !knows(it));
    };
    await expect.poll(notTold, { timeout: patienceMs }).toEqual([]);
    for (const number of unheard)
      await max.eventuallySees(
        'flagpost',
        `#${number}, which you flagged, has reached @Lea Brandt. A person answers by Tue 24 Nov 2026, 10:`,
        patienceMs,
      );
    await hoursGoBy(1);
    expect((await risen()).filter((it) => unheard.includes(it))).toEqual([]);
    await hoursGoBy(2);
    await expect.poll(risen, { timeout: patienceMs }).toHaveLength(5);
  },
);
