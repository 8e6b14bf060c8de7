import { expect, test } from 'vitest';

import { eachInAWorkspace, patienceMs } from './a-workspace.ts';
import { asks, isQuiet, owned } from './asks.ts';
import { laddered } from './promises.ts';

/* A Tuesday: it is 9:10 in Berlin, where Sam and Lea are. */
const here = eachInAWorkspace({
  beginsAt: '2026-12-01T08:10:00Z',
  prepare: async (slack) => {
    await slack.addPerson({ name: 'max', realName: 'Max Hofer' });
  },
});

test('its owner says “not doing”: a lead who contains it and has promised support reads so once', async () => {
  const { slack } = here();
  const [sam, lea] = [slack.person('sam'), slack.person('lea')];
  await laddered(here(), { leads: 'lea', above: '', sponsor: '' });
  const number = await owned(here(), 'The rota is a riddle');
  await asks(here(), 'The rota', 'A map');
  await lea.presses('Contain for now', { in: 'flagpost', containing: 'The rota' });
  await isQuiet(here());
  await lea.presses("I'll do it", { in: 'flagpost', containing: 'The rota' });
  await lea.picks('By when?', '2026-12-08');
  await lea.submits();
  await isQuiet(here());
  await sam.chooses('Not doing…', { in: 'process-gaps', containing: 'The rota' });
  await sam.fills('Not doing, because…', 'There is a new rota in spring');
  await sam.submits();
  const told = `#${number} ended with Not doing, so nothing is expected of you for it any more.`;
  const seen = await lea.eventuallySees('flagpost', told, patienceMs);
  await isQuiet(here());
  expect(seen.split(told)).toHaveLength(2);
  expect((await lea.sees('flagpost')).split(told)).toHaveLength(2);
  expect(await lea.sees('process-gaps')).not.toContain('nothing is expected');
});
