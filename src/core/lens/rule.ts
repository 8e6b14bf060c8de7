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
  readonly leftAlone: readonly string[];
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
