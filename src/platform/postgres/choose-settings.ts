import { and, eq } from 'drizzle-orm';

import type { Schedule } from '../../core/digest/periods.ts';
import type { PersonId } from '../../core/issue.ts';
import { lookForDigest, scheduleOf } from './digests.ts';
import { namedLeads, saveLeads } from './leads.ts';
import { lookAtLadder } from './left-behind.ts';
import { findPerson, personFor } from './people.ts';
import { lookAtEverybody } from './resting.ts';
import { messages } from './schema/delivery.ts';
import { workspaces } from './schema/issues.ts';
import { readSettings, saveSettings, savedTimeZone } from './settings.ts';
import type { Otherwise, Settings } from './settings.ts';
import type { Store } from './store.ts';
import { transact } from './transact.ts';
import type { Tx, WorkspaceId } from './transact.ts';
import { noChannel, noLearningChannel, noteMended } from './waiting.ts';

/** What an admin wants from now on; what is left out stays as it is. */
export interface Choice {
  readonly workspace: WorkspaceId;
  readonly slackUser: string;
  /** Named in ADMIN_USERS, besides what Slack says. */
  readonly isListedAdmin: boolean;
  readonly chosen: Partial<Settings>;
  /** Slack user ids; none: the admins lead. */
  readonly leads?: readonly string[];
  /** The rungs above the leads; none: there is nobody. */
  readonly leadsLead?: readonly string[];
  readonly sponsor?: readonly string[];
  /** Slack says that it knows nobody by these ids: nothing is kept of them. */
  readonly strangers?: readonly string[];
  /** The answer to the question which channel: whatever was chosen before stands. */
  readonly isFirst?: true;
  readonly otherwise: Otherwise;
}

export type Chosen =
  | { readonly ok: true; readonly settings: Settings }
  | { readonly ok: false; readonly reason: 'not-an-admin' }
  | { readonly ok: false; readonly reason: 'cannot-lead'; readonly rung: number }
  | { readonly ok: false; readonly reason: 'chosen-already'; readonly issuesChannel: string };

/**
 * Saves what an admin has chosen, all of it or nothing. Whether they are one is looked up once more: the form may have
 * been open for long. Whatever waited for a channel is on its way once this is committed.
 *
 * @throws Unavailable or Unsure, see `transact`.
 */
export async function chooseSettings(store: Store, choice: Choice): Promise<Chosen> {
  const { workspace, otherwise } = choice;
  return await transact(store, { workspace }, async (tx): Promise<Chosen> => {
    const person = await findPerson(tx, workspace, choice.slackUser);
    if (person?.isAdmin !== true && !choice.isListedAdmin) return { ok: false, reason: 'not-an-admin' };
    await takeTurns(tx, workspace);
    const before = await readSettings(tx, workspace, otherwise);
    if (choice.isFirst === true && before.issuesChannel !== null)
      return { ok: false, reason: 'chosen-already', issuesChannel: before.issuesChannel };
    const { leads, leadsLead, sponsor } = choice;
    for (const [rung, wanted] of [leads, leadsLead, sponsor].entries()) {
      const named = await leadersOf(tx, choice, wanted);
      if (named === 'cannot-lead') return { ok: false, reason: named, rung };
      if (named !== null) await saveLeads(tx, workspace, rung, named);
    }
    await lookAtLadder(tx, workspace, store.clock());
    await saveSettings(tx, workspace, await withoutOlder(tx, choice));
    const after = await readSettings(tx, workspace, otherwise);
    if (after.issuesChannel !== before.issuesChannel) await sendWhatWaits(store, tx, workspace);
    if (after.learningChannel !== before.learningChannel) {
      await noteMended(tx, workspace, noLearningChannel, store.enqueue);
      await redrawFirstQuestion(store, tx, workspace);
    }
    /* As of now: it finds out by itself when the next one is. */
    if (!isSameSchedule(scheduleOf(before), scheduleOf(after)))
      await lookForDigest(tx, workspace, store.clock());
    if (!isSameWorkplace(before, after)) await lookAtEverybody(tx, workspace, store.clock());
    return { ok: true, settings: after };
  });
}

