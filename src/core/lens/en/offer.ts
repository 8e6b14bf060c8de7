import type { Category, KindWord, Question, Rewording } from '../finding.ts';
import type { Match, Read } from '../pattern.ts';
import { isComplete, particles, thingAt } from './noun-phrase.ts';
import type { Thing } from './noun-phrase.ts';
import { normsAt, saidAt, skip, wantedAt } from './said.ts';
import type { Said } from './said.ts';
import { fromParticiple } from './verbs.ts';

/** What to write instead of a phrase; null where it isn't sure to be grammatical, or honest. */
export function rewordingOf(category: Category, match: Match, read: Read, text: string): Rewording | null {
  if (category !== 'named_agent' && category !== 'omission') return null;
  return withoutBy(match, read, text) ?? passive(match, read, text);
}

/** What to think about instead: the category's question where none can be built. */
export function thoughtOf(
  category: Category,
  question: string,
  match: Match,
  read: Read,
  text: string,
): Question | KindWord {
  if (category === 'self_blame') return { kind: 'kind word', text: question };
  const own = category === 'counterfactual' ? howEasy(match, read, text) : null;
  return { kind: 'question', text: own ?? question };
}

/** "Alan wiped the shared calendar" as "The shared calendar was wiped". */
function passive(match: Match, read: Read, text: string): Rewording | null {
  const from = match.shownFrom;
  if (!opensClause(read, from)) return null;
  for (const at of afterSomebody(read, from)) {
    const said = saidAt(read, at, isNobody(read, from));
    const thing = said === null ? null : acted(read, said);
    if (said === null || thing === null || thing.to < match.shownTo || isSpokenOfLater(read, thing.to))
      continue;
    const [start, end] = [startOf(read, from), endOf(read, thing.to)];
    return {
      kind: 'rewording',
      start,
      end,
      text: likeBefore(text, start, `${thing.words(text)} ${inPassive(said, thing)}`),
    };
  }
  return null;
}

interface Acted extends Thing {
  readonly particle: string;
  readonly words: (text: string) => string;
}

/** What it was done to, with "off" or "up" on either side of it, where nothing else belongs to it. */
function acted(read: Read, { verb, at, isNot }: Said): Acted | null {
  const { sentence } = read;
  const before = particleAt(read, at);
  const thing = thingAt(read, before === '' ? at : at + 1);
  if (thing === null || (isNot && thing.isAny)) return null;
  const after = before === '' ? particleAt(read, thing.to) : '';
  const isPlaced = placing.has(verb.base);
  const hasAfter = after !== '' && isComplete(read, thing.to + 1, isPlaced);
  const to = hasAfter ? thing.to + 1 : thing.to;
  if (!isComplete(read, to, isPlaced)) return null;
  const words = (text: string): string =>
    text.slice(sentence[thing.from]?.start, sentence[thing.to - 1]?.end);
  return { ...thing, to, particle: hasAfter ? after : before, words };
}

function particleAt({ sentence }: Read, at: number): string {
  const norm = sentence[at]?.norm ?? '';
  return particles.has(norm) ? norm : '';
}

const placing = new Set(
  'put move leave place store file enter paste drop spill copy pour set send pack load park'.split(' '),
);

function inPassive({ verb, isNot, time }: Said, { isPlural, particle }: Acted): string {
  const [first = '', rest] = isPlural
    ? time.replace('was', 'were').replace('has', 'have').split(' ')
    : time.split(' ');
  return [first, isNot ? 'not' : '', rest, verb.participle, particle].filter(Boolean).join(' ');
}

/** "The tray was dropped by Alan" without its end. */
function withoutBy(match: Match, read: Read, text: string): Rewording | null {
  const by = read.sentence.findIndex(
    ({ norm }, i) => norm === 'by' && i > match.shownFrom && i < match.shownTo,
  );
  const isWhole = by > 0 && read.people.at(by + 1)?.ends.includes(match.shownTo) === true;
  if (!isWhole || !isPassive(read, by)) return null;
  const start = startOf(read, match.shownFrom);
  return {
    kind: 'rewording',
    start,
    end: endOf(read, match.shownTo),
    text: text.slice(start, endOf(read, by)),
  };
}

/** "Was dropped" or "was not checked" stands before this word. */
function isPassive(read: Read, at: number): boolean {
  const [third, second, last] = normsAt(read, at - 3);
  if (fromParticiple(last) === undefined) return false;
  return bes.has(second) || (second === 'not' && bes.has(third));
}

const bes = new Set('was were been being got'.split(' '));

/** "She should have checked the strap": what would have made it easy to check the strap? */
function howEasy(match: Match, read: Read, text: string): string | null {
  for (const at of afterSomebody(read, match.shownFrom)) {
    const wanted = wantedAt(read, skip(read, at));
    if (wanted === null) continue;
    const thing = acted(read, wanted);
    if (thing === null) continue;
    const words = [wanted.verb.base, thing.words(text), thing.particle].filter(Boolean).join(' ');
    return wanted.isNot ? `What made it easy to ${words}?` : `What would have made it easy to ${words}?`;
  }
  return null;
}

/** The words after whoever stands here, "it was Alan who" too. */
function afterSomebody({ sentence, people }: Read, from: number): readonly number[] {
  if (sentence[from]?.norm === 'whoever') return [];
  const isIt = sentence[from]?.norm === 'it' && ['was', "'s"].includes(sentence[from + 1]?.norm ?? '');
  return people.at(isIt ? from + 2 : from)?.ends ?? [];
}

function isNobody(read: Read, at: number): boolean {
  const [first, second] = normsAt(read, at);
  return first === 'nobody' || first === 'none' || ((first === 'no' || first === 'not') && second === 'one');
}

const joins = new Set('because since as after when but so while cos bc'.split(' '));

function opensClause({ sentence }: Read, at: number): boolean {
  const before = sentence[at - 1];
  return before === undefined || joins.has(before.norm) || '.,;:!?–—-'.includes(before.norm);
}

const references = new Set(
  'he she him his her hers they them their theirs himself herself themselves you your yours who whose'.split(
    ' ',
  ),
);

/** "…, and he left": without the name nobody knows who. */
function isSpokenOfLater({ sentence }: Read, from: number): boolean {
  return sentence.slice(from).some(({ norm }) => references.has(norm));
}

function likeBefore(text: string, start: number, words: string): string {
  const first = text[start] ?? '';
  const isLow = first === first.toLowerCase();
  return isLow || !opensLine(text, start) ? words : words.slice(0, 1).toUpperCase() + words.slice(1);
}

/** Nothing but a mark that ends a sentence stands before it. */
function opensLine(text: string, start: number): boolean {
  const before = text
    .slice(Math.max(0, start - 4), start)
    .trimEnd()
    .at(-1);
  return (
    before === undefined ||
    '.!?…\n'.includes(before) ||
    text.slice(Math.max(0, start - 4), start).includes('\n')
  );
}

function startOf({ sentence }: Read, at: number): number {
  return sentence[at]?.start ?? 0;
}

function endOf({ sentence }: Read, to: number): number {
  return sentence[to - 1]?.end ?? 0;
}
