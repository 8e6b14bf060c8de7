import { randomUUID } from 'node:crypto';

import { sql } from 'drizzle-orm';
import { escapeIdentifier } from 'pg';
import { describe, expect, onTestFinished, test } from 'vitest';

import { changeIssue } from '../../src/platform/postgres/change-issue.ts';
import { openPool, prepareConnection } from '../../src/platform/postgres/connect.ts';
import { flagIssue } from '../../src/platform/postgres/flag-issue.ts';
import { exemptTables } from '../../src/platform/postgres/schema/delivery.ts';
import { transact } from '../../src/platform/postgres/transact.ts';
import type { Scope, Tx, WorkspaceId } from '../../src/platform/postgres/transact.ts';
import { clear } from '../support/builders.ts';
import { createDatabase } from '../support/postgres.ts';
import { rowsBesides } from './a-row-everywhere.ts';
import { aChange, aFlag, aStore, aWorkspace } from './a-store.ts';
import type { TestStore } from './a-store.ts';

/** As the catalogue has them, so that a table that comes later is held to the same. */
async function tablesOf(ask: TestStore['ask']): Promise<string[]> {
  const rows = await ask<{ name: string }>(`
    select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'public' and c.relkind in ('r', 'p', 'v', 'm') order by 1`);
  return rows.map(({ name }) => name);
}

const isExempt = (table: string): boolean => exemptTables.some((it) => it === table);

const idOf = (table: string): string => (table === 'workspaces' ? 'id' : 'workspace_id');

/** Two workspaces, each with a row in every table. */
async function twoWorkspaces(): Promise<
  TestStore & { readonly other: WorkspaceId; readonly tables: string[] }
> {
  const bench = await aStore();
  const { id: other } = await aWorkspace(bench.store);
  for (const workspace of [bench.workspace, other]) {
    const { number } = await flagIssue(bench.store, { ...aFlag(bench), workspace });
    const gap = { text: 'Gap', impact: null, affected: null, isStuck: false, asksAbove: false };
    const edit = { type: 'edit' as const, gap, reading: clear };
    await changeIssue(bench.store, aChange(workspace, number, 'UANA', edit));
    await rowsBesides(bench, workspace);
  }
  const tables = (await tablesOf(bench.ask)).filter((table) => !isExempt(table));
  expect(tables).toEqual(expect.arrayContaining(['events', 'issues', 'people', 'workspaces']));
  return { ...bench, other, tables };
}

async function within<T>({ store }: TestStore, scope: Scope, text: string): Promise<T[]> {
  return await transact(store, scope, async (tx) => rowsOf<T>(tx, text));
}

async function rowsOf<T>(tx: Tx, text: string): Promise<T[]> {
  const { rows } = await tx.execute<Record<string, unknown>>(sql.raw(text));
  return rows as T[];
}

test('every table but the named ones is under row security, which binds its owner too', async () => {
  const { ask } = await aStore();
  const rows = await ask<{ name: string; held: boolean }>(`
    select c.relname as name, c.relrowsecurity and c.relforcerowsecurity and c.relkind in ('r', 'p') as held
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'public' and c.relkind in ('r', 'p', 'v', 'm')`);
  for (const { name, held } of rows) expect([name, held]).toEqual([name, !isExempt(name)]);
});

test('a query that forgets its workspace finds nothing, in any table', async () => {
  const bench = await twoWorkspaces();
  for (const table of bench.tables) {
    const [all] = await bench.ask<{ n: number }>(`select count(*)::int as n from ${table}`);
    expect([table, (all?.n ?? 0) >= 2]).toEqual([table, true]);
    for (const scope of ['sweep', { team: 'T-NOBODY' }, { workspace: randomUUID() as WorkspaceId }] as const)
      expect([table, await within(bench, scope, `select * from ${table}`)]).toEqual([table, []]);
  }
});

test("what one transaction sees is forgotten when the connection's next one begins", async () => {
  const bench = await twoWorkspaces();
  for (let round = 0; round < 10; round += 1) {
    const seen = await within(bench, { workspace: bench.workspace }, 'select * from issues');
    expect(seen).toHaveLength(1);
    expect(await within(bench, 'sweep', 'select * from issues')).toEqual([]);
  }
});

test('one workspace reads only its own rows', async () => {
  const bench = await twoWorkspaces();
  for (const table of bench.tables) {
    const rows = await within(
      bench,
      { workspace: bench.workspace },
      `select distinct ${idOf(table)} as id from ${table}`,
    );
    expect([table, rows]).toEqual([table, [{ id: bench.workspace }]]);
  }
});

test("one workspace can't change or delete another's rows", async () => {
  const bench = await twoWorkspaces();
  const here = { workspace: bench.workspace };
  const theirs = (table: string): string => `where ${idOf(table)} = '${bench.other}'`;
  for (const table of bench.tables) {
    const rows = `select * from ${table} ${theirs(table)}`;
    const before = await bench.ask(rows);
    expect(before.length).toBeGreaterThan(0);
    const updated = `update ${table} set ${idOf(table)} = ${idOf(table)} ${theirs(table)} returning 1`;
    expect([table, await within(bench, here, updated)]).toEqual([table, []]);
    expect([table, await within(bench, here, `delete from ${table} ${theirs(table)} returning 1`)]).toEqual([
      table,
      [],
    ]);
    expect(await bench.ask(rows)).toEqual(before);
  }
});

