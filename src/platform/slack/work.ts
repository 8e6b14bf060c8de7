import { needsLadder } from '../../core/turns.ts';
import type { Log } from '../../log.ts';
import { Later } from '../jobs/worker.ts';
import type { Handlers } from '../jobs/worker.ts';
import { noticedIn } from '../noticed.ts';
import { takeTurn } from '../postgres/change-issue.ts';
import { takeDigestTurn } from '../postgres/digests.ts';
import { handOver, letGo, takeInHand } from '../postgres/in-hand.ts';
import { loadDigest } from '../postgres/load-digest.ts';
import { messageById, outcomeOf } from '../postgres/messages.ts';
import type { MessageRow } from '../postgres/messages.ts';
import { wantsNotesOn } from '../postgres/notes.ts';
import { takeOwedTurn } from '../postgres/owed.ts';
import { asPersonId } from '../postgres/person-id.ts';
import { loadScene } from '../postgres/scene.ts';
import { sendNudges } from '../postgres/send-nudges.ts';
import { readSettings } from '../postgres/settings.ts';
import { loadShare } from '../postgres/shares.ts';
import type { Store } from '../postgres/store.ts';
import type { Found } from '../postgres/sweep.ts';
import { transact } from '../postgres/transact.ts';
import type { Tx, WorkspaceId } from '../postgres/transact.ts';
import { mend } from '../postgres/waiting.ts';
import { asWorkspaceId } from '../postgres/workspaces.ts';
import { tellAdmins } from './admins.ts';
import type { Courier } from './courier.ts';
import { deliver } from './deliver.ts';
import { nudgeDrawer } from './draw-nudges.ts';
import type { Draw, Drawing } from './drawing.ts';
import { SlackCallFailed, slackFault } from './faults.ts';
import { theOne } from './feature.ts';
import type { Feature, HouseSettings } from './feature.ts';
import { mayAskReporter } from './held-question.ts';
import { publishHomeOf } from './home.ts';
import type { PublishHome } from './home.ts';
import { knowLadder } from './learn-admins.ts';
import { learnZone } from './membership.ts';
import { runTrial } from './trial.ts';

/** Draws any message: what an issue's features draw, and the notices to admins. */
export function drawer(
  features: readonly Feature[],
  otherwise: HouseSettings,
  store: Pick<Store, 'clock' | 'keys'>,
): Courier['draw'] {
  const notices = theOne(features, 'notices');
  const draws = new Map<string, Draw>(features.flatMap((feature) => Object.entries(feature.draws ?? {})));
  const drawNudges = nudgeDrawer(store, features, otherwise.adminUsers);
  const digest = theOne(features, 'digest');
  const share = theOne(features, 'share');
  const drawDigest = async (tx: Tx, workspace: WorkspaceId, subject: string): Promise<Drawing | null> => {
    const { timeZone } = await readSettings(tx, workspace, otherwise);
    const found = await loadDigest(tx, workspace, subject, timeZone, otherwise.adminUsers);
    return found === null ? null : digest.draw(found);
  };
  const drawShare = async (tx: Tx, workspace: WorkspaceId, subject: string): Promise<Drawing | null> => {
    const found = await loadShare(tx, workspace, subject);
    return found === null ? null : share.draw(found);
  };
  return async (tx, workspace, { kind, ...address }) => {
    if (kind === 'digest') return await drawDigest(tx, workspace, address.subject);
    if (kind === 'share') return await drawShare(tx, workspace, address.subject);
    if (kind === 'reached') {
      const post = await postAskedAbout(tx, workspace, address.subject);
      if (post?.kind === 'digest') return digest.drawReached(post.id, outcomeOf(post));
      if (post?.kind === 'share') return share.drawReached(post.id, outcomeOf(post));
    }
    if (kind === 'notice') return notices.draw(address.subject, await readSettings(tx, workspace, otherwise));
    if (kind === 'nudge' || kind === 'bundle') return await drawNudges(tx, workspace, { kind, ...address });
    const scene = await loadScene(store, tx, workspace, { kind, ...address }, otherwise.adminUsers);
    const draw = draws.get(kind);
    if (scene === null || draw === undefined) return null;
    if (kind !== 'held') return draw(scene);
    const wantsNotes = await wantsNotesOn(store.keys, tx, workspace, scene.issue.number);
    return draw({ ...scene, noticed: wantsNotes ? noticedIn(store.keys, workspace, scene.issue) : [] });
  };
}

