import { globSync } from 'node:fs';
import { readFile } from 'node:fs/promises';

import { expect, test } from 'vitest';

import { changeIssue, takeTurn } from '../../src/platform/postgres/change-issue.ts';
import { answerCredit } from '../../src/platform/postgres/credits.ts';
import { flagIssue } from '../../src/platform/postgres/flag-issue.ts';
import { openCredits } from '../../src/platform/postgres/home-learned.ts';
import { loadOwnThanks } from '../../src/platform/postgres/own-thanks.ts';
import { personFor } from '../../src/platform/postgres/people.ts';
import { transact } from '../../src/platform/postgres/transact.ts';
import type { Wish } from '../../src/platform/postgres/wish.ts';
import { aChange, aFlag, aStore } from './a-store.ts';
import type { TestStore } from './a-store.ts';

const solution = { changed: 'A guard', kind: 'added-guard', learning: 'Ask first' } as const;

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

test('whoever met it is asked on Home whether they may be named where no message asks them, once', async () => {
  const bench = await aStore();
  const number = await goesOn(bench, [
    ['UKIM', { type: 'me-too' }],
    ['ULEA', { type: 'me-too' }],
    ['USAM', { type: 'claim' }],
    ['USAM', { type: 'resolve', solution }],
    ['UKIM', { type: 'answer', verdict: 'fixed' }],
    ['ULEA', { type: 'answer', verdict: 'fixed' }],
    ['UANA', { type: 'answer', verdict: 'fixed' }],
  ]);
  await bench.ask(`update people set is_only_on_home = true where slack_user_id = 'ULEA'`);
  const { store, workspace } = bench;
  const isAsked = async (slackUser: string) =>
    await transact(store, { workspace }, async (tx) => {
      const { id } = await personFor(tx, workspace, slackUser);
      return (await openCredits(tx, workspace, id, [number])).has(number);
    });
  expect([await isAsked('ULEA'), await isAsked('UKIM')]).toEqual([true, false]);
  await answerCredit(store, { workspace, number, slackUser: 'ULEA', isListedAdmin: false }, 'no');
  expect(await isAsked('ULEA')).toBe(false);
});

test.each([
  ['an issue', '', ['UANA', 'USAM']],
  ['a trial, which is gone before they could say', 'trial/', []],
])('of %s: who is asked whether they may be named', async (_, before, asked) => {
  const bench = await aStore();
  const { store, workspace, ask } = bench;
  const number = await goesOn(bench, [
    ['USAM', { type: 'claim' }],
    ['USAM', { type: 'resolve', solution }],
  ]);
  await ask(`insert into messages (workspace_id, kind, subject, target) values ($1, 'notice', $2, '')`, [
    workspace,
    `${before}${number}`,
  ]);
  await changeIssue(store, aChange(workspace, number, 'UANA', { type: 'answer', verdict: 'fixed' }));
  const nudged = await ask<{ who: string }>(
    `select slack_user_id as who from nudges join people on people.id = person_id where kind = 'credit' order by 1`,
  );
  expect(nudged.map(({ who }) => who)).toEqual(asked);
});
