import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';

import { inABrowser, messagesWith } from './a-window.ts';

const windows = inABrowser();

test('by keyboard alone: flag, become Sam, claim, fill in the form, leave it by Escape, and use a menu', async () => {
  const page = await windows().open('ana');
  await tabsTo(page, 'Message #process-gaps');
  await page.keyboard.type('/fl');
  await page.getByText('Flag what gets in the way; alone, it opens a form').waitFor();
  await page.keyboard.press('Tab');
  await page.keyboard.type('The lift is stuck');
  await page.keyboard.press('Enter');
  await messagesWith(page, 'Needs an owner').waitFor();

  await tabsTo(page, 'Sam');
  await page.keyboard.press('Enter');
  await page.locator('.self[aria-current]').getByText('Sam').waitFor();
  await tabsTo(page, 'Claim');
  await page.keyboard.press('Enter');
  await page.getByRole('dialog', { name: 'Agreement on #1' }).waitFor();
  await expect.poll(() => focused(page)).toContain("How will we know it's solved?");
  await page.keyboard.type('It moves');
  for (let presses = 0; presses < 12; presses += 1) {
    await page.keyboard.press('Tab');
    expect(
      await page.evaluate(
        'document.activeElement.closest("dialog") !== null || document.activeElement === document.body',
      ),
    ).toBe(true);
  }
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await messagesWith(page, 'has taken it on').waitFor();
  /* The button that opened the form is no more: one is left near it, and not at the top of the page. */
  await expect.poll(() => page.evaluate('document.activeElement.closest("main") !== null')).toBe(true);

  await tabsTo(page, 'More actions');
  await page.keyboard.press('Enter');
  await expect.poll(() => focused(page)).toContain('Not doing…');
  await page.keyboard.press('Escape');
  await expect.poll(() => focused(page)).toContain('More actions');
});

/** What stands at the focus, as a screen reader would name it. */
async function focused(page: Page): Promise<string> {
  return String(
    await page.evaluate(
      `(() => {
        const copy = document.activeElement.cloneNode(true);
        for (const unheard of copy.querySelectorAll('[aria-hidden=true]')) unheard.remove();
        return document.activeElement.ariaLabel ?? document.activeElement.labels?.[0]?.textContent ?? copy.textContent;
      })()`,
    ),
  );
}

async function tabsTo(page: Page, name: string): Promise<void> {
  const seen: string[] = [];
  for (let presses = 0; presses < 60; presses += 1) {
    await page.keyboard.press('Tab');
    const now = await focused(page);
    if (now.startsWith(name)) return;
    seen.push(now.slice(0, 30));
  }
  throw new Error(`Tab never came to ${name}, but to: ${seen.join(' | ')}`);
}
