import { sql } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';

import type { PersonId } from '../../core/issue.ts';
import { isBefore } from '../../core/moments.ts';
import { turns } from '../../core/turns.ts';
import type { TurnType } from '../../core/turns.ts';
import type { JobPayloads } from '../jobs/jobs.ts';
import { openHands } from './hands.ts';
import type { Hands } from './hands.ts';
import { forgetHandedOver } from './in-hand.ts';
import { instant } from './iso-times.ts';
import { asPersonId } from './person-id.ts';
import type { Store } from './store.ts';
import { transact } from './transact.ts';
import type { Tx, WorkspaceId } from './transact.ts';
import { asWorkspaceId } from './workspaces.ts';

/** A row of another kind was written by a newer version, and waits for it. */
const kinds = [...turns, 'nudge', 'draw', 'mend', 'resend', 'hand-over', 'trial', 'digest', 'owed'] as const;

const dueRow = z.object({
  workspace_id: z.string(),
  kind: z.enum(kinds),
  subject: z.string(),
  until: instant,
});

/**
 * What is done at once, in this process: an issue's time has come, or a digest's, or that of what leads owe, somebody may
 * be written to, or what followed from that was not drawn.
 */
export type Found =
  | { readonly kind: TurnType; readonly workspace: WorkspaceId; readonly number: number }
  | { readonly kind: 'nudge'; readonly workspace: WorkspaceId; readonly person: PersonId }
  | { readonly kind: 'digest'; readonly workspace: WorkspaceId }
  | { readonly kind: 'owed'; readonly workspace: WorkspaceId }
  | { readonly kind: 'draw'; readonly workspace: WorkspaceId; readonly message: string };

/**
 * Where what was found is not done by then, the sweep finds the row again. A turn takes no longer than the database's
 * deadline, and what is drawn in hand no longer than its lease; jobs try again by themselves. What waits for its turn
 * here until then is left to whoever finds it next.
 */
const again = sql`case when kind in ${[...turns, 'nudge']} then interval '5 seconds'
  when kind in ('draw', 'digest') then interval '15 seconds' else interval '60 seconds' end`;

/** People come first: the pool has more connections than that. */
const mostInHand = 6;

/**
 * A round costs about as much as a turn, however much it finds. Where one has found all that it asked for, the next asks
 * for so many: few enough to be worked off long before their leases are over.
 */
const mostAtOnce = 60;

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
  };
  const isLeased = ({ until }: Leased): boolean => isBefore(store.clock(), until);
  const hands = openHands<Leased>(
    mostInHand,
    ({ found }) => takeUp(found),
    isLeased,
    () => state.wake(),
  );
  let running = Promise.resolve();
  return {
    start: () => {
      running = loop(store, state, hands, onFault);
    },
    expect: (at) => {
      state.expectedMs = Math.min(state.expectedMs, at.epochMilliseconds);
      state.wake();
    },
    isIdle: () => !state.isLooking && hands.areIdle(),
    stop: async () => {
      state.isStopping = true;
      state.wake();
      await running;
      hands.letGo();
    },
    settled: hands.settled,
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
}

