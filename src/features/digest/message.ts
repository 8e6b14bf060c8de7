import type { KnownBlock } from '@slack/types';

import type { Digest, OwnLine, Told } from '../../core/digest/digest.ts';
import { longestDigest, ownLinesShown, stillHolds } from '../../core/digest/digest.ts';
import { fitted } from '../../core/digest/fit.ts';
import type { Part } from '../../core/digest/fit.ts';
import type { ListName } from '../../core/digest/pick.ts';
import type { Drawing } from '../../platform/slack/drawing.ts';
import { escaped, header, note, oneSentence, quoted, section, shortened } from '../blocks.ts';
import { dayInWords } from '../day.ts';
import { countOf, numberInWords, ordinal } from '../words.ts';
import { actsOn } from './acts.ts';
import { chartOf, figuresInWords, weeksInWords } from './figures.ts';
import { lengthOf, listBlock, quoteBlock, spoken, typed } from './pieces.ts';
import type { Line } from './pieces.ts';
import { lengthOfThanks, spokenThanks, thanksBlocks } from './thanks.ts';

/** One list of the digest. The first line of what was learned is quoted, and gets room. */
interface Listed extends Part<Line> {
  readonly name: ListName;
  readonly title: string;
  readonly quote: Line | null;
  /** Of the issues, the quoted one first. */
  readonly numbers: readonly number[];
}

/** The weekly digest. One that was never sent, and whose every line was taken back, is not worth a message. */
export function drawDigest(digest: Digest): Drawing {
  const told = tellingOf(digest);
  const title = `Digest · ${daysOf(digest)}`;
  if (told.blocks.length === 0) return { ...oneSentence(`*${title}* ${settled}`), isEcho: true };
  const { weeks, series } = digest.picked;
  return {
    text: shortened([title, ...told.spoken].join('\n'), longestText),
    blocks: [header(title), ...told.blocks, note(foot)],
    ...(weeks === null ? {} : { chart: chartOf(weeks, series) }),
  };
}

const settled = 'What stood here has been seen to by now, or was taken back.';

/** `chat.update` refuses a longer one; a digest is far from it. */
export const longestText = 3900;

const foot =
  'Comes once a week, and only when there is something to tell. An admin chooses when, in *Settings*.';

interface Telling {
  readonly blocks: readonly KnownBlock[];
  /** The same for a notification and a screen reader, line by line. */
  readonly spoken: readonly string[];
}

/** What there is to tell, without a head or a foot. */
export function tellingOf(digest: Digest): Telling {
  const { picked, lines, thanks } = digest;
  const numbers = numberLines(digest);
  const shown = ownLinesShown(lines);
  const own = [...shown.lines.map(ownInWords), ...othersAdd(shown.more)];
  const thanked = spokenThanks(thanks);
  const besides =
    [...numbers, ...own, picked.asksWhyQuiet ? whyQuiet : ''].join('').length + lengthOfThanks(thanks);
  const lists = fitted(listsOf(digest), longestDigest - besides, lengthOfList);
  const hasNews = lists.length + thanks.length + lines.length > 0 || picked.asksWhyQuiet;
  if (!hasNews) return { blocks: [], spoken: [] };
  return {
    blocks: [
      ...lists.flatMap((list) => [blockOf(list), ...actsOn(list.name, numbersIn(list))]),
      ...thanksBlocks(thanks),
      ...(picked.asksWhyQuiet ? [section(whyQuiet)] : []),
      ...shown.lines.flatMap(ownBlocks),
      ...othersAdd(shown.more).map(note),
      ...(numbers.length === 0 ? [] : [note(numbers.join('\n'))]),
    ],
    spoken: [
      ...lists.flatMap(spokenList),
      ...thanked,
      ...(picked.asksWhyQuiet ? [whyQuiet] : []),
      ...own,
      ...numbers,
    ],
  };
}

const whyQuiet =
  'Nothing was flagged for eight weeks. That says nothing yet about whether little gets in the way. What would make it easier to flag something here?';

const titles: Readonly<Record<ListName, string>> = {
  fixed: 'Fixed, and confirmed by those who met it',
  learned: 'Worth half a minute',
  cameBack: 'Came back',
  waiting: 'Waits for an owner. Anyone may take it, from any team',
  undecided: 'Needs a decision: an owner · not doing, because · look again on a date',
};

/** What got better first, and then what is asked of the reader. */
const order: readonly ListName[] = ['fixed', 'learned', 'cameBack', 'waiting', 'undecided'];

const inWords: Readonly<Record<ListName, (told: Told) => Line>> = {
  fixed: fixedLine,
  learned: learnedLine,
  cameBack: cameBackLine,
  waiting: plainLine,
  undecided: plainLine,
};

function listsOf({ picked, told }: Digest): Listed[] {
  return order.flatMap((name): Listed[] => {
    const { numbers, more } = picked[name];
    const there = numbers.flatMap((number) => told.get(number) ?? []);
    const shown = there.filter((it) => stillHolds(name, it));
    const [first] = shown;
    if (first === undefined) return [];
    const list = { name, title: titles[name], more, numbers: shown.map(({ number }) => number) };
    if (name !== 'learned') return [{ ...list, quote: null, lines: shown.map(inWords[name]) }];
    return [{ ...list, quote: quotedLine(first), lines: shown.slice(1).map(inWords[name]) }];
  });
}

