import type { Match } from '../pattern.ts';
import { normAt } from '../text.ts';
import type { Sentence } from '../text.ts';
import { isPast } from './common.ts';

/**
 * Whether the sentence itself shows that no harm came of it: it was put right, asked for or seen to, or nobody needed
 * the thing any more.
 */
export function isHarmless(match: Match, sentence: Sentence): boolean {
  const norms = sentence.map(({ norm }) => norm);
  return (
    isLogged(norms, match) || isPutRight(norms, match) || isSpent(norms, match) || isFollowedUp(norms, match)
  );
}

/** Whether what stands before this was asked for, reported, or no longer needed. */
export function isSeenTo(sentence: Sentence, at: number): boolean {
  return isReported(sentence, at) || isOrdered(sentence, at) || isHandedOn(sentence, at);
}

const set = (text: string): ReadonlySet<string> => new Set(text.split(' '));

type Norms = readonly string[];

/** "At 09:30 Kwesi unplugged the switch and …": a line of a timeline, with a deed of any working day. */
function isLogged(norms: Norms, { shownFrom, shownTo }: Match): boolean {
  const isTimed = norms.slice(0, 2).some((norm) => /^\d{1,2}(?:[:.]\d\d|am|pm)/u.test(norm));
  return isTimed && norms.slice(shownFrom, shownTo).some((norm) => daily.has(norm));
}

const daily = set(
  'unplugged wiped deleted killed cut purged binned tipped disabled dropped burned broke stopped cancelled overwrote',
);

/** "… and enabled it again at four", "… and pulled a new one", "… and then remembered". */
function isPutRight(norms: Norms, { shownFrom }: Match): boolean {
  const isMended = norms.some(
    (norm, i) => i > shownFrom && mended.has(norm) && joins.has(norms[i - 1] ?? ''),
  );
  if (isMended) return true;
  const and = norms.findIndex((norm, i) => i > shownFrom && norm === 'and' && isPast(norms[i + 1] ?? ''));
  if (and < 0 || norms[and + 1] === 'did') return false;
  const next = norms.slice(and + 2, and + 6).join(' ');
  return /\b(?:(?:it|them|one) (?:back|again)|new one)\b/u.test(next);
}

const joins = set('and then');
const mended = set(
  'remembered corrected fixed repaired replaced restored apologised mended cleaned reversed refunded',
);

/** "Cut the old cable", "ripped up 40 metres of the old track": nobody needs it any more. */
function isSpent(norms: Norms, { shownFrom, shownTo }: Match): boolean {
  const cleared = norms.findIndex((norm, i) => i >= shownFrom && i < shownTo && clearing.has(norm));
  if (cleared < 0) return false;
  return norms
    .slice(cleared + 1, cleared + 8)
    .some((norm, i) => spent.has(norm) && (i < 2 || norms[cleared + i] === 'the'));
}

const clearing = set(
  'cut dumped deleted wiped binned tore ripped threw purged shredded smashed broke burned burnt scrapped killed removed crushed',
);
const spent = set('old expired obsolete redundant unused duplicate leftover outdated empty spare dummy test');

/** "… on the doctor's advice", "at the request of the ward". */
function isOrdered(sentence: Sentence, at: number): boolean {
  if (!orders.has(normAt(sentence, at))) return false;
  if (!whose.has(normAt(sentence, at - 1)) && !['of', 'from'].includes(normAt(sentence, at + 1)))
    return false;
  const before = sentence.slice(Math.max(0, at - 5), at).map(({ norm }) => norm);
  return (
    before.some((norm) => following.has(norm)) && !before.includes('against') && !before.includes('without')
  );
}

const orders = set('advice instruction instructions orders order request recommendation');
const whose = set("'s his her their our my your medical legal safety");
const following = set('on at by under following');

/** "Before they were sold", "before we gave it back". */
function isHandedOn(sentence: Sentence, at: number): boolean {
  return (
    normAt(sentence, at) === 'before' && sentence.slice(at + 2, at + 6).some(({ norm }) => handedOn.has(norm))
  );
}

const handedOn = set(
  'sold scrapped recycled returned shipped collected donated gave sent handed disposed replaced',
);

/** "… and called the ward": whoever left it saw to it. */
function isReported(sentence: Sentence, at: number): boolean {
  if (normAt(sentence, at) !== 'and' || !reporting.has(normAt(sentence, at + 1))) return false;
  return !['nobody', 'no'].includes(normAt(sentence, at + 2));
}

const reporting = set('called rang phoned reported flagged warned alerted');

/** "The customer did not reply, so we sent a letter": it tells what was done next. */
function isFollowedUp(norms: Norms, { shownTo }: Match): boolean {
  return /^(?:reply|answer|respond|call) , so (?:we|i)$/u.test(
    norms.slice(shownTo - 1, shownTo + 3).join(' '),
  );
}
