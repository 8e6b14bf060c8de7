import { and, eq, lt } from 'drizzle-orm';
import { z } from 'zod';

import type { PersonId } from '../../core/issue.ts';
import { personFor } from './people.ts';
import { drafts } from './schema/delivery.ts';
import type { Store } from './store.ts';
import { transact } from './transact.ts';
import type { Tx, WorkspaceId } from './transact.ts';

/** What somebody was typing: one draft for each person, form and issue. */
export interface DraftPlace {
  readonly workspace: WorkspaceId;
  readonly person: PersonId;
  readonly form: string;
  readonly number: number;
}

/** Field → text. */
export type DraftFields = Readonly<Record<string, string>>;

const written = z.record(z.string(), z.string());

/** A form that nobody opened again for so long is not coming back. */
const keptDays = 30;

/** Keeps what stands in the form now; with nothing in it, nothing is kept. @throws Unavailable or Unsure */
export async function keepDraft(
  store: Store,
  visit: Omit<DraftPlace, 'person'> & { readonly slackUser: string },
  fields: DraftFields,
): Promise<void> {
  const { workspace } = visit;
  const savedAt = store.clock();
  await transact(store, { workspace }, async (tx) => {
    const place = { ...visit, person: (await personFor(tx, workspace, visit.slackUser)).id };
    const old = savedAt.subtract({ hours: 24 * keptDays });
    await tx.delete(drafts).where(and(eq(drafts.workspaceId, workspace), lt(drafts.savedAt, old)));
    if (Object.values(fields).every((text) => text.trim() === '')) return await dropDraft(tx, place);
    await tx
      .insert(drafts)
      .values({ ...keyOf(place), fields, savedAt })
      .onConflictDoUpdate({
        target: [drafts.workspaceId, drafts.personId, drafts.form, drafts.subject],
        set: { fields, savedAt },
      });
  });
}

export async function recallDraft(tx: Tx, place: DraftPlace): Promise<DraftFields> {
  const [row] = await tx.select().from(drafts).where(at(place));
  return row === undefined ? {} : written.parse(row.fields);
}

/** Sent, or emptied: nothing of it is kept. */
export async function dropDraft(tx: Tx, place: DraftPlace): Promise<void> {
  await tx.delete(drafts).where(at(place));
}

function keyOf({ workspace, person, form, number }: DraftPlace) {
  return { workspaceId: workspace, personId: person, form, subject: String(number) };
}

function at(place: DraftPlace) {
  const { workspaceId, personId, form, subject } = keyOf(place);
  return and(
    eq(drafts.workspaceId, workspaceId),
    eq(drafts.personId, personId),
    eq(drafts.form, form),
    eq(drafts.subject, subject),
  );
}
