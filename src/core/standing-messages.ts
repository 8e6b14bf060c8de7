import { solutionSubject } from './address.ts';
import type { Address } from './address.ts';
import { isGoingOn, isOwned, isSolved } from './issue.ts';
import type { Issue } from './issue.ts';
import { reporterIsOwner } from './settle.ts';
import { theReporter } from './told.ts';

/** Messages whose buttons or words depend on the present state, wherever they stand already. */
export function standingMessages(issue: Issue): Address[] {
  return [
    ...controls(issue),
    ...inquiries(issue),
    ...question(issue),
    ...standingHelp(issue),
    ...newsOfDecision(issue),
  ];
}

export function controls(issue: Issue): Address[] {
  if (!isOwned(issue)) return [];
  return [{ kind: 'controls', subject: `${issue.number}/${issue.spell}`, person: issue.owner }];
}

function inquiries(issue: Issue): Address[] {
  const { person } = issue.reporter;
  if (!isGoingOn(issue) || issue.inquiry === null || person === null) return [];
  return [{ kind: 'inquiry', subject: `${issue.number}/${issue.inquiry.seq}`, person }];
}

export function standingHelp({ number, help }: Issue): Address[] {
  if (help === null || help.state === 'wanted') return [];
  return [{ kind: 'help', subject: `${number}/${help.since}`, person: help.helper }];
}

/** The reporter's news of a "not doing" has a button, once. */
export function newsOfDecision(issue: Issue): Address[] {
  if (issue.state !== 'declined') return [];
  const { number, since, by } = issue;
  const told = theReporter(issue).filter((it) => it !== by);
  return told.map((person) => ({ kind: 'news', subject: `${number}/${since}`, person }));
}

/** To its reporter; the others who met it are asked unasked. Where the fix did not hold, the question says how it goes on. */
function question(issue: Issue): Address[] {
  const { number, reopenings, reporter } = issue;
  const { person } = reporter;
  if (person === null) return [];
  if (!isSolved(issue))
    return reopenings === 0 ? [] : [{ kind: 'question', subject: `${number}/${reopenings}`, person }];
  return reporterIsOwner(issue) ? [] : [{ kind: 'question', subject: solutionSubject(issue), person }];
}
