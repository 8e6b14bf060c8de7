import { expect, test } from 'vitest';

import { claimed, flagged, solved } from '../e2e/a-workspace.ts';
import { inABrowser, messagesWith } from './a-window.ts';
import { faultsOnBoth } from './faults.ts';

const windows = inABrowser();

test('before a write-up is shown: the phrase stands out, a tick is kept, and what was ticked is published', async () => {
  const { open, workspace } = windows();
  await flagged(workspace, 'ana', 'Keys go missing');
  await claimed(workspace, 'sam', 'Keys go missing');
  await solved(workspace, 'sam', 'Keys go missing', 'A hook by the door');
  const page = await open('sam', 'flagpost');
  const write = messagesWith(page, 'Keys go missing').getByRole('button', { name: 'Write what we learned' });
  await write.first().click();
  const form = page.getByRole('dialog', { name: 'What we learned' });
  await form.getByLabel('What happened').fill('Priya forgot to lock the side door. Omar was careless.');
  await form.getByLabel('What others can use').fill('Hang them by the door');
  await form.locator('button[type=submit]').click();

  const wording = page.getByRole('dialog', { name: 'Before it is shown' });
  const thanks = wording.getByText('Thank you for writing this up.');
  await thanks.waitFor();
  const title = await wording.getByRole('heading', { name: 'Before it is shown' }).boundingBox();
  expect((await thanks.boundingBox())?.y).toBeGreaterThan(title?.y ?? Infinity);
  const bold = wording.locator('blockquote strong, blockquote b');
  expect(await bold.allTextContents()).toContain('Priya forgot to lock the side door');
  expect(await faultsOnBoth(page)).toEqual([]);
  await wording.getByRole('checkbox', { name: 'use: The side door was not locked' }).check();
  await expect
    .poll(() => workspace.slack.person('sam').seesForm())
    .toContain('door”: use: The side door was not locked');
  await wording.getByRole('button', { name: 'Back to the text' }).click();
  await form.locator('button[type=submit]').click();
  expect(await wording.getByRole('checkbox', { name: /^use: The side door/ }).isChecked()).toBe(true);
  await wording.getByRole('button', { name: "This isn't blame: “Omar was careless”" }).click();
  await wording.getByText('This judges people').waitFor({ state: 'detached' });
  await wording.getByRole('button', { name: 'Apply' }).click();

  const preview = page.getByRole('dialog', { name: 'How it will look' });
  await preview.getByText('The side door was not locked. Omar was careless.').waitFor();
  await preview.getByRole('button', { name: 'Back to the text' }).click();
  await form.locator('button[type=submit]').click();
  await preview.getByText('The side door was not locked. Omar was careless.').waitFor();
  await preview.getByRole('button', { name: 'Publish' }).click();
  await page.getByRole('dialog', { name: 'Thank you' }).waitFor();
  await workspace.slack
    .person('kim')
    .eventuallySees('learnings', 'The side door was not locked. Omar was careless.', 15_000);
});

test('after an update: one quiet line, and what stands there is edited', async () => {
  const { open, workspace } = windows();
  await flagged(workspace, 'ana', 'Stamps dry out');
  await claimed(workspace, 'sam', 'Stamps dry out');
  const page = await open('sam', 'flagpost');
  await messagesWith(page, 'Stamps dry out').getByRole('button', { name: 'Post an update' }).first().click();
  await page.getByLabel('How is it going?').fill('Priya forgot to run the check.');
  await page.getByRole('dialog').locator('button[type=submit]').click();
  const after = page.getByRole('dialog', { name: /^About #/ });
  await after.getByText('It could read “The check was not run”').waitFor();
  expect(await faultsOnBoth(page)).toEqual([]);
  await after.getByRole('button', { name: 'Use this wording' }).click();
  await after.getByText('reads now:').waitFor();
  expect(await faultsOnBoth(page)).toEqual([]);
  const kim = workspace.slack.person('kim');
  expect(await kim.eventuallySees('process-gaps', 'The check was not run.', 15_000)).not.toContain('Priya');
});
