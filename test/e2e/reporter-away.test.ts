import { expect, test } from 'vitest';

import { askDatabase } from '../support/looking.ts';
import {
  allIsSaid,
  claimed,
  eachInAWorkspace,
  flagged,
  isLookedAt,
  patienceMs,
  solved,
} from './a-workspace.ts';
import { isAwayUntil, readsOnlyOnHome } from './choosing-hours.ts';

/* A Monday, 15:30 in Berlin, where Max and the others are. */
const here = eachInAWorkspace({
  beginsAt: '2026-11-23T14:30:00Z',
  prepare: async (slack) => {
    await slack.addPerson({ name: 'max', realName: 'Max Hofer' });
    await slack.addPerson({ name: 'rob', realName: 'Rob Vance' });
    await slack.addPerson({ name: 'tom', realName: 'Tom Lindt' });
  },
});
const patient = { timeout: 90_000 };

/** What Max has flagged is called solved, and both who met it as well say that it is. */
async function solvedForTheOthers(beforeItIs: () => Promise<void>): Promise<number> {
  const { slack, clock } = here();
  const number = await flagged(here(), 'max', 'The valve leaks');
  await beforeItIs();
  for (const name of ['rob', 'tom'])
    await slack.person(name).presses('Me too', { in: 'process-gaps', containing: 'The valve leaks' });
  await claimed(here(), 'sam', 'The valve leaks');
  clock.skip({ minutes: 40 });
  await solved(here(), 'sam', 'The valve leaks', 'A new seal');
  for (const name of ['rob', 'tom']) {
    const person = slack.person(name);
    await person.eventuallySees('flagpost', `Is #${number} fixed for you?`, patienceMs);
    await person.presses('Fixed', { in: 'flagpost', containing: `Is #${number}` });
    await person.eventuallySees('form', 'Your answer is saved');
    await person.closes();
  }
  return number;
}

async function daysGoBy(days: number): Promise<void> {
  for (let day = 0; day < days; day += 1) {
    here().clock.skip({ hours: 24 });
    await isLookedAt(here());
    await expect.poll(whatIsLate, { timeout: patienceMs }).toEqual([]);
  }
  await allIsSaid(here());
}

const whatIsLate = () =>
  askDatabase(
    here().databaseUrl,
    `select 1 from due where kind = 'fall-silent' and due_at <= '${here().clock.now().toString()}'`,
  );

/** How often it has come about that the others decide, and that they have confirmed it. */
const decided = () =>
  askDatabase(
    here().databaseUrl,
    `select type from events where type in ('fell-silent', 'confirmed') order by seq`,
  );

async function askedMax(): Promise<number> {
  const messages = await here().slack.directMessages('max');
  return messages.filter((it) => JSON.stringify(it.blocks).includes('fixed for you?')).length;
}

test('whoever is away for weeks keeps silent only from when the question comes', patient, async () => {
  await solvedForTheOthers(() => isAwayUntil(here().slack.person('max'), '2026-12-16'));
  await daysGoBy(15);
  expect(await askedMax()).toBe(0);
  expect(await decided()).toEqual([]);
  await daysGoBy(9);
  expect(await askedMax()).toBeGreaterThan(0);
  await daysGoBy(12);
  expect(await decided()).toEqual([]);
  await daysGoBy(2);
  await expect
    .poll(decided, { timeout: patienceMs })
    .toEqual([{ type: 'fell-silent' }, { type: 'confirmed' }]);
});

test(
  'to whoever reads only on Home it is put there, and two weeks later the others decide',
  patient,
  async () => {
    await solvedForTheOthers(() => readsOnlyOnHome(here().slack.person('max')));
    await daysGoBy(13);
    expect(await decided()).toEqual([]);
    await daysGoBy(2);
    await expect
      .poll(decided, { timeout: patienceMs })
      .toEqual([{ type: 'fell-silent' }, { type: 'confirmed' }]);
    expect(await askedMax()).toBe(0);
  },
);

test(
  'whoever goes away after the question is asked once more before they count as silent',
  patient,
  async () => {
    await solvedForTheOthers(() => Promise.resolve());
    await here().slack.person('max').eventuallySees('flagpost', 'fixed for you?', patienceMs);
    await isAwayUntil(here().slack.person('max'), '2026-12-16');
    await daysGoBy(15);
    expect(await decided()).toEqual([]);
    expect(await askedMax()).toBe(1);
    await daysGoBy(10);
    expect(await askedMax()).toBe(2);
    expect(await decided()).toEqual([]);
    await daysGoBy(5);
    await expect
      .poll(decided, { timeout: patienceMs })
      .toEqual([{ type: 'fell-silent' }, { type: 'confirmed' }]);
  },
);
