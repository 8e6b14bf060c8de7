import { expect, test } from 'vitest';

import { allIsSaid, inAWorkspace, patienceMs } from './a-workspace.ts';
import { confirmed, learnt, publishedBySam, solvedWithLine } from './learned.ts';

/* Patient, since a machine that runs all tests at once is slow; how fast it is, is another test's matter. */
const here = inAWorkspace({ neverNamed: ['ana', 'lea'], receiptPatienceMs: 2000 });

const later = { timeout: 60_000 };

/** Sam writes it up, or changes what he wrote, with this line for others, and publishes it. */
async function writtenUp(issue: string, use: string): Promise<void> {
  const { slack } = here();
  const sam = slack.person('sam');
  await sam.presses('Write what we learned', { in: 'flagpost', containing: issue });
  await sam.eventuallySees('form', 'What happened');
  await sam.fills('What happened', `Nobody could go on: ${issue}`);
  await sam.fills('What others can use', use);
  await sam.submits();
  await publishedBySam(here());
  await slack.person('kim').eventuallySees('learnings', use, patienceMs);
}

/** What Lea is told when she flags it in these words. */
async function flaggedAgain(words: string): Promise<string> {
  await allIsSaid(here());
  /* Where much is under way nobody looks for similar issues. */
  await expect.poll(here().isIdle, { timeout: patienceMs }).toBe(true);
  const receipt = await here().slack.person('lea').types(`/flag-issue ${words}`);
  expect(receipt).toContain('Flagged before');
  return receipt;
}

/** Whether Lea's newest receipt links to the post in the learning channel that says this. */
async function isLinkedToThePost(saying: string): Promise<boolean> {
  const { messages, people, channels } = await here().slack.world();
  const lea = people.find(({ name }) => name === 'lea')?.id;
  const channel = channels.find(({ name }) => name === 'learnings')?.id;
  const receipt = messages.findLast(({ ephemeralFor }) => ephemeralFor === lea);
  const post = messages.find((it) => it.channel === channel && JSON.stringify(it.blocks).includes(saying));
  const address = `/archives/${channel}/p${post?.ts.replace('.', '')}|See what we learned>`;
  return JSON.stringify(receipt?.blocks ?? null).includes(address);
}

test(
  'what was solved without a line and written up later comes back with a similar flag',
  later,
  async () => {
    const text = 'The refund form rejects foreign bank accounts';
    await learnt(here(), text, null);
    await writtenUp(text, 'Ask the bank first');
    const receipt = await flaggedAgain('Foreign bank accounts rejected by the refund form');
    expect(receipt).toMatch(/We learned this in \w+: Ask the bank first/);
    expect(await isLinkedToThePost('Ask the bank first')).toBe(true);
  },
);

test('of a line that was changed in the write-up the newer one comes back', later, async () => {
  const text = 'Keys of the loading ramp cabinet go missing at night';
  await learnt(here(), text, 'Hang them by the door');
  await writtenUp(text, 'Give each shift a key');
  const receipt = await flaggedAgain(`${text} again`);
  expect(receipt).toMatch(/We learned this in \w+: Give each shift a key/);
  expect(receipt).not.toContain('Hang them by the door');
});

test('what was called solved has taught nothing until somebody confirms it', later, async () => {
  const text = 'The goods lift stops between two floors';
  const number = await solvedWithLine(here(), text, 'Ring the caretaker twice');
  const receipt = await flaggedAgain(`${text} again`);
  expect(receipt).toContain(`#${number} was called solved`);
  expect(receipt).not.toContain('Ring the caretaker twice');
  await confirmed(here(), number);
  await here().slack.person('kim').eventuallySees('learnings', 'Ring the caretaker twice', patienceMs);
  expect(await flaggedAgain(`Again ${text}`)).toMatch(/We learned this in \w+: Ring the caretaker twice/);
  expect(await isLinkedToThePost('Ring the caretaker twice')).toBe(true);
});
