import { describe, expect, it } from 'vitest';

import { lens } from '../../src/core/lens/lens.ts';
import { ownSets } from './labelled.ts';

const hundredThousand = 100_000;

function filled(unit: string, length: number): string {
  return unit.repeat(Math.ceil(length / unit.length)).slice(0, length);
}

/** What this thread worked, so that waiting for other work on the machine does not count. */
function workedMs(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}

/** The fastest of some runs, since other work only ever adds. */
function fastestMs(text: string, runs: number): number {
  const times = Array.from({ length: runs }, () => {
    const start = workedMs();
    lens(text, 'en');
    return workedMs() - start;
  });
  return Math.min(...times);
}

const hostile = {
  'one long word': 'a',
  'one long sentence': 'he should have ',
  'people without end': 'the driver and the nurse and ',
  'quotation marks': '"\'“‘`',
  capitals: 'AA ',
  articles: 'the the ',
  fillers: 'he just simply ',
  'one of one of': 'one of ',
  whoever: 'whoever ',
  'at signs': '@',
  'open mentions': '<@',
  colons: ':a',
  initials: 'a.',
  commas: 'he,',
  asides: 'Ana, who ',
  outcomes: 'late because he ',
  'every rule at once': 'why did you never always keep should have forgot late because it was ',
  rewordings: 'Alan wiped the shared calendar. ',
  apostrophes: "a's'",
  'findings without a full stop': 'Raj forgot it and ',
  digits: '1.1',
  addresses: 'http://',
  accents: 'é̀',
  emoji: '🎉',
};

describe('the lens takes time in proportion to the text', () => {
  const natural = filled(
    ownSets()
      .seen.slice(0, 60)
      .map(({ text }) => text)
      .join(' '),
    3000,
  );

  it('3,000 characters take a few milliseconds', { retry: 3 }, () => {
    fastestMs(natural, 60);
    expect(fastestMs(natural, 30)).toBeLessThan(25);
  });

  it.each(Object.entries(hostile))('100,000 characters of %s', { retry: 3 }, (_, unit) => {
    const half = fastestMs(filled(unit, hundredThousand / 2), 3);
    const whole = fastestMs(filled(unit, hundredThousand), 3);
    expect(whole).toBeLessThan(2000);
    expect(whole).toBeLessThan(Math.max(3.2 * half, 50));
  });
});
