import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';

import { closesForm, goesTo, inABrowser, messagesWith, writes } from './a-window.ts';
import { faultsOnBoth } from './faults.ts';

const windows = inABrowser();

/** The receipt of the flag that is the `nth` here. */
async function flags(page: Page, nth: number, text: string): Promise<Locator> {
  await writes(page, `/flag-issue ${text}`);
  const receipt = messagesWith(page, `Thank you for flagging this. It is saved as #${nth},`);
  await receipt.getByText('It waits until you choose').waitFor();
  return receipt;
}

test('a flag that is held: use the wording, post as written, edit it, leave it, and switch the notes off', async () => {
  const { open, workspace } = windows();
  const lea = workspace.slack.person('lea');
  const page = await open('ana');
  const press = async (receipt: Locator, label: string): Promise<void> =>
    await receipt.getByRole('button', { name: label }).click();

  const first = await flags(page, 1, 'Priya forgot to lock the side door');
  expect(await faultsOnBoth(page)).toEqual([]);
  await press(first, 'Use this wording');
  await messagesWith(page, 'has the new wording').waitFor();
  await lea.eventuallySees('process-gaps', 'The side door was not locked', 15_000);

  const second = await flags(page, 2, 'Omar was careless with the list');
  expect(await second.getByRole('button', { name: 'Use this wording' }).count()).toBe(0);
  await press(second, 'Post as written');
  await messagesWith(page, 'goes out as you wrote it').waitFor();
  await lea.eventuallySees('process-gaps', 'Omar was careless with the list', 15_000);

  const third = await flags(page, 3, 'Omar should have asked the porter');
  await press(third, 'Edit');
  const form = page.getByRole('dialog');
  await form.getByLabel('What got in the way?').fill('At night the porter can’t be asked');
  await form.locator('button[type=submit]').click();
  await form.getByText('is changed. At once it goes to').waitFor();
  await closesForm(page, 'Close');
  await lea.eventuallySees('process-gaps', 'At night the porter can’t be asked', 15_000);

  await flags(page, 4, 'Kim was lazy about the lights');
  await page.reload();
  await goesTo(page, 'Flagpost');
  await page.getByRole('navigation', { name: 'Flagpost' }).getByRole('button', { name: 'Home' }).click();
  const home = page.getByRole('main');
  await home.getByText('is saved and waits until you choose. Nobody has seen it.').first().waitFor();
  expect(await faultsOnBoth(page)).toEqual([]);
  expect(await lea.sees('process-gaps')).not.toContain('Kim was lazy');

  await home.getByRole('button', { name: 'Switch wording notes off' }).click();
  await page.getByRole('dialog').getByText('I say nothing about your wording from now on.').waitFor();
  await closesForm(page, 'Close');
  await home.getByRole('button', { name: 'Switch wording notes on' }).waitFor();
  await goesTo(page, 'process-gaps');
  await writes(page, '/flag-issue Kim was lazy about the heating');
  await messagesWith(page, 'Saved as #5').waitFor();
  await lea.eventuallySees('process-gaps', 'Kim was lazy about the heating', 15_000);
});
