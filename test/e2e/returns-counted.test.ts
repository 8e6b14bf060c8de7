import { expect, test } from 'vitest';

import { allIsSaid, cardAbout, inAWorkspace, later, patienceMs, solved } from './a-workspace.ts';
import { marks } from './duplicates.ts';
import { learnt } from './learned.ts';

const here = inAWorkspace({ neverNamed: ['ana', 'lea'], receiptPatienceMs: 2000 });

test('a fix that came back once by itself, and now as another issue, is back for the 2nd time', async () => {
  const { slack } = here();
  const [ana, lea, kim] = [slack.person('ana'), slack.person('lea'), slack.person('kim')];
  const text = 'The label printer at station four prints blank labels';
  const fix = await learnt(here(), text, null);
  await ana.presses('Not fixed', { in: 'flagpost', containing: `Your answer on #${fix}` });
  await ana.closes({ all: true });
  await kim.eventuallySees('process-gaps', '1st return of this fix', patienceMs);
  await allIsSaid(here());
  await solved(here(), 'sam', text, 'A new print head');
  await ana.eventuallySees('flagpost', 'A new print head', patienceMs);
  await later(here());
  await ana.presses('Fixed', { in: 'flagpost', containing: 'A new print head' });
  await ana.closes({ all: true });
  await kim.eventuallySees('process-gaps', `#${fix} · Fixed, and confirmed`, patienceMs);
  await allIsSaid(here());
  await expect.poll(here().isIdle, { timeout: patienceMs }).toBe(true);
  await lea.types('/flag-issue Blank labels again from the label printer at station four');
  await lea.presses(`It is back: #${fix}`, { in: 'general', containing: 'Flagged before' });
  await kim.eventuallySees(
    'process-gaps',
    /The same cause as #\d+, fixed in \w+ \d{4}: \w+ return\./,
    patienceMs,
  );
  await allIsSaid(here());
  expect(await kim.sees('process-gaps')).toMatch(/The same cause as #\d+, fixed in \w+ \d{4}: 2nd return\./);
});

test('a fix that came back as another issue, and now by itself, is back for the 2nd time', async () => {
  const { slack } = here();
  const [ana, lea, kim] = [slack.person('ana'), slack.person('lea'), slack.person('kim')];
  const text = 'The lift stops between the second and third floor';
  const fix = await learnt(here(), text, null);
  await allIsSaid(here());
  await expect.poll(here().isIdle, { timeout: patienceMs }).toBe(true);
  await lea.types('/flag-issue Between second and third floor the lift stops again');
  await lea.presses(`It is back: #${fix}`, { in: 'general', containing: `It is back: #${fix}` });
  await kim.eventuallySees('process-gaps', `The same cause as #${fix}`, patienceMs);
  await allIsSaid(here());
  await ana.presses('Not fixed', { in: 'flagpost', containing: `Your answer on #${fix}` });
  await ana.closes({ all: true });
  await kim.eventuallySees('process-gaps', /It came back after it was confirmed: \w+ return/, patienceMs);
  await allIsSaid(here());
  const card = await kim.looksAt('process-gaps', `*#${fix}*`).catch(() => null);
  expect(card === null ? await kim.sees('process-gaps') : JSON.stringify(card.blocks)).toContain(
    '2nd return',
  );
});

test('two flag the same return of a fix, and one is marked as the same as the other: it came back once', async () => {
  const { slack } = here();
  const kim = slack.person('kim');
  const text = 'The coffee machine on the fourth floor leaks';
  const fix = await learnt(here(), text, null);
  await allIsSaid(here());
  const first = await flaggedAsBack('lea', 'On the fourth floor the coffee machine leaks again', fix);
  const second = await flaggedAsBack('sam', 'Coffee machine leaks again on the fourth floor', fix);
  await kim.eventuallySees('process-gaps', `It came back 2 times, most recently as #${second}`, patienceMs);
  await marks(here(), 'kim', 'Coffee machine leaks again', first);
  await kim.eventuallySees('process-gaps', `#${second} · The same as #${first}`, patienceMs);
  await allIsSaid(here());
  const seen = await kim.sees('process-gaps');
  expect(seen).toContain(`It came back as #${first}.`);
  expect(seen).not.toContain(`most recently as #${second}`);
});

test('a fix is marked as the same as what it came back as: it came back once, and twice where they differ after all', async () => {
  const { slack } = here();
  const [ana, kim] = [slack.person('ana'), slack.person('kim')];
  const text = 'The badge reader at the side door rejects new badges';
  const fix = await learnt(here(), text, null);
  const words = 'New badges get rejected again by the badge reader at the side door';
  const back = await flaggedAsBack('lea', words, fix);
  await ana.presses('Not fixed', { in: 'flagpost', containing: `Your answer on #${fix}` });
  await ana.closes({ all: true });
  await kim.eventuallySees('process-gaps', '2nd return of this fix', patienceMs);
  await marks(here(), 'kim', text, back);
  await kim.eventuallySees('process-gaps', `#${fix} · The same as #${back}`, patienceMs);
  await allIsSaid(here());
  const card = await cardAbout(here(), `#${fix} · The same as`);
  expect(card).toContain('It came back as <');
  expect(card).not.toContain('return of this fix');
  expect(await cardAbout(here(), words)).toContain('1st return.');
  await kim.chooses('Not a duplicate', { in: 'process-gaps', containing: text });
  await kim.eventuallySees('process-gaps', '2nd return of this fix', patienceMs);
});

test('of three returns the first is withdrawn, and the others turn out to be the same: their cards say so at once', async () => {
  const { slack } = here();
  const [lea, kim] = [slack.person('lea'), slack.person('kim')];
  const fix = await learnt(here(), 'The loading ramp sinks under heavy pallets', null);
  const [one, two, three] = [
    'Under heavy pallets the loading ramp sinks again',
    'Again the loading ramp sinks under heavy pallets',
    'Heavy pallets: the loading ramp sinks under these again',
  ];
  const first = await flaggedAsBack('lea', one, fix);
  const second = await flaggedAsBack('sam', two, fix);
  const third = await flaggedAsBack('kim', three, fix);
  expect(await cardAbout(here(), three)).toContain('3rd return.');
  await lea.presses('Undo', { in: 'general', containing: `Saved as #${first}` });
  await lea.presses('Withdraw', { in: 'general', containing: `#${first} is posted` });
  await kim.eventuallySees('process-gaps', `#${first} was withdrawn`, patienceMs);
  await allIsSaid(here());
  expect(await cardAbout(here(), two)).toContain('1st return.');
  expect(await cardAbout(here(), three)).toContain('2nd return.');
  await marks(here(), 'kim', two, third);
  await kim.eventuallySees('process-gaps', `#${second} · The same as`, patienceMs);
  await allIsSaid(here());
  expect(await cardAbout(here(), three)).toContain('1st return.');
});

/** Somebody flags that the same cause is back, and its card stands. */
async function flaggedAsBack(by: string, text: string, fix: number): Promise<number> {
  await allIsSaid(here());
  /* Where much is under way nobody looks for similar issues. */
  await expect.poll(here().isIdle, { timeout: patienceMs }).toBe(true);
  const receipt = await here().slack.person(by).types(`/flag-issue ${text}`);
  const back = `It is back: #${fix}`;
  await here().slack.person(by).presses(back, { in: 'general', containing: back });
  await here().slack.person('kim').eventuallySees('process-gaps', text, patienceMs);
  await allIsSaid(here());
  return Number(/#(\d+)/.exec(receipt)?.[1]);
}
