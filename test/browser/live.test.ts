import type { Locator } from 'playwright-core';
import { expect, test } from 'vitest';

import { addMessage, updateMessage } from '../../src/playground/double/messages.ts';
import { goesTo, inABrowser, messagesWith, writes } from './a-window.ts';

const windows = inABrowser();

test('two people at once see what the other does, without a reload, and nothing that is not for them', async () => {
  const { open } = windows();
  const ana = await open('ana');
  const sam = await open('sam');
  await sam.getByText('Nothing has been said').waitFor();
  await writes(ana, '/flag-issue The refund form rejects foreign IBANs');
  await messagesWith(ana, 'Saved as #1').waitFor();
  await messagesWith(sam, 'Needs an owner').waitFor();
  expect(await messagesWith(sam, 'Saved as').count()).toBe(0);

  await messagesWith(sam, 'Needs an owner').getByRole('button', { name: 'Claim' }).click();
  await messagesWith(ana, 'Sam Okafor has taken it on').waitFor();
  expect(await ana.getByRole('dialog').count()).toBe(0);
  await sam.getByRole('dialog').waitFor();
  await sam.keyboard.press('Escape');
});

test('an answer that comes below what one looks at is announced, and one press leads to it', async () => {
  const { open, workspace } = windows();
  for (const number of [1, 2, 3, 4, 5])
    await workspace.slack.person('ana').types(`/flag-issue Door ${number} is stuck`);
  const page = await open('sam', 'process-gaps', { viewport: { width: 1000, height: 640 } });
  await expect.poll(() => messagesWith(page, 'is stuck').count(), { timeout: 15_000 }).toBe(5);
  await page.getByRole('log').evaluate((it) => (it.scrollTop = 0));
  await messagesWith(page, 'is stuck').first().getByRole('button', { name: 'More actions' }).first().click();
  await page.getByRole('menuitem', { name: 'Not doing…' }).click();
  const refusal = messagesWith(page, 'Only visible to you');
  await refusal.waitFor();
  expect(await isInView(refusal)).toBe(false);
  await page.getByRole('button', { name: 'An answer for you alone, below' }).click();
  await expect.poll(() => isInView(refusal)).toBe(true);
  expect(await page.getByRole('button', { name: 'An answer for you alone, below' }).count()).toBe(0);
});

test('whoever is at the end stays there, whatever is drawn anew above and below', async () => {
  const { open, workspace } = windows();
  const { double } = workspace;
  const { app, channels } = double.world;
  const channel = channels.find(({ name }) => name === 'learnings')?.id ?? '';
  const said = Array.from({ length: 30 }, (_, number) =>
    addMessage(double, { channel, user: app.botUserId, text: `Card ${number}` }),
  );
  const page = await open('sam', 'learnings', { viewport: { width: 1000, height: 640 } });
  await messagesWith(page, 'Card 29').waitFor();
  for (const at of [29, 0]) {
    const text = `Card ${at} has ${'more to say.\n'.repeat(8)}`;
    updateMessage(double, { channel, ts: said[at]?.ts ?? '', text, thread_ts: '', reply_broadcast: '' });
    await messagesWith(page, `Card ${at} has more`).waitFor();
  }
  addMessage(double, { channel, user: app.botUserId, text: 'The newest' });
  const newest = messagesWith(page, 'The newest');
  await newest.waitFor();
  expect(await page.getByRole('button', { name: 'New messages below' }).count()).toBe(0);
  expect(await isInView(newest)).toBe(true);
});

async function isInView(message: Locator): Promise<boolean> {
  return await message.evaluate((it) => {
    const { top, bottom } = it.getBoundingClientRect();
    const list = it.parentElement?.getBoundingClientRect();
    return list !== undefined && top >= list.top && bottom <= list.bottom + 1;
  });
}

test('a message to oneself is marked as unread until one has seen it, for whoever one is now', async () => {
  const ana = await windows().open('ana', 'general');
  const places = ana.getByRole('navigation', { name: 'Places' });
  await places.getByRole('button', { name: 'Flagpost 1 unread' }).waitFor();
  const lea = await windows().open('lea', 'general');
  await lea
    .getByRole('navigation', { name: 'Who you are' })
    .getByRole('button', { name: /^Ana.*1 unread$/s })
    .waitFor();
  await goesTo(ana, 'Flagpost');
  await messagesWith(ana, 'which you flagged').waitFor();
  await places.getByRole('button', { name: 'Flagpost', exact: true }).waitFor();
});

test('people write to each other, and others do not see it', async () => {
  const { open } = windows();
  const ana = await open('ana', 'kim');
  const kim = await open('kim', 'general');
  const lea = await open('lea', 'ana');
  await writes(ana, 'Lunch?');
  await kim.getByRole('button', { name: 'Ana Torres 1 unread' }).click();
  await messagesWith(kim, 'Lunch?').waitFor();
  expect(await lea.getByText('Lunch?').count()).toBe(0);
});

test('each reads the time of their own place', async () => {
  const { open, workspace } = windows();
  await workspace.slack.says('lea', 'general', 'What time is it?');
  const times = await Promise.all(
    ['ana', 'sam', 'kim'].map(async (person) => {
      const page = await open(person, 'general');
      return await messagesWith(page, 'What time is it?').locator('time').textContent();
    }),
  );
  expect(new Set(times).size).toBe(3);
});

test('when the bot was restarted the page goes on by itself', async () => {
  const { open, workspace } = windows();
  const port = Number(new URL(workspace.address()).port);
  const page = await open('lea', 'general');
  await page.getByRole('textbox', { name: /^Message/ }).fill('Half a sent');
  await workspace.restart({ port });
  await workspace.slack.says('sam', 'general', 'Are we back?');
  await messagesWith(page, 'Are we back?').waitFor();
  expect(await page.getByRole('textbox', { name: /^Message/ }).inputValue()).toBe('Half a sent');
});

test('a word that is no command is said to be none, and stays to be put right', async () => {
  const page = await windows().open('lea', 'learnings');
  await writes(page, '/flagissue What now');
  await page.getByText('/flagissue is not a command here. Try /flag-issue.').first().waitFor();
  expect(await page.getByRole('textbox', { name: /^Message/ }).inputValue()).toBe('/flagissue What now');
});

test('where the database is not the playground’s own, starting over is not offered', async () => {
  const page = await windows().open('kim');
  expect(await page.getByRole('button', { name: 'Start over' }).count()).toBe(0);
});
