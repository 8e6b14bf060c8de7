import type { ActionsBlock } from '@slack/types';

import type { Issue } from '../../core/issue.ts';
import { isHelpWanted } from '../../core/stuck.ts';
import type { HomeLists } from '../../platform/postgres/home-lists.ts';
import { claimButton, helpButton, meTooButton } from '../buttons.ts';
import { cardMenu } from '../menu.ts';

type Buttons = ActionsBlock['elements'];
type Home = Pick<HomeLists, 'person' | 'isLead'>;
type Decision = 'find-owner' | 'not-doing' | 'look-again';

const decisions: readonly Decision[] = ['find-owner', 'not-doing', 'look-again'];

/** What can be done about an issue that waits for an owner. */
export function unownedButtons(issue: Issue, home: Home): Buttons {
  return [claimButton(issue.number), ...besidesTaking(issue, home, decisions)];
}

/**
 * The same without what is asked of them anyway: such an issue stands on Home only once. Whoever flagged it has met it
 * already, and leaves it to others who lead to decide on it.
 */
export function besidesTaking(issue: Issue, { person, isLead }: Home, left = decisions): Buttons {
  const { number } = issue;
  const isOwnFlag = issue.reporter.person === person;
  return [
    ...(isHelpWanted(issue) ? [helpButton(number)] : []),
    ...(isOwnFlag ? [] : [meTooButton(number)]),
    ...(isLead && !isOwnFlag && left.length > 0 ? [cardMenu(number, left)] : []),
  ];
}
