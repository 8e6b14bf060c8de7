import { expect, test } from 'vitest';

import { flagged, inAWorkspace } from './a-workspace.ts';

const here = inAWorkspace();

/** Whatever Ana's Slack sends. */
async function sends(payload: object) {
  const { team, people } = await here().slack.world();
  const id = people.find(({ name }) => name === 'ana')?.id ?? '';
  const from = { team: { id: team.id }, user: { id, team_id: team.id }, trigger_id: '1.2.3' };
  const body = new URLSearchParams({ payload: JSON.stringify({ ...from, ...payload }) }).toString();
  return await here().slack.sends({ body });
}

test('a button of an earlier version says that it no longer works, beside its message', async () => {
  const { slack } = here();
  const ana = slack.person('ana');
  await flagged(here(), 'ana', 'For an old button');
  const card = await ana.looksAt('process-gaps', 'For an old button');
  const old = JSON.stringify(card).replaceAll('"action_id":"claim"', '"action_id":"take"');
  await ana.presses('Claim', { on: JSON.parse(old) });
  await ana.eventuallySees('process-gaps', '(only you) Flagpost: That button no longer works:');
});

test('a form of an earlier version keeps what was typed and says what to do', async () => {
  const block = { type: 'input', block_id: 'what', element: { type: 'plain_text_input', action_id: 'x' } };
  const view = { id: 'V1', type: 'modal', callback_id: 'old-form', blocks: [block], state: { values: {} } };
  const answer = await sends({ type: 'view_submission', view });
  expect(answer.status).toBe(200);
  expect(answer.body).toMatch(/"what":"This form is from an earlier Flagpost[^"]*copy your words/);
  const bare = { id: 'V1', type: 'modal', callback_id: '', blocks: [] };
  expect(await sends({ type: 'view_submission', view: bare })).toMatchObject({ status: 200, body: '' });
});

test('a shortcut of an earlier version says where the same is to be found', async () => {
  const { slack } = here();
  await slack.addShortcut({ name: 'Raise a hand', type: 'global', callbackId: 'raise-a-hand' });
  const ana = slack.person('ana');
  await ana.uses('Raise a hand');
  await ana.eventuallySees('form', 'That shortcut no longer works.');
  await ana.closes();
});

test('another name of the command says which one is heard, and gives back what was typed', async () => {
  const answer = await here().slack.person('ana').types('/flagg The <form> & more');
  expect(answer).toContain('I answer to /flag-issue here.');
  expect(answer).toContain('The <form> & more');
});

test('another name of the command, alone, says which one is heard', async () => {
  const answer = await here().slack.person('ana').types('/flagg');
  expect(answer).toContain('I answer to /flag-issue here.');
});

test('what is too long for one message comes back in several', async () => {
  const ana = here().slack.person('ana');
  await ana.types(`/flagg begin ${'word '.repeat(3_000)}end`, { in: 'general' });
  const seen = await ana.eventuallySees('general', 'word end');
  expect(seen).toContain('begin word');
});

test.each(['view_closed', 'block_suggestion', 'dialog_submission', 'interactive_message'])(
  '%s, which nobody asked for, is acknowledged in silence',
  async (type) => {
    const view = { id: 'V1', type: 'modal', callback_id: 'flag-form', blocks: [] };
    const actions = type === 'interactive_message' ? { actions: [{ name: 'x', type: 'button' }] } : {};
    const answer = await sends({ type, view, callback_id: 'x', ...actions });
    expect(answer).toMatchObject({ status: 200, body: '' });
  },
);
