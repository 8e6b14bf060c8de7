import { expect, test } from 'vitest';

import { readPicked, writePicked } from '../../src/platform/postgres/digest-rows.ts';
import { nothing } from '../features/digest-drawings.ts';

test('the lines of a chart are kept; a digest of an earlier version has all of them', () => {
  const weeks = [{ day: '2026-11-16', flagged: 12, claimed: 3, confirmed: 2, held: 1 }];
  const kept = { ...nothing, weeks, series: ['flagged', 'held'] as const };
  expect(readPicked(writePicked(kept))).toEqual(kept);
  const { series: _, ...earlier } = kept;
  expect(readPicked(earlier).series).toEqual(['flagged', 'claimed', 'confirmed', 'held']);
});
