import { globSync } from 'node:fs';
import { readFile } from 'node:fs/promises';

import { expect, test } from 'vitest';

import { changeIssue, takeTurn } from '../../src/platform/postgres/change-issue.ts';
import { flagIssue } from '../../src/platform/postgres/flag-issue.ts';
import { loadOwnThanks } from '../../src/platform/postgres/own-thanks.ts';
import type { Wish } from '../../src/platform/postgres/wish.ts';
import { aChange, aFlag, aStore } from './a-store.ts';
import type { TestStore } from './a-store.ts';

/** Flagged by Ana for somebody who is stuck; then each of these does their part. */
async function goesOn(
  bench: TestStore,
  steps: readonly (readonly [who: string, wish: Wish])[],
): Promise<number> {
  const { store, workspace, ask } = bench;
  const flag = aFlag(bench, { pauseSeconds: 0 });
  const { number } = await flagIssue(store, { ...flag, gap: { ...flag.gap, isStuck: true } });
  await takeTurn(store, workspace, number, 'post');
  await ask(
    `insert into people (workspace_id, slack_user_id, is_member) values ($1, 'USAM', true), ($1, 'ULEA', true)`,
    [workspace],
  );
  for (const [who, wish] of steps)
    expect(await changeIssue(store, aChange(workspace, number, who, wish))).toMatchObject({ ok: true });
  return number;
}

async function inRole({ ask }: TestStore, role: string): Promise<string[]> {
  const rows = await ask<{ who: string }>(
    `select slack_user_id as who from participants a join people p on p.id = a.person_id where a.role = $1`,
    [role],
  );
  return rows.map(({ who }) => who);
}

async function migrates({ ask }: TestStore, name: string): Promise<void> {
  const [file = ''] = globSync(`migrations/*_${name}/migration.sql`);
  await ask((await readFile(file, 'utf8')).replaceAll('--> statement-breakpoint', ''));
}

test('whoever owned it before, helped, or gave support, is found of what is older than these roles', async () => {
  const bench = await aStore();
  const number = await goesOn(bench, [
    ['USAM', { type: 'claim' }],
    ['USAM', { type: 'let-go' }],
    ['ULEA', { type: 'claim' }],
  ]);
  expect(await inRole(bench, 'former-owner')).toEqual(['USAM']);
  await bench.ask(`delete from participants where role = 'former-owner'`);
  await bench.ask(
    `update issues set life = life || jsonb_build_object('supporters',
       (select json_agg(id) from people where slack_user_id = 'USAM')) where number = $1`,
    [number],
  );
  await bench.ask(
    `insert into events (workspace_id, issue, seq, type, actor_role, data, at)
       select workspace_id, $1, 90 + nth, 'helped', 'helper', jsonb_build_object('helper', id, 'line', 'So'), now()
       from people, generate_series(1, 2) nth where slack_user_id = 'ULEA'`,
    [number],
  );
  await migrates(bench, 'former-owners');
  expect(await inRole(bench, 'former-owner')).toEqual(['USAM']);
  expect(await inRole(bench, 'supporter')).toEqual(['USAM']);
  expect(await inRole(bench, 'owner')).toEqual(['ULEA']);
  await migrates(bench, 'helpers');
  expect(await inRole(bench, 'has-helped')).toEqual(['ULEA']);
  const shielded = await bench.ask(
    `select from pg_class where relname in ('issues', 'events', 'participants') and relforcerowsecurity`,
  );
  expect(shielded).toHaveLength(3);
});

test('whoever helped finds the thanks on Home as its owner does, and nobody else', async () => {
  const bench = await aStore();
  const solution = { changed: 'A guard', kind: 'added-guard', learning: null } as const;
  await goesOn(bench, [
    ['ULEA', { type: 'help' }],
    ['ULEA', { type: 'helped', line: 'The till next door' }],
    ['USAM', { type: 'claim' }],
    ['USAM', { type: 'resolve', solution }],
    ['UANA', { type: 'answer', verdict: 'fixed' }],
    ['UANA', { type: 'thank', text: 'My desk is dry again', mayShow: false }],
  ]);
  const { store, workspace } = bench;
  const found = async (slackUser: string) =>
    (await loadOwnThanks(store, { workspace, slackUser, adminUsers: [] })).length;
  expect([await found('ULEA'), await found('USAM'), await found('UANA')]).toEqual([1, 1, 0]);
});
