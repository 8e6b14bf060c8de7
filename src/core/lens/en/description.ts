import type { Person } from '../person.ts';
import { remembering } from '../remembering.ts';
import type { Sentence } from '../text.ts';
import type { PeopleWords } from './people-words.ts';

type Found = Omit<Person, 'isSubject' | 'isNobody'>;

/** "The evening keeper", "an incompetent registrar", "Raj's planner": somebody by what they do. */
export function byDescription(sentence: Sentence, at: number, words: PeopleWords): Found | null {
  const first = sentence[at];
  if (first?.kind !== 'word' || isWithin(sentence, at, words)) return null;
  const hasArticle = isArticle(sentence, at, words);
  const end = at + (hasArticle || isOpening(sentence, at) ? 5 : 2);
  let best: Found | null = null;
  for (let i = hasArticle ? at + 1 : at; i < end; i += 1) {
    const token = sentence[i];
    if (token?.kind !== 'word' || token.isQuoted) break;
    const head = headAt(sentence, i, words, i > at);
    if (head !== null && (best === null || head.sureness === 'sure')) best = head;
    if (endsDescription(token.norm, i > at, words)) break;
  }
  return best;
}

function isOpening(sentence: Sentence, at: number): boolean {
  return at === 0 || !/^\p{L}/u.test(normAt(sentence, at - 1));
}

/** "The", "our", "Raj's". */
function isArticle(sentence: Sentence, at: number, { determiners }: PeopleWords): boolean {
  const norm = normAt(sentence, at);
  return determiners.has(norm) || (normAt(sentence, at + 1) === "'s" && !contracted.has(norm));
}

/** "It's", "that's": no owner of what follows. */
const contracted = new Set(['it', 'there', 'here', 'what', 'who', 'where', 'how', 'he', 'she', 'let']);

function endsDescription(norm: string, isInside: boolean, words: PeopleWords): boolean {
  if (norm === "'s" || norm === 'it') return false;
  if (words.smallWords.has(norm) || words.prepositions.has(norm) || words.verbs.has(norm)) return true;
  return isInside && norm !== 'other' && words.determiners.has(norm);
}

/** A description begins at its article. */
function isWithin(sentence: Sentence, at: number, words: PeopleWords): boolean {
  const before = normAt(sentence, at - 1);
  return (
    before === "'s" || (words.determiners.has(before) && !['that', 'this', 'some', 'any'].includes(before))
  );
}

/** What is known of a word by itself. */
interface Kind {
  /** It may be any of these. */
  readonly isAny: boolean;
  readonly isTeam: boolean;
  readonly isPlace: boolean;
  readonly isRole: boolean;
  readonly isDoer: boolean;
  /** It is a team with one of these after it. */
  readonly seconds: ReadonlySet<string>;
}

const kinds = new WeakMap<PeopleWords['roles'], (norm: string) => Kind>();

function kindOf(norm: string, words: PeopleWords): Kind {
  const look = kinds.get(words.roles) ?? remembering((word): Kind => newKind(word, words));
  kinds.set(words.roles, look);
  return look(norm);
}

function newKind(norm: string, words: PeopleWords): Kind {
  const isTeam = words.teams.has(norm);
  const isPlace = words.places.has(norm);
  const isARole = isRole(norm, words);
  const isADoer = isDoer(norm, words);
  const seconds = new Set(
    [...words.teamsInTwo].filter((it) => it.startsWith(`${norm}_`)).map((it) => it.slice(norm.length + 1)),
  );
  const isOther = seconds.size > 0 || norm === 'it' || numbered.has(norm) || oneOfSeveral.has(norm);
  return {
    isAny: isTeam || isPlace || isARole || isADoer || isOther,
    isTeam,
    isPlace,
    isRole: isARole,
    isDoer: isADoer,
    seconds,
  };
}

/** Whether a description can end with this word, and how. */
export function headAt(sentence: Sentence, i: number, words: PeopleWords, hasMore: boolean): Found | null {
  const kind = kindOf(normAt(sentence, i), words);
  if (!kind.isAny) return null;
  const end = teamEnd(sentence, i, kind, words, hasMore);
  return end === null
    ? roleAt(sentence, i, words, hasMore)
    : team(end, kind.isPlace && !hasMore && end === i + 1 ? 'likely' : 'sure');
}

