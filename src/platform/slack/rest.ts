import { sql } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';

import { workingTimeOf } from '../../core/hours.ts';
import { openingAfter } from '../../core/working-time.ts';
import { reporterOf } from '../postgres/actor.ts';
import { loadHours, loadWorkplace } from '../postgres/hours.ts';
import { due } from '../postgres/schema/delivery.ts';
import type { Tx, WorkspaceId } from '../postgres/transact.ts';
import type { Courier, Delivery } from './courier.ts';
import { nextHalfHour } from './held-question.ts';

/**
 * When a message that nobody has asked for may go out, if its reader is at rest: it was to be sent while they worked, but
 * Slack or we were away. `null`: now.
 */
export async function restUntil(
  { store, settings }: Courier,
  tx: Tx,
  { workspace, address }: Delivery,
): Promise<Temporal.Instant | null> {
  const { kind, person } = address;
  const isHeld = kind === 'held';
  if (!isHeld && kind !== 'nudge' && kind !== 'bundle') return null;
  const reader = isHeld ? await reporterOf(store.keys, tx, workspace, Number(address.subject)) : person;
  const [hours] = reader === null ? [] : await loadHours(tx, workspace, [reader]);
  /* Where they are we may have had from Slack, and not kept. */
  if (hours === undefined || hours.zone === null) return null;
  const now = store.clock();
  const time = workingTimeOf(hours, await loadWorkplace(tx, workspace, settings.timeZone));
  const opening = openingAfter(time, now) ?? now.add({ hours: 24 });
  if (opening.equals(now)) return null;
  return isHeld ? nextHalfHour(now) : opening;
}

/** The sweep finds it then. */
export async function bringLater(
  tx: Tx,
  workspace: WorkspaceId,
  message: string,
  at: Temporal.Instant,
): Promise<void> {
  await tx
    .insert(due)
    .values({ workspaceId: workspace, kind: 'resend', subject: message, dueAt: at })
    .onConflictDoUpdate({
      target: [due.workspaceId, due.kind, due.subject],
      set: { dueAt: sql`excluded.due_at` },
    });
}
