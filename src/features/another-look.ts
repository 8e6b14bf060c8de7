import type { KnownBlock } from '@slack/types';

import type { DeclinedIssue } from '../core/issue.ts';
import { canAskForLook } from '../core/look.ts';
import { actions, section } from './blocks.ts';
import { askLookButton } from './buttons.ts';

/** To whoever flagged what is not going to be done: the way to another look, or that one is asked for. */
export function anotherLook(issue: DeclinedIssue): KnownBlock[] {
  if (canAskForLook(issue)) {
    return [
      section('If you see it otherwise, somebody who has not decided on it can take another look, once.'),
      actions(askLookButton(issue.number)),
    ];
  }
  if (issue.look?.state !== 'asked') return [];
  return [section('Somebody else is asked to take another look. You hear what comes of it.')];
}
