import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from 'vitest';

import { visit } from '../../src/playground/people/person.ts';
import { freePort } from '../support/free-port.ts';
import { npmStart } from '../support/npm-start.ts';
import { createDatabase, createScratchDir } from '../support/postgres.ts';
import { launchChromium, messagesWith, openWindow, writes } from './a-window.ts';
import { faultsOf, faultsOnBoth, tooWide } from './faults.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 90_000 });

let browser: Browser;
const faults: string[] = [];

beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(async () => {
  await browser.close();
});

const patience = { timeout: 30_000 };

const clock = (page: Page): Locator => page.getByRole('button', { name: /\. Move the clock$/ });
const isAt = (page: Page, words: string): Promise<void> =>
  page.getByRole('button', { name: `${words}. Move the clock` }).waitFor(patience);

/** As the button says it: of the next 9:00 in UTC, so many days on. */
function atNine(daysOn: number): string {
  const next = new Date();
  if (next.getUTCHours() >= 9) next.setUTCDate(next.getUTCDate() + 1);
  next.setUTCDate(next.getUTCDate() + daysOn);
  const day = { timeZone: 'UTC', weekday: 'short', day: 'numeric', month: 'short' } as const;
  return `${new Intl.DateTimeFormat('en-GB', day).format(next).replace(',', '')}, 09:00 UTC`;
}

async function isToday(page: Page): Promise<void> {
  const today = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', day: 'numeric', month: 'short' });
  const name = new RegExp(` ${today.format(new Date())},.*Move the clock$`);
  await page.getByRole('button', { name }).waitFor(patience);
}

async function picks(page: Page, item: string): Promise<void> {
  await clock(page).click();
  await page.getByRole('menuitem', { name: item }).click();
}

