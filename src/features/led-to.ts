import type { KnownBlock } from '@slack/types';

import { metBy } from '../core/issue.ts';
import type { SolvedIssue } from '../core/issue.ts';
import { labelled, shortened } from './blocks.ts';

/** To whoever flagged it, once it is confirmed: what changed because they did, and whom it helps. */
export function whatItLedTo(issue: SolvedIssue): KnownBlock {
  const { affected, solution } = issue;
  const met = metBy(issue);
  const parts = [
    shortened(solution.changed, 300),
    ...(affected === null ? [] : [`helps ${affected}`]),
    ...(met > 1 ? [`${met} people met it`] : []),
  ];
  return labelled('Your flag led to this:', parts.join(' · '));
}
