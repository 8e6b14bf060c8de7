import { expect, test } from 'vitest';

import { lived } from '../platform/a-history.ts';
import type { Lived } from '../platform/a-history.ts';
import { askDatabase, unfinished } from '../support/looking.ts';
import { allIsSaid, claimed, eachInAWorkspace, flagged, patienceMs } from './a-workspace.ts';
import { learnt } from './learned.ts';
import { isLookedAt, mondayComes, nothingIsPromised, nextMonday } from './mondays.ts';

const here = eachInAWorkspace();
const long = { timeout: 90_000 };

const dayOfNext = `select extract(isodow from due_at)::int as day from due where kind = 'digest'`;

const dueOfNext = `select to_char(due_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI') as at from due where kind = 'digest'`;

async function digests() {
  const messages = await here().slack.messages('learnings');
  return messages.filter((it) => !it.deleted && it.text.startsWith('Digest · '));
}

async function ofHistory(all: readonly Lived[]): Promise<void> {
  const { databaseUrl } = here();
  const ask = (sql: string, values?: unknown[]) => askDatabase<never>(databaseUrl, sql, values);
  const [row] = await askDatabase<{ id: never }>(databaseUrl, 'select id from workspaces');
  if (row === undefined) throw new Error('no workspace');
  await lived({ ask, workspace: row.id }, nextMonday(here()), all);
}

test(
  'on Monday at nine the week is told, and what waits: twice, and then it needs a decision',
  long,
  async () => {
    const { slack } = here();
    const [sam, kim] = [slack.person('sam'), slack.person('kim')];
    await learnt(here(), 'Plants droop', 'Water them on Mondays');
    await flagged(here(), 'ana', 'The lift stops between floors');
    await allIsSaid(here());
    await mondayComes(here());
    await kim.eventuallySees('learnings', 'Digest · ', patienceMs);
    const seen = await kim.sees('learnings');
    expect(seen).toContain('Fixed, and confirmed by those who met it\n• #1 Plants droop');
    expect(seen).toContain('Worth half a minute\n> Water them on Mondays · #1');
    expect(seen).toContain('Waits for an owner. Anyone may take it, from any team\n• #2 The lift stops');
    expect(seen).not.toContain('Sam');
    await mondayComes(here());
    await expect.poll(async () => (await digests()).length, { timeout: patienceMs }).toBe(2);
    expect((await digests())[1]?.text).not.toContain('Plants droop');
    expect((await digests())[1]?.text).toContain('Waits for an owner');
    await mondayComes(here());
    await expect.poll(async () => (await digests()).length, { timeout: patienceMs }).toBe(3);
    expect((await digests())[2]?.text).toContain('Needs a decision: an owner · not doing, because');
    expect((await digests())[2]?.text).not.toContain('Waits for an owner');
    await mondayComes(here());
    expect(await digests()).toHaveLength(3);
    expect(await unfinished(here().databaseUrl)).toEqual([]);
    await claimed(here(), 'sam', 'The lift stops between floors');
    await sam.eventuallySees('flagpost', 'The lift stops', patienceMs);
  },
);

test('the bot was down over the hour: it is sent late on the same day, once', long, async () => {
  await flagged(here(), 'ana', 'The lift stops between floors');
  await allIsSaid(here());
  await here().stopApp();
  const late = nextMonday(here()).add({ hours: 5 });
  const { clock } = here();
  clock.skip({ milliseconds: late.epochMilliseconds - clock.now().epochMilliseconds });
  await here().restart();
  await here().slack.person('kim').eventuallySees('learnings', 'Digest · ', patienceMs);
  await here().restart();
  await isLookedAt(here());
  expect(await digests()).toHaveLength(1);
});

test('on a holiday nothing is told: it is on the next working day, once', long, async () => {
  const { slack, clock, databaseUrl } = here();
  await flagged(here(), 'ana', 'The lift stops between floors');
  await allIsSaid(here());
  const monday = nextMonday(here());
  const kim = slack.person('kim');
  await kim.types('/flag-issue settings');
  await kim.eventuallySees('form', 'Holidays');
  await kim.fills('Holidays', monday.toString().slice(0, 10));
  await kim.submits();
  await kim.closes();
  await mondayComes(here());
  expect(await digests()).toEqual([]);
  const due = await askDatabase<{ at: string }>(databaseUrl, dueOfNext);
  expect(due).toEqual([{ at: monday.add({ hours: 24 }).toString().slice(0, 16) }]);
  clock.skip({ hours: 24 });
  await slack.ages(20_000);
  await isLookedAt(here());
  await kim.eventuallySees('learnings', 'The lift stops between floors', patienceMs);
  expect(await digests()).toHaveLength(1);
  expect(await askDatabase(databaseUrl, dayOfNext)).toEqual([{ day: 1 }]);
});

const flags = Array.from({ length: 12 }, (_, index): Lived => ({
  number: 100 + index,
  state: 'open',
  events: [['posted', 20 + index]],
}));

test(
  'where something has changed a chart shows it, and its text, with no line about one person',
  long,
  async () => {
    await ofHistory(flags);
    await mondayComes(here());
    await here().slack.person('kim').eventuallySees('learnings', 'Issues in the last two weeks', patienceMs);
    const [digest] = await digests();
    expect(digest?.blocks?.map(({ type }) => type)).toContain('data_visualization');
    expect(digest?.text).toContain('to now. Flagged 0, 12.');
    expect(digest?.text).not.toContain('Claimed');
  },
);

