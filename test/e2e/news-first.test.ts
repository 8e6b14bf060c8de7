import { expect, test } from 'vitest';

import { askDatabase } from '../support/looking.ts';
import { allIsSaid, isLookedAt, claimed, eachInAWorkspace, flagged, patienceMs } from './a-workspace.ts';
import { confirmed, solvedWithLine } from './learned.ts';

/* A Tuesday: it is 16:10 in Tokyo, where Kim is, and 8:10 in Berlin, where Ana and Sam are. */
const here = eachInAWorkspace({ beginsAt: '2026-12-01T07:10:00Z' });

const berlinsMorning = '2026-12-01T08:05:00Z';
const tokyosEvening = '2026-12-01T09:00:00Z';
const tokyosMorning = '2026-12-02T00:00:01Z';

/** What they read of a fix, in its order. */
async function toldOfFix(name: string): Promise<string[]> {
  const messages = await here().slack.directMessages(name);
  return messages.flatMap(({ text }) => /is fixed, says|What was learned from/.exec(text) ?? []);
}

async function itIs(instant: string): Promise<void> {
  const { clock } = here();
  clock.skip({ seconds: Math.round((Date.parse(instant) - clock.now().epochMilliseconds) / 1000) });
  await allIsSaid(here());
}

/** Somebody draws, for so long, the news which its owner will be told when it is confirmed. */
async function drawsNews(number: number, seconds: number): Promise<void> {
  await askDatabase(
    here().databaseUrl,
    `insert into messages (workspace_id, kind, subject, target, leased_until)
      select i.workspace_id, 'news', i.number || '/' || i.version + 2, p.person_id, $2
      from issues i join participants p on p.workspace_id = i.workspace_id and p.issue = i.number
      where i.number = $1 and p.role = 'owner'`,
    [number, here().clock.now().add({ seconds }).toString()],
  );
}

/** How often what was to be drawn had to wait, so far. */
async function waits(): Promise<number> {
  const metrics = await (await fetch(`${here().address()}/metrics`)).text();
  return Number(/flagpost_jobs_total\{name="draw",outcome="later"\} (\d+)/.exec(metrics)?.[1] ?? 0);
}

const newsFirst = ['is fixed, says', 'What was learned from'];

test('nobody is asked whether they may be named before they know that it is fixed', async () => {
  const { clock } = here();
  const number = await solvedWithLine(here(), 'Hinges squeak', 'Oil them in spring');
  await itIs(berlinsMorning);
  await drawsNews(number, 600);
  await confirmed(here(), number);
  const already = await waits();
  await expect.poll(waits, { timeout: patienceMs }).toBeGreaterThan(already + 4);
  expect(await toldOfFix('sam')).toEqual([]);
  clock.skip({ seconds: 601 });
  await isLookedAt(here());
  expect(await toldOfFix('sam')).toEqual(newsFirst);
});

test('nor in the morning, where it is fixed at night', async () => {
  const { slack, clock } = here();
  const kim = slack.person('kim');
  const number = await flagged(here(), 'ana', 'Vents rattle');
  await claimed(here(), 'kim', 'Vents rattle');
  await kim.presses('Mark as solved', { in: 'flagpost', containing: 'Vents rattle' });
  await kim.fills('What changed?', 'New screws');
  await kim.picks('What kind of change is it?', 'Added a guard');
  await kim.fills('What can others use?', 'Tighten them in autumn');
  await kim.submits();
  await slack.person('ana').eventuallySees('flagpost', 'New screws', patienceMs);
  await itIs(tokyosEvening);
  await confirmed(here(), number);
  await allIsSaid(here());
  expect(await toldOfFix('kim')).toEqual([]);
  await itIs(tokyosMorning);
  await kim.eventuallySees('flagpost', 'is fixed, says', patienceMs);
  clock.skip({ seconds: 6 });
  await kim.eventuallySees('flagpost', `What was learned from #${number}`, patienceMs);
  expect(await toldOfFix('kim')).toEqual(newsFirst);
});
