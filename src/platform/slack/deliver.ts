import { setTimeout as pause } from 'node:timers/promises';

import { Later } from '../jobs/worker.ts';
import { isThere, leaseMessage, lockMessage, unlease, unsaidBefore } from '../postgres/messages.ts';
import type { MessageRow, Unsaid } from '../postgres/messages.ts';
import { saveDmChannel } from '../postgres/people.ts';
import { newsBefore, restedBefore } from '../postgres/resting.ts';
import { transact, Unavailable, Unsure } from '../postgres/transact.ts';
import type { Tx, WorkspaceId } from '../postgres/transact.ts';
import { askAboutPost } from './ask-about-post.ts';
import { attempt, keep, redraw } from './attempt.ts';
import { issuesChannelOf } from './courier.ts';
import type { Courier } from './courier.ts';
import { conclude, failed } from './endings.ts';
import { SlackCallFailed, slackFault } from './faults.ts';
import { learnZone } from './membership.ts';
import { drawAheadMs, nextStep } from './next-step.ts';
import type { Leased, Step, Turn } from './next-step.ts';
import type { Unopened } from './place.ts';

/**
 * Brings one message in Slack up to the present state: posts it, or redraws it where it stands. May be called any
 * number of times, from any number of processes.
 *
 * @throws Later while somebody else draws it or Slack wants us to wait; SlackCallFailed where it is worth another try.
 */
export async function deliver(courier: Courier, workspace: WorkspaceId, id: string): Promise<void> {
  const behind = await deliverOne(courier, workspace, id, 'in its turn');
  if (behind === null) return;
  if (await bringOthers(courier, workspace, behind)) await deliverOne(courier, workspace, id, 'now');
}

/**
 * A thread tells things in the order in which they happened, and so does a morning; and what is asked follows the news it
 * rests on. Whoever brings a reply, what has rested, or such a question brings those before it first, one by one. One that
 * can't be posted for a fault of its own is overtaken; where one waits for an admin, so do those after it.
 */
async function bringOthers(courier: Courier, workspace: WorkspaceId, row: MessageRow): Promise<boolean> {
  const faulty: string[] = [];
  let tried: string | null = null;
  for (let left = mostBefore; left >= 0; left -= 1) {
    const before = await transact(courier.store, { workspace }, (tx) =>
      goBefore(courier, tx, workspace, row),
    );
    const first = before.find((it) => !faulty.includes(it.id));
    if (first === undefined) return true;
    if (first.id === tried) {
      if (first.state !== 'waiting') break;
      const channel = await issuesChannelOf(courier, workspace);
      await failed(courier, workspace, row.id, { kind: 'admin', code: first.reason ?? 'unknown' }, channel);
      return false;
    }
    if (!(await isDelivered(courier, workspace, first.id))) faulty.push(first.id);
    tried = first.id;
  }
  throw new Later(1, 'an earlier message goes first');
}

/** In a thread, or in somebody's morning. */
function hasAPlace({ kind, target, ts }: MessageRow): boolean {
  return ts === null && (kind === 'reply' || target !== '');
}

/** No reply rests. */
async function goBefore(
  { store }: Courier,
  tx: Tx,
  workspace: WorkspaceId,
  { id, kind }: MessageRow,
): Promise<Unsaid[]> {
  if (kind === 'reply') return await unsaidBefore(tx, workspace, id);
  const rested = await restedBefore(tx, workspace, id, store.clock());
  const asks = kind === 'nudge' || kind === 'bundle';
  return asks ? [...(await newsBefore(tx, workspace, id, store.clock())), ...rested] : rested;
}

/** A channel takes one message a second, and a job is not to run for minutes. */
const mostBefore = 10;

/** `false`: it met a fault of its own, and its own job tries it again. */
async function isDelivered(courier: Courier, workspace: WorkspaceId, id: string): Promise<boolean> {
  try {
    await deliverOne(courier, workspace, id, 'now');
    return true;
  } catch (error) {
    if (error instanceof Later || error instanceof Unavailable || error instanceof Unsure) throw error;
    return false;
  }
}

/** What others go before is left as it is, and returned. */
async function deliverOne(
  courier: Courier,
  workspace: WorkspaceId,
  id: string,
  when: 'in its turn' | 'now',
): Promise<MessageRow | null> {
  const leased = await look(courier, workspace, id, (tx) => take(courier, tx, workspace, id, when));
  if (leased === null) return null;
  if ('behind' in leased) return leased.behind;
  try {
    await goOn(courier, leased);
  } finally {
    await transact(courier.store, { workspace }, (tx) => unlease(tx, workspace, leased.row));
  }
  return null;
}

/** A message that nobody else draws meanwhile, and what is to be done about it. */
interface Taken {
  readonly workspace: WorkspaceId;
  readonly row: MessageRow;
  readonly step: Step;
}

