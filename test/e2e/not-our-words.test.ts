import { expect, test } from 'vitest';

import { flagged, inAWorkspace, patienceMs } from './a-workspace.ts';

const here = inAWorkspace();

/** Another app says of its own words what we say of ours. */
test('what names itself as a message of ours and is not from us is not taken for one', async () => {
  const { slack } = here();
  const { app, team, people } = await slack.world();
  for (const words of ['The first gap', 'The second gap', 'The third gap', 'The fourth gap'])
    await flagged(here(), 'ana', words);
  const [first, ...others] = await slack.messages('process-gaps');
  const says = async (message: (typeof others)[number] | undefined, from: object): Promise<void> => {
    const event = {
      type: 'message_metadata_posted',
      ...from,
      team_id: team.id,
      channel_id: message?.channel,
      message_ts: message?.ts,
      metadata: first?.metadata,
      event_ts: message?.ts,
    };
    const body = JSON.stringify({ type: 'event_callback', team_id: team.id, event });
    expect((await slack.sends({ body, contentType: 'application/json' })).status).toBe(200);
  };
  const [byPerson, byAnother, byUs] = others;
  await says(byPerson, { app_id: 'A0ANOTHER', user_id: people.find(({ name }) => name === 'sam')?.id });
  await says(byAnother, { app_id: 'A0ANOTHER', user_id: 'U0ANOTHER', bot_id: 'B0ANOTHER' });
  await says(byUs, { app_id: app.id, user_id: app.botUserId, bot_id: app.botId });
  const deleted = async () => (await slack.messages('process-gaps')).filter((it) => it.deleted);
  await expect.poll(deleted, { timeout: patienceMs }).not.toEqual([]);
  await expect.poll(here().isIdle, { timeout: patienceMs }).toBe(true);
  expect((await deleted()).map(({ ts }) => ts)).toEqual([byUs?.ts]);
});
