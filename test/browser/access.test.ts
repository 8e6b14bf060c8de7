import { beforeAll, describe, expect, test } from 'vitest';

import { closesForm, inABrowser, messagesWith, writes } from './a-window.ts';
import { faultsOf, tooWide } from './faults.ts';

const windows = inABrowser();

/** With what has to be there before one looks. */
const places = [
  ['a channel', 'process-gaps', 'has taken it on'],
  ['the messages with the bot', 'flagpost', '#1 is yours.'],
  ['Home', 'home', 'No issue waits for an owner.'],
] as const;

beforeAll(async () => {
  const page = await windows().open('ana');
  await writes(page, '/flag-issue The refund form rejects foreign IBANs');
  await messagesWith(page, 'Needs an owner').waitFor();
  const sam = windows().workspace.slack.person('sam');
  await sam.presses('Claim', { in: 'process-gaps' });
  await sam.eventuallySees('form', 'is yours already', 15_000);
  await sam.closes();
  await messagesWith(page, 'has taken it on').waitFor();
});

describe.each(['light', 'dark'] as const)('in %s', (colorScheme) => {
  test.each(places)('axe finds no serious fault in %s', async (_, place, words) => {
    const page = await windows().open('sam', place, { colorScheme });
    await page.getByRole('main').getByText(words).first().waitFor();
    expect(await faultsOf(page)).toEqual([]);
  });

  test('nor in a form with something wrong', async () => {
    const page = await windows().open('kim', 'general', { colorScheme });
    await writes(page, '/flag-issue');
    const form = page.getByRole('dialog', { name: 'Flag an issue' });
    await form.locator('button[type=submit]').click();
    await form.getByText('Please complete this required field.').waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await closesForm(page, 'Close');
  });
});

test.each(places)('at phone width nothing of %s has to be scrolled to the side', async (_, place, words) => {
  const page = await windows().open('sam', place, { viewport: { width: 390, height: 844 } });
  await page.getByRole('main').getByText(words).first().waitFor();
  expect(await tooWide(page)).toEqual([]);
});

test.each([
  [1280, 720],
  [390, 844],
  [900, 480],
])('at %i × %i the page itself has nothing to scroll', async (width, height) => {
  const page = await windows().open('sam', 'process-gaps', { viewport: { width, height } });
  await messagesWith(page, 'has taken it on').waitFor();
  expect(await page.evaluate<number>('document.documentElement.scrollHeight - window.innerHeight')).toBe(0);
});

test('at phone width the places are behind a button', async () => {
  const page = await windows().open('sam', 'general', {
    viewport: { width: 390, height: 844 },
    hasTouch: true,
  });
  const list = page.getByRole('navigation', { name: 'Places' });
  expect(await list.isVisible()).toBe(false);
  await page.getByRole('button', { name: 'Channels and people' }).click();
  await list.getByRole('button', { name: 'learnings' }).click();
  await page.getByRole('heading', { name: 'learnings', exact: true }).waitFor();
  expect(await list.isVisible()).toBe(false);
});
