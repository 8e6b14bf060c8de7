import { setTimeout as pause } from 'node:timers/promises';

import { Later } from '../jobs/worker.ts';
import { beginSending, forgetSpot, reserveSlot } from '../postgres/messages.ts';
import type { Spot } from '../postgres/messages.ts';
import { transact, Unavailable, Unsure } from '../postgres/transact.ts';
import type { Tx } from '../postgres/transact.ts';
import type { Courier, Delivery, Place } from './courier.ts';
import { fingerprint, stamped } from './drawing.ts';
import { conclude, failed, mended, stands } from './endings.ts';
import { SlackCallFailed, slackFault } from './faults.ts';

/** The name of our messages' metadata; `manifest.yml` subscribes to it. */
export const metadataType = 'flagpost_message';

/**
 * Posts, once the channel's turn has come. From the moment the attempt is written down until its end is, nobody else
 * posts the same message.
 */
export async function attempt(courier: Courier, delivery: Delivery, place: Place): Promise<void> {
  const { workspace, row, drawing } = delivery;
  if (!(await awaitTurn(courier, delivery, place.channel))) return;
  let spot: Spot;
  try {
    spot = await post(courier, delivery, place);
  } catch (error) {
    await failed(courier, workspace, row.id, error, place.channel);
    return;
  }
  await keep(() => stands(courier, workspace, row.id, spot, fingerprint(drawing)));
}

/** A job does not hold its place in the worker for longer than this while it waits for the channel's turn. */
const mostPauseMs = 3000;

type Beginning = 'begun' | 'ended' | 'not yet';

/** Where it is the channel's turn already, that and the beginning are written down together. False: it has ended meanwhile. */
async function awaitTurn(courier: Courier, delivery: Delivery, channel: string): Promise<boolean> {
  const { clock } = courier.store;
  let waitMs: number | null = 0;
  const first = await begin(courier, delivery, async (tx) => {
    waitMs = await reserveSlot(tx, channel, clock(), mostPauseMs);
    return waitMs === 0;
  });
  if (first !== 'not yet') return first === 'begun';
  if (waitMs === null) throw new Later(mostPauseMs / 1000, 'others post there first');
  try {
    await pause(waitMs, undefined, { signal: courier.signal });
  } catch {
    throw new Later(1, 'the process stops');
  }
  return (await begin(courier, delivery, () => Promise.resolve(true))) === 'begun';
}

/** Where it is not sure that the beginning was written down, it is certain that nothing was sent yet. */
async function begin(
  courier: Courier,
  { workspace, row }: Delivery,
  mayBegin: (tx: Tx) => Promise<boolean>,
): Promise<Beginning> {
  const { store } = courier;
  try {
    return await transact(store, { workspace }, async (tx) => {
      if (!(await mayBegin(tx))) return 'not yet';
      return (await beginSending(tx, workspace, row.id, store.clock())) ? 'begun' : 'ended';
    });
  } catch (error) {
    if (!(error instanceof Unsure)) throw error;
    await keep(() => conclude(courier, workspace, row.id, { state: 'reserved' }));
    throw new Later(1, 'the database did not answer');
  }
}

async function post({ client }: Courier, { row, drawing }: Delivery, place: Place): Promise<Spot> {
  const { text, blocks } = stamped(drawing, row.id);
  const { channel, ts } = await client.chat.postMessage({
    channel: place.channel,
    ...(place.threadTs === null ? {} : { thread_ts: place.threadTs }),
    text,
    blocks: [...blocks],
    metadata: { event_type: metadataType, event_payload: { id: row.id } },
    unfurl_links: false,
    unfurl_media: false,
  });
  if (channel === undefined || ts === undefined)
    throw new Error('Slack posted a message and did not say where');
  return { channel, ts };
}

const tries = 3;

/** What is known here and nowhere else gets another chance where the database is away for a moment; twice is no harm. */
async function keep(save: () => Promise<void>): Promise<void> {
  for (let left = tries - 1; ; left -= 1) {
    try {
      return await save();
    } catch (error) {
      const isAway = error instanceof Unavailable || error instanceof Unsure;
      if (!isAway || left === 0) throw error;
      await pause(300);
    }
  }
}

/** Redraws a message where it stands, unless the same stands there already. */
export async function redraw(courier: Courier, delivery: Delivery, spot: Spot): Promise<void> {
  const { workspace, row, drawing } = delivery;
  const drawn = fingerprint(drawing);
  if (row.drawn === drawn) {
    if (row.state !== 'sent') await conclude(courier, workspace, row.id, { state: 'sent', spot, drawn });
    return;
  }
  const { text, blocks } = stamped(drawing, row.id);
  try {
    await courier.client.chat.update({ ...spot, text, blocks: [...blocks] });
  } catch (error) {
    await notRedrawn(courier, delivery, spot, error);
    return;
  }
  await conclude(courier, workspace, row.id, { state: 'sent', spot, drawn });
  if (row.reason !== null) await mended(courier, workspace, row.reason);
}

/** A card that was deleted, or that an earlier installation of the app had posted, is posted anew. */
const cardIsLost = ['message_not_found', 'cant_update_message', 'edit_window_closed'];

async function notRedrawn(
  courier: Courier,
  { workspace, row }: Delivery,
  spot: Spot,
  error: unknown,
): Promise<void> {
  const fault = slackFault(error);
  if (row.kind === 'card' && cardIsLost.includes(fault.code)) {
    await transact(courier.store, { workspace }, (tx) => forgetSpot(tx, workspace, row.id));
    throw new Later(1, 'its card is lost');
  }
  if (fault.kind === 'unknown') throw new SlackCallFailed(fault, error);
  await failed(courier, workspace, row.id, error, spot.channel);
}
