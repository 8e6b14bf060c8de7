import { and, desc, eq, isNull, sql } from 'drizzle-orm';
import { Temporal } from 'temporal-polyfill';

import { lookAt } from '../../core/digest/periods.ts';
import type { Period, Schedule } from '../../core/digest/periods.ts';
import { pick } from '../../core/digest/pick.ts';
import { noFollowUps } from '../../core/follow-ups.ts';
import { writePicked } from './digest-rows.ts';
import { gather } from './gather.ts';
import { followUp } from './outbox.ts';
import { due } from './schema/delivery.ts';
import { digests, ownLines } from './schema/digests.ts';
import { workspaces } from './schema/issues.ts';
import { readSettings } from './settings.ts';
import type { Otherwise, Settings } from './settings.ts';
import type { Store } from './store.ts';
import { together, transact } from './transact.ts';
import type { Tx, WorkspaceId } from './transact.ts';

const kind = 'digest';

export function scheduleOf({ timeZone, digestDay, digestHour }: Settings): Schedule {
  return { zone: timeZone, day: digestDay, hour: digestHour };
}

/** When it is to be looked whether a digest is due: at once, as that finds out when the next one is. */
export async function lookForDigest(tx: Tx, workspace: WorkspaceId, now: Temporal.Instant): Promise<void> {
  await lookAgainAt(tx, workspace, now);
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
    await keepSettings(tx, workspace);
    const [settings, last] = await together([readSettings(tx, workspace, otherwise), lastEnd(tx, workspace)]);
    const schedule = scheduleOf(settings);
    const { period, next } = lookAt(schedule, last, now);
    if (period !== null) await makeDigest(store, tx, workspace, period, schedule);
    await lookAgainAt(tx, workspace, next);
  });
}

/** Whoever chooses others waits until this is over, or this for them: so the next look is by those that hold. */
async function keepSettings(tx: Tx, workspace: WorkspaceId): Promise<void> {
  await tx
    .select({ id: workspaces.id })
    .from(workspaces)
    .where(eq(workspaces.id, workspace))
    .for('key share');
}

/** Where the last period ended; `null`: there was none so far. */
export async function lastEnd(tx: Tx, workspace: WorkspaceId): Promise<Temporal.Instant | null> {
  const [row] = await tx
    .select({ endsAt: digests.endsAt })
    .from(digests)
    .where(eq(digests.workspaceId, workspace))
    .orderBy(desc(digests.endsAt))
    .limit(1);
  return row?.endsAt ?? null;
}

async function makeDigest(
  store: Store,
  tx: Tx,
  workspace: WorkspaceId,
  period: Period,
  { zone }: Schedule,
): Promise<void> {
  const gathered = await gather(tx, workspace, period, zone);
  const picked = pick(gathered, period.to, zone);
  const taken = await tx
    .insert(digests)
    .values({
      workspaceId: workspace,
      beginsAt: period.from,
      endsAt: period.to,
      picked: picked === null ? null : writePicked(picked),
    })
    .onConflictDoNothing()
    .returning({ endsAt: digests.endsAt });
  if (taken.length === 0 || picked === null) return;
  if (gathered.lines > 0)
    await tx
      .update(ownLines)
      .set({ toldAt: period.to })
      .where(and(eq(ownLines.workspaceId, workspace), isNull(ownLines.toldAt)));
  const draw = [{ kind, subject: subjectOf(period.to), person: null } as const];
  await followUp(tx, store.enqueue, workspace, { ...noFollowUps, draw });
}

/** A digest's message is named after the end of its period: in milliseconds, as `digest-messages.ts` has it too. */
function subjectOf(endsAt: Temporal.Instant): string {
  return String(endsAt.epochMilliseconds);
}

export function endOf(subject: string): Temporal.Instant {
  return Temporal.Instant.fromEpochMilliseconds(Number(subject));
}

async function lookAgainAt(tx: Tx, workspace: WorkspaceId, dueAt: Temporal.Instant): Promise<void> {
  await tx
    .insert(due)
    .values({ workspaceId: workspace, kind, subject: '', dueAt })
    .onConflictDoUpdate({
      target: [due.workspaceId, due.kind, due.subject],
      set: { dueAt: sql`excluded.due_at` },
    });
}
