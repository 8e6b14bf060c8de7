import { persist } from '../persist.ts';
import { sendWhatWaits } from '../postgres/choose-settings.ts';
import { lookForDigest } from '../postgres/digests.ts';
import { readSettings } from '../postgres/settings.ts';
import type { Otherwise } from '../postgres/settings.ts';
import type { Store } from '../postgres/store.ts';
import { transact } from '../postgres/transact.ts';
import type { WorkspaceId } from '../postgres/transact.ts';
import { beginTelling, noChannel, noLearningChannel, noteMended } from '../postgres/waiting.ts';
import type { Courier } from './courier.ts';
import type { InFlight } from './door.ts';
import { knowLadder } from './learn-admins.ts';

/** What a start has to see to once it is known whose it is. The first receipt says already who has it next. */
export async function settle(courier: Courier, workspace: WorkspaceId, inFlight: InFlight): Promise<void> {
  const { store, settings, log, signal } = courier;
  const notYet = (error: unknown): void =>
    log.warn({ err: error }, 'it is not settled which channels there are; looking again');
  await persist(() => inFlight.track(settleChannels(store, workspace, settings)), notYet, signal);
  await inFlight.track(knowLadder(courier, workspace));
}

/** As often as one likes. @throws Unavailable or Unsure */
async function settleChannels(store: Store, workspace: WorkspaceId, otherwise: Otherwise): Promise<void> {
  await sendWhatHasAChannel(store, workspace, otherwise);
  await askWhichChannel(store, workspace, otherwise);
  await transact(store, { workspace }, (tx) => lookForDigest(tx, workspace, store.clock()));
}

/** The one question of a first start goes to the admins, once: in which channel are issues shown? */
async function askWhichChannel(store: Store, workspace: WorkspaceId, otherwise: Otherwise): Promise<void> {
  await transact(store, { workspace }, async (tx) => {
    const { issuesChannel } = await readSettings(tx, workspace, otherwise);
    if (issuesChannel !== null) return;
    if (await beginTelling(tx, workspace, `${noChannel}/`, store.clock()))
      await store.enqueue(tx, 'tell-admins', [{ workspace, reason: noChannel, channel: '' }]);
  });
}

/** A channel that was set for this start is as good as one that was chosen: whatever waited for it goes there now. */
async function sendWhatHasAChannel(
  store: Store,
  workspace: WorkspaceId,
  otherwise: Otherwise,
): Promise<void> {
  await transact(store, { workspace }, async (tx) => {
    const { issuesChannel, learningChannel } = await readSettings(tx, workspace, otherwise);
    if (issuesChannel !== null) await sendWhatWaits(store, tx, workspace);
    if (learningChannel !== null) await noteMended(tx, workspace, noLearningChannel, store.enqueue);
  });
}
