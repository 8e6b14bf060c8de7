import type { WebClient } from '@slack/web-api';

import type { Address } from '../../core/address.ts';
import type { Log } from '../../log.ts';
import type { MessageRow } from '../postgres/messages.ts';
import { readSettings } from '../postgres/settings.ts';
import type { Settings } from '../postgres/settings.ts';
import type { Store } from '../postgres/store.ts';
import { transact } from '../postgres/transact.ts';
import type { Tx, WorkspaceId } from '../postgres/transact.ts';
import type { Awake } from './awake.ts';
import type { Drawing } from './drawing.ts';
import type { HouseSettings } from './feature.ts';

export interface Courier {
  readonly store: Store;
  readonly client: WebClient;
  /** What holds where no admin has chosen otherwise. */
  readonly settings: HouseSettings;
  /** Draws the message at an address from the present state; `null`: nothing is to be said there. */
  readonly draw: (tx: Tx, workspace: WorkspaceId, address: MessageAddress) => Promise<Drawing | null>;
  readonly awake: Pick<Awake, 'has'>;
  readonly log: Log;
  /** How long a message may wait here for its channel's turn, in milliseconds. */
  readonly patienceMs: number;
  /** Ends waits when the process stops. */
  readonly signal: AbortSignal;
}

/** An `Address`, or one that Flagpost itself has something to say at. */
export type MessageAddress = Omit<Address, 'kind'> & { readonly kind: Address['kind'] | 'notice' };

/** A message being drawn by this caller alone. */
export interface Delivery {
  readonly workspace: WorkspaceId;
  readonly row: MessageRow;
  readonly address: MessageAddress;
  readonly drawing: Drawing;
  /** As the workspace wants things at present. */
  readonly settings: Settings;
}

/** A channel to post to, and the thread if it is a reply. */
export interface Place {
  readonly channel: string;
  readonly threadTs: string | null;
  /** Nothing may be kept of what is posted there, not even that it was the channel's turn. */
  readonly isSecret?: true;
}

/** Where cards go; `null` until an admin has chosen a channel. */
export async function issuesChannelOf(
  { store, settings }: Courier,
  workspace: WorkspaceId,
): Promise<string | null> {
  return (await transact(store, { workspace }, (tx) => readSettings(tx, workspace, settings))).issuesChannel;
}
