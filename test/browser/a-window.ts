import { chromium } from 'playwright-core';
import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, vi } from 'vitest';

import { findChromium } from '../support/chromium.ts';
import { openWorkspace } from '../support/workspace.ts';
import type { TestWorkspace } from '../support/workspace.ts';

export interface Windows {
  readonly workspace: TestWorkspace;
  /** A window of its own, in which one is this person at this place. */
  open(person: string, place?: string, options?: BrowserContextOptions): Promise<Page>;
}

/** A browser on a workspace of its own, for the tests of one file; no page may have run into a fault by the end. */
export function inABrowser(): () => Windows {
  vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });
  let windows: Windows | null = null;
  let browser: Browser | null = null;
  const faults: string[] = [];
  beforeAll(async () => {
    const workspace = await openWorkspace({ withPage: true });
    const opened = (browser = await launchChromium());
    windows = {
      workspace,
      open: (person, place = 'process-gaps', options = {}) =>
        openWindow(opened, `${workspace.address()}/#/${person}/${place}`, faults, options),
    };
  });
  afterAll(async () => {
    await browser?.close();
    await windows?.workspace.close();
    expect(faults).toEqual([]);
  });
  return () => {
    if (windows === null) throw new Error('the browser is not open yet');
    return windows;
  };
}

export async function launchChromium(): Promise<Browser> {
  const executablePath = findChromium();
  if (executablePath === null) throw new Error('there is no Chromium here');
  /* Its own sandbox needs rights that root in a container does not have. */
  return await chromium.launch({ executablePath, chromiumSandbox: process.getuid?.() !== 0 });
}

export async function openWindow(
  browser: Browser,
  url: string,
  faults: string[],
  options: BrowserContextOptions = {},
): Promise<Page> {
  const context = await browser.newContext({ locale: 'en-GB', ...options });
  context.setDefaultTimeout(15_000);
  const page = await context.newPage();
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (line) => {
    if (line.type() === 'error' && !line.text().includes('ERR_')) faults.push(line.text());
  });
  await page.goto(url);
  await page.getByRole('navigation', { name: 'Who you are' }).waitFor();
  return page;
}

/** Writes into the composer and sends it. */
export async function writes(page: Page, text: string): Promise<void> {
  const field = page.getByRole('textbox', { name: /^Message/ });
  await field.fill(text);
  await field.press('Enter');
}

/** The messages with these words, as they stand on the page. */
export function messagesWith(page: Page, words: string): Locator {
  return page.getByRole('main').getByRole('article').filter({ hasText: words });
}

export async function goesTo(page: Page, place: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Places' }).getByRole('button', { name: place }).click();
}

/** Becomes somebody else in the same window. */
export async function becomes(page: Page, person: string): Promise<void> {
  await page
    .getByRole('navigation', { name: 'Who you are' })
    .getByRole('button', { name: new RegExp(`^${person}`) })
    .click();
}

export async function closesForm(page: Page, button: string): Promise<void> {
  await page.locator('dialog footer').getByRole('button', { name: button, exact: true }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
}
