import type { People, Person } from '../person.ts';
import type { Sentence, Token } from '../text.ts';
import { byDescription, headAt, isNumbered } from './description.ts';
import { byName, byTitle } from './name.ts';
import type { PeopleWords } from './people-words.ts';

/** Who is spoken of in a sentence. Each word is looked at when it is asked for, and once. */
export function peopleIn(sentence: Sentence, words: PeopleWords): People {
  const known: (Person | null)[] = [];
  return {
    at: (index) => {
      const kind = sentence[index]?.kind;
      if (kind !== 'word' && kind !== 'mention') return null;
      const there = known[index];
      if (there !== undefined) return there;
      const person = personAt(sentence, index, words);
      known[index] = person;
      return person;
    },
    isCalling: (index) =>
      sentence[index]?.isQuoted === false && headAt(sentence, index, words, true)?.sureness === 'sure',
  };
}

const nobodies = new Set(['nobody', 'no', 'not', 'none', 'neither']);

type Found = Omit<Person, 'isSubject' | 'isNobody'>;

function personAt(sentence: Sentence, at: number, words: PeopleWords): Person | null {
  const first = sentence[at];
  if (first === undefined || first.isQuoted) return null;
  const found = quantified(sentence, at, words) ?? single(sentence, at, words);
  if (found === null) return null;
  const isSubject = !words.prepositions.has(sentence[at - 1]?.norm ?? '');
  const isNobody = nobodies.has(first.norm);
  return { ...found, ends: withMore(sentence, at, found, words), isSubject, isNobody };
}

const quantities = new Set([
  'one',
  'some',
  'none',
  'most',
  'half',
  'all',
  'both',
  'any',
  'neither',
  'two',
  'few',
  'many',
  'whole',
  'rest',
  'pair',
  'lot',
  'couple',
  'bunch',
]);

/** "One of the nurses", "not one of them". */
function quantified(sentence: Sentence, at: number, words: PeopleWords): Found | null {
  if (normAt(sentence, at) === 'the' && quantities.has(normAt(sentence, at + 1)))
    return quantified(sentence, at + 1, words);
  if (!quantities.has(normAt(sentence, at)) || normAt(sentence, at + 1) !== 'of') return null;
  const rest = normAt(sentence, at + 2);
  if (rest === 'you' || rest === 'them') return { ends: [at + 3], sureness: 'sure', kind: 'pronoun' };
  return single(sentence, at + 2, words);
}

function single(sentence: Sentence, at: number, words: PeopleWords): Found | null {
  return (
    byPronoun(sentence, at, words) ?? byTitle(sentence, at, words) ?? byNameOrDescription(sentence, at, words)
  );
}

/** "Ward 9" and "Technical services" begin as a name may, and are none. */
function byNameOrDescription(sentence: Sentence, at: number, words: PeopleWords): Found | null {
  const name = byName(sentence, at, words) ?? ours(sentence, at, words);
  if (name !== null && name.sureness !== 'perhaps' && !isNumbered(sentence, at)) return name;
  const described = byDescription(sentence, at, words);
  return described?.sureness === 'sure' ? described : (name ?? described);
}

/** "Our Bogdan", "poor Ines". */
function ours(sentence: Sentence, at: number, words: PeopleWords): Found | null {
  if (!['our', 'my', 'poor', 'dear', 'old'].includes(normAt(sentence, at))) return null;
  const name = byName(sentence, at + 1, words);
  return name?.sureness === 'sure' ? name : null;
}

function byPronoun(sentence: Sentence, at: number, words: PeopleWords): Found | null {
  const token = sentence[at];
  if (token === undefined) return null;
  if (token.kind === 'mention') return { ends: [at + 1], sureness: 'sure', kind: 'name' };
  if (token.norm === 'no' || token.norm === 'not') return byNobody(sentence, at, words);
  if (those.has(token.norm) && ['upstairs', 'downstairs'].includes(normAt(sentence, at + 1)))
    return { ends: [at + 2], sureness: 'sure', kind: 'team' };
  if (words.somebody.has(token.norm)) return someone(normAt(sentence, at + 1) === 'else' ? at + 2 : at + 1);
  if (token.norm === 'you' || token.norm === 'yous') return { ends: [at + 1], sureness: 'sure', kind: 'you' };
  return words.pronouns.has(token.norm) ? { ends: [at + 1], sureness: 'sure', kind: 'pronoun' } : null;
}

/** "Those upstairs", "him upstairs". */
const those = new Set(['those', 'them', 'him', 'her', 'people']);

