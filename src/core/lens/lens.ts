import { english } from './en/index.ts';
import { eachMatch } from './find.ts';
import { categories } from './finding.ts';
import type { Category, Finding, LanguageCode } from './finding.ts';
import type { Language } from './language.ts';
import type { Match, Read } from './pattern.ts';
import { indexed } from './prepare.ts';
import type { Index } from './prepare.ts';
import type { Rule, RuleFile } from './rule.ts';
import { calledIn, sentencesOf } from './text.ts';
import type { Sentence } from './text.ts';

/** A phrase, and what it means to find it. */
interface Phrase {
  readonly phrase: string;
  /** Null where it speaks against blame in its sentence. */
  readonly blame: Blame | null;
  readonly against: 'absolving' | 'praising' | null;
}

interface Blame {
  readonly file: RuleFile;
  readonly rule: Rule;
}

interface Reader {
  readonly language: Language;
  readonly phrases: Index<Phrase>;
}

function readerOf(language: Language): Reader {
  const { files, lists, absolving, praising } = language;
  const phrases = [
    ...files.flatMap((file) =>
      file.rules.flatMap((rule) =>
        rule.phrases.map((phrase): Phrase => ({ phrase, blame: { file, rule }, against: null })),
      ),
    ),
    ...absolving.map((phrase): Phrase => ({ phrase, blame: null, against: 'absolving' })),
    ...praising.map((phrase): Phrase => ({ phrase, blame: null, against: 'praising' })),
  ];
  return { language, phrases: indexed(phrases, ({ phrase }) => phrase, lists) };
}

const languages: Readonly<Record<LanguageCode, Language>> = { en: english };
const readers = new Map<LanguageCode, Reader>();

/** The rules are made ready with the first text that is read, once: a start does not wait for them. */
function readerFor(code: LanguageCode): Reader {
  const reader = readers.get(code) ?? readerOf(languages[code]);
  readers.set(code, reader);
  return reader;
}

/** The phrases that make a person or a group the explanation, in their order and without overlaps. */
export function lens(text: string, code: LanguageCode): readonly Finding[] {
  const reader = readerFor(code);
  const { spelling, isIn } = reader.language;
  const sentences = sentencesOf(text, spelling).filter(isIn);
  const called = calledIn(sentences);
  return sentences.flatMap((sentence) => inSentence(text, sentence, called, reader));
}

/** Where a sentence praises, these are not meant. */
const outpraised: ReadonlySet<Category> = new Set([
  'sarcasm',
  'generalisation',
  'omission',
  'named_agent',
  'motive',
]);

function inSentence(
  text: string,
  sentence: Sentence,
  called: ReadonlySet<string>,
  { language, phrases }: Reader,
): Finding[] {
  const read: Read = { sentence, people: language.peopleIn(sentence, called) };
  const isExcused = language.excusesIn(read);
  const all: Found[] = [];
  let isPraise = false;
  let isAbsolved = false;
  eachMatch(phrases, read, ({ blame, against }, match) => {
    if (against === 'praising') isPraise = true;
    else if (against === 'absolving') isAbsolved = true;
    if (blame === null || !isBlame(blame.rule, blame.file.category, match, read, language)) return;
    if (blame.rule.isExcusedByReason === true && isExcused(match)) return;
    const start = sentence[match.shownFrom]?.start ?? 0;
    const end = sentence[match.shownTo - 1]?.end ?? start;
    all.push({ ...blame, match, start, end });
  });
  if (all.length === 0) return [];
  const meant = all.filter(({ file: { category } }) =>
    isAbsolved ? category === 'self_blame' : !(isPraise && outpraised.has(category)),
  );
  const kept = withoutOverlaps(meant);
  return kept.map(({ rule, file, match, start, end }) => {
    const { category, why, question } = file;
    const rewording = kept.length === 1 ? language.rewordingOf(category, match, read, text) : null;
    const offer = rewording ?? language.thoughtOf(category, question, match, read, text);
    return { rule: rule.id, category, start, end, why, offer };
  });
}

interface Found {
  readonly rule: Rule;
  readonly file: RuleFile;
  readonly match: Match;
  readonly start: number;
  readonly end: number;
}

function isBlame(rule: Rule, category: Category, match: Match, read: Read, language: Language): boolean {
  if (match.shownTo <= match.shownFrom) return false;
  for (let i = match.shownFrom; i < match.shownTo; i += 1)
    if (read.sentence[i]?.isQuoted === true) return false;
  if (rule.isQuestion === true && !language.isAsked(match, read.sentence)) return false;
  return category === 'self_blame' || !language.isDenied(match, read);
}

/** Where two overlap, the more telling category stays, and of the same the longer one. */
function withoutOverlaps(all: readonly Found[]): Found[] {
  const rank = ({ file }: Found): number => categories.indexOf(file.category);
  const kept: Found[] = [];
  for (const it of all.toSorted((a, b) => rank(a) - rank(b) || b.end - b.start - (a.end - a.start))) {
    if (kept.every((other) => it.end <= other.start || it.start >= other.end)) kept.push(it);
  }
  return kept.toSorted((a, b) => a.start - b.start);
}
