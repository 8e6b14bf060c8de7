import {
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
import { checkOneOf, instant, tenant } from './columns.ts';
import { ofIssue, ofPerson } from './issues.ts';

const tsvector = customType<{ data: string }>({ dataType: () => 'tsvector' });

/** The issue that all of this is about. */
const issue = { workspaceId: uuid('workspace_id').notNull(), issue: integer().notNull() };

/** What others can use, as lists and the search find it: one row for each issue that has taught something. */
export const learnings = pgTable(
  'learnings',
  {
    ...issue,
    line: text().notNull(),
    /** All its words, in lower case and without accents put together of parts: what a search looks through. */
    words: text().notNull(),
    search: tsvector().notNull(),
    learnedAt: instant('learned_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.issue] }),
    ofIssue(table.workspaceId, table.issue),
    index('learnings_newest').on(table.workspaceId, table.learnedAt, table.issue),
    tenant(),
  ],
);

export const writeUps = pgTable(
  'write_ups',
  {
    ...issue,
    version: integer().notNull(),
    /** Section → text; parsed by `learned.ts`. */
    sections: jsonb().notNull(),
    changedBy: uuid('changed_by').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.issue] }),
    ofIssue(table.workspaceId, table.issue),
    ofPerson(table.workspaceId, table.changedBy),
    tenant(),
  ],
);

export const writers = pgTable(
  'writers',
  {
    ...issue,
    personId: uuid('person_id').notNull(),
    since: instant().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.issue, table.personId] }),
    foreignKey({
      columns: [table.workspaceId, table.issue],
      foreignColumns: [writeUps.workspaceId, writeUps.issue],
    }).onDelete('cascade'),
    ofPerson(table.workspaceId, table.personId),
    tenant(),
  ],
);

/** What somebody said when asked whether their name may be shown; who was silent has no row. */
export const credits = pgTable(
  'credits',
  {
    ...issue,
    personId: uuid('person_id').notNull(),
    answer: text().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.issue, table.personId] }),
    ofIssue(table.workspaceId, table.issue),
    ofPerson(table.workspaceId, table.personId),
    checkOneOf('credits_answer', 'answer', consents),
    tenant(),
  ],
);

export const readers = pgTable(
  'readers',
  {
    ...issue,
    /** A keyed hash of workspace, issue and person: whose answer it is can't be read back. */
    tag: text().notNull(),
    answer: text().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.issue, table.tag] }),
    ofIssue(table.workspaceId, table.issue),
    checkOneOf('readers_answer', 'answer', readerAnswers),
    tenant(),
  ],
);
