import { expect, test } from 'vitest';

import { claimed, eachInAWorkspace, flagged, isLookedAt, leaves, patienceMs, solved } from './a-workspace.ts';

/* A Monday: it is eleven in Lima, where Ana is. */
const here = eachInAWorkspace({
  beginsAt: '2026-11-23T16:00:00Z',
  prepare: (slack) => slack.addPerson({ name: 'max', realName: 'Max Hofer' }),
});
const patient = { timeout: 60_000 };

const text = 'The lamp is out';

/** Flagged by Ana, met by others as well, solved by Sam, and called fixed by Ana. */
async function fixed(...others: readonly string[]): Promise<number> {
  const { slack } = here();
  const ana = slack.person('ana');
  const number = await flagged(here(), 'ana', text);
  for (const other of others.length > 0 ? others : ['max'])
    await slack.person(other).presses('Me too', { in: 'process-gaps', containing: text });
  await claimed(here(), 'sam', text);
  await solved(here(), 'sam', text, 'A new bulb');
  await ana.eventuallySees('flagpost', 'A new bulb', patienceMs);
  await ana.presses('Fixed', { in: 'flagpost', containing: 'A new bulb' });
  await slack.person('max').eventuallySees('process-gaps', `#${number} · Fixed, and confirmed`, patienceMs);
  return number;
}

async function daysGoBy(days: number): Promise<void> {
  here().clock.skip({ hours: 24 * days });
  await isLookedAt(here());
}

test(
  'a month after it was confirmed the reporter is asked whether it held; it did, and everybody hears so',
  patient,
  async () => {
    const { slack } = here();
    const [ana, sam, max] = [slack.person('ana'), slack.person('sam'), slack.person('max')];
    const number = await fixed();
    await daysGoBy(29);
    expect(await ana.sees('flagpost')).not.toContain('Did it hold?');
    await daysGoBy(1);
    await ana.eventuallySees(
      'flagpost',
      `#${number} was confirmed as fixed a month ago. Did it hold?`,
      patienceMs,
    );
    await ana.opensHome();
    await ana.eventuallySees('home', `#${number} was confirmed as fixed a month ago. Did it hold?`);
    await isLookedAt(here());
    expect(await max.sees('flagpost')).not.toContain('Did it hold?');
    await max.opensHome();
    await max.eventuallySees('home', 'Nothing waits for you.', patienceMs);
    await sam.opensHome();
    await ana.presses('It held', { in: 'flagpost', containing: 'Did it hold?' });
    await ana.eventuallySees('flagpost', `You say that #${number} held.`, patienceMs);
    await max.eventuallySees(
      'process-gaps',
      `#${number} · Fixed, and confirmed; a month later it held.`,
      patienceMs,
    );
    await max.eventuallySees('process-gaps', 'A month later it held, says the person who flagged it.');
    await sam.eventuallySees('flagpost', `#${number} held: a month later it is still fixed`, patienceMs);
    await ana.opensHome();
    await ana.eventuallySees('home', 'Nothing waits for you.', patienceMs);
    await ana.eventuallySees('home', 'Step 6 of 6: Confirmed, and it held', patienceMs);
  },
);

