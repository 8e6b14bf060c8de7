import { networkInterfaces } from 'node:os';

import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';

import { freePort } from '../support/free-port.ts';
import { npmStart } from '../support/npm-start.ts';
import { createScratchDir } from '../support/postgres.ts';
import { becomes, launchChromium, messagesWith, openWindow, writes } from './a-window.ts';
import { tooWide } from './faults.ts';

vi.setConfig({ testTimeout: 90_000, hookTimeout: 90_000 });

let browser: Browser;
let port: number;
let dataDir: string;
const faults: string[] = [];

beforeAll(async () => {
  browser = await launchChromium();
  port = await freePort();
  dataDir = await createScratchDir();
});
afterAll(async () => {
  await browser.close();
});

test('npm start prints one address; what was done there is still there after a restart, until one starts over', async () => {
  const first = await npmStart(port, dataDir);
  const page = await openWindow(browser, first.address, faults);
  await flags(page, 'The lift is stuck', '#1 · Needs an owner');
  expect(await first.stop()).toBe(0);

  const second = await npmStart(port, dataDir);
  expect(second.address).toBe(first.address);
  await messagesWith(page, 'The lift is stuck').first().waitFor();
  await flags(page, 'The badge reader is slow', '#2 · Needs an owner');

  const window = page.viewportSize() ?? { width: 1280, height: 720 };
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await tooWide(page)).toEqual([]);
  await page.setViewportSize(window);

  await messagesWith(page, 'The lift is stuck').getByRole('button', { name: 'Reply in thread' }).click();
  const thread = page.getByRole('complementary', { name: 'Thread' });
  await thread.waitFor();
  await page.getByRole('button', { name: 'Start over' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Keep it' }).click();
  expect(await messagesWith(page, 'The lift is stuck').count()).toBeGreaterThan(0);
  await page.getByRole('button', { name: 'Start over' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Start over' }).click();
  await page.getByText('Nothing has been said in #process-gaps yet').waitFor({ timeout: 30_000 });
  await thread.waitFor({ state: 'detached' });

  await flags(page, 'Nobody answers the phone', '#1 · Needs an owner');
  await becomes(page, 'Sam');
  await messagesWith(page, '#1 · Needs an owner').getByRole('button', { name: 'Claim' }).click();
  await page.getByRole('dialog', { name: 'Agreement on #1' }).waitFor();
  expect(await second.stop()).toBe(0);
  expect(faults).toEqual([]);
});

test('it listens on this machine only', async () => {
  const bot = await npmStart(port, dataDir);
  const { port: at } = new URL(bot.address);
  const elsewhere = Object.values(networkInterfaces()).flatMap((all) =>
    (all ?? []).filter((it) => !it.internal && it.family === 'IPv4'),
  );
  for (const { address } of elsewhere)
    await expect(fetch(`http://${address}:${at}/healthz`)).rejects.toThrow('fetch failed');
  expect((await fetch(`http://localhost:${at}/healthz`)).status).toBe(200);
  expect(await bot.stop()).toBe(0);
});

async function flags(page: Page, words: string, shows: string): Promise<void> {
  await writes(page, `/flag-issue ${words}`);
  await messagesWith(page, shows).waitFor({ timeout: 30_000 });
}
