import { and, eq } from 'drizzle-orm';
import { z } from 'zod';

import type { Store } from './change-issue.ts';
import { personFor } from './people.ts';
import { drafts } from './schema/delivery.ts';
import { transact } from './transact.ts';
import type { WorkspaceId } from './transact.ts';

/** What somebody was typing: one draft for each person, form and issue. */
export interface DraftPlace {
  readonly workspace: WorkspaceId;
  readonly slackUser: string;
  readonly form: string;
  readonly number: number;
}

/** Field → text. */
export type DraftFields = Readonly<Record<string, string>>;

const written = z.record(z.string(), z.string());

/** Keeps what stands in the form now; with nothing in it, nothing is kept. @throws Unavailable or Unsure */
export async function keepDraft(store: Store, place: DraftPlace, fields: DraftFields): Promise<void> {
  const isEmpty = Object.values(fields).every((text) => text.trim() === '');
  if (isEmpty) return await dropDraft(store, place);
  const savedAt = store.clock();
  await transact(store, { workspace: place.workspace }, async (tx) => {
    const key = keyOf(place, (await personFor(tx, place.workspace, place.slackUser)).id);
    await tx
      .insert(drafts)
      .values({ ...key, fields, savedAt })
      .onConflictDoUpdate({
        target: [drafts.workspaceId, drafts.personId, drafts.form, drafts.subject],
        set: { fields, savedAt },
      });
  });
}

export async function recallDraft(store: Store, place: DraftPlace): Promise<DraftFields> {
  return await transact(store, { workspace: place.workspace }, async (tx) => {
    const { id } = await personFor(tx, place.workspace, place.slackUser);
    const [row] = await tx.select().from(drafts).where(whose(place, id));
    return row === undefined ? {} : written.parse(row.fields);
  });
}

/** Sent, or emptied: nothing of it is kept. */
export async function dropDraft(store: Store, place: DraftPlace): Promise<void> {
  await transact(store, { workspace: place.workspace }, async (tx) => {
    const { id } = await personFor(tx, place.workspace, place.slackUser);
    await tx.delete(drafts).where(whose(place, id));
  });
}

function keyOf({ workspace, form, number }: DraftPlace, personId: string) {
  return { workspaceId: workspace, personId, form, subject: String(number) };
}

function whose(place: DraftPlace, person: string) {
  const { workspaceId, personId, form, subject } = keyOf(place, person);
  return and(
    eq(drafts.workspaceId, workspaceId),
    eq(drafts.personId, personId),
    eq(drafts.form, form),
    eq(drafts.subject, subject),
  );
}
