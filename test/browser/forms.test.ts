import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';

import { readView } from '../../src/playground/double/limits.ts';
import { pushView } from '../../src/playground/double/views.ts';
import { inABrowser } from './a-window.ts';

const windows = inABrowser();
const plain = (text: string) => ({ type: 'plain_text', text });

test('what is wrong stands under its field, which has the focus, and what was typed stays', async () => {
  const page = await windows().open('ana', 'general');
  await opensFlagForm(page);
  await page.getByLabel('Who is affected?').fill('customers abroad');
  await page.getByRole('dialog').locator('button[type=submit]').click();
  const field = page.getByLabel('What got in the way?');
  await page.getByRole('dialog').getByText('Please complete this required field.').waitFor();
  await expect.poll(() => field.evaluate((it) => it === it.ownerDocument.activeElement)).toBe(true);
  expect(await field.getAttribute('aria-invalid')).toBe('true');
  expect(await describedBy(page, 'What got in the way?')).toContain('Please complete this required field.');
  expect(await page.getByLabel('Who is affected?').inputValue()).toBe('customers abroad');

  await field.fill('The lift is stuck');
  await page.getByRole('dialog').locator('button[type=submit]').click();
  await page.getByText('Saved as #1').waitFor();
});

test('a form may be typed in while others change what stands behind it', async () => {
  const { open, workspace } = windows();
  const page = await open('sam', 'general');
  await opensFlagForm(page);
  const field = page.getByLabel('What got in the way?');
  await field.pressSequentially('The refund');
  await workspace.slack.says('lea', 'general', 'Good morning');
  await page.getByText('Good morning').waitFor();
  await field.pressSequentially(' form');
  expect(await field.inputValue()).toBe('The refund form');
});

test('what one has typed into a form is there again after a reload', async () => {
  const page = await windows().open('lea', 'general');
  await opensFlagForm(page);
  await page.getByLabel('What got in the way?').fill('Half a sentence');
  await expect.poll(() => windows().workspace.slack.person('lea').seesForm()).toContain('Half a sentence');
  await page.reload();
  expect(await page.getByLabel('What got in the way?').inputValue()).toBe('Half a sentence');
});

test('a form on another: Back goes to the one below, as it was', async () => {
  const { open, workspace } = windows();
  const page = await open('kim', 'general');
  await opensFlagForm(page);
  await page.getByLabel('What got in the way?').fill('The badge reader is slow');
  const { world } = workspace.double;
  const kim = world.people.find(({ name }) => name === 'kim')?.id ?? '';
  pushView(workspace.double, kim, aView('The one on top'));
  await page.getByRole('dialog', { name: 'The one on top' }).waitFor();
  await page.getByRole('button', { name: 'Back' }).click();
  await page.getByRole('dialog', { name: 'Flag an issue' }).waitFor();
  expect(await page.getByLabel('What got in the way?').inputValue()).toBe('The badge reader is slow');

  pushView(workspace.double, kim, aView('Again on top'));
  await page.getByRole('dialog', { name: 'Again on top' }).waitFor();
  await page.getByRole('dialog').locator('header').getByRole('button', { name: 'Close' }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
});

function aView(title: string) {
  const block = { type: 'section', text: plain('Something to read') };
  return readView({ type: 'modal', title: plain(title), blocks: [block] }, 'modal');
}

async function opensFlagForm(page: Page): Promise<void> {
  const field = page.getByRole('textbox', { name: /^Message/ });
  await field.fill('/flag-issue');
  await field.press('Enter');
  await page.getByRole('dialog', { name: 'Flag an issue' }).waitFor();
}

async function describedBy(page: Page, label: string): Promise<string> {
  const ids = (await page.getByLabel(label).getAttribute('aria-describedby')) ?? '';
  const texts = ids.split(' ').map((id) => page.locator(`[id="${id}"]`).textContent());
  return (await Promise.all(texts)).join(' ');
}
