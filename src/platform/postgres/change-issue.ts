import type { Temporal } from 'temporal-polyfill';

import { decide, take } from '../../core/decide.ts';
import type { Refusal } from '../../core/decision.ts';
import { foundNext } from '../../core/due.ts';
import { passedAtRest } from '../../core/follow-ups.ts';
import type { Issue, IssueEvent, PersonId } from '../../core/issue.ts';
import { asksLeads, restsUntil } from '../../core/promise-rest.ts';
import type { Said } from '../../core/said.ts';
import type { TurnType } from '../../core/turns.ts';
import { actedAs, actorOf, leadsNothing, mentionedBy } from './actor.ts';
import { apply, applyToOther } from './apply.ts';
import { commandOf } from './command-of.ts';
import { dropDraft, recallDraft } from './drafts.ts';
import type { DraftFields } from './drafts.ts';
import { lockFamily } from './family.ts';
import { isForLeads, leadingOf } from './leads.ts';
import { loadIssue } from './load-issue.ts';
import type { LoadedIssue } from './load-issue.ts';
import { messageAt } from './messages.ts';
import { keepPreference } from './notes.ts';
import { followUp, reschedule, setDue } from './outbox.ts';
import { nobody, personFor, slackIdsOf } from './people.ts';
import { forgetRequests, issueOfRequest, rememberRequest, rememberWords, wordsKey } from './requests.ts';
import type { Store } from './store.ts';
import { loadOther } from './target.ts';
import { transact } from './transact.ts';
import type { Tx, WorkspaceId } from './transact.ts';
import { lookAgain, turnOf } from './turn-of.ts';
import type { Wish } from './wish.ts';

export interface Change {
  readonly workspace: WorkspaceId;
  readonly number: number;
  readonly slackUser: string;
  /** Named in ADMIN_USERS, besides what Slack says. */
  readonly isListedAdmin: boolean;
  /** All who are: some things are for somebody else among them. */
  readonly adminUsers: readonly string[];
  /** Slack says that it knows nobody by these ids: nothing is kept of them. */
  readonly strangers?: readonly string[];
  readonly wish: Wish;
  /** Names a submission, so that the same one sent twice has one effect; see `requestKey`. */
  readonly request?: string;
  /** The form whose draft this person keeps: sent with a change it is dropped, asked about it is recalled. */
  readonly draftOf?: string;
}

export interface Refused {
  readonly ok: false;
  readonly refusal: Refusal;
  /** How to mention whoever the refusal speaks of. */
  readonly slackIds: ReadonlyMap<PersonId, string>;
}

export type Outcome =
  | {
      readonly ok: true;
      readonly issue: Issue;
      readonly person: PersonId;
      readonly events: readonly IssueEvent[];
    }
  | Refused;

/**
 * The neck: every change a person makes to an issue goes through here, in one transaction. Lock the row, decide,
 * evolve, save, enqueue what follows.
 *
 * @throws Unavailable or Unsure, see `transact`.
 */
export async function changeIssue(store: Store, change: Change): Promise<Outcome> {
  const outcome = await saveChange(store, change);
  if (outcome.ok) await keepPreference(store, change.workspace, outcome.person, outcome.events);
  return outcome;
}

async function saveChange(store: Store, change: Change): Promise<Outcome> {
  const { workspace, number, request } = change;
  return await transact(store, { workspace }, async (tx) => {
    const gathered = await gather(store, tx, change, 'lock');
    if (gathered === null) return gone;
    const { loaded, actor } = gathered;
    if ((await issueOfRequest(tx, workspace, request, gathered.now)) !== null) {
      return { ok: true, issue: loaded.issue, person: actor.person, events: [] };
    }
    const decision = decide(loaded.issue, actor, gathered.command, gathered.now);
    if (!decision.ok) return await refused(tx, workspace, number, decision.refusal);
    if (request !== undefined) {
      await forgetRequests(tx, workspace, gathered.now);
      await rememberRequest(tx, workspace, request, number, gathered.now);
    }
    const acted = { ...actedAs(loaded.issue, actor), at: gathered.now };
    const issue = await apply(store, tx, workspace, loaded, decision.events, acted);
    const { other } = gathered;
    if (other !== null) await applyToOther(store, tx, workspace, other, loaded, decision.events);
    if (issue.state === 'saved' && issue.text !== loaded.issue.text) {
      const words = wordsKey(store.keys, change, issue.text);
      await rememberWords(tx, workspace, words, number, gathered.now);
    }
    const { draftOf } = change;
    if (draftOf !== undefined)
      await dropDraft(tx, { workspace, person: actor.person, form: draftOf, number });
    return { ok: true, issue, person: actor.person, events: decision.events };
  });
}

export type Asked =
  | {
      readonly ok: true;
      readonly issue: Issue;
      /** What it would be the same as, if that was asked. */
      readonly other: LoadedIssue | null;
      readonly draft: DraftFields;
      /** What would be put otherwise, if that was asked. */
      readonly said: Said | null;
    }
  | Refused;

