import type { Actor } from './command.ts';
import { whoIsAsked } from './decide-answer.ts';
import { no, nothing, notThere, yes } from './decision.ts';
import type { Decision } from './decision.ts';
import { isSolved } from './issue.ts';
import type { Issue } from './issue.ts';
import { thanksOf } from './thanks.ts';
import type { ThanksCommand } from './thanks.ts';

type Of<Type extends ThanksCommand['type']> = Extract<ThanksCommand, { type: Type }>;

/** One line for each solution, from whoever says that it is one. */
export function thank(issue: Issue, actor: Actor, { text, mayShow }: Of<'thank'>): Decision {
  const asked = whoIsAsked(issue, actor);
  if (!asked.ok) return no(asked.refusal);
  if (asked.given === null) return no({ reason: 'answer-first' });
  if (asked.given !== 'fixed') return no({ reason: 'thanks-for-a-fix' });
  const by = actor.isReporter ? null : actor.person;
  if (asked.issue.thanks.some((it) => it.by === by)) return no({ reason: 'thanked-already' });
  return yes({ type: 'thanked', by, text, mayShow });
}

/** Whoever wrote it and whoever it was for each say for themselves whether others may read it, as often as they like. */
export function showThanks(issue: Issue, actor: Actor, { of, mayShow, words }: Of<'show-thanks'>): Decision {
  const hidden = notThere(issue, actor);
  if (hidden !== null) return no(hidden);
  const line = isSolved(issue) ? thanksOf(issue, of) : null;
  if (line === null || !isSolved(issue)) return no({ reason: 'thanks-are-over' });
  const isWriter = line.by === null ? actor.isReporter : line.by === actor.person;
  if (isWriter)
    return line.mayShow === mayShow ? nothing : yes({ type: 'thanks-shown', of, as: 'writer', mayShow });
  if (issue.owner !== actor.person) return no({ reason: 'not-your-thanks' });
  if (mayShow && !line.mayShow) return no({ reason: 'thanks-between-you' });
  if (line.isWelcome === mayShow) return nothing;
  if (mayShow && (words ?? line.words) !== line.words) return no({ reason: 'other-words-of-thanks' });
  return yes({ type: 'thanks-shown', of, as: 'owner', mayShow });
}
