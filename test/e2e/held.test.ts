import { expect, test } from 'vitest';

import { allIsSaid, inAWorkspace, patienceMs } from './a-workspace.ts';

const here = inAWorkspace({ pauseSeconds: 600, neverNamed: ['ana', 'lea'], receiptPatienceMs: 2000 });

const numberOf = (receipt: string): number => Number(/#(\d+)/.exec(receipt)?.[1]);

const wait = (minutes: number): void => here().clock.skip({ minutes, seconds: 1 });

test('a flag that names a person as the cause is saved, shown with another wording, and not posted', async () => {
  const { slack } = here();
  const ana = slack.person('ana');
  const receipt = await ana.types('/flag-issue She forgot to run the spell check before the mailing');
  const number = numberOf(receipt);
  expect(receipt).toContain(
    `Thank you for flagging this. It is saved as #${number}, and nobody has seen it.`,
  );
  expect(receipt).toContain('“She forgot”: This explains it by what somebody did not do.');
  expect(receipt).toContain("[This isn't blame]");
  expect(receipt).toContain('Use this wording makes it:\n> The spell check was not run before the mailing');
  expect(receipt).toContain('[Use this wording] [Post as written] [Edit] [Undo]');
  wait(60);
  await ana.types('/flag-issue The loading bay has no light, held or not');
  wait(11);
  const channel = await ana.eventuallySees('process-gaps', 'The loading bay has no light', patienceMs);
  expect(channel).not.toContain('spell check');
});

test('Use this wording: exactly what was shown is posted, after the ordinary pause', async () => {
  const { slack } = here();
  const ana = slack.person('ana');
  const number = numberOf(await ana.types('/flag-issue She forgot to run the stock check on Friday'));
  await ana.presses('Use this wording', { in: 'general', containing: `#${number}` });
  const receipt = await ana.eventuallySees('general', `Thank you. #${number} has the new wording.`);
  expect(receipt).toContain('Nobody has seen it yet. In 10 minutes it goes to #process-gaps');
  expect(receipt).not.toContain('She forgot to run the stock');
  expect(await ana.sees('process-gaps')).not.toContain('The stock check was not run');
  wait(10);
  await ana.eventuallySees('process-gaps', 'The stock check was not run on Friday', patienceMs);
  expect(await ana.sees('process-gaps')).not.toContain('She forgot to run the stock');
});

test('Post as written, pressed twice at once: the text is untouched, and it is posted once', async () => {
  const { slack } = here();
  const lea = slack.person('lea');
  const number = numberOf(await lea.types('/flag-issue Someone left the freezer door open again'));
  const before = await lea.looksAt('general', `#${number}`);
  expect(JSON.stringify(before.blocks)).not.toContain('Use this wording');
  await lea.presses('Post as written', { in: 'general', containing: `#${number}`, times: 2 });
  const seen = await lea.eventuallySees('general', `#${number} goes out as you wrote it.`);
  expect(seen).toContain(`#${number} needs no choice any more`);
  await lea.presses('Post as written', { on: before });
  wait(10);
  await lea.eventuallySees('process-gaps', 'Someone left the freezer door open again', patienceMs);
  await allIsSaid(here());
  const cards = await slack.messages('process-gaps');
  const about = (words: string) => cards.filter((it) => JSON.stringify(it.blocks).includes(words));
  expect(about('Someone left the freezer door open')).toHaveLength(1);
  await lea.presses('Post as written', { on: before });
  await lea.eventuallySees('general', `#${number} is posted already.`);
});

test('Edit: the new words are read again, and without a note in them the pause begins', async () => {
  const { slack } = here();
  const ana = slack.person('ana');
  const number = numberOf(await ana.types('/flag-issue She forgot to file the form'));
  await ana.presses('Edit', { in: 'general', containing: `#${number}` });
  await ana.eventuallySees('form', 'She forgot to file the form');
  await ana.fills('What got in the way?', 'She should have filed the form');
  await ana.submits();
  const still = await ana.eventuallySees('form', `#${number} is changed, and nobody has seen it.`);
  expect(still).toContain('[Post as written] [Edit] [Undo]');
  await ana.presses('Edit', { in: 'form' });
  await ana.fills('What got in the way?', 'Nothing says when the form is due');
  await ana.submits();
  const done = await ana.eventuallySees('form', `#${number} is changed. Nobody has seen it yet. Within`);
  expect(done).not.toContain('Post as written');
  await ana.closes();
  wait(10);
  await ana.eventuallySees('process-gaps', 'Nothing says when the form is due', patienceMs);
});

test('what is edited and chosen in the form after an edit, the receipt says as well', async () => {
  const { slack } = here();
  const sam = slack.person('sam');
  const number = numberOf(await sam.types('/flag-issue She forgot to run the crate test'));
  const edits = async (text: string, where: { in: string; containing?: string }): Promise<void> => {
    await sam.presses('Edit', where);
    await sam.fills('What got in the way?', text);
    await sam.submits();
    await sam.eventuallySees('form', `#${number} is changed`);
  };
  await edits('She should have run the crate test', { in: 'general', containing: `#${number}` });
  await sam.eventuallySees('general', `#${number} is changed, and nobody has seen it. It waits`);
  await edits('She forgot to run the crate trial', { in: 'form' });
  const receipt = await sam.eventuallySees('general', '> The crate trial was not run');
  expect(receipt).not.toContain('She should have');
  await sam.presses('Use this wording', { in: 'form' });
  await sam.eventuallySees('form', `#${number} has the new wording.`);
  const chosen = await sam.eventuallySees('general', `Thank you. #${number} has the new wording.`);
  expect(chosen).not.toContain(`#${number} is changed`);
  await sam.presses('Undo', { in: 'form' });
  await sam.eventuallySees('form', `#${number} is taken back.`);
  await sam.eventuallySees('general', `#${number} is taken back.`);
  await sam.closes();
});

test('the form of a flag shows the same, and its buttons work there', async () => {
  const { slack } = here();
  const ana = slack.person('ana');
  await ana.types('/flag-issue');
  await ana.fills('What got in the way?', 'She forgot to run the night check');
  await ana.submits();
  const form = await ana.eventuallySees('form', '[Use this wording] [Post as written] [Edit] [Undo]');
  const number = numberOf(form);
  await ana.presses('Use this wording', { in: 'form' });
  await ana.eventuallySees('form', `#${number} has the new wording.`);
  await ana.presses('Undo', { in: 'form' });
  await ana.eventuallySees('form', `#${number} is taken back.`);
  await ana.closes();
});

test('a receipt from before an edit does nothing that it does not show: it shows what is so now', async () => {
  const { slack } = here();
  const sam = slack.person('sam');
  const number = numberOf(await sam.types('/flag-issue She forgot to run the fire drill'));
  const before = await sam.looksAt('general', `#${number}`);
  await sam.opensHome();
  await sam.eventuallySees('home', 'She forgot to run the fire drill');
  await sam.presses('Edit', { in: 'home' });
  await sam.fills('What got in the way?', 'She forgot to run the door test');
  await sam.submits();
  await sam.eventuallySees('form', `#${number} is changed`);
  await sam.closes();
  await sam.presses('Use this wording', { on: before });
  const seen = await sam.eventuallySees('general', `What is noticed in #${number} has changed since`);
  expect(seen).toContain('> The door test was not run');
  await sam.presses('Undo', { in: 'general', containing: `What is noticed in #${number}` });
  await sam.eventuallySees('general', `#${number} is taken back.`);
  await sam.presses('Post as written', { on: before });
  await sam.eventuallySees('general', `#${number} is not here.`);
});

test('similar issues stand beneath, and Me too on one of them takes the held flag back', async () => {
  const { slack } = here();
  const lea = slack.person('lea');
  await slack.person('ana').types('/flag-issue Refund letters go out with last quarter’s bank details');
  wait(10);
  await lea.eventuallySees('process-gaps', 'Refund letters go out', patienceMs);
  /* Where much is under way nobody looks for similar issues. */
  await expect.poll(here().isIdle, { timeout: patienceMs }).toBe(true);
  const first = numberOf(
    (await lea.sees('process-gaps')).split('Refund letters')[0]?.split('\n').at(-2) ?? '',
  );
  const receipt = await lea.types(
    '/flag-issue She forgot to put the new bank details of this quarter into the refund letters',
  );
  const number = numberOf(receipt);
  expect(receipt).toContain(`Me too counts you there and takes #${number} back.`);
  await lea.presses(`Me too on #${first}`, { in: 'general', containing: `#${number}` });
  await lea.eventuallySees('general', `#${number} is taken back: nobody saw it`);
});

test('text that is not English is never held', async () => {
  const { slack } = here();
  const ana = slack.person('ana');
  for (const text of [
    'Tom hat vergessen, die Liste zu prüfen. Er ist schuld daran.',
    'Elle a oublié de vérifier la liste, quel idiot.',
    'Ella olvidó revisar la lista y no le importa nada.',
  ])
    expect(await ana.types(`/flag-issue ${text}`)).toContain('In 10 minutes it goes to');
});

test('somebody who blames themselves gets a kind word, and nothing is held', async () => {
  const { slack } = here();
  const receipt = await slack.person('ana').types('/flag-issue I am so stupid, the address list is old');
  expect(receipt).toContain('Thank you for telling. Anybody could have been there');
  expect(receipt).toContain('In 10 minutes it goes to #process-gaps');
});

test('flagged again with the same words, it is the same flag, and waits still', async () => {
  const { slack } = here();
  const ana = slack.person('ana');
  const number = numberOf(await ana.types('/flag-issue She forgot to weigh the pallets'));
  const again = await ana.types('/flag-issue She forgot to weigh the pallets');
  expect(again).toContain(`You have flagged this already: it is saved as #${number}, and counts once.`);
  expect(again).toContain('[Use this wording] [Post as written] [Edit] [Undo]');
});
