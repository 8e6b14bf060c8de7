import { jsonb, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core';

import { instant, tenant } from './columns.ts';
import { ofPerson } from './issues.ts';

/** What leads have shown of their own mirror, as they chose it. */
export const shares = pgTable(
  'shares',
  {
    workspaceId: uuid('workspace_id').notNull(),
    id: uuid().notNull().defaultRandom(),
    personId: uuid('person_id').notNull(),
    /** Parsed by `shares.ts`. */
    shown: jsonb().notNull(),
    /** The form that they sent: the same one sent again shares nothing more. */
    request: text().notNull(),
    sharedAt: instant('shared_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.id] }),
    ofPerson(table.workspaceId, table.personId).onDelete('cascade'),
    unique('shares_once').on(table.workspaceId, table.request),
    tenant(),
  ],
);
