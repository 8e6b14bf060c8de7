import { expect, test } from 'vitest';

import { askDatabase } from '../support/looking.ts';
import { cardAbout, claimed, flagged, inAWorkspace, patienceMs } from './a-workspace.ts';

const here = inAWorkspace();

/** As Slack writes ids, and nobody's. */
const stranger = 'U0NOBODYSHERE';

async function whoIsKept(): Promise<unknown[]> {
  const rows = await askDatabase(here().databaseUrl, 'select slack_user_id from people order by 1');
  return rows.map((row) => Object.values(row)[0]);
}

/** A payload as Slack would send it, rightly signed. */
async function sends(by: string, payload: object) {
  const { team } = await here().slack.world();
  const whole = {
    team: { id: team.id },
    user: { id: by, team_id: team.id },
    trigger_id: '1.2.3',
    ...payload,
  };
  const body = new URLSearchParams({ payload: JSON.stringify(whole) }).toString();
  return await here().slack.sends({ body });
}

/** Sends the form that is open, with one field changed to what nobody could choose there. */
async function submits(name: string, field: string, held: object) {
  const { people, views } = await here().slack.world();
  const by = people.find((it) => it.name === name)?.id ?? '';
  const open = views.find(({ personId, view }) => personId === by && view.type === 'modal');
  const values = { [field]: { [field]: held } };
  const answer = await sends(by, {
    type: 'view_submission',
    view: { ...open?.view, id: 'V1', state: { values } },
  });
  await here().slack.person(name).closes();
  return answer;
}

test('an issue can’t be handed over to somebody Slack does not know, and nothing is kept of them', async () => {
  const sam = here().slack.person('sam');
  await flagged(here(), 'ana', 'Ladders are too short');
  await claimed(here(), 'sam', 'Ladders are too short');
  await sam.presses('Hand over', { in: 'flagpost', containing: 'Ladders' });
  await sam.eventuallySees('form', 'Who could take it on?', patienceMs);
  const before = await whoIsKept();
  const answer = await submits('sam', 'to', { selected_user: stranger });
  expect(answer.body).toContain("That person can't own issues here");
  expect(await here().slack.calls('users.info')).toContainEqual(
    expect.objectContaining({ args: { user: stranger }, error: 'user_not_found' }),
  );
  expect(await whoIsKept()).toEqual(before);
});

test('while Slack does not say who somebody is they are not kept either', async () => {
  const { slack } = here();
  const sam = slack.person('sam');
  await sam.presses('Hand over', { in: 'flagpost', containing: 'Ladders' });
  await sam.eventuallySees('form', 'Who could take it on?', patienceMs);
  const before = await whoIsKept();
  await slack.misbehaves({ method: 'users.info', kind: 'status', status: 500, times: 1 });
  const answer = await submits('sam', 'to', { selected_user: stranger });
  expect(answer.body).toContain('Slack did not tell me just now whether that person is a member here.');
  expect(await whoIsKept()).toEqual(before);
});

test('they can’t be named as a lead', async () => {
  const kim = here().slack.person('kim');
  await kim.types('/flag-issue settings');
  await kim.eventuallySees('form', 'Leads', patienceMs);
  const before = await whoIsKept();
  const answer = await submits('kim', 'leads', { selected_users: [stranger] });
  expect(answer.body).toContain('A lead is a full member of this workspace');
  expect(await whoIsKept()).toEqual(before);
});

test('what comes in their name is refused, and nothing is kept of them', async () => {
  const { slack } = here();
  const number = await flagged(here(), 'ana', 'Taps drip');
  const { team } = await slack.world();
  const asked = async (): Promise<number> => {
    const calls = await slack.calls('users.info');
    return calls.filter(({ args }) => args['user'] === stranger).length;
  };
  const before = await asked();
  const press = { type: 'button', action_id: 'claim', block_id: 'x', value: String(number) };
  expect(await sends(stranger, { type: 'block_actions', actions: [press] })).toMatchObject({ status: 200 });
  const event = { type: 'app_home_opened', user: stranger, tab: 'home' };
  const body = JSON.stringify({ type: 'event_callback', team_id: team.id, event });
  expect(await slack.sends({ body, contentType: 'application/json' })).toMatchObject({ status: 200 });
  await expect.poll(asked, { timeout: patienceMs }).toBe(before + 2);
  await flagged(here(), 'lea', 'Doors stick');
  expect(await cardAbout(here(), 'Taps drip')).toContain('Needs an owner');
  expect(await whoIsKept()).not.toContain(stranger);
});
