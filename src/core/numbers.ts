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

export interface Numbers {
  readonly now: Response;
  readonly before: Response;
  /** So many lead now that how asks are answered is no figure about one of them, see `severalLeads`. */
  readonly hasSeveralLeads: boolean;
  /** The issue that has been without an owner for the longest, and since when. */
  readonly longest: { readonly number: number; readonly since: Temporal.Instant } | null;
}

/**
 * A figure of fewer issues than this is not shown: it would say how long one person took. As many as a check-in needs
 * before anybody sees its results.
 */
const fewest = 5;

/** How asks were answered would say how the only lead does; and to one of two, how the other does. */
export const severalLeads = 3;

export const measures = ['firstAnswer', 'claim', 'confirmation', 'support'] as const;
type Measure = (typeof measures)[number];

/** Of what was called solved, of the fixes that were looked at again, and of the asks for support. */
export const proportions = ['confirmed', 'unconfirmed', 'held', 'answered'] as const;
type Proportion = (typeof proportions)[number];

/** One figure, beside the one of the time before; `null`: there were too few then. */
export type Figure =
  | { readonly of: Measure; readonly seconds: number; readonly before: number | null }
  | { readonly of: Proportion; readonly percent: number; readonly before: number | null };

/** What can be said of how the system responded: only what stands on enough issues. */
export function figuresOf({ now, before, hasSeveralLeads }: Omit<Numbers, 'longest'>): Figure[] {
  const mayBeShown = ({ of }: Figure): boolean => hasSeveralLeads || (of !== 'support' && of !== 'answered');
  const medians = measures.flatMap((of): Figure[] => {
    const seconds = enough(now[of]);
    return seconds === null ? [] : [{ of, seconds, before: enough(before[of]) }];
  });
  const percents = proportions.flatMap((of): Figure[] => {
    const percent = percentOf(now, of);
    const earlier = percentOf(before, of);
    const isWorthAWord = of !== 'unconfirmed' || (percent ?? 0) > 0 || (earlier ?? 0) > 0;
    return percent === null || !isWorthAWord ? [] : [{ of, percent, before: earlier }];
  });
  return [...medians, ...percents].filter(mayBeShown);
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
