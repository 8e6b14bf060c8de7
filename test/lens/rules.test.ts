import { describe, expect, it } from 'vitest';

import { english } from '../../src/core/lens/en/index.ts';
import { categories } from '../../src/core/lens/finding.ts';
import { lens } from '../../src/core/lens/lens.ts';

const rules = english.files.flatMap(({ rules: all }) => all);

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

  it('what they say to the writer is short, whole and never calls the writer somebody who blames', () => {
    for (const { why, question } of english.files) {
      for (const said of [why, question]) {
        expect(said).toMatch(/^[A-Z].{5,110}[.?]$/u);
        expect(said).not.toMatch(/you blamed|!|failed to/u);
      }
    }
  });
});
