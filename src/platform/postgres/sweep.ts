import { inArray, min, sql } from 'drizzle-orm';
import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';

import type { Turn } from '../../core/decide.ts';
import type { PersonId } from '../../core/issue.ts';
import { asPersonId } from './issue-rows.ts';
import { due } from './schema/delivery.ts';
import type { Store } from './store.ts';
import { transact } from './transact.ts';
import type { Tx, WorkspaceId } from './transact.ts';
import { asWorkspaceId } from './workspaces.ts';

/** A row of another kind was written by a newer version, and waits for it. */
const kinds = [
  'post',
  'ask-to-choose',
  'fall-silent',
  'helper-left',
  'nudge',
  'draw',
  'mend',
  'resend',
  'trial',
  'digest',
] as const;

const dueRow = z.object({
  workspace_id: z.string(),
  kind: z.enum(kinds),
  subject: z.string(),
});

/**
 * What is done at once, in this process: an issue's time has come, or a digest's, somebody may be written to, or what
 * followed from that was not drawn.
 */
export type Found =
  | { readonly kind: Turn['type']; readonly workspace: WorkspaceId; readonly number: number }
  | { readonly kind: 'nudge'; readonly workspace: WorkspaceId; readonly person: PersonId }
  | { readonly kind: 'digest'; readonly workspace: WorkspaceId }
  | { readonly kind: 'draw'; readonly workspace: WorkspaceId; readonly message: string };

/**
 * Where what was found is not done by then, the sweep finds the row again. A turn takes no longer than the database's
 * deadline, and what is drawn in hand no longer than its lease; jobs try again by themselves.
 */
const again = sql`case when kind in ('post', 'ask-to-choose', 'fall-silent', 'helper-left', 'nudge') then interval '5 seconds'
  when kind = 'draw' then interval '15 seconds' else interval '60 seconds' end`;

/** People come first: the pool has more connections than that. */
const mostInHand = 6;

/** Never sleeps longer than this, so that what another process wrote is found too. */
const longestNapMs = 1000;

export interface Sweeper {
  start(): void;
  /** Something falls due at `at`: don't sleep past it. */
  expect(at: Temporal.Instant): void;
  /** Nothing that was found is still under way here, and nothing is being looked for. */
  isIdle(): boolean;
  /** Finds nothing more. */
  stop(): Promise<void>;
  /** What was under way here has ended. */
  settled(): Promise<void>;
}

/**
 * Finds everything whose time has come, across workspaces. Any number of processes may sweep: each row is skipped while
 * another holds it. Nothing is removed here; the change itself takes its row away. `takeUp` does not throw.
 */
export function openSweeper(
  store: Store,
  takeUp: (found: Found) => Promise<void>,
  onFault: (error: unknown) => void,
): Sweeper {
  const state: Loop = {
    isStopping: false,
    isLooking: false,
    expectedMs: Infinity,
    wake: () => undefined,
    inHand: new Set(),
  };
  let running = Promise.resolve();
  return {
    start: () => {
      running = loop(store, state, takeUp, onFault);
    },
    expect: (at) => {
      state.expectedMs = Math.min(state.expectedMs, at.epochMilliseconds);
      state.wake();
    },
    isIdle: () => !state.isLooking && state.inHand.size === 0,
    stop: async () => {
      state.isStopping = true;
      state.wake();
      await running;
    },
    settled: async () => {
      await Promise.all(state.inHand);
    },
  };
}

interface Loop {
  isStopping: boolean;
  /** What a round has found is not in hand before it ends. */
  isLooking: boolean;
  /** The soonest time somebody spoke of since the last round began, which that round may not have seen. */
  expectedMs: number;
  /** Ends the nap, so that the next one is measured anew. */
  wake: () => void;
  readonly inHand: Set<Promise<void>>;
}

