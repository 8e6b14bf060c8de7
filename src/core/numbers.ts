import type { Temporal } from 'temporal-polyfill';

/** The median of how long it took, and of how many issues. */
export interface Median {
  readonly seconds: number;
  readonly of: number;
}

/** How the system responded in some time. Of issues, and never of people. */
export interface Response {
  /** From when it could be seen to the first of `firstAnswers`; of those first answered in that time. */
  readonly firstAnswer: Median | null;
  readonly claim: Median | null;
  readonly confirmation: Median | null;
  /** Asks for support of that time that nobody called back, and how many of them somebody answered, or promised to see to. */
  readonly asked: number;
  readonly answered: number;
  /** How long that took. */
  readonly support: Median | null;
  /** How many were called solved in that time, and what has become of them. */
  readonly solved: number;
  readonly confirmed: number;
  /** Nobody who met it has said whether it is fixed, and the reporter is not waited for any more. */
  readonly unconfirmed: number;
  /** Fixes of which it became known in that time that they hold, a month after they were confirmed. */
  readonly held: number;
  /** Fixes that came back in that time. */
  readonly cameBack: number;
}

/** Whether `severalPeople` are behind what is counted in some time: a yes or no, and never who, or how many. */
export interface Several {
  /** They gave the first answers. */
  readonly firstAnswer: boolean;
  /** They claimed. */
  readonly claim: boolean;
  /** The fixes that were confirmed are theirs, and as many flagged what they fix. */
  readonly confirmation: boolean;
  /** They answered what was asked. */
  readonly asks: boolean;
  /** They called something solved, and as many flagged that. */
  readonly solved: boolean;
  /** The fixes that were looked at again are theirs. */
  readonly lasting: boolean;
}

/** Whether one person, or two, are all that is behind what is counted in some time: `few`. */
export type Behind = 'nobody' | 'few' | 'several';

/** Who is behind the lines of a chart in one part of its time. Who flagged is nobody's to know: that line tells of no one. */
export interface PartOfChart {
  readonly claimed: Behind;
  /** Whose fixes they are, and who flagged what they fix. */
  readonly confirmed: Behind;
  /** Whose fixes they are. */
  readonly held: Behind;
}

const allOf = (value: boolean): Several => ({
  firstAnswer: value,
  claim: value,
  confirmation: value,
  asks: value,
  solved: value,
  lasting: value,
});

const few: PartOfChart = { claimed: 'few', confirmed: 'few', held: 'few' };

export const nobodysFigures = { now: allOf(false), before: allOf(false), chart: [few] };
const everybodysFigures = { now: allOf(true), before: allOf(true), chart: [] };

export interface Numbers {
  readonly now: Response;
  readonly before: Response;
  readonly several: {
    readonly now: Several;
    readonly before: Several;
    /** All of the time that a chart shows: before those two, and in each of them. */
    readonly chart: readonly PartOfChart[];
  };
  /** The issue that has been without an owner for the longest, and since when. */
  readonly longest: { readonly number: number; readonly since: Temporal.Instant } | null;
}

/**
 * A figure of fewer issues than this is not shown: it would say how long one person took. As many as a check-in needs
 * before anybody sees its results.
 */
const fewest = 5;

/** Of one person, a figure would say how they do; of two, each of them would know how the other does. */
export const severalPeople = 3;

export const measures = ['firstAnswer', 'claim', 'confirmation', 'support'] as const;
type Measure = (typeof measures)[number];

/** Of what was called solved, of the fixes that were looked at again, and of the asks for support. */
export const proportions = ['confirmed', 'unconfirmed', 'held', 'answered'] as const;
type Proportion = (typeof proportions)[number];

/** One figure, beside the one of the time before; `null`: there were too few then. */
export type Figure =
  | { readonly of: Measure; readonly seconds: number; readonly before: number | null }
  | { readonly of: Proportion; readonly percent: number; readonly before: number | null };

const behind: Readonly<Record<Figure['of'], keyof Several>> = {
  firstAnswer: 'firstAnswer',
  claim: 'claim',
  confirmation: 'confirmation',
  support: 'asks',
  answered: 'asks',
  confirmed: 'solved',
  unconfirmed: 'solved',
  held: 'lasting',
};

/** Whether there is a figure at all, whoever is behind it. */
export function hasFigures(response: Pick<Numbers, 'now' | 'before'>): boolean {
  return figuresOf({ ...response, several: everybodysFigures }).length > 0;
}

/** What can be said of how the system responded: only what stands on enough issues, and has several people behind it. */
export function figuresOf({ now, before, several }: Omit<Numbers, 'longest'>): Figure[] {
  const ofNow = <Value>(of: Figure['of'], value: Value): Value | null =>
    several.now[behind[of]] ? value : null;
  const ofBefore = <Value>(of: Figure['of'], value: Value): Value | null =>
    several.before[behind[of]] ? value : null;
  const medians = measures.flatMap((of): Figure[] => {
    const seconds = ofNow(of, enough(now[of]));
    return seconds === null ? [] : [{ of, seconds, before: ofBefore(of, enough(before[of])) }];
  });
  const percents = proportions.flatMap((of): Figure[] => {
    const percent = ofNow(of, percentOf(now, of));
    const earlier = ofBefore(of, percentOf(before, of));
    const isWorthAWord = of !== 'unconfirmed' || (percent ?? 0) > 0 || (earlier ?? 0) > 0;
    return percent === null || !isWorthAWord ? [] : [{ of, percent, before: earlier }];
  });
  return [...medians, ...percents];
}

function enough(median: Median | null): number | null {
  return median !== null && median.of >= fewest ? median.seconds : null;
}

function percentOf(response: Response, of: Proportion): number | null {
  const all = {
    confirmed: response.solved,
    unconfirmed: response.solved,
    held: response.held + response.cameBack,
    answered: response.asked,
  }[of];
  return all < fewest ? null : Math.round((100 * response[of]) / all);
}
