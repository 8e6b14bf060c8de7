import type { Named, ToldThanks } from '../../core/digest/digest.ts';
import type { ThanksRef } from '../../core/digest/pick.ts';
import { isSolved } from '../../core/issue.ts';
import type { PersonId, SolvedIssue } from '../../core/issue.ts';
import { isForAll, thankedPeople, thanksOf } from '../../core/thanks.ts';
import { loadHappening } from './history.ts';
import { loadLearned } from './learned.ts';
import { loadIssue } from './load-issue.ts';
import { slackIdsOf } from './people.ts';
import { linksToCards } from './permalink.ts';
import type { Tx, WorkspaceId } from './transact.ts';

/** The lines that a digest shows, as far as both still agree and the fix stands. */
export async function loadDigestThanks(
  tx: Tx,
  workspace: WorkspaceId,
  refs: readonly ThanksRef[],
  adminUsers: readonly string[],
): Promise<readonly ToldThanks[]> {
  const all: ToldThanks[] = [];
  for (const ref of refs) {
    const told = await loadOne(tx, workspace, ref, adminUsers);
    if (told !== null) all.push(told);
  }
  return all;
}

async function loadOne(
  tx: Tx,
  workspace: WorkspaceId,
  { number, seq }: ThanksRef,
  adminUsers: readonly string[],
): Promise<ToldThanks | null> {
  const issue = (await loadIssue(tx, workspace, number, 'read'))?.issue;
  if (issue === undefined || !isSolved(issue) || issue.state !== 'confirmed') return null;
  const line = thanksOf(issue, seq);
  const said = (await loadHappening(tx, workspace, number, seq))?.event;
  if (line === null || !isForAll(line) || said?.type !== 'thanked') return null;
  const { agreed, leads } = await loadLearned(tx, workspace, issue, null, adminUsers);
  const slackIds = await slackIdsOf(tx, workspace, agreed);
  const name = (person: PersonId | null, as: Named['as']): Named => ({
    slackUserId: person === null ? null : (slackIds.get(person) ?? null),
    as,
  });
  const cards = await linksToCards(tx, workspace, [number]);
  const from = line.by === null ? name(issue.reporter.person, 'reporter') : name(line.by, 'me-too');
  const to = leadsLast(thankedPeople(issue, line.by), leads).map((it) => name(it, partOf(issue, it)));
  return { number, card: cards.get(number) ?? null, text: said.text, from, to };
}

/** A lead's name comes after others'. */
function leadsLast(people: readonly PersonId[], leads: readonly PersonId[]): readonly PersonId[] {
  const isLead = (person: PersonId): boolean => leads.includes(person);
  return [...people.filter((it) => !isLead(it)), ...people.filter(isLead)];
}

function partOf({ owner }: SolvedIssue, person: PersonId): 'owner' | 'helper' {
  return person === owner ? 'owner' : 'helper';
}
