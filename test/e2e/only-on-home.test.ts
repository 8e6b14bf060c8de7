import { expect, test } from 'vitest';

import { askDatabase } from '../support/looking.ts';
import { allIsSaid, claimed, eachInAWorkspace, flagged, patienceMs } from './a-workspace.ts';
import { readsOnlyOnHome } from './choosing-hours.ts';

/* A Monday; Sam is in Berlin, where it is noon. */
const here = eachInAWorkspace({ beginsAt: '2026-11-23T11:00:00Z' });
const patient = { timeout: 60_000 };

test('a reminder that was late is not sent to whoever reads only on Home by then', patient, async () => {
  const { slack, clock, databaseUrl } = here();
  const sam = slack.person('sam');
  await flagged(here(), 'ana', 'The lamp is out');
  await claimed(here(), 'sam', 'The lamp is out');
  await allIsSaid(here());
  await slack.misbehaves({ method: 'chat.postMessage', kind: 'ratelimited', retryAfter: 5 });
  clock.skip({ hours: 48 });
  /* Since then it waits for another attempt. */
  const refused = `select 1 from messages where kind = 'nudge' and state = 'reserved' and since > '2026-11-25'`;
  await expect.poll(() => askDatabase(databaseUrl, refused), { timeout: patienceMs }).toHaveLength(1);
  clock.skip({ hours: 10 });
  await slack.behaves();
  await allIsSaid(here());
  await readsOnlyOnHome(sam);
  clock.skip({ hours: 13 });
  const reminders = `select state from messages where kind = 'nudge'`;
  const states = () => askDatabase(databaseUrl, reminders);
  await expect.poll(states, { timeout: patienceMs }).toEqual([{ state: 'ended' }]);
  expect(await slack.directMessages('sam')).toHaveLength(1);
});