test("one workspace can't put rows into another, nor give it its own", async () => {
  const bench = await twoWorkspaces();
  const here = { workspace: bench.workspace };
  for (const table of bench.tables) {
    const id = idOf(table);
    const [row] = await bench.ask<Record<string, unknown>>(`select * from ${table} where ${id} = $1`, [
      bench.workspace,
    ]);
    /* Postgres makes `words` itself, and lets nobody write them. */
    const { words: _, ...written } = row ?? {};
    const columns = Object.keys(written).map((it) => escapeIdentifier(it));
    const values = columns.map((it) => (it === `"${id}"` ? `'${bench.other}'::uuid` : it)).join(', ');
    const copied = `insert into ${table} (${columns.join(', ')}) select ${values} from ${table}`;
    await expect(within(bench, here, copied)).rejects.toMatchObject({ cause: { code: '42501' } });
    const given = within(bench, here, `update ${table} set ${id} = '${bench.other}'`);
    await expect(given).rejects.toMatchObject({
      cause: { code: table === 'events' ? 'P0001' : '42501' },
    });
  }
});

describe('the role', () => {
  test('that the pool works as is no superuser and bypasses nothing, though it was handed one', async () => {
    const bench = await aStore();
    const rows = await within(
      bench,
      'sweep',
      'select rolsuper, rolbypassrls from pg_roles where rolname = current_user',
    );
    expect(rows).toEqual([{ rolsuper: false, rolbypassrls: false }]);
  });

  test('is the plain one too where the URL brings options of its own', async () => {
    const { url, drop } = await createDatabase();
    const withOptions = new URL(url);
    withOptions.searchParams.set('options', '-c statement_timeout=12345');
    const pool = openPool(await prepareConnection(withOptions.href), { max: 1 }, () => undefined);
    onTestFinished(async () => {
      await pool.end();
      await drop();
    });
    const { rows } = await pool.query(
      `select rolsuper, current_setting('statement_timeout') as kept from pg_roles where rolname = current_user`,
    );
    expect(rows).toEqual([{ rolsuper: false, kept: '12345ms' }]);
  });

  async function urlAs(powers: 'bypassrls' | 'nobypassrls'): Promise<string> {
    const bench = await aStore();
    const name = `test_${randomUUID().replaceAll('-', '')}`;
    await bench.ask(`create role ${name} login ${powers} password 'secret'`);
    onTestFinished(async () => void (await bench.ask(`drop role ${name}`)));
    const url = new URL(bench.url);
    url.username = name;
    url.password = 'secret';
    return url.href;
  }

  test('is refused where row security would not bind it', async () => {
    await expect(prepareConnection(await urlAs('bypassrls'))).rejects.toThrow('BYPASSRLS');
  });

  test('is the given one where that is plain already', async () => {
    const url = await urlAs('nobypassrls');
    expect(await prepareConnection(url)).toEqual({ connectionString: url });
  });
});

describe('the shape', () => {
  test('every foreign key is inside one workspace, since foreign keys are not held by row security', async () => {
    const { ask } = await aStore();
    const keys = await ask<{ name: string; target: string; columns: string[]; theirs: string[] }>(`
      select k.conname as name, k.confrelid::regclass::text as target,
        array(select attname::text from unnest(k.conkey) with ordinality u(n, i) join pg_attribute on attrelid = k.conrelid and attnum = n order by i) as columns,
        array(select attname::text from unnest(k.confkey) with ordinality u(n, i) join pg_attribute on attrelid = k.confrelid and attnum = n order by i) as theirs
      from pg_constraint k join pg_namespace n on n.oid = k.connamespace where k.contype = 'f' and n.nspname = 'public'`);
    expect(keys.length).toBeGreaterThan(8);
    for (const { name, target, columns, theirs } of keys) {
      expect([name, columns[0]]).toEqual([name, 'workspace_id']);
      expect([name, theirs[0]]).toEqual([name, idOf(target)]);
    }
  });

  test('events are only ever added, whoever asks', async () => {
    const bench = await twoWorkspaces();
    const updated = `update events set type = 'claimed'`;
    await expect(within(bench, { workspace: bench.workspace }, updated)).rejects.toMatchObject({
      cause: { code: 'P0001' },
    });
    await expect(bench.ask(updated)).rejects.toThrow('append only');
  });

  test('states are text with a check; there are no enums', async () => {
    const { ask } = await aStore();
    expect(
      await ask(
        `select typname from pg_type t join pg_namespace n on n.oid = t.typnamespace where typtype = 'e' and nspname = 'public'`,
      ),
    ).toEqual([]);
    const states = await ask<{ table: string; type: string; checks: number }>(`
      select c.relname as table, a.atttypid::regtype::text as type,
        (select count(*)::int from pg_constraint k where k.conrelid = c.oid and k.contype = 'c' and k.conkey = array[a.attnum]) as checks
      from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'public' and c.relkind = 'r' and a.attname in ('state', 'role')`);
    expect(states.length).toBeGreaterThanOrEqual(3);
    for (const state of states) expect(state).toEqual({ table: state.table, type: 'text', checks: 1 });
  });

  test('the tables that row security leaves alone hold ids and times only', async () => {
    const { ask } = await aStore();
    const columns = await ask(
      `
      select table_name || '.' || column_name || ' ' || data_type as column from information_schema.columns
      where table_schema = 'public' and table_name = any($1) order by table_name, ordinal_position`,
      [[...exemptTables]],
    );
    expect(columns.map(({ column }) => column)).toEqual([
      'due.workspace_id uuid',
      'due.kind text',
      'due.subject text',
      'due.due_at timestamp with time zone',
      'slots.channel text',
      'slots.next_at timestamp with time zone',
      'tokens.tag text',
      'tokens.workspace_id uuid',
      'tokens.bot_id text',
    ]);
  });
});
