import { Later } from '../jobs/worker.ts';
import { beginSending, forgetStanding } from '../postgres/messages.ts';
import type { Standing } from '../postgres/messages.ts';
import { transact } from '../postgres/transact.ts';
import type { Courier, Place, Turn } from './courier.ts';
import { fingerprint, stamped } from './drawing.ts';
import { conclude, failed, mended, stands } from './endings.ts';
import { SlackCallFailed, slackFault } from './faults.ts';

/** The name of our messages' metadata; `manifest.yml` subscribes to it. */
export const metadataType = 'flagpost_message';

/** Posts. From the moment the attempt is written down until its end is, nobody else posts the same message. */
export async function attempt(courier: Courier, turn: Turn, place: Place): Promise<void> {
  const { workspace, row, drawing } = turn;
  const { store, client } = courier;
  await transact(store, { workspace }, (tx) => beginSending(tx, workspace, row.id, store.clock()));
  const { text, blocks } = stamped(drawing, row.id);
  try {
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
    await stands(courier, workspace, row.id, { channel, ts }, fingerprint(drawing));
  } catch (error) {
    await failed(courier, workspace, row.id, error, place.channel);
  }
}

/** Redraws a message where it stands, unless the same stands there already. */
export async function redraw(courier: Courier, turn: Turn, at: Standing): Promise<void> {
  const { workspace, row, drawing } = turn;
  const drawn = fingerprint(drawing);
  if (row.drawn === drawn) return;
  const { text, blocks } = stamped(drawing, row.id);
  try {
    await courier.client.chat.update({ ...at, text, blocks: [...blocks] });
    await conclude(courier, workspace, row.id, { state: 'sent', standing: at, drawn });
    if (row.reason !== null) await mended(courier, workspace, row.reason);
  } catch (error) {
    const fault = slackFault(error);
    if (fault.code === 'message_not_found' && row.kind === 'card') {
      await transact(courier.store, { workspace }, (tx) => forgetStanding(tx, workspace, row.id));
      throw new Later(1, 'its card was deleted in Slack');
    }
    if (fault.kind === 'unknown') throw new SlackCallFailed(fault, error);
    await failed(courier, workspace, row.id, error, at.channel);
  }
}
