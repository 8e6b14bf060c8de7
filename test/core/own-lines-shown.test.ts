import { expect, test } from 'vitest';

import { longestOwnLine, ownLinesShown } from '../../src/core/digest/digest.ts';

const lines = (count: number, length: number) =>
  Array.from({ length: count }, (_, at) => ({ slackUserId: `U${at}`, text: '🧩'.repeat(length) }));

test.each([
  ['none of none', 0, 1, 0],
  ['one, however long', 1, longestOwnLine, 1],
  ['two, however long', 2, longestOwnLine, 2],
  ['of long ones two', 3, longestOwnLine, 2],
  ['as many as fit on half a screen', 5, 160, 4],
  ['of short ones five', 5, 40, 5],
  ['never more than five', 26, 1, 5],
])('a digest has room for the lines of leads: %s', (_, count, length, shown) => {
  const all = lines(count, length);
  expect(ownLinesShown(all)).toEqual({ lines: all.slice(0, shown), more: count - shown });
});
