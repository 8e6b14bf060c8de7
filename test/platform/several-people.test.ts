import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';

import type { Several } from '../../src/core/numbers.ts';
import { areSeveral } from '../../src/platform/postgres/several-people.ts';
import { transact } from '../../src/platform/postgres/transact.ts';
import { cameBack, everything, lived, open, people, posted } from './a-history.ts';
import type { Lived } from './a-history.ts';
import { aStore } from './a-store.ts';
import type { TestStore } from './a-store.ts';

/** Of which figures several people are behind what happened. */

const to = Temporal.Instant.from('2026-11-23T09:00:00Z');
const week = 7 * 24;
const ago = (weeks: number) => to.subtract({ hours: weeks * week });
const spans = { chart: ago(8), before: ago(5), from: ago(1), to };

const allOf = (value: boolean): Several => ({
  firstAnswer: value,
  claim: value,
  confirmation: value,
  asks: value,
  solved: value,
  lasting: value,
});

const started = async (all: readonly Lived[]): Promise<TestStore> => {
  const bench = await aStore();
  await people(bench, ['UANA', 'USAM', 'ULEA', 'UKIM']);
  await lived(bench, to, all);
  return bench;
};
const several = async ({ store, workspace }: TestStore) => {
  const { chart: _, ...figures } = await transact(store, { workspace }, (tx) =>
    areSeveral(tx, workspace, spans),
  );
  return figures;
};

test('two are too few, however much they did; a third is enough, and each span is for itself', async () => {
  const bench = await started([
    ...[1, 2, 3, 4].map((number) => everything(number, 10 * number, 'UKIM')),
    ...[5, 6, 7].map((number) => everything(number, 10 * number, 'ULEA')),
    everything(8, week + 10, 'UKIM'),
    everything(9, week + 20, 'ULEA'),
    everything(10, 6 * week, 'USAM'),
  ]);
  expect(await several(bench)).toEqual({ now: allOf(false), before: allOf(false) });
  await lived(bench, to, [everything(11, 5, 'USAM')]);
  expect(await several(bench)).toEqual({ now: allOf(true), before: allOf(false) });
  await lived(bench, to, [everything(13, 4 * week, 'UANA')]);
  expect(await several(bench)).toEqual({ now: allOf(true), before: allOf(true) });
});

test('the same person thrice is one, and so is somebody beside those whom nobody knows', async () => {
  const bench = await started([
    ...[1, 2, 3].map((number) => everything(number, 10 * number, 'UKIM')),
    everything(4, 40),
    everything(5, 50),
  ]);
  expect(await several(bench)).toEqual({ now: allOf(false), before: allOf(false) });
});

test.each<[string, readonly (string | null)[], boolean]>([
  ['one', ['UANA', 'UANA', 'UANA'], false],
  ['two, and somebody without their name', ['UANA', 'UKIM', null], false],
  ['three', ['UANA', 'UKIM', 'ULEA'], true],
])('what is confirmed, and what is not, is about those too who flagged it: %s', async (_, by, isShown) => {
  const bench = await started(
    ['UKIM', 'ULEA', 'USAM'].map((who, at) => ({
      ...everything(at + 1, 10 + at, who),
      flaggedBy: by[at] ?? null,
    })),
  );
  const { now } = await several(bench);
  expect(now).toEqual({ ...allOf(true), confirmation: isShown, solved: isShown });
});

const three = ['UKIM', 'ULEA', 'USAM'];
const ofThree = (events: (who: string) => Lived['events'], more: Partial<Lived> = {}): Lived[] =>
  three.map((who, index) => open(index + 1, { events: [posted(300), ...events(who)], ...more }));
const first = { claim: true, firstAnswer: true };

