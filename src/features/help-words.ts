import type { KnownBlock } from '@slack/types';

import { isSolved } from '../core/issue.ts';
import type { Issue, PersonId } from '../core/issue.ts';
import { isHelpWanted } from '../core/stuck.ts';
import { quoted, section } from './blocks.ts';
import { mention } from './refusals.ts';
import { capitalised } from './words.ts';

type Names = ReadonlyMap<PersonId, string>;

/** Whether somebody is stuck right now, and who helps them; `null` where nobody is. */
export function helpWords(issue: Issue, slackIds: Names): string | null {
  const { help } = issue;
  if (isHelpWanted(issue)) return 'Somebody is stuck on it right now. Anyone may help them today.';
  if (help === null || help.state === 'wanted') return null;
  const helper = capitalised(mention(slackIds, help.helper));
  return help.state === 'promised' ? `${helper} helps today.` : `${helper} helped.`;
}

export function helpDetail(issue: Issue, slackIds: Names): KnownBlock[] {
  const words = helpWords(issue, slackIds);
  if (words === null) return [];
  /* What helped through the day matters less once it is solved, and a card can't hold everything. */
  if (issue.help?.state !== 'given' || isSolved(issue)) return [section(words)];
  return [section(words.replace(/\.$/, ':')), quoted(issue.help.line)];
}
