import type { Refusal } from '../core/decision.ts';
import type { PersonId } from '../core/issue.ts';

/** How somebody is mentioned where the words are shown. */
export type Name = (person: PersonId) => string;

/** A refusal of something that somebody wanted of an issue. */
export interface About<R extends Refusal> {
  readonly refusal: R;
  readonly number: number;
  readonly name: Name;
}

/** The words of each refusal, by its reason. */
export type WordsOf<R extends Refusal> = {
  readonly [Reason in R['reason']]: (about: About<Extract<R, { reason: Reason }>>) => string;
};
