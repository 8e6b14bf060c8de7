import type { Temporal } from 'temporal-polyfill';

import { helpEndedWith } from '../../core/decide-help.ts';
import { leftAlone } from '../../core/decide-not-duplicate.ts';
import { foundNext } from '../../core/due.ts';
import { evolve } from '../../core/evolve.ts';
import { promised } from '../../core/first-answer.ts';
import { followUps } from '../../core/follow-ups.ts';
import type { FollowUps } from '../../core/follow-ups.ts';
import type { Issue, IssueEvent } from '../../core/issue.ts';
import type { WantedNudge } from '../../core/nudge.ts';
import { toldToWriters } from '../../core/told-to-writers.ts';
import { openSeal, sealedRow } from '../keys.ts';
import { reporterRow } from './actor.ts';
import { cadenceOf } from './cadence.ts';
import { duplicatesOf, numbersUnder } from './family.ts';
import type { Participant } from './issue-rows.ts';
import { noteLearned } from './learnings.ts';
import { loadIssue } from './load-issue.ts';
import type { LoadedIssue } from './load-issue.ts';
import { wantNudges } from './nudges.ts';
import { followUp, reschedule } from './outbox.ts';
import { asPersonId } from './person-id.ts';
import { isTrial } from './running-trial.ts';
import { deleteIssue, nameReporter, saveIssue } from './save-issue.ts';
import type { Acted } from './save-issue.ts';
import type { Store } from './store.ts';
import { eventsOfOther, ownedStill } from './target.ts';
import type { Tx, WorkspaceId } from './transact.ts';

/** Nobody did it: what follows from it by the rules comes true, and nobody else changes the issue meanwhile. */
export async function happensTo(
  store: Store,
  tx: Tx,
  workspace: WorkspaceId,
  number: number,
  follows: (issue: Issue, now: Temporal.Instant) => Promise<readonly IssueEvent[]>,
): Promise<void> {
  const loaded = await loadIssue(tx, workspace, number, 'lock');
  if (loaded === null) return;
  const at = store.clock();
  const events = await follows(loaded.issue, at);
  await apply(store, tx, workspace, loaded, events, { role: 'flagpost', person: null, at });
}

/** What was decided comes true: the state after it and the events are saved, and what follows is enqueued. */
export async function apply(
  store: Store,
  tx: Tx,
  workspace: WorkspaceId,
  loaded: LoadedIssue,
  decided: readonly IssueEvent[],
  acted: Acted,
): Promise<Issue> {
  const before = loaded.issue;
  if (decided.length === 0) return before;
  if (decided.some(({ type }) => type === 'undone')) {
    await deleteIssue(tx, workspace, before.number);
    await reschedule(tx, workspace, before.number, null);
    return before;
  }
  const evolved = decided.reduce(evolve, before);
  const isPosted = decided.some(({ type }) => type === 'posted');
  const [named, participants] = isPosted
    ? await withNamedReporter(store, tx, workspace, loaded, evolved)
    : [evolved, loaded.participants];
  /* The receipt has said so already, whenever the sweep comes by. */
  const from = before.state === 'saved' ? before.postAt : acted.at;
  const promises = await promisesFor(store, tx, workspace, named, decided, from);
  const events = [...decided, ...promises];
  const after = promises.reduce(evolve, named);
  await saveIssue(tx, workspace, participants, after, events, acted);
  const next = foundNext(after, acted.at);
  const isInVainStill = next?.turn === 'in-vain' && foundNext(before, acted.at)?.turn === 'in-vain';
  /* Its turns stand: whoever was found by a daily look is asked in the morning, see `takeTurn`. */
  if (!isInVainStill) await reschedule(tx, workspace, after.number, next);
  const writeUp = await noteLearned(tx, workspace, after, events, acted.at);
  const wanted = followUps(before, after, events);
  const draw = [...wanted.draw, ...toldToWriters(after, events, writeUp)];
  await followUp(store, tx, workspace, { ...wanted, draw });
  await wantNudges(store, tx, workspace, await nudgesOf(tx, workspace, after, wanted), acted.at);
  await applyToDuplicates(store, tx, workspace, after, events);
  return after;
}

/** Of a trial nobody is asked whether they may be named: it is gone before they could answer. */
async function nudgesOf(
  tx: Tx,
  workspace: WorkspaceId,
  { number }: Issue,
  { nudges }: FollowUps,
): Promise<readonly WantedNudge[]> {
  const isAsked = nudges.some(({ kind }) => kind === 'credit') && (await isTrial(tx, workspace, number));
  return isAsked ? nudges.filter(({ kind }) => kind !== 'credit') : nudges;
}

/** Whatever opens an issue comes with the promise of a first answer. */
async function promisesFor(
  store: Store,
  tx: Tx,
  workspace: WorkspaceId,
  issue: Issue,
  decided: readonly IssueEvent[],
  from: Temporal.Instant,
): Promise<readonly IssueEvent[]> {
  if (issue.state !== 'open' || issue.promise !== null) return [];
  return promised(issue, await cadenceOf(store, tx, workspace), from, decided);
}

/** What goes on as an issue changes where that one ends. */
async function applyToDuplicates(
  store: Store,
  tx: Tx,
  workspace: WorkspaceId,
  issue: Issue,
  events: readonly IssueEvent[],
): Promise<void> {
  const acted: Acted = { role: 'flagpost', person: null, at: store.clock() };
  if (events.some(({ type }) => type === 'confirmed')) await endHelpUnder(store, tx, workspace, issue, acted);
  if (!events.some(({ type }) => type === 'withdrawn')) return;
  for (const { number } of await duplicatesOf(tx, workspace, issue)) {
    const loaded = await loadIssue(tx, workspace, number, 'lock');
    if (loaded?.issue.state !== 'duplicate') continue;
    const owned = await ownedStill(tx, workspace, loaded.issue);
    await apply(store, tx, workspace, loaded, [leftAlone(loaded.issue, owned)], acted);
  }
}

/** Whoever is stuck on a duplicate, however far down, is asked about the issue that is fixed now. */
async function endHelpUnder(
  store: Store,
  tx: Tx,
  workspace: WorkspaceId,
  { number: fixed }: Issue,
  acted: Acted,
): Promise<void> {
  for (const number of await numbersUnder(tx, workspace, fixed)) {
    const loaded = await loadIssue(tx, workspace, number, 'lock');
    if (loaded?.issue.state !== 'duplicate') continue;
    await apply(store, tx, workspace, loaded, helpEndedWith(loaded.issue, fixed), acted);
  }
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
