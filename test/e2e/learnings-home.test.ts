import { expect, test } from 'vitest';

import { askDatabase } from '../support/looking.ts';
import { inAWorkspace, patienceMs } from './a-workspace.ts';
import { learnt } from './learned.ts';

const here = inAWorkspace();

test('with nothing learned yet, Home says what will be there', async () => {
  const lea = here().slack.person('lea');
  await lea.opensHome();
  const home = await lea.eventuallySees('home', 'Learnings');
  expect(home).toContain('Nothing yet. What is learned from a fix appears here once it is confirmed.');
  expect(home).not.toContain('[Search learnings]');
});

test('the first stands on Home, opens with the blocks of its post, links to it, and can be answered there', async () => {
  const { slack } = here();
  const [lea, kim] = [slack.person('lea'), slack.person('kim')];
  await learnt(here(), 'Shelves sag', 'Weigh the boxes before stacking');
  await kim.eventuallySees('learnings', 'Weigh the boxes', patienceMs);
  await lea.opensHome();
  await lea.eventuallySees('home', 'Learnings (1)');
  await lea.presses('Open', { in: 'home' });
  const page = await lea.eventuallySees('form', '> Weigh the boxes before stacking');
  expect(page).toContain('See its post');
  expect(page).toContain('It began with: Shelves sag');
  expect(page).not.toContain('[Write what we learned]');
  await lea.presses('Used this');
  const answered = await lea.eventuallySees('form', 'Your answer: Used this.');
  expect(answered).toContain('Used this: 1');
  await kim.eventuallySees('learnings', 'Used this: 1', patienceMs);
  await lea.closes();
});

test('those who had a part in it can write it up from there', async () => {
  const sam = here().slack.person('sam');
  await sam.opensHome();
  await sam.presses('Open', { in: 'home' });
  await sam.eventuallySees('form', 'Weigh the boxes');
  await sam.presses('Write what we learned');
  await sam.eventuallySees('form', 'What we changed: Changed: Shelves sag');
  await sam.closes();
});

test('a search forgives a slip, says when there is nothing, and leads back to what it found', async () => {
  const lea = here().slack.person('lea');
  await lea.opensHome();
  await lea.presses('Search learnings', { in: 'home' });
  await lea.fills('What are you looking for?', 'zebra');
  await lea.submits();
  await lea.eventuallySees('form', 'Nothing here speaks of “zebra”.');
  await lea.presses('Search again');
  await lea.fills('What are you looking for?', 'wiegh boxess');
  await lea.submits();
  await lea.eventuallySees('form', 'One learning speaks of “wiegh boxess”');
  await lea.presses('Open');
  await lea.eventuallySees('form', 'See its post');
  await lea.presses('Back to the list');
  await lea.eventuallySees('form', 'One learning speaks of “wiegh boxess”');
  await lea.closes();
});

test('five hundred are paged, newest and most used', async () => {
  const { slack, databaseUrl } = here();
  const lea = slack.person('lea');
  await askDatabase(
    databaseUrl,
    `insert into issues (workspace_id, number, state, version, text, flagged_at, life)
     select w.id, n, 'open', 1, 'Gap ' || n, now(), '{}' from workspaces w, generate_series(1001, 1499) n`,
  );
  await askDatabase(
    databaseUrl,
    `insert into learnings select w.id, n, 'Hint ' || n, 'hint ' || n, to_tsvector('simple', 'hint ' || n), now() - n * interval '1 hour'
     from workspaces w, generate_series(1001, 1499) n`,
  );
  await lea.opensHome();
  await lea.eventuallySees('home', 'Learnings (500)');
  await lea.presses('Newest', { in: 'home' });
  const first = await lea.eventuallySees('form', 'Page 1 of 50');
  expect(first).toContain('Weigh the boxes');
  expect(first).not.toContain('[Previous]');
  await lea.presses('Next');
  await lea.eventuallySees('form', 'Page 2 of 50');
  await lea.presses('Previous');
  await lea.eventuallySees('form', 'Page 1 of 50');
  await lea.closes();
  await lea.presses('Most used', { in: 'home' });
  const used = await lea.eventuallySees('form', 'What others have used most, first');
  expect(used.indexOf('Weigh the boxes')).toBeLessThan(used.indexOf('Hint'));
  expect(used).toContain('Used once');
  await lea.closes();
});
