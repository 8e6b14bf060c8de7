import { and, eq } from 'drizzle-orm';
import { Temporal } from 'temporal-polyfill';

import { numberIn } from '../../core/address.ts';
import { attention } from '../../core/attention.ts';
import { dayOf } from '../../core/working-time.ts';
import { reporterOf } from '../postgres/actor.ts';
import { loadIssue } from '../postgres/load-issue.ts';
import type { MessageRow } from '../postgres/messages.ts';
import { waitingNudges } from '../postgres/nudges.ts';
import { personById } from '../postgres/people.ts';
import type { Person } from '../postgres/people.ts';
import { due } from '../postgres/schema/delivery.ts';
import { countSealed } from '../postgres/sealed-nudges.ts';
import { attendingTo, holdPerson } from '../postgres/send-nudges.ts';
import { transact } from '../postgres/transact.ts';
import type { Tx, WorkspaceId } from '../postgres/transact.ts';
import type { Courier } from './courier.ts';
import type { HouseSettings } from './feature.ts';
import { zoneInSlack } from './membership.ts';

/**
 * Whether it is the moment to ask what is to become of a held flag. It is a question like any other nudge, and counts as
 * one. But nobody has seen the flag yet, so nothing that is kept of this may say whose it is: neither a row with their
 * name, nor when they begin to work, nor that Slack was asked about them just now. That is why it is counted apart, and
 * looked at again every half hour instead of when they open.
 */
export async function mayAskReporter(
  courier: Courier,
  workspace: WorkspaceId,
  number: number,
): Promise<boolean> {
  const { store, client } = courier;
  const held = await transact(store, { workspace }, (tx) => heldBy(courier, tx, workspace, number));
  if (held === null) return true;
  const { person, askAt } = held;
  const told =
    person.timeZone === null && person.slackUserId !== null
      ? await zoneInSlack(client, person.slackUserId)
      : null;
  return await transact(store, { workspace }, (tx) =>
    isTheMoment(courier, tx, { workspace, number, person, askAt, told }),
  );
}

type Asks = Pick<Courier, 'store'> & { readonly settings: Pick<HouseSettings, 'timeZone'> };

interface Held {
  readonly person: Person;
  readonly askAt: Temporal.Instant;
}

/** `null`: nobody is asked any more, or whoever it was is gone. */
async function heldBy(
  courier: Courier,
  tx: Tx,
  workspace: WorkspaceId,
  number: number,
): Promise<Held | null> {
  const issue = (await loadIssue(tx, workspace, number, 'read'))?.issue;
  const askAt = issue?.state === 'saved' ? (issue.hold?.askAt ?? null) : null;
  if (askAt === null) return null;
  const person = await reporterIn(courier, tx, workspace, number);
  return person === null ? null : { person, askAt };
}

async function reporterIn({ store }: Asks, tx: Tx, workspace: WorkspaceId, number: number) {
  const reporter = await reporterOf(store.keys, tx, workspace, number);
  return reporter === null ? null : await personById(tx, workspace, reporter);
}

type Asking = Held & {
  readonly workspace: WorkspaceId;
  readonly number: number;
  /** The zone they are in, where only Slack knew it. */
  readonly told: string | null;
};

const question = 'held';

async function isTheMoment(courier: Courier, tx: Tx, asking: Asking): Promise<boolean> {
  const isNow = await takesPlace(courier, tx, asking);
  if (!isNow) await lookInHalfAnHour(tx, asking.workspace, asking.number, courier.store.clock());
  return isNow;
}

/**
 * Whether the day on which it is tried has room for it, where that is another than when it took its place last. Slack is
 * not asked again where its reporter is.
 */
export async function takesPlaceToday(
  courier: Asks,
  tx: Tx,
  {
    workspace,
    row,
  }: { readonly workspace: WorkspaceId; readonly row: Pick<MessageRow, 'subject' | 'since'> },
): Promise<boolean> {
  const number = numberIn(row.subject);
  const person = await reporterIn(courier, tx, workspace, number);
  if (person === null) return true;
  const asking = { workspace, number, person, askAt: row.since, told: null };
  return await takesPlace(courier, tx, asking, row.since);
}

/** Whether there is room for it now, which it takes then. `counted`: when it took a place last. */
async function takesPlace(
  { store, settings }: Asks,
  tx: Tx,
  { workspace, person, askAt, told }: Asking,
  counted?: Temporal.Instant,
): Promise<boolean> {
  await holdPerson(tx, workspace, person.id);
  const now = store.clock();
  const others = await waitingNudges(tx, workspace, person.id);
  const waiting = [...others, { id: question, isQuestion: true, wantedAt: askAt }];
  const about = { workspace, person: person.id, zone: settings.timeZone, told, waiting, now };
  const attending = await attendingTo(store, tx, about);
  if (attending === null) return true;
  const { reach } = attending;
  if (reach === 'only-on-home') return false;
  const today = dayOf(reach, now);
  if (counted !== undefined && dayOf(reach, counted).equals(today)) return true;
  const { alone, bundle } = attention(attending, now);
  if (![...alone, ...bundle].some(({ id }) => id === question)) return false;
  await countSealed(store.keys, tx, workspace, person.id, today);
  return true;
}

async function lookInHalfAnHour(
  tx: Tx,
  workspace: WorkspaceId,
  number: number,
  now: Temporal.Instant,
): Promise<void> {
  const isIts = and(eq(due.kind, 'ask-to-choose'), eq(due.subject, String(number)));
  await tx
    .update(due)
    .set({ dueAt: nextHalfHour(now) })
    .where(and(eq(due.workspaceId, workspace), isIts));
}

const halfAnHourMs = 30 * 60_000;

/** On everybody's clock, so that it says nothing of theirs. */
export function nextHalfHour(now: Temporal.Instant): Temporal.Instant {
  const past = Math.floor(now.epochMilliseconds / halfAnHourMs);
  return Temporal.Instant.fromEpochMilliseconds((past + 1) * halfAnHourMs);
}
