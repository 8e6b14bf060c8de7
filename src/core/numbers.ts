import type { Temporal } from 'temporal-polyfill';

/** The median of how long it took, and of how many issues. */
export interface Median {
  readonly seconds: number;
  readonly of: number;
}

/** How the system responded in some time. Of issues, and never of people. */
export interface Response {
  /** From when it could be seen to the first claim, update, question or *Not doing*; of those first answered in that time. */
  readonly firstAnswer: Median | null;
  readonly claim: Median | null;
  readonly confirmation: Median | null;
  /** How many were called solved in that time, and what has become of them. */
  readonly solved: number;
  readonly confirmed: number;
  /** Nobody who met it has said whether it is fixed, and the reporter is not waited for any more. */
  readonly unconfirmed: number;
}

export interface Numbers {
  readonly now: Response;
  readonly before: Response;
  /** The issue that has been without an owner for longest. */
  readonly longest: { readonly number: number; readonly since: Temporal.Instant } | null;
}

/**
 * A figure of fewer issues than this is not shown: it would say how long one person took. As many as a check-in needs
 * before anybody sees its results.
 */
const fewest = 5;

export type Measure = 'firstAnswer' | 'claim' | 'confirmation';

/** One figure, beside the one of the time before; `null`: there were too few then. */
export type Figure =
  | { readonly of: Measure; readonly seconds: number; readonly before: number | null }
  | { readonly of: 'confirmed' | 'unconfirmed'; readonly percent: number; readonly before: number | null };

const measures: readonly Measure[] = ['firstAnswer', 'claim', 'confirmation'];

/** What can be said of how the system responded: only what stands on enough issues. */
export function figuresOf({ now, before }: Omit<Numbers, 'longest'>): Figure[] {
  const medians = measures.flatMap((of): Figure[] => {
    const seconds = enough(now[of]);
    return seconds === null ? [] : [{ of, seconds, before: enough(before[of]) }];
  });
  const shares = (['confirmed', 'unconfirmed'] as const).flatMap((of): Figure[] => {
    const percent = shareOf(now, of);
    const earlier = shareOf(before, of);
    const isWorthAWord = of === 'confirmed' || (percent ?? 0) > 0 || (earlier ?? 0) > 0;
    return percent === null || !isWorthAWord ? [] : [{ of, percent, before: earlier }];
  });
  return [...medians, ...shares];
}

function enough(median: Median | null): number | null {
  return median !== null && median.of >= fewest ? median.seconds : null;
}

function shareOf(response: Response, of: 'confirmed' | 'unconfirmed'): number | null {
  const { solved } = response;
  return solved < fewest ? null : Math.round((100 * response[of]) / solved);
}
