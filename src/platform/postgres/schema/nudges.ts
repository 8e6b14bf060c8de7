import { sql } from 'drizzle-orm';
import { boolean, date, index, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';

import { instant, tenant } from './columns.ts';
import { ofPerson, workspaces } from './issues.ts';

/** What somebody is to be told unasked. Whether it is wanted still is found out before it is sent. */
export const nudges = pgTable(
  'nudges',
  {
    workspaceId: uuid('workspace_id').notNull(),
    personId: uuid('person_id').notNull(),
    kind: text().notNull(),
    /** As in the address of a message: `42`, or `42/1`; see `nudgeKinds`. */
    subject: text().notNull(),
    isQuestion: boolean('is_question').notNull(),
    wantedAt: instant('wanted_at').notNull(),
    /**
     * The date that it is about, as `AboutDate` in JSON: it is wanted at another time where their hours change. `null`: it
     * is about none, or was wanted before this was kept, and does not move.
     */
    aboutDate: jsonb('about_date'),
    sentAt: instant('sent_at'),
    /** The message it went with. */
    message: uuid(),
    /** Numbers of the issues that it tells of, where its subject is none. */
    issues: integer().array().notNull().default([]),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.personId, table.kind, table.subject] }),
    ofPerson(table.workspaceId, table.personId).onDelete('cascade'),
    index('nudges_waiting')
      .on(table.workspaceId, table.personId)
      .where(sql`sent_at is null`),
    index('nudges_sent').on(table.workspaceId, table.personId, table.sentAt),
    index('nudges_by_message')
      .on(table.workspaceId, table.message)
      .where(sql`message is not null`),
    index('nudges_about').on(table.workspaceId, sql`split_part(subject, '/', 1)`),
    index('nudges_of_several')
      .using('gin', table.issues)
      .where(sql`issues <> '{}'`),
    tenant(),
  ],
);

/**
 * How many questions somebody had on one of their days about flags that nobody has seen. It says neither who they are
 * nor which flags: a keyed hash of the person and the day.
 */
export const sealedNudges = pgTable(
  'sealed_nudges',
  {
    workspaceId: uuid('workspace_id')
      .notNull()
      .references(() => workspaces.id),
    tag: text().notNull(),
    count: integer().notNull(),
    /** When it can be forgotten. */
    until: date({ mode: 'string' }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.tag] }), tenant()],
);
