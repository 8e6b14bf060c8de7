import { setTimeout as pause } from 'node:timers/promises';

const longestPauseSeconds = 5;

/** Does what a start can't do without, again and ever more slowly until it works or the process stops. Never throws. */
export async function persist(
  work: () => Promise<void>,
  onFault: (error: unknown) => void,
  signal: AbortSignal,
): Promise<void> {
  for (let seconds = 1; !signal.aborted; seconds = Math.min(longestPauseSeconds, seconds * 2)) {
    try {
      return await work();
    } catch (error) {
      onFault(error);
      await pause(seconds * 1000, undefined, { signal }).catch(() => undefined);
    }
  }
}
