import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';

import { addMessage } from '../../src/playground/double/messages.ts';
import { inABrowser, messagesWith, writes } from './a-window.ts';

const windows = inABrowser();

const COUNT = 450;
const STEP = 200;

beforeAll(() => {
  const { double } = windows().workspace;
  const { channels, people } = double.world;
  const channel = channels.find(({ name }) => name === 'general')?.id ?? '';
  const user = people.find(({ name }) => name === 'kim')?.id ?? '';
  for (let number = 1; number <= COUNT; number += 1)
    addMessage(double, { channel, user, text: `Parcel ${number} is here.` });
});

function shown(page: Page): Promise<number> {
  return page.getByRole('main').getByRole('article').count();
}

test('of many messages the newest are drawn, and what one writes is there at once', async () => {
  const page = await windows().open('sam', 'general');
  await messagesWith(page, `Parcel ${COUNT} is here.`).waitFor();
  expect(await shown(page)).toBe(STEP);
  await writes(page, 'Thank you');
  await messagesWith(page, 'Thank you').waitFor({ timeout: 2000 });
  expect(await shown(page)).toBe(STEP);
});

test('earlier ones come when one asks for them, and one goes on from the message one was at', async () => {
  const page = await windows().open('lea', 'general');
  const earlier = page.getByRole('button', { name: 'Show earlier messages' });
  await earlier.waitFor();
  const first = await page.getByRole('main').getByRole('article').first().getAttribute('data-ts');
  await earlier.focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => shown(page)).toBe(2 * STEP);
  expect(await page.evaluate('document.activeElement.dataset.ts')).toBe(first);
  await expect
    .poll(() =>
      page.evaluate<number>(
        'document.activeElement.getBoundingClientRect().top - document.querySelector(".talk").getBoundingClientRect().top',
      ),
    )
    .toBeCloseTo(0, 0);
  await earlier.click();
  await messagesWith(page, 'Parcel 1 is here.').waitFor();
  expect(await earlier.count()).toBe(0);
});

test('a link leads to a message however long ago it was, and it stands there still when one goes on', async () => {
  const { open, workspace } = windows();
  const [oldest] = await workspace.slack.messages('general');
  const { id } = workspace.double.world.channels.find(({ name }) => name === 'general') ?? {};
  const link = `https://acme.slack.com/archives/${id}/p${oldest?.ts.replace('.', '')}`;
  await workspace.slack.says('kim', 'learnings', `It began <${link}|here>`);
  const page = await open('ana', 'learnings');
  await page.getByRole('link', { name: 'here' }).click();
  const message = page.locator('.message.pointed').getByText('Parcel 1 is here.');
  await message.waitFor();
  await expect.poll(() => message.evaluate((it) => it.getBoundingClientRect().top > 0)).toBe(true);
  await messagesWith(page, 'Parcel 1 is here.').getByRole('button', { name: 'Reply in thread' }).click();
  await page.getByRole('complementary', { name: 'Thread' }).waitFor();
  expect(await messagesWith(page, 'Parcel 1 is here.').count()).toBe(1);
});
