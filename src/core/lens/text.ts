import { quotedIn } from './quoted.ts';
import { runsOf } from './scan.ts';
import type { Run } from './scan.ts';

/**
 * A word or a mark. Offsets are JavaScript string indices, the end exclusive. A contraction is two words that share its
 * letters: "didn't" is `did` and `not`.
 */
export interface Token {
  readonly norm: string;
  readonly start: number;
  readonly end: number;
  readonly kind: Exclude<Run['kind'], 'line end'>;
  readonly isCapital: boolean;
  /** Or with a capital inside: an abbreviation or a product. */
  readonly isAllCapitals: boolean;
  /** In quotation marks, code, a log line or capitals as machines print them: somebody else's words, or nobody's. */
  readonly isQuoted: boolean;
}

export type Sentence = readonly Token[];

/** The word or mark at a place, as it is compared; nothing before a sentence and after it. */
export function normAt(sentence: Sentence, at: number): string {
  return at < 0 ? '' : (sentence[at]?.norm ?? '');
}

/** A word as it is compared, and the letters of the written one that it stands for. */
export interface Part {
  readonly norm: string;
  readonly from: number;
  readonly to: number;
}

/** A word as it is written. */
export interface Written {
  readonly parts: readonly Part[];
  readonly isCapital: boolean;
  readonly isAllCapitals: boolean;
}

/** What a language knows of its spelling. */
export interface Spelling {
  /** Words that end in a full stop and not the sentence. */
  readonly abbreviations: ReadonlySet<string>;
  readonly writtenAs: (raw: string) => Written;
  /** A sentence with what its words stand for only beside each other. */
  readonly settle: (tokens: readonly Token[]) => readonly Token[];
}

/** Nobody writes one so long; beyond it a sentence is read in pieces, so that the time stays in proportion. */
const sentenceAtMost = 160;

/** How each sentence reads. Takes time in proportion to the text's length. */
export function sentencesOf(text: string, spelling: Spelling): Sentence[] {
  const isQuoted = quotedIn(text);
  const sentences: Sentence[] = [];
  let present: Token[] = [];
  const close = (): void => {
    if (present.length > 0) sentences.push(spelling.settle(present));
    present = [];
  };
  const runs = runsOf(text);
  runs.forEach((run, i) => {
    if (run.kind === 'line end') {
      close();
      return;
    }
    const before = present.at(-1);
    putTokens(text, run, isQuoted(run.start), spelling, present);
    const after = runs[i + 1];
    if (present.length >= sentenceAtMost || endsSentence(text, run, before, after, spelling)) close();
  });
  close();
  return sentences;
}

function endsSentence(
  text: string,
  run: Run,
  before: Token | undefined,
  after: Run | undefined,
  spelling: Spelling,
): boolean {
  if (run.kind !== 'mark') return false;
  const sign = text[run.start] ?? ' ';
  if (!'.!?…'.includes(sign)) return false;
  if (after !== undefined && '.!?…"”)'.includes(text[after.start] ?? ' ')) return false;
  if (sign !== '.') return true;
  return before === undefined || !spelling.abbreviations.has(before.norm);
}

function putTokens(
  text: string,
  { start, end, kind }: Run,
  isQuoted: boolean,
  spelling: Spelling,
  tokens: Token[],
): void {
  const raw = text.slice(start, end);
  if (kind !== 'word' || raw.includes('.')) {
    const norm = raw.toLowerCase();
    const sort = kind === 'line end' ? 'mark' : kind;
    tokens.push({ norm, start, end, kind: sort, isCapital: false, isAllCapitals: false, isQuoted });
    return;
  }
  const { parts, isCapital, isAllCapitals } = spelling.writtenAs(raw);
  for (const { norm, from, to } of parts)
    tokens.push({
      norm,
      start: start + from,
      end: start + to,
      kind,
      isCapital: isCapital && from === 0,
      isAllCapitals,
      isQuoted,
    });
}

/** How a word is written with capitals, if it is. */
export function capitalsIn(raw: string): Pick<Written, 'isCapital' | 'isAllCapitals'> {
  const isLow = raw === raw.toLowerCase();
  return {
    isCapital: !isLow && raw[0] !== raw[0]?.toLowerCase(),
    isAllCapitals: !isLow && /\p{Lu}.*\p{Lu}/u.test(raw) && !doubleName.test(raw),
  };
}

/** "O'Brien", "McKay", "Jean-Luc". */
const doubleName = /^(?:Mc|Mac|\p{Lu}['’])?\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?(?:['’]s)?$/u;

/** The words written with a capital where no sentence begins: one that opens a sentence is then a name as well. */
export function calledIn(sentences: readonly Sentence[]): ReadonlySet<string> {
  const called = new Set<string>();
  for (const sentence of sentences)
    sentence.forEach(({ isCapital, isAllCapitals, isQuoted, norm }, i) => {
      if (isCapital && !isAllCapitals && !isQuoted && sentence[i - 1]?.kind === 'word') called.add(norm);
    });
  return called;
}
