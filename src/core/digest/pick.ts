import type { Temporal } from 'temporal-polyfill';

import type { Impact } from '../issue.ts';
import { isBefore, laterOf } from '../moments.ts';
import { figuresOf } from '../numbers.ts';
import type { Figure, Numbers } from '../numbers.ts';
import { harmOf } from '../owed.ts';
import { isQuiet, isWorthAChart, seriesOfSeveral } from './weeks.ts';
import type { Series, Week } from './weeks.ts';

/** An issue as far as it matters for whether it goes in. */
export interface Candidate {
  readonly number: number;
  readonly impact: Impact | null;
  /** How many people met it. */
  readonly met: number;
}

/** Without an owner; how often it was in a digest so far, as waiting and as a decision. */
export interface WaitingCandidate extends Candidate {
  readonly asWaiting: number;
  readonly asDecision: number;
}

export interface LearnedCandidate extends Candidate {
  readonly isWrittenUp: boolean;
}

/** A line of thanks that both agree to show, and no digest has shown yet. */
export interface ThanksRef {
  readonly number: number;
  /** The version of the issue that the line made. */
  readonly seq: number;
}

/** What is kept of each list: a few to choose from, the first ones first, and how many there are in all. */
export interface Found<Row> {
  readonly rows: readonly Row[];
  readonly total: number;
}

/** All that the rules need to know of a period, and of the digests before it. */
export interface Gathered {
  readonly fixed: Found<Candidate>;
  readonly learned: Found<LearnedCandidate>;
  /** Not in two digests as waiting yet. */
  readonly waiting: Found<WaitingCandidate>;
  /** In two digests as waiting, and still without an owner. */
  readonly undecided: Found<WaitingCandidate>;
  readonly cameBack: Found<Candidate>;
  /** The oldest first. */
  readonly thanks: readonly ThanksRef[];
  readonly weeks: readonly Week[];
  readonly numbers: Numbers;
  /** When something was flagged last; `null`: never. */
  readonly lastFlagAt: Temporal.Instant | null;
  /** Where the first period began. */
  readonly watchedSince: Temporal.Instant;
  /** The end of the last digest that asked why it is quiet. */
  readonly askedAt: Temporal.Instant | null;
  /** How many lines leads have added. */
  readonly lines: number;
}

export const listNames = ['fixed', 'learned', 'waiting', 'undecided', 'cameBack'] as const;
export type ListName = (typeof listNames)[number];

/** Which issues a list shows, and how many there are besides. */
export interface List {
  readonly numbers: readonly number[];
  readonly more: number;
}

/** What goes into a digest. It names issues and holds figures; what they say is read when it is drawn. */
export interface Picked extends Readonly<Record<ListName, List>> {
  readonly thanks: readonly ThanksRef[];
  readonly asksWhyQuiet: boolean;
  readonly figures: readonly Figure[];
  readonly longest: Numbers['longest'];
  /** What a chart shows; `null`: there is none. */
  readonly weeks: readonly Week[] | null;
  /** Of these, the lines that tell of no one. */
  readonly series: readonly Series[];
}

/** An issue is shown so often as waiting; after that somebody has to decide. */
export const mostAsWaiting = 2;

/** Each of these has a button below its list. */
export const mostToActOn = 3;

/** The first of what was learned gets room, the others a line. */
const most: Readonly<Record<ListName, number>> = {
  fixed: 4,
  learned: 4,
  waiting: mostToActOn,
  undecided: mostToActOn,
  cameBack: 3,
};

/** What there is no room for comes in the next one. */
const mostThanks = 2;

/** Agreed to longer before the period than this, a line that there was no room for is no news any more. */
export const thanksMayWaitHours = 24 * 21;

/** How many of each list are worth reading from the database. */
export const mostCandidates = 20;

/** What goes in; `null`: nothing of it is worth a reader's time. */
export function pick(gathered: Gathered, to: Temporal.Instant, zone: string): Picked | null {
  const { weeks, numbers } = gathered;
  const asksWhyQuiet = shouldAsk(gathered, to, zone);
  const series = seriesOfSeveral(numbers.several.chart);
  const picked: Picked = {
    fixed: listOf('fixed', gathered.fixed, byPeopleHelped),
    learned: listOf('learned', gathered.learned, byWorth),
    waiting: listOf('waiting', gathered.waiting, byHarm),
    undecided: listOf('undecided', gathered.undecided, byNeglect),
    cameBack: listOf('cameBack', gathered.cameBack, byHarm),
    thanks: gathered.thanks.slice(0, mostThanks),
    asksWhyQuiet,
    figures: figuresOf(numbers),
    longest: numbers.longest,
    weeks: isWorthAChart(weeks, series) ? weeks : null,
    series,
  };
  return isWorthReading(picked, gathered) ? picked : null;
}

/**
 * With what happened in the periods before it, the latest first, whose digests nobody could read. What waits, or is to be
 * thanked for, it has found by itself.
 */
export function withUntold(picked: Picked, untold: readonly Picked[]): Picked {
  const withTheirs = (name: ListName): List => {
    const lists = [picked, ...untold].map((it) => it[name]);
    const numbers = [...new Set(lists.flatMap((it) => it.numbers))];
    return { numbers, more: lists.reduce((sum, { more }) => sum + more, 0) };
  };
  return {
    ...picked,
    fixed: withTheirs('fixed'),
    learned: withTheirs('learned'),
    cameBack: withTheirs('cameBack'),
  };
}

/** Figures alone, or decisions that were asked for before, are not. */
function isWorthReading(picked: Picked, { undecided, lines }: Gathered): boolean {
  const isNew = (number: number): boolean =>
    undecided.rows.some((row) => row.number === number && row.asDecision === 0);
  const { fixed, learned, waiting, cameBack, thanks } = picked;
  const isListed = [fixed, learned, waiting, cameBack].some(({ numbers }) => numbers.length > 0);
  const hasNews = isListed || thanks.length > 0 || lines > 0;
  return hasNews || picked.undecided.numbers.some(isNew) || picked.asksWhyQuiet;
}

/** Once, until something is flagged again. */
function shouldAsk(
  { lastFlagAt, watchedSince, askedAt }: Gathered,
  to: Temporal.Instant,
  zone: string,
): boolean {
  const since = lastFlagAt === null ? watchedSince : laterOf(lastFlagAt, watchedSince);
  const hasAsked = askedAt !== null && (lastFlagAt === null || isBefore(lastFlagAt, askedAt));
  return !hasAsked && isQuiet(to, since, zone);
}

type Order<Row> = (a: Row, b: Row) => number;

function listOf<Row extends Candidate>(name: ListName, { rows, total }: Found<Row>, order: Order<Row>): List {
  const numbers = rows
    .toSorted(order)
    .slice(0, most[name])
    .map(({ number }) => number);
  return { numbers, more: Math.max(0, total - numbers.length) };
}

function byPeopleHelped(a: Candidate, b: Candidate): number {
  return b.met - a.met || byHarm(a, b);
}

function byWorth(a: LearnedCandidate, b: LearnedCandidate): number {
  return Number(b.isWrittenUp) - Number(a.isWrittenUp) || byPeopleHelped(a, b);
}

function byNeglect(a: WaitingCandidate, b: WaitingCandidate): number {
  return a.asDecision - b.asDecision || byHarm(a, b);
}

/** What hurts most comes first, and of what is alike the oldest. */
function byHarm(a: Candidate, b: Candidate): number {
  return harmOf(b) - harmOf(a) || a.number - b.number;
}