/** "No one", "not one of the trustees", "not a single person". */
function byNobody(sentence: Sentence, at: number, words: PeopleWords): Found | null {
  const [first, second, third, fourth] = [0, 1, 2, 3].map((i) => normAt(sentence, at + i));
  if (first === 'no') return second === 'one' ? someone(at + 2) : null;
  if (second === 'one' && third === 'of') return quantified(sentence, at + 1, words);
  if (second !== 'a' || third !== 'single') return null;
  return ['person', 'soul', 'one'].includes(fourth ?? '') ? someone(at + 4) : null;
}

function someone(end: number): Found {
  return { ends: [end], sureness: 'sure', kind: 'somebody' };
}

/** "Sofia and Raj", "the guy on the gate", "people in that office". */
function withMore(sentence: Sentence, at: number, found: Found, words: PeopleWords): number[] {
  const ends = [...found.ends];
  const end = ends[0] ?? 0;
  const aside = asideEnd(sentence, end, words);
  if (aside > 0) ends.push(aside);
  const next = normAt(sentence, end);
  if (next === 'and' || next === '&' || next === 'or') {
    const other = single(sentence, end + 1, words);
    if (other !== null && other.kind !== 'pronoun') return [...other.ends, ...ends];
  }
  if (normAt(sentence, end - 1) === 'whoever') return [...wordsFrom(sentence, end, 7, () => true), ...ends];
  return [...whichEnds(sentence, at, end, found, words), ...ends];
}

/** "Priya, who was on nights, …", "Priya, our new registrar, …": the place after the second comma. */
function asideEnd(sentence: Sentence, end: number, words: PeopleWords): number {
  if (normAt(sentence, end) !== ',') return 0;
  const first = normAt(sentence, end + 1);
  if (first === 'too' && normAt(sentence, end + 2) === ',') return end + 3;
  const isAside =
    first === 'who' || (words.determiners.has(first) && byDescription(sentence, end + 1, words) !== null);
  if (!isAside) return 0;
  for (let i = end + 2; i < end + asideAtMost; i += 1) if (normAt(sentence, i) === ',') return i + 1;
  return 0;
}

const asideAtMost = 12;

/** Where what says which of them ends: "(nights)", "who came out on Friday", "on the gate". */
function whichEnds(
  sentence: Sentence,
  at: number,
  end: number,
  { kind }: Found,
  words: PeopleWords,
): number[] {
  const next = normAt(sentence, end);
  if (kind === 'pronoun' || kind === 'you') return [];
  if (next === '(' && normAt(sentence, end + 2) === ')') return [end + 3];
  if (next === 'who' && thisOne.has(normAt(sentence, at))) return relativeEnds(sentence, end, words);
  if (!links.has(next)) return [];
  return [
    ...(whereabouts.has(next) ? [end + 1] : []),
    ...wordsFrom(sentence, end + 1, 4, (token) => token.isAllCapitals || !isBreak(token.norm, words)),
  ];
}

/** "Till" is a place to sit at as well, and "down there" one to be. */
function isBreak(norm: string, words: PeopleWords): boolean {
  return !['till', 'there', 'here'].includes(norm) && words.smallWords.has(norm);
}

/** Not "staff who make a mistake", which may be anybody. */
const thisOne = new Set(['the', 'our', 'their', 'that', 'a', 'an', 'his', 'her', 'my', 'your', 'one']);

/** "The engineer who came out on Friday": with a verb after "who" all up to the next one may be the description. */
function relativeEnds(sentence: Sentence, end: number, words: PeopleWords): number[] {
  return [
    ...wordsFrom(sentence, end + 1, 7, (token) => !isBreak(token.norm, words) || token.norm === 'the'),
    end + 1,
  ];
}

const links = new Set([
  'with',
  'before',
  'in',
  'on',
  'at',
  'from',
  'of',
  'over',
  'down',
  'up',
  'upstairs',
  'downstairs',
  'concerned',
]);

/** They say where, with nothing after them. */
const whereabouts = new Set(['upstairs', 'downstairs', 'concerned', 'before']);

/** The places after each of the next words, the farthest first. */
function wordsFrom(
  sentence: Sentence,
  from: number,
  most: number,
  isPart: (token: Token) => boolean,
): number[] {
  const places: number[] = [];
  for (let i = from; i < from + most; i += 1) {
    const token = sentence[i];
    if (token === undefined || token.kind === 'mark' || !isPart(token)) break;
    places.unshift(i + 1);
  }
  return places;
}

function normAt(sentence: Sentence, at: number): string {
  return sentence[at]?.norm ?? '';
}
