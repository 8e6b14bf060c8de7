import { describe, expect, it } from 'vitest';

import { readBlocks } from '../../src/playground/double/limits.ts';
import { actions, blockFaults, button, confirm, input, modal, mrkdwn } from './some-blocks.ts';
import { option, plain, said, select, text, times, viewFaults } from './some-blocks.ts';

const rich = (...elements: object[]) => [
  { type: 'rich_text', elements: [{ type: 'rich_text_section', elements }] },
];

/** What is wrong, in which blocks, what Slack says, and where. */
const WRONG: [string, unknown, string, string][] = [
  ['an empty text', [{ type: 'section', text: mrkdwn(0) }], 'must be more than 0 characters', '/0/text/text'],
  ['mrkdwn in a header', [{ type: 'header', text: mrkdwn(1) }], 'unsupported type: mrkdwn', '/0/text/type'],
  ['a section without words', [{ type: 'section' }], 'missing required field: text', '/0'],
  ['a block of no known type', [{ type: 'hologram' }], 'unsupported type: hologram', '/0/type'],
  [
    'a field among buttons',
    actions({ type: 'plain_text_input' }),
    'unsupported type: plain_text_input',
    '/0/elements/0/type',
  ],
  ['an unknown key', button({ colour: 'red' }), 'invalid additional property: colour', '/0/elements/0'],
  ['a missing key', [{ type: 'header' }], 'missing required field: text', '/0'],
  ['no elements', actions(), 'no less than 1 items allowed', '/0/elements'],
  [
    'an empty menu',
    actions({ type: 'overflow', options: [] }),
    'no less than 1 items allowed',
    '/0/elements/0/options',
  ],
  [
    'a foreign initial option',
    select({ initial_option: option(1) }),
    'must match one of the options provided',
    '/0/element/initial_option',
  ],
  [
    'no such date',
    input({ type: 'datepicker', initial_date: '2026-02-30' }),
    'must be a date as YYYY-MM-DD',
    '/0/element/initial_date',
  ],
  [
    'a choice of several among buttons',
    actions({ type: 'multi_users_select' }),
    'unsupported type: multi_users_select',
    '/0/elements/0/type',
  ],
  [
    'more people at first than may be chosen',
    input({ type: 'multi_users_select', initial_users: ['U1', 'U2'], max_selected_items: 1 }),
    'no more than 1 items allowed',
    '/0/element/initial_users',
  ],
  [
    'a choice of none',
    input({ type: 'multi_users_select', max_selected_items: 0 }),
    'must be at least 1',
    '/0/element/max_selected_items',
  ],
  [
    'a filter that lists nothing',
    actions({ type: 'conversations_select', filter: { include: [] } }),
    'no less than 1 items allowed',
    '/0/elements/0/filter/include',
  ],
  [
    'a filter of an unknown kind',
    actions({ type: 'conversations_select', filter: { include: ['dm'] } }),
    'must be one of im, mpim, private, public',
    '/0/elements/0/filter/include/0',
  ],
  ['block ids twice', [said({ block_id: 'a' }), said({ block_id: 'a' })], '`block_id` already exists: a', ''],
  [
    'action ids twice',
    actions(...times(2, () => button({ action_id: 'a' })[0]!.elements[0]!)),
    '`action_id` already exists: a',
    '/0/elements',
  ],
  [
    'an empty rich text',
    rich({ type: 'text', text: '' }),
    'must be more than 0 characters',
    '/0/elements/0/elements/0/text',
  ],
];

describe('Block Kit refuses', () => {
  it.each(WRONG)('%s', (_, blocks, words, pointer) => {
    expect(blockFaults(blocks)).toEqual([`${words} [json-pointer:/blocks${pointer}]`]);
  });

  // Slack knows these; the app sends none of them.
  it.each([
    ['a line between', [{ type: 'divider' }]],
    ['columns', [said({ fields: [plain(1)] })]],
    ['a button in red', button({ style: 'danger' })],
    ['a question in red', confirm({ style: 'danger' })],
    ['a question before a menu', actions({ type: 'overflow', options: [option(0)], confirm: {} })],
    ['a menu beside a text', [said({ accessory: { type: 'overflow', options: [option(0)] } })]],
    ['a day among buttons', actions({ type: 'datepicker' })],
    ['a mention', rich({ type: 'user', user_id: 'U1' })],
    ['words in italics', rich({ type: 'text', text: 'x', style: { italic: true } })],
  ])('what nobody here needs: %s', (_, blocks) => {
    expect(blockFaults(blocks)).toEqual([
      expect.stringMatching(/^(unsupported type|invalid additional property|must be one of primary)/),
    ]);
  });

  it('a form with a field and nothing to submit it by', () => {
    expect(viewFaults(modal({ submit: undefined }))).toEqual([]);
    expect(viewFaults(modal({ submit: undefined, blocks: text() }))).toEqual([
      'missing required field: submit [json-pointer:/view/submit]',
    ]);
  });

  it('the focus in two places', () => {
    const blocks = [...text({ focus_on_load: true }), ...text({ focus_on_load: true })];
    expect(viewFaults(modal({ blocks }))).toEqual([
      'only one element may have `focus_on_load` [json-pointer:/view/blocks]',
    ]);
  });

  it('a form as Home, and Home as a form', () => {
    const home = { type: 'home', blocks: [] };
    expect(viewFaults(home)).toEqual(['unsupported type: home [json-pointer:/view/type]']);
  });
});

describe('Block Kit takes', () => {
  it('the same action id in two blocks', () => {
    expect(blockFaults([...button({ action_id: 'a' }), ...button({ action_id: 'a' })])).toEqual([]);
  });

  it('blocks and controls without an id, and gives them one', () => {
    expect(readBlocks([...button({}), said({ block_id: 'gen1' })])).toMatchObject([
      { block_id: 'gen2', elements: [{ action_id: 'act1' }] },
      { block_id: 'gen1' },
    ]);
  });
});
