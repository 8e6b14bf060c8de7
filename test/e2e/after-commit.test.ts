import { afterEach, beforeEach, expect, test } from 'vitest';

import { createDatabase } from '../support/postgres.ts';
import type { TestDatabase } from '../support/postgres.ts';
import { openProxy } from '../support/proxy.ts';
import type { Proxy } from '../support/proxy.ts';
import { openWorkspace } from '../support/workspace.ts';
import type { TestWorkspace } from '../support/workspace.ts';
import { claimed, flagged, patienceMs, solved } from './a-workspace.ts';

let database: TestDatabase;
let proxy: Proxy;
let workspace: TestWorkspace;

beforeEach(async () => {
  database = await createDatabase();
  proxy = await openProxy(database.url);
  workspace = await openWorkspace({ databaseUrl: proxy.url, receiptPatienceMs: 300 });
});

afterEach(async () => {
  await proxy.behaves();
  await workspace.close();
  await proxy.close();
  await database.drop();
});

const later = { timeout: 60_000 };

/* Whoever hears that nothing was changed does it again, and what they did stands twice. */

test('Postgres goes away once a write-up is published: its writer hears that it is', later, async () => {
  const sam = workspace.slack.person('sam');
  await flagged(workspace, 'ana', 'Shelves bend');
  await claimed(workspace, 'sam', 'Shelves bend');
  await solved(workspace, 'sam', 'Shelves bend', 'Thicker boards');
  await sam.presses('Write what we learned', { in: 'flagpost', containing: 'Shelves bend' });
  await sam.fills('What happened', 'Twelve boxes on one board');
  await sam.fills('What others can use', 'Weigh the boxes');
  await sam.submits();
  await sam.eventuallySees('form', 'Back to the text');
  proxy.hangsAfter('Twelve boxes');
  await sam.submits();
  await sam.eventuallySees('form', 'is published. It goes to #learnings.', patienceMs);
});

/** Sam sees what the lens noticed in his text. */
async function noticed(happened: string): Promise<void> {
  const sam = workspace.slack.person('sam');
  await flagged(workspace, 'ana', 'Keys go missing');
  await claimed(workspace, 'sam', 'Keys go missing');
  await solved(workspace, 'sam', 'Keys go missing', 'A hook');
  await sam.presses('Write what we learned', { in: 'flagpost', containing: 'Keys go missing' });
  await sam.fills('What happened', happened);
  await sam.fills('What others can use', 'Hang them by the door');
  await sam.submits();
  await sam.eventuallySees('form', 'Before it is shown');
}

const door = 'Priya forgot to lock the side door.';

test('Postgres goes away once a wording is used: its writer sees their text with it', later, async () => {
  const sam = workspace.slack.person('sam');
  await noticed(door);
  await sam.picks('Instead of “Priya forgot to lock the side door”', 'use: The side door was not locked');
  proxy.hangsAfter('door was not locked');
  await sam.submits();
  const form = await sam.eventuallySees('form', 'What happened: The side door was not locked.', patienceMs);
  expect(form).toContain('What you chose is kept');
  expect(form).not.toContain('nothing was changed');
  await proxy.behaves();
  await sam.submits();
  await sam.eventuallySees('form', 'How it will look', patienceMs);
});

test('Postgres goes away once all is left as written: its writer sees their text', later, async () => {
  const sam = workspace.slack.person('sam');
  await noticed(door);
  proxy.hangsAfter('Priya forgot');
  await sam.presses('Leave as written', { patienceMs });
  const form = await sam.eventuallySees('form', `What happened: ${door}`, patienceMs);
  expect(form).toContain('What you chose is kept');
  await proxy.behaves();
  await sam.submits();
  await sam.eventuallySees('form', 'How it will look', patienceMs);
});

test(
  'Postgres goes away once a phrase is called no blame: it is gone, and the others stand',
  later,
  async () => {
    const sam = workspace.slack.person('sam');
    await noticed(`${door} Omar was careless.`);
    proxy.hangsAfter('"left":');
    await sam.presses("This isn't blame: “Omar was careless”", { patienceMs });
    await sam.eventuallySees('form', /^(?!.*This judges people).*side door/s, patienceMs);
  },
);

test('Postgres goes away before there is a preview: what is typed from then on is kept', later, async () => {
  const sam = workspace.slack.person('sam');
  await flagged(workspace, 'ana', 'Shelves bend');
  await claimed(workspace, 'sam', 'Shelves bend');
  await solved(workspace, 'sam', 'Shelves bend', 'Thicker boards');
  await sam.presses('Write what we learned', { in: 'flagpost', containing: 'Shelves bend' });
  await sam.fills('What happened', 'Twelve boxes on one board');
  await sam.fills('What others can use', 'Weigh the boxes');
  proxy.hangsAfter('write-up-wording');
  await sam.submits();
  await sam.eventuallySees('form', "I can't get at what is kept just now", patienceMs);
  await proxy.behaves();
  await sam.fills('What happened', 'Twelve boxes on one thin board');
  await sam.closes();
  await sam.presses('Write what we learned', { in: 'flagpost', containing: 'Shelves bend' });
  await sam.eventuallySees('form', 'What happened: Twelve boxes on one thin board', patienceMs);
});

test('Postgres goes away once a flag is edited: its reporter sees the receipt', later, async () => {
  await workspace.restart({ settings: { ...workspace.options.settings, postingPauseSeconds: 600 } });
  const ana = workspace.slack.person('ana');
  await ana.types('/flag-issue The tap drips');
  await ana.presses('Edit', { in: 'general', containing: 'Saved as #1' });
  await ana.fills('What got in the way?', 'The tap in the kitchen drips');
  proxy.hangsAfter('in the kitchen');
  await ana.submits();
  const form = await ana.eventuallySees('form', 'process-gaps', patienceMs);
  expect(form).not.toContain('nothing was changed');
});

test('Postgres goes away once an issue is claimed: its owner is thanked at once', later, async () => {
  const sam = workspace.slack.person('sam');
  await flagged(workspace, 'ana', 'The tap drips');
  proxy.hangsAfter('claimed');
  const beganMs = performance.now();
  await sam.presses('Claim', { in: 'process-gaps' });
  await sam.eventuallySees('form', 'is yours already', patienceMs);
  expect(performance.now() - beganMs).toBeLessThan(1500);
});

test('Postgres goes away once an update is posted: its writer is told nothing else', later, async () => {
  const sam = workspace.slack.person('sam');
  await flagged(workspace, 'ana', 'The tap drips');
  await claimed(workspace, 'sam', 'The tap drips');
  await sam.presses('Post an update', { in: 'flagpost', containing: 'The tap drips', patienceMs });
  await sam.fills('How is it going?', 'Omar was careless with the tap');
  proxy.hangsAfter('careless with the tap');
  await sam.submits();
  expect(await sam.seesForm()).toBeUndefined();
});

test(
  'Postgres goes away once a held flag is to go out as written: its reporter hears that it does',
  later,
  async () => {
    await workspace.restart({ settings: { ...workspace.options.settings, postingPauseSeconds: 600 } });
    const ana = workspace.slack.person('ana');
    await ana.types('/flag-issue She forgot to run the check before the release');
    proxy.hangsAfter('as-written');
    await ana.presses('Post as written', { in: 'general', containing: '#1' });
    await ana.eventuallySees('general', '#1 goes out as you wrote it.', patienceMs);
  },
);