test('Slack takes no chart: the digest is sent without it, once, and says the same', long, async () => {
  const { slack } = here();
  await slack.refusesCharts(true);
  await ofHistory(flags);
  await mondayComes(here());
  await slack.person('kim').eventuallySees('learnings', 'Flagged 0, 12', patienceMs);
  const all = await digests();
  expect(all).toHaveLength(1);
  expect(all[0]?.blocks?.map(({ type }) => type)).not.toContain('data_visualization');
  const sent = (await slack.calls('chat.postMessage')).filter(({ args }) =>
    String(args['text']).startsWith('Digest · '),
  );
  expect(sent.map(({ error }) => error)).toEqual(['invalid_blocks', undefined]);
});

test(
  'nobody knows whether it was posted: it is not sent again by itself, and an admin is asked',
  long,
  async () => {
    const { slack, clock } = here();
    const kim = slack.person('kim');
    await flagged(here(), 'ana', 'The lift stops between floors');
    await allIsSaid(here());
    await nothingIsPromised(here());
    await slack.withholdsEvents(true);
    await slack.misbehaves({ method: 'chat.postMessage', kind: 'cut-after', times: 1 });
    await mondayComes(here());
    await expect.poll(() => unfinished(here().databaseUrl), { timeout: patienceMs }).toEqual(['unsure']);
    await kim.opensHome();
    clock.skip({ seconds: 61 });
    await kim.eventuallySees('flagpost', 'Did the weekly digest reach the channel', patienceMs);
    for (let minute = 0; minute < 3; minute += 1) {
      clock.skip({ seconds: 61 });
      await isLookedAt(here());
    }
    expect(await digests()).toHaveLength(1);
    await kim.presses('It is there', { in: 'flagpost', containing: 'weekly digest' });
    await kim.eventuallySees('flagpost', 'The weekly digest is in the channel. Thank you.', patienceMs);
    expect(await digests()).toHaveLength(1);
  },
);

test('it did not reach the channel: posted again, once, when an admin says so', long, async () => {
  const { slack, clock } = here();
  const kim = slack.person('kim');
  await flagged(here(), 'ana', 'The lift stops between floors');
  await allIsSaid(here());
  await nothingIsPromised(here());
  await slack.misbehaves({ method: 'chat.postMessage', kind: 'cut-before', times: 1 });
  await mondayComes(here());
  await expect.poll(() => unfinished(here().databaseUrl), { timeout: patienceMs }).toEqual(['unsure']);
  await kim.opensHome();
  clock.skip({ seconds: 61 });
  await kim.eventuallySees('flagpost', 'Did the weekly digest reach the channel', patienceMs);
  await kim.presses('Post it again', { in: 'flagpost', containing: 'weekly digest', times: 2 });
  await kim.eventuallySees('learnings', 'Digest · ', patienceMs);
  await kim.eventuallySees('flagpost', 'The weekly digest is in the channel. Thank you.', patienceMs);
  expect(await digests()).toHaveLength(1);
});

test('no channel for learnings: it waits, and of several only the newest is posted', long, async () => {
  const { slack, options } = here();
  const kim = slack.person('kim');
  await here().restart({ settings: { ...options.settings, learningChannel: null } });
  await flagged(here(), 'ana', 'The lift stops between floors');
  await allIsSaid(here());
  await mondayComes(here());
  await expect.poll(() => unfinished(here().databaseUrl), { timeout: patienceMs }).toEqual(['waiting']);
  await mondayComes(here());
  expect(await kim.sees('flagpost')).not.toMatch(/digest|channel/i);
  await kim.types('/flag-issue settings');
  await kim.picks('Learning channel', 'learnings');
  await kim.picks('Digest day', 'Friday');
  await kim.submits();
  await kim.eventuallySees('form', 'The digest comes on Friday at 9:00, UTC.');
  await kim.eventuallySees('learnings', 'Digest · ', patienceMs);
  await expect.poll(() => unfinished(here().databaseUrl), { timeout: patienceMs }).toEqual([]);
  expect(await digests()).toHaveLength(1);
  await isLookedAt(here());
  expect(await askDatabase(here().databaseUrl, dayOfNext)).toEqual([{ day: 5 }]);
});

test('what was said otherwise, or is no longer so, is not told', long, async () => {
  const { slack } = here();
  await flagged(here(), 'ana', 'The lift stops between floors');
  await flagged(here(), 'ana', 'The stairs are dark');
  await allIsSaid(here());
  await slack.archive('learnings');
  await mondayComes(here());
  await expect.poll(() => unfinished(here().databaseUrl), { timeout: patienceMs }).toEqual(['waiting']);
  await claimed(here(), 'sam', 'The stairs are dark');
  await slack.unarchive('learnings');
  here().clock.skip({ seconds: 61 });
  await slack.person('kim').eventuallySees('learnings', 'Digest · ', patienceMs);
  expect((await digests())[0]?.text).toContain('#1 The lift stops');
  expect((await digests())[0]?.text).not.toContain('The stairs are dark');
});

test('what was learned came back: the digest that told it does not say it any more', long, async () => {
  const { slack } = here();
  const kim = slack.person('kim');
  await learnt(here(), 'Plants droop', 'Water them on Mondays');
  await flagged(here(), 'ana', 'The lift stops between floors');
  await allIsSaid(here());
  await mondayComes(here());
  await kim.eventuallySees('learnings', 'Worth half a minute', patienceMs);
  await allIsSaid(here());
  await slack.person('ana').presses('Not fixed', { in: 'flagpost', containing: 'Your answer on #1' });
  await allIsSaid(here());
  const [digest] = await digests();
  expect(digest?.text).not.toContain('Water them on Mondays');
  expect(digest?.text).toContain('The lift stops');
});
