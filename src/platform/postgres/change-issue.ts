import type { Actor, Command } from '../../core/command.ts';
import { decide, take } from '../../core/decide.ts';
import type { Turn } from '../../core/decide.ts';
import type { Refusal } from '../../core/decision.ts';
import { evolve } from '../../core/evolve.ts';
import { followUps } from '../../core/follow-ups.ts';
import { isOwned } from '../../core/issue.ts';
import type { Issue, IssueEvent, PersonId } from '../../core/issue.ts';
import { openSeal, sealedRow, tagsOf } from '../keys.ts';
import type { KeyRing } from '../keys.ts';
import { dropDraft, recallDraft } from './drafts.ts';
import type { DraftFields } from './drafts.ts';
import type { ActorRole } from './event-rows.ts';
import { asPersonId } from './issue-rows.ts';
import type { Participant } from './issue-rows.ts';
import { loadIssue } from './load-issue.ts';
import type { LoadedIssue } from './load-issue.ts';
import { followUp, reschedule } from './outbox.ts';
import { personFor, slackIdsOf } from './people.ts';
import type { Person } from './people.ts';
import { forgetRequests, issueOfRequest, rememberRequest } from './requests.ts';
import { deleteIssue, nameReporter, saveIssue } from './save-issue.ts';
import type { Acted } from './save-issue.ts';
import type { Store } from './store.ts';
import { transact } from './transact.ts';
import type { Tx, WorkspaceId } from './transact.ts';

/** A command as a person gives it: the facts that the rules need are gathered here. */
export type Wish =
  | Exclude<Command, { type: 'offer' | 'let-go' | 'link-to-fix' }>
  | { readonly type: 'offer'; readonly toSlackUser: string }
  | { readonly type: 'let-go' }
  | { readonly type: 'link-to-fix'; readonly fix: number };

export interface Change {
  readonly workspace: WorkspaceId;
  readonly number: number;
  readonly slackUser: string;
  /** Named in ADMIN_USERS, besides what Slack says. */
  readonly isListedAdmin: boolean;
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
  const { workspace, number, request } = change;
  return await transact(store, { workspace }, async (tx) => {
    const gathered = await gather(store, tx, change, 'lock');
    if (gathered === null) return gone;
    const { loaded, actor } = gathered;
    if ((await issueOfRequest(tx, workspace, request, gathered.now)) !== null) {
      return { ok: true, issue: loaded.issue, person: actor.person, events: [] };
    }
    const decision = decide(loaded.issue, actor, gathered.command, gathered.now);
    if (!decision.ok) return await refused(tx, workspace, decision.refusal);
    if (request !== undefined) {
      await forgetRequests(tx, workspace, gathered.now);
      await rememberRequest(tx, workspace, request, number, gathered.now);
    }
    const acted = { ...actedAs(loaded.issue, actor), at: gathered.now };
    const issue = await apply(store, tx, workspace, loaded, decision.events, acted);
    const { draftOf } = change;
    if (draftOf !== undefined)
      await dropDraft(tx, { workspace, person: actor.person, form: draftOf, number });
    return { ok: true, issue, person: actor.person, events: decision.events };
  });
}

export type Asked = { readonly ok: true; readonly issue: Issue; readonly draft: DraftFields } | Refused;

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
    if (!decision.ok) return await refused(tx, workspace, decision.refusal);
    const draft =
      draftOf === undefined
        ? {}
        : await recallDraft(tx, { workspace, person: actor.person, form: draftOf, number });
    return { ok: true, issue: loaded.issue, draft };
  });
}

export const gone: Refused = { ok: false, refusal: { reason: 'gone' }, slackIds: new Map() };

export async function refused(tx: Tx, workspace: WorkspaceId, refusal: Refusal): Promise<Refused> {
  return { ok: false, refusal, slackIds: await slackIdsOf(tx, workspace, mentionedBy(refusal)) };
}

/** Everything the rules need, before they are asked. */
async function gather(store: Store, tx: Tx, change: Change, lock: 'lock' | 'read') {
  const { workspace, number, slackUser, isListedAdmin, wish } = change;
  const person = await personFor(tx, workspace, slackUser);
  const loaded = await loadIssue(tx, workspace, number, lock);
  if (loaded === null) return null;
  const actor = actorOf(store.keys, workspace, loaded, person, isListedAdmin);
  return { loaded, actor, command: await commandOf(tx, workspace, loaded, wish), now: store.clock() };
}