/**
 * Whether a change would be allowed, the issue as it is, and what this person was typing about it: for opening the form
 * that asks for the details.
 */
export async function askIssue(store: Store, change: Change): Promise<Asked> {
  const { workspace, number, draftOf } = change;
  return await transact(store, { workspace }, async (tx) => {
    const gathered = await gather(store, tx, change, 'read');
    if (gathered === null) return gone;
    const { loaded, actor, command, now } = gathered;
    const decision = decide(loaded.issue, actor, command, now);
    if (!decision.ok) return await refused(tx, workspace, number, decision.refusal);
    const draft =
      draftOf === undefined
        ? {}
        : await recallDraft(tx, { workspace, person: actor.person, form: draftOf, number });
    const said = command.type === 'amend' ? command.said : null;
    return { ok: true, issue: loaded.issue, other: gathered.other, draft, said };
  });
}

export const gone: Refused = { ok: false, refusal: { reason: 'gone' }, slackIds: new Map() };

export async function refused(
  tx: Tx,
  workspace: WorkspaceId,
  number: number,
  decided: Refusal,
): Promise<Refused> {
  const refusal = await asItStands(tx, workspace, number, decided);
  return { ok: false, refusal, slackIds: await slackIdsOf(tx, workspace, mentionedBy(refusal)) };
}

/** The rules say that it is posted; where its card waits for a channel, nobody has seen it there. */
async function asItStands(
  tx: Tx,
  workspace: WorkspaceId,
  number: number,
  refusal: Refusal,
): Promise<Refusal> {
  if (refusal.reason !== 'posted-already' || refusal.state !== 'open') return refusal;
  const card = await messageAt(tx, workspace, 'card', String(number));
  const isWaiting = card !== null && card.ts === null && card.state === 'waiting';
  return isWaiting ? { reason: 'waits-for-channel' } : refusal;
}

/** What ends for an issue may end for those that go on as it. */
const mayEndOthers: readonly Wish['type'][] = ['withdraw', 'answer'];

/** Everything the rules need, before they are asked. */
async function gather(store: Store, tx: Tx, change: Change, lock: 'lock' | 'read') {
  const { workspace, number, slackUser, isListedAdmin, strangers = [], wish } = change;
  const person = strangers.includes(slackUser) ? nobody(false) : await personFor(tx, workspace, slackUser);
  const other = await loadOther(tx, workspace, number, wish, lock);
  if (lock === 'lock' && mayEndOthers.includes(wish.type)) await lockFamily(tx, workspace, number);
  const loaded = await loadIssue(tx, workspace, number, lock);
  if (loaded === null) return null;
  const { adminUsers } = change;
  const leading = isForLeads(wish) ? await leadingOf(tx, workspace, person.id, adminUsers) : leadsNothing;
  const actor = actorOf(store.keys, workspace, loaded, person, { isListedAdmin, leading });
  const command = await commandOf(store, tx, change, loaded, other, actor.person);
  return { loaded, actor, other: other?.loaded ?? null, command, now: store.clock() };
}

/** What time brings about, through the same neck. Does nothing where it has happened already. */
export async function takeTurn(
  store: Store,
  workspace: WorkspaceId,
  number: number,
  kind: TurnType,
): Promise<void> {
  await transact(store, { workspace }, async (tx) => {
    if (kind === 'fall-silent') await lockFamily(tx, workspace, number);
    const loaded = await loadIssue(tx, workspace, number, 'lock');
    if (loaded === null) return await reschedule(tx, workspace, number, null);
    const now = store.clock();
    /* Here, where nobody waits for it. */
    await forgetRequests(tx, workspace, now);
    const turn = await turnOf(store, tx, workspace, loaded.issue, kind, now);
    const events = take(loaded.issue, turn, now);
    /* Nobody is told in their rest: it happens when those it is for are back, or the workspace opens. */
    const waits = 'cadence' in turn && asksLeads(events);
    const opening = waits ? restsUntil(loaded.issue, turn.cadence, now) : null;
    if (opening !== null) {
      await waitForOpening(tx, workspace, loaded.issue, kind, opening, now);
      return await followUp(store, tx, workspace, passedAtRest(loaded.issue));
    }
    if (events.length === 0) await lookAgain(store, tx, workspace, loaded.issue, turn, now);
    await apply(store, tx, workspace, loaded, events, { role: 'flagpost', person: null, at: now });
  });
}

/** They are asked at that opening. What a daily look has found waits as a promise would, and the daily look goes on beside it. */
async function waitForOpening(
  tx: Tx,
  workspace: WorkspaceId,
  issue: Issue,
  kind: TurnType,
  opening: Temporal.Instant,
  now: Temporal.Instant,
): Promise<void> {
  if (kind !== 'in-vain') return await setDue(tx, workspace, issue.number, kind, opening);
  await reschedule(tx, workspace, issue.number, foundNext(issue, now));
  await setDue(tx, workspace, issue.number, 'promise-passes', opening);
}
