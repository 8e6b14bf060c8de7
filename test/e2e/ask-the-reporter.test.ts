import { expect, test } from 'vitest';

import { allIsSaid, claimed, flagged, inAWorkspace, patienceMs } from './a-workspace.ts';

const here = inAWorkspace();

const question = 'Which bank was it, and on what day?';

/** Sam owns what Ana flagged, and asks her. */
async function asked(text: string, what = question): Promise<number> {
  const sam = here().slack.person('sam');
  const number = await flagged(here(), 'ana', text);
  await claimed(here(), 'sam', text);
  await asks(text, what);
  await here().slack.person('ana').eventuallySees('flagpost', what, patienceMs);
  expect(await sam.seesForm()).toBeUndefined();
  return number;
}

async function asks(text: string, what: string): Promise<void> {
  const sam = here().slack.person('sam');
  await sam.presses('Ask the reporter', { in: 'flagpost', containing: text });
  await sam.fills('What would you like to know?', what);
  await sam.submits();
}

async function answers(containing: string, what: string, button = 'Answer'): Promise<void> {
  const ana = here().slack.person('ana');
  await ana.presses(button, { in: 'flagpost', containing });
  await ana.fills('Your answer', what);
  await ana.submits();
}

test('the question goes to the reporter alone, the answer to the owner alone', async () => {
  const { slack } = here();
  const [ana, sam, kim] = [slack.person('ana'), slack.person('sam'), slack.person('kim')];
  const number = await asked('Transfers to Norway come back');
  const seen = await ana.eventuallySees(
    'flagpost',
    `@Sam Okafor, who took on #${number}, which you flagged, asks you:`,
  );
  expect(seen).toContain(`> ${question}`);
  await sam.eventuallySees(
    'flagpost',
    `Asked of the person who flagged it, and not answered yet: ${question}`,
  );
  await ana.presses('Answer', { in: 'flagpost', containing: question });
  expect(await ana.eventuallySees('form', `About #${number}`)).toContain(`> ${question}`);
  await ana.fills('Your answer', 'A savings bank in Bergen, on Tuesday');
  await ana.submits();
  const told = await sam.eventuallySees(
    'flagpost',
    `The person who flagged #${number} has answered.`,
    patienceMs,
  );
  expect(told).toContain('> A savings bank in Bergen, on Tuesday');
  expect(told).toContain(`The question was: ${question}`);
  await ana.eventuallySees('flagpost', `You answered a question about #${number}. Thank you.`, patienceMs);
  await allIsSaid(here());
  expect(await sam.sees('flagpost')).not.toContain('not answered yet');
  const channel = await kim.sees('process-gaps');
  expect(channel).not.toContain(question);
  expect(channel).not.toContain('Bergen');
});

test('an answer sent twice is told once; what is added is told as well', async () => {
  const { slack } = here();
  const sam = slack.person('sam');
  const number = await asked('The archive key breaks', 'Which key?');
  await answers('Which key?', 'The long one');
  await slack.replaysLast('ana');
  await sam.eventuallySees('flagpost', '> The long one', patienceMs);
  await slack
    .person('ana')
    .eventuallySees('flagpost', `You answered a question about #${number}`, patienceMs);
  await answers(`You answered a question about #${number}`, 'It has a red tag', 'Add to it');
  await sam.eventuallySees('flagpost', '> It has a red tag', patienceMs);
  await allIsSaid(here());
  expect((await sam.sees('flagpost')).split('> The long one')).toHaveLength(2);
});

test('one may ask again; an open question stands in the form, and the new one takes its place', async () => {
  const { slack } = here();
  const [ana, sam] = [slack.person('ana'), slack.person('sam')];
  const text = 'The crane beeps without a load';
  const number = await asked(text, 'Which crane?');
  const old = await ana.looksAt('flagpost', 'Which crane?');
  await sam.presses('Ask the reporter', { in: 'flagpost', containing: text });
  const form = await sam.eventuallySees('form', 'Your last question is not answered yet.');
  expect(form).toContain('What would you like to know?: Which crane?');
  await sam.fills('What would you like to know?', 'Which crane, and since when?');
  await sam.submits();
  await ana.eventuallySees('flagpost', '> Which crane, and since when?', patienceMs);
  await ana.eventuallySees('flagpost', `There is a newer question about #${number}`, patienceMs);
  await ana.presses('Answer', { on: old });
  await ana.eventuallySees('flagpost', `(only you) Flagpost: There is a newer question about #${number}`);
  await answers('Which crane, and since when?', 'The green one, since May');
  await sam.eventuallySees('flagpost', '> The green one, since May', patienceMs);
  await asks(text, 'And the yellow one?');
  await ana.eventuallySees('flagpost', '> And the yellow one?', patienceMs);
});

test('an answer typed while a newer question came stays in the form', async () => {
  const { slack } = here();
  const [ana, sam] = [slack.person('ana'), slack.person('sam')];
  const text = 'Mirrors in the hall fog up';
  await asked(text, 'Which mirrors?');
  await ana.presses('Answer', { in: 'flagpost', containing: 'Which mirrors?' });
  await ana.fills('Your answer', 'Those by the door');
  await asks(text, 'Which mirrors, and when?');
  await ana.submits();
  const form = await ana.eventuallySees('form', 'There is a newer question about');
  expect(form).toContain('Those by the door');
  await ana.closes();
  await ana.eventuallySees('flagpost', '> Which mirrors, and when?', patienceMs);
  await ana.presses('Answer', { in: 'flagpost', containing: 'Which mirrors, and when?' });
  await ana.eventuallySees('form', 'Your answer: Those by the door');
  await ana.closes();
  expect(await sam.sees('flagpost')).not.toContain('Those by the door');
});

