import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';

import { flagged } from '../e2e/a-workspace.ts';
import { confirmed, publishes, solvedBySam, writtenBySam } from '../e2e/learned.ts';
import { inABrowser, messagesWith, writes } from './a-window.ts';
import { tooWide } from './faults.ts';

const windows = inABrowser();

const phone = { viewport: { width: 390, height: 800 } };
const long = `https://wiki.example/${'a'.repeat(150)}`;
const text = `The link ${long} is dead`;

/** Waits for the long words there, and says what is wider than the phone. */
async function tooWideWith(page: Page, around: string): Promise<string[]> {
  await page.locator(around).getByText(long).first().waitFor();
  return await tooWide(page);
}

test('a long link has to be scrolled to the side nowhere on a phone: channel, thread, messages, Home', async () => {
  const { open, workspace } = windows();
  await flagged(workspace, 'ana', text);
  const home = await open('kim', 'home', phone);
  expect(await tooWideWith(home, '.home')).toEqual([]);

  await solvedBySam(workspace, text, `Ask ${long}`);
  const channel = await open('kim', 'process-gaps', phone);
  expect(await tooWideWith(channel, 'main')).toEqual([]);
  await messagesWith(channel, long)
    .getByRole('button', { name: /repl(y|ies)$|replies/ })
    .first()
    .click();
  expect(await tooWideWith(channel, '.thread')).toEqual([]);
  const messages = await open('sam', 'flagpost', phone);
  expect(await tooWideWith(messages, 'main')).toEqual([]);
});

test('nor in the preview of a write-up, nor in a learning that was opened from Home', async () => {
  const { open, workspace } = windows();
  await confirmed(workspace, 1);
  await writtenBySam(workspace, text, `It happened at ${long}`);
  const sam = await open('sam', 'general', phone);
  await sam.getByText('This is the post').waitFor();
  expect(await tooWideWith(sam, 'dialog')).toEqual([]);
  await workspace.slack.person('sam').closes();
  await publishes(workspace, 'sam', text, `It happened at ${long}`);

  const kim = await open('kim', 'home', phone);
  expect(await tooWideWith(kim, '.home')).toEqual([]);
  await kim.getByRole('button', { name: /^Open: issue/ }).click();
  expect(await tooWideWith(kim, 'dialog')).toEqual([]);
});

test('nor in what the page itself says of what somebody typed', async () => {
  const page = await windows().open('lea', 'general', phone);
  await writes(page, `/${'a'.repeat(150)}`);
  const toast = page.locator('.toast');
  await toast.waitFor();
  expect(await toast.evaluate((it) => it.scrollWidth - it.clientWidth)).toBe(0);
});
