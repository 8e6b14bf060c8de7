import type { WorkspaceId } from './transact.ts';

/** Who was last to want a workspace's next number, until they are through. */
const last = new Map<WorkspaceId, Promise<void>>();

/**
 * Those of this process who flag in the same workspace at once wait for its next number here, one after the other: ten
 * of them waiting in Postgres keep it busier than the one at work. The number's row is locked all the same, so whoever
 * gives up waiting, or comes from another process, does no harm.
 */
export function joinQueue(workspace: WorkspaceId) {
  const { promise: through, resolve } = Promise.withResolvers<void>();
  return {
    awaitTurn: async (): Promise<void> => {
      const before = last.get(workspace);
      last.set(workspace, through);
      await before;
    },
    /** To be called in any case, once it is committed or has come to nothing. */
    pass: (): void => {
      resolve();
      if (last.get(workspace) === through) last.delete(workspace);
    },
  };
}
