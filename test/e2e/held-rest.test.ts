import { expect, test } from 'vitest';

import { askDatabase } from '../support/looking.ts';
import { eachInAWorkspace, isLookedAt, patienceMs } from './a-workspace.ts';

/* A Friday: it is 17:10 in Kolkata. */
const here = eachInAWorkspace({ pauseSeconds: 600, beginsAt: '2026-11-27T11:40:00Z' });

const numberOf = (receipt: string): number => Number(/#(\d+)/.exec(receipt)?.[1]);

const kept = async (sql: string): Promise<string> =>
  JSON.stringify(await askDatabase(here().databaseUrl, sql));

const asked = async (who: string): Promise<number> =>
  (await here().slack.directMessages(who)).filter(({ text }) => text.includes('which you flagged, was saved'))
    .length;

test("a held flag's question waits for the morning in its reporter's zone, and nothing says whose morning", async () => {
  const { slack, clock } = here();
  await slack.addPerson({ name: 'noor', tz: 'Asia/Kolkata' });
  const noor = slack.person('noor');
  const number = numberOf(await noor.types('/flag-issue She forgot to run the gate check'));
  /* Of every row of people but the admins', whom a start looks for: when it was written and when it was held. */
  const touched = 'select id, xmin::text, xmax::text from people where not is_admin order by id';
  const before = await kept(touched);
  expect(await kept('select asked_at from people where not is_admin')).toBe('[{"asked_at":null}]');
  clock.skip({ hours: 25 });
  await isLookedAt(here());
  clock.skip({ hours: 38, minutes: 25 });
  await isLookedAt(here());
  expect(await asked('noor')).toBe(0);
  const grid = `select extract(minute from due_at)::int % 30 as past from due where subject = '${number}'`;
  expect(await kept(grid)).toBe('[{"past":0}]');
  expect(await kept(touched)).toBe(before);
  clock.skip({ minutes: 26 });
  await noor.eventuallySees('flagpost', `#${number}, which you flagged`, patienceMs);
  expect(clock.now().toString()).toMatch(/^2026-11-30T03:3/);
  expect(await kept(touched)).toBe(before);
  expect(await kept('select asked_at from people where not is_admin')).toBe('[{"asked_at":null}]');
  expect(await kept('select count from sealed_nudges')).toBe('[{"count":1}]');
  expect(await kept('select * from nudges')).toBe('[]');
});

test('of five held flags three are asked about on one day, and two on the next', async () => {
  const { slack, clock } = here();
  const lea = slack.person('lea');
  for (const what of ['gate', 'door', 'oven', 'lamp', 'pump'])
    await lea.types(`/flag-issue She forgot to run the ${what} check`);
  clock.skip({ hours: 24 * 3 });
  await lea.eventuallySees('flagpost', 'which you flagged', patienceMs);
  await isLookedAt(here());
  expect(await asked('lea')).toBe(3);
  clock.skip({ hours: 3 });
  await isLookedAt(here());
  expect(await asked('lea')).toBe(3);
  clock.skip({ hours: 18 });
  await expect.poll(() => asked('lea'), { timeout: patienceMs }).toBe(5);
});

test('what Slack would not take on its day takes its place on the next as well', async () => {
  const { clock } = here();
  const lea = here().slack.person('lea');
  for (const what of ['gate', 'door', 'oven', 'lamp', 'pump'])
    await lea.types(`/flag-issue She forgot to run the ${what} check`);
  clock.skip({ hours: 24 * 3 });
  await isLookedAt(here());
  await expect.poll(() => asked('lea'), { timeout: patienceMs }).toBe(3);
  await kept(`
    with it as (update messages set state = 'reserved', arrived_at = null
      where id = (select id from messages where kind = 'held' and state = 'ended' limit 1) returning workspace_id, id)
    insert into due select workspace_id, 'resend', id::text, '2026-12-01T08:00:00Z' from it`);
  clock.skip({ hours: 21 });
  const places = (): Promise<string> => kept('select count from sealed_nudges order by until');
  await expect.poll(places, { timeout: patienceMs }).toBe('[{"count":3},{"count":3}]');
});
