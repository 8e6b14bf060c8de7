import { messageKinds, neverRepeated } from '../../core/address.ts';
import { Later } from '../jobs/worker.ts';
import { endOlderDigests } from '../postgres/digest-messages.ts';
import { keptOnHome } from '../postgres/kept-on-home.ts';
import {
  beginSending,
  endAttempt,
  onHome,
  outcomeOf,
  reserveSlot,
  unsureSeconds,
} from '../postgres/messages.ts';
import type { End, MessageRow, Spot } from '../postgres/messages.ts';
import { asPersonId } from '../postgres/person-id.ts';
import { bringLater } from '../postgres/resting.ts';
import { nudgesArrived } from '../postgres/send-nudges.ts';
import { readSettings } from '../postgres/settings.ts';
import { together } from '../postgres/transact.ts';
import type { Tx, WorkspaceId } from '../postgres/transact.ts';
import type { Courier, Delivery, MessageAddress, Place } from './courier.ts';
import { nextHalfHour, takesPlaceToday } from './held-question.ts';
import { findPlace } from './place.ts';
import type { Nowhere, Unopened } from './place.ts';
import { restUntil } from './rest.ts';

/** What is to be done in Slack about a message, as everything stands at present. */
export type Step =
  | { readonly does: 'nothing' }
  /** It is written down that the attempt has begun: whoever reads this makes it, not before its turn. */
  | { readonly does: 'post'; readonly delivery: Delivery; readonly place: Place; readonly turn: Turn }
  | { readonly does: 'redraw'; readonly delivery: Delivery; readonly spot: Spot }
  | { readonly does: 'wait'; readonly turn: Turn }
  | { readonly does: 'open'; readonly whom: Unopened }
  | { readonly does: 'give up'; readonly why: Nowhere }
  /** Whether it reached the channel. */
  | { readonly does: 'ask' };

/** It is ours to post there then. */
export interface Turn {
  readonly channel: string;
  /** On the clock of `performance.now()`. */
  readonly atMs: number;
}

/** So much before its turn a message is drawn: how long that takes is not to change how far apart posts are. */
export const drawAheadMs = 50;

export interface Leased {
  readonly workspace: WorkspaceId;
  /** Leased to this caller. */
  readonly row: MessageRow;
  /** The turn that this caller has waited for. */
  readonly turn: Turn | null;
  /** The direct message that was opened for this. */
  readonly opened: string | null;
}

const nothing: Step = { does: 'nothing' };

/**
 * Looks at a message and draws it. Where it can be posted at once, the beginning is written down with that, so that
 * nothing comes between what is drawn and what is sent.
 *
 * @throws Later where others go first
 */
export async function nextStep(courier: Courier, tx: Tx, leased: Leased): Promise<Step> {
  const { workspace, row } = leased;
  if (row.state === 'ended') return nothing;
  const address = addressOf(row);
  const [settings, drawing] = await together([
    readSettings(tx, workspace, courier.settings),
    courier.draw(tx, workspace, address),
  ]);
  if (drawing === null || (drawing.isEcho === true && row.ts === null)) {
    return row.ts === null ? await end(courier, tx, leased) : nothing;
  }
  const delivery: Delivery = { workspace, row, address, drawing, settings };
  if (row.channel !== null && row.ts !== null) {
    return { does: 'redraw', delivery, spot: { channel: row.channel, ts: row.ts } };
  }
  if (isStillUnsure(courier, row)) return nothing;
  if (neverRepeated.includes(row.kind) && outcomeOf(row) !== 'on its way') return { does: 'ask' };
  return await towardsPosting(courier, tx, delivery, leased);
}

async function end(
  { store }: Courier,
  tx: Tx,
  { workspace, row }: Pick<Leased, 'workspace' | 'row'>,
): Promise<Step> {
  await endAttempt(tx, workspace, row.id, { state: 'ended' }, store.clock());
  return nothing;
}

/** Its reader finds it there, also if it is anything that no list of Home says: what it asks stands before them now. */
async function leaveOnHome({ store }: Courier, tx: Tx, { workspace, row, address }: Delivery): Promise<Step> {
  const { kind, person } = address;
  const isKept = person !== null && keptOnHome.some((it) => it === kind);
  const end: End = { state: 'ended', ...(isKept ? { reason: onHome } : {}) };
  const now = store.clock();
  await endAttempt(tx, workspace, row.id, end, now);
  await nudgesArrived(store, tx, workspace, { ...row, since: now });
  if (isKept) await store.enqueue(tx, 'publish-home', [{ workspace, person }]);
  return nothing;
}

async function towardsPosting(
  courier: Courier,
  tx: Tx,
  delivery: Delivery,
  { turn: awaited, opened }: Leased,
): Promise<Step> {
  const { clock, keys } = courier.store;
  const place = await findPlace(keys, tx, delivery, opened);
  if ('fault' in place) return { does: 'give up', why: place };
  if ('person' in place) return { does: 'open', whom: place };
  const opening = await restUntil(courier, tx, delivery);
  if (opening === 'on Home') return await leaveOnHome(courier, tx, delivery);
  if (opening !== null) {
    await bringLater(tx, delivery.workspace, delivery.row, opening);
    return nothing;
  }
  const turn = awaited?.channel === place.channel ? awaited : await takeTurn(courier, tx, place);
  if (turn.atMs - performance.now() > drawAheadMs) return { does: 'wait', turn };
  const { row } = delivery;
  if (row.kind === 'held' && !(await takesPlaceToday(courier, tx, delivery))) {
    await bringLater(tx, delivery.workspace, row, nextHalfHour(clock()));
    return nothing;
  }
  const hasBegun = await beginSending(tx, delivery.workspace, row.id, clock());
  if (hasBegun && row.kind === 'digest') await endOlderDigests(tx, delivery.workspace, row.subject);
  return hasBegun ? { does: 'post', delivery, place, turn } : nothing;
}

async function takeTurn({ store, patienceMs }: Courier, tx: Tx, { channel, isSecret }: Place): Promise<Turn> {
  if (isSecret === true) return { channel, atMs: performance.now() };
  const ms = await reserveSlot(tx, channel, store.clock(), patienceMs);
  if (ms === null) throw new Later(3, 'others post there first');
  return { channel, atMs: performance.now() + ms };
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
