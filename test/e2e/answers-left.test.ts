import { expect, test } from 'vitest';

import { askDatabase } from '../support/looking.ts';
import { claimed, eachInAWorkspace, flagged, leaves, patienceMs, solved } from './a-workspace.ts';

/* A Monday; it is noon in Berlin. */
const here = eachInAWorkspace({
  beginsAt: '2026-11-23T14:30:00Z',
  prepare: async (slack) => {
    await slack.addPerson({ name: 'max', realName: 'Max Hofer' });
    await slack.addPerson({ name: 'rob', realName: 'Rob Vance' });
  },
});
const patient = { timeout: 60_000 };

async function stateOf(number: number): Promise<string | undefined> {
  const rows = await askDatabase<{ state: string }>(
    here().databaseUrl,
    `select state from issues where number = ${number}`,
  );
  return rows[0]?.state;
}

/** Sam calls solved what Ana has flagged and all of these have met; Max, the first of them, says that it is. */
async function solvedAndFixed(text: string, met: readonly string[], beforeIsSolved = noDelay) {
  const { slack } = here();
  const max = slack.person('max');
  const number = await flagged(here(), 'ana', text);
  for (const name of met)
    await slack.person(name).presses('Me too', { in: 'process-gaps', containing: text });
  await beforeIsSolved();
  await claimed(here(), 'sam', text);
  await solved(here(), 'sam', text, 'A new seal');
  await max.eventuallySees('flagpost', `Is #${number} fixed for you?`, patienceMs);
  await max.presses('Fixed', { in: 'flagpost', containing: `Is #${number}` });
  await max.eventuallySees('form', 'Your answer is saved');
  await max.closes();
  return number;
}

const noDelay = (): Promise<void> => Promise.resolve();

async function isConfirmed(number: number): Promise<void> {
  await expect.poll(() => stateOf(number), { timeout: patienceMs }).toBe('confirmed');
}

test('the only one who met it said Fixed, then the reporter leaves: it is confirmed', patient, async () => {
  const number = await solvedAndFixed('The valve hisses', ['max']);
  await leaves(here(), 'ana');
  await isConfirmed(number);
});

test(
  'the reporter is gone, and one of two who met it leaves: the other’s Fixed confirms it',
  patient,
  async () => {
    const number = await solvedAndFixed('The valve leaks', ['max', 'rob'], () => leaves(here(), 'ana'));
    expect(await stateOf(number)).toBe('resolved');
    await leaves(here(), 'rob');
    await isConfirmed(number);
  },
);

test(
  'one of two who met it leaves while the reporter is there: it is the reporter’s to say',
  patient,
  async () => {
    const number = await solvedAndFixed('The valve drips', ['max', 'rob']);
    await leaves(here(), 'rob');
    const waits = () =>
      askDatabase(
        here().databaseUrl,
        `select round(extract(epoch from due_at - (life ->> 'resolvedAt')::timestamptz) / 86400)::int as days
        from due join issues on number::text = subject where kind = 'fall-silent'`,
      );
    await expect.poll(waits, { timeout: patienceMs }).toEqual([{ days: 14 }]);
    expect(await stateOf(number)).toBe('resolved');
  },
);
