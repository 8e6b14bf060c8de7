import { english } from './en/index.ts';
import type { LanguageCode } from './finding.ts';
import type { Language } from './language.ts';
import type { Person } from './person.ts';
import { calledIn, sentencesOf } from './text.ts';
import type { Sentence } from './text.ts';

/** Somebody's name in a write-up, and what may stand there instead. */
export interface Name {
  readonly start: number;
  readonly end: number;
  /** The same for the same person: "Tom" is "Tom Becker", unless the text has another Tom. */
  readonly person: string;
  /** "a colleague", and "the colleague" where the same person comes again; with a capital where a sentence begins. */
  readonly role: string;
}

const languages: Readonly<Record<LanguageCode, Language>> = { en: english };

/**
 * The names of people in a text, in their order; only those that are surely people. Offsets are JavaScript string
 * indices, the end exclusive.
 */
export function namesIn(text: string, code: LanguageCode): readonly Name[] {
  const language = languages[code];
  const { first, again } = language.roles;
  const sentences = sentencesOf(text, language.spelling).filter(language.isIn);
  const called = calledIn(sentences);
  const places = sentences.flatMap((sentence) => placesIn(sentence, called, language));
  const whole = new Set(places.filter(({ words }) => words.length > 1).map(({ words }) => words.join(' ')));
  const known = new Map<string, number>();
  return places.map(({ words, start, end, isFirst, onCall }) => {
    const person = personCalled(words, whole);
    const order = Math.min(known.get(person) ?? known.size, first.length - 1);
    const role = onCall ?? (known.has(person) ? again : first)[order] ?? '';
    if (!known.has(person)) known.set(person, known.size);
    return { start, end, person, role: isFirst ? role.slice(0, 1).toUpperCase() + role.slice(1) : role };
  });
}

/** `whole`: the names of more than one word. */
function personCalled(words: readonly string[], whole: ReadonlySet<string>): string {
  const called = words.join(' ');
  const [other, ...more] = [...whole].filter(
    (it) => it.startsWith(`${called} `) || it.endsWith(` ${called}`),
  );
  return words.length > 1 || other === undefined || more.length > 0 ? called : other;
}

interface NamePlace {
  readonly words: readonly string[];
  readonly start: number;
  readonly end: number;
  /** A sentence begins with it. */
  readonly isFirst: boolean;
  readonly onCall: string | null;
}

function placesIn(sentence: Sentence, called: ReadonlySet<string>, language: Language): NamePlace[] {
  return namesOf(sentence, called, language).map(({ from, to, onCall }) => {
    const start = sentence[from]?.start ?? 0;
    const end = sentence[to - 1]?.end ?? start;
    const words = sentence.slice(from, to).map(({ norm }) => norm);
    return { words, start, end, isFirst: from === 0, onCall };
  });
}

interface Place {
  readonly from: number;
  readonly to: number;
  readonly onCall: string | null;
}

function namesOf(sentence: Sentence, called: ReadonlySet<string>, { peopleIn, roles }: Language): Place[] {
  const people = peopleIn(sentence, called);
  const found: Place[] = [];
  let free = 0;
  sentence.forEach((_, from) => {
    const person = from < free ? null : people.at(from);
    if (person === null || !isSurelyNamed(sentence, from, person, roles.actions)) return;
    const to = endOf(sentence, person);
    found.push({ from, to, onCall: null });
    free = to;
  });
  const isOnCall = found.length === 1 && sentence.some(({ norm }) => roles.onCall.words.has(norm));
  return isOnCall ? found.map((it) => ({ ...it, onCall: roles.onCall.role })) : found;
}

function isSurelyNamed(
  sentence: Sentence,
  from: number,
  { kind, sureness }: Person,
  actions: ReadonlySet<string>,
): boolean {
  if (kind !== 'name') return false;
  if (sureness === 'sure') return true;
  return sureness === 'likely' && actions.has(sentence[from + 1]?.norm ?? '');
}

/** Just the name, with a surname: neither "and Raj" nor ", who was on nights,". */
function endOf(sentence: Sentence, { ends }: Person): number {
  const nearest = Math.min(...ends);
  return ends.includes(nearest + 1) && sentence[nearest]?.isCapital === true ? nearest + 1 : nearest;
}
