import { expect, test } from 'vitest';

import { inAWorkspace, patienceMs } from './a-workspace.ts';
import { learnt, solvedWithLine } from './learned.ts';

const here = inAWorkspace();

/** The numbers of the issues that wait for somebody, from the top of the page that Home is at. */
function waitingOn(home: string): number[] {
  const list = home.slice(home.indexOf('Waiting for you'), home.indexOf('You own'));
  return [...list.matchAll(/^(?:Is |May .+ from )?#(\d+)/gm)].map(([, number]) => Number(number));
}

test('first comes what others wait for, a name in the credits last, on one page after the other', async () => {
  const ana = here().slack.person('ana');
  const credit = await learnt(here(), 'The gate squeaks', 'Oil it in spring');
  const held: number[] = [];
  for (const what of ['run the oven check', 'lock the side door', 'order the labels', 'close the ticket'])
    held.push(Number(/#(\d+)/.exec(await ana.types(`/flag-issue She forgot to ${what}`))?.[1]));
  const question = await solvedWithLine(here(), 'The lamp flickers', null);
  await ana.opensHome();
  await ana.eventuallySees('home', `Is #${question} fixed for you?`, patienceMs);
  const first = await ana.eventuallySees('home', 'Waiting for you (6)', patienceMs);
  expect(waitingOn(first)).toEqual([question, ...held]);
  await ana.presses('Next', { in: 'home' });
  expect(waitingOn(await ana.eventuallySees('home', 'Page 2 of 2', patienceMs))).toEqual([credit]);
});
