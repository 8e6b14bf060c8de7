import { isSolved } from '../../core/issue.ts';
import type { Scene } from '../../platform/postgres/scene.ts';
import { stateWords } from '../issue-card.ts';
import { mention } from '../refusals.ts';

/**
 * What has become of an issue whose fix, the one that was asked about, did not hold. `it`: how the sentence begins, unless
 * the issue has ended.
 */
export function howItGoesOn({ issue, now, reader, round, slackIds, links }: Scene, it: string): string {
  if (isSolved(issue) || issue.reopenings !== round)
    return `${it} was solved anew since, so this question is over.`;
  if (issue.state === 'open') return `${it} needs an owner again. ${askedAgain}`;
  if (issue.state !== 'claimed') return stateWords(issue, now, slackIds, links);
  return issue.owner === reader
    ? `${it} goes on with you.`
    : `${it} goes on with ${mention(slackIds, issue.owner)}. ${askedAgain}`;
}

const askedAgain = 'You are asked again when there is something new.';
