import type { BlockAction, MessageShortcut } from '@slack/bolt';
import { describe, expect, it } from 'vitest';

import { aSlack, anApp, buttons, plain, section } from './a-slack.ts';

const shortcuts = [{ name: 'Flag', type: 'message' as const, callbackId: 'flag' }];

/** An app that remembers every press, choice and message shortcut. */
async function aListeningApp() {
  const scene = await aSlack({ shortcuts });
  const bodies: BlockAction[] = [];
  const flagged: MessageShortcut[] = [];
  await anApp(scene.slack, (app) => {
    app.action(/.*/, async ({ ack, body }) => {
      bodies.push(body as BlockAction);
      await ack();
    });
    app.command('/undoable', async ({ ack }) => ack({ blocks: [buttons('Undo')] }));
    app.shortcut({ callback_id: 'flag', type: 'message_action' }, async ({ ack, shortcut }) => {
      flagged.push(shortcut);
      await ack();
    });
  });
  return { ...scene, bodies, flagged };
}

const metadata = { event_type: 'card', event_payload: { id: 'row' } };
const menu = {
  type: 'overflow' as const,
  action_id: 'menu',
  options: [
    { text: plain('Let go'), value: 'release' },
    { text: plain('Hand over'), value: 'hand' },
  ],
};
const places = { type: 'conversations_select' as const, action_id: 'where', placeholder: plain('Where') };

