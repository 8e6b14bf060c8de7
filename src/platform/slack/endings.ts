import type { Temporal } from 'temporal-polyfill';

import { neverRepeated } from '../../core/address.ts';
import { isAfter } from '../../core/moments.ts';
import { Later } from '../jobs/worker.ts';
import { cardsLinkingTo } from '../postgres/kin.ts';
import { endAttempt, holdSlots, lockMessage, messageById } from '../postgres/messages.ts';
import type { End, MessageRow, Spot } from '../postgres/messages.ts';
import { redrawAbout } from '../postgres/outbox.ts';
import { nudgesArrived } from '../postgres/send-nudges.ts';
import { settingsThatStay } from '../postgres/settings.ts';
import type { Store } from '../postgres/store.ts';
import { transact } from '../postgres/transact.ts';
import type { Tx, WorkspaceId } from '../postgres/transact.ts';
import { beginTelling, isOnTrial, noLearningChannel, noteMended, noteWaiting } from '../postgres/waiting.ts';
import type { Courier } from './courier.ts';
import { isChannelFault, SlackCallFailed, slackFault } from './faults.ts';
import type { SlackFault } from './faults.ts';

/** Writes down how an attempt ended. */
export async function conclude(
  courier: Courier,
  workspace: WorkspaceId,
  id: string,
  end: Exclude<End, { state: 'unsure' }>,
): Promise<void> {
  const { store } = courier;
  await transact(store, { workspace }, async (tx) => {
    const row = end.state === 'ended' ? await messageById(tx, workspace, id) : null;
    await endAttempt(tx, workspace, id, end, store.clock());
    if (row !== null) await nudgesArrived(store, tx, workspace, row);
  });
}

/**
 * Nobody heard how an attempt ended. Slack's event may have said meanwhile that a copy stands: that is known, and it is
 * drawn again, since nobody knows how old it is.
 */
async function unheard({ store }: Courier, workspace: WorkspaceId, id: string): Promise<void> {
  await transact(store, { workspace }, async (tx) => {
    const row = await lockMessage(tx, workspace, id);
    if (row === null) return;
    const { channel, ts, drawn } = row;
    if (channel === null || ts === null) {
      await endAttempt(tx, workspace, id, { state: 'unsure' }, store.clock());
      await nudgesArrived(store, tx, workspace, row);
      return;
    }
    await endAttempt(tx, workspace, id, { state: 'sent', spot: { channel, ts }, drawn }, store.clock());
    if (drawn === null) await store.enqueue(tx, 'draw', [{ workspace, message: id }]);
  });
}

/**
 * A copy of the message stands at `spot`, as the answer to our call, Slack's event or a press says. The first copy heard
 * of is the message; any other is a stray that an unanswered attempt left, and is deleted.
 */
export async function stands(
  { store }: Pick<Courier, 'store'>,
  workspace: WorkspaceId,
  id: string,
  spot: Spot,
  drawn: string | null,
): Promise<void> {
  await transact(store, { workspace }, async (tx) => {
    const row = await lockMessage(tx, workspace, id);
    if (row === null) return;
    const now = store.clock();
    if (row.kind === 'held') return await standsUnnamed(store, tx, workspace, row, now);
    if (row.ts === null && row.state !== 'ended') {
      await endAttempt(tx, workspace, id, { state: 'sent', spot, drawn }, now);
      await nudgesArrived(store, tx, workspace, row);
      if (row.kind === 'card') await redrawLinking(store, tx, workspace, row.subject);
      if (row.reason !== null) await noteMended(tx, workspace, row.reason, store.enqueue);
      if (neverRepeated.includes(row.kind)) await drawLinks(store, tx, workspace, row);
      if (drawn === null && !isBeingDrawn(row, now))
        await store.enqueue(tx, 'draw', [{ workspace, message: id }]);
      return;
    }
    if (row.ts !== spot.ts) await store.enqueue(tx, 'discard', [spot]);
    else if (drawn !== null && row.drawn === null) {
      await endAttempt(tx, workspace, id, { state: 'sent', spot, drawn }, now);
    }
  });
}

/** Where it stands would say who flagged it, so that is not kept: whoever answers has the answer where they press. */
async function standsUnnamed(
  { enqueue }: Store,
  tx: Tx,
  workspace: WorkspaceId,
  { id, state, reason }: MessageRow,
  now: Temporal.Instant,
): Promise<void> {
  if (state === 'ended') return;
  await endAttempt(tx, workspace, id, { state: 'ended' }, now);
  if (reason !== null) await noteMended(tx, workspace, reason, enqueue);
}

