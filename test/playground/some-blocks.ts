import { ApiError } from '../../src/playground/double/double.ts';
import { readBlocks, readView } from '../../src/playground/double/limits.ts';

export const plain = (length: number) => ({ type: 'plain_text', text: 'x'.repeat(length) });
export const mrkdwn = (length: number) => ({ type: 'mrkdwn', text: 'x'.repeat(length) });
export const times = <T>(count: number, make: (index: number) => T) =>
  Array.from({ length: count }, (_, i) => make(i));
export const long = (length: number) => 'x'.repeat(length);
export const option = (index: number) => ({ text: plain(1), value: `v${index}` });
export const actions = (...elements: object[]) => [{ type: 'actions', elements }];
export const button = (more: object) => actions({ type: 'button', text: plain(1), ...more });
export const said = (more: object = {}) => ({ type: 'section', text: plain(1), ...more });
export const input = (element: object, more: object = {}) => [
  { type: 'input', label: plain(1), element, ...more },
];
export const select = (more: object) => input({ type: 'static_select', options: [option(0)], ...more });
export const text = (more: object = {}) => input({ type: 'plain_text_input', ...more });
export const confirm = (more: object) =>
  button({ confirm: { title: plain(1), text: plain(1), confirm: plain(1), deny: plain(1), ...more } });
export const modal = (more: object) => ({
  type: 'modal',
  title: plain(1),
  submit: plain(1),
  blocks: [],
  ...more,
});

export function blockFaults(blocks: unknown): string[] {
  return faultsOf(() => readBlocks(blocks));
}

export function viewFaults(view: unknown): string[] {
  return faultsOf(() => readView(view, 'modal'));
}

function faultsOf(read: () => unknown): string[] {
  try {
    read();
    return [];
  } catch (error) {
    if (error instanceof ApiError) return error.faults;
    throw error;
  }
}
