import { expect, test } from 'vitest';

import { allIsSaid, inAWorkspace, later, patienceMs } from './a-workspace.ts';
import { learnt } from './learned.ts';

const here = inAWorkspace({ neverNamed: [] });

/** Solved by Sam and confirmed by Ana, for whom it comes back. */
async function cameBack(text: string): Promise<number> {
  const ana = here().slack.person('ana');
  const number = await learnt(here(), text, 'Oil them');
  await allIsSaid(here());
  await ana.presses('Not fixed', { in: 'flagpost', containing: `Your answer on #${number}`, patienceMs });
  await ana.closes({ all: true });
  await ana.eventuallySees(
    'flagpost',
    `Your answer on #${number}: Not fixed. Thank you. #${number} goes on with @Sam Okafor`,
    patienceMs,
  );
  return number;
}

test('once the second question is answered the first says nothing of that answer, nor that there is more to come', async () => {
  const { slack } = here();
  const [ana, sam] = [slack.person('ana'), slack.person('sam')];
  const number = await cameBack('Spoons rust');
  await later(here());
  await sam.presses('Mark as solved', { in: 'flagpost', containing: 'Spoons rust', patienceMs });
  await sam.fills('What changed?', 'New spoons');
  await sam.picks('What kind of change is it?', 'Added a guard');
  await sam.submits();
  await ana.eventuallySees('flagpost', `Is #${number} fixed for you?`, patienceMs);
  await allIsSaid(here());
  expect(await ana.sees('flagpost')).toContain(`#${number} was solved anew since`);
  await ana.presses('Fixed', { in: 'flagpost', containing: 'New spoons' });
  await ana.closes({ all: true });
  await slack.person('kim').eventuallySees('process-gaps', `#${number} · Fixed, and confirmed`, patienceMs);
  await allIsSaid(here());
  const seen = await ana.sees('flagpost');
  expect(seen).toContain(`#${number} was solved anew since`);
  expect(seen).not.toContain(`#${number} goes on`);
  expect(seen).not.toContain('You are asked again');
});

test('an answered question names nobody who has let it go, and promises no other where it is not done', async () => {
  const { slack } = here();
  const [ana, sam, kim] = [slack.person('ana'), slack.person('sam'), slack.person('kim')];
  const number = await cameBack('Pumps hum');
  const answered = `Your answer on #${number}: Not fixed. Thank you.`;
  await sam.presses('Let go', { in: 'flagpost', containing: 'Pumps hum' });
  await ana.eventuallySees('flagpost', `${answered} #${number} needs an owner again.`, patienceMs);
  await kim.chooses('Not doing…', { in: 'process-gaps', containing: 'Pumps hum' });
  await kim.fills('Not doing, because…', 'The pump goes in May');
  await kim.submits();
  await ana.eventuallySees('flagpost', `${answered} #${number} · Not doing`, patienceMs);
  await allIsSaid(here());
  expect(await ana.sees('flagpost')).not.toContain(`#${number} needs an owner again. You are asked again`);
});
