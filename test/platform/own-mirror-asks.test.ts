import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';

import { readOwnMirror } from '../../src/platform/postgres/mirror.ts';
import { lived, people } from './a-history.ts';
import type { Lived } from './a-history.ts';
import { aStore } from './a-store.ts';

/** What asks for support tell a lead of themselves, and of nobody else. */

const now = Temporal.Instant.from('2026-11-23T09:00:00Z');
const week = 7 * 24;

type Ids = Readonly<Record<string, string>>;
type Deed = readonly [type: string, actor: string, data?: object];

/** Kim and Lea lead; the owners are Sam and Ana. */
async function asksOf(all: (ids: Ids) => readonly Lived[]) {
  const bench = await aStore();
  const { ask, workspace } = bench;
  await people(bench, ['UKIM', 'ULEA', 'USAM', 'UANA']);
  await ask(
    `insert into leads (workspace_id, person_id, rung)
      select workspace_id, id, 0 from people where slack_user_id in ('UKIM', 'ULEA')`,
  );
  const rows = await ask<{ name: string; id: string }>('select slack_user_id as name, id from people');
  await lived(bench, now, all(Object.fromEntries(rows.map(({ name, id }) => [name, id]))));
  const store = { ...bench.store, clock: () => now };
  return async (slackUser: string) => {
    const own = await readOwnMirror(store, { workspace, slackUser, adminUsers: [] });
    if (own === null) return null;
    const { asksAnswered, supportPromised, supportGiven, supportUnneeded, asksEnded, takenOver } = own;
    return { asksAnswered, supportPromised, supportGiven, supportUnneeded, asksEnded, takenOver };
  };
}

const none = {
  asksAnswered: 0,
  supportPromised: 0,
  supportGiven: 0,
  supportUnneeded: 0,
  asksEnded: 0,
  takenOver: 0,
};

/** An hour after the other, the last of them so many hours ago. */
const life = (number: number, deeds: readonly Deed[], hoursAgo = 10): Lived => ({
  number,
  state: 'claimed',
  owner: 'USAM',
  events: deeds.map(([type, actor, data = {}], at) => [type, hoursAgo + deeds.length - 1 - at, actor, data]),
});

const asked = (ids: Ids, to: string, owner = 'USAM'): Deed => ['asked', owner, { to: [ids[to]] }];
const promised = (ids: Ids, by: string): Deed => ['ask-promised', by, { by: ids[by] }];
const closed = (ids: Ids, by: string, how: string, owner = 'USAM'): Deed => [
  'ask-closed',
  by,
  { how, owner: ids[owner], lead: how === 'called-back' ? null : ids[by] },
];
const passedTo = (ids: Ids, by: string, to: string): Deed => [
  'ask-passed',
  by,
  { why: 'passed-on', by: ids[by], on: { to: [ids[to]] } },
];
const offersToTake = (ids: Ids, by: string): Deed => ['take-offered', by, { by: ids[by] }];
/** As it is written when an ask ends with the ownership. */
const takenBy = (ids: Ids, to: string, actor = 'USAM'): readonly Deed[] => [
  handedTo(ids, to, actor),
  ['ask-closed', actor, { how: 'taken-over', owner: ids['USAM'], lead: ids[to] }],
];
const handedTo = (ids: Ids, to: string, actor = 'USAM'): Deed => [
  'handed-over',
  actor,
  { from: ids['USAM'], to: ids[to] },
];

