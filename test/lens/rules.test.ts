import { describe, expect, it } from 'vitest';

import { english } from '../../src/core/lens/en/index.ts';
import { eachMatch } from '../../src/core/lens/find.ts';
import { categories } from '../../src/core/lens/finding.ts';
import { lens } from '../../src/core/lens/lens.ts';
import { indexed } from '../../src/core/lens/prepare.ts';
import { calledIn, sentencesOf } from '../../src/core/lens/text.ts';

const rules = english.files.flatMap(({ rules: all }) => all);

/** Whether this phrase, by itself, stands in a text. */
function stands(phrase: string, text: string): boolean {
  const index = indexed([phrase], (it) => it, english.lists);
  const sentences = sentencesOf(text, english.spelling);
  const called = calledIn(sentences);
  let count = 0;
  for (const sentence of sentences)
    eachMatch(index, { sentence, people: english.peopleIn(sentence, called) }, () => {
      count += 1;
    });
  return count > 0;
}

describe('the rule files', () => {
  it('there is one for each category', () => {
    expect(english.files.map(({ category }) => category).toSorted()).toEqual(categories.toSorted());
  });

  it('each rule has a name of its own, and no phrase stands twice', () => {
    const ids = rules.map(({ id }) => id);
    const phrases = rules.flatMap((rule) => rule.phrases);
    expect(new Set(ids).size).toBe(ids.length);
    expect(phrases.filter((it, i) => phrases.indexOf(it) !== i)).toEqual([]);
  });

  it.each(rules.map((rule) => [rule.id, rule] as const))(
    '%s catches its examples and leaves the others alone',
    (id, rule) => {
      expect(rule.caught.length).toBeGreaterThanOrEqual(2);
      expect(rule.leftAlone.length).toBeGreaterThanOrEqual(2);
      const caught = rule.caught.filter((text) => lens(text, 'en').some((it) => it.rule === id));
      expect(caught).toEqual(rule.caught);
      expect(rule.leftAlone.filter((text) => lens(text, 'en').length > 0)).toEqual([]);
    },
  );

  it.each(rules.flatMap(({ id, examples }) => (examples === undefined ? [] : [[id, examples] as const])))(
    'each phrase of %s catches the sentence beside it by itself',
    (_, examples) => {
      expect(Object.entries(examples).filter(([text, phrase]) => !stands(phrase, text))).toEqual([]);
    },
  );

  it('what they say to the writer is short, whole and never calls the writer somebody who blames', () => {
    for (const { why, question } of english.files) {
      for (const said of [why, question]) {
        expect(said).toMatch(/^[A-Z].{5,110}[.?]$/u);
        expect(said).not.toMatch(/you blamed|!|failed to/u);
      }
    }
  });
});
