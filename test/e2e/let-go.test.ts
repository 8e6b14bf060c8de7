import { expect, test } from 'vitest';

import { askDatabase } from '../support/looking.ts';
import { claimed, flagged, inAWorkspace, later, patienceMs, solved } from './a-workspace.ts';

/* A Monday. */
const here = inAWorkspace({
  beginsAt: '2026-11-23T15:00:00Z',
  prepare: async (slack) => {
    await slack.addPerson({ name: 'ned' });
    await slack.join('process-gaps', 'ned');
  },
});

const menu = 'Let go for an owner who has left';

test('let go, it needs an owner again, those who met it hear so, and anybody may take it', async () => {
  const { slack } = here();
  const [ana, sam, kim] = [slack.person('ana'), slack.person('sam'), slack.person('kim')];
  const number = await flagged(here(), 'ana', 'Trucks block the yard');
  await kim.presses('Me too', { in: 'process-gaps', containing: 'Trucks' });
  await claimed(here(), 'sam', 'Trucks block the yard');
  const old = await sam.looksAt('flagpost', 'Trucks');
  await sam.presses('Let go', { in: 'flagpost', containing: 'Trucks' });
  await kim.eventuallySees('process-gaps', `#${number} · Needs an owner.`);
  await kim.eventuallySees('process-gaps', '@Sam Okafor let it go. It needs an owner again.');
  await ana.eventuallySees('flagpost', `#${number}, which you flagged, needs an owner again.`);
  await kim.eventuallySees('flagpost', `#${number}, which you met as well, needs an owner again.`);
  await sam.eventuallySees('flagpost', `#${number} is no longer with you`);
  await sam.presses('Let go', { on: old });
  await sam.eventuallySees('flagpost', `(only you) Flagpost: #${number} has no owner just now.`);
  await sam.presses('Mark as solved', { on: old });
  await sam.eventuallySees('flagpost', `#${number} has no owner just now. You can claim it, if you like.`);
  await claimed(here(), 'lea', 'Trucks block the yard');
  const isOver = `What I wrote here about an owner for #${number}, which you met as well, no longer holds. See the card.`;
  expect(await kim.eventuallySees('flagpost', isOver, patienceMs)).not.toContain('needs an owner again');
  await sam.presses('Mark as solved', { on: old });
  await sam.eventuallySees('flagpost', `#${number} is with @Lea Brandt now, so only they can do that.`);
});

test('nobody lets go for an owner who is here, not even an admin; once they have left it is found by itself', async () => {
  const { slack } = here();
  const [ana, lea, kim] = [slack.person('ana'), slack.person('lea'), slack.person('kim')];
  await slack.addPerson({ name: 'rob', realName: 'Rob Vance' });
  const number = await flagged(here(), 'ana', 'The archive is locked');
  await claimed(here(), 'rob', 'The archive is locked');

  await lea.chooses(menu, { in: 'process-gaps', containing: 'The archive' });
  await lea.eventuallySees(
    'process-gaps',
    `#${number} is with @Rob Vance now, so only they can let go of it. Once they have left, an admin can`,
  );
  await kim.chooses(menu, { in: 'process-gaps', containing: 'The archive' });
  await kim.eventuallySees(
    'process-gaps',
    `As far as I know @Rob Vance is still here, so only they can let go of #${number}.`,
  );

  await slack.deactivate('rob');
  await later(here());
  await ana.eventuallySees('process-gaps', 'Its owner has left. It needs an owner again.', patienceMs);
  await ana.eventuallySees('process-gaps', `#${number} · Needs an owner`);
});

test('an admin learns that somebody left even where Slack did not tell us', async () => {
  const { slack, clock } = here();
  const kim = slack.person('kim');
  await slack.addPerson({ name: 'tess' });
  const number = await flagged(here(), 'ana', 'The safe beeps');
  await claimed(here(), 'tess', 'The safe beeps');
  await slack.withholdsEvents(true);
  await slack.deactivate('tess');
  clock.skip({ hours: 2 });
  await kim.chooses(menu, { in: 'process-gaps', containing: 'The safe' });
  await kim.eventuallySees('process-gaps', `#${number} · Needs an owner`);
  await slack.withholdsEvents(false);
});

