import { describe, expect, it } from 'vitest';

import { namesIn } from '../../src/core/lens/names.ts';

function withRoles(text: string): string {
  return namesIn(text, 'en')
    .toReversed()
    .reduce((all, { start, end, role }) => all.slice(0, start) + role + all.slice(end), text);
}

describe('names in a write-up', () => {
  it.each([
    ['Raj Patel pressed stop at 9:02.', 'A colleague pressed stop at 9:02.'],
    ['At nine <@U05ABCDE1> rang the desk.', 'At nine a colleague rang the desk.'],
    ['The alarm paged Yusuf at two.', 'The alarm paged the person on call at two.'],
    ["Ana's list was short.", "A colleague's list was short."],
    ['Dr Okafor saw it first.', 'A colleague saw it first.'],
    [
      'Raj rang Sofia and Raj wrote it down.',
      'A colleague rang another colleague and the colleague wrote it down.',
    ],
    ['Then Zubeyde noticed the smell.', 'Then a colleague noticed the smell.'],
    [
      'Tom Becker rang Tom Hansen. Sofia rang Tom Becker.',
      'A colleague rang another colleague. One of us rang the colleague.',
    ],
  ])('%s', (text, expected) => {
    expect(withRoles(text)).toBe(expected);
  });

  it.each([
    ['Tom Becker rang the desk. Later Tom rang again.', ['tom becker', 'tom becker']],
    ['Tom rang the desk. Later Tom Becker rang again.', ['tom becker', 'tom becker']],
    ['Dr Okafor saw it. Then Okafor said so.', ['dr okafor', 'dr okafor']],
    ['Tom Becker rang Tom Hansen. Later Tom rang again.', ['tom becker', 'tom hansen', 'tom']],
  ])('who is who in: %s', (text, people) => {
    expect(namesIn(text, 'en').map(({ person }) => person)).toEqual(people);
  });

  it.each([
    'Jenkins restarted on Monday and Grafana showed nothing.',
    'The nurse rang the desk in Cambridge.',
    'Will it be done in April?',
    'She wrote "Raj was here" on the board.',
    'Raj hat das nicht gesehen und wir auch nicht.',
  ])('none in: %s', (text) => {
    expect(namesIn(text, 'en')).toEqual([]);
  });
});
