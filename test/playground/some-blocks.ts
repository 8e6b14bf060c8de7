import { checkMessageBlocks, checkView } from '../../src/playground/block-kit/check.ts';

export const plain = (length: number) => ({ type: 'plain_text', text: 'x'.repeat(length) });
export const mrkdwn = (length: number) => ({ type: 'mrkdwn', text: 'x'.repeat(length) });
export const times = <T>(count: number, make: (index: number) => T) =>
  Array.from({ length: count }, (_, i) => make(i));
export const long = (length: number) => 'x'.repeat(length);
export const option = (index: number) => ({ text: plain(1), value: `v${index}` });
export const actions = (...elements: object[]) => [{ type: 'actions', elements }];
export const button = (more: object) => actions({ type: 'button', text: plain(1), ...more });
export const select = (more: object) => actions({ type: 'static_select', options: [option(0)], ...more });
export const input = (element: object, more: object = {}) => [
  { type: 'input', label: plain(1), element, ...more },
];
export const text = (more: object = {}) => input({ type: 'plain_text_input', ...more });
const slice = (index: number) => ({ label: `l${index}`, value: 1 });
export const chart = (chart: object, title = 'x') => [{ type: 'data_visualization', title, chart }];
export const pie = (segments: number) => ({ type: 'pie', segments: times(segments, slice) });
export const line = (series: number, categories = ['a']) => ({
  type: 'line',
  series: times(series, (i) => ({ name: `s${i}`, data: [{ label: 'a', value: 1 }] })),
  axis_config: { categories },
});
export const confirm = (more: object) =>
  button({ confirm: { title: plain(1), text: plain(1), confirm: plain(1), deny: plain(1), ...more } });
export const modal = (more: object) => ({
  type: 'modal',
  title: plain(1),
  submit: plain(1),
  blocks: [],
  ...more,
});
export const cell = () => [{ type: 'raw_text', text: 'x' }];

export function blockFaults(blocks: unknown): string[] {
  const checked = checkMessageBlocks(blocks);
  return checked.ok ? [] : checked.faults;
}

export function viewFaults(view: unknown): string[] {
  const checked = checkView(view);
  return checked.ok ? [] : checked.faults;
}
