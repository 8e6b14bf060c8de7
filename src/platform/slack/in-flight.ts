import type { InFlight } from './door.ts';

/** Counts what is under way, so that a stop can wait for it. */
export function countInFlight(): InFlight & {
  readonly isIdle: () => boolean;
  readonly settled: () => Promise<void>;
} {
  const underWay = new Set<Promise<unknown>>();
  return {
    track: (work) => {
      const done = work.finally(() => underWay.delete(done));
      underWay.add(done);
      return done;
    },
    isIdle: () => underWay.size === 0,
    settled: async () => {
      while (underWay.size > 0) await Promise.allSettled(underWay);
    },
  };
}
