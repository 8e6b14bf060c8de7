import { setTimeout as pause } from 'node:timers/promises';

import type { Block } from '@slack/types';

import { Later } from '../jobs/worker.ts';
import { forgetSpot } from '../postgres/messages.ts';
import type { Spot } from '../postgres/messages.ts';
import { transact, Unavailable, Unsure } from '../postgres/transact.ts';
import type { Courier, Delivery, Place } from './courier.ts';
import { fingerprint, stamped } from './drawing.ts';
import type { Drawing } from './drawing.ts';
import { conclude, failed, mended, stands } from './endings.ts';
import { isChannelFault, SlackCallFailed, slackFault } from './faults.ts';
import type { Turn } from './next-step.ts';

/** The name of our messages' metadata; `manifest.yml` subscribes to it. */
export const metadataType = 'flagpost_message';

/** Posts. From the moment the attempt was written down until its end is, nobody else posts the same message. */
export async function attempt(
  courier: Courier,
  delivery: Delivery,
  place: Place,
  { atMs }: Turn,
): Promise<void> {
  const { workspace, row, drawing } = delivery;
  const earlyMs = atMs - performance.now();
  if (earlyMs > 0) await pause(earlyMs);
  let spot: Spot;
  try {
    spot = await post(courier, delivery, place);
  } catch (error) {
    await failed(courier, workspace, row.id, error, place.channel, place.isSecret);
    return;
  }
  await keep(() => stands(courier, workspace, row.id, spot, fingerprint(drawing)));
}

async function post({ client }: Courier, { row, drawing }: Delivery, place: Place): Promise<Spot> {
  const { text } = drawing;
  const { channel, ts } = await withExtras(stamped(drawing, row.id), (blocks) =>
    client.chat.postMessage({
      channel: place.channel,
      ...inThread(place, drawing),
      text,
      blocks,
      metadata: { event_type: metadataType, event_payload: { id: row.id } },
      unfurl_links: false,
      unfurl_media: false,
    }),
  );
  if (channel === undefined || ts === undefined)
    throw new Error('Slack posted a message and did not say where');
  return { channel, ts };
}

/** A refusal says for certain that nothing was sent: so it is sent once more, without what was refused. */
async function withExtras<Result>(
  { blocks, chart }: Drawing,
  send: (blocks: Block[]) => Promise<Result>,
): Promise<Result> {
  if (chart === undefined) return await send([...blocks]);
  try {
    return await send([...blocks, chart]);
  } catch (error) {
    if (!refusesBlocks.includes(slackFault(error).code)) throw error;
    return await send([...blocks]);
  }
}

const refusesBlocks = ['invalid_blocks', 'invalid_blocks_format'];

/** https://docs.slack.dev/reference/methods/chat.postMessage: a broadcast is a reply first of all. */
function inThread({ threadTs }: Place, { isBroadcast }: Drawing) {
  if (threadTs === null) return {};
  return isBroadcast === true
    ? { thread_ts: threadTs, reply_broadcast: true as const }
    : { thread_ts: threadTs };
}

const tries = 3;

/** What is known here and nowhere else gets another chance where the database is away for a moment; twice is no harm. */
export async function keep(save: () => Promise<void>): Promise<void> {
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
  const { text } = drawing;
  try {
    await withExtras(stamped(drawing, row.id), (blocks) =>
      courier.client.chat.update({ ...spot, text, blocks }),
    );
  } catch (error) {
    await notRedrawn(courier, delivery, spot, error);
    return;
  }
  await conclude(courier, workspace, row.id, { state: 'sent', spot, drawn });
  if (row.reason !== null) await mended(courier, workspace, row.reason);
}

/** A card that was deleted, or that an earlier installation of the app had posted, is posted anew. */
const cardIsLost = ['message_not_found', 'cant_update_message', 'edit_window_closed'];

async function notRedrawn(courier: Courier, delivery: Delivery, spot: Spot, error: unknown): Promise<void> {
  const { workspace, row } = delivery;
  const fault = slackFault(error);
  const isLeft = isChannelFault(fault.code) && isLeftBehind(delivery, spot);
  if (row.kind === 'card' && (isLeft || cardIsLost.includes(fault.code))) {
    await transact(courier.store, { workspace }, (tx) => forgetSpot(tx, workspace, row.id));
    throw new Later(1, 'its card is posted anew');
  }
  if (isLeft) return await conclude(courier, workspace, row.id, { state: 'sent', spot, drawn: row.drawn });
  if (fault.kind === 'unknown') throw new SlackCallFailed(fault, error);
  await failed(courier, workspace, row.id, error, spot.channel);
}

/** Another channel was chosen since. A card moves there; whatever else can't be redrawn stays as it stands. */
function isLeftBehind({ row: { kind, target }, settings }: Delivery, { channel }: Spot): boolean {
  if (target !== '') return false;
  const isCard = kind === 'card' || kind === 'reply';
  const chosen = isCard ? settings.issuesChannel : settings.learningChannel;
  return chosen !== channel && !(isCard && chosen === null);
}
