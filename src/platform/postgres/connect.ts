import { Client, Pool } from 'pg';
import type { ClientConfig, PoolConfig } from 'pg';

/** The role the app works as when it is handed a superuser: row security never binds one. */
const appRole = 'flagpost_app';

/** What every connection of the app is opened with; hands the superuser's powers back where the URL brings them. */
export interface Connection {
  readonly connectionString: string;
  readonly options?: string;
}

/**
 * Looks at who the URL logs in as. Given a superuser (the embedded database, a stock container) it makes the plain
 * role and connects as that; refuses to go on as a role that row security would not bind.
 */
export async function prepareConnection(url: string): Promise<Connection> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on('error', () => undefined);
  await client.connect();
  try {
    const { rows } = await client.query<{ rolsuper: boolean; rolbypassrls: boolean }>(
      'select rolsuper, rolbypassrls from pg_roles where rolname = current_user',
    );
    if (rows[0]?.rolsuper) return await asPlainRole(client, url);
    if (rows[0]?.rolbypassrls) throw new Error(bypasses);
    return { connectionString: url };
  } finally {
    await client.end();
  }
}

const bypasses =
  'DATABASE_URL logs in as a role with BYPASSRLS, so one workspace could see another. Use a plain role that owns the database, or a superuser (Flagpost then makes a plain role itself).';

async function asPlainRole(client: Client, url: string): Promise<Connection> {
  await client.query(`do $$ begin create role ${appRole} nologin; exception
    when duplicate_object or unique_violation then null; end $$`);
  await client.query(`select pg_advisory_lock(${grantLock})`);
  const { rows } = await client.query<{ grants: string }>(
    `select format('grant create, temporary on database %I to ${appRole}', current_database()) as grants`,
  );
  await client.query(rows[0]?.grants ?? '');
  await client.query(`grant usage, create on schema public to ${appRole}`);
  return withRole(url);
}

/** `pg` lets options inside the URL win over those beside it, so they are moved: the role has the last word. */
function withRole(url: string): Connection {
  const role = `-c role=${appRole}`;
  if (!/[?&]options=/.test(url)) return { connectionString: url, options: role };
  const bare = new URL(url);
  const own = bare.searchParams.getAll('options').at(-1) ?? '';
  bare.searchParams.delete('options');
  return { connectionString: bare.href, options: `${own} ${role}` };
}

/** Two starts at once must not both write the same row of the catalogue: "tuple concurrently updated". */
const grantLock = 7_035_246_001;

export interface PoolSize {
  readonly max: number;
}

/** The app's pool. `onError` hears of connections lost while idle: without it, a restart of Postgres would end the process. */
export function openPool(connection: Connection, size: PoolSize, onError: (error: Error) => void): Pool {
  const config: PoolConfig = {
    ...connection,
    max: size.max,
    connectionTimeoutMillis: 1800,
    idleTimeoutMillis: 30_000,
    keepAlive: true,
    /* A query does not wait for the answer to the one before it, unless it is told to. Postgres takes them in order. */
    pipeline: true,
    application_name: 'flagpost',
  };
  const pool = new Pool(config);
  pool.on('error', onError);
  /* The pool listens only to idle clients. One that breaks while lent out tells its borrower through the query, and
     would end the process besides if nobody listened. */
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}

/** One connection outside the pool, for what may take longer than a request. */
export async function withClient<T>(connection: Connection, use: (client: Client) => Promise<T>): Promise<T> {
  const config: ClientConfig = {
    ...connection,
    connectionTimeoutMillis: 10_000,
    application_name: 'flagpost',
  };
  const client = new Client(config);
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await use(client);
  } finally {
    await client.end();
  }
}