test('a question that was being typed is kept when the form is closed, and blanks are none', async () => {
  const { slack } = here();
  const sam = slack.person('sam');
  const text = 'The drawer sticks';
  await flagged(here(), 'ana', text);
  await claimed(here(), 'sam', text);
  await sam.presses('Ask the reporter', { in: 'flagpost', containing: text });
  await sam.fills('What would you like to know?', 'Which drawer is');
  await sam.closes();
  await sam.presses('Ask the reporter', { in: 'flagpost', containing: text });
  await sam.eventuallySees('form', 'What would you like to know?: Which drawer is');
  await sam.fills('What would you like to know?', '  ');
  await sam.submits();
  await sam.eventuallySees('form', 'Please write what you would like to know.');
  await sam.closes();
});

test('Home shows the question under Waiting for you, and it can be answered there', async () => {
  const { slack } = here();
  const [ana, sam] = [slack.person('ana'), slack.person('sam')];
  await ana.opensHome();
  const number = await asked('The ladder is too short', 'Which ladder?');
  const home = await ana.eventuallySees(
    'home',
    `who has taken on #${number}, waits for your answer:`,
    patienceMs,
  );
  expect(home).toContain('> Which ladder?');
  expect(home.indexOf('Waiting for you')).toBeLessThan(home.indexOf('Which ladder?'));
  await ana.presses(`Answer: issue #${number}`, { in: 'home' });
  await ana.fills('Your answer', 'The wooden one');
  await ana.submits();
  await sam.eventuallySees('flagpost', '> The wooden one', patienceMs);
  await expect.poll(() => ana.seesHome(), { timeout: patienceMs }).not.toContain('Which ladder?');
});

test('whoever takes it over hears the answer; let go, nothing is asked any more', async () => {
  const { slack } = here();
  const [ana, sam, lea] = [slack.person('ana'), slack.person('sam'), slack.person('lea')];
  const text = 'The gauge shows nothing';
  const number = await asked(text, 'Which gauge?');
  await sam.presses('Hand over', { in: 'flagpost', containing: text });
  await sam.picks('Who could take it on?', 'lea');
  await sam.submits();
  await lea.eventuallySees('flagpost', text, patienceMs);
  await lea.presses('Yes, I take it on', { in: 'flagpost', containing: text });
  await lea.eventuallySees('process-gaps', `#${number} · @Lea Brandt has taken it on.`, patienceMs);
  await answers('Which gauge?', 'The one by the boiler');
  await lea.eventuallySees('flagpost', '> The one by the boiler', patienceMs);
  expect(await sam.sees('flagpost')).not.toContain('> The one by the boiler');
  await lea.presses('Ask the reporter', { in: 'flagpost', containing: `#${number} is yours` });
  await lea.fills('What would you like to know?', 'Which boiler?');
  await lea.submits();
  await ana.eventuallySees('flagpost', '> Which boiler?', patienceMs);
  const old = await ana.looksAt('flagpost', '> Which boiler?'.slice(2));
  await lea.presses('Let go', { in: 'flagpost', containing: `#${number} is yours` });
  await ana.eventuallySees('flagpost', `#${number} needs no answer from you any more.`, patienceMs);
  await ana.presses('Answer', { on: old });
  await ana.eventuallySees('flagpost', `(only you) Flagpost: #${number} needs no answer from you any more.`);
});

test('of a reporter who has left the owner hears, in the form, that nobody can be reached', async () => {
  const { slack } = here();
  const sam = slack.person('sam');
  await slack.addPerson({ name: 'pia' });
  await slack.join('general', 'pia');
  const text = 'The siren is silent';
  const number = await flagged(here(), 'pia', text);
  await claimed(here(), 'sam', text);
  await sam.presses('Ask the reporter', { in: 'flagpost', containing: text });
  await sam.fills('What would you like to know?', 'Which siren?');
  await slack.deactivate('pia');
  here().clock.skip({ hours: 2 });
  await sam.submits();
  const form = await sam.eventuallySees('form', `I can't reach the person who flagged #${number}`);
  expect(form).toContain('What would you like to know?: Which siren?');
  await sam.closes();
  await sam.presses('Ask the reporter', { in: 'flagpost', containing: text });
  await sam.eventuallySees(
    'flagpost',
    `(only you) Flagpost: I can't reach the person who flagged #${number}`,
  );
});

test('whoever is not its owner, or not any more, hears who is', async () => {
  const { slack } = here();
  const [sam, kim] = [slack.person('sam'), slack.person('kim')];
  const text = 'The hedge hides the sign';
  const number = await flagged(here(), 'ana', text);
  await claimed(here(), 'sam', text);
  const old = await sam.looksAt('flagpost', text);
  await sam.presses('Let go', { in: 'flagpost', containing: text });
  await claimed(here(), 'kim', text);
  await sam.presses('Ask the reporter', { on: old });
  await sam.eventuallySees('flagpost', `#${number} is with @Kim`);
  expect(await kim.sees('flagpost')).toContain('[Ask the reporter]');
});

test('whoever took on their own flag has nobody to ask', async () => {
  const { slack } = here();
  const max = slack.person('kim');
  await flagged(here(), 'kim', 'The stapler is empty');
  await claimed(here(), 'kim', 'The stapler is empty');
  const controls = await max.looksAt('flagpost', 'The stapler is empty');
  expect(JSON.stringify(controls.blocks)).not.toContain('Ask the reporter');
});
