import { expect, test } from 'vitest';

import { allIsSaid, inAWorkspace, patienceMs, solved } from './a-workspace.ts';
import { learnt } from './learned.ts';

const here = inAWorkspace({ neverNamed: [] });

test('nothing leads to a line that was taken back, also where the newer fix teaches nothing', async () => {
  const { slack } = here();
  const [ana, sam, kim] = [slack.person('ana'), slack.person('sam'), slack.person('kim')];
  const number = await learnt(here(), 'Pumps hum', 'Oil them');
  await sam.eventuallySees('flagpost', 'May your name be shown with it?', patienceMs);
  await kim.eventuallySees('process-gaps', 'What we learned: see the post.', patienceMs);
  await ana.presses('Not fixed', { in: 'flagpost', containing: `Your answer on #${number}`, patienceMs });
  await ana.closes({ all: true });
  const taken = await sam.eventuallySees(
    'flagpost',
    `What was learned from #${number} is taken back`,
    patienceMs,
  );
  await allIsSaid(here());
  expect(taken).not.toContain('May your name be shown with it?');
  expect(await kim.sees('process-gaps')).not.toContain('see the post');
  expect(await sam.sees('flagpost')).not.toContain('see the post');

  await solved(here(), 'sam', 'Pumps hum', 'New pumps');
  await ana.eventuallySees('flagpost', 'New pumps', patienceMs);
  await allIsSaid(here());
  expect(await kim.sees('process-gaps')).not.toContain('see the post');
  for (const person of [ana, sam]) {
    await person.opensHome();
    expect(await person.sees('home')).not.toContain('see the post');
  }
  await ana.presses('Fixed', { in: 'flagpost', containing: 'New pumps' });
  await ana.closes({ all: true });
  await kim.eventuallySees('process-gaps', `#${number} · Fixed, and confirmed`, patienceMs);
  await allIsSaid(here());
  expect(await kim.sees('process-gaps')).not.toContain('see the post');
  expect(await ana.sees('flagpost')).not.toContain('see the post');
});