async function redrawLinking(
  { enqueue }: Store,
  tx: Tx,
  workspace: WorkspaceId,
  subject: string,
): Promise<void> {
  const messages = await cardsLinkingTo(tx, workspace, subject);
  await enqueue(
    tx,
    'draw',
    messages.map((message) => ({ workspace, message })),
  );
}

const saysWhatWasLearned = ['learning', 'write-up'];
const saysOfPost = ['card', 'learning', 'reached', 'question', 'controls', 'news', 'nudge'] as const;

/** What links to a post has waited until it stands, and nobody needs to be asked about it any more. */
async function drawLinks(
  { enqueue }: Store,
  tx: Tx,
  workspace: WorkspaceId,
  { kind, subject }: MessageRow,
): Promise<void> {
  const [number = ''] = subject.split('/');
  const linking = saysWhatWasLearned.includes(kind) ? saysOfPost : ['reached' as const];
  await redrawAbout(tx, enqueue, workspace, Number(number), linking);
  await noteMended(tx, workspace, noLearningChannel, enqueue);
}

/** Whoever posts it right now will say themselves what they drew; of a dead one nobody knows how old it is. */
function isBeingDrawn({ leasedUntil }: MessageRow, now: Temporal.Instant): boolean {
  return leasedUntil !== null && isAfter(leasedUntil, now);
}

/** Writes down why an attempt came to nothing, and throws where it is worth another. */
export async function failed(
  courier: Courier,
  workspace: WorkspaceId,
  id: string,
  error: unknown,
  channel: string | null,
  isSecret = false,
): Promise<void> {
  const fault = inPlace(isFault(error) ? error : slackFault(error), channel);
  switch (fault.kind) {
    case 'unknown':
      await unheard(courier, workspace, id);
      return;
    case 'gone':
      courier.log.info({ code: fault.code, message: id }, 'a message has nowhere to go any more');
      await conclude(courier, workspace, id, { state: 'ended' });
      return;
    case 'admin':
      await waitForAdmin(courier, workspace, id, fault, channel);
      return;
    case 'later':
      await conclude(courier, workspace, id, { state: 'reserved' });
      if (channel !== null && !isSecret) await holdBack(courier, channel, fault.seconds);
      throw new Later(fault.seconds, fault.code);
    case 'ours':
      await conclude(courier, workspace, id, { state: 'reserved' });
      throw new SlackCallFailed(fault, error);
  }
}

/** A direct message (`D…`) can't be found once the other person has left: no admin can mend that. */
function inPlace(fault: SlackFault, channel: string | null): SlackFault {
  const hasLeft = fault.code === 'channel_not_found' && channel?.startsWith('D') === true;
  return hasLeft ? { kind: 'gone', code: fault.code } : fault;
}

function isFault(error: unknown): error is SlackFault {
  return typeof error === 'object' && error !== null && !(error instanceof Error) && 'kind' in error;
}

async function waitForAdmin(
  { store, settings }: Courier,
  workspace: WorkspaceId,
  id: string,
  fault: SlackFault,
  channel: string | null,
): Promise<void> {
  await transact(store, { workspace }, async (tx) => {
    const now = store.clock();
    const told = { reason: fault.code, channel: channelToName(fault.code, channel) };
    await endAttempt(tx, workspace, id, { state: 'waiting', reason: fault.code }, now);
    /* Having none is a choice too. Choosing one sends what waits, and so does the next post that gets through. */
    if (fault.code === noLearningChannel) {
      const { learningChannel } = await settingsThatStay(tx, workspace, settings);
      if (learningChannel !== null) await noteMended(tx, workspace, noLearningChannel, store.enqueue);
      return;
    }
    await noteWaiting(tx, workspace, now);
    if (await isOnTrial(tx, workspace, id)) return;
    if (await beginTelling(tx, workspace, `${told.reason}/${told.channel}`, now))
      await store.enqueue(tx, 'tell-admins', [{ workspace, ...told }]);
  });
}

/** Only where it is the channel: what is wrong everywhere, or in direct messages, is told once. */
function channelToName(code: string, channel: string | null): string {
  return isChannelFault(code) && channel?.startsWith('D') === false ? channel : '';
}

async function holdBack({ store }: Courier, channel: string, seconds: number): Promise<void> {
  await transact(store, 'sweep', (tx) => holdSlots(tx, channel, store.clock().add({ seconds })));
}

/** What kept a message waiting for an admin is over. */
export async function mended({ store }: Courier, workspace: WorkspaceId, reason: string): Promise<void> {
  await transact(store, { workspace }, (tx) => noteMended(tx, workspace, reason, store.enqueue));
}