test('asks answered, support promised and given, each by whoever did it', async () => {
  const mirrorOf = await asksOf((ids) => [
    life(1, [asked(ids, 'UKIM'), closed(ids, 'UKIM', 'answered')]),
    life(2, [asked(ids, 'UKIM'), closed(ids, 'UKIM', 'not-possible')]),
    life(3, [asked(ids, 'UKIM'), promised(ids, 'UKIM'), closed(ids, 'UKIM', 'done')]),
    life(4, [asked(ids, 'UKIM'), promised(ids, 'UKIM')]),
    life(5, [asked(ids, 'UKIM'), passedTo(ids, 'UKIM', 'ULEA'), closed(ids, 'ULEA', 'done')]),
    life(6, [asked(ids, 'UKIM'), closed(ids, 'USAM', 'called-back')]),
  ]);
  expect(await mirrorOf('UKIM')).toEqual({
    asksAnswered: 3,
    supportPromised: 2,
    supportGiven: 1,
    supportUnneeded: 0,
    asksEnded: 3,
    takenOver: 1,
  });
  expect(await mirrorOf('ULEA')).toEqual({
    ...none,
    asksAnswered: 1,
    supportGiven: 1,
    asksEnded: 1,
    takenOver: 1,
  });
  expect(await mirrorOf('USAM')).toBeNull();
});

test('a lead who asked for support themselves, and called it back, has answered nothing', async () => {
  const mirrorOf = await asksOf((ids) => [
    life(1, [asked(ids, 'ULEA', 'UKIM'), closed(ids, 'UKIM', 'called-back', 'UKIM')]),
  ]);
  expect(await mirrorOf('UKIM')).toEqual(none);
});

test('what they had promised until its owner called it solved is neither given nor taken over', async () => {
  const solved = (ids: Ids, lead: string | null, owner = 'USAM'): Deed => [
    'ask-closed',
    owner,
    { how: 'solved', owner: ids[owner], lead: lead === null ? null : ids[lead] },
  ];
  const mirrorOf = await asksOf((ids) => [
    life(1, [asked(ids, 'UKIM'), promised(ids, 'UKIM'), solved(ids, 'UKIM')]),
    life(2, [asked(ids, 'UKIM'), solved(ids, null)]),
    life(3, [asked(ids, 'UKIM', 'ULEA'), solved(ids, null, 'ULEA')]),
    life(4, [asked(ids, 'UKIM', 'ULEA'), promised(ids, 'UKIM'), solved(ids, 'UKIM', 'ULEA')]),
    life(5, [asked(ids, 'UKIM'), promised(ids, 'UKIM'), solved(ids, 'UKIM')], 8 * week + 1),
  ]);
  expect(await mirrorOf('UKIM')).toEqual({
    asksAnswered: 2,
    supportPromised: 2,
    supportGiven: 0,
    supportUnneeded: 2,
    asksEnded: 2,
    takenOver: 0,
  });
  expect(await mirrorOf('ULEA')).toEqual(none);
});

test('another date is the same promise; another ask is another', async () => {
  const again = (ids: Ids): readonly Deed[] => [
    asked(ids, 'UKIM'),
    promised(ids, 'UKIM'),
    promised(ids, 'UKIM'),
    closed(ids, 'UKIM', 'done'),
  ];
  const mirrorOf = await asksOf((ids) => [life(1, [...again(ids), ...again(ids)])]);
  expect(await mirrorOf('UKIM')).toMatchObject({ supportPromised: 2, supportGiven: 2, asksEnded: 2 });
});

