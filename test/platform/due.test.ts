import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';

import { changeIssue, takeTurn } from '../../src/platform/postgres/change-issue.ts';
import { flagIssue } from '../../src/platform/postgres/flag-issue.ts';
import { personFor, saveMembership } from '../../src/platform/postgres/people.ts';
import { transact } from '../../src/platform/postgres/transact.ts';
import type { Wish } from '../../src/platform/postgres/wish.ts';
import { stands } from '../../src/platform/slack/endings.ts';
import { aChange, aFlag, aStore } from './a-store.ts';
import type { TestStore } from './a-store.ts';

async function known({ store, workspace }: TestStore, slackUser: string, hasLeft = false): Promise<void> {
  await transact(store, { workspace }, async (tx) => {
    await personFor(tx, workspace, slackUser);
    await saveMembership(
      tx,
      workspace,
      slackUser,
      { isMember: true, isAdmin: false, hasLeft },
      store.clock(),
    );
  });
}

async function posted(bench: TestStore, text: string): Promise<number> {
  const { number } = await flagIssue(bench.store, aFlag(bench, { text, pauseSeconds: 0 }));
  await takeTurn(bench.store, bench.workspace, number, 'post');
  return number;
}

async function dueOf(bench: TestStore, number: number): Promise<unknown> {
  return (await bench.ask(`select kind from due where subject = '${number}'`)).map(({ kind }) => kind);
}

const solution = { changed: 'A second key', kind: 'one-off', learning: null } as const;

test('a reporter who has left is not waited for any more, nor found due again and again', async () => {
  const bench = await aStore();
  const number = await posted(bench, 'The key is lost');
  for (const who of ['USAM', 'ULEA', 'UKIM']) await known(bench, who);
  const does = (who: string, wish: Wish) =>
    changeIssue(bench.store, aChange(bench.workspace, number, who, wish));
  await does('ULEA', { type: 'me-too' });
  await does('UKIM', { type: 'me-too' });
  await does('USAM', { type: 'claim' });
  await does('USAM', { type: 'resolve', solution });
  expect(await dueOf(bench, number)).toEqual(['fall-silent']);
  await known(bench, 'UANA', true);
  await does('ULEA', { type: 'answer', verdict: 'fixed' });
  await does('UKIM', { type: 'answer', verdict: 'fixed' });
  const inEightDays = { ...bench.store, clock: () => Temporal.Now.instant().add({ hours: 24 * 8 }) };
  await takeTurn(inEightDays, bench.workspace, number, 'fall-silent');
  expect(await dueOf(bench, number)).toEqual([]);
});

test('a reporter’s silence begins when the question comes, and lasts five days once it came again; where it can reach nobody, when it was called solved', async () => {
  const bench = await aStore();
  for (const who of ['UANA', 'USAM']) await known(bench, who);
  const numbers = [await posted(bench, 'The key is lost'), await posted(bench, 'The bell is mute')];
  for (const number of numbers) {
    await changeIssue(bench.store, aChange(bench.workspace, number, 'USAM', { type: 'claim' }));
    await changeIssue(bench.store, aChange(bench.workspace, number, 'USAM', { type: 'resolve', solution }));
  }
  const [resting = 0, unreachable = 0] = numbers;
  await bench.ask(
    `update messages set state = 'ended' where kind = 'question' and subject = '${unreachable}/1'`,
  );
  const looksIn = async (days: number): Promise<unknown> => {
    const then = { ...bench.store, clock: () => Temporal.Now.instant().add({ hours: 24 * days }) };
    for (const number of numbers) await takeTurn(then, bench.workspace, number, 'fall-silent');
    const silent = await bench.ask(`select issue::int from events where type = 'fell-silent'`);
    return silent.map(({ issue }) => issue);
  };
  expect(await looksIn(13)).toEqual([]);
  expect(await looksIn(15)).toEqual([unreachable]);
  await bench.ask(
    `update messages set state = 'sent', channel = 'D1', ts = '1.1', arrived_at = now() + interval '15 days'
      where kind = 'question' and subject = '${resting}/1'`,
  );
  expect(await looksIn(30)).toEqual([unreachable]);
  await bench.ask(`update nudges set sent_at = now() + interval '26 days' where subject = '${resting}/1'`);
  expect(await looksIn(30)).toEqual([unreachable]);
  expect(await looksIn(32)).toEqual([unreachable, resting]);
});

test('a copy that a dead process left is drawn again once it is found, since nobody knows how old it is', async () => {
  const bench = await aStore();
  await posted(bench, 'The stamp is dry');
  const [card] =
    await bench.ask(`update messages set state = 'sending', leased_until = now() - interval '1 second'
    where kind = 'card' and ts is null returning id`);
  const id = String(card?.id);
  const draws = () =>
    bench.ask(`select id from pgboss.job where name = 'draw' and data->>'message' = '${id}'`);
  const before = (await draws()).length;
  await stands(bench, bench.workspace, id, { channel: 'C0ISSUES', ts: '1.1' }, null);
  expect((await draws()).length).toBe(before + 1);
});