test('Next morning: what fell due before is posted, dated yesterday, and a restart keeps the time, until one starts over', async () => {
  const [port, dataDir] = [await freePort(), await createScratchDir()];
  const first = await npmStart(port, dataDir, { POSTING_PAUSE_SECONDS: '600' });
  const page = await openWindow(browser, first.address, faults);
  await writes(page, '/flag-issue The lift is stuck');
  await messagesWith(page, 'Saved as #1').waitFor(patience);
  await picks(page, 'Next morning');
  await isAt(page, atNine(0));
  await page
    .getByRole('status')
    .filter({ hasText: `It is now ${atNine(0).replace(' UTC', ' (UTC)')}.` })
    .waitFor({ state: 'attached' });
  await messagesWith(page, '#1 · Needs').waitFor(patience);
  await picks(page, 'Next morning');
  await isAt(page, atNine(1));
  expect(await page.locator('.talk .day').allInnerTexts()).not.toContain('Today');
  await first.kill();

  const second = await npmStart(port, dataDir);
  await page.reload();
  await isAt(page, atNine(1));
  await writes(page, 'Good morning');
  await messagesWith(page, 'Good morning').waitFor();
  expect((await page.locator('.talk .day').allInnerTexts()).at(-1)).toBe('Today');

  await page.getByRole('button', { name: 'Start over' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Start over' }).click();
  await page.getByText('Nothing has been said in #process-gaps yet').waitFor(patience);
  await isToday(page);
  expect(await second.stop()).toBe(0);
  expect(faults).toEqual([]);
});

test('by keyboard, in the dark and on a phone; while time is moving it says so, and can’t be pressed twice', async () => {
  const port = await freePort();
  const bot = await npmStart(port, await createScratchDir());
  const page = await openWindow(browser, bot.address, faults, { colorScheme: 'dark' });
  await clock(page).focus();
  await page.keyboard.press('Enter');
  expect(await faultsOf(page)).toEqual([]);
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await page.getByLabel('Date and time in UTC').waitFor();
  expect(await faultsOnBoth(page)).toEqual([]);
  await page.keyboard.press('Escape');
  expect(await clock(page).evaluate((it) => it === it.ownerDocument.activeElement)).toBe(true);

  /* As long as Slack does not answer the moment is not over. */
  const slack = visit(`http://localhost:${port + 1}`);
  await slack.misbehaves({ method: 'chat.postMessage', kind: 'hold', times: 1 });
  await writes(page, '/flag-issue The lift is stuck');
  await messagesWith(page, '#1 · Needs an owner').waitFor(patience);
  await picks(page, '+1 hour');
  await page.getByText('Time is moving.', { exact: true }).waitFor();
  expect(await clock(page).getAttribute('aria-disabled')).toBe('true');
  expect(await faultsOf(page)).toEqual([]);
  await clock(page).click({ force: true });
  expect(await page.getByRole('menu').count()).toBe(0);
  await messagesWith(page, '#1 · Needs an owner').getByRole('button', { name: 'Me too' }).click();
  await page
    .getByRole('status')
    .filter({ hasText: 'Time is moving just now.' })
    .waitFor({ state: 'attached' });
  await slack.behaves();
  await page
    .getByRole('status')
    .filter({ hasText: 'It is now' })
    .waitFor({ state: 'attached', ...patience });
  expect(await clock(page).getAttribute('aria-disabled')).toBe('false');

  await page.setViewportSize({ width: 390, height: 844 });
  await page.getByRole('button', { name: 'Channels and people' }).click();
  await clock(page).click();
  await page.getByRole('menuitem', { name: 'A date and time…' }).click();
  expect(await tooWide(page)).toEqual([]);
  const nextYear = new Date().getUTCFullYear() + 1;
  await page.getByLabel('Date and time in UTC').fill(`${nextYear}-01-04T10:30`);
  await page.getByRole('button', { name: 'Go there' }).click();
  await page.getByRole('button', { name: /4 Jan, 10:30 UTC\. Move the clock$/ }).waitFor(patience);
  expect(await bot.stop()).toBe(0);
  expect(faults).toEqual([]);
});

test('the time is that of the workspace, whose zone an admin chooses', async () => {
  const bot = await npmStart(await freePort(), await createScratchDir());
  const page = await openWindow(browser, `${bot.address}/#/kim/general`, faults);
  await page.getByRole('button', { name: /UTC\. Move the clock$/ }).waitFor(patience);
  await writes(page, '/flag-issue settings');
  await page.getByLabel('Time zone').selectOption({ label: 'Kathmandu (UTC+5:45)' });
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  await page.getByRole('button', { name: /Kathmandu\. Move the clock$/ }).waitFor(patience);
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await picks(page, 'Next Monday 9:00');
  await page.getByRole('button', { name: /^Mon .*, 09:00 Kathmandu\. Move the clock$/ }).waitFor(patience);
  const hidden = `(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)(document.querySelector('.clock-time'))`;
  expect(await page.evaluate<number>(hidden)).toBe(0);
  expect(await bot.stop()).toBe(0);
  expect(faults).toEqual([]);
});

test('one may start over while time is moving', async () => {
  const port = await freePort();
  const bot = await npmStart(port, await createScratchDir());
  const page = await openWindow(browser, bot.address, faults);
  const slack = visit(`http://localhost:${port + 1}`);
  await slack.misbehaves({ method: 'chat.postMessage', kind: 'hold', times: 1 });
  await writes(page, '/flag-issue The lift is stuck');
  await messagesWith(page, '#1 · Needs an owner').waitFor(patience);
  await picks(page, 'Next Monday 9:00');
  await page.getByText('Time is moving.', { exact: true }).waitFor();
  await page.getByRole('button', { name: 'Start over' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Start over' }).click();
  await page.getByText('Nothing has been said in #process-gaps yet').waitFor(patience);
  await slack.behaves();
  await writes(page, '/flag-issue The tap drips');
  await messagesWith(page, '#1 · Needs an owner').waitFor(patience);
  expect(await page.locator('.talk .day').allInnerTexts()).toEqual(['Today']);
  await isToday(page);
  expect(await bot.stop()).toBe(0);
  expect(faults).toEqual([]);
});

test('where the database is not the playground’s own, the clock can’t be moved', async () => {
  const database = await createDatabase();
  onTestFinished(() => database.drop());
  const set = { DATABASE_URL: database.url };
  const bot = await npmStart(await freePort(), await createScratchDir(), set);
  const page = await openWindow(browser, bot.address, faults);
  await page.getByText('Nothing has been said in #process-gaps yet').waitFor(patience);
  expect(await clock(page).count()).toBe(0);
  expect(await bot.stop()).toBe(0);
  expect(faults).toEqual([]);
});