/** What time brings about, through the same neck. Does nothing where it has happened already. */
export async function takeTurn(
  store: Store,
  workspace: WorkspaceId,
  number: number,
  turn: Turn['type'],
): Promise<void> {
  await transact(store, { workspace }, async (tx) => {
    const loaded = await loadIssue(tx, workspace, number, 'lock');
    if (loaded === null) return await reschedule(tx, workspace, number, null);
    const now = store.clock();
    const events = take(loaded.issue, { type: turn }, now);
    /* What the rules see may have changed without an event: somebody has left, or is back. */
    if (events.length === 0) await reschedule(tx, workspace, number, loaded.issue);
    await apply(store, tx, workspace, loaded, events, { role: 'flagpost', person: null, at: now });
  });
}

export async function apply(
  store: Store,
  tx: Tx,
  workspace: WorkspaceId,
  loaded: LoadedIssue,
  events: readonly IssueEvent[],
  acted: Acted,
): Promise<Issue> {
  const before = loaded.issue;
  if (events.length === 0) return before;
  if (events.some(({ type }) => type === 'undone')) {
    await deleteIssue(tx, workspace, before.number);
    await reschedule(tx, workspace, before.number, null);
    return before;
  }
  const evolved = events.reduce(evolve, before);
  const after = events.some(({ type }) => type === 'posted')
    ? await withNamedReporter(store, tx, workspace, loaded, evolved)
    : evolved;
  await saveIssue(tx, workspace, loaded.participants, after, events, acted);
  await reschedule(tx, workspace, after.number, after);
  await followUp(tx, store.enqueue, workspace, followUps(before, after, events));
  return after;
}

async function withNamedReporter(
  store: Store,
  tx: Tx,
  workspace: WorkspaceId,
  loaded: LoadedIssue,
  issue: Issue,
): Promise<Issue> {
  const row = reporterRow(loaded.participants);
  if (row.seal === null) return issue;
  const person = asPersonId(openSeal(store.keys, sealedRow(workspace, row.id), row.seal));
  await nameReporter(tx, workspace, row, person);
  return { ...issue, reporter: { ...issue.reporter, person } };
}

function reporterRow(rows: readonly Participant[]): Participant {
  const row = rows.find(({ role }) => role === 'reporter');
  if (row === undefined) throw new Error('an issue without a reporter');
  return row;
}

export function actorOf(
  keys: KeyRing,
  workspace: WorkspaceId,
  { participants }: LoadedIssue,
  person: Person,
  isListedAdmin: boolean,
): Actor {
  const { personId, tag } = reporterRow(participants);
  const isReporter =
    personId === null ? tagsOf(keys, workspace, person.id).includes(tag ?? '') : personId === person.id;
  return {
    person: person.id,
    isReporter,
    isMember: person.isMember,
    isAdmin: person.isAdmin || isListedAdmin,
  };
}

async function commandOf(tx: Tx, workspace: WorkspaceId, loaded: LoadedIssue, wish: Wish): Promise<Command> {
  if (wish.type === 'let-go') {
    const owner = loaded.participants.find(({ role }) => role === 'owner');
    return { type: 'let-go', ownerHasLeft: owner?.hasLeft ?? false };
  }
  if (wish.type === 'link-to-fix') {
    const fix = await loadIssue(tx, workspace, wish.fix, 'read');
    return { ...wish, isFixed: fix?.issue.state === 'confirmed' };
  }
  if (wish.type !== 'offer') return wish;
  const to = await personFor(tx, workspace, wish.toSlackUser);
  return { type: 'offer', to: { person: to.id, canOwn: to.hasLeft ? false : to.isMember } };
}

/** Who acted is kept by role; a reporter is never named in the history, save for what they do as the issue's owner. */
export function actedAs(issue: Issue, actor: Actor): { role: ActorRole; person: PersonId | null } {
  const isOwner = isOwned(issue) && issue.owner === actor.person;
  if (actor.isReporter && !isOwner) return { role: 'reporter', person: null };
  return { role: roleOf(issue, actor), person: actor.person };
}

function roleOf(issue: Issue, { person, isAdmin }: Actor): ActorRole {
  if (isOwned(issue) && issue.owner === person) return 'owner';
  if (isOwned(issue) && issue.offeredTo === person) return 'offered';
  if (issue.meToos.some((it) => it.person === person)) return 'me-too';
  return isAdmin ? 'admin' : 'member';
}

function mentionedBy(refusal: Refusal): PersonId[] {
  if ('owner' in refusal) return [refusal.owner];
  return 'person' in refusal ? [refusal.person] : [];
}
