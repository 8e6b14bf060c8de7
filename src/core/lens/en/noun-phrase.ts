import type { Read } from '../pattern.ts';
import type { Sentence, Token } from '../text.ts';
import { auxiliaries, irregularPasts, prepositions, smallWords } from './common.ts';
import { fromPast } from './verbs.ts';

const wordSet = (text: string): ReadonlySet<string> => new Set(text.split(' '));

/** A thing, from its article to its last word, the end exclusive. */
export interface Thing {
  readonly from: number;
  readonly to: number;
  readonly isPlural: boolean;
  /** One of many, so that "not" would say something else: "a test". */
  readonly isAny: boolean;
}

const articles = wordSet('the a an our this that these those');
const plurals = wordSet('these those two three four five six seven eight nine ten');
const singulars = wordSet('a an this that');
const manyWithoutS = wordSet('people men women children mice');
const oneWithS = wordSet('gas bus lens news series canvas alias bias atlas');
const notInside = wordSet(
  'and or but nor all both again today yesterday tonight tomorrow twice once anyway outright wrong instead this that the a an my our your his her their its last next late early short long wrongly badly cm mm open only himself herself themselves itself myself yourself ourselves',
);

/** They end so and are things: "the fire training". Others say how something is: "the tap running". */
const thingsInIng = wordSet(
  'meeting training briefing booking building morning evening ceiling railing warning setting listing filing reading recording mailing shipping heating wiring cleaning parking lighting wedding painting drawing hearing viewing rating saving spring string ring king thing',
);

/** No things: "dropped the ball", "missed the boat". */
const sayings = wordSet('ball boat plot point mark bus bucket way side trigger line floor stage time lead');

const wordsAtMost = 5;

/**
 * The thing that begins here: an article, then plain words, and then something that can't belong to it. Null where
 * somebody is meant, or where the thing might go on.
 */
export function thingAt({ sentence, people }: Read, from: number): Thing | null {
  const first = sentence[from];
  if (first === undefined || first.isQuoted) return null;
  if (first.norm === 'it') return { from, to: from + 1, isPlural: false, isAny: false };
  if (!(articles.has(first.norm) || plurals.has(first.norm)) || people.at(from) !== null) return null;
  let to = from + 1;
  while (to - from <= wordsAtMost && isInside(sentence[to], to === from + 1)) to += 1;
  if (to === from + 1 || to - from > wordsAtMost) return null;
  const last = sentence[to - 1]?.norm ?? '';
  if (sayings.has(last)) return null;
  return { from, to, isPlural: isPlural(first.norm, last), isAny: first.norm === 'a' || first.norm === 'an' };
}

function isInside(token: Token | undefined, isFirst: boolean): boolean {
  if (token === undefined || token.isQuoted) return false;
  if (token.kind === 'number') return isFirst;
  const { norm, kind } = token;
  if (kind !== 'word' || norm === "'s" || norm === 'not') return false;
  return (
    (isFirst || !saysHowItIs(norm)) &&
    !prepositions.has(norm) &&
    !smallWords.has(norm) &&
    !notInside.has(norm) &&
    !auxiliaries.has(norm) &&
    !isVerb(norm) &&
    !particles.has(norm)
  );
}

/** "The door unlocked", "the tap running": how somebody left it, and no part of what it is. */
function saysHowItIs(norm: string): boolean {
  return /^un.+ed$/u.test(norm) || (norm.endsWith('ing') && !thingsInIng.has(norm));
}

function isVerb(norm: string): boolean {
  return irregularPasts.has(norm) && fromPast(norm) !== undefined;
}

/** Whether what comes next leaves no doubt that the thing, with its verb before it, is complete. */
export function isComplete({ sentence }: Read, at: number, isPlacing: boolean): boolean {
  const [token, next] = [sentence[at], sentence[at + 1]];
  if (token === undefined || '.;!?…'.includes(token.norm)) return true;
  if (token.norm === ',' || token.norm === 'and') return next !== undefined && subjects.has(next.norm);
  if (next?.norm.endsWith('ing') === true && next.kind === 'word') return false;
  if (adverbs.has(token.norm)) return !doesMore(sentence, at);
  if (isPlacing && places.has(token.norm)) return true;
  return (
    ['on', 'at', 'in'].includes(token.norm) &&
    next !== undefined &&
    (next.kind === 'number' || times.has(next.norm))
  );
}

/** "… twice a day and walk it": the same person does something else as well. */
function doesMore(sentence: Sentence, from: number): boolean {
  return sentence.some(
    ({ norm }, i) =>
      i > from && (norm === 'and' || norm === 'or') && !subjects.has(sentence[i + 1]?.norm ?? ''),
  );
}

const subjects = wordSet('we i it nobody everyone everything now so but that this again which');
const adverbs = wordSet(
  'because so since when while again today yesterday tonight last twice until yet before after during',
);
const places = wordSet('in on at into onto to from over under near behind with');
const times = wordSet(
  'monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december night lunch noon midnight christmas',
);
export const particles = wordSet('up over out off down away on in back');

function isPlural(article: string, last: string): boolean {
  if (plurals.has(article) || manyWithoutS.has(last)) return true;
  if (singulars.has(article) || oneWithS.has(last)) return false;
  return last.endsWith('s') && !/(?:ss|us|is)$/u.test(last);
}
