import { remembering } from '../remembering.ts';
import type { Sentence } from '../text.ts';
import { people } from './people.ts';

/** What is known of a word by itself, wherever it stands. */
export interface Word {
  readonly isLetters: boolean;
  readonly isSmall: boolean;
  readonly isPreposition: boolean;
  readonly isDeterminer: boolean;
  /** An auxiliary or a past form: with it a description is over. */
  readonly isVerb: boolean;
  readonly isPronoun: boolean;
  readonly isSomebody: boolean;
  readonly isTitle: boolean;
  readonly isThing: boolean;
  /** How it is looked up as a name: "ana" of "Ána-Maria". */
  readonly firstName: string;
  /** A name that is as often a word, or a place; a name and nothing else; or what may be anybody's with a capital. */
  readonly nameKind: 'word' | 'place' | 'given' | 'stranger' | null;
  /** With a capital where a sentence begins it is nobody. */
  readonly isPlainNoun: boolean;
  readonly isTeam: boolean;
  readonly isPlace: boolean;
  readonly isRole: boolean;
  /** Called by what they do. So are many tools. */
  readonly isDoer: boolean;
  /** It is a team with one of these after it. */
  readonly seconds: readonly string[];
  /** A description of people may end with it. */
  readonly isHead: boolean;
}

/** A sentence, with what is known of each of its words. */
export interface Known {
  readonly sentence: Sentence;
  readonly words: readonly Word[];
  /** What the text writes with a capital where no sentence begins. */
  readonly called: ReadonlySet<string>;
}

export function knownOf(sentence: Sentence, called: ReadonlySet<string>): Known {
  return { sentence, words: sentence.map(({ norm }) => wordOf(norm)), called };
}

/** Before a sentence and after it there is nothing that is known. */
export function wordAt({ words }: Known, at: number): Word {
  return (at < 0 ? undefined : words[at]) ?? wordOf('');
}

const wordOf = remembering((norm): Word => {
  const firstName = firstNameOf(norm);
  const seconds = secondsAfter(norm);
  const kinds = {
    isTeam: people.teams.has(norm),
    isPlace: people.places.has(norm),
    isRole: isRole(norm),
    isDoer: isDoer(norm),
  };
  return {
    isLetters: /^\p{L}/u.test(norm),
    isSmall: people.smallWords.has(norm),
    isPreposition: people.prepositions.has(norm),
    isDeterminer: people.determiners.has(norm),
    isVerb: people.verbs.has(norm),
    isPronoun: people.pronouns.has(norm),
    isSomebody: people.somebody.has(norm),
    isTitle: people.titles.has(norm),
    isThing: people.things.has(norm),
    firstName,
    nameKind: nameKindOf(firstName),
    isPlainNoun: isPlainNoun(firstName),
    ...kinds,
    seconds,
    isHead: Object.values(kinds).includes(true) || seconds.length > 0 || otherHeads.has(norm),
  };
});

let inTwo: ReadonlyMap<string, readonly string[]> | undefined;

/** "Desk" and "office" after "front" and "head". */
function secondsAfter(norm: string): readonly string[] {
  inTwo ??= Map.groupBy(people.teamsInTwo, (it) => it.slice(0, it.indexOf('_')));
  return inTwo.get(norm)?.map((it) => it.slice(norm.length + 1)) ?? none;
}

const none: readonly string[] = [];

/** "Ward 9", "Shift B", "Team Blue". */
export const numbered = new Set(['ward', 'shift', 'team', 'crew', 'squad', 'gang', 'tier', 'watch']);

/** "The steering group", "their customer side": people only with a word before it that says which. */
export const oneOfSeveral = new Set(['side', 'end', 'group']);

const otherHeads = new Set(['it', ...numbered, ...oneOfSeveral]);

function firstNameOf(norm: string): string {
  return withoutAccents(norm).split('-')[0] ?? '';
}

function withoutAccents(norm: string): string {
  return /[^a-z'-]/u.test(norm) ? norm.normalize('NFD').replaceAll(/\p{M}/gu, '') : norm;
}

function nameKindOf(firstName: string): Word['nameKind'] {
  if (people.wordNames.has(firstName)) return 'word';
  if (people.placeNames.has(firstName)) return 'place';
  if (people.givenNames.has(firstName)) return 'given';
  const isNobody =
    people.things.has(firstName) ||
    people.smallWords.has(firstName) ||
    people.prepositions.has(firstName) ||
    people.determiners.has(firstName) ||
    people.teams.has(firstName) ||
    isRole(firstName);
  return isNobody ? null : 'stranger';
}

function isPlainNoun(norm: string): boolean {
  return (
    people.plainNouns.has(norm) ||
    /(?:tion|sion|ment|ness|ity|ing|ance|ence|ship|ism|age|ly|ed|[^sui]s)$/u.test(norm)
  );
}

/** A "sous-chef" is a chef. */
function isRole(written: string): boolean {
  const { roles, rolePlurals } = people;
  const norm = written.slice(written.lastIndexOf('-') + 1);
  if (roles.has(written) || roles.has(norm) || rolePlurals.has(norm)) return true;
  if (norm.endsWith('s') && roles.has(norm.slice(0, -1))) return true;
  if (norm.endsWith('ies') && roles.has(`${norm.slice(0, -3)}y`)) return true;
  return /(?:ologist|person|worker|keeper|woman|maker|holder|leader|manager|assistant)s?$/u.test(norm);
}

function isDoer(norm: string): boolean {
  const single = norm.endsWith('s') ? norm.slice(0, -1) : norm;
  return (
    /...(?:[^ltnp]er|[nltp]{2}er|ier|eer|ist|ician|smith|wright|[^uomr]man|[^uomr]men)$|.....(?:er|[^t]or|[^a]tor|ant)$/u.test(
      single,
    ) && !people.tools.has(single)
  );
}
