import { expect, test } from 'vitest';

import { askDatabase } from '../support/looking.ts';
import { claimed, flagged, inAWorkspace, patienceMs, solved } from './a-workspace.ts';
import { publishedBySam, solvedWithLine, writtenBySam } from './learned.ts';

const here = inAWorkspace();

const writes = (issue: string, happened: string, possible = ''): Promise<string> =>
  writtenBySam(here(), issue, happened, possible);
const publishes = (): Promise<void> => publishedBySam(here());

/** What Sam's other window has kept meanwhile: only one form is open at a time here. */
async function elsewhere(number: number, happened: string): Promise<void> {
  const changed = await askDatabase(
    here().databaseUrl,
    `update drafts set fields = fields || jsonb_build_object('happened', $1::text) where form = 'write-up-form' and subject = $2 returning 1`,
    [happened, String(number)],
  );
  expect(changed).toHaveLength(1);
}

async function metrics(): Promise<string> {
  return await (await fetch(`${here().address()}/metrics`)).text();
}

const door = 'Priya forgot to lock the side door.';

test('one phrase is changed, one is left: what was ticked is what is published, and nothing is asked twice', async () => {
  const { slack } = here();
  const [sam, kim] = [slack.person('sam'), slack.person('kim')];
  await solvedWithLine(here(), 'Keys go missing', 'Hang them by the door');
  const form = await writes('Keys go missing', `${door} It was dark.`, 'The night shift was careless.');
  expect(form).toContain('Thank you for writing this up.');
  expect(form).toContain(`In What happened:\n> ${door}`);
  expect(form).toContain('In What made it possible:\n> The night shift was careless.');
  expect(form).not.toContain('ou blamed');
  await sam.picks('Instead of “Priya forgot to lock the side door”', 'use: The side door was not locked');
  await sam.submits();
  const words = 'What happened: The side door was not locked. It was dark.';
  const preview = await sam.eventuallySees('form', 'How it will look');
  expect(preview).toContain(words);
  await sam.presses('Back to the text');
  await sam.eventuallySees('form', '[Preview]');
  await sam.submits();
  await publishes();
  const post = await kim.eventuallySees('learnings', words, patienceMs);
  expect(post).toContain('What made it possible: The night shift was careless.');

  await sam.presses('Change what we learned', { in: 'flagpost', containing: 'Keys go missing' });
  await sam.fills('What went well', 'Omar was careless.');
  await sam.submits();
  const again = await sam.eventuallySees('form', 'In What went well:');
  expect(again).not.toContain('night shift was careless');
  await sam.submits();
  await publishes();
  await kim.eventuallySees('learnings', 'Omar was careless.', patienceMs);
});

test('names become roles where they were ticked, wherever they stand; credits stay as they are', async () => {
  const { slack } = here();
  const [sam, kim] = [slack.person('sam'), slack.person('kim')];
  await solvedWithLine(here(), 'Stamps dry out', 'A wet sponge');
  const form = await writes('Stamps dry out', `${door} Omar found it. Priya closed it.`, 'Priya had no key.');
  expect(form.split('“Priya”')).toHaveLength(1);
  await sam.picks('Roles instead of names', 'use: a colleague, then the colleague, for Priya');
  await sam.submits();
  const words = 'A colleague forgot to lock the side door. Omar found it. The colleague closed it.';
  expect(await sam.eventuallySees('form', 'How it will look')).toContain(words);
  await sam.presses('Back to the text');
  await sam.eventuallySees('form', '[Preview]');
  await sam.submits();
  await publishes();
  const post = await kim.eventuallySees('learnings', words, patienceMs);
  expect(post).toContain('What made it possible: The colleague had no key.');
  expect(post).toContain('Thanks to: the person who flagged it');
});

