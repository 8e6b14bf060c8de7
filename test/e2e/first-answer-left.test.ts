import { expect, test } from 'vitest';

import { askDatabase } from '../support/looking.ts';
import { eachInAWorkspace, flagged, isLookedAt, patienceMs } from './a-workspace.ts';
import { itIs } from './asks.ts';
import { laddered, passes } from './promises.ts';

/* A Tuesday: it is 9:10 in Berlin, where all of them are but Kim, who administers, and is in Tokyo. */
const here = eachInAWorkspace({
  beginsAt: '2026-12-01T08:10:00Z',
  prepare: async (slack) => {
    await slack.addPerson({ name: 'max', realName: 'Max Hofer' });
    await slack.addPerson({ name: 'rob', realName: 'Rob Vance' });
  },
});
const patient = { timeout: 90_000 };

const askedAnew = (number: number): string =>
  `#${number} has waited until now, and still needs an owner, so I ask you, as somebody who leads here.`;

test('an asked lead leaves: whoever leads now is asked at once, and its reporter told', patient, async () => {
  const { slack, databaseUrl } = here();
  await laddered(here(), { leads: 'rob', above: 'sam', sponsor: '' });
  const number = await flagged(here(), 'max', 'The lid is loose');
  await passes(here(), number);
  const first = `#${number} has had no first answer yet`;
  await slack.person('rob').eventuallySees('flagpost', first, patienceMs);
  await slack.deactivate('rob');
  /* No lead is named any more, so whoever administers leads. */
  await slack.person('max').eventuallySees('flagpost', 'is looked at again. I have asked @Kim', patienceMs);
  await itIs(here(), '2026-12-02T00:05:00Z');
  await slack.person('kim').eventuallySees('flagpost', askedAnew(number), patienceMs);
  const asked = await askDatabase(databaseUrl, `select 1 from nudges where kind = 'first-answer'`);
  expect(asked).toHaveLength(2);
});

test('a lead asks the reporter, who leaves: nobody waits for the answer any more', patient, async () => {
  const { slack } = here();
  const [max, sam] = [slack.person('max'), slack.person('sam')];
  await laddered(here(), { leads: 'sam', above: 'rob', sponsor: '' });
  const number = await flagged(here(), 'max', 'The latch sticks');
  await passes(here(), number);
  await sam.eventuallySees('flagpost', `#${number} has had no first answer yet`, patienceMs);
  await sam.presses('Ask a question', { in: 'flagpost', containing: 'The latch' });
  await sam.fills('What would you like to know?', 'Which door?');
  await sam.submits();
  await max.eventuallySees('flagpost', '> Which door?', patienceMs);
  await slack.deactivate('max');
  await sam.eventuallySees('flagpost', askedAnew(number), patienceMs);
});

test('everybody was asked, and somebody else is named: they are asked', patient, async () => {
  const { slack } = here();
  const [kim, max, sam] = [slack.person('kim'), slack.person('max'), slack.person('sam')];
  await laddered(here(), { leads: 'rob', above: '', sponsor: '' });
  const number = await flagged(here(), 'max', 'The hinge creaks');
  await passes(here(), number);
  await passes(here(), number);
  await max.eventuallySees('flagpost', 'There is nobody else here whom I could ask.', patienceMs);
  await kim.types('/flag-issue settings');
  await kim.eventuallySees('form', 'Issues channel');
  await kim.picks('Leads', 'sam');
  await kim.submits();
  await kim.closes();
  await max.eventuallySees('flagpost', 'I have asked @Sam Okafor, who has it now', patienceMs);
  await isLookedAt(here());
  await sam.eventuallySees('flagpost', askedAnew(number), patienceMs);
});

test(
  'the only lead has flagged it: an admin is asked, though none was known, and answers',
  patient,
  async () => {
    const { slack, databaseUrl } = here();
    const [kim, rob] = [slack.person('kim'), slack.person('rob')];
    await laddered(here(), { leads: 'rob', above: '', sponsor: '' });
    await askDatabase(databaseUrl, 'update people set is_admin = false');
    const number = await flagged(here(), 'rob', 'The awning is torn');
    await passes(here(), number);
    await rob.eventuallySees(
      'flagpost',
      `Nobody has answered #${number}, which you flagged, in time. I have asked @Kim Sato, who has it now`,
      patienceMs,
    );
    await itIs(here(), '2026-12-02T00:05:00Z');
    await kim.eventuallySees(
      'flagpost',
      `#${number} has had no first answer yet, so I ask you, as an admin here.`,
      patienceMs,
    );
    expect(await kim.sees('flagpost')).not.toMatch(/Rob/);
    expect(await rob.sees('flagpost')).not.toContain('as an admin here');
    await kim.presses('Look again on…', { in: 'flagpost', containing: 'The awning is torn' });
    await kim.picks('Look again on', '2026-12-09');
    await kim.submits();
    await kim.eventuallySees('flagpost', 'Thank you for the honest answer.', patienceMs);
    await itIs(here(), '2026-12-02T09:00:00Z');
    await rob.eventuallySees('flagpost', 'has to wait, says @Kim Sato', patienceMs);
  },
);

test(
  'only whoever flagged it leads and administers: they read that there is nobody to ask',
  patient,
  async () => {
    const { slack } = here();
    const kim = slack.person('kim');
    await laddered(here(), { leads: 'kim', above: '', sponsor: '' });
    const number = await flagged(here(), 'kim', 'The awning is torn');
    await passes(here(), number);
    await itIs(here(), '2026-12-02T00:05:00Z');
    await kim.eventuallySees('flagpost', 'There is nobody else here whom I could ask.', patienceMs);
    expect(await kim.sees('flagpost')).not.toContain('so I ask you');
  },
);
