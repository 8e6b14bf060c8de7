import { globSync, readFileSync } from 'node:fs';

import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';

import { readOwnMirror } from '../../src/platform/postgres/mirror.ts';
import { aMirror } from '../support/a-mirror.ts';
import { lived, people } from './a-history.ts';
import type { Lived } from './a-history.ts';
import { aStore } from './a-store.ts';

/** A lead's mirror is for that lead alone: no figure about one person is ever shown to another. */

const now = Temporal.Instant.from('2026-11-23T09:00:00Z');

/** Kim and Lea lead, Sam and Ana don't. */
async function aBench(all: readonly Lived[]) {
  const bench = await aStore();
  const { ask, workspace } = bench;
  await people(bench, ['UKIM', 'ULEA', 'USAM', 'UANA']);
  await ask(
    `insert into leads (workspace_id, person_id, rung)
      select workspace_id, id, 0 from people where slack_user_id in ('UKIM', 'ULEA')`,
  );
  await lived(bench, now, all);
  const store = { ...bench.store, clock: () => now };
  const mirrorOf = (slackUser: string) => readOwnMirror(store, { workspace, slackUser, adminUsers: [] });
  return { bench, store, mirrorOf };
}

/** `inquired by UKIM`, an hour after the other. */
const life = (number: number, state: string, owner: string | null, ...deeds: readonly string[]): Lived => ({
  number,
  state,
  ...(owner === null ? {} : { owner }),
  events: ['posted', ...deeds].map((deed, at) => {
    const [type = '', actor] = deed.split(' by ');
    return [type, 100 - at, actor, type === 'declined' ? { as: 'lead' } : {}] as const;
  }),
});

/** What Kim did, with others as everybody but Kim. */
const history = (sam = 'USAM', lea = 'ULEA'): readonly Lived[] => [
  life(1, 'confirmed', 'USAM', 'inquired by UKIM', `claimed by ${sam}`, `resolved by ${sam}`, 'confirmed'),
  life(2, 'resolved', 'USAM', 'inquired by UKIM', `claimed by ${sam}`, `resolved by ${sam}`),
  life(3, 'claimed', 'UKIM', 'claimed by UKIM'),
  life(4, 'declined', null, 'declined by UKIM'),
  life(5, 'open', null, 'looks-again by UKIM'),
  life(6, 'declined', null, `declined by ${lea}`, 'upheld by UKIM'),
  life(7, 'claimed', 'USAM', `claimed by ${sam}`, 'inquired by UKIM'),
];

const learned = `insert into learnings select workspace_id, number, 'A line', 'a line', '', now()
  from issues where number in (1, 7)`;

const kims = aMirror({
  firstAnswers: 5,
  byOthers: 2,
  byYou: 1,
  notDoing: 1,
  lookAgain: 1,
  looks: 1,
  learnings: 1,
});

test('each lead sees what they did themselves, and nothing of the other', async () => {
  const { bench, mirrorOf } = await aBench(history());
  await bench.ask(learned);
  expect(await mirrorOf('UKIM')).toEqual(kims);
  expect(await mirrorOf('ULEA')).toEqual(aMirror({ firstAnswers: 1, notDoing: 1 }));
});

test('whoever does not lead sees none, also not of what they did; nor does somebody unknown', async () => {
  const { mirrorOf } = await aBench(history());
  expect(await mirrorOf('USAM')).toBeNull();
  expect(await mirrorOf('UNEW')).toBeNull();
});

test('who of the others did what changes nothing in it', async () => {
  const { bench, mirrorOf } = await aBench(history('ULEA', 'UANA'));
  await bench.ask(learned);
  expect(await mirrorOf('UKIM')).toEqual(kims);
});

test('it reaches back eight weeks', async () => {
  const week = 7 * 24;
  const answered = (number: number, hoursAgo: number): Lived => ({
    number,
    state: 'open',
    events: [
      ['posted', 9 * week],
      ['inquired', hoursAgo, 'UKIM'],
    ],
  });
  const { mirrorOf } = await aBench([answered(1, 8 * week + 1), answered(2, 8 * week - 1)]);
  expect(await mirrorOf('UKIM')).toEqual(aMirror({ firstAnswers: 1 }));
});

test('it is kept nowhere: to look leaves no trace', async () => {
  const { bench, mirrorOf } = await aBench(history());
  const counted = `select (select count(*) from events)::int as events, (select count(*) from shares)::int as shares,
    (select count(*) from messages)::int as messages, (select count(*) from pgboss.job)::int as jobs`;
  const before = await bench.ask(counted);
  await mirrorOf('UKIM');
  expect(await bench.ask(counted)).toEqual(before);
  expect(before).toMatchObject([{ shares: 0 }]);
});

const sources = globSync('src/**/*.ts').map((file) => ({ file, source: readFileSync(file, 'utf8') }));

test('nobody else’s can be asked for: the query takes its person from the visit, and has one caller', () => {
  const own = sources.find(({ file }) => file.endsWith('postgres/mirror.ts'))?.source ?? '';
  expect([...own.matchAll(/export (?:async )?function (\w+)/g)].map(([, name]) => name)).toEqual([
    'readOwnMirror',
  ]);
  expect(own).not.toContain('PersonId');
  expect(own).toContain('const { id } = await personFor(tx, workspace, slackUser);');
  const callers = sources.filter(
    ({ source, file }) => source.includes('readOwnMirror') && !file.includes('postgres/'),
  );
  expect(callers.map(({ file }) => file)).toEqual(['src/features/mirror/mirror.ts']);
  const calls = [...(callers[0]?.source ?? '').matchAll(/readOwnMirror\(([^)]*)\)/g)].map(([, args]) => args);
  expect(calls).toEqual(['store, { workspace, slackUser, adminUsers: settings.adminUsers }']);
  expect(callers[0]?.source).toContain('{ workspace, slackUser }: Press | Submission');
});
