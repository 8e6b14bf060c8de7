import { isClauseMark } from '../clause.ts';
import { lazily } from '../lazily.ts';
import type { Match, Read } from '../pattern.ts';
import { normAt } from '../text.ts';
import type { Sentence } from '../text.ts';

const words = (text: string): ReadonlySet<string> => lazily(() => text.trim().split(/\s+/u));

/**
 * Whether the clause that holds it denies it: "it isn't Raj's doing", "nobody says that Ana forgot", "we can't put this
 * on Leon". Not so where what is denied is something else: "I can't believe Ana forgot", "nobody noticed that Ana
 * forgot", "I'm not working with these clowns", "isn't that careless?".
 */
export function isDenied({ shownFrom }: Match, { sentence }: Read): boolean {
  if (normAt(sentence, shownFrom - 1) === 'whether' || isOurs(sentence, shownFrom)) return true;
  if (isInverted(sentence, shownFrom)) return true;
  if (opening.has(normAt(sentence, shownFrom))) return false;
  for (let i = shownFrom - 1; i >= 0 && !isClauseMark(sentence[i]); i -= 1) {
    const norm = normAt(sentence, i);
    if (standing.has(norm) || (restarting.has(norm) && normAt(sentence, i - 1) !== 'not')) return false;
    if (denies(sentence, i, shownFrom)) return true;
  }
  return false;
}

/** "Have you misread the list?": it asks, and nothing is said to be so. */
function isInverted(sentence: Sentence, at: number): boolean {
  return inverting.has(normAt(sentence, at - 1)) && (at === 1 || isClauseMark(sentence[at - 2]));
}

const inverting = words('have has');

/** "My team dropped the ball": an admission. */
function isOurs(sentence: Sentence, at: number): boolean {
  if (normAt(sentence, at) === 'nobody' && isOurs(sentence, at + 2)) return true;
  if (['my', 'our'].includes(normAt(sentence, at)) && ownGroups.has(normAt(sentence, at + 1))) return true;
  return isOfUs(sentence, at);
}

/** "We were too slow": what is said is said of us. */
function isOfUs(sentence: Sentence, at: number): boolean {
  let i = at - 1;
  while (i > at - 4 && (be.has(normAt(sentence, i)) || normAt(sentence, i) === 'just')) i -= 1;
  return i < at - 1 && normAt(sentence, i) === 'we';
}

const ownGroups = words('team crew shift squad side end department unit');

/** What begins with these explains something that is so, however much "not" stands before it. */
const opening = words('due because since as cos bc thanks owing if had until unless on down rocket brain');

/** With these a new clause begins. After "that" the old one goes on. */
const restarting = words(`
and but yet so because since as while although though when whenever if unless until till before after once which then or cause
cos coz bc now why how what who whom whose where whether due thanks owing down
`);

/** What follows these is so, whether or not they are denied: "he did not tell us that …". */
const standing = words(`
know knew known knows notice noticed realise realised realize realized told see saw seen hear heard remember forget
forgotten understand understood change changes alter matter matters explain explains excuse doubt denying wonder secret only
surprised surprise surprising happy pleased impressed amused glad sure acceptable okay ok good first second time stand forgive
`);

const denying = words('not never');
const be = words("is are was were be been am 's");
const helpers = words('do does did would will can could should must may might shall to please have has had');

/** Of what is said or held to be so: with a denial before it it isn't. */
const saying = words(`
say says said saying think thinks thought thinking mean means meant meaning suggest suggests suggested suggesting imply implies
implied implying claim claims claimed claiming call calls called calling accuse accuses accused accusing let
lets letting put puts putting pin pins pinning pretend pretends pretending write conclude concludes assume assumes assumed
assuming agree agrees accept treat treating count show shows showed suppose supposes prove proves proved argue argues arguing
blame blaming discipline disciplining punish punishing sack sacking fire firing suspend retrain retraining dismiss demote reprimand ban dock
`);

/** Nouns of which there is none: "no sign of human error". */
const signs = words('sign signs evidence suggestion indication proof hint truth way case');

function denies(sentence: Sentence, at: number, match: number): boolean {
  const norm = normAt(sentence, at);
  const next = normAt(sentence, at + 1);
  if (norm === 'without') return true;
  if (norm === 'not' && next === 'that' && (at === 0 || isClauseMark(sentence[at - 1]))) return true;
  if (norm === 'nor' || norm === 'neither') return at + 1 === match || be.has(next);
  if (norm === 'no' && next !== 'one') return signs.has(next);
  if (norm === 'nobody' || norm === 'no') return isSaid(sentence, at, match);
  return denying.has(norm) && deniesVerb(sentence, at, match);
}

function deniesVerb(sentence: Sentence, at: number, match: number): boolean {
  const before = normAt(sentence, at - 1);
  const next = normAt(sentence, at + 1);
  if (be.has(before) && aiming.has(next)) return isSaid(sentence, at, match);
  if (be.has(before)) return !isAsked(sentence, at - 1) && isOfBeing(next);
  if (next === 'believe') return doing.has(before);
  return (helpers.has(before) || normAt(sentence, at) === 'never') && isSaid(sentence, at, match);
}

const doing = words('do does did');
const aiming = words('going looking trying here about planning aiming out');

/** "Isn't that careless?" asks for a yes. */
function isAsked(sentence: Sentence, at: number): boolean {
  return (at === 0 || isClauseMark(sentence[at - 1])) && sentence.at(-1)?.norm === '?';
}

/** "I'm not working with …" denies the work; "I'm not saying that …" what is said. */
function isOfBeing(next: string): boolean {
  return !next.endsWith('ing') || saying.has(next);
}

function isSaid(sentence: Sentence, at: number, match: number): boolean {
  for (let i = at + 1; i <= match && i <= at + saidWithin; i += 1)
    if (saying.has(normAt(sentence, i))) return true;
  return false;
}

const saidWithin = 5;
