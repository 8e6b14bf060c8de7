import { expect, test } from 'vitest';

import { inAWorkspace } from './a-workspace.ts';

const here = inAWorkspace();
const update = 'How is it going?';

test('a form that was closed by mistake opens again with what was typed, and is empty once it was sent', async () => {
  const { slack } = here();
  const [ana, sam] = [slack.person('ana'), slack.person('sam')];
  await ana.types('/flag-issue The key cabinet is locked at night');
  await sam.presses('Claim', { in: 'process-gaps' });
  await sam.closes();
  await sam.presses('Mark as solved', { in: 'flagpost' });
  await sam.fills('What changed?', 'A second key hangs at the gate');
  await sam.closes();
  await sam.presses('Post an update', { in: 'flagpost' });
  expect(await sam.eventuallySees('form', update)).not.toContain('A second key');
  await sam.fills(update, 'The locksmith comes on Monday');
  await sam.submits();
  await sam.presses('Mark as solved', { in: 'flagpost' });
  await sam.eventuallySees('form', 'A second key hangs at the gate');
  await sam.closes();
  await sam.presses('Post an update', { in: 'flagpost' });
  expect(await sam.eventuallySees('form', update)).not.toContain('locksmith');
  await sam.closes();
});

test('a keystroke that reaches us after its form was sent does not bring the old words back', async () => {
  const { slack } = here();
  const [ana, sam] = [slack.person('ana'), slack.person('sam')];
  await ana.types('/flag-issue The gate squeaks');
  await sam.presses('Claim', { in: 'process-gaps', containing: 'squeaks' });
  await sam.closes();
  await sam.presses('Post an update', { in: 'flagpost', containing: 'squeaks' });
  await sam.fills(update, 'Oil is ordered');
  const late = await lastKeystroke('progress', 'Oil is order');
  await sam.submits();
  expect((await slack.sends({ body: late })).status).toBe(200);
  await sam.presses('Post an update', { in: 'flagpost', containing: 'squeaks' });
  expect(await sam.eventuallySees('form', update)).not.toContain('Oil');
  await sam.fills(update, 'It arrived');
  await sam.closes();
  expect((await slack.sends({ body: late })).status).toBe(200);
  await sam.presses('Post an update', { in: 'flagpost', containing: 'squeaks' });
  await sam.eventuallySees('form', 'It arrived');
});

/** What Slack tells us of a key pressed in the form that stands open. */
async function lastKeystroke(field: string, value: string): Promise<string> {
  const { views, team } = await here().slack.world();
  const open = views.find(({ view }) => view.type === 'modal');
  const typed = { type: 'plain_text_input', value };
  const payload = {
    type: 'block_actions',
    team: { id: team.id },
    user: { id: open?.personId, team_id: team.id },
    view: { ...open?.view, id: open?.id, state: { values: { [field]: { [field]: typed } } } },
    actions: [{ ...typed, action_id: field, block_id: field }],
  };
  return new URLSearchParams({ payload: JSON.stringify(payload) }).toString();
}
