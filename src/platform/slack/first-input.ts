import { z } from 'zod';

const blocks = z.array(z.object({ type: z.string(), block_id: z.string() })).catch([]);

/** Slack shows a submission's errors under input blocks only; what has no field of its own goes under the first. */
export function firstInput(of: unknown): string {
  const input = blocks.parse(of).find(({ type }) => type === 'input');
  return input?.block_id ?? '';
}
