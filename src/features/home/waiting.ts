import type { KnownBlock } from '@slack/types';

import { isOwned, verdicts } from '../../core/issue.ts';
import type { Issue, OwnedIssue, PersonId, ResolvedIssue } from '../../core/issue.ts';
import type { HomeLists } from '../../platform/postgres/home-lists.ts';
import { actions, labelled, plainNote, quoted, section, shortened } from '../blocks.ts';
import { acceptButton, declineButton, informButton, verdictButton } from '../buttons.ts';
import { mention } from '../refusals.ts';
import { capitalised } from '../words.ts';

type Home = Pick<HomeLists, 'person' | 'slackIds'>;

/** Everything about one issue that waits for this person, each with the buttons to answer it in place. */
export function waitingBlocks(issue: Issue, home: Home): KnownBlock[] {
  if (!isOwned(issue)) return [];
  return [
    ...(issue.offeredTo === home.person ? offer(issue) : []),
    ...(issue.state === 'resolved' && isAsked(issue, home.person) ? question(issue) : []),
    ...inquiry(issue, home),
  ];
}

function offer({ number, text }: OwnedIssue): KnownBlock[] {
  return [
    section(`*#${number}* is offered to you. Would you take it on?`),
    quoted(shortened(text, 300)),
    actions(acceptButton(number), declineButton(number)),
  ];
}

function isAsked({ owner, reporter, meToos }: ResolvedIssue, person: PersonId): boolean {
  if (owner === person) return false;
  if (reporter.person === person) return reporter.verdict === null;
  return meToos.some((meToo) => meToo.person === person && meToo.verdict === null);
}

function question(issue: ResolvedIssue): KnownBlock[] {
  return [
    section(`Is *#${issue.number}* fixed for you?`),
    quoted(shortened(issue.text, 300)),
    labelled('What changed:', shortened(issue.solution.changed, 300)),
    actions(...verdicts.map((verdict) => verdictButton(verdict, issue))),
  ];
}

function inquiry({ number, owner, text, reporter, inquiry: asked }: OwnedIssue, home: Home): KnownBlock[] {
  if (asked === null || asked.isAnswered || reporter.person !== home.person || owner === home.person)
    return [];
  return [
    section(
      capitalised(`${mention(home.slackIds, owner)}, who has taken on *#${number}*, waits for your answer:`),
    ),
    quoted(shortened(asked.text, 1000)),
    plainNote(`You flagged: ${shortened(text, 300)}`),
    actions(informButton(number, asked.seq)),
  ];
}
