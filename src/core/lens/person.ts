/**
 * How sure it is that this is somebody. `likely`: a capital word that is no known thing. `perhaps`: the same where a
 * sentence begins, so that the capital says nothing; only with a verb that things don't do is it a person.
 */
export type Sureness = 'sure' | 'likely' | 'perhaps';

export interface Person {
  /** Index after the last word; the longest first, as with "the guy" and "the guy on the gate". */
  readonly ends: readonly number[];
  readonly sureness: Sureness;
  readonly kind: 'name' | 'you' | 'pronoun' | 'somebody' | 'role' | 'team';
  readonly isSubject: boolean;
  /** "Nobody", "no one", "none of the nurses": what is said of them isn't blame. */
  readonly isNobody: boolean;
}

/** Who is spoken of in a sentence. */
export interface People {
  /** Whose description begins at this word. */
  readonly at: (index: number) => Person | null;
  /** Whether the word is what people are called by what they do, or a group: "nurse", "planner", "logistics". */
  readonly isCalling: (index: number) => boolean;
}
