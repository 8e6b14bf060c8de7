import type { Temporal } from 'temporal-polyfill';

import { gapOf } from '../../core/issue.ts';
import type { Gap, Issue } from '../../core/issue.ts';
import type { Flag, Flagged } from './flag-issue.ts';
import { loadIssue } from './load-issue.ts';
import { issueOfRequest, rememberRequest, setIssueOfRequest } from './requests.ts';
import type { Tx, WorkspaceId } from './transact.ts';

type Repeat = Omit<Flagged, 'settings' | 'wantsNotes' | 'promise'>;

/**
 * The flag that one of the requests has made, if that is still what the person means by it; the last of them has made
 * `earlier`. Remembers all but the last.
 */
export async function findRepeat(
  tx: Tx,
  flag: Flag,
  now: Temporal.Instant,
  earlier: number | null,
): Promise<Repeat | null> {
  const { workspace, requests: keys, gap } = flag;
  for (const [index, request] of keys.entries()) {
    const areWordsAlone = index === keys.length - 1;
    const number = areWordsAlone ? earlier : await madeBy(tx, workspace, request, now);
    const issue = number === null ? undefined : (await loadIssue(tx, workspace, number, 'read'))?.issue;
    if (issue === undefined || (areWordsAlone && !standsForWords(issue, gap))) continue;
    for (const key of keys.slice(0, index)) await setIssueOfRequest(tx, workspace, key, issue.number);
    return asRepeat(issue);
  }
  return null;
}

async function madeBy(
  tx: Tx,
  workspace: WorkspaceId,
  request: string,
  now: Temporal.Instant,
): Promise<number | null> {
  const isNew = await rememberRequest(tx, workspace, request, null, now);
  return isNew ? null : await issueOfRequest(tx, workspace, request, now);
}

function asRepeat(issue: Issue): Repeat {
  const { number, state } = issue;
  const isSaved = state === 'saved';
  const notes = {
    isHeld: isSaved && issue.hold !== null,
    answered: isSaved ? issue.answered : [],
  };
  const ended = issue.state === 'declined' || issue.state === 'duplicate' ? { ended: issue } : {};
  return { number, gap: gapOf(issue), isSaved, isRepeat: true, ...notes, ...ended };
}

/** Words that were edited since, withdrawn, or fixed and met again are worth a flag of their own. */
function standsForWords(issue: Issue, { text }: Gap): boolean {
  return issue.text === text && issue.state !== 'withdrawn' && issue.state !== 'confirmed';
}
