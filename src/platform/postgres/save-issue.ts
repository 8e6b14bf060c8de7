import { randomUUID } from 'node:crypto';

import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';

import { evolve } from '../../core/evolve.ts';
import { isOwned } from '../../core/issue.ts';
import type { Issue, IssueEvent, PersonId, Verdict } from '../../core/issue.ts';
import type { Look } from '../../core/look.ts';
import { supportRoles } from './ask-rows.ts';
import { writeEvent } from './event-rows.ts';
import type { ActorRole } from './event-rows.ts';
import { writeIssue } from './issue-rows.ts';
import type { Participant } from './issue-rows.ts';
import type { LoadedIssue } from './load-issue.ts';
import { requests } from './schema/delivery.ts';
import { events, issues, participants } from './schema/issues.ts';
import type { roles } from './schema/issues.ts';
import type { Tx, WorkspaceId } from './transact.ts';

export interface Acted {
  readonly role: ActorRole;
  readonly person: PersonId | null;
  readonly at: Temporal.Instant;
}

/** Writes the state after `happened`, the events themselves, and who takes part now. */
export async function saveIssue(
  tx: Tx,
  workspace: WorkspaceId,
  before: readonly Participant[],
  after: Issue,
  happened: readonly IssueEvent[],
  acted: Acted,
): Promise<void> {
  const here = and(eq(issues.workspaceId, workspace), eq(issues.number, after.number));
  const kept = tx.update(issues).set(writeIssue(after)).where(here);
  const first = after.version - happened.length + 1;
  const written = tx.with(tx.$with('kept').as(kept)).insert(events);
  await written.values(
    happened.map((event, index) => ({
      workspaceId: workspace,
      issue: after.number,
      seq: first + index,
      type: event.type,
      ...actorIn(event, acted),
      data: writeEvent(event),
      at: acted.at,
    })),
  );
  await saveParticipants(tx, workspace, before, after, acted.at);
}

/** Who told what would have let them settle it is nobody's to know: it is kept by role. */
function actorIn(event: IssueEvent, { role, person }: Acted) {
  return event.type === 'lesson-told'
    ? { actorRole: event.as, actorId: null }
    : { actorRole: role, actorId: person };
}

/** Something happened that the rules need not know of: the history has it, and nothing else changes. */
export async function note(
  tx: Tx,
  workspace: WorkspaceId,
  loaded: LoadedIssue,
  event: IssueEvent,
  acted: Acted,
): Promise<LoadedIssue> {
  const issue = evolve(loaded.issue, event);
  await saveIssue(tx, workspace, loaded.participants, issue, [event], acted);
  return { ...loaded, issue };
}

/** Undone before anybody saw it: nothing of it stays, not even that it was. */
export async function deleteIssue(tx: Tx, workspace: WorkspaceId, number: number): Promise<void> {
  await tx.delete(requests).where(and(eq(requests.workspaceId, workspace), eq(requests.issue, number)));
  await tx.delete(issues).where(and(eq(issues.workspaceId, workspace), eq(issues.number, number)));
}

interface Part {
  readonly role: (typeof roles)[number];
  readonly person: PersonId;
  readonly verdict: Verdict | null;
  readonly isStuck?: true;
}

/** Who takes part, and as what; the reporter only once they are known by name. */
function partsOf(issue: Issue): Part[] {
  const { reporter } = issue;
  const named: Part[] =
    reporter.person === null
      ? []
      : [{ role: 'reporter', person: reporter.person, verdict: reporter.verdict }];
  const meToos = issue.meToos.map((it): Part => ({ role: 'me-too', ...it }));
  return [...named, ...meToos, ...rolesIn(issue).map((it): Part => ({ ...it, verdict: null }))];
}

/** Those who take part otherwise than by having met it. */
function rolesIn(issue: Issue): Omit<Part, 'verdict'>[] {
  const { help, formerOwners, helpers, supporters } = issue;
  const all: Omit<Part, 'verdict'>[] = [
    ...formerOwners.map((person) => ({ role: 'former-owner' as const, person })),
    ...helpers.map((person) => ({ role: 'has-helped' as const, person })),
    ...supporters.map((person) => ({ role: 'supporter' as const, person })),
  ];
  if (help !== null && help.state !== 'wanted') all.push({ role: 'helper', person: help.helper });
  if (isOwned(issue)) {
    all.push({ role: 'owner', person: issue.owner });
    if (issue.offeredTo !== null) all.push({ role: 'offered', person: issue.offeredTo });
  }
  if (issue.state === 'claimed') all.push(...supportRoles(issue));
  if (issue.state === 'open') {
    if (issue.offeredTo !== null) all.push({ role: 'offered', person: issue.offeredTo });
    if (issue.answerer !== null) all.push({ role: 'answerer', person: issue.answerer });
    for (const person of issue.asked?.of ?? []) all.push({ role: 'asked', person });
  }
  if (issue.state === 'declined') {
    all.push({ role: 'decider', person: issue.by });
    for (const person of lookersOf(issue.look)) all.push({ role: 'looker', person });
  }
  return all;
}

function lookersOf(look: Look | null): readonly PersonId[] {
  if (look === null) return [];
  return look.state === 'asked' ? look.of : [look.by];
}

async function saveParticipants(
  tx: Tx,
  workspace: WorkspaceId,
  before: readonly Participant[],
  after: Issue,
  at: Temporal.Instant,
): Promise<void> {
  const parts = partsOf(after);
  const stays = (row: Participant): boolean =>
    row.personId === null || parts.some((part) => part.role === row.role && part.person === row.personId);
  const ended = before.filter((row) => !stays(row)).map(({ id }) => id);
  if (ended.length > 0) {
    const those = inArray(participants.id, ended);
    await tx
      .delete(participants)
      .where(and(eq(participants.workspaceId, workspace), eq(participants.issue, after.number), those));
  }
  const changed = parts.filter((part) => !isWritten(before, part));
  if (changed.length === 0) return;
  const rows = changed.map(({ role, person, verdict, isStuck = false }) => ({
    workspaceId: workspace,
    issue: after.number,
    id: randomUUID(),
    role,
    personId: person,
    verdict,
    isStuck,
    joinedAt: at,
  }));
  await tx
    .insert(participants)
    .values(rows)
    .onConflictDoUpdate({
      target: [participants.workspaceId, participants.issue, participants.role, participants.personId],
      targetWhere: sql`person_id is not null`,
      set: { verdict: sql`excluded.verdict`, isStuck: sql`excluded.is_stuck` },
    });
}

function isWritten(before: readonly Participant[], part: Part): boolean {
  return before.some(
    (row) =>
      row.role === part.role &&
      row.personId === part.person &&
      row.verdict === part.verdict &&
      row.isStuck === (part.isStuck ?? false),
  );
}

/** On posting with the name on, the link to the person takes the seal's place. */
export async function nameReporter(
  tx: Tx,
  workspace: WorkspaceId,
  reporter: Participant,
  person: PersonId,
): Promise<void> {
  await tx
    .update(participants)
    .set({ personId: person, seal: null, tag: null })
    .where(
      and(
        eq(participants.workspaceId, workspace),
        eq(participants.issue, reporter.issue),
        eq(participants.id, reporter.id),
      ),
    );
}
