import type { BlockAction } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import { describe, expect, it } from 'vitest';

import { aSlack, anApp, buttons, field, modal, plain, refusal, refused } from './a-slack.ts';
import type { Scene } from './a-slack.ts';

const TROUBLE = 'We had some trouble connecting. Try again?';
const shortcuts = [{ name: 'Open', type: 'global' as const, callbackId: 'open' }];

/** An app that opens `view` by a shortcut, and the triggers it got. */
async function formOpened(view: ModalView, answer: object | undefined = {}) {
  const scene = await aSlack({ shortcuts });
  const seen: { triggers: string[]; values: object[] } = { triggers: [], values: [] };
  await anApp(scene.slack, (app) => {
    app.shortcut('open', async ({ ack, shortcut, client }) => {
      seen.triggers.push(shortcut.trigger_id);
      await ack();
      await client.views.open({ trigger_id: shortcut.trigger_id, view });
    });
    app.view('form', async ({ ack, view, body }) => {
      seen.values.push(view.state.values);
      seen.triggers.push((body as { trigger_id?: string }).trigger_id ?? '');
      await ack(answer as never);
    });
    app.action('more', async ({ ack, body }) => {
      seen.triggers.push((body as BlockAction).trigger_id);
      await ack();
    });
  });
  const ana = scene.s.person('ana');
  await ana.uses('Open');
  await ana.eventuallySees('form', 'A form');
  return { ...scene, ana, seen };
}

async function viewOf({ s, id }: Scene) {
  const ana = await id('@ana');
  return (await s.world()).views.findLast(({ personId }) => personId === ana)!;
}

describe('a trigger', () => {
  it('opens one form, within three seconds', async () => {
    const { s, ana, client, seen } = await formOpened(modal('form', field('Words'), buttons('More')));
    const view = modal('form');
    const open = (trigger_id: string) => refusal(client.views.open({ trigger_id, view }));
    expect(await open(seen.triggers[0]!)).toBe('exchanged_trigger_id');
    expect(await open('1.2.abc')).toBe('invalid_trigger_id');
    await ana.presses('More');
    await s.ages(3001);
    expect(await open(seen.triggers[1]!)).toBe('expired_trigger_id');
  });

  it('is not spent by a view that is refused', async () => {
    const { ana, client, seen } = await formOpened(modal('form', field('Words'), buttons('More')));
    await ana.presses('More');
    const trigger_id = seen.triggers[1]!;
    const wrong = { ...modal('form'), title: plain('x'.repeat(25)) };
    expect(await refused(client.views.open({ trigger_id, view: wrong }))).toEqual({
      error: 'invalid_arguments',
      messages: ['[ERROR] must be less than 25 characters [json-pointer:/view/title/text]'],
    });
    expect(await refusal(client.views.open({ trigger_id, view: modal('form') }))).toBe('ok');
  });
});

describe('forms on top of each other', () => {
  it('are three at most, and know the one below and the first one', async () => {
    const view = modal('form', field('Words', { optional: true }));
    const scene = await formOpened(view, { response_action: 'push', view });
    const root = await viewOf(scene);
    expect([await scene.ana.submits(), await scene.ana.submits()]).toEqual(['', '']);
    expect(await scene.ana.submits()).toContain('push_limit_reached');
    await scene.ana.closes();
    expect(await viewOf(scene)).toMatchObject({ rootId: root.id, previousId: root.id });
    expect(await scene.ana.submits()).toBe('');
    await scene.ana.closes({ all: true });
    expect(await scene.ana.seesForm()).toBeUndefined();
  });
});

describe('views.update', () => {
  it('takes the newest hash, and keeps what was typed in fields that stay', async () => {
    const scene = await formOpened(modal('form', field('Words'), field('Other')));
    const { ana, client } = scene;
    const { id: view_id, hash } = await viewOf(scene);
    await ana.fills('Words', 'kept');
    await ana.fills('Other', 'lost');
    const renamed = field('Other', { block_id: 'renamed' });
    const update = (more: object) =>
      refusal(client.views.update({ view_id, view: modal('form', field('Words'), renamed), ...more }));
    expect(await update({ hash })).toBe('ok');
    expect(await update({ hash })).toBe('hash_conflict');
    expect(await update({ view_id: 'V404' })).toBe('not_found');
    expect(await ana.seesForm()).toBe('A form\nWords: kept\nOther: ___\n[Close] [Send]');
  });

  it('refuses what is too large', async () => {
    const scene = await formOpened(modal('form'));
    const blocks = Array.from({ length: 90 }, (_, i) =>
      field(`Words ${i}`, { hint: plain('x'.repeat(2000)), label: plain('y'.repeat(2000)) }),
    );
    const { id: view_id } = await viewOf(scene);
    expect(await refusal(scene.client.views.update({ view_id, view: modal('form', ...blocks) }))).toBe(
      'view_too_large',
    );
  });
});

