import { expect, test } from 'vitest';

import { claimed, flagged, inAWorkspace, solved } from './a-workspace.ts';

const here = inAWorkspace({ neverNamed: ['ana', 'gus'] });

test('with nothing to show, each list says so in a friendly way, and one can flag', async () => {
  const { slack } = here();
  await slack.addPerson({ name: 'nia' });
  const nia = slack.person('nia');
  await nia.opensHome();
  const home = await nia.eventuallySees('home', 'Nothing waits for you.');
  expect(home).toContain('You own nothing just now. Anyone may claim an issue, from any team.');
  expect(home).toContain('You have flagged nothing yet.');
  expect(home).toContain('No issue waits for an owner.');
  expect(home).toContain('[Flag an issue]');
  expect(home).not.toContain('Page');
});

test('flagged from Home, it is in the list at once, with its track', async () => {
  const { slack } = here();
  const ana = slack.person('ana');
  await ana.opensHome();
  await ana.presses('Flag an issue', { in: 'home' });
  await ana.fills('What got in the way?', 'The archive is dusty');
  await ana.submits();
  await ana.eventuallySees('form', 'Saved as');
  await ana.closes();
  const home = await ana.eventuallySees('home', 'Step 2 of 6: Posted');
  expect(home).toContain('You flagged (1)');
  expect(home).toContain('> The archive is dusty');
  expect(home).toContain('[Withdraw]');
  await ana.eventuallySees('process-gaps', 'The archive is dusty');
  await ana.presses('Withdraw', { in: 'home' });
  await ana.eventuallySees('home', 'You have flagged nothing yet.');
  await ana.eventuallySees('process-gaps', 'was withdrawn by the person who flagged it');
});

test('one can claim, agree, hand over, update, solve and answer from Home, without a message of its own', async () => {
  const { slack } = here();
  const [ana, sam, lea] = [slack.person('ana'), slack.person('sam'), slack.person('lea')];
  for (const one of [ana, sam, lea]) await one.opensHome();
  const number = await flagged(here(), 'ana', 'The index is wrong');
  await sam.opensHome();
  await sam.eventuallySees('home', 'The index is wrong');
  await sam.presses('Claim', { in: 'home' });
  await sam.fills("How will we know it's solved?", 'Every page is found');
  await sam.submits();
  await sam.eventuallySees('home', 'You own (1)');
  await ana.eventuallySees('home', 'Step 4 of 6: Has an owner');

  await sam.presses('Hand over', { in: 'home' });
  await sam.picks('Who could take it on?', 'lea');
  await sam.submits();
  await lea.eventuallySees('home', `#${number} is offered to you. Would you take it on?`);
  await lea.presses('No, thank you', { in: 'home' });
  await lea.eventuallySees('home', 'Nothing waits for you.');

  await sam.presses('Post an update', { in: 'home' });
  await sam.fills('How is it going?', 'Half of it is done');
  await sam.submits();
  await ana.eventuallySees('process-gaps', 'Half of it is done');
  await sam.presses('Mark as solved', { in: 'home' });
  await sam.fills('What changed?', 'A new index');
  await sam.picks('What kind of change is it?', 'Automated it');
  await sam.submits();
  const waiting = await ana.eventuallySees('home', `Is #${number} fixed for you?`);
  expect(waiting).toContain('Waiting for you (1)');
  await ana.presses('Fixed', { in: 'home' });
  await ana.eventuallySees('form', 'Your answer is saved');
  await ana.closes();
  await ana.eventuallySees('home', 'Step 6 of 6: Confirmed');
  await sam.eventuallySees('home', 'You own nothing just now.');
});

test('what is refused on Home is said in a small form, and Home then shows how it is', async () => {
  const { slack } = here();
  const both = [slack.person('lea'), slack.person('kim')];
  const number = await flagged(here(), 'ana', 'The copier copies twice');
  for (const one of both) {
    await one.opensHome();
    await one.eventuallySees('home', 'The copier copies twice');
  }
  await Promise.all(both.map((one) => one.presses('Claim', { in: 'home' })));
  const forms = await Promise.all(both.map((one) => one.eventuallySees('form', `#${number}`)));
  const isRefused = (form: string): boolean => form.includes(`has already taken on #${number}.`);
  expect(forms.filter(isRefused)).toHaveLength(1);
  const late = both[forms.findIndex(isRefused)] ?? slack.person('nobody');
  expect(forms.find(isRefused)).toContain('[Close]');
  for (const one of both) await one.closes();
  await late.eventuallySees('home', 'No issue waits for an owner.');
  expect(await slack.person('sam').sees('process-gaps')).not.toContain('already taken on');
});

test('a guest is refused the claim in a small form, and may say me too', async () => {
  const { slack } = here();
  await slack.addPerson({ name: 'gus', isGuest: true });
  const gus = slack.person('gus');
  await flagged(here(), 'ana', 'The guest desk is empty');
  await gus.opensHome();
  await gus.eventuallySees('home', 'The guest desk is empty');
  await gus.presses('Claim', { in: 'home' });
  await gus.eventuallySees('form', 'needs an owner who is a full member of this workspace');
  await gus.closes();
  await gus.presses('Me too', { in: 'home' });
  await slack.person('sam').eventuallySees('process-gaps', '2 people met it');
});

test('the owner is not asked on Home about what they solved, though they met it too', async () => {
  const { slack } = here();
  const sam = slack.person('sam');
  const number = await flagged(here(), 'ana', 'The clock is late');
  await sam.presses('Me too', { in: 'process-gaps', containing: 'The clock' });
  await claimed(here(), 'sam', 'The clock is late');
  await solved(here(), 'sam', 'The clock is late', 'A new battery');
  await sam.opensHome();
  const home = await sam.eventuallySees('home', 'Solved, you say. Now those who met it decide.');
  expect(home).not.toContain(`Is #${number} fixed for you?`);
  expect(await sam.sees('flagpost')).not.toContain(`Is #${number} fixed for you?`);
});
