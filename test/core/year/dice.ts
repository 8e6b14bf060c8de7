import { integer, noBias, sample } from 'fast-check';

/** Chance, the same in every run. */
export interface Dice {
  /** Whether something happens that does so in `share` of all cases, 0 to 1. */
  readonly falls: (share: number) => boolean;
  /** 0 to `count` - 1. */
  readonly below: (count: number) => number;
  readonly oneOf: <T>(some: readonly T[]) => T;
}

const finest = 1_000_000;

export function diceOf(seed: number, rolls: number): Dice {
  const rolled = sample(noBias(integer({ min: 0, max: finest - 1 })), { seed, numRuns: rolls });
  let next = 0;
  const share = (): number => {
    const roll = rolled[next];
    if (roll === undefined) throw new Error(`the dice were rolled more than ${rolls} times`);
    next += 1;
    return roll / finest;
  };
  const below = (count: number): number => Math.floor(share() * count);
  return {
    falls: (of) => share() < of,
    below,
    oneOf: (some) => {
      const one = some[below(some.length)];
      if (one === undefined) throw new Error('one of none');
      return one;
    },
  };
}
