import { expect, test } from 'vitest';

import {
  allIsSaid,
  cardAbout,
  claimed,
  flagged,
  inAWorkspace,
  later,
  patienceMs,
  solved,
} from './a-workspace.ts';
import { marks } from './duplicates.ts';

/* Kim is an admin of this Slack; while nobody is named in the settings, admins lead. */
const here = inAWorkspace();

async function withdraws(by: string, text: string): Promise<void> {
  const person = here().slack.person(by);
  await person.opensHome();
  await person.eventuallySees('home', text);
  await person.presses('Withdraw', { in: 'home' });
  await allIsSaid(here());
}

test('what it was the same as is withdrawn: it goes on by itself, its people hear, and so does who met the other alone', async () => {
  const { slack } = here();
  const [ana, sam, lea] = [slack.person('ana'), slack.person('sam'), slack.person('lea')];
  const first = await flagged(here(), 'sam', 'The kettle leaks');
  const second = await flagged(here(), 'ana', 'The teapot leaks');
  await slack.person('kim').presses('Me too', { in: 'process-gaps', containing: 'The kettle' });
  await lea.presses('Me too', { in: 'process-gaps', containing: 'The teapot' });
  await marks(here(), 'kim', 'The teapot', first);
  await allIsSaid(here());

  await withdraws('sam', 'The kettle leaks');

  const again = await cardAbout(here(), 'The teapot');
  expect(again).toContain(`*#${second}* · Needs an owner.`);
  expect(again).toContain('2 people met it');
  const goesOn = 'goes on by itself again and needs an owner:';
  await ana.eventuallySees('flagpost', `#${second}, which you flagged, ${goesOn}`);
  await lea.eventuallySees('flagpost', `#${second}, which you met as well, ${goesOn}`);
  const withdrawn = `#${first}, which you met as well, was withdrawn by the person who flagged it.`;
  await slack.person('kim').eventuallySees('flagpost', withdrawn);
  expect(await ana.sees('flagpost')).not.toContain(withdrawn);
  expect(await sam.sees('process-gaps')).toContain('so it goes on here, and needs an owner.');

  await claimed(here(), 'lea', 'The teapot leaks');
  await ana.eventuallySees('flagpost', `has taken on #${second}, which you flagged.`);
});

test('whoever had it has it back', async () => {
  const { slack } = here();
  const first = await flagged(here(), 'sam', 'Lamp one flickers');
  await flagged(here(), 'ana', 'Lamp two flickers');
  await claimed(here(), 'lea', 'Lamp two flickers');
  await marks(here(), 'kim', 'Lamp two', first);
  await allIsSaid(here());
  await withdraws('sam', 'Lamp one flickers');
  expect(await cardAbout(here(), 'Lamp two')).toContain('has taken it on.');
  const controls = await slack.person('lea').looksAt('flagpost', 'and is yours as it was.');
  expect(JSON.stringify(controls.blocks)).toContain('Mark as solved');
});

test('what somebody stuck on it is the same as is fixed: help ends with it, and they are told', async () => {
  const { slack } = here();
  const [ana, lea, kim] = [slack.person('ana'), slack.person('lea'), slack.person('kim')];
  const first = await flagged(here(), 'lea', 'Badge one is blank');
  await later(here());
  await ana.uses('Flag as an issue');
  await ana.fills('What got in the way?', 'Badge two is blank');
  await ana.picks('Is help wanted today?', 'Someone is stuck right now');
  await ana.submits();
  await ana.closes({ all: true });
  await kim.eventuallySees('process-gaps', 'Badge two', patienceMs);
  await marks(here(), 'kim', 'Badge two', first);
  await allIsSaid(here());
  const stuck = await cardAbout(here(), 'Badge two');
  expect(stuck).toContain('Help now');
  expect(stuck).toContain('Not stuck any more');
  await kim.presses('Help now', { in: 'process-gaps', containing: 'Badge two' });
  await kim.eventuallySees('flagpost', 'Badge two', patienceMs);
  await claimed(here(), 'sam', 'Badge one is blank');
  await solved(here(), 'sam', 'Badge one is blank', 'New ink');
  await lea.presses('Fixed', { in: 'flagpost', containing: `Is #${first}` });
  await lea.closes({ all: true });
  await allIsSaid(here());

  const over = await cardAbout(here(), 'Badge two');
  expect(over).not.toContain('Help now');
  expect(over).not.toContain('stuck');
  await kim.eventuallySees('flagpost', 'so you need not do anything.');
  const news = await ana.looksAt('flagpost', `and that is fixed, and confirmed. So nobody is asked to help`);
  expect(JSON.stringify(news.blocks)).toContain('Still stuck');
  await ana.presses('Still stuck', { on: news });
  await allIsSaid(here());
  expect(await cardAbout(here(), 'Badge two')).toContain('Help now');
});
