import { describe, expect, it } from 'vitest';

import { checkMessageBlocks } from '../../src/playground/block-kit/check.ts';
import { dateText, mrkdwnText } from '../../src/playground/mrkdwn.ts';
import { blocksText } from '../../src/playground/plain-text.ts';

const reader = {
  tz: 'Europe/Berlin',
  person: (id: string) => (id === 'U1' ? 'Ana Torres' : id),
  channel: (id: string) => (id === 'C1' ? 'general' : id),
};

function read(...blocks: object[]): string {
  const checked = checkMessageBlocks(blocks);
  if (!checked.ok) throw new Error(checked.faults.join('\n'));
  return blocksText(checked.value, { reader });
}

const plain = (text: string) => ({ type: 'plain_text', text });

describe('what a person reads of markup', () => {
  it.each([
    ['*Saved* as _#42_, ~gone~.', 'Saved as #42, gone.'],
    ['2 * 3 * 4 and a_b_c', '2 * 3 * 4 and a_b_c'],
    ['<@U1> in <#C1|old-name>', '@Ana Torres in #general'],
    ['<https://example.com|the form> or <https://example.org>', 'the form or https://example.org'],
    ['a &lt;!channel&gt; &amp; b', 'a <!channel> & b'],
    ['<!here> <!subteam^S1|@ops>', '@here @ops'],
    ['by <!date^1767704400^{date_short} {time}|then>', 'by Jan 6, 2026 14:00'],
  ])('%s', (text, seen) => {
    expect(mrkdwnText(text, reader)).toBe(seen);
  });

  it('dates are in the reader’s own time zone', () => {
    expect(dateText(1_767_704_400, '{date_num} {time}', 'Asia/Tokyo')).toBe('2026-01-06 22:00');
    expect(dateText(1_767_704_400, '{date_long}', 'America/Lima')).toBe('Tuesday, January 6, 2026');
    expect(dateText(Date.now() / 1000, '{date_short_pretty}', 'Asia/Tokyo')).toBe('today');
  });
});

describe('what a person reads of blocks', () => {
  it('a card', () => {
    const options = ['Not doing…', 'Move to area…'].map((text) => ({ text: plain(text), value: text }));
    const card = read(
      { type: 'header', text: plain('#42') },
      { type: 'section', text: { type: 'mrkdwn', text: '*Needs an owner*' }, fields: [plain('Billing')] },
      { type: 'divider' },
      {
        type: 'context',
        elements: [plain('3 people'), { type: 'image', image_url: 'u', alt_text: 'a face' }],
      },
      {
        type: 'actions',
        elements: [
          { type: 'button', text: plain('Claim') },
          { type: 'overflow', options, action_id: 'more' },
          { type: 'users_select', placeholder: plain('Hand over'), action_id: 'who' },
        ],
      },
    );
    expect(card).toBe(
      '#42\nNeeds an owner\nBilling\n———\n3 people  (a face)\n[Claim] [⋯ Not doing… | Move to area…] [Hand over ▾]',
    );
  });

  it('rich text', () => {
    const text = (text: string) => ({ type: 'text', text });
    const section = (...elements: object[]) => ({ type: 'rich_text_section', elements });
    const rich = read({
      type: 'rich_text',
      elements: [
        section({ type: 'user', user_id: 'U1' }, text(' said *this*:')),
        { type: 'rich_text_quote', elements: [text('one\ntwo')] },
        {
          type: 'rich_text_list',
          style: 'ordered',
          elements: [section(text('first')), section(text('second'))],
        },
        { type: 'rich_text_list', style: 'bullet', indent: 1, elements: [section(text('deeper'))] },
        section(
          { type: 'date', timestamp: 1_767_704_400, format: '{time}' },
          { type: 'emoji', name: 'wave' },
        ),
      ],
    });
    expect(rich).toBe('@Ana Torres said *this*:\n> one\n> two\n1. first\n2. second\n  • deeper\n14:00:wave:');
  });

  it('a chart and a table', () => {
    const data = [{ label: 'Mon', value: 2 }];
    const chart = { type: 'bar', series: [{ name: 'Fixed', data }], axis_config: { categories: ['Mon'] } };
    const cells = ['a', 'b'].map((text) => ({ type: 'raw_text', text }));
    expect(
      read({ type: 'data_visualization', title: 'Fixes', chart }, { type: 'table', rows: [cells] }),
    ).toBe('(bar chart) Fixes\n  Fixed: Mon 2\na | b');
  });
});
