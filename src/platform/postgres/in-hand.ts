import { and, eq, sql } from 'drizzle-orm';

import type { Enqueue, JobName, JobPayloads } from '../jobs/jobs.ts';
import { due } from './schema/delivery.ts';
import type { Store } from './store.ts';
import { transact } from './transact.ts';
import type { Tx, WorkspaceId } from './transact.ts';

/** Longer than it takes to draw it at once. Whoever wanted to and ended before is not waited for any longer. */
const inHandSeconds = 15;

const kind = 'draw';

export interface InHand {
  /** For the transaction that makes the drawing necessary. */
  readonly enqueue: Enqueue;
  /** What is to be drawn once that is committed. */
  readonly messages: readonly string[];
}

/**
 * Whoever changes something may draw at once what follows from it, without a job in between. That they mean to is kept
 * with the change as something that falls due, so that it is found should they come to nothing.
 */
export function takeInHand({ enqueue, clock }: Store): InHand {
  const messages: string[] = [];
  return {
    messages,
    enqueue: async (tx, name, payloads) => {
      const all: readonly JobPayloads[JobName][] = payloads;
      const draws = all.filter(isDraw);
      if (draws.length === 0) return await enqueue(tx, name, payloads);
      const dueAt = clock().add({ seconds: inHandSeconds });
      messages.push(...draws.map(({ message }) => message));
      await tx
        .insert(due)
        .values(
          draws.map(({ workspace, message }) => ({ workspaceId: workspace, kind, subject: message, dueAt })),
        )
        .onConflictDoUpdate({
          target: [due.workspaceId, due.kind, due.subject],
          set: { dueAt: sql`excluded.due_at` },
        });
    },
  };
}

function isDraw(payload: JobPayloads[JobName]): payload is JobPayloads['draw'] {
  return 'message' in payload;
}

const one = (workspace: WorkspaceId, message: string) =>
  and(eq(due.workspaceId, workspace), eq(due.kind, kind), eq(due.subject, message));

/** It is drawn. A crash of Postgres may forget that: it is looked at once more, which does no harm. */
export async function letGo(store: Store, workspace: WorkspaceId, message: string): Promise<void> {
  await transact(store, 'sweep', (tx) => tx.delete(due).where(one(workspace, message)));
}

/** It did not work out at once: the worker has more patience. */
export async function handOver(store: Store, workspace: WorkspaceId, message: string): Promise<void> {
  await transact(store, { workspace }, async (tx) => {
    await tx.delete(due).where(one(workspace, message));
    await store.enqueue(tx, 'draw', [{ workspace, message }]);
  });
}

interface HandedOver {
  readonly workspace_id: string;
  /** The message's id. */
  readonly subject: string;
}

/** What fell due only for a job to be made of it: the job is there now, and has all the patience that it needs. */
export async function forgetHandedOver(tx: Tx, rows: readonly HandedOver[]): Promise<void> {
  if (rows.length === 0) return;
  await tx.execute(sql`
    delete from due using unnest(${sql.param(rows.map((it) => it.workspace_id))}::uuid[],
      ${sql.param(rows.map((it) => it.subject))}::text[]) as handed (workspace, message)
    where (workspace_id, kind, subject) = (workspace, 'hand-over', message)`);
}
