import { and, eq } from 'drizzle-orm';
import { Temporal } from 'temporal-polyfill';

import { attention } from '../../core/attention.ts';
import { dayOf } from '../../core/working-time.ts';
import { reporterOf } from '../postgres/actor.ts';
import { knownZone } from '../postgres/hours.ts';
import { loadIssue } from '../postgres/load-issue.ts';
import { waitingNudges } from '../postgres/nudges.ts';
import { personById } from '../postgres/people.ts';
import type { Person } from '../postgres/people.ts';
import { due } from '../postgres/schema/delivery.ts';
import { countSealed } from '../postgres/sealed-nudges.ts';
import { attendingTo, holdPerson } from '../postgres/send-nudges.ts';
import { transact } from '../postgres/transact.ts';
import type { Tx, WorkspaceId } from '../postgres/transact.ts';
import type { Courier } from './courier.ts';
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
      ? knownZone(await zoneInSlack(client, person.slackUserId))
      : null;
  return await transact(store, { workspace }, (tx) =>
    isTheMoment(courier, tx, { workspace, number, person, askAt, told }),
  );
}

interface Held {
  readonly person: Person;
  readonly askAt: Temporal.Instant;
}

/** `null`: nobody is asked any more, or whoever it was is gone. */
async function heldBy(
  { store }: Courier,
  tx: Tx,
  workspace: WorkspaceId,
  number: number,
): Promise<Held | null> {
  const issue = (await loadIssue(tx, workspace, number, 'read'))?.issue;
  const askAt = issue?.state === 'saved' ? (issue.hold?.askAt ?? null) : null;
  if (askAt === null) return null;
  const reporter = await reporterOf(store.keys, tx, workspace, number);
  const person = reporter === null ? null : await personById(tx, workspace, reporter);
  return person === null ? null : { person, askAt };
}

type Asking = Held & {
  readonly workspace: WorkspaceId;
  readonly number: number;
  /** The zone they are in, where only Slack knew it. */
  readonly told: string | null;
};

const question = 'held';

async function isTheMoment({ store, settings }: Courier, tx: Tx, asking: Asking): Promise<boolean> {
  const { workspace, number, person, askAt, told } = asking;
  await holdPerson(tx, workspace, person.id);
  const now = store.clock();
  const others = await waitingNudges(tx, workspace, person.id);
  const waiting = [...others, { id: question, isQuestion: true, wantedAt: askAt }];
  const about = { workspace, person: person.id, zone: settings.timeZone, told, waiting, now };
  const attending = await attendingTo(store, tx, about);
  if (attending === null) return true;
  const { alone, bundle } = attention(attending, now);
  const { reach } = attending;
  if (reach === 'only-on-home' || ![...alone, ...bundle].some(({ id }) => id === question)) {
    await lookInHalfAnHour(tx, workspace, number, now);
    return false;
  }
  await countSealed(store.keys, tx, workspace, person.id, dayOf(reach, now));
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
