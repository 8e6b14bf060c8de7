import { describe, expect, it } from 'vitest';

import { aSlack, refusal } from './a-slack.ts';

describe('people', () => {
  it('are listed page by page, without those of other workspaces', async () => {
    const { s, client } = await aSlack();
    await s.addPerson({ name: 'olu', isOutsider: true });
    const first = await client.users.list({ limit: 4 });
    const second = await client.users.list({ limit: 4, cursor: first.response_metadata!.next_cursor! });
    const names = [...first.members!, ...second.members!].map((one) => one.name);
    expect(names).toEqual(['flagpost', 'slackbot', 'ana', 'sam', 'lea', 'kim']);
    expect(second.response_metadata?.next_cursor).toBe('');
    expect(await refusal(client.users.list({ cursor: 'nonsense' }))).toBe('invalid_cursor');
  });

  it('have a time zone and a role', async () => {
    const { client, id } = await aSlack();
    const { user } = await client.users.info({ user: await id('@kim') });
    expect(user).toMatchObject({
      real_name: 'Kim Sato',
      tz: 'Asia/Tokyo',
      is_admin: true,
    });
    expect(await refusal(client.users.info({ user: 'U404' }))).toBe('user_not_found');
  });

  it('have one direct message with the bot, while they are active', async () => {
    const { s, client, id } = await aSlack();
    const open = async () => (await client.conversations.open({ users: await id('@ana') })).channel?.id;
    expect(await open()).toBe(await open());
    await s.deactivate('ana');
    expect(await refusal(open())).toBe('user_disabled');
    expect(await refusal(client.conversations.open({ users: 'U404' }))).toBe('user_not_found');
    expect(await refusal(client.apiCall('conversations.open', {}))).toBe('users_list_not_supplied');
  });
});