test.each<[string, Partial<Several>, Lived[]]>([
  [
    'they took it on, and flagged it without their name',
    first,
    ofThree((owner) => [['claimed', 9, undefined, { owner }]]),
  ],
  [
    'they took it on after somebody else had',
    {},
    ofThree((who) => [
      ['claimed', 9, 'UANA'],
      ['claimed', 8, who],
    ]),
  ],
  [
    'they took it on long ago',
    {},
    ofThree((who) => [
      ['claimed', week * 6, who],
      ['claimed', 8, 'UANA'],
    ]),
  ],
  [
    'they told more of what somebody else had answered',
    {},
    ofThree((who) => [
      ['inquired', 9, 'UANA'],
      ['updated', 8, who],
    ]),
  ],
  [
    'they named a day for what they had flagged',
    { firstAnswer: true },
    ofThree((by) => [['looks-again', 9, undefined, { by }]]),
  ],
  [
    'each answered otherwise',
    { firstAnswer: true },
    [
      open(1, { events: [posted(20), ['declined', 9, 'UKIM']] }),
      open(2, { events: [posted(20), ['looks-again', 9, 'ULEA']] }),
      open(3, { events: [posted(20), ['offered', 9, 'USAM']] }),
    ],
  ],
  [
    'they confirmed it, and it was somebody’s fix',
    {},
    ofThree((who) => [
      ['resolved', 300, 'UANA'],
      ['confirmed', 8, who],
    ]),
  ],
  [
    'it was theirs in the end',
    { confirmation: true, solved: true },
    ofThree((who) => [
      ['resolved', 20, 'UANA'],
      ['resolved', 9, who],
      ['confirmed', 8, 'UANA'],
    ]),
  ],
  [
    'it was solved by somebody else in the end',
    {},
    ofThree((who) => [
      ['resolved', 20, who],
      ['resolved', 9, 'UANA'],
    ]),
  ],
  [
    'they passed on, or called back, what was asked',
    {},
    ofThree((who) => [
      ['asked', 20, who],
      ['ask-passed', 9, who],
      ['ask-closed', 8, who, { how: 'called-back', lead: null }],
    ]),
  ],
  [
    'they solved it before anybody had answered what they asked',
    {},
    ofThree((who) => [
      ['asked', 20, who],
      ['ask-closed', 8, who, { how: 'solved', lead: null }],
    ]),
  ],
  [
    'they had promised it until its owner solved it',
    { asks: true },
    ofThree((by) => [
      ['asked', 20, 'UANA'],
      ['ask-promised', 9, undefined, { by }],
      ['ask-closed', 8, 'UANA', { how: 'solved', lead: by }],
    ]),
  ],
  [
    'they had what was asked for taken over',
    { asks: true },
    ofThree((lead) => [
      ['asked', 20, 'UANA'],
      ['handed-over', 9, 'UANA'],
      ['ask-closed', 9, 'UANA', { how: 'taken-over', lead }],
    ]),
  ],
  [
    'they asked once more',
    {},
    ofThree((who) => [
      ['asked', 20, who],
      ['asked', 9, who],
    ]),
  ],
  [
    'they promised it',
    { asks: true },
    ofThree((by) => [
      ['asked', 20, 'UANA'],
      ['ask-promised', 9, undefined, { by }],
      ['ask-closed', 8, 'UANA', { how: 'done', lead: 'UANA' }],
    ]),
  ],
  [
    'their fix came back',
    { lasting: true },
    ofThree((who) => [['resolved', 900, who], ['confirmed', 890], cameBack(9)]),
  ],
  [
    'their fix came back long ago',
    {},
    ofThree((who) => [['resolved', 2000, who], ['confirmed', 1990], cameBack(7 * week)]),
  ],
  [
    'their fix came back as another issue',
    { lasting: true },
    [
      ...ofThree((who) => [
        ['resolved', 900, who],
        ['confirmed', 890],
      ]),
      ...[1, 2, 3].map((returnOf) => open(returnOf + 3, { events: [posted(8)], returnOf })),
    ],
  ],
  [
    'somebody’s fix held, and theirs came later',
    { solved: true },
    ofThree((who) => [
      ['resolved', 900, 'UANA'],
      ['confirmed', 890],
      ['held', 9],
      ['resolved', 8, who],
    ]),
  ],
])('%s', async (_, wanted, all) => {
  const { now } = await several(await started(all));
  expect(now).toEqual({ ...allOf(false), ...wanted });
});