async function loop(
  store: Store,
  state: Loop,
  hands: Hands<Leased>,
  onFault: (error: unknown) => void,
): Promise<void> {
  let isMore = false;
  while (!state.isStopping) {
    state.expectedMs = Infinity;
    let untilMs = Date.now() + longestNapMs;
    state.isLooking = true;
    try {
      const round = await sweep(store, isMore ? mostAtOnce : hands.free());
      isMore = round.isMore;
      untilMs = Date.now() + round.napMs;
      hands.add(round.found);
    } catch (error) {
      onFault(error);
    }
    state.isLooking = false;
    while (!state.isStopping) {
      const ms = Math.min(untilMs - Date.now(), state.expectedMs - store.clock().epochMilliseconds);
      if (ms <= 0 && !hands.isAnythingWaiting() && hands.free() > 0) break;
      /* Where all hands are full, whichever is free first ends the nap. */
      await nap(state, ms > 0 ? ms : longestNapMs);
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

interface Leased {
  readonly found: Found;
  readonly until: Temporal.Instant;
}

interface Round {
  readonly found: readonly Leased[];
  /** It found all that it asked for. */
  readonly isMore: boolean;
  /** How long to sleep, in milliseconds: until the next thing falls due, and at most a second. */
  readonly napMs: number;
}

async function sweep(store: Store, most: number): Promise<Round> {
  return await transact(store, 'sweep', async (tx) => {
    const now = store.clock();
    const { rows, next } = await lease(tx, now, most);
    const found: Leased[] = [];
    const toDraw: JobPayloads['draw'][] = [];
    for (const { workspace_id, kind, subject, until } of rows) {
      const workspace = asWorkspaceId(workspace_id);
      const take = (it: Found): unknown => found.push({ found: it, until });
      if (kind === 'mend') await store.enqueue(tx, 'mend', [{ workspace }]);
      else if (kind === 'trial') await store.enqueue(tx, 'run-trial', [{ workspace }]);
      else if (kind === 'resend' || kind === 'hand-over') toDraw.push({ workspace, message: subject });
      else if (kind === 'digest' || kind === 'owed') take({ kind, workspace });
      else if (kind === 'draw') take({ kind, workspace, message: subject });
      else if (kind === 'nudge') take({ kind, workspace, person: asPersonId(subject) });
      else take({ kind, workspace, number: Number(subject) });
    }
    await store.enqueue(tx, 'draw', toDraw);
    await forgetHandedOver(
      tx,
      rows.filter(({ kind }) => kind === 'hand-over'),
    );
    const isMore = rows.length === most;
    return { found, isMore, napMs: isMore ? 0 : napUntil(next, now) };
  });
}

const leased = z.tuple([z.object({ found: z.array(dueRow).nullable(), next: instant.nullable() })]);

/** What is found is left alone for a while. With it comes when something falls due `next`. */
async function lease(tx: Tx, now: Temporal.Instant, most: number) {
  const { rows } = await tx.execute<Record<string, unknown>>(sql`
    with past as (
      select workspace_id as w, kind as k, subject as s, due_at as since from due
      where due_at <= ${now.toString()}::timestamptz and kind in ${[...kinds]}
      order by due_at limit ${most} for update skip locked),
    found as (
      update due set due_at = ${now.toString()}::timestamptz + ${again} from past
      where (workspace_id, kind, subject) = (w, k, s)
      returning workspace_id, kind, subject, due_at as until, since)
    select (select json_agg(found order by since) from found) as found, (
      select min(due_at)::text from due
      where due_at > ${now.toString()}::timestamptz and kind in ${[...kinds]}) as next`);
  const [{ found, next }] = leased.parse(rows);
  return { rows: found ?? [], next };
}

/** Tried again every minute for as long as no admin acts: nobody waits for its moment. */
const lasting = 'mend';

/** Looked at each day, each at an hour of its own: one look a day is enough for whoever waits for the next of them. */
const daily = 'in-vain';

/** When the next thing falls due, as far as it is known by now; what should have been found already is the next. */
export async function nextDue(store: Store): Promise<Temporal.Instant | null> {
  const awaited = kinds.filter((kind) => kind !== lasting && kind !== daily);
  const lastOfDay = sql`(select max(due_at) from due where kind = ${daily}
    and due_at < (select min(due_at) from due where kind = ${daily}) + interval '1 day')`;
  const hasCome = sql`due_at <= ${store.clock().toString()}::timestamptz`;
  const { rows } = await transact(store, 'sweep', (tx) =>
    tx.execute<Record<string, unknown>>(sql`
      select least(min(due_at), ${lastOfDay})::text as at from due
      where kind = any(${sql.param(awaited)}::text[]) or (kind = ${daily} and ${hasCome})`),
  );
  return z.array(z.object({ at: instant.nullable() })).parse(rows)[0]?.at ?? null;
}

function napUntil(next: Temporal.Instant | null, now: Temporal.Instant): number {
  if (next === null) return longestNapMs;
  const ms = next.epochMilliseconds - now.epochMilliseconds;
  return Math.min(longestNapMs, Math.max(0, ms));
}
