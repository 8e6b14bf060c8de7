import { expect, test } from 'vitest';

import { claimed, flagged, inAWorkspace, patienceMs, solved } from './a-workspace.ts';

const here = inAWorkspace();

/** Flagged by Ana, taken on by Sam and called solved. */
async function solvedBySam(text: string): Promise<number> {
  const number = await flagged(here(), 'ana', text);
  await claimed(here(), 'sam', text);
  await solved(here(), 'sam', text, `Changed: ${text}`);
  await here().slack.person('ana').eventuallySees('flagpost', `Changed: ${text}`, patienceMs);
  return number;
}

test('the form asks for what changed and its kind; every field at its longest stands on the card', async () => {
  const { slack } = here();
  const [ana, sam, kim] = [slack.person('ana'), slack.person('sam'), slack.person('kim')];
  await flagged(here(), 'ana', 'Screens go black');
  await claimed(here(), 'sam', 'Screens go black');
  await sam.presses('Mark as solved', { in: 'flagpost', containing: 'Screens' });
  await sam.fills('What changed?', '  ');
  await sam.picks('What kind of change is it?', 'Checklist or training');
  await sam.submits();
  await sam.eventuallySees('form', 'Please say in a few words what is different now.');
  const changed = `Begin ${'&'.repeat(1985)} end`;
  const learning = `Use ${'🔌'.repeat(140)} end`;
  await sam.fills('What changed?', changed);
  await sam.fills('What can others use?', learning);
  await sam.submits();
  const channel = await kim.eventuallySees('process-gaps', `What others can use: ${learning}`, patienceMs);
  expect(channel).toContain(`What changed: ${changed}`);
  expect(channel).toContain('Checklist or training');
  expect(await ana.eventuallySees('flagpost', 'Is #', patienceMs)).toContain(changed);
});

test('Fixed from the reporter confirms, with room for a line of thanks, which the channel does not see', async () => {
  const { slack } = here();
  const [ana, sam, kim] = [slack.person('ana'), slack.person('sam'), slack.person('kim')];
  const number = await solvedBySam('Cups are missing');
  await ana.presses('Fixed', { in: 'flagpost', containing: `Is #${number}` });
  expect(await ana.eventuallySees('form', 'Your answer is saved: Fixed.')).toContain('A line of thanks');
  await ana.fills('A line of thanks', 'Thank you, Sam');
  await ana.submits();
  await kim.eventuallySees('process-gaps', 'Fixed, says the person who flagged it.', patienceMs);
  await ana.eventuallySees('flagpost', `Your answer on #${number}: Fixed. It counts as fixed.`, patienceMs);
  const controls = await sam.eventuallySees('flagpost', `#${number} is fixed, and confirmed`, patienceMs);
  await sam.eventuallySees('flagpost', '> Thank you, Sam', patienceMs);
  const told = await sam.sees('flagpost');
  const buttonsAfter = (seen: string, words: string): unknown =>
    seen
      .split(words)[1]
      ?.split('Flagpost:')[0]
      ?.match(/\[.*?\]/g);
  expect(buttonsAfter(controls, `#${number} is fixed, and confirmed`)).toBeNull();
  expect(buttonsAfter(told, `#${number} is fixed, says the person who flagged it.`)).toEqual([
    '[Write what we learned]',
  ]);
  expect(await kim.sees('process-gaps')).not.toContain('Thank you, Sam');
});

test('an answer pressed twice at once counts once and says so', async () => {
  const { slack } = here();
  const ana = slack.person('ana');
  const number = await solvedBySam('Spoons bend');
  await ana.presses('Fixed', { in: 'flagpost', containing: `Is #${number}`, times: 2 });
  await ana.eventuallySees(
    'flagpost',
    `(only you) Flagpost: Your answer on #${number} stands: Fixed.`,
    patienceMs,
  );
  await ana.eventuallySees('process-gaps', 'Answers so far: 1 × Fixed', patienceMs);
  await ana.closes();
});

test('after changing one’s mind, the newest answer counts: a confirmed fix opens again', async () => {
  const { slack } = here();
  const [ana, sam] = [slack.person('ana'), slack.person('sam')];
  const number = await solvedBySam('Forks vanish');
  await ana.presses('Fixed', { in: 'flagpost', containing: `Is #${number}` });
  await ana.eventuallySees('form', 'Your answer is saved: Fixed.');
  await ana.closes();
  await ana.eventuallySees('flagpost', 'Your newest answer is the one that counts.', patienceMs);
  await ana.presses('Not fixed', { in: 'flagpost', containing: `Your answer on #${number}: Fixed` });
  await ana.eventuallySees('form', 'Your answer is saved: Not fixed.');
  await ana.closes();
  await sam.eventuallySees('process-gaps', `#${number} · @Sam Okafor has taken it on.`, patienceMs);
  await sam.eventuallySees('flagpost', `#${number} came back for those who met it.`, patienceMs);
});

test('reopened twice, it stays with its owner, each solution is asked about anew, and the third may confirm', async () => {
  const { slack } = here();
  const [ana, sam] = [slack.person('ana'), slack.person('sam')];
  const number = await solvedBySam('Doors slam');
  await ana.presses('Not fixed', { in: 'flagpost', containing: `Is #${number}` });
  await ana.eventuallySees('form', 'Not fixed');
  await ana.closes();
  await ana.eventuallySees('flagpost', `#${number} goes on with @Sam Okafor`, patienceMs);
  await solved(here(), 'sam', 'Doors slam', 'A second closer');
  await ana.eventuallySees('flagpost', 'A second closer', patienceMs);
  await ana.presses('Partly', { in: 'flagpost', containing: 'A second closer' });
  await ana.eventuallySees('form', 'Partly');
  await ana.closes();
  await ana.eventuallySees('process-gaps', /Not fixed yet[^]*Not fixed yet/, patienceMs);
  await solved(here(), 'sam', 'Doors slam', 'A third closer');
  await ana.eventuallySees('flagpost', 'A third closer', patienceMs);
  await ana.presses('Fixed', { in: 'flagpost', containing: 'A third closer' });
  await ana.eventuallySees('form', 'Your answer is saved');
  await ana.closes();
  await sam.eventuallySees('process-gaps', `#${number} · Fixed, and confirmed`, patienceMs);
});