function isSameSchedule(a: Schedule, b: Schedule): boolean {
  const isSameHour = a.zone === b.zone && a.day === b.day && a.hour === b.hour;
  return isSameHour && [...a.holidays].join() === [...b.holidays].join();
}

function isSameWorkplace(a: Settings, b: Settings): boolean {
  return a.timeZone === b.timeZone && a.holidays.join() === b.holidays.join();
}

/** Two admins at once: the second sees what the first has chosen. */
async function takeTurns(tx: Tx, workspace: WorkspaceId): Promise<void> {
  await tx.select().from(workspaces).where(eq(workspaces.id, workspace)).for('update');
}

/** With the first channel comes the time zone of whoever chose it, unless there is one. */
async function withoutOlder(tx: Tx, { workspace, isFirst, chosen }: Choice): Promise<Partial<Settings>> {
  const { timeZone: _, ...others } = chosen;
  const isOlder = isFirst === true && (await savedTimeZone(tx, workspace)) !== null;
  return isOlder ? others : chosen;
}

/** People known to be guests, bots, gone or nobody can't lead; of whom Slack has not told us yet we take the admin's word. */
async function leadersOf(
  tx: Tx,
  { workspace, strangers = [] }: Choice,
  leads: readonly string[] | undefined,
): Promise<PersonId[] | 'cannot-lead' | null> {
  if (leads === undefined) return null;
  if (leads.some((it) => strangers.includes(it))) return 'cannot-lead';
  const found: PersonId[] = [];
  for (const slackUser of new Set(leads)) {
    const { id, isMember, hasLeft } = await personFor(tx, workspace, slackUser);
    if (isMember === false || hasLeft) return 'cannot-lead';
    found.push(id);
  }
  return found;
}

/** Cards that waited for a channel, or in one that can't be written to; and the question which channel has its answer. */
export async function sendWhatWaits({ enqueue }: Store, tx: Tx, workspace: WorkspaceId): Promise<void> {
  await noteMended(tx, workspace, noChannel, enqueue);
  await enqueue(tx, 'mend', [{ workspace }]);
  await redrawFirstQuestion({ enqueue }, tx, workspace);
}

/** Answered, it says where issues go, and whether there is a channel for learnings. */
async function redrawFirstQuestion(
  { enqueue }: Pick<Store, 'enqueue'>,
  tx: Tx,
  workspace: WorkspaceId,
): Promise<void> {
  const asked = and(eq(messages.kind, 'notice'), eq(messages.subject, `${noChannel}/`));
  const rows = await tx
    .select({ id: messages.id })
    .from(messages)
    .where(and(eq(messages.workspaceId, workspace), asked));
  await enqueue(
    tx,
    'draw',
    rows.map(({ id }) => ({ workspace, message: id })),
  );
}

export interface Present extends Omit<Settings, 'timeZone'> {
  /** `null`: nobody has chosen one, and nothing goes by it yet, as there is no channel. */
  readonly timeZone: string | null;
  /** Slack user ids. */
  readonly leads: readonly string[];
  readonly leadsLead: readonly string[];
  readonly sponsor: readonly string[];
}

/** All that can be chosen, as it holds now. */
export async function readPresent(tx: Tx, workspace: WorkspaceId, otherwise: Otherwise): Promise<Present> {
  const settings = await readSettings(tx, workspace, otherwise);
  const otherZone = settings.issuesChannel === null ? null : settings.timeZone;
  return {
    ...settings,
    timeZone: (await savedTimeZone(tx, workspace)) ?? otherZone,
    leads: await namedLeads(tx, workspace, 0),
    leadsLead: await namedLeads(tx, workspace, 1),
    sponsor: await namedLeads(tx, workspace, 2),
  };
}
