import { setTimeout as delay } from 'node:timers/promises';

import type { Logger } from 'pino';

import type { Cluster } from './embedded-cluster.ts';
import { othersLeave, release } from './embedded-hold.ts';
import { boundLog } from './embedded-log.ts';
import { reach, shutDown, type Held } from './embedded-server.ts';

export type Log = Pick<Logger, 'info' | 'warn'>;

const retryMs = 1000;
const boundLogEveryMs = 3_600_000;

/** Starts the server again whenever it is lost, and keeps its log short, until stopped. */
export function keep(cluster: Cluster, first: Held, log: Log | undefined): { stop(): Promise<void> } {
  const stopping = new AbortController();
  const warn = (message: string) => (error: unknown) => log?.warn({ err: error }, message);
  const shorten = () => void boundLog(cluster.logFile).catch(warn('The log of Postgres was not shortened'));
  const shortening = setInterval(shorten, boundLogEveryMs).unref();
  const kept = keepHolding(cluster, first, stopping.signal, log);
  return {
    stop: async () => {
      clearInterval(shortening);
      stopping.abort();
      const last = await kept;
      // A server we lose in this moment is left to itself; the next start adopts it.
      const notStopped = warn('The embedded Postgres was not stopped');
      if (last === undefined) return;
      const shut = async () => {
        await othersLeave(last.hold);
        await shutDown(cluster);
      };
      await release(last.hold, shut).catch(notStopped);
    },
  };
}

/** Ends when `signal` does, with what is then held. */
async function keepHolding(
  cluster: Cluster,
  first: Held,
  signal: AbortSignal,
  log: Log | undefined,
): Promise<Held | undefined> {
  const aborted = new Promise<false>((resolve) => {
    signal.addEventListener('abort', () => resolve(false));
  });
  let held: Held | undefined = first;
  for (;;) {
    const isLost = held?.hold.lost.then(() => true) ?? delay(retryMs, true, { ref: false });
    if (!(await Promise.race([isLost, aborted]))) return held;
    if (held) log?.warn('The embedded Postgres went away; starting it again');
    held = await reach(cluster, first.socketDir, signal).catch((error: unknown) => {
      log?.warn({ err: error }, 'The embedded Postgres is away');
      return undefined;
    });
  }
}
