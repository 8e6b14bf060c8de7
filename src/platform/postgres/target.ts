import type { Command, Target } from '../../core/command.ts';
import { mergedInto } from '../../core/decide-duplicate.ts';
import { ownedBefore, unmergedFrom } from '../../core/decide-not-duplicate.ts';
import type { Issue, IssueEvent } from '../../core/issue.ts';
import type { OwnedBefore } from '../../core/same.ts';
import { endOfChain, lockFamily, lockInOrder } from './family.ts';
import { loadHistory } from './history.ts';
import { loadIssue, loadIssues } from './load-issue.ts';
import type { LoadedIssue } from './load-issue.ts';
import { personById } from './people.ts';
import { isTrial } from './running-trial.ts';
import type { Tx, WorkspaceId } from './transact.ts';
import type { Wish } from './wish.ts';

/** Another issue that a wish is about as well: where it was looked for, and what was found there. */
export interface Other {
  readonly asked: number;
  readonly loaded: LoadedIssue | null;
  readonly isTrial: boolean;
}

/** `null` where the wish is about no other issue. With `lock` both are held, the lower number first. */
export async function loadOther(
  tx: Tx,
  workspace: WorkspaceId,
  number: number,
  wish: Wish,
  lock: 'lock' | 'read',
): Promise<Other | null> {
  if (wish.type === 'duplicate') {
    const { of: asked } = wish;
    if (asked === null) return null;
    const loaded = await loadTarget(tx, workspace, number, asked, lock);
    return { asked, loaded, isTrial: await isTrial(tx, workspace, asked) };
  }
  if (wish.type !== 'not-duplicate') return null;
  const issue = (await loadIssue(tx, workspace, number, 'read'))?.issue;
  if (issue?.state !== 'duplicate') return null;
  if (lock === 'lock') await lockFamily(tx, workspace, issue.of);
  return { asked: issue.of, loaded: await loadIssue(tx, workspace, issue.of, lock), isTrial: false };
}

/** What happens to that issue once `events` have happened to `issue`. */
export async function eventsOfOther(
  tx: Tx,
  workspace: WorkspaceId,
  other: Issue,
  issue: Issue,
  events: readonly IssueEvent[],
): Promise<readonly IssueEvent[]> {
  if (events.some(({ type }) => type === 'duplicated')) return [mergedInto(other, issue)];
  if (!events.some(({ type }) => type === 'separated')) return [];
  const still = other.duplicates.filter((it) => it !== issue.number);
  return unmergedFrom(other, issue, {
    events: await loadHistory(tx, workspace, other.number),
    duplicates: (await loadIssues(tx, workspace, still)).issues,
  });
}

/** *Not a duplicate*, with what the rules need: its owner gets it back, unless they have left. */
export async function notDuplicateOf(
  tx: Tx,
  workspace: WorkspaceId,
  { issue }: LoadedIssue,
  of: number | null,
  other: Other | null,
): Promise<Command> {
  const owned = issue.state === 'duplicate' ? await ownedStill(tx, workspace, issue) : null;
  return { type: 'not-duplicate', of, other: targetOf(other), ownedBefore: owned };
}

/** What its owner had before it was marked; `null` where nobody did, or they have left. */
export async function ownedStill(tx: Tx, workspace: WorkspaceId, issue: Issue): Promise<OwnedBefore | null> {
  const owned = ownedBefore(issue, await loadHistory(tx, workspace, issue.number));
  const owner = owned === null ? null : await personById(tx, workspace, owned.owner);
  return owner === null || owner.hasLeft ? null : owned;
}

export function targetOf(other: Other | null): Target | null {
  if (other === null) return null;
  const target: Target = { asked: other.asked, issue: other.loaded?.issue ?? null };
  return other.isTrial ? { ...target, isTrial: true } : target;
}

/**
 * The issue that a number leads to, for `number` to be the same as: a duplicate leads to what it is the same as. With
 * `lock` both are held from here on, the lower number first, so that two people who mark each as the other wait for
 * each other instead of for ever. `null`: there is none.
 */
async function loadTarget(
  tx: Tx,
  workspace: WorkspaceId,
  number: number,
  asked: number,
  lock: 'lock' | 'read',
): Promise<LoadedIssue | null> {
  const end = await endOfChain(tx, workspace, asked);
  if (lock === 'lock') await lockInOrder(tx, workspace, [number, end]);
  return await loadIssue(tx, workspace, end, lock);
}
