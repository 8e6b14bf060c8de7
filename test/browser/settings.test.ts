import { expect, test } from 'vitest';

import { inABrowser, messagesWith, writes } from './a-window.ts';

const windows = inABrowser();

test('an admin chooses in the form, several people among it, and sees the test go through', async () => {
  const page = await windows().open('kim', 'general');
  await writes(page, '/flag-issue settings');
  const form = page.getByRole('dialog');
  await form.getByLabel('Learning channel').selectOption({ label: '#learnings' });
  const leads = form.getByRole('group', { name: /^Leads(?!')/ });
  await leads.getByRole('checkbox', { name: 'Lea Brandt' }).check();
  await leads.getByRole('checkbox', { name: 'Sam Okafor' }).check();
  await form.getByLabel('Posting pause').selectOption({ label: '5 minutes' });
  await form.locator('button[type=submit]').click();
  await form.getByText('lead now.').waitFor();
  await form.getByRole('button', { name: 'Test it' }).click();
  await form.getByText('The test has begun.').waitFor();
  await form.getByRole('button', { name: 'Close' }).first().click();
  const report = await windows().open('kim', 'flagpost');
  await messagesWith(report, 'The test went all the way through.').waitFor({ timeout: 40_000 });
  const kim = windows().workspace.slack.person('kim');
  await expect.poll(() => kim.sees('process-gaps'), { timeout: 10_000 }).toBe('');
});

test('where Flagpost has to be invited, /invite @Flagpost does it', async () => {
  const page = await windows().open('kim', 'general');
  await writes(page, '/invite @Flagpost');
  await messagesWith(page, 'is in this channel now.').waitFor();
  const { slack } = windows().workspace;
  const { channels, app } = await slack.world();
  expect(channels.find(({ name }) => name === 'general')?.members).toContain(app.botUserId);
  await writes(page, '/invite @Flagpost');
  await messagesWith(page, 'is in this channel already.').waitFor();
});
