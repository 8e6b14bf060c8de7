import { Later } from '../jobs/worker.ts';
import { asPersonId } from '../postgres/issue-rows.ts';
import { leaseMessage, messageById, unlease, unsureSeconds } from '../postgres/messages.ts';
import type { MessageRow } from '../postgres/messages.ts';
import { transact } from '../postgres/transact.ts';
import type { WorkspaceId } from '../postgres/transact.ts';
import { attempt, redraw } from './attempt.ts';
import type { Courier, MessageAddress, Turn } from './courier.ts';
import { conclude } from './endings.ts';
import { findPlace } from './place.ts';

/**
 * Brings one message in Slack up to the present state: posts it, or redraws it where it stands. May be called any
 * number of times, from any number of processes.
 *
 * @throws Later while somebody else draws it or Slack wants us to wait; SlackCallFailed where it is worth another try.
 */
export async function deliver(courier: Courier, workspace: WorkspaceId, id: string): Promise<void> {
  const { store } = courier;
  const row = await transact(store, { workspace }, (tx) => leaseMessage(tx, workspace, id, store.clock()));
  if (row === null) {
    const there = await transact(store, { workspace }, (tx) => messageById(tx, workspace, id));
    if (there === null) return;
    throw new Later(2, 'somebody else draws it');
  }
  try {
    await deliverLeased(courier, workspace, row);
  } finally {
    await transact(store, { workspace }, (tx) => unlease(tx, workspace, row));
  }
}

async function deliverLeased(courier: Courier, workspace: WorkspaceId, row: MessageRow): Promise<void> {
  if (row.state === 'ended') return;
  const address = addressOf(row);
  const drawing = await transact(courier.store, { workspace }, (tx) => courier.draw(tx, workspace, address));
  if (drawing === null || (drawing.isEcho === true && row.ts === null)) {
    if (row.ts === null) await conclude(courier, workspace, row.id, { state: 'ended' });
    return;
  }
  const turn: Turn = { workspace, row, address, drawing };
  if (row.channel !== null && row.ts !== null) {
    await redraw(courier, turn, { channel: row.channel, ts: row.ts });
    return;
  }
  if (isStillUnsure(courier, row)) return;
  const place = await findPlace(courier, turn);
  if (place !== null) await attempt(courier, turn, place);
}

/** An earlier attempt may have worked: until its minute is over, only Slack's own event or a press can tell. */
function isStillUnsure({ store }: Courier, row: MessageRow): boolean {
  if (row.state !== 'unsure' && row.state !== 'sending') return false;
  return store.clock().since(row.since).total('seconds') < unsureSeconds;
}

function addressOf({ kind, subject, target }: MessageRow): MessageAddress {
  if (!isKind(kind)) throw new Error(`a message of unknown kind "${kind}"`);
  return { kind, subject, person: target === '' ? null : asPersonId(target) };
}

const kinds = ['card', 'reply', 'controls', 'news', 'question', 'offer', 'notice'] as const;

function isKind(kind: string): kind is MessageAddress['kind'] {
  return kinds.some((it) => it === kind);
}
