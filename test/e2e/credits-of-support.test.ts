import { expect, test } from 'vitest';

import { eachInAWorkspace, later, patienceMs } from './a-workspace.ts';
import { asks, isQuiet, owned } from './asks.ts';
import { laddered } from './promises.ts';

/* A Tuesday: it is 9:10 in Berlin, where Max, Sam and Lea are. */
const here = eachInAWorkspace({
  beginsAt: '2026-12-01T08:10:00Z',
  prepare: async (slack) => {
    await slack.addPerson({ name: 'max', realName: 'Max Hofer' });
  },
});

const patient = { timeout: 60_000 };

/** Sam solves it with a line that others can use, and Max says that it is fixed. */
async function learnt(number: number, text: string, line: string): Promise<void> {
  const { slack } = here();
  const [max, sam] = [slack.person('max'), slack.person('sam')];
  await later(here());
  await sam.presses('Mark as solved', { in: 'flagpost', containing: text });
  await sam.fills('What changed?', 'Another way');
  await sam.picks('What kind of change is it?', 'Added a guard');
  await sam.fills('What can others use?', line);
  await sam.submits();
  await max.eventuallySees('flagpost', `Is #${number}`, patienceMs);
  await max.presses('Fixed', { in: 'flagpost', containing: `Is #${number}` });
  await max.eventuallySees('form', 'Your answer is saved');
  await max.closes();
  await max.eventuallySees('learnings', line, patienceMs);
}

test(
  'a lead who did what was asked is asked once, and with their yes named last, for that',
  patient,
  async () => {
    const { slack } = here();
    const [sam, lea] = [slack.person('sam'), slack.person('lea')];
    await laddered(here(), { leads: 'lea', above: '', sponsor: '' });
    const number = await owned(here(), 'The scanner eats labels');
    await asks(here(), 'The scanner', 'Other labels');
    await lea.presses("I'll do it", { in: 'flagpost', containing: 'The scanner' });
    await lea.picks('By when?', '2026-12-03');
    await lea.submits();
    await isQuiet(here());
    await lea.presses('Done', { in: 'flagpost', containing: 'The scanner' });
    await lea.fills('What was done?', 'A new scanner');
    await lea.submits();
    await isQuiet(here());
    await learnt(number, 'The scanner', 'Feed them by hand');

    const mine = `What was learned from #${number} is shared. You had a part in it: you gave support.`;
    const asked = await lea.eventuallySees('flagpost', mine, patienceMs);
    expect(asked.split(mine)).toHaveLength(2);
    expect(asked).toContain('May your name be shown with it? It is left off unless you say yes.');
    await lea.presses('Show my name', { in: 'flagpost', containing: mine });
    await sam.presses('Show my name', { in: 'flagpost', containing: `What was learned from #${number}` });
    await sam.eventuallySees(
      'learnings',
      'Thanks to: @Sam Okafor, who took it on · the person who flagged it · and @Lea Brandt, who gave support',
      patienceMs,
    );
  },
);

test('a lead who contained the damage and says nothing is a part like the others', patient, async () => {
  const { slack } = here();
  const [sam, lea] = [slack.person('sam'), slack.person('lea')];
  await laddered(here(), { leads: 'lea', above: '', sponsor: '' });
  const number = await owned(here(), 'The rota is a riddle');
  await asks(here(), 'The rota', 'A map');
  await lea.presses('Contain for now', { in: 'flagpost', containing: 'The rota' });
  await isQuiet(here());
  await learnt(number, 'The rota', 'Draw it');

  const mine = `What was learned from #${number} is shared`;
  await lea.eventuallySees('flagpost', `${mine}. You had a part in it: you gave support.`, patienceMs);
  expect(await sam.sees('learnings')).not.toContain('Thanks to');
  await sam.presses('Show my name', { in: 'flagpost', containing: mine });
  const post = await sam.eventuallySees(
    'learnings',
    'Thanks to: @Sam Okafor, who took it on · the person who flagged it · and whoever gave support',
    patienceMs,
  );
  expect(post).not.toContain('Lea');
});
