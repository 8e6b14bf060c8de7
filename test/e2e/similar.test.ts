import { expect, test } from 'vitest';

import { allIsSaid, claimed, inAWorkspace, patienceMs, solved } from './a-workspace.ts';

/* Patient, since a machine that runs all tests at once is slow; how fast it is, is another test's matter. */
const here = inAWorkspace({
  pauseSeconds: 600,
  neverNamed: ['ana', 'lea'],
  receiptPatienceMs: 2000,
});

const numberOf = (receipt: string): number => Number(/#(\d+)/.exec(receipt)?.[1]);

/** Flags and lets the pause go by, until the card stands. */
async function posted(by: string, text: string): Promise<number> {
  const number = numberOf(await here().slack.person(by).types(`/flag-issue ${text}`));
  here().clock.skip({ minutes: 10, seconds: 1 });
  await here().slack.ages(20_000);
  await here().slack.person('kim').eventuallySees('process-gaps', text, patienceMs);
  /* Where much is under way nobody looks for similar issues. */
  await expect.poll(here().isIdle, { timeout: patienceMs }).toBe(true);
  return number;
}

test('the receipt shows what sounds like it; Me too joins that one and takes the new flag back', async () => {
  const { slack, clock } = here();
  const [lea, sam] = [slack.person('lea'), slack.person('sam')];
  const first = await posted('ana', 'The refund form rejects foreign bank accounts of customers');
  const receipt = await lea.types('/flag-issue Foreign bank accounts get rejected by the refund form');
  const number = numberOf(receipt);
  expect(receipt).toContain(
    `Flagged before, and perhaps the same gap. Me too counts you there and takes #${number} back.`,
  );
  expect(receipt).toContain(`#${first} is waiting for an owner. See the card.`);
  expect(receipt).toContain('> The refund form rejects foreign bank accounts of customers');
  expect(receipt).not.toContain('Ana');
  await lea.presses(`Me too on #${first}`, { in: 'general', containing: 'Flagged before' });
  const answer = await lea.eventuallySees('general', `You are counted on #${first} now`);
  expect(answer).toContain(`#${number} is taken back: nobody saw it, and nothing of it is kept.`);
  await sam.eventuallySees('process-gaps', '2 people met it', patienceMs);
  clock.skip({ minutes: 11 });
  await posted('sam', 'Something that is posted afterwards');
  expect(await sam.sees('process-gaps')).not.toContain('get rejected by the refund form');
});

test('whoever is counted on it already is offered no Me too, but to take the new flag back', async () => {
  const { slack } = here();
  const lea = slack.person('lea');
  const text = 'The parking sensors beep in an empty garage';
  const first = await posted('ana', text);
  await lea.presses('Me too', { in: 'process-gaps', containing: text });
  await lea.eventuallySees('process-gaps', '2 people met it', patienceMs);
  const receipt = await lea.types('/flag-issue In an empty garage the parking sensors beep');
  const number = numberOf(receipt);
  expect(receipt).toContain(`#${first} is waiting for an owner. You are counted on it already.`);
  expect(receipt).not.toContain('Me too');
  await lea.presses(`Take #${number} back`, { in: 'general', containing: `Saved as #${number}` });
  await lea.eventuallySees('general', `#${number} is taken back: nobody saw it`, patienceMs);
  here().clock.skip({ minutes: 10, seconds: 1 });
  await allIsSaid(here());
  const channel = await lea.sees('process-gaps');
  expect(channel).not.toContain('In an empty garage');
  expect(channel).not.toContain('3 people met it');
});

test('the form’s next view shows it too, and a double press joins once', async () => {
  const { slack } = here();
  const [lea, sam] = [slack.person('lea'), slack.person('sam')];
  const first = await posted('ana', 'The key cabinet at the loading ramp is locked at night');
  await lea.types('/flag-issue');
  await lea.fills('What got in the way?', 'At night the key cabinet at the loading ramp stays locked');
  await lea.submits();
  const view = await lea.eventuallySees('form', `#${first} is waiting for an owner.`);
  const number = numberOf(view);
  await lea.presses(`Me too on #${first}, and take #${number} back`, { in: 'form', times: 2 });
  await lea.eventuallySees('form', `You are counted on #${first} now`);
  await lea.closes();
  await sam.eventuallySees('process-gaps', '2 people met it', patienceMs);
  expect(await sam.sees('process-gaps')).not.toContain('3 people met it');
});

test('after an edit the receipt shows what the new words sound like', async () => {
  const { slack } = here();
  const [lea] = [slack.person('lea')];
  const first = await posted('ana', 'Visitors wait twenty minutes at the north reception desk');
  const number = numberOf(await lea.types('/flag-issue Words that come out wrong'));
  await lea.presses('Edit', { in: 'general', containing: `Saved as #${number}` });
  await lea.fills('What got in the way?', 'At the north reception desk visitors wait twenty minutes');
  await lea.submits();
  await lea.eventuallySees('form', `#${first} is waiting for an owner.`);
  await lea.closes();
  await lea.eventuallySees('general', `#${first} is waiting for an owner.`);
});

test('one’s own earlier flag is shown as such, without Me too', async () => {
  const { slack } = here();
  const ana = slack.person('ana');
  const first = await posted('ana', 'The shuttle bus leaves before the late shift ends');
  const receipt = await ana.types('/flag-issue Shuttle bus leaves before the end of the late shift');
  expect(receipt).toMatch(new RegExp(`#${first} is waiting for an owner. You flagged it on .+\\.`));
  expect(receipt).toContain('If it is the same, Undo takes the new one back.');
  expect(receipt).not.toContain('[Me too');
});

test('what is saved, withdrawn or says something else is not shown', async () => {
  const { slack } = here();
  const [ana, lea] = [slack.person('ana'), slack.person('lea')];
  await ana.types('/flag-issue The tablet in meeting room Oslo loses its settings');
  expect(await lea.types('/flag-issue Tablet in meeting room Oslo loses the settings')).not.toContain(
    'Flagged before',
  );
  const number = await posted('ana', 'The glass recycling container overflows each Friday');
  await ana.presses('Undo', { in: 'general', containing: `Saved as #${number}` });
  await ana.presses('Withdraw', { in: 'general', containing: `#${number} is posted` });
  await lea.eventuallySees('process-gaps', `#${number} was withdrawn`, patienceMs);
  expect(await lea.types('/flag-issue Glass recycling container overflows on each Friday')).not.toContain(
    'Flagged before',
  );
});

test('pressed after the new flag was posted they are counted, and it can be withdrawn', async () => {
  const { slack, clock } = here();
  const lea = slack.person('lea');
  const first = await posted('ana', 'Delivery notes from the Porto branch come without prices');
  const number = numberOf(await lea.types('/flag-issue Porto branch sends delivery notes without prices'));
  clock.skip({ minutes: 10, seconds: 1 });
  await lea.eventuallySees('process-gaps', 'Porto branch sends', patienceMs);
  await lea.presses(`Me too on #${first}`, { in: 'general', containing: 'Flagged before' });
  const answer = await lea.eventuallySees('general', `You are counted on #${first} now`);
  expect(answer).toContain(`#${number} is posted already. You can still withdraw it`);
  await lea.presses('Withdraw', { in: 'general', containing: `#${number} is posted already` });
  await lea.eventuallySees('process-gaps', `#${number} was withdrawn`, patienceMs);
});

test('pressed when the other was withdrawn meanwhile, the new flag stays', async () => {
  const { slack } = here();
  const [ana, lea] = [slack.person('ana'), slack.person('lea')];
  const first = await posted('ana', 'Spare tyres for the delivery vans are stored behind boxes');
  const number = numberOf(await lea.types('/flag-issue Behind boxes: spare tyres for the delivery vans'));
  await ana.presses('Undo', { in: 'general', containing: `Saved as #${first}` });
  await ana.presses('Withdraw', { in: 'general', containing: `#${first} is posted` });
  await lea.eventuallySees('process-gaps', `#${first} was withdrawn`, patienceMs);
  await lea.presses(`Me too on #${first}`, { in: 'general', containing: 'Flagged before' });
  await lea.eventuallySees('general', `#${first} was withdrawn by the person who flagged it.`);
  await lea.eventuallySees('general', `#${number} stays as it is.`);
  here().clock.skip({ minutes: 10, seconds: 1 });
  await lea.eventuallySees('process-gaps', 'Behind boxes', patienceMs);
});

test('a cause that came back is linked: both cards say so, counted on the fix', async () => {
  const { slack } = here();
  const [ana, lea, kim] = [slack.person('ana'), slack.person('lea'), slack.person('kim')];
  const text = 'The label printer at station four prints blank labels';
  const fix = await posted('ana', text);
  await claimed(here(), 'sam', text);
  await solved(here(), 'sam', text, 'A new print head');
  await ana.presses('Fixed', { in: 'flagpost', containing: `Is #${fix} fixed for you?` });
  await ana.closes();
  await kim.eventuallySees('process-gaps', `#${fix} · Fixed, and confirmed.`, patienceMs);
  const receipt = await lea.types('/flag-issue Blank labels again from the label printer at station four');
  const number = numberOf(receipt);
  expect(receipt).toMatch(new RegExp(`#${fix} was fixed in \\w+\\. If the same cause is back, say so`));
  expect(receipt).not.toContain('[Me too');
  await lea.presses(`It is back: #${fix}`, { in: 'general', containing: 'Flagged before' });
  const linked = await lea.eventuallySees('general', `#${number} is linked to #${fix}`);
  expect(linked).toContain('[Undo] [Edit]');
  await lea.presses('Edit', { in: 'general', containing: `#${number} is linked` });
  await lea.fills('Who is affected?', 'Whoever packs');
  await lea.submits();
  expect(await lea.eventuallySees('form', `#${number} is changed`)).not.toContain('Flagged before');
  await lea.closes();
  await lea.eventuallySees('general', `#${number} is changed`);
  expect(await kim.sees('process-gaps')).not.toContain('It came back');
  here().clock.skip({ minutes: 10, seconds: 1 });
  await slack.ages(20_000);
  await kim.eventuallySees(
    'process-gaps',
    /The same cause as #\d+, fixed in \w+ \d{4}: 1st return\./,
    patienceMs,
  );
  await kim.eventuallySees('process-gaps', `It came back as #${number}.`, patienceMs);
  await allIsSaid(here());
  const card = await kim.looksAt('process-gaps', `It came back as`);
  expect(JSON.stringify(card.blocks)).toMatch(/It came back as <https?:[^|]+\|#\d+>/);
  await lea.presses('Undo', { in: 'general', containing: `#${number} is changed` });
  await lea.presses('Withdraw', { in: 'general', containing: `#${number} is posted already` });
  await kim.eventuallySees('process-gaps', `#${number} was withdrawn`, patienceMs);
  await allIsSaid(here());
  expect(await kim.sees('process-gaps')).not.toContain('It came back');
});
