import type { Behind, WorkspaceId } from './transact.ts';

/** Who was last to want a workspace's next number, until they are through. */
const last = new Map<WorkspaceId, Promise<void>>();

interface Queued {
  readonly awaitTurn: () => Promise<void>;
  /** `goOn` is to be called in any case, once it is committed or has come to nothing. */
  readonly behind: Behind;
}

/**
 * Those of this process who flag in the same workspace at once wait for its next number here, one after the other: ten
 * of them waiting in Postgres keep it busier than the one at work. The number's row is locked all the same, so whoever
 * gives up waiting, or comes from another process, does no harm.
 */
export function joinQueue(workspace: WorkspaceId): Queued {
  const { promise: through, resolve } = Promise.withResolvers<void>();
  return {
    awaitTurn: async () => {
      const before = last.get(workspace);
      last.set(workspace, through);
      await before;
    },
    behind: {
      isAnybody: () => last.get(workspace) !== through,
      goOn: () => {
        resolve();
        if (last.get(workspace) === through) last.delete(workspace);
      },
    },
  };
}
