import type { Issue, PersonId } from '../../core/issue.ts';
import { foretold } from '../../platform/postgres/cadence.ts';
import type { Ways } from '../../platform/postgres/cadence.ts';
import type { Terms } from './receipt.ts';

/** What its reporter is told of a flag; once it is posted its card says it. */
export function termsOf(ways: Ways, issue: Issue, reporter: PersonId): Terms {
  const isSaved = issue.state === 'saved';
  const promise = isSaved ? foretold(ways, reporter, issue.asksAbove, issue.postAt) : null;
  return { ...ways.settings, promise };
}
