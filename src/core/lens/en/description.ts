import type { Person } from '../person.ts';
import { normAt } from '../text.ts';
import type { Sentence } from '../text.ts';
import { namedLikePeople } from './named-like-people.ts';
import { people } from './people.ts';
import { numbered, oneOfSeveral, wordAt } from './word.ts';
import type { Known, Word } from './word.ts';

type Found = Omit<Person, 'isSubject' | 'isNobody'>;

/** "The evening keeper", "an incompetent registrar", "Raj's planner": somebody by what they do. */
export function byDescription(known: Known, at: number): Found | null {
  const { sentence } = known;
  if (sentence[at]?.kind !== 'word' || isWithin(known, at)) return null;
  const hasArticle = isArticle(known, at);
  const end = at + (hasArticle || isOpening(known, at) ? 5 : 2);
  let best: Found | null = null;
  for (let i = hasArticle ? at + 1 : at; i < end; i += 1) {
    const token = sentence[i];
    if (token?.kind !== 'word' || token.isQuoted) break;
    const head = headAt(known, i, i > at);
    if (head !== null && (best === null || head.sureness === 'sure')) best = head;
    if (endsDescription(token.norm, wordAt(known, i), i > at)) break;
  }
  return best;
}

function isOpening(known: Known, at: number): boolean {
  return at === 0 || !wordAt(known, at - 1).isLetters;
}

/** "The", "our", "Raj's". */
function isArticle(known: Known, at: number): boolean {
  const { sentence } = known;
  return (
    wordAt(known, at).isDeterminer ||
    (normAt(sentence, at + 1) === "'s" && !contracted.has(normAt(sentence, at)))
  );
}

/** "It's", "that's": no owner of what follows. */
const contracted = new Set([
  'it',
  'that',
  'this',
  'there',
  'here',
  'what',
  'who',
  'where',
  'how',
  'he',
  'she',
  'let',
]);

function endsDescription(norm: string, word: Word, isInside: boolean): boolean {
  if (norm === "'s" || norm === 'it') return false;
  if (word.isSmall || word.isPreposition || word.isVerb) return true;
  return isInside && norm !== 'other' && word.isDeterminer;
}

/** A description begins at its article. */
function isWithin(known: Known, at: number): boolean {
  const { sentence } = known;
  const before = normAt(sentence, at - 1);
  if (before === "'s") return !contracted.has(normAt(sentence, at - 2));
  return wordAt(known, at - 1).isDeterminer && !['that', 'this', 'some', 'any'].includes(before);
}

/** Whether a description can end with this word, and how. */
export function headAt(known: Known, i: number, hasMore: boolean): Found | null {
  const { sentence } = known;
  const word = wordAt(known, i);
  const norm = normAt(sentence, i);
  if (!word.isHead || namedLikePeople.has(`${normAt(sentence, i - 1)}_${norm}`)) return null;
  if (sentence[i]?.isAllCapitals === true && !isAbbreviated(norm)) return null;
  const end = teamEnd(known, i, word, hasMore);
  return end === null
    ? roleAt(known, i, word, hasMore)
    : team(end, word.isPlace && !hasMore && end === i + 1 ? 'likely' : 'sure');
}

/** "HR" and "DBAs" are people, a "MailWorker" is a program. */
function isAbbreviated(norm: string): boolean {
  const { roles, teams } = people;
  return norm === 'it' || [norm, norm.replace(/s$/u, '')].some((it) => roles.has(it) || teams.has(it));
}

function teamEnd(known: Known, i: number, word: Word, hasMore: boolean): number | null {
  const { sentence } = known;
  const norm = normAt(sentence, i);
  if (word.seconds.includes(normAt(sentence, i + 1)) && (hasMore || norm !== 'on')) {
    const after = wordAt(known, i + 2);
    return after.isTeam || after.isRole ? i + 3 : i + 2;
  }
  if (isNumbered(known, i)) return i + 2;
  if (norm === 'it') return sentence[i]?.isAllCapitals === true ? i + 1 : null;
  return isGroup(known, i, word, hasMore) ? i + 1 : null;
}

/** "Ops", "the kitchen", "the other group"; "Kitchen" where it opens the sentence. */
function isGroup(known: Known, i: number, { isTeam, isPlace, isThing }: Word, hasMore: boolean): boolean {
  if (isTeam) return true;
  if (!hasMore) return isPlace && i === 0 && !isThing;
  return isPlace || (oneOfSeveral.has(normAt(known.sentence, i)) && !wordAt(known, i - 1).isDeterminer);
}

function roleAt(known: Known, i: number, { isRole, isDoer }: Word, hasMore: boolean): Found | null {
  if (!isRole || (!hasMore && !standsAlone(known, i)))
    return hasMore && isDoer ? { ends: [i + 1], sureness: 'likely', kind: 'role' } : null;
  return { ends: [i + 1], sureness: 'sure', kind: 'role' };
}

function standsAlone({ sentence }: Known, i: number): boolean {
  const norm = normAt(sentence, i);
  return norm.endsWith('s') || i === 0 || opensAfterColon(sentence, i) || people.rolePlurals.has(norm);
}

export function isNumbered({ sentence }: Known, at: number): boolean {
  const label = sentence[at + 1];
  if (label === undefined || !numbered.has(normAt(sentence, at))) return false;
  return (
    label.kind === 'number' || /^[b-z]\d?$/u.test(label.norm) || (label.isCapital && label.norm.length > 2)
  );
}

/** "Root cause: Operator did not …". */
function opensAfterColon(sentence: Sentence, i: number): boolean {
  return normAt(sentence, i - 1) === ':' && sentence[i]?.isCapital === true;
}

function team(end: number, sureness: Found['sureness']): Found {
  return { ends: [end], sureness, kind: 'team' };
}
