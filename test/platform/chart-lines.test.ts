import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';

import { pick } from '../../src/core/digest/pick.ts';
import type { Picked } from '../../src/core/digest/pick.ts';
import type { Series } from '../../src/core/digest/weeks.ts';
import { gather } from '../../src/platform/postgres/gather.ts';
import { transact } from '../../src/platform/postgres/transact.ts';
import { everything, lived, people } from './a-history.ts';
import type { Lived } from './a-history.ts';
import { aStore } from './a-store.ts';

/** No line of the chart is about one person in any part of its time. */

const to = Temporal.Instant.from('2026-11-23T09:00:00Z');
const week = 168;
const three = ['USAM', 'ULEA', 'UKIM'];
const alone = ['USAM', 'USAM', 'USAM', 'USAM', 'USAM', 'USAM'];

async function drawn(all: readonly Lived[], weeks = 1): Promise<Picked | null> {
  const bench = await aStore();
  const { store, workspace } = bench;
  await people(bench, ['UANA', ...three]);
  await lived(
    bench,
    to,
    all.map((it, index) => ({ ...it, number: index + 1 })),
  );
  const period = { from: to.subtract({ hours: weeks * week }), to };
  const gathered = await transact(store, { workspace }, (tx) => gather(tx, workspace, period, 'UTC'));
  return pick({ ...gathered, lines: 1 }, to, 'UTC');
}

/** Each took on one, so many weeks and some hours ago. */
const claimed = (weeksAgo: number, by: readonly string[]): Lived[] =>
  by.map((who, index) => ({
    number: 0,
    state: 'claimed',
    owner: who,
    events: [
      ['posted', weeksAgo * week + 20 + index],
      ['claimed', weeksAgo * week + 10 + index, who],
    ],
  }));

/** Nobody took these on. */
const flagged: Lived[] = Array.from({ length: 10 }, (_, index) => ({
  number: 0,
  state: 'open',
  events: [['posted', 30 + index]],
}));

test.each<[string, Lived[], boolean]>([
  [
    'in the oldest weeks and of late',
    [...claimed(7, alone), ...claimed(3, three), ...claimed(0, alone)],
    false,
  ],
  ['in the oldest weeks', [...claimed(7, alone), ...claimed(3, three), ...claimed(0, three)], false],
  ['before', [...claimed(7, three), ...claimed(3, alone), ...claimed(0, three)], false],
  ['of late', [...claimed(7, three), ...claimed(3, three), ...claimed(0, alone)], false],
  ['never', [...claimed(7, three), ...claimed(3, three), ...claimed(0, three)], true],
  ['never, and nobody did at first', [...claimed(3, three), ...claimed(0, three)], true],
])('what was claimed is drawn unless one person did it: %s', async (_, all, isDrawn) => {
  const picked = await drawn([...flagged, ...all]);
  expect(picked?.weeks).not.toBeNull();
  expect(picked?.series.includes('claimed')).toBe(isDrawn);
});

test('what held was one person’s, whosever fixes came back beside it', async () => {
  const held = [1, 2, 3].map((index) => everything(index, index + 5, 'USAM'));
  const cameBack = three.map((who): Lived => ({
    number: 0,
    state: 'claimed',
    events: [
      ['posted', 12 * week],
      ['resolved', 11 * week, who],
      ['confirmed', 11 * week - 1],
      ['reopened', 4, undefined, { isReturn: true }],
    ],
  }));
  const picked = await drawn([...flagged, ...held, ...cameBack]);
  expect(picked?.series).toEqual(['flagged']);
  const byAll = three.map((who, index) => everything(0, index + 5, who));
  const lines: Series[] = ['flagged', 'claimed', 'confirmed', 'held'];
  expect((await drawn([...flagged, ...byAll]))?.series).toEqual(lines);
});

test('of a period that is longer than the chart can tell apart only what was flagged is drawn', async () => {
  const all = [...flagged, ...claimed(0, three), ...claimed(5, three)];
  expect((await drawn(all, 4))?.series).toContain('claimed');
  expect((await drawn(all, 5))?.series).toEqual(['flagged']);
});
