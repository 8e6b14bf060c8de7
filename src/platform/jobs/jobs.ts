import type { Tx } from '../postgres/transact.ts';

/** What each job is told: ids only. Whoever runs it reads the truth, so a job that comes twice or late does no harm. */
export interface JobPayloads {
  /** Draw one message, or redraw it. */
  draw: { readonly workspace: string; readonly message: string };
  /** Publish somebody's App Home, if they have ever opened it. */
  'publish-home': { readonly workspace: string; readonly person: string };
  /** Tell the admins that something waits for one of them: those from `cursor` on, Slack's name for where to go on. */
  'tell-admins': {
    readonly workspace: string;
    readonly reason: string;
    readonly channel: string;
    readonly cursor?: string;
  };
  /** Delete a second copy of a message, which an unanswered attempt left behind. */
  discard: { readonly channel: string; readonly ts: string };
  /** Delete what an issue left in Slack that is taken away, in this order. */
  remove: { readonly spots: readonly { readonly channel: string; readonly ts: string }[] };
  /** Take the test that goes on a step further. */
  'run-trial': { readonly workspace: string };
  /** Try again what waits for an admin, one message first. */
  mend: { readonly workspace: string };
}

export type JobName = keyof JobPayloads;

/** Written so that a job left out does not compile: it would have no queue, and whoever adds it would fail. */
const each = {
  draw: 'draw',
  'publish-home': 'publish-home',
  'tell-admins': 'tell-admins',
  discard: 'discard',
  remove: 'remove',
  'run-trial': 'run-trial',
  mend: 'mend',
} as const satisfies { readonly [Name in JobName]: Name };

export const jobNames: readonly JobName[] = Object.values(each);

/** Adds jobs inside a transaction: they exist exactly if it commits. */
export type Enqueue = <Name extends JobName>(
  tx: Tx,
  name: Name,
  payloads: readonly JobPayloads[Name][],
) => Promise<void>;
