import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';

import { becomes, goesTo, inABrowser, messagesWith } from './a-window.ts';
import { faultsOf } from './faults.ts';

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

test('whoever goes somewhere is where one writes, and is not moved by the first look or by being somebody else', async () => {
  const { open, workspace } = windows();
  await workspace.slack.says('kim', 'general', 'Who has the key?');
  const page = await open('sam', 'general');
  await messagesWith(page, 'Who has the key?').waitFor();
  expect(await page.evaluate('document.activeElement === document.body')).toBe(true);
  for (const [place, box] of [
    ['learnings', 'Message #learnings'],
    ['Lea Brandt', 'Message Lea Brandt'],
    ['general', 'Message #general'],
  ] as const) {
    await tabsTo(page, place);
    await page.keyboard.press('Enter');
    await expect.poll(() => focused(page)).toBe(box);
  }
  await tabsTo(page, 'Flagpost');
  await page.keyboard.press('Enter');
  await expect.poll(() => focused(page)).toMatch(/^(Home|Messages)$/);
  await goesTo(page, 'general');
  await expect.poll(() => focused(page)).toBe('Message #general');
  await becomes(page, 'Ana');
  await page.locator('.self[aria-current]').getByText('Ana').waitFor();
  expect(await focused(page)).toContain('Ana');
});

test('a thread is written in at once, and left to where it began; a link leads to the message itself', async () => {
  const page = await windows().open('sam', 'general');
  const said = messagesWith(page, 'Who has the key?');
  await said.getByRole('button', { name: 'Reply in thread' }).focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => focused(page)).toBe('Reply');
  await page.getByRole('button', { name: 'Close the thread' }).press('Enter');
  await expect.poll(() => focused(page)).toContain('Kim Sato');

  await goesTo(page, 'Flagpost');
  await page.getByRole('button', { name: 'Messages' }).press('Enter');
  await messagesWith(page, '#1 is yours.').getByRole('link', { name: 'See the card' }).press('Enter');
  await page.locator('.message.pointed').waitFor();
  await expect.poll(() => page.evaluate('document.activeElement.classList.contains("pointed")')).toBe(true);
});

test('past all messages to the box: the first stop of a place', async () => {
  const page = await windows().open('sam', 'general');
  const skip = page.getByRole('button', { name: 'To the message box' });
  expect(await page.evaluate(`document.querySelector('main button').textContent`)).toBe('To the message box');
  await skip.focus();
  expect(await faultsOf(page)).toEqual([]);
  await page.keyboard.press('Enter');
  expect(await focused(page)).toBe('Message #general');
});

test('where one types on the screen itself, going somewhere does not open its keys', async () => {
  const page = await windows().open('sam', 'general', {
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
  });
  await page.getByRole('button', { name: 'Channels and people' }).click();
  await goesTo(page, 'learnings');
  await expect.poll(() => focused(page)).toBe('Messages');
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
