import { and, eq, lt, lte, sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';

import type { PersonId } from '../../core/issue.ts';
import { personFor } from './people.ts';
import { isSent, rememberRequest, sentKey } from './requests.ts';
import type { OpenedView } from './requests.ts';
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

/**
 * Keeps what stands in the form now; with nothing in it, that it is empty. Each keystroke is a request of its own, and
 * may be overtaken: by a later one, which stays, or by the submission, after which it is of no use any more.
 *
 * @throws Unavailable or Unsure, see `transact`.
 */
export async function keepDraft(store: Store, visit: DraftVisit, fields: DraftFields): Promise<void> {
  const { workspace } = visit;
  const savedAt = store.clock();
  await inTurn(store, visit, async (tx, place) => {
    if (await isSent(tx, store.keys, visit)) return;
    const old = savedAt.subtract({ hours: 24 * keptDays });
    await tx.delete(drafts).where(and(eq(drafts.workspaceId, workspace), lt(drafts.savedAt, old)));
    const isEmpty = Object.values(fields).every((text) => text.trim() === '');
    await write(tx, place, isEmpty ? {} : fields, savedAt, lte(drafts.savedAt, savedAt));
  });
}

type DraftVisit = Omit<DraftPlace, 'person'> & OpenedView;

/** One change of this person's draft after another. */
async function inTurn(
  store: Store,
  visit: DraftVisit,
  change: (tx: Tx, place: DraftPlace) => Promise<void>,
): Promise<void> {
  const { workspace, slackUser } = visit;
  await transact(store, { workspace }, async (tx) => {
    const place = { ...visit, person: (await personFor(tx, workspace, slackUser)).id };
    await takeTurns(tx, place);
    await change(tx, place);
  });
}

async function write(
  tx: Tx,
  place: DraftPlace,
  fields: DraftFields,
  savedAt: Temporal.Instant,
  setWhere?: SQL,
): Promise<void> {
  await tx
    .insert(drafts)
    .values({ ...keyOf(place), fields, savedAt })
    .onConflictDoUpdate({
      target: [drafts.workspaceId, drafts.personId, drafts.form, drafts.subject],
      set: { fields, savedAt },
      ...(setWhere === undefined ? {} : { setWhere }),
    });
}

/**
 * Keeps what was sent with a form that goes on elsewhere, such as in a preview. Keystrokes in that form that come later
 * change it no more.
 */
export async function keepSent(store: Store, visit: DraftVisit, fields: DraftFields): Promise<void> {
  const savedAt = store.clock();
  await inTurn(store, visit, async (tx, place) => {
    await write(tx, place, fields, savedAt);
    await rememberRequest(tx, visit.workspace, sentKey(store.keys, visit, 'kept'), null, savedAt);
  });
}

export async function recallDraft(tx: Tx, place: DraftPlace): Promise<DraftFields> {
  const [row] = await tx.select().from(drafts).where(at(place));
  return row === undefined ? {} : written.parse(row.fields);
}

/**
 * Changes what is kept, or begins to keep something; says what was kept before. `canBeLate`: where something later was
 * kept already, that stays.
 */
export async function changeDraft(
  tx: Tx,
  place: DraftPlace,
  savedAt: Temporal.Instant,
  change: (fields: DraftFields) => DraftFields,
  canBeLate = false,
): Promise<DraftFields> {
  await takeTurns(tx, place);
  const before = await recallDraft(tx, place);
  const isNotLate = canBeLate ? lte(drafts.savedAt, savedAt) : undefined;
  await write(tx, place, change(before), savedAt, isNotLate);
  return before;
}

/** Sent: nothing of it is kept. */
export async function dropDraft(tx: Tx, place: DraftPlace): Promise<void> {
  await takeTurns(tx, place);
  await tx.delete(drafts).where(at(place));
}

/**
 * Until the transaction ends nobody else keeps or drops this draft. A draft that is only about to be written has no row
 * to lock: without this a submission would not see it, and it would stay.
 */
export async function takeTurns(tx: Tx, place: DraftPlace): Promise<void> {
  const key = JSON.stringify(Object.values(keyOf(place)));
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`);
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
