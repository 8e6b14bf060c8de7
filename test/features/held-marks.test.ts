import { expect, test } from 'vitest';

import type { KeyRing } from '../../src/platform/keys.ts';
import { noticedIn } from '../../src/platform/noticed.ts';
import { printOf } from '../../src/platform/print.ts';

const ring = (byte: number): KeyRing => [{ id: 'k1', secret: Buffer.alloc(32, byte) }];
const text = 'She forgot to run the check. It was human error.';
const marksIn = (keys: KeyRing, number: number, workspace = 'acme'): string[] =>
  noticedIn(keys, workspace, { number, text }).map(({ mark }) => mark);

test('who guesses the words can’t tell by the mark of a note: it takes the key, and is another in another flag', () => {
  const marks = marksIn(ring(1), 7);
  expect(marks.length).toBeGreaterThan(1);
  expect(marksIn(ring(1), 7)).toEqual(marks);
  for (const others of [marksIn(ring(2), 7), marksIn(ring(1), 8), marksIn(ring(1), 7, 'other')])
    for (const mark of others) expect(marks).not.toContain(mark);
  for (const { finding, phrase } of noticedIn(ring(1), 'acme', { number: 7, text }))
    expect(marks).not.toContain(printOf(`${finding.rule} ${phrase.toLowerCase()}`));
});

test('the mark is the same for the same words, wherever they stand', () => {
  const moved = noticedIn(ring(1), 'acme', { number: 7, text: `On Monday: ${text}` });
  expect(moved.map(({ mark }) => mark)).toEqual(marksIn(ring(1), 7));
});