async function loop(
  store: Store,
  state: Loop,
  takeUp: (found: Found) => Promise<void>,
  onFault: (error: unknown) => void,
): Promise<void> {
  while (!state.isStopping) {
    state.expectedMs = Infinity;
    let untilMs = Date.now() + longestNapMs;
    state.isLooking = true;
    try {
      const { found, napMs } = await sweep(store, mostInHand - state.inHand.size);
      untilMs = Date.now() + napMs;
      for (const it of found) keepInHand(state, takeUp(it));
    } catch (error) {
      onFault(error);
    }
    state.isLooking = false;
    while (!state.isStopping) {
      const ms = Math.min(untilMs - Date.now(), state.expectedMs - store.clock().epochMilliseconds);
      if (ms <= 0 && state.inHand.size < mostInHand) break;
      await nap(state, Math.max(ms, 1));
    }
  }
}

function keepInHand(state: Loop, work: Promise<void>): void {
  const done = work.finally(() => {
    state.inHand.delete(done);
    state.wake();
  });
  state.inHand.add(done);
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

interface Round {
  readonly found: readonly Found[];
  /** How long to sleep, in milliseconds: until the next thing falls due, and at most a second. */
  readonly napMs: number;
}

async function sweep(store: Store, most: number): Promise<Round> {
  return await transact(store, 'sweep', async (tx) => {
    const now = store.clock();
    const { rows, next } = await lease(tx, now, most);
    const found: Found[] = [];
    for (const { workspace_id, kind, subject } of rows) {
      const workspace = asWorkspaceId(workspace_id);
      if (kind === 'mend') await store.enqueue(tx, 'mend', [{ workspace }]);
      else if (kind === 'trial') await store.enqueue(tx, 'run-trial', [{ workspace }]);
      else if (kind === 'resend') await store.enqueue(tx, 'draw', [{ workspace, message: subject }]);
      else if (kind === 'digest') found.push({ kind, workspace });
      else if (kind === 'draw') found.push({ kind, workspace, message: subject });
      else if (kind === 'nudge') found.push({ kind, workspace, person: asPersonId(subject) });
      else found.push({ kind, workspace, number: Number(subject) });
    }
    return { found, napMs: rows.length < most ? napUntil(next, now) : 0 };
  });
}

const leased = z.tuple([z.object({ found: z.array(dueRow).nullable(), next: z.string().nullable() })]);

/** What is found is left alone for a while. With it comes when something falls due `next`. */
async function lease(tx: Tx, now: Temporal.Instant, most: number) {
  const { rows } = await tx.execute<Record<string, unknown>>(sql`
    with found as (
      update due set due_at = ${now.toString()}::timestamptz + ${again}
      where (workspace_id, kind, subject) in (
        select workspace_id, kind, subject from due
        where due_at <= ${now.toString()}::timestamptz and kind in ${[...kinds]}
        order by due_at limit ${most} for update skip locked)
      returning workspace_id, kind, subject)
    select (select json_agg(found) from found) as found, (
      select min(due_at)::text from due
      where due_at > ${now.toString()}::timestamptz and kind in ${[...kinds]}) as next`);
  const [{ found, next }] = leased.parse(rows);
  return { rows: found ?? [], next };
}

/** Tried again every minute for as long as no admin acts: nobody waits for its moment. */
const lasting = 'mend';

/** When the next thing falls due, as far as it is known by now; what should have been found already is the next. */
export async function nextDue(store: Store): Promise<Temporal.Instant | null> {
  const awaited = kinds.filter((kind) => kind !== lasting);
  const rows = await transact(store, 'sweep', (tx) =>
    tx
      .select({ at: min(due.dueAt) })
      .from(due)
      .where(inArray(due.kind, awaited)),
  );
  return rows[0]?.at ?? null;
}

function napUntil(next: string | null, now: Temporal.Instant): number {
  if (next === null) return longestNapMs;
  const ms = Temporal.Instant.from(next).epochMilliseconds - now.epochMilliseconds;
  return Math.min(longestNapMs, Math.max(0, ms));
}
