import { expect, test } from 'vitest';

import { becomes, closesForm, goesTo, inABrowser, messagesWith, writes } from './a-window.ts';

const windows = inABrowser();

test('from a flag to a confirmed fix, by clicks, as two people in one window', async () => {
  const { open, workspace } = windows();
  const page = await open('ana');
  await page.getByRole('button', { name: 'The refund form rejects foreign IBANs' }).click();
  const field = page.getByRole('textbox', { name: 'Message #process-gaps' });
  expect(await field.inputValue()).toBe('/flag-issue The refund form rejects foreign IBANs');
  await field.press('Enter');
  const receipt = messagesWith(page, 'Saved as #1. Nobody has seen it yet.');
  await receipt.waitFor();
  expect(await receipt.textContent()).toContain('Only visible to you');

  await becomes(page, 'Sam');
  const card = messagesWith(page, 'Needs an owner');
  await card.waitFor();
  expect(await messagesWith(page, 'Saved as').count()).toBe(0);
  await card.getByRole('button', { name: 'Claim' }).click();
  const form = page.getByRole('dialog', { name: 'Agreement on #1' });
  await form.getByText('#1 is yours already').waitFor();
  await form.getByLabel("How will we know it's solved?").fill('A refund to a Dutch IBAN goes through');
  await form.getByLabel('By when?').fill('2026-12-03');
  await closesForm(page, 'Save');
  await messagesWith(page, 'A refund to a Dutch IBAN goes through').getByText('Thu 3 Dec 2026').waitFor();

  await goesTo(page, 'Flagpost');
  await messagesWith(page, '#1 is yours.').getByRole('button', { name: 'Mark as solved' }).click();
  await page.getByLabel('What changed?').fill('The form asks the bank.');
  await page.getByLabel('What kind of change is it?').selectOption('Removed the cause');
  await closesForm(page, 'Mark as solved');

  await becomes(page, 'Ana');
  const question = messagesWith(page, 'Is #1 fixed for you?');
  await question.getByText('The form asks the bank.').waitFor();
  await question.getByRole('button', { name: 'Fixed', exact: false }).first().click();
  await page.getByRole('dialog').waitFor();
  await page.keyboard.press('Escape');
  await goesTo(page, 'process-gaps');
  await messagesWith(page, 'Fixed, and confirmed').waitFor();
  expect(await workspace.slack.notes()).toEqual([]);
});

test('a link to the card leads to the card', async () => {
  const page = await windows().open('sam', 'flagpost');
  await page.getByRole('button', { name: 'See the card' }).first().click();
  await page.locator('.message.pointed').waitFor();
  expect(page.url()).toContain('#/sam/process-gaps');
});

test('a thread opens beside the channel, and what one answers there stays in it', async () => {
  const page = await windows().open('kim');
  await page.getByRole('button', { name: /replies/ }).click();
  const thread = page.getByRole('complementary', { name: 'Thread' });
  await thread.getByRole('textbox', { name: 'Reply' }).fill('Well done');
  await thread.getByRole('textbox', { name: 'Reply' }).press('Enter');
  await thread.getByText('Well done').waitFor();
  expect(await page.getByRole('main').getByText('Well done').count()).toBe(0);
});

test('the shortcuts: from anywhere, and on a message', async () => {
  const page = await windows().open('kim', 'general');
  await page.getByRole('button', { name: 'Shortcuts' }).click();
  await page.getByRole('menuitem', { name: 'Flag as an issue' }).click();
  await page.getByRole('dialog').getByLabel('What got in the way?').waitFor();
  await closesForm(page, 'Close');

  await writes(page, 'The badge reader is slow again');
  const said = messagesWith(page, 'The badge reader is slow again');
  await said.hover();
  await said.getByRole('button', { name: 'More actions on this message' }).click();
  await page.getByRole('menuitem', { name: 'Flag as an issue' }).click();
  await page.getByRole('dialog').waitFor();
  expect(await page.getByLabel('What got in the way?').inputValue()).toContain(
    'The badge reader is slow again',
  );
});
