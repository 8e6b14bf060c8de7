import type { Temporal } from 'temporal-polyfill';

import { gapOf } from '../../core/issue.ts';
import type { Gap, Issue } from '../../core/issue.ts';
import type { Flag, Flagged } from './flag-issue.ts';
import { loadIssue } from './load-issue.ts';
import { issueOfRequest, rememberRequest, setIssueOfRequest } from './requests.ts';
import type { Tx } from './transact.ts';

type Repeat = Omit<Flagged, 'settings' | 'wantsNotes' | 'promise'>;

/** The flag that one of the requests has made, if that is still what the person means by it. Remembers them all. */
export async function findRepeat(
  tx: Tx,
  flag: Flag,
  now: Temporal.Instant,
  isFirstNew: boolean,
): Promise<Repeat | null> {
  const { workspace, requests: keys, gap } = flag;
  for (const [index, request] of keys.entries()) {
    const isNew = index === 0 ? isFirstNew : await rememberRequest(tx, workspace, request, null, now);
    if (isNew) continue;
    const number = await issueOfRequest(tx, workspace, request, now);
    const issue = number === null ? undefined : (await loadIssue(tx, workspace, number, 'read'))?.issue;
    const areWordsAlone = index === keys.length - 1;
    if (issue === undefined || (areWordsAlone && !standsForWords(issue, gap))) continue;
    for (const earlier of keys.slice(0, index)) await setIssueOfRequest(tx, workspace, earlier, issue.number);
    return asRepeat(issue);
  }
  return null;
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