/** Of those there was room for. */
function numbersIn({ numbers, lines, quote }: Listed): readonly number[] {
  return numbers.slice(0, lines.length + (quote === null ? 0 : 1));
}

function numberOf({ number, card }: Told): Line[number] {
  return { number, link: card };
}

function plainLine(told: Told): Line {
  return [numberOf(told), { ours: ' ' }, typed(told.text)];
}

/** With whom it helps, as far as anybody has said. */
function fixedLine(told: Told): Line {
  const { affected, met } = told;
  const people = met > 1 ? [{ ours: ` · ${met} people met it` }] : [];
  const helped = affected === null ? [] : [{ ours: ' · helps ' }, typed(affected, 60)];
  return [...plainLine(told), ...helped, ...people];
}

function learnedLine({ number, learning, post, card }: Told): Line {
  return [{ number, link: post ?? card }, { ours: ' ' }, typed(learning ?? '')];
}

function quotedLine({ number, learning, post, card }: Told): Line {
  return [typed(learning ?? '', 300), { ours: ' · ' }, { number, link: post ?? card }];
}

function cameBackLine(told: Told): Line {
  const { returns } = told;
  return [...plainLine(told), ...(returns > 0 ? [{ ours: ` · ${ordinal(returns)} return` }] : [])];
}

function withMore({ lines, more }: Part<Line>): readonly Line[] {
  return more === 0 ? lines : [...lines, [{ ours: `and ${more} more` }]];
}

function lengthOfList({ title, quote, ...part }: Listed): number {
  const lines = [...(quote === null ? [] : [quote]), ...withMore(part)];
  return lines.reduce((sum, line) => sum + lengthOf(line), title.length);
}

function blockOf({ title, quote, ...part }: Listed): KnownBlock {
  const head: Line = [{ ours: title, isBold: true }];
  const lines = withMore(part);
  if (quote === null) return listBlock(head, lines);
  const block = quoteBlock(head, quote);
  if (lines.length === 0) return block;
  const [, list] = listBlock(head, lines).elements;
  return list === undefined ? block : { ...block, elements: [...block.elements, list] };
}

function spokenList({ title, quote, ...part }: Listed): string[] {
  const lines = [...(quote === null ? [] : [quote]), ...withMore(part)];
  return [`${title}:`, ...lines.map((line) => `• ${spoken(line)}`)];
}

/** How the system responded, in small print; only beside news. */
function numberLines(digest: Digest): string[] {
  const { figures, weeks, series } = digest.picked;
  const responded = figuresInWords(figures);
  return [
    ...(responded === '' ? [] : [responded]),
    ...longestWait(digest),
    ...(weeks === null ? [] : [weeksInWords(weeks, series)]),
  ];
}

/** The issue without an owner for the longest. Where only one waits, there is nothing for it to be the longest of. */
function longestWait({ picked, told, zone, period }: Digest): string[] {
  const { longest, waiting, undecided } = picked;
  const issue = longest === null ? undefined : told.get(longest.number);
  if (longest === null || issue?.state !== 'open') return [];
  const since = dayInWords(longest.since.toZonedDateTimeISO(zone).toPlainDate(), period.to);
  const all = [waiting, undecided].reduce((sum, { numbers, more }) => sum + numbers.length + more, 0);
  const number = linked(issue);
  return [
    all > 1
      ? `Longest without an owner: ${number}, since ${since}.`
      : `${number} has waited for an owner since ${since}.`,
  ];
}

function linked({ number, card }: Told): string {
  return card === null ? `*#${number}*` : `<${card}|#${number}>`;
}

function adds({ slackUserId }: OwnLine): string {
  return slackUserId === null ? 'A lead adds:' : `<@${slackUserId}> adds:`;
}

function ownInWords(line: OwnLine): string {
  return `${adds(line)} ${escaped(line.text)}`;
}

/** There was no room for theirs. */
function othersAdd(more: number): string[] {
  const leads = countOf(more, 'lead', 'leads');
  return more === 0 ? [] : [`And ${numberInWords(more)} more ${leads} added a line.`];
}

function ownBlocks(line: OwnLine): KnownBlock[] {
  return [section(adds(line)), quoted(line.text)];
}

/** `16 to 23 November`, `30 November to 7 December`; `30 November` where it has only begun. */
export function daysOf({ period, zone }: Pick<Digest, 'period' | 'zone'>): string {
  const [from, to] = [period.from, period.to].map((it) => it.toZonedDateTimeISO(zone).toPlainDate());
  if (from === undefined || to === undefined) return '';
  const month = (day: typeof from): string => day.toLocaleString('en-GB', { month: 'long' });
  if (from.equals(to)) return `${from.day} ${month(from)}`;
  const isOneMonth = from.month === to.month && from.year === to.year;
  return `${from.day}${isOneMonth ? '' : ` ${month(from)}`} to ${to.day} ${month(to)}`;
}
