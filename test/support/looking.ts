import { Client } from 'pg';
import type { QueryResultRow } from 'pg';

import type { Visit } from '../../src/playground/people/person.ts';

/** Asks the database as its superuser, on a connection of its own; `values` are its `$1` and so on. */
export async function askDatabase<Row extends QueryResultRow>(
  url: string,
  sql: string,
  values: readonly unknown[] = [],
): Promise<Row[]> {
  const client = new Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<Row>(sql, [...values])).rows;
  } finally {
    await client.end();
  }
}

/** How many messages stand in the issues channel with these words in them. */
export async function cardsSaying(slack: Visit, words: string): Promise<number> {
  const messages = await slack.messages('process-gaps');
  return messages.filter((it) => !it.deleted && JSON.stringify(it.blocks).includes(words)).length;
}

/** The states of all messages that are not as they should be yet; of those to people in their rest, nothing is said. */
export async function unfinished(databaseUrl: string): Promise<string[]> {
  return (await leftUnfinished(databaseUrl)).map(({ state }) => state);
}

/** The same, with what they are and why. */
export async function leftUnfinished(databaseUrl: string) {
  return await askDatabase<{ state: string; kind: string; subject: string; reason: string | null }>(
    databaseUrl,
    `select state, kind, subject, reason from messages where state not in ('sent', 'ended')
      and not (state = 'reserved' and exists (select from due where kind = 'resend' and subject = messages.id::text)) order by 1`,
  );
}
