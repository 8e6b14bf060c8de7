import { and, eq } from 'drizzle-orm';

import type { Address } from '../../core/follow-ups.ts';
import type { DeclinedIssue, Issue, PersonId } from '../../core/issue.ts';
import { isOwned } from '../../core/issue.ts';
import type { Scene } from '../slack/drawing.ts';
import { readEvent } from './event-rows.ts';
import type { Happening } from './event-rows.ts';
import { asPersonId } from './issue-rows.ts';
import { loadKin, noKin } from './kin.ts';
import { loadIssue } from './load-issue.ts';
import { slackIdsOf } from './people.ts';
import { linkedFrom, linksToCards } from './permalink.ts';
import { events } from './schema/issues.ts';
import type { Tx, WorkspaceId } from './transact.ts';

/** Everything a message at this address is drawn from; `null` if its issue is gone. */
export async function loadScene(tx: Tx, workspace: WorkspaceId, address: Address): Promise<Scene | null> {
  const [number = '', part] = address.subject.split('/');
  const loaded = await loadIssue(tx, workspace, Number(number), 'read');
  if (loaded === null) return null;
  const isQuestion = address.kind === 'question';
  const happening =
    part === undefined || isQuestion
      ? null
      : await loadHappening(tx, workspace, Number(number), Number(part));
  const { issue } = loaded;
  const links = await linksToCards(tx, workspace, [
    issue.number,
    ...linkedFrom(issue),
    ...namedBy(happening),
  ]);
  return {
    issue,
    happening,
    round: isQuestion ? Number(part) : null,
    reader: address.person,
    slackIds: await slackIdsOf(tx, workspace, peopleIn(issue, happening, address)),
    cardLink: links.get(issue.number) ?? null,
    links,
    kin: address.kind === 'card' ? await loadKin(tx, workspace, issue) : noKin,
  };
}

async function loadHappening(
  tx: Tx,
  workspace: WorkspaceId,
  issue: number,
  seq: number,
): Promise<Happening | null> {
  const [row] = await tx
    .select()
    .from(events)
    .where(and(eq(events.workspaceId, workspace), eq(events.issue, issue), eq(events.seq, seq)));
  if (row === undefined) return null;
  return {
    seq,
    event: readEvent(row.type, row.dataVersion, row.data),
    actor: row.actorId === null ? null : asPersonId(row.actorId),
    role: row.actorRole,
    at: row.at,
  };
}

/**
 * Whoever the words may mention. The reporter is among them only for the owner, for whoever helps them now, and as their
 * own reader.
 */
function peopleIn(issue: Issue, happening: Happening | null, { kind, person: reader }: Address): PersonId[] {
  const owned = isOwned(issue) ? [issue.owner, issue.offeredTo] : [];
  const isForOwner = isOwned(issue) && issue.owner === reader;
  const isForHelper = kind === 'help' && issue.help?.state === 'promised' && issue.help.helper === reader;
  const reporter = isForOwner || isForHelper ? [issue.reporter.person] : [];
  const helper = issue.help === null || issue.help.state === 'wanted' ? [] : [issue.help.helper];
  const decided = issue.state === 'declined' ? [issue.by, upholder(issue)] : [];
  const ofEvent = Object.values(happening?.event ?? {}).filter((it): it is PersonId => isId(it));
  const all = [...owned, ...reporter, ...helper, ...decided, ...ofEvent, happening?.actor ?? null, reader];
  return all.filter((it) => it !== null);
}

function upholder({ look }: DeclinedIssue): PersonId | null {
  return look?.state === 'upheld' ? look.by : null;
}

function namedBy(happening: Happening | null): number[] {
  if (happening?.event.type === 'duplicated') return [happening.event.of];
  return happening?.event.type === 'merged' ? [happening.event.from] : [];
}

function isId(value: unknown): boolean {
  return typeof value === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value);
}
