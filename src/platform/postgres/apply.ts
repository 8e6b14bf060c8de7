import { evolve } from '../../core/evolve.ts';
import { followUps } from '../../core/follow-ups.ts';
import type { Issue, IssueEvent } from '../../core/issue.ts';
import { openSeal, sealedRow } from '../keys.ts';
import { reporterRow } from './actor.ts';
import { asPersonId } from './issue-rows.ts';
import type { Participant } from './issue-rows.ts';
import { noteLearned } from './learnings.ts';
import type { LoadedIssue } from './load-issue.ts';
import { followUp, reschedule } from './outbox.ts';
import { deleteIssue, nameReporter, saveIssue } from './save-issue.ts';
import type { Acted } from './save-issue.ts';
import type { Store } from './store.ts';
import { eventsOfOther } from './target.ts';
import type { Tx, WorkspaceId } from './transact.ts';

/** What was decided comes true: the state after it and the events are saved, and what follows is enqueued. */
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
  const isPosted = events.some(({ type }) => type === 'posted');
  const [after, participants] = isPosted
    ? await withNamedReporter(store, tx, workspace, loaded, evolved)
    : [evolved, loaded.participants];
  await saveIssue(tx, workspace, participants, after, events, acted);
  await reschedule(tx, workspace, after.number, after);
  await noteLearned(tx, workspace, after, events, acted.at);
  await followUp(tx, store.enqueue, workspace, followUps(before, after, events));
  return after;
}

/** Where one issue turned out to be the same as another, or not after all, that one changes with it. */
export async function applyToOther(
  store: Store,
  tx: Tx,
  workspace: WorkspaceId,
  other: LoadedIssue,
  { issue }: LoadedIssue,
  events: readonly IssueEvent[],
): Promise<void> {
  const acted: Acted = { role: 'flagpost', person: null, at: store.clock() };
  const happened = await eventsOfOther(tx, workspace, other.issue, issue, events);
  await apply(store, tx, workspace, other, happened, acted);
}

async function withNamedReporter(
  store: Store,
  tx: Tx,
  workspace: WorkspaceId,
  loaded: LoadedIssue,
  issue: Issue,
): Promise<[Issue, readonly Participant[]]> {
  const row = reporterRow(loaded.participants);
  if (row.seal === null) return [issue, loaded.participants];
  const person = asPersonId(openSeal(store.keys, sealedRow(workspace, row.id), row.seal));
  await nameReporter(tx, workspace, row, person);
  const named = loaded.participants.map((it) => (it === row ? { ...it, personId: person } : it));
  return [{ ...issue, reporter: { ...issue.reporter, person } }, named];
}
