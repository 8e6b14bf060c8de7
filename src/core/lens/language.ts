import type { Category, KindWord, Question, Rewording } from './finding.ts';
import type { Match, Read, WordLists } from './pattern.ts';
import type { People } from './person.ts';
import type { RuleFile } from './rule.ts';
import type { Sentence, Spelling } from './text.ts';

/** What may stand where a name stood. */
export interface Roles {
  /** Where a name comes first, by the order of the names; the last for all further ones. */
  readonly first: readonly string[];
  readonly again: readonly string[];
  readonly onCall: { readonly role: string; readonly words: ReadonlySet<string> };
  /** Verbs after which a name unknown so far is surely a person's. */
  readonly actions: ReadonlySet<string>;
}

/** All that the lens knows of a language; each is a folder. */
export interface Language {
  readonly files: readonly RuleFile[];
  readonly lists: WordLists;
  /** Phrases that take blame away, or speak about blame; written as the rules' phrases. */
  readonly absolving: readonly string[];
  /** Phrases with which a sentence praises, whatever else it says. */
  readonly praising: readonly string[];
  readonly spelling: Spelling;
  readonly roles: Roles;
  /** `called`: the words the text writes with a capital where no sentence begins. */
  readonly peopleIn: (sentence: Sentence, called: ReadonlySet<string>) => People;
  /** What of a sentence it gives a reason for outside the person. */
  readonly excusesIn: (read: Read) => (match: Match) => boolean;
  /** Whether its clause denies it. */
  readonly isDenied: (match: Match, read: Read) => boolean;
  /** Whether these words open a question, rather than a relative clause. */
  readonly isAsked: (match: Match, sentence: Sentence) => boolean;
  readonly rewordingOf: (category: Category, match: Match, read: Read, text: string) => Rewording | null;
  readonly thoughtOf: (
    category: Category,
    question: string,
    match: Match,
    read: Read,
    text: string,
  ) => Question | KindWord;
  /** Whether the sentence is of this language at all. */
  readonly isIn: (sentence: Sentence) => boolean;
}
