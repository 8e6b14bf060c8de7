import type { People } from './person.ts';
import type { Sentence } from './text.ts';

/** A sentence with who is spoken of in it. */
export interface Read {
  readonly sentence: Sentence;
  readonly people: People;
}

/** Named lists of words; several words that belong together are joined by `_`, and `~his` among them is any of the list `his`, where an article may open up to three more. */
export type WordLists = Readonly<Record<string, ReadonlySet<string>>>;

/** Where a phrase stands, in words, the end exclusive; `shown` is what the writer sees of it. */
export interface Match {
  to: number;
  shownFrom: number;
  shownTo: number;
}

/**
 * A phrase, as the rule files write it:
 *
 * - `forgot|overlooked`: one of these words; `gave_up` are two words
 * - `<harm>`: one of a list of words
 * - `<who>`: somebody as the subject. `<likely>`: a capital word that may be a name, too; `<others>`: the same but not
 *   "you"; `<named>`: and no pronoun. `<whoever>`: whatever stands there with a capital, for verbs that only people do; `<folk>`: the same but not "you".
 *   `<whom>`: somebody in any place. `<calling>`: a word for people by what they do
 * - `<past>`: a verb in its past form; `<acted>`: the same but for "been"; `<ing>`: one that ends so; `<any>`: any word
 * - `!down|up`: none of these words next
 * - `?` after it: or nothing. `*`: up to four of them. `...`: up to six words of the same clause; `....`: up to twenty of the sentence
 * - `...!down|<up>`: up to six words of the same clause, none of them these
 * - `^` and `$`: a clause begins, ends here; `/`: what is said of a person ends, no noun follows
 * - `[` and `]` around what is shown to the writer; without them it is all of it
 */
export type Pattern = string;

/** A part of a pattern. */
export interface Part {
  /** Without the brackets before it. */
  readonly text: string;
  readonly kind: Kind;
  /** What may stand here, or what must not: `forgot|<harm>`. */
  readonly body: string | null;
  /** What is shown begins here. */
  readonly opens: boolean;
  /** What is shown ends before it. */
  readonly closes: boolean;
}

export type Kind = 'once' | 'maybe' | 'some' | 'never' | 'gap' | 'long gap' | 'start' | 'end' | 'phrase end';

/** Brackets around all of it say nothing, and leave no trace. */
export function partsOf(pattern: Pattern): Part[] {
  const parts: Part[] = [];
  let opens = false;
  let closes = false;
  for (const text of pattern.split(' ')) {
    if (text === '[') opens = parts.length > 0;
    else if (text === ']') closes = true;
    else {
      parts.push({ text, ...meaningOf(text), opens, closes });
      opens = false;
      closes = false;
    }
  }
  return parts;
}

const signs: Readonly<Record<string, Kind>> = {
  '^': 'start',
  $: 'end',
  '/': 'phrase end',
  '...': 'gap',
  '....': 'long gap',
};

function meaningOf(text: string): Pick<Part, 'kind' | 'body'> {
  const sign = signs[text];
  if (sign !== undefined) return { kind: sign, body: null };
  if (text.startsWith('...!')) return { kind: 'gap', body: text.slice(4) };
  if (text.startsWith('!')) return { kind: 'never', body: text.slice(1) };
  if (text.length > 1 && text.endsWith('?')) return { kind: 'maybe', body: text.slice(0, -1) };
  if (text.length > 1 && text.endsWith('*')) return { kind: 'some', body: text.slice(0, -1) };
  return { kind: 'once', body: text };
}
