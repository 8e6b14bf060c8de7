import type { Category } from './finding.ts';

/** One thing a rule file catches. */
export interface Rule {
  /** Unique; what `/metrics` counts a *This isn't blame* under. */
  readonly id: string;
  /** See `Pattern` for how they are written. */
  readonly phrases: readonly string[];
  /** It is no blame where the sentence gives a reason outside the person: "because the form hides it". */
  readonly isExcusedByReason?: boolean;
  /** It is a question, or else no blame. */
  readonly isQuestion?: boolean;
  readonly caught: readonly string[];
  /** Its phrases by sentences that each of them catches by itself; some rules have them for all. */
  readonly examples?: Readonly<Record<string, string>>;
  readonly leftAlone: readonly string[];
}

/** Phrases by an example of each: a sentence that it catches. */
export function byExample(examples: NonNullable<Rule['examples']>): Omit<Rule, 'id' | 'leftAlone'> {
  return { phrases: [...new Set(Object.values(examples))], caught: Object.keys(examples), examples };
}

/** A file of rules. */
export interface RuleFile {
  readonly category: Category;
  readonly catches: string;
  readonly leavesAlone: string;
  /** One sentence, said to the writer. */
  readonly why: string;
  /** Asked where no rewording can honestly be built; for self-blame a kind word. */
  readonly question: string;
  readonly source: string;
  readonly rules: readonly Rule[];
}
