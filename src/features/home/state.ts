import { isOwned } from '../../core/issue.ts';
import type { Issue } from '../../core/issue.ts';
import { isUnconfirmed } from '../../core/settle.ts';
import type { HomeLists } from '../../platform/postgres/home-lists.ts';
import { askInWords } from '../ask-words.ts';
import { stateWords } from '../issue-card.ts';

/** As on the card, but to whoever reads it: nobody is told of themselves as of somebody else. */
export function stateFor(issue: Issue, { person, slackIds, links, now }: HomeLists): string {
  const number = `*#${issue.number}*`;
  const isTheirs = isOwned(issue) && issue.owner === person;
  if (issue.state === 'claimed' && isTheirs)
    return [`${number} · You have taken it on.`, ...askInWords(issue, slackIds, now)].join(' ');
  if (issue.state === 'resolved' && isTheirs && !isUnconfirmed(issue))
    return `${number} · Solved, you say. Now those who met it decide.`;
  if (issue.state === 'declined' && issue.by === person) return `${number} · Not doing: you decided so.`;
  return stateWords(issue, now, slackIds, links);
}
