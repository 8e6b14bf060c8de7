import type { Match, Read } from '../pattern.ts';
import { normAt } from '../text.ts';
import type { Sentence } from '../text.ts';
import { isPast, prepositions, smallWords } from './common.ts';
import { isHarmless, isSeenTo } from './harmless.ts';

/**
 * Whether the sentence itself gives a reason outside the person: "… because the form hides it", "…, his bus broke
 * down", or "the labels look alike, so …". Consequences are none: "and the till was short".
 */
export function excusesIn(read: Read): (match: Match) => boolean {
  const { sentence } = read;
  let last: number | undefined;
  return (match) =>
    isSupposed(match, sentence) ||
    isWithout(match, sentence) ||
    isHarmless(match, sentence) ||
    match.shownTo <= (last ??= lastReason(read)) ||
    isAfterReason(match, sentence);
}

/** Where the last reason begins that holds for all before it; -1 where there is none. */
function lastReason({ sentence, people }: Read): number {
  return sentence.findLastIndex(
    (_, i) =>
      isSeenTo(sentence, i) ||
      isMeant(sentence, i) ||
      isBecauseOf(sentence, i, people) ||
      isReason(sentence, i, people) ||
      isAside(sentence, i, people),
  );
}

/** "… because the form hides it". */
function isReason(sentence: Sentence, at: number, people: Read['people']): boolean {
  const norm = sentence[at]?.norm ?? '';
  if (norm === 'as' && witnesses.has(sentence[at + 2]?.norm ?? '')) return false;
  if (reasons.has(norm) && !isComparison(sentence, at) && isOutside(sentence, at + 1, people)) return true;
  const next = sentence[at + 1]?.norm ?? '';
  return plainly.has(norm) && (ours.has(next) || isThing(sentence, at + 1, people));
}

/** "…, the labels look alike". */
function isAside(sentence: Sentence, at: number, people: Read['people']): boolean {
  if (!asides.has(normAt(sentence, at)) || isSummary(sentence, at + 1)) return false;
  return isOutside(sentence, at + 1, people) && tellsState(sentence, at + 2);
}

const asides = new Set(',;:–—-');

/** "If a guest takes the wrong key, …", "when staff rush, …": nobody has. */
function isSupposed({ shownFrom, shownTo }: Match, sentence: Sentence): boolean {
  const before = sentence[shownFrom - 1]?.norm ?? '';
  if (before !== 'when') return supposing.has(before);
  return shownFrom === 1 && !sentence.slice(shownFrom, shownTo).some(({ norm }) => isPast(norm));
}

/** "The fitters had no drawings and guessed …". */
function isWithout({ shownFrom, shownTo }: Match, sentence: Sentence): boolean {
  const [had, and] = [' had no ', ' and '].map((it) =>
    ` ${sentence
      .slice(shownFrom, shownTo)
      .map(({ norm }) => norm)
      .join(' ')} `.indexOf(it),
  );
  return had !== undefined && and !== undefined && had > 0 && and > had;
}

const supposing = new Set(['whenever', 'if', 'unless', 'whether', 'case', 'lest']);

const reasons = new Set(['because', 'since', 'as', 'cos', 'bc', 'coz', 'cause', 'while', 'due', 'owing']);

const plainly = new Set(['because', 'cos', 'bc', 'coz']);
const ours = new Set(['we', 'i']);

/** "Same as the shower", "as soon as the…". */
function isComparison(sentence: Sentence, at: number): boolean {
  if (sentence[at]?.norm !== 'as') return false;
  return comparing.has(sentence[at - 1]?.norm ?? '') || sentence[at + 2]?.norm === 'as';
}

const comparing = new Set([
  'same',
  'simple',
  'such',
  'so',
  'well',
  'soon',
  'long',
  'far',
  'much',
  'known',
  'just',
  'fast',
  'exactly',
]);

/** "For the upgrade", "to free the child", "as planned". */
function isMeant(sentence: Sentence, at: number): boolean {
  const norm = sentence[at]?.norm ?? '';
  if (norm === 'as') return isAsAlways(sentence, at + 1);
  if (norm === 'when') return isAlarm(sentence, at + 1);
  if (norm === 'to') return rescues.has(sentence[at + 1]?.norm ?? '') || isGettingOut(sentence, at + 1);
  return norm === 'for' && [1, 2, 3].some((i) => works.has(sentence[at + i]?.norm ?? ''));
}

/** "When the fire alarm rang". */
function isAlarm(sentence: Sentence, at: number): boolean {
  return [0, 1, 2].some((i) => alarms.has(sentence[at + i]?.norm ?? ''));
}

const alarms = new Set(['alarm', 'fire', 'power', 'siren', 'bell', 'storm', 'evacuation', 'ambulance']);

/** "To get the child out". */
function isGettingOut(sentence: Sentence, at: number): boolean {
  const isGetting = sentence[at]?.norm === 'get';
  return (
    isGetting &&
    [1, 2, 3, 4].some((i) => ['out', 'down', 'free', 'off'].includes(sentence[at + i]?.norm ?? ''))
  );
}

/** "…, that's the whole story", "…, the tiles are lifting": it sums up, or it follows. */
function isSummary(sentence: Sentence, at: number): boolean {
  const [first = '', second = '', third = '', fourth = ''] = [0, 1, 2, 3].map(
    (i) => sentence[at + i]?.norm ?? '',
  );
  if (first === 'that' && ["'s", 'is', 'was'].includes(second))
    return ['the', 'it', 'why', 'how', 'what', 'all'].includes(third);
  const isGoingOn = (verb: string, next: string): boolean =>
    ['is', 'are'].includes(verb) && /.ing$/u.test(next);
  return isGoingOn(third, fourth) || isGoingOn(fourth, sentence[at + 4]?.norm ?? '');
}