test(
  'it came back, also after it had held: it goes on with its owner, and counts as a return of the fix',
  patient,
  async () => {
    const { slack } = here();
    const [ana, sam, max] = [slack.person('ana'), slack.person('sam'), slack.person('max')];
    const number = await fixed();
    await daysGoBy(30);
    await ana.eventuallySees('flagpost', 'Did it hold?', patienceMs);
    await ana.presses('It held', { in: 'flagpost', containing: 'Did it hold?' });
    await max.eventuallySees('process-gaps', 'a month later it held.', patienceMs);
    await sam.opensHome();
    await ana.presses('It came back', { in: 'flagpost', containing: `You say that #${number} held.` });
    await ana.eventuallySees('form', 'Your answer is saved');
    await ana.closes();
    await ana.eventuallySees('flagpost', `#${number} came back, and goes on with @Sam Okafor.`, patienceMs);
    await isLookedAt(here());
    await max.eventuallySees('process-gaps', `#${number} · @Sam Okafor has taken it on.`, patienceMs);
    await max.eventuallySees('process-gaps', 'It came back after it was confirmed: 1st return of this fix.');
    await max.eventuallySees(
      'process-gaps',
      'It came back, says the person who flagged it. It goes on with @Sam Okafor.',
    );
    await sam.eventuallySees('flagpost', `#${number} came back for those who met it. It simply goes on`);
    await solved(here(), 'sam', text, 'A new wire');
    await ana.eventuallySees('flagpost', 'A new wire', patienceMs);
    await ana.presses('Not fixed', { in: 'flagpost', containing: 'A new wire' });
    await ana.eventuallySees('form', 'Your answer is saved');
    await ana.closes();
    await isLookedAt(here());
    await max.eventuallySees('process-gaps', 'Not fixed yet, says the person who flagged it.', patienceMs);
    expect(await max.sees('process-gaps')).toContain('1st return of this fix.');
  },
);

test(
  'it came back for one who met it: they read what happens next, and its owner hears so',
  patient,
  async () => {
    const { slack, clock } = here();
    const [sam, lea, max] = [slack.person('sam'), slack.person('lea'), slack.person('max')];
    const number = await fixed('max', 'lea');
    await leaves(here(), 'ana');
    clock.skip({ hours: 20 });
    await daysGoBy(30);
    await max.eventuallySees('flagpost', 'Did it hold?', patienceMs);
    await max.presses('It came back', { in: 'flagpost', containing: 'Did it hold?' });
    await max.eventuallySees('form', 'If one more person who met it says so, it goes on with its owner.');
    await max.closes();
    const next = `You say that #${number} came back. Thank you for telling. If one more person who met it says so, it goes on with @Sam Okafor; until then it counts as fixed.`;
    await max.eventuallySees('flagpost', next, patienceMs);
    await sam.eventuallySees(
      'flagpost',
      `#${number}, which counts as fixed, came back for somebody`,
      patienceMs,
    );
    expect(await lea.sees('process-gaps')).toContain(`#${number} · Fixed, and confirmed.`);
    await lea.presses('Not fixed', { in: 'process-gaps', containing: text });
    await lea.closes();
    await max.eventuallySees('flagpost', `#${number} came back, and goes on with @Sam Okafor.`, patienceMs);
  },
);

test(
  'where the reporter has left, those who met it are asked; without an answer it stays as it is',
  patient,
  async () => {
    const { slack, clock } = here();
    const [lea, max] = [slack.person('lea'), slack.person('max')];
    const number = await fixed();
    await leaves(here(), 'ana');
    clock.skip({ hours: 20 });
    await daysGoBy(30);
    await max.eventuallySees('flagpost', 'You met it as well, so I ask you, once.', patienceMs);
    await daysGoBy(60);
    const asked = (await max.sees('flagpost')).split('Did it hold?').length - 1;
    expect(asked).toBe(1);
    expect(await lea.sees('process-gaps')).toContain(`#${number} · Fixed, and confirmed.`);
  },
);

test(
  'where the reporter has left and only one met it as well, it goes on as soon as they say so',
  patient,
  async () => {
    const { slack, clock } = here();
    const [sam, max] = [slack.person('sam'), slack.person('max')];
    const number = await fixed('max');
    await leaves(here(), 'ana');
    clock.skip({ hours: 20 });
    await daysGoBy(30);
    await max.eventuallySees('flagpost', 'Did it hold?', patienceMs);
    await max.presses('It came back', { in: 'flagpost', containing: 'Did it hold?' });
    await max.eventuallySees('form', 'Your answer is saved: Not fixed. Nothing below is required.');
    await max.closes();
    await max.eventuallySees('flagpost', `#${number} came back, and goes on with @Sam Okafor.`, patienceMs);
    await sam.eventuallySees('flagpost', `#${number} came back for those who met it.`, patienceMs);
  },
);
