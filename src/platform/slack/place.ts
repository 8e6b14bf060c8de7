import { neverRepeated } from '../../core/address.ts';
import type { PersonId } from '../../core/issue.ts';
import { Later } from '../jobs/worker.ts';
import type { KeyRing } from '../keys.ts';
import { reporterOf } from '../postgres/actor.ts';
import { messageAt } from '../postgres/messages.ts';
import { personById } from '../postgres/people.ts';
import type { Tx, WorkspaceId } from '../postgres/transact.ts';
import { noChannel, noLearningChannel } from '../postgres/waiting.ts';
import { workspaceById } from '../postgres/workspaces.ts';
import type { Delivery, Place } from './courier.ts';
import type { SlackFault } from './faults.ts';

/** Somebody we have not written to yet: Slack is to say where. */
export interface Unopened {
  readonly person: PersonId;
  readonly slackUserId: string;
}

/** Why a message can go nowhere, and the channel that has to do with it. */
export interface Nowhere {
  readonly fault: SlackFault;
  readonly channel: string | null;
}

/** Where a new message goes, as far as the database knows; `opened` is a direct message that it may know nothing of. */
export async function findPlace(
  keys: KeyRing,
  tx: Tx,
  delivery: Delivery,
  opened: string | null,
): Promise<Place | Unopened | Nowhere> {
  const { address, settings, workspace } = delivery;
  const { kind, person } = address;
  if (person !== null) return await directMessage(tx, workspace, person);
  if (kind === 'held') return await withReporter(keys, tx, delivery, opened);
  if (kind === 'reply') return await threadOf(tx, delivery);
  if (neverRepeated.includes(kind)) return inChannel(settings.learningChannel, noLearningChannel);
  return inChannel(settings.issuesChannel, noChannel);
}

/** Until a channel is chosen the message waits, and `otherwise` says for which. */
function inChannel(channel: string | null, otherwise: string): Place | Nowhere {
  if (channel !== null) return { channel, threadTs: null };
  return { fault: { kind: 'admin', code: otherwise }, channel };
}

/** Only the seal says who they are. */
async function withReporter(
  keys: KeyRing,
  tx: Tx,
  { workspace, address }: Delivery,
  opened: string | null,
): Promise<Place | Unopened | Nowhere> {
  if (opened !== null) return { channel: opened, threadTs: null, isSecret: true };
  const reporter = await reporterOf(keys, tx, workspace, Number(address.subject));
  if (reporter === null) return { fault: { kind: 'gone', code: 'forgotten' }, channel: null };
  const place = await directMessage(tx, workspace, reporter);
  return 'threadTs' in place ? { ...place, isSecret: true } : place;
}

/** A reply waits for its card; where the card has found its end, so has the reply. */
async function threadOf(tx: Tx, { workspace, address, settings }: Delivery): Promise<Place | Nowhere> {
  const [number = ''] = address.subject.split('/');
  const card = await messageAt(tx, workspace, 'card', number);
  if (card?.channel != null && card.ts !== null) {
    return { channel: card.channel, threadTs: card.ts };
  }
  if (card?.state === 'waiting') {
    return { fault: { kind: 'admin', code: card.reason ?? 'unknown' }, channel: settings.issuesChannel };
  }
  if (card?.state === 'ended') return { fault: { kind: 'gone', code: 'no_card' }, channel: null };
  throw new Later(3, 'its card does not stand yet');
}

async function directMessage(
  tx: Tx,
  workspace: WorkspaceId,
  id: PersonId,
): Promise<Place | Unopened | Nowhere> {
  const person = await personById(tx, workspace, id);
  if (person?.dmChannel != null) return { channel: person.dmChannel, threadTs: null };
  const slackUserId = person?.slackUserId ?? null;
  if (slackUserId === null || (await isUs(tx, workspace, slackUserId)))
    return { fault: { kind: 'gone', code: 'forgotten' }, channel: null };
  return { person: id, slackUserId };
}

/** Of a test Flagpost itself is the reporter; it writes no letters to itself. */
async function isUs(tx: Tx, workspace: WorkspaceId, slackUserId: string): Promise<boolean> {
  return (await workspaceById(tx, workspace))?.botUserId === slackUserId;
}