test('closed half-way, the ticks are there again; left as written, it is posted letter by letter', async () => {
  const { slack } = here();
  const [sam, kim] = [slack.person('sam'), slack.person('kim')];
  await solvedWithLine(here(), 'Ladders wobble', 'Look at the feet');
  await writes('Ladders wobble', door);
  await sam.picks('Instead of “Priya forgot to lock the side door”', 'use: The side door was not locked');
  await sam.closes();
  await sam.presses('Write what we learned', { in: 'flagpost', containing: 'Ladders wobble' });
  await sam.eventuallySees('form', `What happened: ${door}`);
  await sam.submits();
  await sam.eventuallySees('form', '“Priya forgot to lock the side door”: use: The side door was not locked');
  await sam.presses('Back to the text');
  await sam.eventuallySees('form', `What happened: ${door}`);
  await sam.submits();
  await sam.presses('Leave as written');
  expect(await sam.eventuallySees('form', 'How it will look')).toContain(door);
  await sam.closes();
  await sam.presses('Write what we learned', { in: 'flagpost', containing: 'Ladders wobble' });
  await sam.eventuallySees('form', `What happened: ${door}`);
  await sam.submits();
  await publishes();
  await kim.eventuallySees('learnings', door, patienceMs);
});

test('what is no blame goes, is counted once for its rule, and changes nothing', async () => {
  const { slack } = here();
  const sam = slack.person('sam');
  await solvedWithLine(here(), 'Ink smears', 'Another ink');
  await writes('Ink smears', `${door} Omar was careless.`);
  const shown = await metrics();
  expect(shown).toMatch(/flagpost_lens_shown_total\{rule="omission-forgot"\} [1-9]/);
  expect(shown).not.toContain('flagpost_lens_disputed_total{');
  await sam.picks('Instead of “Priya forgot to lock the side door”', 'use: The side door was not locked');
  await sam.presses("This isn't blame: “Omar was careless”");
  const withoutIt = /^(?![^]*This judges people)[^]*Before it is shown/;
  const left = await sam.eventuallySees('form', withoutIt);
  expect(left).toContain('door”: use: The side door was not locked');
  await slack.replaysLast('sam');
  await sam.presses("This isn't blame: “Priya forgot to lock the side door”", { times: 5 });
  await sam.eventuallySees('form', 'Names. A role says as much here.');
  await sam.presses('Leave as written');
  expect(await sam.eventuallySees('form', 'How it will look')).toContain(`${door} Omar was careless.`);
  await sam.closes();
  const disputed = (await metrics()).split('\n').filter((it) => it.startsWith('flagpost_lens_disputed'));
  expect(disputed.toSorted()).toEqual([
    'flagpost_lens_disputed_total{rule="judgement-is"} 1',
    'flagpost_lens_disputed_total{rule="omission-forgot"} 1',
  ]);
  expect(
    (await metrics())
      .match(/flagpost_lens_\w+\{[^}]*\}/g)
      ?.filter((it) => !/^\w+\{rule="[\w-]+"\}$/.test(it)),
  ).toEqual([]);
});

test('two write at once: each decides about their own words, and the second sees the first’s', async () => {
  const { slack } = here();
  const [sam, lea, kim] = [slack.person('sam'), slack.person('lea'), slack.person('kim')];
  await flagged(here(), 'ana', 'Pens leak');
  await lea.presses('Me too', { in: 'process-gaps', containing: 'Pens leak' });
  await claimed(here(), 'sam', 'Pens leak');
  await solved(here(), 'sam', 'Pens leak', 'Caps');
  await lea.chooses('Write what we learned', { in: 'process-gaps', containing: 'Pens leak' });
  await lea.fills('What happened', `${door} Ink ran out.`);
  await lea.fills('What others can use', 'Cap them');
  await lea.submits();
  await lea.eventuallySees('form', 'Before it is shown');
  await sam.presses('Write what we learned', { in: 'flagpost', containing: 'Pens leak' });
  await sam.fills('What happened', door);
  await sam.fills('What others can use', 'Cap them well');
  await sam.submits();
  await sam.presses('Leave as written');
  await publishes();
  await lea.picks('Instead of “Priya forgot to lock the side door”', 'use: The side door was not locked');
  await lea.submits();
  const form = await lea.eventuallySees('form', 'Somebody else has published it while you were writing.');
  expect(form).toContain(`What happened: ${door}`);
  expect(form).toContain('What happened: The side door was not locked. Ink ran out.');
  await lea.submits();
  await lea.eventuallySees('form', 'it is changed where it stands');
  await lea.submits();
  await lea.closes();
  const words = 'The side door was not locked. Ink ran out.';
  const post = await kim.eventuallySees('learnings', words, patienceMs);
  expect(post.split('What others can use: Cap them')[1]).not.toContain(door);
});