describe('a submission', () => {
  it('carries what was filled in, and closes the form', async () => {
    const choice = {
      type: 'static_select',
      action_id: 'choice',
      options: [
        { text: plain('One'), value: '1' },
        { text: plain('Two'), value: '2' },
      ],
    };
    const person = { element: { type: 'users_select', action_id: 'who' }, optional: true };
    const day = { element: { type: 'datepicker', action_id: 'day' }, optional: true };
    const blocks = [
      field('Words'),
      field('Choice', { element: choice }),
      field('Who', person),
      field('Day', day),
    ];
    const { ana, id, seen } = await formOpened(modal('form', ...blocks));
    await ana.fills('Words', 'Some words');
    await ana.picks('Choice', 'Two');
    await ana.picks('Who', 'sam');
    expect(await ana.seesForm()).toBe(
      'A form\nWords: Some words\nChoice: Two (One | Two)\nWho: @Sam Okafor\nDay: ___\n[Close] [Send]',
    );
    await ana.submits();
    expect(await ana.seesForm()).toBeUndefined();
    expect(seen.values).toEqual([
      {
        words: { text: { type: 'plain_text_input', value: 'Some words' } },
        choice: { choice: { type: 'static_select', selected_option: { text: plain('Two'), value: '2' } } },
        who: { who: { type: 'users_select', selected_user: await id('@sam') } },
        day: { day: { type: 'datepicker', selected_date: null } },
      },
    ]);
  });

  it('carries people and a channel, of the kinds that its menu lists', async () => {
    const several = { type: 'multi_users_select', action_id: 'who', max_selected_items: 2 };
    const place = {
      type: 'conversations_select',
      action_id: 'where',
      filter: { include: ['public', 'private'] },
    };
    const optional = { optional: true };
    const blocks = [
      field('Who', { element: several }),
      field('Nobody', { element: { ...several, action_id: 'nobody' }, ...optional }),
      field('Where', { element: place }),
      field('Nowhere', { element: { ...place, action_id: 'nowhere' }, ...optional }),
    ];
    const { ana, id, s, seen } = await formOpened(modal('form', ...blocks));
    await s.addChannel({ name: 'others-only', isPrivate: true, members: ['sam'] });
    await expect(ana.picks('Where', 'others-only')).rejects.toThrow('does not offer');
    await expect(ana.picks('Where', '')).resolves.toBe('');
    await expect(ana.picks('Who', 'sam, lea, kim')).rejects.toThrow('does not offer');
    await ana.picks('Who', 'sam, lea');
    await ana.picks('Where', 'general');
    expect(await ana.seesForm()).toContain('Who: @Sam Okafor, @Lea Brandt\nNobody: ___\nWhere: #general\n');
    await ana.submits();
    expect(seen.values).toEqual([
      {
        who: { who: { type: 'multi_users_select', selected_users: [await id('@sam'), await id('@lea')] } },
        nobody: { nobody: { type: 'multi_users_select', selected_users: [] } },
        where: { where: { type: 'conversations_select', selected_conversation: await id('general') } },
        nowhere: { nowhere: { type: 'conversations_select', selected_conversation: null } },
      },
    ]);
  });

  it('does not leave while a required field is empty', async () => {
    const { ana, seen } = await formOpened(modal('form'));
    await ana.submits();
    expect(await ana.seesForm()).toContain('Words: ___\n  ! Please complete this required field.');
    expect(seen.values).toEqual([]);
  });

  it('may be answered with errors under fields that exist, and the text stays', async () => {
    const { ana } = await formOpened(modal('form'), {
      response_action: 'errors',
      errors: { words: 'Say more' },
    });
    await ana.fills('Words', 'Hm');
    await ana.submits();
    expect(await ana.seesForm()).toBe('A form\nWords: Hm\n  ! Say more\n[Close] [Send]');
  });

  it.each([
    ['an error under no field', { response_action: 'errors', errors: { elsewhere: 'No' } }],
    [
      'a view that is not valid',
      { response_action: 'update', view: { ...modal('form'), title: plain('x'.repeat(25)) } },
    ],
    ['an action nobody knows', { response_action: 'dance' }],
  ])('answered with %s shows trouble, and the text stays', async (_, answer) => {
    const { ana } = await formOpened(modal('form'), answer);
    await ana.fills('Words', 'Hm');
    expect(await ana.submits()).toContain(TROUBLE);
    expect(await ana.seesForm()).toBe(`A form\nWords: Hm\n! ${TROUBLE}\n[Close] [Send]`);
  });

  it('may change the form, or put one on top', async () => {
    const next = modal('next', field('Next'));
    for (const [response_action, after] of [
      ['update', undefined],
      ['push', 'Words: Hm'],
    ]) {
      const { ana } = await formOpened(modal('form'), { response_action, view: next });
      await ana.fills('Words', 'Hm');
      await ana.submits();
      expect(await ana.seesForm()).toContain('Next: ___');
      await ana.closes();
      expect((await ana.seesForm())?.split('\n')[1]).toBe(after);
    }
  });

  it('that nobody answers shows trouble, and the text stays', async () => {
    const { slack, ana } = await formOpened(modal('form'));
    await ana.fills('Words', 'Hm');
    slack.connect('http://127.0.0.1:1/');
    await ana.submits();
    expect(await ana.seesForm()).toBe(`A form\nWords: Hm\n! ${TROUBLE}\n[Close] [Send]`);
  });
});
