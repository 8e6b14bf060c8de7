import type { KnownBlock } from '@slack/types';

import type { Issue } from '../core/issue.ts';
import type { Drawing } from '../platform/slack/drawing.ts';
import { fallback, quoted, section } from './blocks.ts';
import { circumstances } from './issue-card.ts';

/** Something of ours about an issue, the issue below it, and then `more`. */
export function aboutIssue(ours: string, issue: Issue, more: readonly KnownBlock[]): Drawing {
  return {
    text: fallback(ours, issue.text),
    blocks: [section(ours), quoted(issue.text), ...circumstances(issue), ...more],
  };
}
