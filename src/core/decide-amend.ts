import type { Actor } from './command.ts';
import { no, nothing, notThere, yes } from './decision.ts';
import type { Decision } from './decision.ts';
import type { Issue } from './issue.ts';
import { doesStand, isShown, wordsOf } from './said.ts';
import type { Said, Words } from './said.ts';

/** Puts what one has said otherwise, for as long as it can be read. What was said is neither taken back nor added to. */
export function amend(issue: Issue, actor: Actor, said: Said | null, words: Words): Decision {
  if (said === null) return no(notThere(issue, actor) ?? { reason: 'said-no-more' });
  const isWriter = said.by === null ? actor.isReporter : said.by === actor.person;
  if (!isWriter) return no({ reason: 'not-the-writer' });
  if (!isShown(issue, said)) return no({ reason: 'said-no-more' });
  const before = wordsOf(said.event);
  const learning = before.learning === null ? null : (words.learning ?? before.learning);
  if (before.text === words.text && before.learning === learning) return nothing;
  const past = doesStand(issue, said) ? {} : { isPast: true as const };
  const amended = { type: 'amended' as const, of: said.seq, what: said.event.type };
  return yes({ ...amended, words: { ...words, learning }, ...past });
}
