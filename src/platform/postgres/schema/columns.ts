import { sql } from 'drizzle-orm';
import { check, customType, pgPolicy } from 'drizzle-orm/pg-core';
import { Temporal } from 'temporal-polyfill';

/** A point in time, to the microsecond that Postgres keeps. */
export const instant = customType<{ data: Temporal.Instant; driverData: string }>({
  dataType: () => 'timestamptz',
  toDriver: (value) => value.toString(),
  fromDriver: (value) => Temporal.Instant.from(value),
});

export function oneOf(column: string, values: readonly string[]) {
  return sql.raw(`${column} in (${values.map((value) => `'${value}'`).join(', ')})`);
}

/**
 * States are text with a check: an enum's equality is not leakproof, so row security would skip its index. One array
 * constant: Postgres parses a check anew for each statement, and lists took 9 % of its work for a flag.
 */
export function checkOneOf(name: string, column: string, values: readonly string[]) {
  return check(name, sql.raw(`${column} = any ('{${values.join(',')}}'::text[])`));
}

/** A query that forgets its workspace finds nothing: the setting is empty then, and null equals no row. */
export function tenant() {
  return pgPolicy('tenant', {
    using: sql.raw(`workspace_id = nullif(current_setting('app.workspace', true), '')::uuid`),
  });
}
