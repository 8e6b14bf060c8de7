import { beforeEach, expect, test } from 'vitest';

import { inAWorkspace, patienceMs } from './a-workspace.ts';

const here = inAWorkspace({ pauseSeconds: 600, neverNamed: ['ana', 'lea'], adminUsers: [] });

const numberOf = (receipt: string): number => Number(/#(\d+)/.exec(receipt)?.[1]);
const heldLine = 'It waits until you choose';
const off = 'I leave the wording of your flags alone from now on.';

let count = 0;
const blame = (): string => `She forgot to run the check before shift ${(count += 1)}`;

async function flags(who: string, text = blame()): Promise<string> {
  return await here().slack.person(who).types(`/flag-issue ${text}`);
}

async function answers(who: string, label: string): Promise<string> {
  const person = here().slack.person(who);
  const number = numberOf(await flags(who));
  await person.presses(label, { in: 'general', containing: `#${number}` });
  const words = label === 'Post as written' ? `#${number} goes out as` : `#${number} has the new wording`;
  return await person.eventuallySees('general', words);
}

/** What `/metrics` says of these, by rule. */
async function counted(name: string): Promise<string[]> {
  const answer = await (await fetch(`${here().address()}/metrics`)).text();
  return answer.split('\n').filter((line) => line.startsWith(`flagpost_lens_${name}_total`));
}

beforeEach(() => {
  here().clock.skip({ minutes: 15 });
});

test('two posted as written in a row: no more notes on their flags, until they ask for them again on Home', async () => {
  const ana = here().slack.person('ana');
  expect(await answers('ana', 'Post as written')).not.toContain(off);
  expect(await answers('ana', 'Post as written')).toContain(off);
  expect(await flags('ana')).toContain('In 10 minutes it goes to');
  expect(await flags('lea')).toContain(heldLine);
  await ana.opensHome();
  const home = await ana.eventuallySees(
    'home',
    '[Wording notes for my flags again] [Switch wording notes off]',
  );
  expect(home).not.toContain('[Switch wording notes on]');
  await ana.presses('Wording notes for my flags again', { in: 'home' });
  await ana.eventuallySees('form', 'I tell you and nobody else.');
  await ana.closes();
  await ana.eventuallySees('home', /^(?![^]*for my flags again)[^]*\[Switch wording notes off\]/);
  expect(await flags('ana')).toContain(heldLine);
});

test('a wording that was used, or an edit that needs no note, begins the count anew', async () => {
  const kim = here().slack.person('kim');
  await answers('kim', 'Post as written');
  await answers('kim', 'Use this wording');
  expect(await answers('kim', 'Post as written')).not.toContain(off);
  const number = numberOf(await flags('kim'));
  await kim.presses('Edit', { in: 'general', containing: `#${number}` });
  await kim.fills('What got in the way?', 'Nothing says when the check is due');
  await kim.submits();
  await kim.eventuallySees('form', `#${number} is changed. Nobody has seen it yet.`);
  await kim.closes();
  await answers('kim', 'Post as written');
  expect(await flags('kim')).toContain(heldLine);
});

test('left alone with their flags, somebody still hears of what they say afterwards', async () => {
  const sam = here().slack.person('sam');
  await answers('sam', 'Post as written');
  expect(await answers('sam', 'Post as written')).toContain(off);
  here().clock.skip({ minutes: 15 });
  const theirs = `before shift ${count}`;
  await sam.eventuallySees('process-gaps', theirs, patienceMs);
  await sam.presses('Claim', { in: 'process-gaps', containing: theirs });
  await sam.closes();
  await sam.presses('Post an update', { in: 'flagpost', containing: theirs, patienceMs });
  await sam.fills('How is it going?', 'Omar was careless with the list.');
  await sam.submits();
  await sam.eventuallySees('form', '“Omar was careless”: This judges people.');
  await sam.closes();
});

test('switched off on Home, there are no notes for this person', async () => {
  const sam = here().slack.person('sam');
  await sam.opensHome();
  await sam.presses('Switch wording notes off', { in: 'home' });
  await sam.eventuallySees('form', 'I say nothing about your wording from now on.');
  await sam.closes();
  await sam.eventuallySees('home', '[Switch wording notes on]');
  expect(await flags('sam')).toContain('In 10 minutes it goes to');
  const number = numberOf(await flags('sam'));
  await sam.presses('Edit', { in: 'general', containing: `#${number}` });
  await sam.fills('What got in the way?', 'She should have run the check');
  await sam.submits();
  expect(await sam.eventuallySees('form', `#${number} is changed`)).not.toContain(heldLine);
  await sam.closes();
  const kind = await flags('sam', 'I am so stupid, the list was the old one');
  expect(kind).not.toContain('Anybody could have been there');
});

test('an admin switches the lens off for the workspace, and on again', async () => {
  const { slack } = here();
  const kim = slack.person('kim');
  const toggles = async (): Promise<void> => {
    await kim.types('/flag-issue settings');
    await kim.picks('Wording', 'Notice where words make people the explanation');
    await kim.submits();
  };
  await toggles();
  await kim.eventuallySees('form', 'Nobody is told anything about their wording now.');
  await kim.closes();
  expect(await flags('lea')).toContain('In 10 minutes it goes to');
  await kim.opensHome();
  await kim.eventuallySees('home', /^(?![^]*wording notes)[^]*\[Flag an issue\]/);
  await toggles();
  await kim.eventuallySees('form', 'whoever writes them is told, and nobody else.');
  await kim.closes();
  expect(await flags('lea')).toContain(heldLine);
});

test('This isn’t blame: the note goes, and with the last one the pause begins; it is counted by rule', async () => {
  const lea = here().slack.person('lea');
  const before = await counted('disputed');
  const number = numberOf(
    await flags('lea', 'She forgot to run the scale test. Who approved this? It was human error.'),
  );
  const receipt = async () => JSON.stringify((await lea.looksAt('general', `#${number}`)).blocks);
  for (const left of [3, 2, 1]) {
    await expect.poll(async () => (await receipt()).split("This isn't blame: issue").length).toBe(left + 1);
    await lea.presses("This isn't blame", { in: 'general', containing: `#${number}` });
  }
  await lea.eventuallySees('general', `#${number} goes out as you wrote it.`);
  here().clock.skip({ minutes: 10, seconds: 1 });
  await lea.eventuallySees('process-gaps', 'She forgot to run the scale test. Who approved', patienceMs);
  expect(before).toEqual([]);
  const disputed = await counted('disputed');
  expect(disputed.map((line) => line.replace(/"[^"]+"/, '"…"'))).toEqual(
    disputed.map(() => 'flagpost_lens_disputed_total{rule="…"} 1'),
  );
  expect(disputed).toHaveLength(3);
  const shown = await counted('shown');
  expect(shown.length).toBeGreaterThanOrEqual(3);
  expect([...shown, ...disputed].join('\n')).not.toMatch(/scale|\blea\b|\bU[A-Z0-9]{8,}/);
});

test('This isn’t blame pressed twice at once takes one note away, and counts once', async () => {
  const kim = here().slack.person('kim');
  const total = async (): Promise<number> =>
    (await counted('disputed')).reduce((sum, line) => sum + Number(line.split(' ').at(-1)), 0);
  const before = await total();
  const number = numberOf(await flags('kim', 'She forgot to run the tyre test. It was human error.'));
  await kim.presses("This isn't blame", { in: 'general', containing: `#${number}`, times: 2 });
  const shown = async (): Promise<string> =>
    JSON.stringify((await kim.looksAt('general', 'What made the mistake easy')).blocks);
  await expect.poll(shown, { timeout: patienceMs }).not.toContain('“She forgot”');
  expect(await kim.sees('general')).not.toContain(`#${number} needs no choice any more`);
  expect(await total()).toBe(before + 1);
});

test('what was posted as written is not held again by an edit of something else', async () => {
  const lea = here().slack.person('lea');
  const words = blame();
  const number = numberOf(await flags('lea', words));
  await lea.presses('Post as written', { in: 'general', containing: `#${number}` });
  await lea.eventuallySees('general', `#${number} goes out as you wrote it.`);
  await lea.presses('Edit', { in: 'general', containing: `#${number} goes out` });
  await lea.fills('What got in the way?', `${words}, on Mondays`);
  await lea.submits();
  await lea.eventuallySees('form', `#${number} is changed. Nobody has seen it yet.`);
  await lea.presses('Edit', { in: 'form' });
  await lea.fills('What got in the way?', `${words}. She should have asked.`);
  await lea.submits();
  await lea.eventuallySees('form', heldLine);
  await lea.closes();
});
