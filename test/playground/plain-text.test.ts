import { describe, expect, it } from 'vitest';

import { readBlocks } from '../../src/playground/double/limits.ts';
import { newWorld } from '../../src/playground/double/world.ts';
import { blocksText, mrkdwnText } from '../../src/playground/people/plain-text.ts';

const world = newWorld({
  people: [{ id: 'U1', name: 'ana', realName: 'Ana Torres' }],
  channels: [{ name: 'general' }],
});
world.channels[0]!.id = 'C1';

function read(...blocks: object[]): string {
  return blocksText(readBlocks(blocks), { world });
}

const plain = (text: string) => ({ type: 'plain_text', text });

describe('what a person reads of markup', () => {
  it.each([
    ['*Saved* as _#42_, ~gone~.', 'Saved as #42, gone.'],
    ['2 * 3 * 4 and a_b_c', '2 * 3 * 4 and a_b_c'],
    ['<@U1> in <#C1|old-name>', '@Ana Torres in #general'],
    ['<https://example.com|the form> or <https://example.org>', 'the form or https://example.org'],
    ['a &lt;!channel&gt; &amp; b', 'a <!channel> & b'],
    ['<!here>, by <!date^1767704400^{time}|two o’clock>', '@here, by two o’clock'],
  ])('%s', (text, seen) => {
    expect(mrkdwnText(text, world)).toBe(seen);
  });
});

describe('what a person reads of blocks', () => {
  it('a card', () => {
    const options = ['Not doing…', 'Move to area…'].map((text) => ({ text: plain(text), value: text }));
    const card = read(
      { type: 'header', text: plain('#42') },
      { type: 'section', text: { type: 'mrkdwn', text: '*Needs an owner*' } },
      { type: 'context', elements: [plain('3 people'), plain('since May')] },
      {
        type: 'actions',
        elements: [
          { type: 'button', text: plain('Claim') },
          { type: 'overflow', options, action_id: 'more' },
          { type: 'conversations_select', placeholder: plain('Where'), action_id: 'where' },
        ],
      },
    );
    expect(card).toBe(
      '#42\nNeeds an owner\n3 people  since May\n[Claim] [⋯ Not doing… | Move to area…] [Where ▾]',
    );
  });

  it('rich text', () => {
    const text = (text: string) => ({ type: 'text', text });
    const rich = read({
      type: 'rich_text',
      elements: [
        { type: 'rich_text_section', elements: [text('Typed *as is*: '), { type: 'emoji', name: 'tada' }] },
        { type: 'rich_text_quote', elements: [text('one\ntwo')] },
      ],
    });
    expect(rich).toBe('Typed *as is*: :tada:\n> one\n> two');
  });
});
