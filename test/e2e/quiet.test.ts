import { expect, test } from 'vitest';

import { askDatabase } from '../support/looking.ts';
import { allIsSaid, claimed, eachInAWorkspace, flagged, patienceMs } from './a-workspace.ts';
import { mondayComes } from './mondays.ts';

const here = eachInAWorkspace();

const question = 'Nothing was flagged for eight weeks.';

async function asked(): Promise<number> {
  const messages = await here().slack.messages('learnings');
  return messages.filter((it) => !it.deleted && it.text.includes(question)).length;
}

async function mondaysCome(weeks: number): Promise<void> {
  for (let week = 0; week < weeks; week += 1) await mondayComes(here());
}

test('eight weeks without a flag: one question and no praise, once, until something is flagged again', async () => {
  const { slack, databaseUrl } = here();
  const kim = slack.person('kim');
  await flagged(here(), 'ana', 'The lift stops between floors');
  await claimed(here(), 'sam', 'The lift stops between floors');
  await allIsSaid(here());
  await mondaysCome(8);
  expect(await asked()).toBe(0);
  await mondaysCome(1);
  await kim.eventuallySees('learnings', question, patienceMs);
  expect(await kim.sees('learnings')).toContain(
    'That says nothing yet about whether little gets in the way. What would make it easier to flag something here?',
  );
  await mondaysCome(3);
  expect(await asked()).toBe(1);
  await flagged(here(), 'ana', 'The stairs are dark');
  await claimed(here(), 'sam', 'The stairs are dark');
  await allIsSaid(here());
  await mondaysCome(8);
  expect(await asked()).toBe(1);
  await mondaysCome(1);
  await expect.poll(asked, { timeout: patienceMs }).toBe(2);
  const all = await slack.messages('learnings');
  const told = all.filter(({ text }) => text.startsWith('Digest · '));
  expect(told.filter(({ text }) => /well done|great|congrat|ana|sam/i.test(text))).toEqual([]);
  expect(await askDatabase(databaseUrl, 'select 1 from digests')).toHaveLength(21);
}, 120_000);
