import { messageKinds, neverRepeated } from '../../core/follow-ups.ts';
import { Later } from '../jobs/worker.ts';
import { asPersonId } from '../postgres/issue-rows.ts';
import {
  forgetSpot,
  isThere,
  leaseMessage,
  outcomeOf,
  unlease,
  unsaidBefore,
  unsureSeconds,
} from '../postgres/messages.ts';
import type { MessageRow } from '../postgres/messages.ts';
import { askWhetherReached } from '../postgres/reached.ts';
import { readSettings } from '../postgres/settings.ts';
import type { Settings } from '../postgres/settings.ts';
import { transact, Unavailable, Unsure } from '../postgres/transact.ts';
import type { Tx, WorkspaceId } from '../postgres/transact.ts';
import { attempt, redraw } from './attempt.ts';
import { issuesChannelOf } from './courier.ts';
import type { Courier, Delivery, MessageAddress } from './courier.ts';
import type { Drawing } from './drawing.ts';
import { conclude, failed } from './endings.ts';
import { findPlace } from './place.ts';

/**
 * Brings one message in Slack up to the present state: posts it, or redraws it where it stands. May be called any
 * number of times, from any number of processes.
 *
 * @throws Later while somebody else draws it or Slack wants us to wait; SlackCallFailed where it is worth another try.
 */
export async function deliver(courier: Courier, workspace: WorkspaceId, id: string): Promise<void> {
  if (await deliverOne(courier, workspace, id, 'in its turn')) return;
  if (await bringOthers(courier, workspace, id)) await deliverOne(courier, workspace, id, 'now');
}

/**
 * A thread tells things in the order in which they happened: whoever brings a reply brings those before it first. One
 * that can't be posted for a fault of its own is overtaken; where one waits for an admin, so do those after it.
 */
async function bringOthers(courier: Courier, workspace: WorkspaceId, id: string): Promise<boolean> {
  const before = () => transact(courier.store, { workspace }, (tx) => unsaidBefore(tx, workspace, id));
  const faulty: string[] = [];
  for (const earlier of (await before()).slice(0, mostBefore)) {
    if (!(await isDelivered(courier, workspace, earlier.id))) faulty.push(earlier.id);
  }
  const first = (await before()).find((it) => !faulty.includes(it.id));
  if (first?.state === 'waiting') {
    const channel = await issuesChannelOf(courier, workspace);
    await failed(courier, workspace, id, { kind: 'admin', code: first.reason ?? 'unknown' }, channel);
    return false;
  }
  if (first !== undefined) throw new Later(1, 'an earlier reply goes first');
  return true;
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

/** `false`: others go first. */
async function deliverOne(
  courier: Courier,
  workspace: WorkspaceId,
  id: string,
  when: 'in its turn' | 'now',
): Promise<boolean> {
  const { store } = courier;
  const taken = await transact(store, { workspace }, async (tx) => {
    if (when === 'in its turn' && (await unsaidBefore(tx, workspace, id)).length > 0) return null;
    return await take(courier, tx, workspace, id);
  });
  if (taken === null) return false;
  if (taken === 'gone') return true;
  try {
    await deliverTaken(courier, taken);
  } finally {
    await transact(store, { workspace }, (tx) => unlease(tx, workspace, taken.row));
  }
  return true;
}

/** A message that nobody else draws meanwhile, and what it says at present. */
type Taken = Omit<Delivery, 'drawing'> & { readonly drawing: Drawing | null };

async function take(
  { store, draw, settings: otherwise }: Courier,
  tx: Tx,
  workspace: WorkspaceId,
  id: string,
): Promise<Taken | 'gone'> {
  const row = await leaseMessage(tx, workspace, id, store.clock());
  if (row === null) {
    if (await isThere(tx, workspace, id)) throw new Later(2, 'somebody else draws it');
    return 'gone';
  }
  const address = addressOf(row);
  const settings = await readSettings(tx, workspace, otherwise);
  const drawing = row.state === 'ended' ? null : await draw(tx, workspace, address);
  return { workspace, row, address, drawing, settings };
}

async function deliverTaken(courier: Courier, { drawing, ...taken }: Taken): Promise<void> {
  const { workspace, row, settings } = taken;
  if (row.state === 'ended') return;
  if (drawing === null || (drawing.isEcho === true && row.ts === null)) {
    if (row.ts === null) await conclude(courier, workspace, row.id, { state: 'ended' });
    return;
  }
  const delivery: Delivery = { ...taken, drawing };
  if (row.channel !== null && row.ts !== null) {
    if (isStranded(row, settings)) return await moveCard(courier, workspace, row);
    return await redraw(courier, delivery, { channel: row.channel, ts: row.ts });
  }
  if (isStillUnsure(courier, row)) return;
  if (neverRepeated.includes(row.kind) && outcomeOf(row) !== 'on its way')
    return await askWhetherReached(courier.store, workspace, row, courier.settings.adminUsers);
  const place = await findPlace(courier, delivery);
  if (place !== null) await attempt(courier, delivery, place);
}

/** Its channel can't be written to any more, and an admin has chosen another one since. */
function isStranded({ kind, state, channel }: MessageRow, { issuesChannel }: Settings): boolean {
  return kind === 'card' && state === 'waiting' && issuesChannel !== null && channel !== issuesChannel;
}

async function moveCard({ store }: Courier, workspace: WorkspaceId, { id }: MessageRow): Promise<never> {
  await transact(store, { workspace }, (tx) => forgetSpot(tx, workspace, id));
  throw new Later(1, 'it is posted anew in the present channel');
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

const kinds: readonly MessageAddress['kind'][] = [...messageKinds, 'notice'];

function isKind(kind: string): kind is MessageAddress['kind'] {
  return kinds.some((it) => it === kind);
}
