import { describe, expect, it } from 'vitest';

import { actions, blockFaults, button, confirm, input, long, modal, mrkdwn } from './some-blocks.ts';
import { option, plain, said, select, text, times, viewFaults } from './some-blocks.ts';

type Limit = [what: string, make: (n: number) => unknown, limit: number, pointer: string];

const CHARACTERS: Limit[] = [
  ['header', (n) => [{ type: 'header', text: plain(n) }], 150, '/0/text/text'],
  ['section text', (n) => [{ type: 'section', text: mrkdwn(n) }], 3000, '/0/text/text'],
  ['button text', (n) => button({ text: plain(n) }), 75, '/0/elements/0/text/text'],
  ['button value', (n) => button({ value: long(n) }), 2000, '/0/elements/0/value'],
  [
    'accessibility label',
    (n) => button({ accessibility_label: long(n) }),
    75,
    '/0/elements/0/accessibility_label',
  ],
  ['action id', (n) => button({ action_id: long(n) }), 255, '/0/elements/0/action_id'],
  ['block id', (n) => [said({ block_id: long(n) })], 255, '/0/block_id'],
  [
    'option text',
    (n) => select({ options: [{ text: plain(n), value: 'v' }] }),
    75,
    '/0/element/options/0/text/text',
  ],
  [
    'option value',
    (n) => select({ options: [{ text: plain(1), value: long(n) }] }),
    75,
    '/0/element/options/0/value',
  ],
  [
    'placeholder',
    (n) => actions({ type: 'conversations_select', placeholder: plain(n) }),
    150,
    '/0/elements/0/placeholder/text',
  ],
  ['confirm title', (n) => confirm({ title: plain(n) }), 100, '/0/elements/0/confirm/title/text'],
  ['confirm text', (n) => confirm({ text: plain(n) }), 300, '/0/elements/0/confirm/text/text'],
  ['confirm yes', (n) => confirm({ confirm: plain(n) }), 30, '/0/elements/0/confirm/confirm/text'],
  ['confirm no', (n) => confirm({ deny: plain(n) }), 30, '/0/elements/0/confirm/deny/text'],
  ['input label', (n) => input({ type: 'datepicker' }, { label: plain(n) }), 2000, '/0/label/text'],
  ['hint', (n) => input({ type: 'datepicker' }, { hint: plain(n) }), 2000, '/0/hint/text'],
];

const ITEMS: Limit[] = [
  ['blocks of a message', (n) => times(n, () => said()), 50, ''],
  ['context elements', (n) => [{ type: 'context', elements: times(n, () => mrkdwn(1)) }], 10, '/0/elements'],
  [
    'buttons',
    (n) => actions(...times(n, (i) => ({ ...button({ action_id: `a${i}` })[0]!.elements[0] }))),
    25,
    '/0/elements',
  ],
  [
    'overflow options',
    (n) => actions({ type: 'overflow', options: times(n, option) }),
    5,
    '/0/elements/0/options',
  ],
  ['select options', (n) => select({ options: times(n, option) }), 100, '/0/element/options'],
];

const VIEW: Limit[] = [
  ['title', (n) => modal({ title: plain(n) }), 24, '/title/text'],
  ['submit', (n) => modal({ submit: plain(n) }), 24, '/submit/text'],
  ['close', (n) => modal({ close: plain(n) }), 24, '/close/text'],
  ['private metadata', (n) => modal({ private_metadata: long(n) }), 3000, '/private_metadata'],
  ['callback id', (n) => modal({ callback_id: long(n) }), 255, '/callback_id'],
];

describe('the limit passes, one more is refused with its place', () => {
  it.each(CHARACTERS)('%s', (_, make, limit, pointer) => {
    expect(blockFaults(make(limit))).toEqual([]);
    expect(blockFaults(make(limit + 1))).toEqual([
      `must be less than ${limit + 1} characters [json-pointer:/blocks${pointer}]`,
    ]);
  });

  it.each(ITEMS)('%s', (_, make, limit, pointer) => {
    expect(blockFaults(make(limit))).toEqual([]);
    expect(blockFaults(make(limit + 1))).toEqual([
      `no more than ${limit} items allowed [json-pointer:/blocks${pointer}]`,
    ]);
  });

  it.each(VIEW)('%s of a view', (_, make, limit, pointer) => {
    expect(viewFaults(make(limit))).toEqual([]);
    expect(viewFaults(make(limit + 1))).toEqual([
      `must be less than ${limit + 1} characters [json-pointer:/view${pointer}]`,
    ]);
  });

  it('a view has a hundred blocks', () => {
    const view = (blocks: number) => modal({ blocks: times(blocks, () => said()) });
    expect(viewFaults(view(100))).toEqual([]);
    expect(viewFaults(view(101))).toEqual(['no more than 100 items allowed [json-pointer:/view/blocks]']);
  });

  it('a text field takes 3,000 characters', () => {
    expect(blockFaults(text({ max_length: 3000 }))).toEqual([]);
    expect(blockFaults(text({ max_length: 3001 }))).toEqual([
      'must be at most 3000 [json-pointer:/blocks/0/element/max_length]',
    ]);
  });
});