test('while nobody works an admin, or somebody in ADMIN_USERS, lets go for them, and others may not', async () => {
  const { slack, clock, options, restart } = here();
  const [lea, ned] = [slack.person('lea'), slack.person('ned')];
  const { people } = await slack.world();
  const id = people.find(({ name }) => name === 'lea')?.id ?? '';
  await restart({ settings: { ...options.settings, adminUsers: [id] } });
  await slack.addPerson({ name: 'uwe' });
  const number = await flagged(here(), 'ana', 'The ramp is steep');
  await claimed(here(), 'uwe', 'The ramp is steep');
  clock.skip({ hours: 9 });
  await slack.deactivate('uwe');
  await later(here());
  await ned.chooses(menu, { in: 'process-gaps', containing: 'The ramp' });
  await ned.eventuallySees('process-gaps', `The owner of #${number} has left. An admin can let go of it`);
  expect(await ned.sees('process-gaps')).not.toContain(`#${number} · Needs an owner`);
  await lea.chooses(menu, { in: 'process-gaps', containing: 'The ramp' });
  await lea.eventuallySees('process-gaps', `#${number} · Needs an owner`);
  clock.skip({ hours: 11 });
});

test('what counts as solved is not let go: the others decide first', async () => {
  const { slack } = here();
  const sam = slack.person('sam');
  const number = await flagged(here(), 'ana', 'The roof leaks');
  await claimed(here(), 'sam', 'The roof leaks');
  const old = await sam.looksAt('flagpost', 'The roof');
  await solved(here(), 'sam', 'The roof leaks', 'New tiles');
  await sam.presses('Let go', { on: old });
  await sam.eventuallySees(
    'flagpost',
    `#${number} counts as solved just now: the others who met it decide. If it isn't fixed, it goes on with you.`,
  );
});

test('of an owner who has left it needs another once it goes on, not while the others are asked', async () => {
  const { slack } = here();
  const [ana, kim] = [slack.person('ana'), slack.person('kim')];
  await slack.addPerson({ name: 'vic' });
  const number = await flagged(here(), 'ana', 'The gutter drips');
  await claimed(here(), 'vic', 'The gutter drips');
  await kim.eventuallySees('process-gaps', `#${number} · @Vic has taken it on.`, patienceMs);
  const old = await kim.looksAt('process-gaps', 'The gutter');
  await solved(here(), 'vic', 'The gutter drips', 'A new pipe');
  await ana.eventuallySees('flagpost', 'A new pipe', patienceMs);
  await slack.deactivate('vic');
  const hasLeft = () =>
    askDatabase(
      here().databaseUrl,
      `select 1 from people p join participants o
    on o.person_id = p.id and o.role = 'owner' where p.has_left and o.issue = ${number}`,
    );
  await expect.poll(hasLeft, { timeout: patienceMs }).toHaveLength(1);
  await kim.chooses(menu, { on: old });
  await kim.eventuallySees('process-gaps', 'it goes on, and you can let go of it for its owner then.');
  await ana.presses('Not fixed', { in: 'flagpost', containing: 'A new pipe' });
  await ana.eventuallySees('form', 'Your answer is saved');
  await ana.closes();
  await later(here());
  await kim.eventuallySees('process-gaps', `#${number} · Needs an owner`, patienceMs);
});

test('while Slack does not tell who is an admin, nobody is told that they are none', async () => {
  const { slack } = here();
  await slack.addPerson({ name: 'zed', isAdmin: true });
  await slack.join('process-gaps', 'zed');
  const zed = slack.person('zed');
  await flagged(here(), 'ana', 'The bench wobbles');
  await claimed(here(), 'sam', 'The bench wobbles');
  await slack.misbehaves({ method: 'users.info', kind: 'status', status: 500, times: 2 });
  await zed.chooses(menu, { in: 'process-gaps', containing: 'The bench' });
  await zed.eventuallySees(
    'process-gaps',
    'Slack did not tell me just now whether you are an admin here. Please try again in a minute.',
  );
});
