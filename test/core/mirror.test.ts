import { expect, test } from 'vitest';

import { chosenOf, mirrorQuestions, takesOnMost, tookOver } from '../../src/core/mirror.ts';
import { aMirror } from '../support/a-mirror.ts';

test.each([
  { asksEnded: 0, takenOver: 0, is: null },
  { asksEnded: 4, takenOver: 4, is: null },
  { asksEnded: 5, takenOver: 2, is: null },
  { asksEnded: 5, takenOver: 3, is: 3 },
  { asksEnded: 5, takenOver: 4, is: 4 },
  { asksEnded: 5, takenOver: 5, is: 5 },
  { asksEnded: 9, takenOver: 4, is: 4 },
])('$takenOver of the last of $asksEnded asks taken over: $is', ({ is, ...asks }) => {
  expect(tookOver(aMirror(asks))).toBe(is);
});

test.each([
  { byYou: 2, byOthers: 0, is: false },
  { byYou: 3, byOthers: 3, is: false },
  { byYou: 3, byOthers: 2, is: true },
])('$byYou taken on by themselves, $byOthers by others: most is $is', ({ is, ...taken }) => {
  expect(takesOnMost(aMirror(taken))).toBe(is);
});

test('what they took over is in nothing that can be shared', () => {
  const own = aMirror({ asksAnswered: 5, asksEnded: 5, takenOver: 4 });
  const { mirror } = chosenOf(own, mirrorQuestions);
  expect(mirror).toMatchObject({ asksAnswered: 5 });
  expect(Object.keys(mirror)).not.toContain('asksEnded');
  expect(Object.keys(mirror)).not.toContain('takenOver');
});

test('only the figures of what was chosen are shared', () => {
  const own = aMirror({ firstAnswers: 4, byOthers: 1, byYou: 3, asksAnswered: 2, learnings: 1 });
  expect(chosenOf(own, ['step-in']).mirror).toEqual({ firstAnswers: 4, byOthers: 1, asksAnswered: 2 });
  expect(chosenOf(own, ['learn']).mirror).toEqual({ firstAnswers: 4, learnings: 1 });
});
