import {
  check,
  customType,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uuid,
} from 'drizzle-orm/pg-core';

import { consents, readerAnswers } from '../../../core/learning.ts';
import { instant, oneOf, tenant } from './columns.ts';
import { issues, people } from './issues.ts';

const tsvector = customType<{ data: string }>({ dataType: () => 'tsvector' });

/** What others can use, as lists and the search find it: one row for each issue that has taught something. */
export const learnings = pgTable(
  'learnings',
  {
    workspaceId: uuid('workspace_id').notNull(),
    issue: integer().notNull(),
    line: text().notNull(),
    /** All its words, in lower case and without accents put together of parts: what a search looks through. */
    words: text().notNull(),
    search: tsvector().notNull(),
    learnedAt: instant('learned_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.issue] }),
    foreignKey({
      columns: [table.workspaceId, table.issue],
      foreignColumns: [issues.workspaceId, issues.number],
    }).onDelete('cascade'),
    index('learnings_newest').on(table.workspaceId, table.learnedAt, table.issue),
    tenant(),
  ],
);

export const writeUps = pgTable(
  'write_ups',
  {
    workspaceId: uuid('workspace_id').notNull(),
    issue: integer().notNull(),
    version: integer().notNull(),
    /** Section → text; parsed by `learned.ts`. */
    sections: jsonb().notNull(),
    changedBy: uuid('changed_by').notNull(),
    changedAt: instant('changed_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.issue] }),
    foreignKey({
      columns: [table.workspaceId, table.issue],
      foreignColumns: [issues.workspaceId, issues.number],
    }).onDelete('cascade'),
    foreignKey({
      columns: [table.workspaceId, table.changedBy],
      foreignColumns: [people.workspaceId, people.id],
    }),
    tenant(),
  ],
);

export const writers = pgTable(
  'writers',
  {
    workspaceId: uuid('workspace_id').notNull(),
    issue: integer().notNull(),
    personId: uuid('person_id').notNull(),
    since: instant().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.issue, table.personId] }),
    foreignKey({
      columns: [table.workspaceId, table.issue],
      foreignColumns: [writeUps.workspaceId, writeUps.issue],
    }).onDelete('cascade'),
    foreignKey({
      columns: [table.workspaceId, table.personId],
      foreignColumns: [people.workspaceId, people.id],
    }),
    tenant(),
  ],
);

/** What somebody said when asked whether their name may be shown; who was silent has no row. */
export const credits = pgTable(
  'credits',
  {
    workspaceId: uuid('workspace_id').notNull(),
    issue: integer().notNull(),
    personId: uuid('person_id').notNull(),
    answer: text().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.issue, table.personId] }),
    foreignKey({
      columns: [table.workspaceId, table.issue],
      foreignColumns: [issues.workspaceId, issues.number],
    }).onDelete('cascade'),
    foreignKey({
      columns: [table.workspaceId, table.personId],
      foreignColumns: [people.workspaceId, people.id],
    }),
    check('credits_answer', oneOf('answer', consents)),
    tenant(),
  ],
);

export const readers = pgTable(
  'readers',
  {
    workspaceId: uuid('workspace_id').notNull(),
    issue: integer().notNull(),
    /** A keyed hash of workspace, issue and person: whose answer it is can't be read back. */
    tag: text().notNull(),
    answer: text().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.issue, table.tag] }),
    foreignKey({
      columns: [table.workspaceId, table.issue],
      foreignColumns: [issues.workspaceId, issues.number],
    }).onDelete('cascade'),
    check('readers_answer', oneOf('answer', readerAnswers)),
    tenant(),
  ],
);
