import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';

import { freePort } from '../support/free-port.ts';
import { npmStart } from '../support/npm-start.ts';
import { createScratchDir } from '../support/postgres.ts';
import { becomes, goesTo, launchChromium, messagesWith, openWindow, writes } from './a-window.ts';

vi.setConfig({ testTimeout: 240_000, hookTimeout: 90_000 });

const patience = { timeout: 150_000 };

let browser: Browser;
const faults: string[] = [];

beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(async () => {
  await browser.close();
});

test('Seed asks first, says that it is under way, and leaves three weeks to look at', async () => {
  const bot = await npmStart(await freePort(), await createScratchDir());
  const page = await openWindow(browser, bot.address, faults);
  await flags(page, 'The lift is stuck');

  await page.getByRole('button', { name: 'Seed' }).click();
  await page.getByText('This clears what is here and fills in three weeks of Flagpost.').waitFor();
  await page.getByRole('dialog').getByRole('button', { name: 'Keep it' }).click();
  await messagesWith(page, 'The lift is stuck').first().waitFor();

  await seeds(page);
  await messagesWith(page, 'The scanners lose the network').first().waitFor(patience);
  expect(await messagesWith(page, 'The lift is stuck').count()).toBe(0);
  for (const name of ['Seed', 'Start over']) {
    await page.getByRole('button', { name }).click();
    await said(page, 'Three weeks are being filled in just now.');
    expect(await page.getByRole('dialog').count()).toBe(0);
  }
  await writes(page, '/flag-issue The window rattles');
  await said(page, 'Three weeks are being filled in just now.');

  await page
    .getByText('Three weeks are being filled in.', { exact: true })
    .waitFor({ state: 'detached', ...patience });
  const notes = await page.locator('.notes li').allTextContents();
  expect(notes.filter((it) => it.includes('not all was filled in'))).toEqual([]);
  await messagesWith(page, 'Not doing, because: The caterer').waitFor();
  const fixed = messagesWith(page, 'Fixed, and confirmed.').filter({
    hasText: 'What others can use: Ask the bank',
  });
  await fixed.waitFor();
  const days = await page.locator('.talk .day').allInnerTexts();
  expect(days.length).toBeGreaterThanOrEqual(9);
  await becomes(page, 'Sam');
  await goesTo(page, 'Flagpost');
  await page
    .getByRole('button', { name: 'Home' })
    .or(page.getByRole('tab', { name: 'Home' }))
    .first()
    .click();
  await page.getByText('You own (2)').waitFor();

  await goesTo(page, 'process-gaps');
  await page.getByRole('textbox', { name: /^Message/ }).fill('');
  await flags(page, 'The window rattles');
  expect((await page.locator('.talk .day').allInnerTexts()).at(-1)).toBe('Today');
  expect(await bot.stop()).toBe(0);
  expect(faults).toEqual([]);
});

test('killed or stopped while it is under way, the next start shows what there is and goes on from now', async () => {
  const [port, dataDir] = [await freePort(), await createScratchDir()];
  const first = await npmStart(port, dataDir);
  const page = await openWindow(browser, first.address, faults);
  await seeds(page);
  await messagesWith(page, 'Travel claims go back and forth').first().waitFor(patience);
  /* What is on the page a moment before it is in the file is lost with the process: Slack itself is never killed. */
  await expect
    .poll(() => readFile(join(dataDir, 'slack.json'), 'utf8'), patience)
    .toContain('Travel claims go back and forth');
  await first.kill();

  const second = await npmStart(port, dataDir);
  await page.reload();
  await messagesWith(page, 'Travel claims go back and forth').first().waitFor(patience);
  expect(await page.getByText('Three weeks are being filled in.', { exact: true }).count()).toBe(0);
  await becomes(page, 'Ana');
  await flags(page, 'The window rattles');
  expect((await page.locator('.talk .day').allInnerTexts()).at(-1)).toBe('Today');

  await seeds(page);
  await messagesWith(page, 'The scanners lose the network').first().waitFor(patience);
  expect(await second.stop()).toBe(0);
});

async function seeds(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Seed' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Seed' }).click();
  await page.getByText('Three weeks are being filled in.', { exact: true }).waitFor({ timeout: 30_000 });
}

async function said(page: Page, words: string): Promise<void> {
  await page.getByRole('status').filter({ hasText: words }).first().waitFor({ state: 'attached' });
}

async function flags(page: Page, words: string): Promise<void> {
  await writes(page, `/flag-issue ${words}`);
  await messagesWith(page, 'Needs an owner').filter({ hasText: words }).waitFor({ timeout: 30_000 });
}
