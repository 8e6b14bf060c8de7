import { drizzle } from 'drizzle-orm/node-postgres';
import { Client } from 'pg';
import type { PoolClient, QueryConfig } from 'pg';

import type { Tx } from './transact.ts';

const handles = new WeakMap<PoolClient, Tx>();

/** One for as long as the connection lives, so that what is built for it once can be used again. */
export function handleOf(client: PoolClient): Tx {
  const known = handles.get(client) ?? drizzle({ client: planning(client) });
  handles.set(client, known);
  return known;
}

/** What differs by the length of a list has many forms, and those that came first are the usual ones. */
const mostPlanned = 200;

const planned = new Map<string, string>();

/** Postgres plans a statement once for a connection, and not each time. */
function planning(client: PoolClient): PoolClient {
  return new Proxy(client, {
    get: (target, property) => {
      if (property !== 'query') return Reflect.get(target, property, target);
      return (query: QueryConfig, values?: unknown[]) => {
        leaveTogether(target);
        const name = query.name ?? nameOf(query.text);
        return target.query(name === undefined ? query : { ...query, name }, values);
      };
    },
  });
}

/** What is asked before this turn ends leaves in one go: each of them alone would cost a call of the system. */
export function leaveTogether(client: PoolClient): void {
  if (!(client instanceof Client)) return;
  const { stream } = client.connection;
  stream.cork();
  process.nextTick(() => stream.uncork());
}

function nameOf(text: string): string | undefined {
  const known = planned.get(text);
  if (known !== undefined || planned.size >= mostPlanned) return known;
  const name = `planned_${planned.size}`;
  planned.set(text, name);
  return name;
}
