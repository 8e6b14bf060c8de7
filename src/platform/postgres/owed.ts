import { and, eq, sql } from 'drizzle-orm';
import { Temporal } from 'temporal-polyfill';

import type { PersonId } from '../../core/issue.ts';
import { isTheirTime, mostOwed, rhythms } from '../../core/owed.ts';
import type { Rhythm } from '../../core/owed.ts';
import { cadenceOf } from './cadence.ts';
import { lastTold } from './digests.ts';
import { owedTo, owingAs } from './find-owed.ts';
import { tellOf, wantNudges } from './nudges.ts';
import { due } from './schema/delivery.ts';
import { people } from './schema/issues.ts';
import { nudges } from './schema/nudges.ts';
import type { Store } from './store.ts';
import { transact } from './transact.ts';
import type { Tx, WorkspaceId } from './transact.ts';

export const owedNudge = 'owed';

/**
 * The period of a digest is over: whoever is on the ladder may read what they owe, each in their own hours, and so may the
 * admins, who are asked where nobody else is. Whether there is anything is found out when it is sent.
 *
 * @throws Unavailable or Unsure, see `transact`.
 */
export async function takeOwedTurn(store: Store, workspace: WorkspaceId): Promise<void> {
  await transact(store, { workspace }, async (tx) => {
    const last = await lastTold(tx, workspace);
    const { rungs, admins } = await cadenceOf(store, tx, workspace);
    const everybody = last === null ? [] : [...new Set([...rungs, admins].flat())];
    const subject = last === null ? '' : String(last.to.epochMilliseconds);
    const wanted = { kind: owedNudge, subject, isQuestion: false, when: 'now' } as const;
    await wantNudges(
      store,
      tx,
      workspace,
      everybody.map((person) => ({ person, ...wanted })),
      store.clock(),
    );
    await tx.delete(due).where(and(eq(due.workspaceId, workspace), eq(due.kind, owedNudge)));
  });
}

function endOf(subject: string): Temporal.Instant {
  return Temporal.Instant.fromEpochMilliseconds(Number(subject));
}

/** What is shown of it; `null`: there is nothing to read of, they don't want to read it now, or a newer period is over. */
export async function owedNow(
  tx: Tx,
  workspace: WorkspaceId,
  person: PersonId,
  subject: string,
  now: Temporal.Instant,
  { environment }: Pick<Store, 'environment'>,
): Promise<readonly number[] | null> {
  const all = await owedNudges(tx, workspace, person);
  if (all.some((it) => Number(it.subject) > Number(subject))) return null;
  const { issues } = await owedTo(
    tx,
    workspace,
    await owingAs(tx, workspace, person, environment.adminUsers),
    now,
  );
  if (issues.length === 0) return null;
  const last = all.filter((it) => it.sentAt !== null).map((it) => endOf(it.subject));
  const ends = { now: endOf(subject), last: last.at(-1) ?? null };
  if (!isTheirTime((await wishOf(tx, workspace, person)).rhythm, issues, ends)) return null;
  return issues.slice(0, mostOwed).map(({ number }) => number);
}

/** Of all that this person was or is to be told of what they owe, the oldest first. */
export async function owedNudges(
  tx: Tx,
  workspace: WorkspaceId,
  person: PersonId,
): Promise<
  readonly {
    readonly subject: string;
    readonly sentAt: Temporal.Instant | null;
    readonly issues: readonly number[];
  }[]
> {
  return await tx
    .select({ subject: nudges.subject, sentAt: nudges.sentAt, issues: nudges.issues })
    .from(nudges)
    .where(isTheirs(workspace, person))
    .orderBy(sql`${nudges.subject}::bigint`);
}

const isTheirs = (workspace: WorkspaceId, person: PersonId) =>
  and(eq(nudges.workspaceId, workspace), eq(nudges.personId, person), eq(nudges.kind, owedNudge));

export const isPerson = (workspace: WorkspaceId, person: PersonId) =>
  and(eq(people.workspaceId, workspace), eq(people.id, person));

/** It goes now: what it tells of is settled, and one more has come in which nothing was pressed so far. */
export async function noteOwedSent(
  _: unknown,
  tx: Tx,
  workspace: WorkspaceId,
  person: PersonId,
  subject: string,
  shown: readonly number[],
): Promise<void> {
  await tellOf(tx, workspace, person, { kind: owedNudge, subject }, shown);
  await tx
    .update(people)
    .set({ owedUnpressed: sql`${people.owedUnpressed} + 1` })
    .where(isPerson(workspace, person));
}

export interface OwedWish {
  /** `null`: nobody has asked them; it is weekly. */
  readonly rhythm: Rhythm | null;
  readonly unpressed: number;
}

export async function wishOf(tx: Tx, workspace: WorkspaceId, person: PersonId): Promise<OwedWish> {
  const [found] = await tx
    .select({ rhythm: people.owedRhythm, unpressed: people.owedUnpressed })
    .from(people)
    .where(isPerson(workspace, person));
  return { rhythm: rhythms.find((it) => it === found?.rhythm) ?? null, unpressed: found?.unpressed ?? 0 };
}