/** Others go before it. */
interface Behind {
  readonly behind: MessageRow;
}

/** Step by step, until it stands or has come to nothing. */
async function goOn(courier: Courier, taken: Taken): Promise<void> {
  const { workspace, row, step } = taken;
  if (step.does !== 'wait' && step.does !== 'open') return await carryOut(courier, taken, step);
  if (step.does === 'wait') await almost(courier, step.turn);
  const opened = step.does === 'open' ? await openDirectMessage(courier, workspace, row, step.whom) : null;
  if (step.does === 'open' && opened === null) return;
  const leased = { workspace, row, turn: step.does === 'wait' ? step.turn : null, opened };
  await goOn(courier, await look(courier, workspace, row.id, (tx) => lookAgain(courier, tx, leased)));
}

/** Nobody else draws it from here on. `null`: it is gone. */
async function take(
  courier: Courier,
  tx: Tx,
  workspace: WorkspaceId,
  id: string,
  when: 'in its turn' | 'now',
): Promise<Taken | Behind | null> {
  const row = await leaseMessage(tx, workspace, id, courier.store.clock());
  if (row === null) {
    if (await isThere(tx, workspace, id)) throw new Later(2, 'somebody else draws it');
    return null;
  }
  if (when === 'in its turn' && hasAPlace(row) && (await goBefore(courier, tx, workspace, row)).length > 0) {
    await unlease(tx, workspace, row);
    return { behind: row };
  }
  return { workspace, row, step: await nextStep(courier, tx, { workspace, row, turn: null, opened: null }) };
}

/** Time has gone by: what is sent is what is to be said now. */
async function lookAgain(courier: Courier, tx: Tx, { workspace, row, ...found }: Leased): Promise<Taken> {
  const present = await lockMessage(tx, workspace, row.id);
  if (present !== null && !isSameLease(present, row)) throw new Later(1, 'somebody else draws it');
  const step: Step =
    present === null
      ? { does: 'nothing' }
      : await nextStep(courier, tx, { workspace, row: present, ...found });
  return { workspace, row, step };
}

function isSameLease({ leasedUntil: a }: MessageRow, { leasedUntil: b }: MessageRow): boolean {
  return a !== null && b !== null && a.equals(b);
}

/** Where it is not sure that the beginning was written down, it is certain that nothing was sent yet. */
async function look<Found extends Taken | Behind | null>(
  courier: Courier,
  workspace: WorkspaceId,
  id: string,
  work: (tx: Tx) => Promise<Found>,
): Promise<Found> {
  let hasBegun = false;
  try {
    return await transact(courier.store, { workspace }, async (tx) => {
      const found = await work(tx);
      hasBegun = found !== null && 'step' in found && found.step.does === 'post';
      return found;
    });
  } catch (error) {
    if (!(error instanceof Unsure) || !hasBegun) throw error;
    await keep(() => conclude(courier, workspace, id, { state: 'reserved' }));
    throw new Later(1, 'the database did not answer');
  }
}

type Does<Name extends Step['does']> = Extract<Step, { does: Name }>;

/** Waits until it is almost its turn. */
async function almost({ signal }: Courier, { atMs }: Turn): Promise<void> {
  try {
    await pause(atMs - drawAheadMs - performance.now(), undefined, { signal });
  } catch {
    throw new Later(1, 'the process stops');
  }
}

async function carryOut(
  courier: Courier,
  { workspace, row }: Taken,
  step: Exclude<Step, Does<'wait' | 'open'>>,
): Promise<void> {
  switch (step.does) {
    case 'nothing':
      return;
    case 'post':
      return await attempt(courier, step.delivery, step.place, step.turn);
    case 'redraw':
      return await redraw(courier, step.delivery, step.spot);
    case 'give up':
      return await failed(courier, workspace, row.id, step.why.fault, step.why.channel);
    case 'ask':
      return await askAboutPost(courier, workspace, row);
  }
}

/** `null`: that came to nothing, and it is written down why. */
async function openDirectMessage(
  courier: Courier,
  workspace: WorkspaceId,
  { id: message, kind }: MessageRow,
  { person, slackUserId }: Unopened,
): Promise<string | null> {
  const opened = await courier.client.conversations
    .open({ users: slackUserId })
    .catch(async (error: unknown) => {
      const fault = slackFault(error);
      if (fault.kind === 'unknown') throw new SlackCallFailed(fault, error);
      await failed(courier, workspace, message, fault, null);
      return null;
    });
  const channel = opened?.channel?.id;
  if (channel === undefined) return null;
  /* Nothing is kept of whose a held flag is: not where they are written to, nor that Slack was asked where they are. */
  if (kind === 'held') return channel;
  await transact(courier.store, { workspace }, (tx) => saveDmChannel(tx, workspace, person, channel));
  await learnZone(courier.store, courier.client, workspace, person);
  return channel;
}