test('an answer to the question about an earlier solution does not count for the present one', async () => {
  const { slack } = here();
  const [ana, sam] = [slack.person('ana'), slack.person('sam')];
  const number = await solvedBySam('Taps scald');
  const old = await ana.looksAt('flagpost', 'Changed: Taps scald');
  const oldCard = await ana.looksAt('process-gaps', `#${number} · Solved`);
  await ana.presses('Not fixed', { in: 'flagpost', containing: `Is #${number}` });
  await ana.eventuallySees('form', 'Not fixed');
  await ana.closes();
  await ana.presses('Fixed', { on: old });
  await ana.eventuallySees(
    'flagpost',
    `#${number} goes on just now, so there is nothing to confirm yet.`,
    patienceMs,
  );
  await solved(here(), 'sam', 'Taps scald', 'A mixer');
  await ana.eventuallySees('flagpost', 'A mixer', patienceMs);
  await ana.presses('Fixed', { on: old });
  await ana.eventuallySees('flagpost', `There is a newer solution to #${number}.`, patienceMs);
  await ana.presses('Fixed', { on: oldCard });
  await ana.eventuallySees('process-gaps', `There is a newer solution to #${number}.`, patienceMs);
  expect(await sam.sees('process-gaps')).toContain(`#${number} · Solved, says @Sam Okafor.`);
  await ana.presses('Fixed', { in: 'flagpost', containing: 'A mixer' });
  await ana.eventuallySees('form', 'Your answer is saved');
  await ana.closes();
  await sam.eventuallySees('process-gaps', `#${number} · Fixed, and confirmed`, patienceMs);
});

test('I can’t tell ends the asking, and one me too decides where there is only one', async () => {
  const { slack } = here();
  const [ana, lea] = [slack.person('ana'), slack.person('lea')];
  const number = await flagged(here(), 'ana', 'Noise at night');
  await lea.presses('Me too', { in: 'process-gaps', containing: 'Noise' });
  await claimed(here(), 'sam', 'Noise at night');
  await solved(here(), 'sam', 'Noise at night', 'Softer doors');
  await ana.eventuallySees('flagpost', 'Softer doors', patienceMs);
  expect(await ana.presses("I can't tell", { in: 'flagpost', containing: `Is #${number}` })).toBe('');
  const said = await ana.eventuallySees(
    'flagpost',
    'That is an answer too; nobody asks you again.',
    patienceMs,
  );
  expect(said).not.toContain(`Is #${number}`);
  expect(await ana.seesForm()).toBeUndefined();
  await lea.eventuallySees('process-gaps', `#${number} · Solved, unconfirmed.`, patienceMs);
  await lea.presses('Fixed', { in: 'flagpost', containing: `Is #${number}` });
  await lea.eventuallySees('form', 'Your answer is saved');
  await lea.closes();
  await lea.eventuallySees('process-gaps', 'Fixed, say those who met it.', patienceMs);
  await lea.eventuallySees('process-gaps', `#${number} · Fixed, and confirmed`, patienceMs);
});

test('two who met it as well reopen it together, one alone does not', async () => {
  const { slack } = here();
  const [lea, kim] = [slack.person('lea'), slack.person('kim')];
  const number = await flagged(here(), 'ana', 'Dust on desks');
  for (const one of [lea, kim]) await one.presses('Me too', { in: 'process-gaps', containing: 'Dust' });
  await claimed(here(), 'sam', 'Dust on desks');
  await solved(here(), 'sam', 'Dust on desks', 'Daily wiping');
  await lea.eventuallySees('flagpost', 'Daily wiping', patienceMs);
  await lea.presses('Not fixed', { in: 'flagpost', containing: 'Daily wiping' });
  await lea.fills('Anything to add? One line helps.', 'Mine is grey');
  await lea.submits();
  const channel = await kim.eventuallySees(
    'process-gaps',
    'Somebody who met it says “Not fixed”:',
    patienceMs,
  );
  expect(channel).toContain(`#${number} · Solved, says @Sam Okafor.`);
  await kim.presses('Not fixed', { in: 'process-gaps', containing: 'Dust' });
  await kim.eventuallySees('process-gaps', `#${number} · @Sam Okafor has taken it on.`, patienceMs);
  await kim.closes();
});

test('whoever did not meet it, and its owner, hear why their answer does not count', async () => {
  const { slack } = here();
  const [sam, kim] = [slack.person('sam'), slack.person('kim')];
  const number = await solvedBySam('Plants wilt');
  await kim.presses('Fixed', { in: 'process-gaps', containing: 'Plants' });
  await kim.eventuallySees(
    'process-gaps',
    `Only those who met #${number} can say whether it is fixed.`,
    patienceMs,
  );
  await sam.presses('Fixed', { in: 'process-gaps', containing: 'Plants' });
  await sam.eventuallySees(
    'process-gaps',
    `You took #${number} on, so the others who met it decide`,
    patienceMs,
  );
  expect(await kim.sees('process-gaps')).not.toContain(`You took #${number} on`);
});
