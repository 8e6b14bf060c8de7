import { expect, test } from 'vitest';

import { allIsSaid, eachInAWorkspace, flagged, isLookedAt, leaves, patienceMs } from './a-workspace.ts';
import { laddered } from './promises.ts';

/* A Monday; it is noon in Berlin. */
const here = eachInAWorkspace({
  beginsAt: '2026-11-23T11:00:00Z',
  prepare: async (slack) => {
    await slack.addPerson({ name: 'max', realName: 'Max Hofer' });
    await slack.addPerson({ name: 'tom', realName: 'Tom Lindt' });
  },
});
const patient = { timeout: 60_000 };

const isAsked = 'Somebody else is asked to take another look. You hear what comes of it.';

/** What Max has flagged is not done, says who decides, and Tom, who leads too, is asked to look at it again. */
async function tomIsAsked(decides: string): Promise<void> {
  const { slack } = here();
  const [max, decider] = [slack.person('max'), slack.person(decides)];
  await laddered(here(), { leads: `${decides}, tom`, above: '', sponsor: '' });
  await flagged(here(), 'max', 'The press leaks oil');
  await decider.chooses('Not doing…', { in: 'process-gaps', containing: 'The press' });
  await decider.fills('Not doing, because…', 'The press is sold in May');
  await decider.submits();
  await max.eventuallySees('flagpost', 'The press is sold in May', patienceMs);
  await max.presses('Ask for another look', { in: 'flagpost', containing: 'The press' });
  await slack.person('tom').eventuallySees('flagpost', 'The press leaks oil', patienceMs);
  await max.eventuallySees('flagpost', isAsked, patienceMs);
  await allIsSaid(here());
}

test(
  'whoever was asked for another look leaves: somebody else is asked, and the reporter hears of it',
  patient,
  async () => {
    const { slack, clock } = here();
    const [max, kim] = [slack.person('max'), slack.person('kim')];
    await tomIsAsked('lea');
    await leaves(here(), 'tom');
    /* Kim, who administers, is in Tokyo. */
    clock.skip({ hours: 13 });
    await isLookedAt(here());
    await kim.eventuallySees('flagpost', 'The press leaks oil', patienceMs);
    expect(await max.sees('flagpost')).toContain(isAsked);
    await kim.presses('Open it again', { in: 'flagpost', containing: 'The press' });
    await max.eventuallySees('process-gaps', 'Needs an owner', patienceMs);
    clock.skip({ hours: 9 });
    await max.eventuallySees('flagpost', 'took another look at #1', patienceMs);
  },
);

test(
  'nobody else is there: the reporter reads so, and whoever is named to lead is asked',
  patient,
  async () => {
    const { slack } = here();
    const max = slack.person('max');
    await tomIsAsked('kim');
    await leaves(here(), 'tom');
    const again = await max.eventuallySees('flagpost', '[Ask for another look]', patienceMs);
    expect(again).not.toContain(isAsked);
    await laddered(here(), { leads: 'kim, sam', above: '', sponsor: '' });
    await slack.person('sam').eventuallySees('flagpost', 'The press leaks oil', patienceMs);
    await max.eventuallySees('flagpost', isAsked, patienceMs);
  },
);
