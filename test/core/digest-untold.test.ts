import { expect, test } from 'vitest';

import { withUntold } from '../../src/core/digest/pick.ts';
import type { List, Picked } from '../../src/core/digest/pick.ts';

const list = (numbers: readonly number[] = [], more = 0): List => ({ numbers, more });
const picked = (lists: Partial<Picked>): Picked => ({
  fixed: list(),
  learned: list(),
  cameBack: list(),
  waiting: list(),
  undecided: list(),
  thanks: [],
  asksWhyQuiet: false,
  figures: [],
  longest: null,
  weeks: null,
  series: [],
  ...lists,
});

test('what happened before and was never told is told as well, each once; what waits is of now', () => {
  const now = picked({ fixed: list([9, 3]), learned: list([9]), waiting: list([5]) });
  const untold = [
    picked({ fixed: list([4, 3], 2), cameBack: list([2]), waiting: list([1]), asksWhyQuiet: true }),
    picked({
      fixed: list([1], 1),
      learned: list([1]),
      undecided: list([6]),
      thanks: [{ number: 1, seq: 2 }],
    }),
  ];
  expect(withUntold(now, untold)).toEqual(
    picked({
      fixed: list([9, 3, 4, 1], 3),
      learned: list([9, 1]),
      cameBack: list([2]),
      waiting: list([5]),
    }),
  );
  expect(withUntold(now, [])).toEqual(now);
});
