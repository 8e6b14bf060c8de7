import { sql } from 'drizzle-orm';
import { customType, pgPolicy } from 'drizzle-orm/pg-core';
import { Temporal } from 'temporal-polyfill';

/** A point in time, to the microsecond that Postgres keeps. */
export const instant = customType<{ data: Temporal.Instant; driverData: string }>({
  dataType: () => 'timestamptz',
  toDriver: (value) => value.toString(),
  fromDriver: (value) => Temporal.Instant.from(value),
});

/** States are text with a check: an enum's equality is not leakproof, so row security would skip its index. */
export function oneOf(column: string, values: readonly string[]) {
  return sql.raw(`${column} in (${values.map((value) => `'${value}'`).join(', ')})`);
}

/** A query that forgets its workspace finds nothing: the setting is empty then, and null equals no row. */
export function tenant() {
  return pgPolicy('tenant', {
    using: sql.raw(`workspace_id = nullif(current_setting('app.workspace', true), '')::uuid`),
  });
}
