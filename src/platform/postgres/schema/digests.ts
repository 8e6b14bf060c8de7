import { sql } from 'drizzle-orm';
import { check, jsonb, pgTable, primaryKey, text, unique, uniqueIndex, uuid } from 'drizzle-orm/pg-core';

import { instant, tenant } from './columns.ts';
import { ofPerson, workspaces } from './issues.ts';

/**
 * One row for each period that is over. A period begins where another one ended, and none can begin or end twice: of
 * several processes one makes the digest.
 */
export const digests = pgTable(
  'digests',
  {
    workspaceId: uuid('workspace_id')
      .notNull()
      .references(() => workspaces.id),
    beginsAt: instant('begins_at').notNull(),
    endsAt: instant('ends_at').notNull(),
    /** When it was to be told by rights, where a holiday has moved it: it counts for that week. */
    usualAt: instant('usual_at'),
    /** Numbers of issues, and figures; null where nothing was worth reading. Parsed by `digest-rows.ts`. */
    picked: jsonb(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.beginsAt] }),
    unique('digests_end_once').on(table.workspaceId, table.endsAt),
    check('digests_last', sql`begins_at < ends_at`),
    tenant(),
  ],
);

/** What a lead adds in their own words, to the coming digest or to one that was sent. */
export const ownLines = pgTable(
  'own_lines',
  {
    workspaceId: uuid('workspace_id').notNull(),
    id: uuid().notNull().defaultRandom(),
    personId: uuid('person_id').notNull(),
    text: text().notNull(),
    writtenAt: instant('written_at').notNull(),
    /** The end of the period whose digest has it; null: the coming one will. */
    toldAt: instant('told_at'),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.id] }),
    ofPerson(table.workspaceId, table.personId).onDelete('cascade'),
    uniqueIndex('own_lines_one')
      .on(table.workspaceId, table.personId)
      .where(sql`told_at is null`),
    tenant(),
  ],
);
