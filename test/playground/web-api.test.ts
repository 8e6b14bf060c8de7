import { describe, expect, it } from 'vitest';

import { BOT_TOKEN, aClient, aSlack, anApp, buttons, refusal, refused, section } from './a-slack.ts';

describe('a token', () => {
  it('is asked for and checked', async () => {
    const { slack, client } = await aSlack();
    const auth = await client.auth.test();
    expect(auth).toMatchObject({ ok: true, user: 'flagpost', bot_id: expect.stringMatching(/^B/) });
    expect(await refusal(aClient(slack, 'xoxb-other').auth.test())).toBe('invalid_auth');
    const bare = await fetch(`${slack.apiUrl}auth.test`, { method: 'POST' });
    expect(await bare.json()).toEqual({ ok: false, error: 'not_authed' });
  });

  it('works no more once Slack rejects it', async () => {
    const { s, client } = await aSlack();
    await s.rejects('account_inactive');
    expect(await refusal(client.auth.test())).toBe('account_inactive');
    await s.rejects();
    expect(await refusal(client.auth.test())).toBe('ok');
  });

  it('opens no method that does not exist', async () => {
    const { client } = await aSlack();
    expect(await refusal(client.apiCall('chat.shout'))).toBe('unknown_method');
  });
});

describe('chat.postMessage', () => {
  it('posts where the bot is a member, and nowhere else', async () => {
    const { s, client, id } = await aSlack();
    await s.addChannel({ name: 'secret', isPrivate: true, members: ['ana'] });
    await s.archive('learnings');
    const to = async (name: string) =>
      refusal(client.chat.postMessage({ channel: await id(name), text: 'Hi' }));
    expect(await to('process-gaps')).toBe('ok');
    expect(await to('general')).toBe('not_in_channel');
    expect(await to('secret')).toBe('channel_not_found');
    expect(await to('learnings')).toBe('is_archived');
    expect(await refusal(client.chat.postMessage({ channel: 'C404', text: 'Hi' }))).toBe('channel_not_found');
  });

  it('takes a person for the direct message with them', async () => {
    const { s, client, id } = await aSlack();
    const posted = await client.chat.postMessage({ channel: await id('@ana'), text: 'Hi, Ana' });
    const opened = await client.conversations.open({ users: await id('@ana') });
    expect(posted.channel).toBe(opened.channel?.id);
    expect(await s.person('ana').sees('flagpost')).toBe('Flagpost: Hi, Ana');
    expect(await s.person('sam').sees('flagpost')).toBe('');
  });

  it('wants words, not too many', async () => {
    const { client, id } = await aSlack();
    const channel = await id('process-gaps');
    const post = (more: object) => refusal(client.apiCall('chat.postMessage', { channel, ...more }));
    const long = (count: number) =>
      Array.from({ length: 4 }, (_, i) => section('x'.repeat(i < 3 ? 3000 : count)));
    expect(await post({})).toBe('no_text');
    expect(await post({ blocks: [] })).toBe('no_text');
    expect(await post({ text: 'x'.repeat(40_001) })).toBe('msg_too_long');
    expect(await post({ blocks: '[{' })).toBe('invalid_blocks_format');
    expect(await post({ blocks: long(2341) })).toBe('msg_blocks_too_long');
    expect(await post({ blocks: long(2340) })).toBe('ok');
  });

  it('says where invalid blocks are wrong', async () => {
    const { client, id } = await aSlack();
    const blocks = [section('Fine'), buttons('x'.repeat(76))];
    const refusal = await refused(
      client.chat.postMessage({ channel: await id('process-gaps'), text: 'Hi', blocks }),
    );
    expect(refusal).toEqual({
      error: 'invalid_blocks',
      messages: ['[ERROR] must be less than 76 characters [json-pointer:/blocks/1/elements/0/text/text]'],
    });
  });

  it('takes one message a second in a channel', async () => {
    const { slack, s, client, id } = await aSlack();
    const channel = await id('process-gaps');
    await client.chat.postMessage({ channel, text: 'One' });
    const body = new URLSearchParams({ channel, text: 'Two' });
    const headers = { authorization: `Bearer ${BOT_TOKEN}` };
    const second = await fetch(`${slack.apiUrl}chat.postMessage`, { method: 'POST', headers, body });
    expect([second.status, second.headers.get('retry-after')]).toEqual([429, '1']);
    expect(await refusal(client.chat.postMessage({ channel: await id('learnings'), text: 'Else' }))).toBe(
      'ok',
    );
    await s.ages(1000);
    expect(await refusal(client.chat.postMessage({ channel, text: 'Two' }))).toBe('ok');
  });

  it('answers in a thread that exists', async () => {
    const { s, client, id } = await aSlack();
    const channel = await id('process-gaps');
    const { ts } = await client.chat.postMessage({ channel, text: 'Card' });
    await s.ages(1000);
    await client.chat.postMessage({ channel, text: 'More', thread_ts: ts! });
    expect(await s.person('ana').sees('process-gaps')).toBe('Flagpost: Card\n    Flagpost: More');
    await s.ages(1000);
    expect(await refusal(client.chat.postMessage({ channel, text: 'Lost', thread_ts: '1.2' }))).toBe(
      'thread_not_found',
    );
  });

  it('shows a reply in the channel too where it is to be broadcast, and takes nothing else for that', async () => {
    const { s, client, id } = await aSlack();
    const channel = await id('process-gaps');
    const { ts } = await client.chat.postMessage({ channel, text: 'Card' });
    await s.ages(1000);
    const sent = await client.chat.postMessage({
      channel,
      text: 'Once more',
      thread_ts: ts!,
      reply_broadcast: true,
    });
    expect(sent.message).toMatchObject({ subtype: 'thread_broadcast', thread_ts: ts });
    expect(await s.person('ana').sees('process-gaps')).toBe(
      'Flagpost: Card\n    Flagpost: Once more\n(replied to a thread) Flagpost: Once more',
    );
    expect(await s.notes()).toEqual([]);
    await s.ages(1000);
    const alone = { channel, text: 'Alone', reply_broadcast: true };
    await client.apiCall('chat.postMessage', alone);
    expect(await s.notes()).toEqual(['chat.postMessage: reply_broadcast without thread_ts']);
    await s.ages(1000);
    const strange = client.apiCall('chat.postMessage', { ...alone, thread_ts: ts!, reply_broadcast: 'yes' });
    expect(await refusal(strange)).toBe('invalid_arguments');
  });

  it('wants metadata in its own shape', async () => {
    const { s, client, id } = await aSlack();
    const channel = await id('process-gaps');
    const metadata = { event_type: 'card', event_payload: { id: 'a' } };
    await client.chat.postMessage({ channel, text: 'Card', metadata });
    expect((await s.messages('process-gaps')).map((one) => one.metadata)).toEqual([metadata]);
    await s.ages(1000);
    const wrong = client.apiCall('chat.postMessage', {
      channel,
      text: 'Card',
      metadata: { event_type: 'card' },
    });
    expect(await refusal(wrong)).toBe('invalid_metadata_format');
  });

  it('leaves a note about arguments that do nothing here', async () => {
    const { s, client, id } = await aSlack();
    await client.chat.postMessage({ channel: await id('process-gaps'), text: 'Hi', icon_emoji: ':wave:' });
    expect(await s.notes()).toEqual(['chat.postMessage does not take icon_emoji here']);
  });
});

