/** The kinds of blaming phrase, in the order in which the more telling one wins where two fit. */
export const categories = [
  'self_blame',
  'fault_punish',
  'judgement',
  'motive',
  'sarcasm',
  'accusatory_question',
  'human_error',
  'counterfactual',
  'hindsight',
  'generalisation',
  'omission',
  'named_agent',
  'team_blame',
  'deflection',
] as const;

export type Category = (typeof categories)[number];

/** The languages the lens reads; a text in any other has no findings. */
export type LanguageCode = 'en';

/** A phrase that makes people the explanation. Offsets are JavaScript string indices, the end exclusive. */
export interface Finding {
  /** Stable: what a *This isn't blame* is counted under. */
  readonly rule: string;
  readonly category: Category;
  readonly start: number;
  readonly end: number;
  /** One sentence, said to the writer. */
  readonly why: string;
  readonly offer: Offer;
}

export type Offer = Rewording | Question | KindWord;

/** What may stand between `start` and `end` instead. It can reach beyond the phrase, and never into another finding's. */
export interface Rewording {
  readonly kind: 'rewording';
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** For the writer to think about; nothing can be put in its place honestly. */
export interface Question {
  readonly kind: 'question';
  readonly text: string;
}

/** For whoever blames themselves: no correction. */
export interface KindWord {
  readonly kind: 'kind word';
  readonly text: string;
}