describe('a press on a message', () => {
  it('says who, where, on what message, and what else was chosen in it', async () => {
    const { s, client, id, bodies } = await aListeningApp();
    const channel = await id('process-gaps');
    const blocks = [
      section('Card'),
      buttons('Claim'),
      { type: 'actions' as const, block_id: 'more', elements: [places] },
    ];
    const { ts } = await client.chat.postMessage({ channel, text: 'Card', blocks, metadata });
    await s.person('sam').chooses('general', { in: 'process-gaps' });
    await s.person('sam').presses('Claim', { in: 'process-gaps' });
    const chosen = { type: 'conversations_select', selected_conversation: await id('general') };
    expect(bodies[0]).toMatchObject({ actions: [chosen] });
    expect(bodies[1]).toMatchObject({
      user: { id: await id('@sam'), name: 'sam' },
      container: { type: 'message', message_ts: ts, channel_id: channel, is_ephemeral: false },
      channel: { id: channel, name: 'process-gaps' },
      message: { ts, text: 'Card', metadata },
      state: { values: { more: { where: chosen } } },
      actions: [{ type: 'button', block_id: 'buttons', action_id: 'claim', value: 'v' }],
    });
    expect(bodies[1]?.response_url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/hooks\//);
  });

  it('on an ephemeral one comes without the message', async () => {
    const { s, bodies } = await aListeningApp();
    await s.person('ana').types('/undoable', { in: 'process-gaps' });
    await s.person('ana').presses('Undo', { in: 'process-gaps' });
    expect(bodies[0]).toMatchObject({ container: { is_ephemeral: true } });
    expect(bodies[0]).not.toHaveProperty('message');
    await expect(s.person('sam').presses('Undo', { in: 'process-gaps', patienceMs: 0 })).rejects.toThrow(
      'sam finds no button "Undo"',
    );
  });

  it('may be two at once, and on a card that has changed since', async () => {
    const { s, client, id, bodies } = await aListeningApp();
    const channel = await id('process-gaps');
    const { ts } = await client.chat.postMessage({
      channel,
      text: 'Card',
      blocks: [section('Old'), buttons('Claim')],
    });
    const sam = s.person('sam');
    await sam.presses('Claim', { in: 'process-gaps', times: 2 });
    const old = await sam.looksAt('process-gaps', 'Old');
    await client.chat.update({
      channel,
      ts: ts!,
      text: 'Card',
      blocks: [section('New'), buttons('Confirm')],
    });
    await sam.presses('Claim', { on: old });
    expect(bodies.map((body) => body.actions[0]?.action_id)).toEqual(['claim', 'claim', 'claim']);
    expect(new Set(bodies.map((body) => body.trigger_id)).size).toBe(3);
    await expect(sam.presses('Claim', { in: 'process-gaps', patienceMs: 0 })).rejects.toThrow('[Confirm]');
  });

  it('goes to the newest one that has the words', async () => {
    const { s, client, id, bodies } = await aListeningApp();
    for (const words of ['refund', 'invoice']) {
      const channel = await id('process-gaps');
      await client.chat.postMessage({ channel, text: words, blocks: [section(words), buttons('Claim')] });
      await s.ages(1000);
    }
    await s.person('sam').presses('Claim', { in: 'process-gaps', containing: 'refund' });
    await s.person('sam').presses('Claim', { in: 'process-gaps' });
    expect(bodies.map((body) => body.message?.text)).toEqual(['refund', 'invoice']);
  });

  it('can be a choice in a menu, in a direct message or on Home', async () => {
    const { s, client, id, bodies } = await aListeningApp();
    const blocks = [{ type: 'actions' as const, block_id: 'menus', elements: [menu] }];
    await client.chat.postMessage({ channel: await id('@ana'), text: 'Yours', blocks });
    await client.views.publish({ user_id: await id('@ana'), view: { type: 'home', blocks } });
    const ana = s.person('ana');
    await ana.chooses('Let go', { in: 'flagpost' });
    await ana.chooses('Hand over', { in: 'home' });
    expect(bodies[0]).toMatchObject({
      channel: { name: 'directmessage' },
      actions: [{ type: 'overflow', selected_option: { text: plain('Let go'), value: 'release' } }],
    });
    expect(bodies[1]).toMatchObject({
      container: { type: 'view' },
      view: { type: 'home' },
      actions: [{ selected_option: { value: 'hand' } }],
    });
    expect(bodies[1]).not.toHaveProperty('response_url');
  });

  it('of somebody from another workspace names theirs', async () => {
    const { s, client, id, bodies } = await aListeningApp();
    await s.addPerson({ name: 'olu', isOutsider: true });
    await client.chat.postMessage({
      channel: await id('process-gaps'),
      text: 'Card',
      blocks: [buttons('Claim')],
    });
    await expect(s.person('olu').presses('Claim', { in: 'process-gaps', patienceMs: 0 })).rejects.toThrow(
      'olu finds no button',
    );
    await s.join('process-gaps', 'olu');
    await s.person('olu').presses('Claim', { in: 'process-gaps' });
    const { team } = await s.world();
    expect(bodies[0]?.team?.id).toBe(team.id);
    expect(bodies[0]?.user.team_id).not.toBe(team.id);
  });

  it('that nobody answers tells the person so', async () => {
    const { slack, s, client, id } = await aListeningApp();
    await client.chat.postMessage({
      channel: await id('process-gaps'),
      text: 'Card',
      blocks: [buttons('Claim')],
    });
    slack.connect('http://127.0.0.1:1/');
    const seen = await s.person('sam').presses('Claim', { in: 'process-gaps' });
    expect(seen).toBe('We had some trouble connecting. Try again? (dispatch_failed)');
  });

  it('can be sent again as it was', async () => {
    const { s, client, id, bodies } = await aListeningApp();
    await client.chat.postMessage({
      channel: await id('process-gaps'),
      text: 'Card',
      blocks: [buttons('Claim')],
    });
    await s.person('sam').presses('Claim', { in: 'process-gaps' });
    await s.replaysLast('sam');
    expect(bodies).toHaveLength(2);
    expect(bodies[1]).toEqual(bodies[0]);
  });
});

describe('a message shortcut', () => {
  it('brings the message, and the channel by name if it is public', async () => {
    const { s, id, flagged } = await aListeningApp();
    await s.addChannel({ name: 'secret', isPrivate: true, members: ['ana', 'sam'] });
    const ana = s.person('ana');
    for (const place of ['general', 'secret', 'ana']) {
      await s.says('sam', place, `The form in ${place} is broken`);
      await ana.uses('Flag', { on: 'is broken', in: place === 'ana' ? 'sam' : place });
    }
    const sam = await id('@sam');
    expect(flagged.map(({ channel, message }) => [channel.name, message.text, message['user']])).toEqual([
      ['general', 'The form in general is broken', sam],
      ['privategroup', 'The form in secret is broken', sam],
      ['directmessage', 'The form in ana is broken', sam],
    ]);
    await expect(ana.uses('Flag')).rejects.toThrow('the app has no global shortcut Flag');
  });
});