describe('whom a message alerts', () => {
  const post = async (message: object) => {
    const { s, client, id } = await aSlack();
    const sam = await id('@sam');
    const json = JSON.stringify(message).replaceAll('SAM', sam);
    await client.apiCall('chat.postMessage', {
      channel: await id('process-gaps'),
      text: 'Hi',
      ...JSON.parse(json),
    });
    return (await s.messages('process-gaps')).flatMap((one) => one.notifies);
  };

  it('the people mentioned, in text or blocks', async () => {
    expect(await post({ text: 'See <@SAM>' })).toEqual(['sam']);
    expect(await post({ blocks: [section('See <@SAM|sam>')] })).toEqual(['sam']);
  });

  it('everyone, where the markup gets through', async () => {
    expect(await post({ text: 'Look <!channel>' })).toEqual(['everyone']);
    expect(await post({ blocks: [section('Look <!here|here>')] })).toEqual(['everyone']);
  });

  it('nobody, where it is escaped or plain', async () => {
    expect(await post({ text: 'Look &lt;!channel&gt; @channel &lt;@SAM&gt;' })).toEqual([]);
    const plain = { type: 'section', text: { type: 'plain_text', text: 'Look <!channel> <@SAM>' } };
    expect(await post({ blocks: [plain] })).toEqual([]);
  });
});

describe('chat.update and chat.delete', () => {
  it('touch only what the bot said, and never ephemeral messages', async () => {
    const { slack, s, client, id } = await aSlack();
    const channel = await id('process-gaps');
    await anApp(slack, (app) => app.command('/hi', async ({ ack }) => ack('For you')));
    await s.says('ana', 'process-gaps', 'Mine');
    await s.person('ana').types('/hi', { in: 'process-gaps' });
    const [theirs = '', ephemeral = ''] = (await s.messages('process-gaps')).map(({ ts }) => ts);
    const update = (ts: string) => refusal(client.chat.update({ channel, ts, text: 'New' }));
    expect(await update(theirs)).toBe('cant_update_message');
    expect(await update(ephemeral)).toBe('message_not_found');
    expect(await update('1.2')).toBe('message_not_found');
    expect(await refusal(client.chat.delete({ channel, ts: theirs }))).toBe('cant_delete_message');
    expect(await refusal(client.chat.delete({ channel, ts: ephemeral }))).toBe('message_not_found');
  });

  it('keep blocks and metadata that are not sent again', async () => {
    const { s, client, id } = await aSlack();
    const channel = await id('process-gaps');
    const metadata = { event_type: 'card', event_payload: {} };
    const { ts } = await client.chat.postMessage({
      channel,
      text: 'Old',
      blocks: [section('Blocks')],
      metadata,
    });
    await client.chat.update({ channel, ts: ts!, text: 'New' });
    expect((await s.messages('process-gaps'))[0]).toMatchObject({
      text: 'New',
      blocks: [section('Blocks')],
      metadata,
    });
    await client.chat.update({ channel, ts: ts!, text: 'New', blocks: [] });
    expect((await s.messages('process-gaps'))[0]).toMatchObject({ text: 'New', blocks: [] });
    expect(await refusal(client.chat.update({ channel, ts: ts!, text: 'x'.repeat(4001) }))).toBe(
      'msg_too_long',
    );
    await client.chat.delete({ channel, ts: ts! });
    expect(await s.person('ana').sees('process-gaps')).toBe('');
    expect(await refusal(client.chat.delete({ channel, ts: ts! }))).toBe('message_not_found');
  });
});