function teamEnd(
  sentence: Sentence,
  i: number,
  { isTeam, isPlace, seconds }: Kind,
  words: PeopleWords,
  hasMore: boolean,
): number | null {
  const norm = normAt(sentence, i);
  if (seconds.has(normAt(sentence, i + 1)) && (hasMore || norm !== 'on')) {
    const after = kindOf(normAt(sentence, i + 2), words);
    return after.isTeam || after.isRole ? i + 3 : i + 2;
  }
  if (isNumbered(sentence, i)) return i + 2;
  if (norm === 'it') return sentence[i]?.isAllCapitals === true ? i + 1 : null;
  return isGroup(sentence, i, isTeam, isPlace, words, hasMore) ? i + 1 : null;
}

/** "Ops", "the kitchen", "the other group"; "Kitchen" where it opens the sentence. */
function isGroup(
  sentence: Sentence,
  i: number,
  isTeam: boolean,
  isPlace: boolean,
  words: PeopleWords,
  hasMore: boolean,
): boolean {
  if (isTeam) return true;
  const norm = normAt(sentence, i);
  if (!hasMore) return isPlace && i === 0 && !words.things.has(norm);
  return isPlace || (oneOfSeveral.has(norm) && !words.determiners.has(normAt(sentence, i - 1)));
}

function roleAt(sentence: Sentence, i: number, words: PeopleWords, hasMore: boolean): Found | null {
  const norm = normAt(sentence, i);
  const kind = kindOf(norm, words);
  if (!kind.isRole || (!hasMore && !standsAlone(sentence, i, words))) {
    return hasMore && kind.isDoer ? { ends: [i + 1], sureness: 'likely', kind: 'role' } : null;
  }
  return { ends: [i + 1], sureness: 'sure', kind: 'role' };
}

function standsAlone(sentence: Sentence, i: number, { rolePlurals }: PeopleWords): boolean {
  const norm = normAt(sentence, i);
  return norm.endsWith('s') || i === 0 || opensAfterColon(sentence, i) || rolePlurals.has(norm);
}

/** "Ward 9", "Shift B", "Team Blue". */
const numbered = new Set(['ward', 'shift', 'team', 'crew', 'squad', 'gang', 'tier', 'watch']);

export function isNumbered(sentence: Sentence, at: number): boolean {
  const label = sentence[at + 1];
  if (label === undefined || !numbered.has(normAt(sentence, at))) return false;
  return (
    label.kind === 'number' || /^[b-z]\d?$/u.test(label.norm) || (label.isCapital && label.norm.length > 2)
  );
}

/** "The steering group", "their customer side": people only with a word before it that says which. */
const oneOfSeveral = new Set(['side', 'end', 'group']);

/** "Root cause: Operator did not …". */
function opensAfterColon(sentence: Sentence, i: number): boolean {
  return normAt(sentence, i - 1) === ':' && sentence[i]?.isCapital === true;
}

function team(end: number, sureness: Found['sureness']): Found {
  return { ends: [end], sureness, kind: 'team' };
}

export function isRole(norm: string, { roles, rolePlurals }: PeopleWords): boolean {
  if (roles.has(norm) || rolePlurals.has(norm)) return true;
  if (norm.endsWith('s') && roles.has(norm.slice(0, -1))) return true;
  if (norm.endsWith('ies') && roles.has(`${norm.slice(0, -3)}y`)) return true;
  return /(?:ologist|person|worker|keeper|woman|maker|holder|leader|manager|assistant)s?$/u.test(norm);
}

/** Whoever does something is often called by it: a planner, a tiler. So are many tools. */
function isDoer(norm: string, { tools }: PeopleWords): boolean {
  const single = norm.endsWith('s') ? norm.slice(0, -1) : norm;
  return (
    /...(?:[^ltnp]er|[nltp]{2}er|ier|eer|ist|ician|smith|wright|[^uomr]man|[^uomr]men)$|.....(?:er|or|ant)$/u.test(
      single,
    ) && !tools.has(single)
  );
}

function normAt(sentence: Sentence, at: number): string {
  return sentence[at]?.norm ?? '';
}