const rescues = new Set(['rescue', 'free', 'reach', 'stop', 'prevent', 'protect']);
const works = new Set(
  'upgrade maintenance migration patching drill inspection servicing drills inspections'.split(' '),
);

/** "As planned", "as they do each evening": it is what is always done, or what somebody asked for. */
function isAsAlways(sentence: Sentence, at: number): boolean {
  const [first = '', second = '', third = ''] = [0, 1, 2].map((i) => sentence[at + i]?.norm ?? '');
  return asked.has(first) || (does.has(second) && often.has(third));
}

const asked = new Set(
  'planned agreed instructed asked told requested required trained scheduled advised directed'.split(' '),
);
const does = new Set(['do', 'does', 'did']);
const often = new Set(['each', 'every', 'on', 'most', 'any']);

const openers = new Set(
  'the a an his her their its our my it there that this no both these those all nobody to'.split(' '),
);

/** Nobody acts in what begins here: it speaks of a thing, or of what was done to somebody. */
function isOutside(sentence: Sentence, at: number, people: Read['people']): boolean {
  const norm = sentence[at]?.norm ?? '';
  if (norm === 'to' && sentence[at + 1]?.norm === 'which') return false;
  const person = people.at(at);
  if (person !== null && person.kind !== 'pronoun' && person.kind !== 'you')
    return person.kind === 'team' && person.ends.some((end) => isLacking(sentence, end));
  if (['he', 'she', 'they'].includes(norm)) return isPassive(sentence, at + 1);
  if (norm === 'which')
    return !['how', 'why', 'when', 'what', 'where'].includes(sentence[at + 2]?.norm ?? '');
  return openers.has(norm);
}

/** "Because of the fog". */
function isBecauseOf(sentence: Sentence, at: number, people: Read['people']): boolean {
  if (normAt(sentence, at) !== 'because' || normAt(sentence, at + 1) !== 'of') return false;
  return ['the', 'a', 'an', 'this', 'that'].includes(normAt(sentence, at + 2)) && people.at(at + 2) === null;
}

/** "PagerDuty was ringing the old number", "alerts were off". */
function isThing(sentence: Sentence, at: number, people: Read['people']): boolean {
  const token = sentence[at];
  if (people.at(at) !== null) return false;
  if (token?.kind !== 'word' || smallWords.has(token.norm) || prepositions.has(token.norm)) return false;
  return (
    [1, 2, 3].some((i) => states.has(sentence[at + i]?.norm ?? '')) ||
    (token.isCapital && tellsState(sentence, at + 1))
  );
}

/** "The office was closed", "the store had been out of gloves". */
function isLacking(sentence: Sentence, at: number): boolean {
  const [first = '', second = '', third = ''] = [0, 1, 2].map((i) => sentence[at + i]?.norm ?? '');
  if (['was', 'were', 'is', 'are'].includes(first)) return lacks.has(second);
  return (
    ['had', 'has', 'have'].includes(first) &&
    (second === 'no' || lacks.has(second === 'been' ? third : second))
  );
}

const lacks = new Set('closed shut out full empty away off short locked understaffed run'.split(' '));

const undergone = new Set(
  'told given asked shown trained sent called off away alone in on at with out ill sick busy new without dealing working covering stuck locked under'.split(
    ' ',
  ),
);

function isPassive(sentence: Sentence, at: number): boolean {
  const [verb = '', next = '', after = ''] = [0, 1, 2, 3]
    .map((i) => sentence[at + i]?.norm ?? '')
    .filter((norm) => !['still', 'just', 'also', 'already', 'all', 'both'].includes(norm));
  if (['had', 'have', 'has'].includes(verb)) return next !== 'done';
  if (['could', 'can'].includes(verb) && next === 'not') return true;
  if (!['was', 'were', 'is', 'are', "'s", 'got'].includes(verb)) return false;
  return undergone.has(next) || (next === 'not' && undergone.has(after));
}

const states = new Set(
  "is are was were 's has have had does do did went goes gives gave shows showed looks look said says hides hid expired broke fell ran came comes closed shut opens bounced runs needs wears prints printed lies sits stands takes took uses used reads".split(
    ' ',
  ),
);

/** "…, the camera shows it" is no reason. */
const witnesses = new Set('cctv camera cameras footage video log logs records record proof'.split(' '));
const shown = new Set(['it', 'him', 'her', 'them', 'everything']);

/** Within the next words something is or was so, or did not work. */
function tellsState(sentence: Sentence, at: number): boolean {
  if (witnesses.has(sentence[at]?.norm ?? '') && shown.has(sentence[at + 2]?.norm ?? '')) return false;
  for (let i = at; i < at + 7; i += 1) {
    const norm = sentence[i]?.norm ?? '.';
    if (states.has(norm)) return sentence[i + 1]?.norm !== 'now';
    if (/^[.,;:!?]$/u.test(norm)) return false;
  }
  return false;
}

/** "…, so Raj pressed the other one", "the labels are so alike that Raj took …". */
function isAfterReason(match: Match, sentence: Sentence): boolean {
  const before = sentence[match.shownFrom - 1]?.norm ?? '';
  if (before === 'that')
    return sentence.slice(0, match.shownFrom).some(({ norm }) => norm === 'so' || norm === 'such');
  return before === 'so' && match.shownFrom > 3;
}
