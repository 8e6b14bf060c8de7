import { assert, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { Sections } from '../../src/core/learning.ts';
import type { Finding } from '../../src/core/lens/finding.ts';
import { foundAgain, inItsSentence, notesAbout, reworded } from '../../src/core/wording.ts';
import type { NameNote, Note, PhraseNote } from '../../src/core/wording.ts';

const empty: Sections = { happened: '', possible: '', well: '', changed: '', use: '' };
const happened = 'Priya forgot to lock the door. Omar found it, and Priya closed it.';

function offered(text: string, from: string, to: string): PhraseNote {
  const start = text.indexOf(from);
  const end = start + from.length;
  const offer = { kind: 'rewording', start, end, text: to } as const;
  const finding: Finding = { rule: 'r', category: 'omission', start, end, why: 'Why.', offer };
  return { kind: 'phrase', key: from, section: 'happened', finding };
}

const namesOn = (sections: Sections): NameNote[] => notesAbout(sections).filter((it) => it.kind === 'name');
const phrasesOn = (sections: Sections): PhraseNote[] =>
  notesAbout(sections).filter((it) => it.kind === 'phrase');

describe('what the lens notices in a write-up', () => {
  it('phrases in every section, names only where a role says as much', () => {
    const text = 'Priya forgot to lock the door.';
    const sections = { happened: text, possible: text, well: text, changed: text, use: text };
    expect(phrasesOn(sections).map(({ section }) => section)).toEqual(Object.keys(empty));
    const [priya, ...others] = namesOn(sections);
    expect(others).toEqual([]);
    expect(priya?.places.map(({ section }) => section)).toEqual(['happened', 'possible']);
    expect(notesAbout({ ...empty, well: 'Priya helped us all day.' })).toEqual([]);
  });

  it('each has a name of its own, which stays when it moves', () => {
    const twice = 'Priya forgot to lock the door. Then Priya forgot to lock the door.';
    const keys = notesAbout({ ...empty, happened: twice }).map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
    const moved = notesAbout({ ...empty, happened: `It was late. ${twice}` }).map(({ key }) => key);
    expect(moved).toEqual(keys);
  });
});

describe('what is ticked', () => {
  const sections = { ...empty, happened };
  const phrase = offered(happened, 'Priya forgot to lock the door', 'The door was not locked');
  const names = namesOn(sections);
  const called = (name: string): Note[] => names.filter((it) => it.name === name);

  it.each<[string, readonly Note[], string]>([
    ['nothing', [], happened],
    ['the rewording', [phrase], 'The door was not locked. Omar found it, and Priya closed it.'],
    [
      'one name',
      called('Omar'),
      'Priya forgot to lock the door. Another colleague found it, and Priya closed it.',
    ],
    [
      'a name that stands in the rewording too',
      [phrase, ...called('Priya')],
      'The door was not locked. Omar found it, and another colleague closed it.',
    ],
    [
      'every name, and a rewording in which the first of them stands',
      [phrase, ...names],
      'The door was not locked. A colleague found it, and another colleague closed it.',
    ],
  ])('%s, is what is changed', (_, taken, wanted) => {
    expect(reworded(sections, taken)).toEqual({ ...empty, happened: wanted });
  });

  it('a name in a rewording leaves no “another colleague” without a first one', () => {
    const text = { ...empty, happened: 'Priya wiped the shared calendar. Priya called Omar.' };
    expect(reworded(text, notesAbout(text)).happened).toBe(
      'The shared calendar was wiped. A colleague called another colleague.',
    );
    const taken = notesAbout(text).filter((it) => it.kind === 'phrase' || it.name === 'Priya');
    expect(reworded(text, taken).happened).toBe('The shared calendar was wiped. A colleague called Omar.');
  });

  it('one name takes the place of every form of it, with one tick', () => {
    const text = {
      ...empty,
      happened: 'Tom Becker rang the desk. Tom closed the gate.',
      possible: 'Tom had no key.',
    };
    const [tom, ...more] = namesOn(text);
    expect(more).toEqual([]);
    expect(tom).toMatchObject({ name: 'Tom Becker', others: ['Tom'] });
    expect(reworded(text, tom === undefined ? [] : [tom])).toMatchObject({
      happened: 'A colleague rang the desk. The colleague closed the gate.',
      possible: 'The colleague had no key.',
    });
  });

  it('a question changes nothing', () => {
    const asked: PhraseNote = {
      ...phrase,
      finding: { ...phrase.finding, offer: { kind: 'question', text: 'Why?' } },
    };
    expect(reworded(sections, [asked])).toEqual(sections);
  });

  it('changes nothing of any text where nothing is ticked, and never throws', () => {
    assert(
      property(string({ unit: 'binary', maxLength: 200 }), (text) => {
        const typed = { ...empty, happened: text, use: text };
        notesAbout(typed);
        return JSON.stringify(reworded(typed, [])) === JSON.stringify(typed);
      }),
    );
  });
});

describe('what was not ticked is found again', () => {
  it('where it has moved, with a role for the name in it, and among its like', () => {
    const text = {
      ...empty,
      happened: `${'Priya forgot to lock the door. '.repeat(3)}Then Omar was careless, and Priya was careless.`,
    };
    const notes = notesAbout(text);
    const forgot = notes.filter((it) => it.kind === 'phrase' && it.finding.category === 'omission');
    const others = notes.filter((it) => !forgot.includes(it));
    expect(forgot).toHaveLength(3);
    expect(others.length).toBeGreaterThan(2);
    const [first, second, third] = forgot;
    const priya = others.filter((it) => it.kind === 'name' && it.name === 'Priya');
    const taken = [first, second, ...priya].filter((it) => it !== undefined);
    const after = notesAbout(reworded(text, taken));
    const again = (those: readonly (Note | undefined)[]) =>
      foundAgain(
        text,
        taken,
        those.filter((it) => it !== undefined),
        after,
      ).map(({ key }) => key);
    const [last] = again([third]);
    expect(again([third])).toHaveLength(1);
    expect(last).toMatch(/^happened \S+ a colleague forgot.* 1$/);
    expect(again(others.filter((it) => it.kind === 'phrase'))).toEqual(
      after.filter((it) => it.kind === 'phrase' && it.key !== last).map(({ key }) => key),
    );
    expect(again(others.filter((it) => it.kind === 'name' && it.name === 'Omar'))).toEqual(['name omar']);
  });
});

describe('a phrase in its sentence', () => {
  it('stands alone with the rest of its sentence', () => {
    const at = happened.indexOf('Omar');
    expect(inItsSentence(happened, at, at + 4)).toEqual({
      before: '',
      phrase: 'Omar',
      after: ' found it, and Priya closed it.',
    });
  });

  it('is cut on both sides where the sentence is long, and never through a character', () => {
    const text = `${'🧩 so '.repeat(100)}Priya forgot${' 🧩 so'.repeat(100)}`;
    const at = text.indexOf('Priya');
    for (const shift of [0, 1]) {
      const { before, after } = inItsSentence(`${'x'.repeat(shift)}${text}`, at + shift, at + shift + 12);
      expect([before.length, after.length].every((it) => it <= 161)).toBe(true);
      expect(before.startsWith('…') && after.endsWith('…')).toBe(true);
      expect(before.isWellFormed() && after.isWellFormed()).toBe(true);
    }
  });
});
