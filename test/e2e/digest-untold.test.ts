import { expect, test } from 'vitest';

import { unfinished } from '../support/looking.ts';
import { allIsSaid, eachInAWorkspace, flagged, later, patienceMs } from './a-workspace.ts';
import { learnt } from './learned.ts';
import { isLookedAt, mondayComes, nothingIsPromised } from './mondays.ts';

/** What a digest would have told that was never posted, the next one that is tells. */

const here = eachInAWorkspace();
const long = { timeout: 90_000 };

async function digests(): Promise<string[]> {
  const messages = await here().slack.messages('learnings');
  return messages
    .filter((it) => !it.deleted && it.text.startsWith('Digest · '))
    .map((it) => `${it.text} ${JSON.stringify(it.blocks)}`);
}

test(
  'the learning channel was archived over a week: no week is left out of what is read, and it stays true',
  long,
  async () => {
    const { slack, clock } = here();
    await learnt(here(), 'The map is upside down', 'North is up');
    await allIsSaid(here());
    await slack.archive('learnings');
    await mondayComes(here());
    await expect.poll(() => unfinished(here().databaseUrl), { timeout: patienceMs }).toEqual(['waiting']);
    await flagged(here(), 'ana', 'The lift stops between floors');
    await mondayComes(here());
    await slack.unarchive('learnings');
    clock.skip({ minutes: 3 });
    await later(here());
    await slack.person('kim').eventuallySees('learnings', 'Digest · ', patienceMs);
    await expect.poll(() => unfinished(here().databaseUrl), { timeout: patienceMs }).toEqual([]);
    const [digest = '', ...others] = await digests();
    expect(others).toEqual([]);
    expect(digest).toContain('The lift stops between floors');
    expect(digest).toContain('Fixed, and confirmed by those who met it:\n• #1 The map is upside down');
    expect(digest).toContain('North is up');
    const monday = clock.now().toZonedDateTimeISO('UTC');
    const twoWeeks = `${monday.subtract({ days: 14 }).day}( \\w+)? to ${monday.day}`;
    expect(digest).toMatch(new RegExp(`^Digest · ${twoWeeks} `));
    await slack
      .person('ana')
      .presses('Not fixed', { in: 'flagpost', containing: 'Your answer on #1', patienceMs });
    await expect.poll(digests, { timeout: patienceMs }).not.toEqual([digest]);
    await allIsSaid(here());
    expect((await digests()).join()).not.toContain('North is up');
    await mondayComes(here());
    expect((await digests()).slice(1).join()).not.toContain('Fixed, and confirmed');
  },
);

test(
  'nobody knows whether one was posted: the next goes by itself, and it is posted if an admin says so',
  long,
  async () => {
    const { slack, clock } = here();
    const kim = slack.person('kim');
    await learnt(here(), 'The map is upside down', 'North is up');
    await flagged(here(), 'ana', 'The lift stops between floors');
    await allIsSaid(here());
    await nothingIsPromised(here());
    await slack.misbehaves({ method: 'chat.postMessage', kind: 'cut-before', times: 1 });
    await mondayComes(here());
    await expect.poll(() => unfinished(here().databaseUrl), { timeout: patienceMs }).toEqual(['unsure']);
    await kim.opensHome();
    clock.skip({ seconds: 61 });
    await kim.eventuallySees('flagpost', 'Did the weekly digest reach the channel', patienceMs);
    await mondayComes(here());
    await expect.poll(async () => (await digests()).length, { timeout: patienceMs }).toBe(1);
    expect((await digests()).join()).not.toContain('North is up');
    await kim.presses('Post it again', { in: 'flagpost', containing: 'weekly digest' });
    await expect.poll(async () => (await digests()).length, { timeout: patienceMs }).toBe(2);
    expect((await digests())[1]).toContain('North is up');
    await isLookedAt(here());
    expect(await digests()).toHaveLength(2);
  },
);
