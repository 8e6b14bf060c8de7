/** What is known of people. Plurals of roles need not be named. */
export interface PeopleWords {
  /** What the text writes with a capital where no sentence begins. */
  readonly called: ReadonlySet<string>;
  readonly givenNames: ReadonlySet<string>;
  /** Given names that are as often a word. */
  readonly wordNames: ReadonlySet<string>;
  /** Given names that are as often a place or a product. */
  readonly placeNames: ReadonlySet<string>;
  /** They open a sentence without an article, and are nobody. */
  readonly plainNouns: ReadonlySet<string>;
  readonly roles: ReadonlySet<string>;
  readonly rolePlurals: ReadonlySet<string>;
  readonly teams: ReadonlySet<string>;
  /** Two words, joined by `_`. */
  readonly teamsInTwo: ReadonlySet<string>;
  /** Groups only with something before them: a kitchen may be a room. */
  readonly places: ReadonlySet<string>;
  readonly pronouns: ReadonlySet<string>;
  readonly somebody: ReadonlySet<string>;
  /** What is written with a capital and is nobody. */
  readonly things: ReadonlySet<string>;
  /** They end as those who do something, and are none. */
  readonly tools: ReadonlySet<string>;
  readonly determiners: ReadonlySet<string>;
  readonly titles: ReadonlySet<string>;
  readonly prepositions: ReadonlySet<string>;
  /** Auxiliaries and past forms: with them the description is over. */
  readonly verbs: ReadonlySet<string>;
  /** They never stand inside the description of a person. */
  readonly smallWords: ReadonlySet<string>;
}