test('the text has changed in another window: nothing is applied to what they did not see', async () => {
  const { slack } = here();
  const sam = slack.person('sam');
  const number = await solvedWithLine(here(), 'Glue smells', 'Open a window');
  await writes('Glue smells', door);
  await sam.picks('Instead of “Priya forgot to lock the side door”', 'use: The side door was not locked');
  await elsewhere(number, `Yesterday it rained. ${door}`);
  await sam.submits();
  const form = await sam.eventuallySees('form', 'Your text has changed in another window since.');
  expect(form).toContain('Before it is shown');
  await sam.presses('Back to the text');
  await sam.eventuallySees('form', `What happened: Yesterday it rained. ${door}`);
  await sam.closes();
});

test('whatever stands in the text, it is shown and kept as it was typed', async () => {
  const { slack } = here();
  const [sam, kim] = [slack.person('sam'), slack.person('kim')];
  await solvedWithLine(here(), 'Clips bend', 'Buy thicker ones');
  const hostile = `<!channel> *x* & <@U1> Omar was careless with <https://x.example|the list> 🧩 _now_. ${'y'.repeat(400)}`;
  const form = await writes('Clips bend', hostile);
  expect(form).toContain('> <!channel> *x* & <@U1> Omar was careless with');
  await sam.presses('Leave as written');
  await publishes();
  await kim.eventuallySees('learnings', hostile, patienceMs);
});

test('without anything to decide the preview comes at once: other languages, praise, and a kind word in passing', async () => {
  const { slack } = here();
  const sam = slack.person('sam');
  await solvedWithLine(here(), 'Mail is late', 'Ask twice');
  const german = 'Niemand hat daran gedacht, die Tür zu schließen.';
  expect(await writes('Mail is late', german)).toContain('How it will look');
  await sam.presses('Back to the text');
  await sam.fills('What happened', 'The door stood open, stupid me.');
  await sam.submits();
  const preview = await sam.eventuallySees('form', 'How it will look');
  expect(preview).toMatch(/^How it will look\nThank you for telling\./);
  expect(preview).toContain('What happened: The door stood open, stupid me.');
  await sam.closes();
});

test('what is ticked makes a text too long: its writer sees the text with it, and by how much', async () => {
  const sam = here().slack.person('sam');
  await solvedWithLine(here(), 'Tape tears', 'Wider tape');
  await writes('Tape tears', door.padEnd(2000, ' It rained all day.'));
  await sam.picks('Roles instead of names', 'use: a colleague for Priya');
  await sam.submits();
  const form = await sam.eventuallySees('form', 'What happened: A colleague forgot');
  expect(form).toContain('What happened: This takes 2,000 characters; there are 2,006. Please shorten it.');
  await sam.fills('What happened', 'A colleague forgot to lock the side door.');
  await sam.submits();
  await sam.eventuallySees('form', 'How it will look');
  await sam.closes();
});

test('whoever blames themselves gets a kind word beside what is to decide, and nothing of theirs is marked or counted', async () => {
  const sam = here().slack.person('sam');
  await solvedWithLine(here(), 'Lids stick', 'Warm water');
  const form = await writes('Lids stick', `${door} The gate stood open too, stupid me.`);
  expect(form).toContain('Before it is shown\nThank you for telling.');
  expect(form).not.toContain('stupid me');
  expect(form.split("This isn't blame")).toHaveLength(2);
  expect(await metrics()).not.toMatch(/rule="self/);
  await sam.presses("This isn't blame");
  await sam.eventuallySees('form', 'Names. A role says as much here.');
  await sam.closes();
});
