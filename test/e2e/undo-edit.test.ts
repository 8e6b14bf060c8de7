import { expect, test } from 'vitest';

import { claimed, inAWorkspace } from './a-workspace.ts';

const here = inAWorkspace({ pauseSeconds: 600 });

function numberOf(receipt: string): number {
  return Number(/#(\d+)/.exec(receipt)?.[1]);
}

/** The pause is over for everything saved so far. */
async function posted(text: string): Promise<void> {
  here().clock.skip({ minutes: 10, seconds: 1 });
  await here().slack.person('kim').eventuallySees('process-gaps', text);
}

test('undone in time, nobody ever sees it, and the same words may be flagged again', async () => {
  const { slack, clock } = here();
  const ana = slack.person('ana');
  const receipt = await ana.types('/flag-issue Typed too soon');
  expect(receipt).toContain('In 10 minutes it goes to #process-gaps');
  const number = numberOf(receipt);
  await ana.presses('Undo', { in: 'general', containing: `#${number}` });
  await ana.eventuallySees('general', `#${number} is taken back. Nobody saw it, and nothing of it is kept.`);
  const again = await ana.types('/flag-issue Typed too soon');
  expect(again).toContain('Saved as');
  expect(numberOf(again)).not.toBe(number);
  await ana.presses('Undo', { in: 'general', containing: `#${numberOf(again)}` });
  await ana.types('/flag-issue Something else that stays');
  clock.skip({ minutes: 10, seconds: 1 });
  await ana.eventuallySees('process-gaps', 'Something else that stays');
  expect(await ana.sees('process-gaps')).not.toContain('Typed too soon');
});

test('Undo pressed twice at once takes it back once, and says so kindly', async () => {
  const { slack } = here();
  const ana = slack.person('ana');
  const number = numberOf(await ana.types('/flag-issue Undone with a double click'));
  await ana.presses('Undo', { in: 'general', containing: `#${number}`, times: 2 });
  const seen = await ana.eventuallySees('general', `#${number} is not here.`);
  expect(seen).toContain(`#${number} is taken back.`);
});

test('edited twice before anybody sees it, the receipt says the same, and the card has the last words', async () => {
  const { slack } = here();
  const ana = slack.person('ana');
  const number = numberOf(await ana.types('/flag-issue A frist version'));
  await ana.presses('Edit', { in: 'general', containing: `#${number}` });
  expect(await ana.eventuallySees('form', 'Edit your flag')).toContain(
    'What got in the way?: A frist version',
  );
  await ana.fills('What got in the way?', 'A first version');
  await ana.picks('Impact', 'Slows work');
  await ana.submits();
  expect(await ana.eventuallySees('form', `#${number} is changed`)).toContain('[Undo] [Edit]');
  await ana.presses('Edit', { in: 'form' });
  const form = await ana.eventuallySees('form', 'Edit your flag');
  expect(form).toContain('What got in the way?: A first version');
  expect(form).toContain('Impact: Slows work');
  await ana.fills('What got in the way?', 'A second version');
  await ana.fills('Who is affected?', 'everyone on call');
  await ana.submits();
  await ana.eventuallySees('form', `#${number} is changed`);
  await ana.closes();
  await posted('A second version');
  const channel = await slack.person('sam').sees('process-gaps');
  expect(channel).toContain('Slows work · Affected: everyone on call');
  expect(channel).not.toContain('first version');
});

test('the words after an edit, typed again, are the same flag; those before it are free again', async () => {
  const { slack, clock } = here();
  const ana = slack.person('ana');
  const number = numberOf(await ana.types('/flag-issue The clock in room 3 is slow'));
  await ana.presses('Edit', { in: 'general', containing: `#${number}` });
  await ana.fills('What got in the way?', 'The clock in room 4 is slow');
  await ana.submits();
  await ana.eventuallySees('form', 'is changed.');
  await ana.closes({ all: true });
  expect(await ana.types('/flag-issue The clock in room 4 is slow')).toContain(
    `You have flagged this already: it is saved as #${number}`,
  );
  expect(await ana.types('/flag-issue The clock in room 3 is slow')).not.toContain('already');
  clock.skip({ minutes: 11 });
  expect(await ana.types('/flag-issue The clock in room 4 is slow')).not.toContain('already');
});

test('undone from the form that shows its receipt, the form says so', async () => {
  const { slack } = here();
  const ana = slack.person('ana');
  await ana.types('/flag-issue');
  await ana.fills('What got in the way?', 'Undone from its form');
  await ana.submits();
  await ana.eventuallySees('form', 'Saved as');
  await ana.presses('Undo', { in: 'form' });
  expect(await ana.eventuallySees('form', 'is taken back')).not.toContain('[Undo]');
  await ana.closes();
});

test('an edit form that is still open when it is posted keeps the words and says what can be done', async () => {
  const { slack } = here();
  const ana = slack.person('ana');
  const number = numberOf(await ana.types('/flag-issue Posted while I typed'));
  await ana.presses('Edit', { in: 'general', containing: `#${number}` });
  await ana.fills('What got in the way?', 'Better words that come too late');
  await posted('Posted while I typed');
  await ana.submits();
  const form = await ana.eventuallySees('form', `#${number} is posted already.`);
  expect(form).toContain('You can still withdraw it, while nobody has claimed it.');
  expect(form).toContain('Better words that come too late');
  await ana.closes();
});

test('after posting, Undo and Edit on the receipt offer Withdraw, and the card becomes one line', async () => {
  const { slack } = here();
  const [ana, sam] = [slack.person('ana'), slack.person('sam')];
  const number = numberOf(await ana.types('/flag-issue Regretted after posting'));
  await posted('Regretted after posting');
  await ana.presses('Edit', { in: 'general', containing: `Saved as #${number}` });
  await ana.eventuallySees('general', `#${number} is posted already. You can still withdraw it`);
  await ana.presses('Undo', { in: 'general', containing: `Saved as #${number}` });
  await ana.presses('Withdraw', { in: 'general', containing: `#${number} is posted already` });
  await ana.eventuallySees('general', `#${number} is withdrawn. Its card says so, and nothing else.`);
  const channel = await sam.eventuallySees(
    'process-gaps',
    `#${number} was withdrawn by the person who flagged it.`,
  );
  expect(channel).not.toContain('Regretted after posting');
  await ana.presses('Undo', { in: 'general', containing: `Saved as #${number}` });
  await ana.eventuallySees('general', `You withdrew #${number}, and it stays so.`);
});

test('once somebody has claimed it, Undo says to whom one may turn, and offers no Withdraw', async () => {
  const { slack } = here();
  const ana = slack.person('ana');
  const number = numberOf(await ana.types('/flag-issue Claimed before I changed my mind'));
  await posted('Claimed before I changed my mind');
  await ana.presses('Undo', { in: 'general', containing: `Saved as #${number}` });
  await ana.eventuallySees('general', `#${number} is posted already. You can still`);
  const offered = await ana.looksAt('general', `#${number} is posted already. You can still`);
  await claimed(here(), 'sam', 'Claimed before I changed my mind');
  await ana.presses('Withdraw', { on: offered });
  await ana.eventuallySees('general', `#${number} is posted already, and somebody has taken it on.`);
  await ana.presses('Undo', { in: 'general', containing: `Saved as #${number}` });
  expect((await slack.messages('general')).at(-1)?.blocks).toHaveLength(1);
  expect(await ana.sees('process-gaps')).toContain('Claimed before I changed my mind');
});
