import { expect, test } from 'vitest';

import { chosenOf } from '../../src/core/mirror.ts';
import { readShared, share } from '../../src/platform/postgres/shares.ts';
import { aMirror } from '../support/a-mirror.ts';
import { people } from './a-history.ts';
import { aStore } from './a-store.ts';

const own = aMirror({ firstAnswers: 2, byOthers: 1, byYou: 1 });
const shown = chosenOf(own, ['step-in']);
const { mirror } = shown;

test('the same form sent again, or three times at once, shares nothing more; another one does', async () => {
  const bench = await aStore();
  const { store, workspace, ask } = bench;
  await people(bench, ['UKIM']);
  const sharer = { workspace, slackUser: 'UKIM', adminUsers: ['UKIM'] };
  const once = await Promise.all([1, 2, 3].map(() => share(store, sharer, shown, 'V1')));
  expect(once).toEqual(['shared', 'shared', 'shared']);
  await share(store, sharer, shown, 'V1');
  expect(await ask(`select kind from messages where kind = 'share'`)).toHaveLength(1);
  await share(store, sharer, shown, 'V2');
  expect(await ask(`select kind from messages where kind = 'share'`)).toHaveLength(2);
});

test('whoever does not lead shares nothing', async () => {
  const bench = await aStore();
  const { store, workspace, ask } = bench;
  await people(bench, ['USAM']);
  const sharer = { workspace, slackUser: 'USAM', adminUsers: ['UKIM'] };
  expect(await share(store, sharer, shown, 'V1')).toBe('not-a-lead');
  expect(await ask('select 1 from shares')).toEqual([]);
});

test('what was shared before there were asks is read as it was', () => {
  const before = { ...shown, mirror: { ...mirror, asksAnswered: undefined } };
  expect(readShared(JSON.stringify(before))).toEqual(shown);
});

test('what only they see, or did not choose, is not kept, whatever a form says', () => {
  const told = { ...shown, mirror: { ...own, asksEnded: 5, takenOver: 4 } };
  expect(readShared(JSON.stringify(told))).toEqual(shown);
});
