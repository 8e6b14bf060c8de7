import { AsyncLocalStorage } from 'node:async_hooks';

const ends = new AsyncLocalStorage<number>();

/** All transactions that `work` begins, however many, are given up when so many milliseconds are over. */
export async function withinMs<T>(ms: number, work: () => Promise<T>): Promise<T> {
  return await ends.run(performance.now() + ms, work);
}

/** How long a transaction may take that begins now, in milliseconds. */
export function msLeft(mostMs: number): number {
  const end = ends.getStore();
  return end === undefined ? mostMs : Math.max(0, Math.min(mostMs, end - performance.now()));
}
