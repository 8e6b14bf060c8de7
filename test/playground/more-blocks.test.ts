import { describe, expect, it } from 'vitest';

import { missingFields, stateValues } from '../../src/playground/double/blocks.ts';
import { readView } from '../../src/playground/double/limits.ts';
import { blockFaults, input, long, modal, option, times, viewFaults } from './some-blocks.ts';

const point = (label: string, value = 1) => ({ label, value });
const pie = (more: object = {}, segments = [point('A')]) => ({
  type: 'data_visualization',
  title: 'Answers',
  chart: { type: 'pie', segments },
  ...more,
});
const bars = (count: number, labels = ['Mon'], categories = labels) => ({
  type: 'data_visualization',
  title: 'Week',
  chart: {
    type: 'bar',
    series: times(count, (i) => ({ name: `s${i}`, data: labels.map((label) => point(label)) })),
    axis_config: { categories },
  },
});

describe('native charts', () => {
  it.each([
    ['a pie', pie()],
    ['a title of 50', pie({ title: long(50) })],
    [
      'six segments',
      pie(
        {},
        times(6, (i) => point(`s${i}`)),
      ),
    ],
    [
      'six series of twenty points',
      bars(
        6,
        times(20, (i) => `p${i}`),
      ),
    ],
  ])('takes %s', (_, block) => {
    expect(blockFaults([block])).toEqual([]);
  });

  it.each([
    ['a title of 51', pie({ title: long(51) })],
    [
      'seven segments',
      pie(
        {},
        times(7, (i) => point(`s${i}`)),
      ),
    ],
    ['a label of 21', pie({}, [point(long(21))])],
    ['a piece of nothing', pie({}, [point('A', 0)])],
    ['a value that is no number', pie({}, [{ label: 'A', value: '1' }] as never)],
    ['seven series', bars(7)],
    [
      'twenty-one points',
      bars(
        1,
        times(21, (i) => `p${i}`),
      ),
    ],
    ['points that are not the categories', bars(1, ['Mon'], ['Tue'])],
  ])('refuses %s', (_, block) => {
    expect(blockFaults([block])).not.toEqual([]);
  });

  it('two in a message and no more, and none in a form', () => {
    expect(blockFaults([pie(), pie()])).toEqual([]);
    expect(blockFaults([pie(), pie(), pie()])).toHaveLength(1);
    expect(viewFaults(modal({ blocks: [pie()] }))).toHaveLength(1);
  });
});

describe('fields to choose in', () => {
  const options = [option(0), option(1)];
  const inputs = [
    ...input(
      { type: 'checkboxes', action_id: 'a', options, initial_options: [option(1)] },
      { block_id: 'many' },
    ),
    ...input({ type: 'radio_buttons', action_id: 'a', options }, { block_id: 'one' }),
  ];
  const { blocks } = readView(modal({ blocks: inputs }), 'modal');

  it('hand over what they hold as Slack does', () => {
    expect(stateValues(blocks, { one: { a: 'v0' } })).toEqual({
      many: { a: { type: 'checkboxes', selected_options: [option(1)] } },
      one: { a: { type: 'radio_buttons', selected_option: option(0) } },
    });
  });

  it('have to be filled in where they are required', () => {
    const missing = missingFields(blocks, { many: { a: [] }, one: { a: null } });
    expect(Object.keys(missing)).toEqual(['many', 'one']);
  });

  it('refuse more than ten options', () => {
    const many = times(11, option);
    for (const type of ['checkboxes', 'radio_buttons'])
      expect(viewFaults(modal({ blocks: input({ type, options: many }) }))).toHaveLength(1);
  });
});

describe('lists and links in rich text', () => {
  const line = (...elements: object[]) => ({ type: 'rich_text_section', elements });
  const link = { type: 'link', url: 'https://example.com', text: '#42' };
  const points = (...elements: object[]) => [
    { type: 'rich_text', elements: [{ type: 'rich_text_list', style: 'bullet', elements }] },
  ];

  it('are taken', () => {
    expect(blockFaults(points(line(link, { type: 'text', text: ' It is fixed' })))).toEqual([]);
  });

  it.each([
    ['a list of nothing', points()],
    ['a list of quotations', points({ type: 'rich_text_quote', elements: [link] })],
    ['a link to nowhere', points(line({ type: 'link', text: '#42' }))],
  ])('%s is not', (_, blocks) => {
    expect(blockFaults(blocks)).toHaveLength(1);
  });
});
