import { expect, test } from 'vitest';

import { eachInAWorkspace, patienceMs, solved } from './a-workspace.ts';
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

const ofOwner = 'What would have let you settle this without asking?';
const ofLead = 'What would have let them settle this without asking?';

test('its owner solves it before the lead has said “done”: both are asked what would have let them settle it', async () => {
  const { slack } = here();
  const [sam, lea] = [slack.person('sam'), slack.person('lea')];
  await laddered(here(), { leads: 'lea', above: '', sponsor: '' });
  const number = await owned(here(), 'The rota is a riddle');
  await asks(here(), 'The rota', 'A map');
  await lea.presses("I'll do it", { in: 'flagpost', containing: 'The rota' });
  await lea.picks('By when?', '2026-12-08');
  await lea.submits();
  await isQuiet(here());
  await solved(here(), 'sam', 'The rota', 'It is a list now');
  await isQuiet(here());
  const toSam = `#${number} is called solved, so what @Lea Brandt promised for it has ended with that.`;
  await sam.eventuallySees('flagpost', toSam, patienceMs);
  await sam.eventuallySees('flagpost', ofOwner, patienceMs);
  const toLea = `#${number} is called solved, so what you promised for it has ended with that.`;
  await lea.eventuallySees('flagpost', toLea, patienceMs);
  await lea.eventuallySees('flagpost', ofLead, patienceMs);
  await sam.presses('A tool', { in: 'flagpost', containing: toSam });
  await sam.eventuallySees('flagpost', 'settle it without asking: A tool. Thank you.', patienceMs);
  await lea.presses('A freedom', { in: 'flagpost', containing: toLea });
  await lea.eventuallySees('flagpost', 'settle it without asking: A freedom. Thank you.', patienceMs);
});

test('its owner solves it before anybody has answered: the owner alone is asked', async () => {
  const { slack } = here();
  const [sam, lea] = [slack.person('sam'), slack.person('lea')];
  await laddered(here(), { leads: 'lea', above: '', sponsor: '' });
  const number = await owned(here(), 'The lift stops at four');
  await asks(here(), 'The lift', 'The stairs');
  await lea.eventuallySees('flagpost', 'asks for support', patienceMs);
  await solved(here(), 'sam', 'The lift', 'A new switch');
  await isQuiet(here());
  const told = `#${number} is called solved, so what you asked for it has ended with that.`;
  await sam.eventuallySees('flagpost', told, patienceMs);
  await sam.eventuallySees('flagpost', ofOwner, patienceMs);
  await lea.eventuallySees('flagpost', `#${number} needs no answer from you any more.`, patienceMs);
  expect(await lea.sees('flagpost')).not.toContain(ofLead);
});
