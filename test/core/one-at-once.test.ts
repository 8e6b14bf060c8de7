import { describe, expect, test } from 'vitest';

import type { NudgeKind } from '../../src/core/nudge.ts';
import { outdone } from '../../src/core/one-at-once.ts';
import { thursday } from '../support/builders.ts';

type Waiting = readonly [kind: NudgeKind, subject: string, hours: number];

/** `hours`: from now on it is wanted. */
function left(...waiting: readonly Waiting[]): string {
  const all = waiting.map(([kind, subject, hours]) => ({
    id: `${kind} ${subject}`,
    kind,
    subject,
    isQuestion: false,
    wantedAt: thursday.add({ hours }),
  }));
  const less = outdone(all, thursday);
  return all.flatMap((it) => (less.includes(it) ? [] : [it.id])).join(', ');
}

describe('of what asks one person for the same, one thing is said', () => {
  test.each<[string, string, readonly Waiting[]]>([
    ['nothing', '', []],
    [
      'a date that is today, before all else',
      'on-the-day 7/4/0',
      [
        ['quiet', '7/4/0', -1],
        ['day-before', '7/4/0', -24],
        ['on-the-day', '7/4/0', 0],
      ],
    ],
    [
      'a date that is soon, before a silence',
      'day-before 7/4/0',
      [
        ['day-before', '7/4/0', -24],
        ['quiet', '7/4/0', -1],
      ],
    ],
    [
      'what is not due yet takes nothing from what is',
      'day-before 7/4/0, on-the-day 7/4/0',
      [
        ['day-before', '7/4/0', 0],
        ['on-the-day', '7/4/0', 24],
      ],
    ],
    [
      'a promise on its day, before the one that was to come ahead of it',
      'ask-promise 7/9/on',
      [
        ['ask-promise', '7/9/before', -24],
        ['ask-promise', '7/9/on', 0],
      ],
    ],
    [
      'of two issues each',
      'on-the-day 7/4/0, quiet 8/4/0, ask-promise 7/9/on, ask-promise 7/11/before',
      [
        ['on-the-day', '7/4/0', 0],
        ['quiet', '8/4/0', -1],
        ['ask-promise', '7/9/on', 0],
        ['ask-promise', '7/11/before', -1],
      ],
    ],
    [
      'what asks for something else goes on its own',
      'quiet 7/4/0, containment 7/4/0, take-over 7/4, credit 7',
      [
        ['quiet', '7/4/0', -1],
        ['containment', '7/4/0', -1],
        ['take-over', '7/4', -1],
        ['credit', '7', -1],
      ],
    ],
  ])('%s', (_, said, waiting) => {
    expect(left(...waiting)).toBe(said);
    expect(
      left(...waiting.toReversed())
        .split(', ')
        .toSorted(),
    ).toEqual(said.split(', ').toSorted());
  });
});
