import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';

import { becomes, closesForm, goesTo, inABrowser, messagesWith, writes } from './a-window.ts';
import { faultsOnBoth } from './faults.ts';

const windows = inABrowser();

test('from a flag to a confirmed fix, by clicks, as two people in one window', async () => {
  const { open, workspace } = windows();
  const page = await open('ana');
  await page.getByRole('button', { name: 'The refund form rejects foreign IBANs' }).click();
  const field = page.getByRole('textbox', { name: 'Message #process-gaps' });
  expect(await field.inputValue()).toBe('/flag-issue The refund form rejects foreign IBANs');
  await field.press('Enter');
  const receipt = messagesWith(page, 'Saved as #1. At once it goes to');
  await receipt.waitFor();
  expect(await receipt.textContent()).toContain('Only visible to you');

  await becomes(page, 'Sam');
  const card = messagesWith(page, 'Needs an owner');
  await card.waitFor();
  /* The card is Ana's to see as well: until Sam's sight is there, hers stands. */
  await messagesWith(page, 'Saved as').waitFor({ state: 'detached' });
  await card.getByRole('button', { name: 'Claim' }).click();
  const form = page.getByRole('dialog', { name: 'Agreement on #1' });
  await form.getByText('#1 is yours already').waitFor();
  await form.getByLabel("How will we know it's solved?").fill('A refund to a Dutch IBAN goes through');
  await form.getByLabel('By when?').fill('2026-12-03');
  await closesForm(page, 'Save');
  await messagesWith(page, 'A refund to a Dutch IBAN goes through').getByText('Thu 3 Dec').waitFor();

  await goesTo(page, 'Flagpost');
  await messagesWith(page, '#1 is yours.').getByRole('button', { name: 'Mark as solved' }).click();
  await page.getByLabel('What changed?').fill('The form asks the bank.');
  await page.getByLabel('What kind of change is it?').selectOption('Removed the cause');
  await page.getByLabel('What can others use?').fill('Ask the bank');
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

const sections = {
  'What happened': 'Refunds abroad came back.',
  'What made it possible': 'The form knew one country only.',
  'What went well': 'It was flagged the day it was met.',
  'What we changed': 'The form asks the bank, before it saves.',
  'What others can use': 'Ask the bank whether an IBAN exists; patterns age.',
};

test('from the confirmed fix to a published write-up, by clicks and keys: kept as typed, then previewed', async () => {
  const page = await windows().open('sam', 'flagpost');
  const offer = messagesWith(page, '#1 is fixed, says').getByRole('button', {
    name: 'Write what we learned',
  });
  await offer.click();
  const form = page.getByRole('dialog', { name: 'What we learned' });
  await form.getByLabel('What happened').waitFor();
  expect(await form.getByLabel('What we changed').inputValue()).toBe('The form asks the bank.');
  for (const words of Object.values(sections)) {
    await page.keyboard.press('Control+A');
    await page.keyboard.type(words);
    await page.keyboard.press('Tab');
  }
  await page.keyboard.press('Escape');
  await form.waitFor({ state: 'detached' });

  await offer.click();
  for (const [label, words] of Object.entries(sections))
    await expect.poll(() => form.getByLabel(label).inputValue()).toBe(words);
  await form.getByRole('button', { name: 'Preview' }).click();
  const preview = page.getByRole('dialog', { name: 'How it will look' });
  await preview.getByText('nobody has seen the rest yet.').waitFor();
  for (const words of Object.values(sections)) await preview.getByText(words).waitFor();
  expect(await faultsOnBoth(page)).toEqual([]);

  await preview.getByRole('button', { name: 'Publish' }).click();
  await page.getByText('is published. It goes to').waitFor();
  expect(await faultsOnBoth(page)).toEqual([]);
  await page.keyboard.press('Escape');
});

test('it stands in #learnings and on the card, somebody uses it, its author changes it, and a typo finds it', async () => {
  const { open, workspace } = windows();
  const page = await open('lea');
  await messagesWith(page, 'Fixed, and confirmed').getByRole('link', { name: 'see the post' }).click();
  await page.locator('.message.pointed').getByText(sections['What went well']).waitFor();
  expect(page.url()).toContain('#/lea/learnings');
  const post = messagesWith(page, sections['What happened']);
  expect(await faultsOnBoth(page)).toEqual([]);
  await post.getByRole('button', { name: 'Used this' }).click();
  await post.getByText('Used this: 1').waitFor();

  await becomes(page, 'Sam');
  await goesTo(page, 'process-gaps');
  await messagesWith(page, 'Fixed, and confirmed')
    .getByRole('button', { name: 'More actions' })
    .first()
    .click();
  await page.getByRole('menuitem', { name: 'Change what we learned' }).click();
  const form = page.getByRole('dialog');
  await form.getByLabel('What went well').fill('It was flagged within the hour.');
  await form.getByRole('button', { name: 'Preview' }).click();
  await form.getByText('it is changed where it stands').waitFor();
  await form.getByRole('button', { name: 'Publish' }).click();
  await form.getByText('is changed.').waitFor();
  await page.keyboard.press('Escape');
  await goesTo(page, 'learnings');
  await messagesWith(page, 'It was flagged within the hour.').getByText('Used this: 1').waitFor();
  expect(await messagesWith(page, sections['What went well']).count()).toBe(0);

  await becomes(page, 'Kim');
  await goesTo(page, 'Flagpost');
  await showsHome(page);
  await page.getByRole('button', { name: 'Search learnings' }).click();
  await form.getByLabel('What are you looking for?').fill('paterns');
  expect(await faultsOnBoth(page)).toEqual([]);
  await page.keyboard.press('Enter');
  await form.getByText('One learning speaks of “paterns”').waitFor();
  expect(await faultsOnBoth(page)).toEqual([]);
  await form.getByRole('button', { name: 'Open' }).click();
  await form.getByText('It was flagged within the hour.').waitFor();
  expect(await faultsOnBoth(page)).toEqual([]);
  expect(await workspace.slack.notes()).toEqual([]);
  await page.keyboard.press('Escape');
});

test('a link to the card leads to the card', async () => {
  const page = await windows().open('sam', 'flagpost');
  await page.getByRole('link', { name: 'See the card' }).first().click();
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

async function showsHome(page: Page): Promise<void> {
  await page.getByRole('navigation', { name: 'Flagpost' }).getByRole('button', { name: 'Home' }).click();
}
