import type { People, Person } from '../person.ts';
import { normAt } from '../text.ts';
import type { Sentence, Token } from '../text.ts';
import { byDescription, headAt, isNumbered } from './description.ts';
import { byName, byTitle } from './name.ts';
import { knownOf, wordAt } from './word.ts';
import type { Known } from './word.ts';

/** Who is spoken of in a sentence. Each word is looked at when it is asked for, and once. */
export function peopleIn(sentence: Sentence, called: ReadonlySet<string>): People {
  const known = knownOf(sentence, called);
  const persons: (Person | null | undefined)[] = sentence.map(() => undefined);
  return {
    at: (index) => {
      const there = persons[index];
      if (there !== undefined) return there;
      const person = personAt(known, index);
      persons[index] = person;
      return person;
    },
    isCalling: (index) =>
      sentence[index]?.isQuoted === false && headAt(known, index, true)?.sureness === 'sure',
  };
}

const nobodies = new Set(['nobody', 'no', 'not', 'none', 'neither']);

type Found = Omit<Person, 'isSubject' | 'isNobody'>;

function personAt(known: Known, at: number): Person | null {
  const first = known.sentence[at];
  if (first === undefined || first.isQuoted) return null;
  if (first.kind !== 'word' && first.kind !== 'mention') return null;
  const found = quantified(known, at) ?? single(known, at);
  if (found === null) return null;
  const isSubject = !wordAt(known, at - 1).isPreposition;
  const isNobody = nobodies.has(first.norm);
  return { ...found, ends: withMore(known, at, found), isSubject, isNobody };
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
function quantified(known: Known, at: number): Found | null {
  const { sentence } = known;
  const next = normAt(sentence, at + 1);
  if (normAt(sentence, at) === 'the' && quantities.has(next)) return quantified(known, at + 1);
  if (next !== 'of' || !quantities.has(normAt(sentence, at))) return null;
  const rest = normAt(sentence, at + 2);
  if (rest === 'you' || rest === 'them') return { ends: [at + 3], sureness: 'sure', kind: 'pronoun' };
  return single(known, at + 2);
}

function single(known: Known, at: number): Found | null {
  return byPronoun(known, at) ?? byTitle(known, at) ?? byNameOrDescription(known, at);
}

/** "Ward 9" and "Technical services" begin as a name may, and are none. */
function byNameOrDescription(known: Known, at: number): Found | null {
  const name = byName(known, at) ?? ours(known, at);
  if (name !== null && name.sureness !== 'perhaps' && !isNumbered(known, at)) return name;
  const described = byDescription(known, at);
  return described?.sureness === 'sure' ? described : (name ?? described);
}

/** "Our Bogdan", "poor Ines". */
function ours(known: Known, at: number): Found | null {
  if (!['our', 'my', 'poor', 'dear', 'old'].includes(normAt(known.sentence, at))) return null;
  const name = byName(known, at + 1);
  return name?.sureness === 'sure' ? name : null;
}

function byPronoun(known: Known, at: number): Found | null {
  const token = known.sentence[at];
  if (token === undefined) return null;
  if (token.kind === 'mention') return { ends: [at + 1], sureness: 'sure', kind: 'name' };
  const { norm } = token;
  const next = normAt(known.sentence, at + 1);
  if (norm === 'no' || norm === 'not') return byNobody(known, at);
  if ((next === 'upstairs' || next === 'downstairs') && those.has(norm))
    return { ends: [at + 2], sureness: 'sure', kind: 'team' };
  const { isSomebody, isPronoun } = wordAt(known, at);
  if (isSomebody) return someone(next === 'else' ? at + 2 : at + 1);
  if (!isPronoun || (norm === 'they' && isOfThings(known, at))) return null;
  return { ends: [at + 1], sureness: 'sure', kind: norm === 'you' || norm === 'yous' ? 'you' : 'pronoun' };
}

/** "The parcels were late because they went to the old depot": they are the parcels. */
function isOfThings(known: Known, at: number): boolean {
  const { sentence } = known;
  if (!givingReasons.has(normAt(sentence, at - 1)) || humanly.has(normAt(sentence, at + 1))) return false;
  for (let i = at - 2; i >= 0; i -= 1) {
    const { isSmall, isVerb, isRole, isTeam } = wordAt(known, i);
    const isPlural = !isSmall && !isVerb && /[^s'u]s$/u.test(normAt(sentence, i));
    if (isPlural && (wordAt(known, i + 1).isVerb || /.ed$/u.test(normAt(sentence, i + 1))))
      return !isRole && !isTeam;
  }
  return false;
}

/** What parcels and forms do not do. */
const humanly = new Set(
  'used copied forgot ignored skipped refused told decided entered typed sent put pasted signed ordered booked did never just'.split(
    ' ',
  ),
);
const givingReasons = new Set(['because', 'since', 'as', 'after', 'when', 'cos', 'bc', 'until', 'before']);

/** "Those upstairs", "him upstairs". */
const those = new Set(['those', 'them', 'him', 'her', 'people']);

/** "No one", "not one of the trustees", "not a single person". */
function byNobody(known: Known, at: number): Found | null {
  const { sentence } = known;
  const second = normAt(sentence, at + 1);
  const third = normAt(sentence, at + 2);
  if (normAt(sentence, at) === 'no') return second === 'one' ? someone(at + 2) : null;
  if (second === 'one' && third === 'of') return quantified(known, at + 1);
  if (second !== 'a' || third !== 'single') return null;
  return ['person', 'soul', 'one'].includes(normAt(sentence, at + 3)) ? someone(at + 4) : null;
}

function someone(end: number): Found {
  return { ends: [end], sureness: 'sure', kind: 'somebody' };
}

/** "Sofia and Raj", "the guy on the gate", "people in that office". */
function withMore(known: Known, at: number, found: Found): number[] {
  const { sentence } = known;
  const ends = [...found.ends];
  const end = ends[0] ?? 0;
  const aside = asideEnd(known, end);
  if (aside > 0) ends.push(aside);
  const next = normAt(sentence, end);
  if (next === 'and' || next === '&' || next === 'or') {
    const other = single(known, end + 1);
    if (other !== null && other.kind !== 'pronoun') return [...other.ends, ...ends];
  }
  if (normAt(sentence, end - 1) === 'whoever') return [...wordsFrom(sentence, end, 7, () => true), ...ends];
  return [...whichEnds(known, at, end, found), ...ends];
}

/** "Priya, who was on nights, …", "Priya, our new registrar, …": the place after the second comma. */
function asideEnd(known: Known, end: number): number {
  const { sentence } = known;
  if (normAt(sentence, end) !== ',') return 0;
  const first = normAt(sentence, end + 1);
  if (first === 'too' && normAt(sentence, end + 2) === ',') return end + 3;
  const isAside =
    first === 'who' || (wordAt(known, end + 1).isDeterminer && byDescription(known, end + 1) !== null);
  if (!isAside) return 0;
  for (let i = end + 2; i < end + asideAtMost; i += 1) if (normAt(sentence, i) === ',') return i + 1;
  return 0;
}

const asideAtMost = 12;

/** Where what says which of them ends: "(nights)", "who came out on Friday", "on the gate". */
function whichEnds(known: Known, at: number, end: number, { kind }: Found): number[] {
  const { sentence } = known;
  const next = normAt(sentence, end);
  if (kind === 'pronoun' || kind === 'you') return [];
  if (next === '(' && normAt(sentence, end + 2) === ')') return [end + 3];
  if (next === 'who' && thisOne.has(normAt(sentence, at))) return relativeEnds(known, end);
  if (senders.has(next) && thisOne.has(normAt(sentence, at)))
    return wordsFrom(sentence, end, 4, (token) => token.kind === 'word');
  if (!links.has(next)) return [];
  return [
    ...(whereabouts.has(next) ? [end + 1] : []),
    ...wordsFrom(sentence, end + 1, 4, (token, i) => token.isAllCapitals || !isBreak(known, i)),
  ];
}

/** "Till" is a place to sit at as well, and "down there" one to be. */
function isBreak(known: Known, at: number): boolean {
  const { isPronoun, isSmall } = wordAt(known, at);
  return isPronoun || (isSmall && !['till', 'there', 'here'].includes(normAt(known.sentence, at)));
}

/** "The consultant they gave us". */
const senders = new Set(['they', 'we', 'you', 'he', 'she', 'i']);

/** Not "staff who make a mistake", which may be anybody. */
const thisOne = new Set(['the', 'our', 'their', 'that', 'a', 'an', 'his', 'her', 'my', 'your', 'one']);

/** "The engineer who came out on Friday": with a verb after "who" all up to the next one may be the description. */
function relativeEnds(known: Known, end: number): number[] {
  return [
    ...wordsFrom(known.sentence, end + 1, 7, ({ norm }, i) => !isBreak(known, i) || norm === 'the'),
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
  isPart: (token: Token, at: number) => boolean,
): number[] {
  const places: number[] = [];
  for (let i = from; i < from + most; i += 1) {
    const token = sentence[i];
    if (token === undefined || token.kind === 'mark' || !isPart(token, i)) break;
    places.unshift(i + 1);
  }
  return places;
}
