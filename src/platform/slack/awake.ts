import type { Temporal } from 'temporal-polyfill';

import { isBefore } from '../../core/moments.ts';
import type { WorkspaceId } from '../postgres/transact.ts';

/** Who is using Flagpost just now. */
export interface Awake {
  readonly note: (workspace: WorkspaceId, slackUser: string) => void;
  readonly has: (workspace: WorkspaceId, slackUser: string) => boolean;
}

const awakeMinutes = 30;

/** So many people are remembered; the ones longest away are forgotten first. */
const most = 10_000;

/**
 * Whoever has just done something here may be written to, whatever the time is where they are: they wait for what
 * follows. Only this process knows it and not for long, since written down it would tell who was here when a flag came.
 * Where another process sends, or one that has started since, the message waits for their working hours as others do.
 */
export function whoIsAwake(clock: () => Temporal.Instant): Awake {
  const lastSeen = new Map<string, Temporal.Instant>();
  const keyOf = (workspace: WorkspaceId, slackUser: string): string => `${workspace}/${slackUser}`;
  return {
    note: (workspace, slackUser) => {
      const key = keyOf(workspace, slackUser);
      lastSeen.delete(key);
      lastSeen.set(key, clock());
      const [oldest] = lastSeen.keys();
      if (lastSeen.size > most && oldest !== undefined) lastSeen.delete(oldest);
    },
    has: (workspace, slackUser) => {
      const seen = lastSeen.get(keyOf(workspace, slackUser));
      return seen !== undefined && isBefore(clock(), seen.add({ minutes: awakeMinutes }));
    },
  };
}
