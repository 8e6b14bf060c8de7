import type { TestStore } from './a-store.ts';

/** Copies what a table holds, `where` it is so of `it`, until there are as many; `otherwise`: what differs, by `n`. */
export async function copy(
  ask: TestStore['ask'],
  table: string,
  otherwise: Readonly<Record<string, string>>,
  many: number,
  where = 'true',
): Promise<void> {
  const found = await ask<{ name: string }>(
    `select column_name as name from information_schema.columns
      where table_schema = 'public' and table_name = $1 and is_generated = 'NEVER'`,
    [table],
  );
  const names = found.map(({ name }) => name);
  const values = names.map((name) => otherwise[name] ?? `it.${name}`);
  await ask(
    `insert into ${table} (${names.join()})
      select ${values.join()} from ${table} it, generate_series(2, ${many}) n where ${where}`,
  );
}
