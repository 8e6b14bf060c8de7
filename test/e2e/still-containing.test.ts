import { expect, test } from 'vitest';

import { askDatabase } from '../support/looking.ts';
import { eachInAWorkspace, patienceMs } from './a-workspace.ts';
import { asks, isQuiet, itIs, owned } from './asks.ts';
import { readsOnlyOnHome } from './choosing-hours.ts';
import { laddered } from './promises.ts';

/* A Tuesday: it is 9:10 in Berlin, where Sam and Lea are. */
const here = eachInAWorkspace({
  beginsAt: '2026-12-01T08:10:00Z',
  prepare: (slack) => slack.addPerson({ name: 'max', realName: 'Max Hofer' }),
});

const asked = (number: number): string => `You contain the damage of #${number} for now. Does it still hold?`;

async function isAsked(times: number): Promise<void> {
  const all = () => askDatabase(here().databaseUrl, `select 1 from events where type = 'containment-asked'`);
  await expect.poll(all, { timeout: patienceMs }).toHaveLength(times);
}

test(
  'nobody knows whether it holds: its owner hears so, and not from whom',
  { timeout: 60_000 },
  async () => {
    const { slack } = here();
    const [lea, sam] = [slack.person('lea'), slack.person('sam')];
    await laddered(here(), { leads: 'lea', above: '', sponsor: '' });
    const number = await owned(here(), 'The rota is a riddle');
    await asks(here(), 'The rota', 'A map');
    await lea.presses('Contain for now', { in: 'flagpost', containing: 'The rota' });
    await isQuiet(here());
    await itIs(here(), '2026-12-03T12:00:00Z');
    await isAsked(1);
    await itIs(here(), '2026-12-08T12:10:00Z');
    await isAsked(2);
    const unknown = `It is not known just now whether the damage of #${number} is still contained.`;
    await itIs(here(), '2026-12-14T12:00:00Z');
    expect(await sam.sees('flagpost')).not.toContain(unknown);
    await itIs(here(), '2026-12-15T12:20:00Z');
    await sam.eventuallySees('flagpost', unknown, patienceMs);
    const told = await sam.looksAt('flagpost', unknown);
    expect(JSON.stringify(told.blocks)).not.toContain('Lea');
    await sam.opensHome();
    await sam.eventuallySees('home', unknown, patienceMs);
    await lea.presses('Still holding', { in: 'flagpost', containing: asked(number) });
    await sam.eventuallySees(
      'flagpost',
      `The damage of #${number} needs nothing from you just now.`,
      patienceMs,
    );
    await sam.opensHome();
    await expect.poll(() => sam.sees('home'), { timeout: patienceMs }).not.toContain(unknown);
  },
);

test('whoever reads only on Home sees there that nobody knows', { timeout: 60_000 }, async () => {
  const { slack } = here();
  const [lea, sam] = [slack.person('lea'), slack.person('sam')];
  await laddered(here(), { leads: 'lea', above: '', sponsor: '' });
  await readsOnlyOnHome(sam);
  const number = await owned(here(), 'The rota is a riddle');
  await asks(here(), 'The rota', 'A map');
  await lea.presses('Contain for now', { in: 'flagpost', containing: 'The rota' });
  await isQuiet(here());
  await itIs(here(), '2026-12-03T12:00:00Z');
  await isAsked(1);
  await itIs(here(), '2026-12-08T12:10:00Z');
  await isAsked(2);
  await itIs(here(), '2026-12-15T12:20:00Z');
  await isQuiet(here());
  await sam.opensHome();
  const unknown = `It is not known just now whether the damage of #${number} is still contained.`;
  await sam.eventuallySees('home', unknown, patienceMs);
  expect(await sam.sees('flagpost')).not.toContain(unknown);
});

test('whoever contains the damage is asked now and then whether it holds', { timeout: 60_000 }, async () => {
  const { slack } = here();
  const [lea, max] = [slack.person('lea'), slack.person('max')];
  await laddered(here(), { leads: 'lea', above: '', sponsor: '' });
  const number = await owned(here(), 'The rota is a riddle');
  await asks(here(), 'The rota', 'A map');
  await lea.presses('Contain for now', { in: 'flagpost', containing: 'The rota' });
  await isQuiet(here());
  await itIs(here(), '2026-12-02T12:00:00Z');
  expect(await lea.sees('flagpost')).not.toContain(asked(number));
  await itIs(here(), '2026-12-03T12:00:00Z');
  await lea.eventuallySees('flagpost', asked(number), patienceMs);
  await lea.opensHome();
  await lea.eventuallySees('home', asked(number), patienceMs);
  const thread = await max.sees('process-gaps');
  await lea.presses('Still holding', { in: 'flagpost', containing: asked(number) });
  await lea.eventuallySees('flagpost', `You go on containing the damage of #${number}.`, patienceMs);
  await itIs(here(), '2026-12-10T12:10:00Z');
  await lea.eventuallySees('flagpost', asked(number), patienceMs);
  await lea.chooses('Until a date…', { in: 'flagpost', containing: asked(number) });
  await lea.picks('Ask again on', '2026-12-16');
  await lea.submits();
  await lea.eventuallySees('flagpost', 'I come back to it on Wed 16 Dec.', patienceMs);
  await itIs(here(), '2026-12-16T12:10:00Z');
  await lea.eventuallySees('flagpost', asked(number), patienceMs);
  expect(await max.sees('process-gaps')).toBe(thread);
  await lea.presses('Contained', { in: 'flagpost', containing: asked(number) });
  await lea.fills('What keeps the damage small?', 'I call each of them');
  await lea.submits();
  await lea.eventuallySees(
    'flagpost',
    `#${number} needs no word from you about its damage any more.`,
    patienceMs,
  );
});
