import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';

import type { Digest } from '../../core/digest/digest.ts';
import { lookAt, periodSoFar } from '../../core/digest/periods.ts';
import type { Period, Slot } from '../../core/digest/periods.ts';
import { pick } from '../../core/digest/pick.ts';
import type { Picked } from '../../core/digest/pick.ts';
import type { PersonId } from '../../core/issue.ts';
import { loadDigestThanks } from './digest-thanks.ts';
import { lastTold, scheduleOf } from './digests.ts';
import { gather } from './gather.ts';
import { doesLead, knownAdmins, namedLeads } from './leads.ts';
import { loadOwnLines, loadTold, loadUntold } from './load-digest.ts';
import { personFor } from './people.ts';
import { ownLines } from './schema/digests.ts';
import { workspaces } from './schema/issues.ts';
import { readSettings } from './settings.ts';
import type { Otherwise } from './settings.ts';
import type { Store } from './store.ts';
import { transact } from './transact.ts';
import type { Tx, WorkspaceId } from './transact.ts';

/** Somebody who wants to read the digest before it is sent, or to add to it. */
export interface Reader {
  readonly workspace: WorkspaceId;
  readonly slackUser: string;
  /** They lead while nobody is named. */
  readonly adminUsers: readonly string[];
}

/** What a lead reads before anybody else does. */
export interface SoFar {
  readonly isLead: true;
  readonly learningChannel: string | null;
  /** When it will be sent, if there is anything to tell by then. */
  readonly next: Temporal.Instant;
  /** `null`: nothing worth reading so far. */
  readonly digest: Digest | null;
  /** What they have added themselves; empty: nothing. */
  readonly own: string;
  /** Where the last one ended: whoever changes their line says which digest they saw. */
  readonly since: string;
}

/** Those who lead, as Slack knows them. */
export interface NotALead {
  readonly isLead: false;
  readonly leads: readonly string[];
  readonly learningChannel: string | null;
}

/** @throws Unavailable or Unsure, see `transact`. */
export async function readSoFar(
  store: Store,
  { workspace, slackUser, adminUsers }: Reader,
  otherwise: Otherwise,
): Promise<SoFar | NotALead> {
  const now = store.clock();
  return await transact(store, { workspace }, async (tx) => {
    const settings = await readSettings(tx, workspace, otherwise);
    const { learningChannel, timeZone: zone } = settings;
    const { id } = await personFor(tx, workspace, slackUser);
    if (!(await doesLead(tx, workspace, id, adminUsers)))
      return { isLead: false, leads: await whoLeads(tx, workspace, adminUsers), learningChannel };
    const last = await lastTold(tx, workspace);
    const period = periodSoFar(scheduleOf(settings), last, now);
    const { next } = lookAt(scheduleOf(settings), last, now);
    const picked = pick(await gather(tx, workspace, period, zone, next), period.to, zone);
    const digest = picked === null ? null : await loadComing(tx, workspace, picked, period, zone, adminUsers);
    const own = await ownLineOf(tx, workspace, id);
    return { isLead: true, learningChannel, next, digest, own, since: versionOf(last) };
  });
}

/** With what those before it would have told that nobody could read. */
async function loadComing(
  tx: Tx,
  workspace: WorkspaceId,
  coming: Picked,
  { from, to }: Period,
  zone: string,
  adminUsers: readonly string[],
): Promise<Digest> {
  const { since, picked } = await loadUntold(tx, workspace, coming, from);
  return {
    period: { from: since, to },
    zone,
    picked,
    lines: await loadOwnLines(tx, workspace, since, null),
    told: await loadTold(tx, workspace, picked, to),
    thanks: await loadDigestThanks(tx, workspace, picked.thanks, adminUsers),
  };
}

async function whoLeads(tx: Tx, workspace: WorkspaceId, adminUsers: readonly string[]): Promise<string[]> {
  const named = await namedLeads(tx, workspace, 0);
  return named.length > 0 ? named : await knownAdmins(tx, workspace, adminUsers);
}

async function ownLineOf(tx: Tx, workspace: WorkspaceId, person: PersonId): Promise<string> {
  const [row] = await tx.select({ text: ownLines.text }).from(ownLines).where(coming(workspace, person));
  return row?.text ?? '';
}

function coming(workspace: WorkspaceId, person: PersonId) {
  return and(eq(ownLines.workspaceId, workspace), eq(ownLines.personId, person), isNull(ownLines.toldAt));
}

function versionOf(last: Slot | null): string {
  return last === null ? '' : String(last.to.epochMilliseconds);
}

/**
 * What a lead wants to add to the coming digest, in place of what they had added; nothing, where it is empty. `sent`: the
 * digest they saw has gone meanwhile.
 *
 * @throws Unavailable or Unsure, see `transact`.
 */
export async function saveOwnLine(
  store: Store,
  { workspace, slackUser, adminUsers }: Reader,
  text: string,
  since: string,
): Promise<'saved' | 'not-a-lead' | 'sent'> {
  return await transact(store, { workspace }, async (tx) => {
    const { id } = await personFor(tx, workspace, slackUser);
    if (!(await doesLead(tx, workspace, id, adminUsers))) return 'not-a-lead';
    /* No digest is made meanwhile: see `keepAndRead`. */
    await tx.select({ id: workspaces.id }).from(workspaces).where(eq(workspaces.id, workspace)).for('update');
    if (versionOf(await lastTold(tx, workspace)) !== since) return 'sent';
    if (text === '') {
      await tx.delete(ownLines).where(coming(workspace, id));
      return 'saved';
    }
    await tx
      .insert(ownLines)
      .values({ workspaceId: workspace, personId: id, text, writtenAt: store.clock() })
      .onConflictDoUpdate({
        target: [ownLines.workspaceId, ownLines.personId],
        targetWhere: sql`told_at is null`,
        set: { text },
      });
    return 'saved';
  });
}
