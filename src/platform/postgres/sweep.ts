import { sql } from 'drizzle-orm';
import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';

import type { Store } from './store.ts';
import { transact } from './transact.ts';
import type { Tx } from './transact.ts';

/** A row of another kind was written by a newer version, and waits for it. */
const kinds = ['post', 'fall-silent', 'helper-left', 'mend', 'resend', 'trial'] as const;

const dueRow = z.object({
  workspace_id: z.string(),
  kind: z.enum(kinds),
  subject: z.string(),
});

/** Where a due row's job has not done its work by then, the sweep finds the row again. */
const againAfterSeconds = 60;

const mostAtOnce = 100;

/** Never sleeps longer than this, so that what another process wrote is found too. */
const longestNapMs = 1000;

export interface Sweeper {
  start(): void;
  /** Something falls due at `at`: don't sleep past it. */
  expect(at: Temporal.Instant): void;
  stop(): Promise<void>;
}

/**
 * Hands everything whose time has come to the worker, across workspaces. Any number of processes may sweep: each row is
 * skipped while another holds it. Nothing is removed here; the change itself takes its row away.
 */
export function openSweeper(store: Store, onFault: (error: unknown) => void): Sweeper {
  const state: Loop = { isStopping: false, expectedMs: Infinity, wake: () => undefined };
  let running = Promise.resolve();
  return {
    start: () => {
      running = loop(store, state, onFault);
    },
    expect: (at) => {
      state.expectedMs = Math.min(state.expectedMs, at.epochMilliseconds);
      state.wake();
    },
    stop: async () => {
      state.isStopping = true;
      state.wake();
      await running;
    },
  };
}

interface Loop {
  isStopping: boolean;
  /** The soonest time somebody spoke of since the last round began, which that round may not have seen. */
  expectedMs: number;
  /** Ends the nap, so that the next one is measured anew. */
  wake: () => void;
}

async function loop(store: Store, state: Loop, onFault: (error: unknown) => void): Promise<void> {
  while (!state.isStopping) {
    state.expectedMs = Infinity;
    let untilMs = Date.now() + longestNapMs;
    try {
      untilMs = Date.now() + (await sweep(store));
    } catch (error) {
      onFault(error);
    }
    while (!state.isStopping) {
      const ms = Math.min(untilMs - Date.now(), state.expectedMs - store.clock().epochMilliseconds);
      if (ms <= 0) break;
      await nap(state, ms);
    }
  }
}

async function nap(state: Loop, ms: number): Promise<void> {
  await new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, ms);
    state.wake = () => {
      clearTimeout(timer);
      resolve();
    };
  });
  state.wake = () => undefined;
}

/** One round. Returns how long to sleep, in milliseconds: until the next thing falls due, and at most a second. */
async function sweep(store: Store): Promise<number> {
  return await transact(store, 'sweep', async (tx) => {
    const now = store.clock();
    const rows = await lease(tx, now);
    for (const { workspace_id: workspace, kind, subject } of rows) {
      if (kind === 'mend') await store.enqueue(tx, 'mend', [{ workspace }]);
      else if (kind === 'trial') await store.enqueue(tx, 'run-trial', [{ workspace }]);
      else if (kind === 'resend') await store.enqueue(tx, 'draw', [{ workspace, message: subject }]);
      else await store.enqueue(tx, 'take-turn', [{ workspace, number: Number(subject), turn: kind }]);
    }
    /* What was found is not to wait for the look ahead: the next round, at once, has the time. */
    return rows.length > 0 ? 0 : await untilNext(tx, now);
  });
}

async function lease(tx: Tx, now: Temporal.Instant) {
  const again = now.add({ seconds: againAfterSeconds }).toString();
  const { rows } = await tx.execute<Record<string, unknown>>(sql`
    update due set due_at = ${again}::timestamptz
    where (workspace_id, kind, subject) in (
      select workspace_id, kind, subject from due
      where due_at <= ${now.toString()}::timestamptz and kind in ${[...kinds]}
      order by due_at limit ${mostAtOnce} for update skip locked)
    returning workspace_id, kind, subject`);
  return z.array(dueRow).parse(rows);
}

async function untilNext(tx: Tx, now: Temporal.Instant): Promise<number> {
  const { rows } = await tx.execute<Record<string, unknown>>(
    sql`select min(due_at)::text as next from due where kind in ${[...kinds]}`,
  );
  const next = z.array(z.object({ next: z.string().nullable() })).parse(rows)[0]?.next ?? null;
  if (next === null) return longestNapMs;
  const ms = Temporal.Instant.from(next).epochMilliseconds - now.epochMilliseconds;
  return Math.min(longestNapMs, Math.max(0, ms));
}