async function postAskedAbout(tx: Tx, workspace: WorkspaceId, subject: string): Promise<MessageRow | null> {
  const [, id = ''] = subject.split('/');
  return await messageById(tx, workspace, id);
}

interface Work {
  readonly courier: Courier;
  readonly publishHome: PublishHome;
  readonly log: Log;
  readonly features: readonly Feature[];
}

/** What each job does. Ids in, the truth read afresh; any of them may run twice. */
export function jobHandlers({ courier, publishHome, log, features }: Work): Handlers {
  const { store, client, settings } = courier;
  const { trialSolution } = theOne(features, 'notices');
  return {
    draw: ({ workspace, message }) => deliver(courier, asWorkspaceId(workspace), message),
    'publish-home': ({ workspace, person }) =>
      publishHomeOf({ store, settings }, publishHome, asWorkspaceId(workspace), asPersonId(person)),
    'tell-admins': (payload) => tellAdmins({ store, client, log, listed: settings.adminUsers }, payload),
    discard: ({ channel, ts }) => discard(courier, channel, ts),
    remove: async ({ spots }) => {
      for (const { channel, ts } of spots) await discard(courier, channel, ts);
    },
    'run-trial': ({ workspace }) => runTrial(courier, asWorkspaceId(workspace), trialSolution),
    mend: ({ workspace }) =>
      transact(store, { workspace: asWorkspaceId(workspace) }, (tx) =>
        mend(tx, asWorkspaceId(workspace), store.enqueue),
      ),
  };
}

/**
 * Takes an issue's turn and draws at once what follows from it. What does not work out at once, or has to wait for the
 * channel, is a job like any other. A turn that came to nothing is found again.
 */
export function turnTaker(
  courier: Courier,
  onFault: (error: unknown) => void,
): (found: Found) => Promise<void> {
  const inHand: Courier = { ...courier, patienceMs: 0 };
  const { store, client, settings } = courier;
  const drawNow = async (workspace: WorkspaceId, message: string): Promise<void> => {
    try {
      await deliver(inHand, workspace, message);
    } catch (error) {
      if (!(error instanceof Later)) onFault(error);
      return await handOver(store, workspace, message);
    }
    await letGo(store, workspace, message);
  };
  const takeUp = async (found: Found): Promise<void> => {
    const { workspace } = found;
    if (found.kind === 'draw') return await drawNow(workspace, found.message);
    if (found.kind === 'owed') return await takeOwedTurn(store, workspace);
    if (found.kind === 'digest') return await takeDigestTurn(store, workspace, courier.settings);
    if (found.kind !== 'nudge' && needsLadder(found.kind))
      await knowLadder(courier, workspace, answeredIn(found));
    const { enqueue, messages } = takeInHand(store);
    const taking = { ...store, enqueue };
    if (found.kind === 'nudge') {
      await learnZone(store, client, workspace, found.person);
      await sendNudges(taking, workspace, found.person, settings.timeZone);
    } else if (found.kind !== 'ask-to-choose' || (await mayAskReporter(courier, workspace, found.number)))
      await takeTurn(taking, workspace, found.number, found.kind);
    for (const message of messages) await drawNow(workspace, message);
  };
  return (found) => takeUp(found).catch(onFault);
}

/** About which issue somebody is to be asked who is not its reporter. */
function answeredIn({ kind, number }: Extract<Found, { readonly number: number }>): number | null {
  return kind === 'promise-passes' || kind === 'owner-left' || kind === 'in-vain' ? number : null;
}

async function discard({ client }: Courier, channel: string, ts: string): Promise<void> {
  try {
    await client.chat.delete({ channel, ts });
  } catch (error) {
    const fault = slackFault(error);
    if (fault.kind === 'gone') return;
    if (fault.kind === 'later') throw new Later(fault.seconds, fault.code);
    throw new SlackCallFailed(fault, error);
  }
}
