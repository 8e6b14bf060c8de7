import { expect, test } from 'vitest';

import { askDatabase } from '../support/looking.ts';
import { allIsSaid, eachInAWorkspace, flagged, patienceMs } from './a-workspace.ts';
import { learnt } from './learned.ts';
import { mondayComes } from './mondays.ts';

const here = eachInAWorkspace();
const long = { timeout: 90_000 };

async function addsALine(name: string, text: string, button = 'Add a line of your own'): Promise<void> {
  const lead = here().slack.person(name);
  await lead.types('/flag-issue digest');
  await lead.presses(button, { in: 'general', containing: 'The digest so far' });
  await lead.fills('What would you like to add?', text);
  await lead.submits();
}

test('a lead reads the digest so far, and nobody else sees it', long, async () => {
  const { slack } = here();
  const kim = slack.person('kim');
  expect(await kim.types('/flag-issue digest')).toContain('Nothing is worth a reader’s time so far.');
  await learnt(here(), 'Plants droop', 'Water them on Mondays');
  const answer = await kim.types('/flag-issue Digest');
  expect(answer).toMatch(/^\(only you\)/);
  expect(answer).toContain('The digest so far · ');
  expect(answer).toContain('> Water them on Mondays · #1');
  expect(answer).toMatch(/Only you see this\. It is sent on .*in #learnings\./);
  await allIsSaid(here());
  expect(await slack.person('lea').sees('learnings')).not.toContain('The digest so far');
});

test('others hear kindly who can, and a line of theirs is not taken', long, async () => {
  const { slack } = here();
  await slack.person('kim').types('/flag-issue digest');
  expect(await slack.person('lea').types('/flag-issue digest')).toContain(
    'Before it is sent, leads read the digest. @Kim Sato can tell you what is in it so far.',
  );
});

test(
  'a lead’s line is kept, can be changed, and stands in the coming digest by name; only there',
  long,
  async () => {
    const { slack, databaseUrl } = here();
    const kim = slack.person('kim');
    await addsALine('kim', 'Thank you for the many flags');
    await kim.eventuallySees('form', 'Your line is kept for the coming digest.');
    await kim.presses('Change your line', { in: 'form' });
    await kim.eventuallySees('form', 'Thank you for the many flags');
    await kim.fills('What would you like to add?', 'Thank you for each flag');
    await kim.submits();
    await kim.eventuallySees('form', 'Your line is kept');
    expect(await kim.types('/flag-issue digest')).toContain('@Kim Sato adds:\n> Thank you for each flag');
    await mondayComes(here());
    await kim.eventuallySees('learnings', '@Kim Sato adds:\n> Thank you for each flag', patienceMs);
    expect(await kim.types('/flag-issue digest')).not.toContain('each flag');
    await flagged(here(), 'ana', 'The lift stops between floors');
    await mondayComes(here());
    await kim.eventuallySees('learnings', 'The lift stops', patienceMs);
    expect((await kim.sees('learnings')).split('each flag')).toHaveLength(2);
    expect(await askDatabase(databaseUrl, 'select 1 from own_lines where told_at is null')).toEqual([]);
  },
);

test('emptied, it is taken back', long, async () => {
  const kim = here().slack.person('kim');
  await addsALine('kim', 'Thank you for the many flags');
  await addsALine('kim', '', 'Change your line');
  await kim.eventuallySees('form', 'The digest goes without a line of yours.');
  expect(await askDatabase(here().databaseUrl, 'select 1 from own_lines')).toEqual([]);
});

test('the digest went while they were typing: they keep their words, and hear why', long, async () => {
  const { slack, databaseUrl } = here();
  const kim = slack.person('kim');
  await flagged(here(), 'ana', 'The lift stops between floors');
  await kim.types('/flag-issue digest');
  await kim.presses('Add a line of your own', { in: 'general', containing: 'The digest so far' });
  await kim.fills('What would you like to add?', 'Too late');
  await mondayComes(here());
  await slack.person('lea').eventuallySees('learnings', 'The lift stops', patienceMs);
  await kim.submits();
  expect(await kim.sees('form')).toContain('! The digest was sent meanwhile, so nothing was changed.');
  expect(await askDatabase(databaseUrl, 'select 1 from own_lines')).toEqual([]);
});

test(
  'a line that makes people the explanation: whoever wrote it reads one quiet note, and it is kept',
  long,
  async () => {
    const kim = here().slack.person('kim');
    await addsALine('kim', 'The night shift forgot to water the plants because they are careless');
    const page = await kim.sees('form');
    expect(page).toContain('Your line is kept for the coming digest.');
    expect(page).toContain('“');
  },
);

test('no longer a lead when it is sent: it is not taken', long, async () => {
  const { slack, databaseUrl } = here();
  const kim = slack.person('kim');
  await kim.types('/flag-issue digest');
  await kim.presses('Add a line of your own', { in: 'general', containing: 'The digest so far' });
  await kim.fills('What would you like to add?', 'Not any more');
  await slack.changePerson('kim', { isAdmin: false });
  await expect
    .poll(() => askDatabase(databaseUrl, 'select 1 from people where is_admin'), { timeout: patienceMs })
    .toEqual([]);
  await kim.submits();
  expect(await kim.sees('form')).toContain('! Only leads add a line to the digest.');
});

test('a digest that waited until the next one came: of each lead it has the newest line', long, async () => {
  const { slack, clock } = here();
  const kim = slack.person('kim');
  await addsALine('kim', 'Thank you for the many flags');
  await flagged(here(), 'ana', 'The lift stops between floors');
  await allIsSaid(here());
  await slack.archive('learnings');
  await mondayComes(here());
  await addsALine('kim', 'Thank you for each answer');
  await mondayComes(here());
  await slack.unarchive('learnings');
  const nextMinute = async (): Promise<string> => {
    clock.skip({ seconds: 61 });
    return await kim.sees('learnings');
  };
  await expect
    .poll(nextMinute, { timeout: patienceMs, interval: 1000 })
    .toContain('The lift stops between floors');
  const read = await kim.sees('learnings');
  expect(read).toContain('Thank you for each answer');
  expect(read).not.toContain('Thank you for the many flags');
});

test('a digest that waited until the next one came: a line in it stands in that one', long, async () => {
  const { slack, clock } = here();
  const kim = slack.person('kim');
  await addsALine('kim', 'Thank you for the many flags');
  await flagged(here(), 'ana', 'The lift stops between floors');
  await allIsSaid(here());
  await slack.archive('learnings');
  await mondayComes(here());
  await mondayComes(here());
  await slack.unarchive('learnings');
  const nextMinute = async (): Promise<string> => {
    clock.skip({ seconds: 61 });
    return await kim.sees('learnings');
  };
  await expect
    .poll(nextMinute, { timeout: patienceMs, interval: 1000 })
    .toContain('The lift stops between floors');
  expect(await kim.sees('learnings')).toContain('Thank you for the many flags');
});
