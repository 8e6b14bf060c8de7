import { randomUUID } from 'node:crypto';

import { and, desc, eq, isNull, sql } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';

import { lookAt } from '../../core/digest/periods.ts';
import type { Period, Schedule, Slot } from '../../core/digest/periods.ts';
import { pick } from '../../core/digest/pick.ts';
import type { Picked } from '../../core/digest/pick.ts';
import { digestSubject } from './digest-messages.ts';
import { writePicked } from './digest-rows.ts';
import { gather } from './gather.ts';
import { due, messages } from './schema/delivery.ts';
import { digests, ownLines } from './schema/digests.ts';
import { readSettings } from './settings.ts';
import type { Otherwise, Settings } from './settings.ts';
import type { Store } from './store.ts';
import { together, transact } from './transact.ts';
import type { Tx, WorkspaceId } from './transact.ts';

const kind = 'digest';

/** Those whose digests are due at the same moment go first, and a lead has read theirs. */
const owedAfterMinutes = 1;

export function scheduleOf({ timeZone, digestDay, digestHour, holidays }: Settings): Schedule {
  return { zone: timeZone, day: digestDay, hour: digestHour, holidays: new Set(holidays) };
}

/** When it is to be looked whether a digest is due: at once, as that finds out when the next one is. */
export async function lookForDigest(tx: Tx, workspace: WorkspaceId, now: Temporal.Instant): Promise<void> {
  await saveDue(tx, workspace, [{ kind, subject: '', dueAt: now }]);
}

/**
 * A workspace's digest may be due: makes it, if it is, and says when to look again. However many processes come, a
 * period is taken by one of them, and its digest handed to delivery with that.
 *
 * @throws Unavailable or Unsure, see `transact`.
 */
export async function takeDigestTurn(
  store: Store,
  workspace: WorkspaceId,
  otherwise: Otherwise,
): Promise<void> {
  const now = store.clock();
  await transact(store, { workspace }, async (tx) => {
    const [settings, last] = await keepAndRead(tx, workspace, otherwise);
    const schedule = scheduleOf(settings);
    const { period, next } = lookAt(schedule, last, now);
    const made = period === null ? null : await makeDigest(tx, workspace, period, schedule);
    const wanted: Wanted[] = [{ kind, subject: '', dueAt: next }];
    if (made !== null)
      wanted.push({ kind: 'owed', subject: '', dueAt: now.add({ minutes: owedAfterMinutes }) });
    if (made?.picked != null) wanted.push({ kind: 'hand-over', subject: made.message, dueAt: now });
    await together([saveDue(tx, workspace, wanted), made === null ? null : keep(tx, workspace, made)]);
  });
}

const keepsSettings = 'select from workspaces where id = $1 for key share';
const takesTurns = `select from due where workspace_id = $1 and kind = $2 and subject = '' for update`;

/**
 * Whoever chooses other settings waits until this is over, or this for them: so the next look is by those that hold.
 * Another process that looks waits as well, and finds the period taken. What is read leaves together with that, and after
 * it: so these two are asked for without a detour, on which others could overtake them.
 */
async function keepAndRead(
  tx: Tx,
  workspace: WorkspaceId,
  otherwise: Otherwise,
): Promise<[Settings, Slot | null]> {
  const [, , settings, last] = await together([
    tx.$client.query({ text: keepsSettings, values: [workspace] }),
    tx.$client.query({ text: takesTurns, values: [workspace, kind] }),
    readSettings(tx, workspace, otherwise),
    lastTold(tx, workspace),
  ]);
  return [settings, last];
}

/** The last one that was made; `null`: there was none so far. */
export async function lastTold(tx: Tx, workspace: WorkspaceId): Promise<Slot | null> {
  const [row] = await tx
    .select({ to: digests.endsAt, usualAt: digests.usualAt })
    .from(digests)
    .where(eq(digests.workspaceId, workspace))
    .orderBy(desc(digests.endsAt))
    .limit(1);
  return row === undefined ? null : { to: row.to, usual: row.usualAt ?? row.to };
}

interface Made {
  readonly period: Period & Slot;
  readonly picked: Picked | null;
  readonly hasLines: boolean;
  /** The id of the message that shows it. */
  readonly message: string;
}

async function makeDigest(
  tx: Tx,
  workspace: WorkspaceId,
  period: Period & Slot,
  { zone }: Schedule,
): Promise<Made> {
  const gathered = await gather(tx, workspace, period, zone);
  const picked = pick(gathered, period.to, zone);
  return { period, picked, hasLines: gathered.lines > 0, message: randomUUID() };
}

/** All of it is asked at once: this is the first that anybody hears of the period, so nothing stands in the way. */
async function keep(tx: Tx, workspace: WorkspaceId, { period, picked, hasLines, message }: Made) {
  const { from, to, usual } = period;
  const usualAt = usual.equals(to) ? null : usual;
  const taken = { workspaceId: workspace, beginsAt: from, endsAt: to, usualAt };
  if (picked === null) return await tx.insert(digests).values({ ...taken, picked });
  const subject = digestSubject(sql`${to.toString()}::timestamptz`);
  const untold = and(eq(ownLines.workspaceId, workspace), isNull(ownLines.toldAt));
  return await together([
    tx.insert(digests).values({ ...taken, picked: writePicked(picked) }),
    tx.insert(messages).values({ workspaceId: workspace, id: message, kind, subject, target: '' }),
    hasLines ? tx.update(ownLines).set({ toldAt: to }).where(untold) : null,
  ]);
}

interface Wanted {
  readonly kind: 'digest' | 'owed' | 'hand-over';
  readonly subject: string;
  readonly dueAt: Temporal.Instant;
}

async function saveDue(tx: Tx, workspaceId: WorkspaceId, wanted: readonly Wanted[]): Promise<void> {
  await tx
    .insert(due)
    .values(wanted.map((it) => ({ workspaceId, ...it })))
    .onConflictDoUpdate({
      target: [due.workspaceId, due.kind, due.subject],
      set: { dueAt: sql`excluded.due_at` },
    });
}
