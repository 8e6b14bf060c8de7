import type { PersonId } from '../../core/issue.ts';
import { Later } from '../jobs/worker.ts';
import { messageAt } from '../postgres/messages.ts';
import { personById, saveDmChannel } from '../postgres/people.ts';
import { transact } from '../postgres/transact.ts';
import type { WorkspaceId } from '../postgres/transact.ts';
import { noChannel, noLearningChannel } from '../postgres/waiting.ts';
import { workspaceById } from '../postgres/workspaces.ts';
import type { Courier, Delivery, Place } from './courier.ts';
import { failed } from './endings.ts';
import { SlackCallFailed, slackFault } from './faults.ts';

/** Where a new message goes. `null`: nowhere, and that is noted. */
export async function findPlace(courier: Courier, delivery: Delivery): Promise<Place | null> {
  const { address, settings } = delivery;
  const { kind, person } = address;
  if (person !== null) {
    const channel = await directMessage(courier, delivery, person);
    return channel === null ? null : { channel, threadTs: null };
  }
  if (kind === 'reply') return await threadOf(courier, delivery);
  if (kind === 'learning' || kind === 'write-up')
    return await inChannel(courier, delivery, settings.learningChannel, noLearningChannel);
  return await inChannel(courier, delivery, settings.issuesChannel, noChannel);
}

/** Until a channel is chosen the message waits, and `otherwise` says for which. */
async function inChannel(
  courier: Courier,
  { workspace, row }: Delivery,
  channel: string | null,
  otherwise: string,
): Promise<Place | null> {
  if (channel !== null) return { channel, threadTs: null };
  await failed(courier, workspace, row.id, { kind: 'admin', code: otherwise }, null);
  return null;
}

/** A reply waits for its card; where the card has found its end, so has the reply. */
async function threadOf(courier: Courier, delivery: Delivery): Promise<Place | null> {
  const { workspace, address, row, settings } = delivery;
  const [number = ''] = address.subject.split('/');
  const card = await transact(courier.store, { workspace }, (tx) => messageAt(tx, workspace, 'card', number));
  if (card?.channel != null && card.ts !== null) {
    return { channel: card.channel, threadTs: card.ts };
  }
  if (card?.state === 'waiting') {
    const channel = settings.issuesChannel;
    await failed(courier, workspace, row.id, { kind: 'admin', code: card.reason ?? 'unknown' }, channel);
    return null;
  }
  if (card?.state === 'ended') {
    await failed(courier, workspace, row.id, { kind: 'gone', code: 'no_card' }, null);
    return null;
  }
  throw new Later(3, 'its card does not stand yet');
}

async function directMessage(courier: Courier, delivery: Delivery, id: PersonId): Promise<string | null> {
  const { workspace, row } = delivery;
  const person = await transact(courier.store, { workspace }, (tx) => personById(tx, workspace, id));
  if (person?.dmChannel != null) return person.dmChannel;
  if (person?.slackUserId == null || (await isUs(courier, workspace, person.slackUserId))) {
    await failed(courier, workspace, row.id, { kind: 'gone', code: 'forgotten' }, null);
    return null;
  }
  return await openDirectMessage(courier, workspace, row.id, id, person.slackUserId);
}

/** Of a test Flagpost itself is the reporter; it writes no letters to itself. */
async function isUs({ store }: Courier, workspace: WorkspaceId, slackUserId: string): Promise<boolean> {
  const home = await transact(store, { workspace }, (tx) => workspaceById(tx, workspace));
  return home?.botUserId === slackUserId;
}

async function openDirectMessage(
  courier: Courier,
  workspace: WorkspaceId,
  message: string,
  person: PersonId,
  slackUserId: string,
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
  await transact(courier.store, { workspace }, (tx) => saveDmChannel(tx, workspace, person, channel));
  return channel;
}
