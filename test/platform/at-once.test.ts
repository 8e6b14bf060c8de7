import { expect, test } from 'vitest';

import { changeIssue, takeTurn } from '../../src/platform/postgres/change-issue.ts';
import { flagIssue } from '../../src/platform/postgres/flag-issue.ts';
import type { Wish } from '../../src/platform/postgres/wish.ts';
import { aChange, aFlag, aStore, waitingIn } from './a-store.ts';
import type { TestStore } from './a-store.ts';

async function posted(bench: TestStore, slackUser: string, text: string, isStuck = false): Promise<number> {
  const flag = aFlag(bench, { slackUser, text, pauseSeconds: 0 });
  const { number } = await flagIssue(bench.store, { ...flag, gap: { ...flag.gap, isStuck } });
  await takeTurn(bench.store, bench.workspace, number, 'post');
  return number;
}

async function does(bench: TestStore, slackUser: string, number: number, wish: Wish) {
  return await changeIssue(bench.store, aChange(bench.workspace, number, slackUser, wish));
}

/** While somebody else holds these issues all come as far as they can, and one may look; then they go on. */
async function atOnce<T>(
  bench: TestStore,
  held: readonly number[],
  all: readonly (() => Promise<T>)[],
  look = (): Promise<void> => Promise.resolve(),
) {
  const holder = await bench.pool.connect();
  try {
    await holder.query(`begin; select set_config('app.workspace', '${bench.workspace}', true)`);
    await holder.query('select from issues where number = any($1) for update', [held]);
    const done = Promise.all(all.map((it) => it()));
    done.catch(() => undefined);
    await expect.poll(() => waitingIn(bench)).toBe(all.length);
    await look();
    await holder.query('commit');
    return await done;
  } finally {
    holder.release();
  }
}

const apart = { type: 'not-duplicate', of: null } as const;

test('two say Not a duplicate of the same one: it comes apart once', async () => {
  const bench = await aStore();
  const first = await posted(bench, 'ULEA', 'The kettle leaks');
  const second = await posted(bench, 'UANA', 'The teapot leaks');
  await does(bench, 'UANA', second, { type: 'duplicate', of: first });
  const press = () => does(bench, 'UANA', second, apart);
  const outcomes = await atOnce(bench, [second], [press, press]);
  expect(outcomes.map((it) => it.ok)).toEqual([true, true]);
  expect(await bench.ask(`select seq from events where type = 'separated'`)).toHaveLength(1);
  expect(await bench.ask(`select seq from events where type = 'unmerged'`)).toHaveLength(1);
});

test('two duplicates of one issue come apart from it at once: none of its people is counted there any more', async () => {
  const bench = await aStore();
  const first = await posted(bench, 'ULEA', 'The kettle leaks');
  const second = await posted(bench, 'UANA', 'The teapot leaks');
  const third = await posted(bench, 'UKIM', 'The mug leaks');
  await does(bench, 'UANA', second, { type: 'duplicate', of: first });
  await does(bench, 'UKIM', third, { type: 'duplicate', of: first });
  const outcomes = await atOnce(
    bench,
    [first],
    [() => does(bench, 'UANA', second, apart), () => does(bench, 'UKIM', third, apart)],
  );
  expect(outcomes.map((it) => it.ok)).toEqual([true, true]);
  expect(await bench.ask(`select seq from events where type = 'unmerged'`)).toHaveLength(2);
  expect(await bench.ask(`select duplicates from issues where number = ${first}`)).toEqual([
    { duplicates: [] },
  ]);
  expect(await bench.ask(`select id from participants where role = 'me-too'`)).toEqual([]);
});

test('a silence ends help further down as well: what is held meanwhile is waited for before anything is taken', async () => {
  const bench = await aStore();
  const { store, workspace, ask } = bench;
  const first = await posted(bench, 'ULEA', 'The kettle leaks', true);
  const second = await posted(bench, 'UANA', 'The teapot leaks');
  await does(bench, 'ULEA', first, { type: 'duplicate', of: second });
  await ask(`insert into people (workspace_id, slack_user_id, is_member) values ($1, 'USAM', true)`, [
    workspace,
  ]);
  await does(bench, 'USAM', second, { type: 'claim' });
  const solution = { changed: 'A new one', kind: 'one-off', learning: null } as const;
  await does(bench, 'USAM', second, { type: 'resolve', solution });
  await does(bench, 'ULEA', second, { type: 'answer', verdict: 'fixed' });
  await ask(`update issues set life = life || '{"reporterIsSilent": true}' where number = ${second}`);
  const falls = () => takeTurn(store, workspace, second, 'fall-silent');
  await atOnce(bench, [first], [falls], async () => {
    expect(await ask('select number from issues for update skip locked')).toEqual([{ number: second }]);
  });
  expect(
    await ask(`select type from events where type in ('confirmed', 'help-ended') order by type`),
  ).toEqual([{ type: 'confirmed' }, { type: 'help-ended' }]);
});
