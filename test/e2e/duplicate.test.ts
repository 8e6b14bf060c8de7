import { expect, test } from 'vitest';

import { allIsSaid, cardAbout, claimed, flagged, inAWorkspace, solved } from './a-workspace.ts';
import { marks } from './duplicates.ts';

/* Kim is an admin of this Slack; while nobody is named in the settings, admins lead. */
const here = inAWorkspace();

const which = 'Which issue is it?';

/** Opens the form on a card and looks for `words`; what comes next is open then. */
async function looksFor(by: string, text: string, words: string): Promise<string> {
  const person = here().slack.person(by);
  await person.chooses('Duplicate of…', { in: 'process-gaps', containing: text });
  await person.fills(which, words);
  await person.submits();
  return await person.sees('form');
}

test('by its number: one goes on as the other, its people are counted there and told, and the cards link to each other', async () => {
  const { slack } = here();
  const [ana, sam, lea, kim] = ['ana', 'sam', 'lea', 'kim'].map((it) => slack.person(it));
  if (!ana || !sam || !lea || !kim) throw new Error('nobody is here');
  const first = await flagged(here(), 'sam', 'The badge reader sleeps');
  const second = await flagged(here(), 'ana', 'Badges are not read');
  await lea.presses('Me too', { in: 'process-gaps', containing: 'Badges are' });
  await lea.presses('Me too', { in: 'process-gaps', containing: 'The badge reader' });
  await kim.eventuallySees('process-gaps', '2 people met it');
  const old = await sam.looksAt('process-gaps', 'Badges are');

  const shown = await looksFor('kim', 'Badges are', String(first));
  expect(shown).toContain(`#${first} · Needs an owner.`);
  expect(shown).toContain('The badge reader sleeps');
  expect(shown).toContain('[Yes, the same]');
  await kim.submits();
  await kim.eventuallySees('form', `#${second} goes on as #${first} now`);
  await kim.closes();

  const channel = await sam.eventuallySees(
    'process-gaps',
    `#${second} · The same as #${first}, and goes on there.`,
  );
  expect(channel).toContain('Badges are not read');
  await sam.eventuallySees('process-gaps', `The same: #${second}`);
  await sam.eventuallySees('process-gaps', '3 people met it');
  expect(await cardAbout(here(), 'Badges are')).toMatch(/archives\/C\w+\/p\d+\|#/);
  expect(await cardAbout(here(), 'The badge reader')).toMatch(/archives\/C\w+\/p\d+\|#/);
  await ana.eventuallySees(
    'flagpost',
    `#${second}, which you flagged, is the same as #${first}, and goes on there.`,
  );
  await lea.eventuallySees('flagpost', `#${second}, which you met as well, is the same as #${first}`);
  await ana.opensHome();
  await ana.eventuallySees('home', `#${second} · The same as #${first}, and goes on there.`);

  for (const button of ['Claim', 'Me too']) await sam.presses(button, { on: old });
  await sam.eventuallySees('process-gaps', `#${second} is the same as #${first}, and goes on there.`);
  await kim.chooses('Duplicate of…', { on: old });
  await kim.eventuallySees('process-gaps', `(only you) Flagpost: #${second} is the same as #${first}`);

  await claimed(here(), 'kim', 'The badge reader sleeps');
  await ana.eventuallySees('flagpost', `@Kim Sato has taken on #${first}, which you met as well.`);
  await solved(here(), 'kim', 'The badge reader sleeps', 'It is awake');
  await ana.eventuallySees('flagpost', `Is #${first} fixed for you?`);
});

test('by some words: what holds most of them is offered, and other words look again', async () => {
  const { slack } = here();
  const ana = slack.person('ana');
  const first = await flagged(here(), 'sam', 'The coffee machine wants coins of 100%');
  await flagged(here(), 'sam', 'The tea machine wants a password');
  const own = await flagged(here(), 'ana', 'The coffee costs coins');
  expect(await looksFor('ana', 'The coffee costs', 'elephants_')).toContain('I found none with these words.');
  await ana.fills(which, 'machine % of coffee');
  await ana.submits();
  const found = await ana.sees('form');
  expect(found).toContain(`(#${first}: The coffee machine wants coins of 100% | #`);
  expect(found).not.toContain(`#${own}:`);
  await ana.picks('Is it one of these?', `#${first}: The coffee machine wants coins of 100%`);
  await ana.fills(which, 'password');
  await ana.submits();
  const again = await ana.sees('form');
  expect(again).toContain('The tea machine');
  expect(again).not.toContain('coins of 100%');
  await ana.fills(which, 'coffee machine');
  await ana.submits();
  await ana.picks('Is it one of these?', `#${first}: The coffee machine wants coins of 100%`);
  await ana.submits();
  expect(await ana.sees('form')).toContain(`Is #${own} the same?`);
  await ana.submits();
  await ana.eventuallySees('form', `#${own} goes on as #${first} now`);
  await ana.closes();
  await allIsSaid(here());
  expect(await ana.sees('flagpost')).not.toContain(`#${own}, which you flagged, is the same`);
});

test('what leads nowhere is refused in the form, with the words still there', async () => {
  const { slack } = here();
  const [sam, kim] = [slack.person('sam'), slack.person('kim')];
  const gone = await flagged(here(), 'sam', 'The rug is red');
  await sam.presses('Undo', { in: 'general', containing: `Saved as #${gone}` });
  await sam.presses('Withdraw', { in: 'general', containing: `#${gone} is posted` });
  const no = await flagged(here(), 'sam', 'The rug is blue');
  await kim.chooses('Not doing…', { in: 'process-gaps', containing: 'The rug is blue' });
  await kim.fills('Not doing, because…', 'Blue is fine');
  await kim.submits();
  const number = await flagged(here(), 'ana', 'The rug is green');
  const tries: readonly (readonly [string, string])[] = [
    [`#${number}`, `That is #${number} itself.`],
    ['987654321', 'I know of no issue #987654321 that is posted.'],
    [String(gone), `#${gone} was withdrawn, so nothing goes on there.`],
    [`#${no}`, `#${no} is not being done, so nothing goes on there.`],
  ];
  for (const [typed, words] of tries) {
    const form = await looksFor('kim', 'The rug is green', typed);
    expect(form).toContain(words);
    expect(form).toContain(typed);
    await kim.closes({ all: true });
  }
  await kim.chooses('Duplicate of…', { in: 'process-gaps', containing: 'The rug is green' });
  await kim.submits();
  expect(await kim.sees('form')).toContain('Please complete this required field.');
  await kim.closes();
});

test('a duplicate of a duplicate leads to where it goes on; the other way round is told', async () => {
  const first = await flagged(here(), 'sam', 'Hall one is cold');
  const second = await flagged(here(), 'sam', 'Hall two is cold');
  const third = await flagged(here(), 'ana', 'Hall three is cold');
  await marks(here(), 'kim', 'Hall two', first);
  await marks(here(), 'kim', 'Hall three', second);
  await here().slack.person('kim').eventuallySees('process-gaps', `#${third} · The same as #${first},`);
  expect(await looksFor('kim', 'Hall one', String(third))).toContain(
    `#${third} is marked as the same as #${first} already, so both go on here.`,
  );
  await here().slack.person('kim').closes({ all: true });
});

test('two people mark each as the other at once: one of the two happens, and the other person hears why not', async () => {
  const { slack } = here();
  const [sam, kim] = [slack.person('sam'), slack.person('kim')];
  const one = await flagged(here(), 'sam', 'Pier one sways');
  const two = await flagged(here(), 'sam', 'Pier two sways');
  await looksFor('kim', 'Pier one', String(two));
  await looksFor('sam', 'Pier two', String(one));
  await Promise.all([kim.submits(), sam.submits()]);
  const said = [await kim.sees('form'), await sam.sees('form')].join('\n');
  expect(said).toContain('and those who met it are counted there. Thank you.');
  expect(said).toMatch(
    /has just been marked as the same as #|is the same as #\d+, and goes on there\. Its card|is marked as the same as #\d+ already/,
  );
  await kim.closes();
  await sam.closes();
  await allIsSaid(here());
  const cards = [await cardAbout(here(), 'Pier one'), await cardAbout(here(), 'Pier two')];
  expect(cards.filter((it) => it.includes('The same as'))).toHaveLength(1);
});

test('its owner, a lead, or whoever flagged it while nobody has it; others are told what they can do', async () => {
  const { slack } = here();
  const [ana, sam, lea] = [slack.person('ana'), slack.person('sam'), slack.person('lea')];
  const first = await flagged(here(), 'lea', 'Dock one floods');
  const second = await flagged(here(), 'ana', 'Dock two floods');
  await lea.chooses('Duplicate of…', { in: 'process-gaps', containing: 'Dock two' });
  await lea.eventuallySees('process-gaps', `What #${second} is the same as is for its owner to say`);
  expect(await lea.seesForm()).toBeUndefined();
  await claimed(here(), 'sam', 'Dock two floods');
  await ana.chooses('Duplicate of…', { in: 'process-gaps', containing: 'Dock two' });
  await ana.eventuallySees(
    'process-gaps',
    `Somebody has taken #${second} on, so they decide what it is the same as.`,
  );
  await marks(here(), 'sam', 'Dock two', first);
  await sam.eventuallySees('flagpost', `#${second} is no longer with you`);
  await ana.eventuallySees('flagpost', `#${second}, which you flagged, is the same as #${first}`);
});

test('somebody who is stuck on a duplicate is helped as before', async () => {
  const { slack } = here();
  const [ana, sam] = [slack.person('ana'), slack.person('sam')];
  const first = await flagged(here(), 'sam', 'Crane one hangs');
  await ana.types('/flag-issue');
  await ana.fills('What got in the way?', 'Crane two hangs');
  await ana.picks('Is help wanted today?', 'Someone is stuck right now');
  await ana.submits();
  await ana.closes();
  await allIsSaid(here());
  await marks(here(), 'kim', 'Crane two', first);
  await sam.presses('Help now', { in: 'process-gaps', containing: 'Crane two' });
  await sam.eventuallySees('flagpost', '@Ana Torres flagged it, and knows who is stuck.');
});