test.each<[string, (ids: Ids) => readonly Deed[]]>([
  [
    'its owner says yes to their offer',
    (ids) => [asked(ids, 'UKIM'), offersToTake(ids, 'UKIM'), handedTo(ids, 'UKIM')],
  ],
  ['the ask is closed with that', (ids) => [asked(ids, 'UKIM'), ...takenBy(ids, 'UKIM')]],
  ['they say yes, and the ask is closed', (ids) => [asked(ids, 'UKIM'), ...takenBy(ids, 'UKIM', 'UKIM')]],
  ['they say yes to its owner’s', (ids) => [asked(ids, 'UKIM'), handedTo(ids, 'UKIM', 'UKIM')]],
  [
    'it had come to them from another rung',
    (ids) => [asked(ids, 'ULEA'), passedTo(ids, 'ULEA', 'UKIM'), handedTo(ids, 'UKIM', 'UKIM')],
  ],
  [
    'they had promised it',
    (ids) => [asked(ids, 'ULEA'), promised(ids, 'UKIM'), handedTo(ids, 'UKIM', 'UKIM')],
  ],
  [
    'another had offered before',
    (ids) => [asked(ids, 'UKIM'), offersToTake(ids, 'ULEA'), handedTo(ids, 'UKIM', 'UKIM')],
  ],
])('taken over: %s', async (_, deeds) => {
  const mirrorOf = await asksOf((ids) => [life(1, deeds(ids))]);
  expect(await mirrorOf('UKIM')).toMatchObject({ asksAnswered: 0, asksEnded: 1, takenOver: 1 });
  expect(await mirrorOf('ULEA')).toMatchObject({ asksEnded: 0, takenOver: 0 });
});

test.each<[string, (ids: Ids) => readonly Deed[]]>([
  ['nothing was asked', (ids) => [handedTo(ids, 'UKIM', 'UKIM')]],
  ['it was asked of another', (ids) => [asked(ids, 'ULEA'), handedTo(ids, 'UKIM', 'UKIM')]],
  [
    'the ask had ended',
    (ids) => [asked(ids, 'UKIM'), closed(ids, 'USAM', 'called-back'), handedTo(ids, 'UKIM', 'UKIM')],
  ],
  [
    'it had been let go meanwhile',
    (ids) => [asked(ids, 'UKIM'), ['let-go', 'USAM'], ['claimed', 'UANA'], handedTo(ids, 'UKIM', 'UKIM')],
  ],
  ['it went to somebody else', (ids) => [asked(ids, 'UKIM'), handedTo(ids, 'UANA', 'UANA')]],
])('not taken over: %s', async (_, deeds) => {
  const mirrorOf = await asksOf((ids) => [life(1, deeds(ids))]);
  expect(await mirrorOf('UKIM')).toEqual(none);
});

test('the last five are looked at, of the last eight weeks', async () => {
  const mirrorOf = await asksOf((ids) => {
    const done = (number: number, hoursAgo: number) =>
      life(number, [asked(ids, 'UKIM'), closed(ids, 'UKIM', 'done')], hoursAgo);
    const answered = (number: number, hoursAgo: number) =>
      life(number, [asked(ids, 'UKIM'), closed(ids, 'UKIM', 'answered')], hoursAgo);
    const taken = (number: number, hoursAgo: number) =>
      life(number, [asked(ids, 'UKIM'), handedTo(ids, 'UKIM')], hoursAgo);
    return [
      done(1, 8 * week + 1),
      taken(2, 8 * week + 1),
      done(3, 60),
      taken(4, 50),
      done(5, 40),
      done(6, 30),
      answered(7, 20),
      taken(8, 10),
    ];
  });
  expect(await mirrorOf('UKIM')).toEqual({
    asksAnswered: 4,
    supportPromised: 0,
    supportGiven: 3,
    supportUnneeded: 0,
    asksEnded: 6,
    takenOver: 4,
  });
});

test('what anybody said would have let them settle it is asked for nowhere', async () => {
  const lesson = (of: number, as: string, kind: string): Deed => [
    'lesson-told',
    'nobody',
    { of, as, lesson: kind },
  ];
  const history = (kind: string) => (ids: Ids) => [
    life(1, [
      asked(ids, 'UKIM'),
      closed(ids, 'UKIM', 'answered'),
      lesson(2, 'owner', kind),
      lesson(2, 'lead', kind),
    ]),
  ];
  const [one, other] = [await asksOf(history('freedom')), await asksOf(history('tool'))];
  expect(await one('UKIM')).toEqual(await other('UKIM'));
  expect(await one('UKIM')).toEqual({ ...none, asksAnswered: 1, asksEnded: 1 });
});
