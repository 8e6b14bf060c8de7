import type { Pool } from 'pg';

/** More than so many flags within so short a time are many at once. */
const manyFlags = 10;
export const momentMs = 50;

/** When the last of them came, by the pool that they go through. */
const flaggedMs = new WeakMap<Pool, number[]>();

/**
 * Whether the database has more urgent work, asked once for each flag: more than half of the connections are at work, or
 * many have just flagged. The disk takes many commits at once, so that also among many there are moments in which nearly
 * every connection has just been given back.
 */
export function isBusy(pool: Pool): boolean {
  const last = flaggedMs.get(pool) ?? [];
  flaggedMs.set(pool, last);
  const now = performance.now();
  last.push(now);
  const earliest = last.length > manyFlags ? last.shift() : undefined;
  const atWork = pool.totalCount - pool.idleCount;
  return atWork > pool.options.max / 2 || (earliest !== undefined && now - earliest < momentMs);
}
