import { expect, test } from 'vitest';

import { claimed, flagged, inAWorkspace, patienceMs, solved } from './a-workspace.ts';

const here = inAWorkspace({ socketMode: true });

test('over a socket the journey is the same', async () => {
  const { slack } = here();
  const [ana, sam, lea] = [slack.person('ana'), slack.person('sam'), slack.person('lea')];
  await lea.opensHome();
  const number = await flagged(here(), 'ana', 'The socket is loose');
  await lea.presses('Claim', { in: 'process-gaps', containing: 'socket', times: 2 });
  await lea.closes();
  await lea.eventuallySees('flagpost', 'The socket is loose');
  await sam.presses('Claim', { in: 'process-gaps', containing: 'socket', patienceMs: 0 }).catch(() => '');
  await lea.presses('Hand over', { in: 'flagpost', containing: 'socket' });
  await lea.picks('Who could take it on?', 'lea');
  await lea.submits();
  await lea.eventuallySees('form', `#${number} is yours already.`);
  await lea.picks('Who could take it on?', 'sam');
  await lea.submits();
  await sam.presses('Yes, I take it on', { in: 'flagpost', patienceMs });
  await sam.eventuallySees('flagpost', '[Mark as solved]');
  await solved(here(), 'sam', 'The socket is loose', 'Screwed tight');
  await ana.presses('Fixed', { in: 'flagpost' });
  await ana.eventuallySees('process-gaps', `#${number} · Fixed, and confirmed`);
});

test('nothing of Slack’s is taken over HTTP meanwhile', async () => {
  const answer = await fetch(`${here().address()}/slack/events`, { method: 'POST', body: '{}' });
  expect([answer.status, await answer.text()]).toEqual([404, '']);
});

test('after a restart the socket is open again, and what was pending goes on', async () => {
  await here().restart();
  await flagged(here(), 'ana', 'After the restart');
  await claimed(here(), 'sam', 'After the restart');
});
