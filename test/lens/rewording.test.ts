import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { lens } from '../../src/core/lens/lens.ts';
import { reword } from '../../src/core/lens/reword.ts';
import { ownSets } from './labelled.ts';

const reworded = (text: string): string => reword(text, lens(text, 'en'));
const question = (text: string): string | undefined =>
  lens(text, 'en')
    .map(({ offer }) => offer)
    .find(({ kind }) => kind === 'question')?.text;

describe('a rewording says what happened', () => {
  it.each([
    ['Alan wiped the shared calendar.', 'The shared calendar was wiped.'],
    [
      'The drill was late because raj unplugged the chargers',
      'The drill was late because the chargers were unplugged',
    ],
    ['Viktor forgot to lock the safe.', 'The safe was not locked.'],
    [
      'Viktor failed to back up the drives before the move.',
      'The drives were not backed up before the move.',
    ],
    [
      'Cause of the spill: nobody on the dock checked the bung.',
      'Cause of the spill: the bung was not checked.',
    ],
    ['Ferhat never reported it and we lost the slot', 'It was not reported and we lost the slot'],
    ["The ward clerk didn't bother to put the sign up.", 'The sign was not put up.'],
    [
      'The jabs are spoiled because Juan switched the fridge off.',
      'The jabs are spoiled because the fridge was switched off.',
    ],
    [
      'Not one of the trustees opened the report before the vote.',
      'The report was not opened before the vote.',
    ],
    ['The mock papers were leaked by Mr Halloran.', 'The mock papers were leaked.'],
    [
      'Lot 17 was not weighed by Farhan, so it went out short.',
      'Lot 17 was not weighed, so it went out short.',
    ],
  ])('%s', (text, expected) => {
    expect(reworded(text)).toBe(expected);
  });

  it.each([
    ['it might go on', 'Alan wiped the shared calendar and the backups.'],
    ['somebody is what it was done to', 'Raj forgot to brief the interns.'],
    ['it is a saying', 'Raj dropped the ball.'],
    ['it stands inside another sentence', 'We all know how Alan wiped the shared calendar.'],
    ['it belongs to somebody', 'Raj broke her chair.'],
    ['it says how it was left', 'Tom left the tap running.'],
    ['it says how it was left', 'Tom left the door unlocked.'],
    ['the doer is named again', "Tom didn't write the tests himself."],
    ['more was to be done', 'Tom forgot to feed the dog twice a day and walk it.'],
    ['he comes again', 'Alan wiped the shared calendar before he left.'],
    ['"not a" would say something else', "Raj didn't fit a guard."],
    ['who it was is the very thing said', "Whoever used it last didn't lock the gate."],
  ])('and there is none where %s', (_, text) => {
    expect(lens(text, 'en')).not.toEqual([]);
    expect(reworded(text)).toBe(text);
  });

  it('"should have" becomes what would have made it easy', () => {
    expect(question('Somebody should have checked the strap.')).toBe(
      'What would have made it easy to check the strap?',
    );
    expect(question("Mark shouldn't have opened that link.")).toBe('What made it easy to open that link?');
  });

  it('nothing changes where there is nothing to reword', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => reword(text, []) === text));
    expect(reworded('Cause: human error.')).toBe('Cause: human error.');
  });
});

describe('a rewording read again', () => {
  const { seen, held } = ownSets();
  const people = [
    'Alan',
    'The night porter',
    'Logistics',
    'Nobody in dispatch',
    '<@U05ABCDE1>',
    'One of the nurses',
  ];
  const acts = [
    'deleted',
    'forgot to delete',
    'never deleted',
    "didn't even delete",
    'failed to delete',
    'has deleted',
  ];
  const things = [
    'the list',
    'the old lists',
    'two of the files',
    'it',
    'these shared notes',
    'a list',
    'our list of names',
  ];
  const ends = [
    '.',
    ' yesterday.',
    ' and we lost an hour.',
    ', so the queue stood still.',
    ' before the audit.',
    ' again',
  ];

  const isClean = (text: string): boolean =>
    lens(text, 'en').every((it) => {
      if (it.offer.kind !== 'rewording') return true;
      const { start, text: words } = it.offer;
      const after = lens(reword(text, [it]), 'en');
      return after.every((other) => other.end <= start || other.start >= start + words.length);
    });

  it('has no finding, over the whole labelled set', { timeout: 120_000 }, () => {
    const texts = [...seen, ...held].map(({ text }) => text);
    expect(texts.filter((text) => !isClean(text))).toEqual([]);
    expect(texts.filter((text) => reworded(text) !== text).length).toBeGreaterThan(20);
  });

  it('has no finding, whoever did or did not do what', () => {
    const any = fc.tuple(
      fc.constantFrom(...people),
      fc.constantFrom(...acts),
      fc.constantFrom(...things),
      fc.constantFrom(...ends),
    );
    fc.assert(fc.property(any, ([who, did, what, end]) => isClean(`${who} ${did} ${what}${end}`)));
  });
});
