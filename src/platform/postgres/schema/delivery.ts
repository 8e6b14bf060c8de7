import { sql } from 'drizzle-orm';
import { index, integer, jsonb, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core';

import { checkOneOf, instant, tenant } from './columns.ts';
import { ofPerson, workspaces } from './issues.ts';

/** For some minutes. Without foreign keys: each would be looked up with every flag, and `deleteIssue` takes them along. */
export const requests = pgTable(
  'requests',
  {
    workspaceId: uuid('workspace_id').notNull(),
    /** A keyed hash: what was pressed or typed, and by whom, can't be read back. */
    key: text().notNull(),
    issue: integer(),
    expiresAt: instant('expires_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.key] }),
    index('requests_expired').on(table.workspaceId, table.expiresAt),
    tenant(),
  ],
);

const messageStates = ['reserved', 'sending', 'unsure', 'sent', 'waiting', 'ended'] as const;

export const messages = pgTable(
  'messages',
  {
    workspaceId: uuid('workspace_id')
      .notNull()
      .references(() => workspaces.id),
    id: uuid().notNull().defaultRandom(),
    kind: text().notNull(),
    subject: text().notNull(),
    /** A person's id, or the empty string for the channel: null would not be unique. */
    target: text().notNull(),
    state: text().notNull().default('reserved'),
    channel: text(),
    ts: text(),
    /** A hash of what stands in Slack, so that redrawing the same costs nothing. */
    drawn: text(),
    /** Since when it is in this state; while `sending`, when the attempt began. */
    since: instant()
      .notNull()
      .default(sql`now()`),
    /** When it was first known to stand in Slack; whatever becomes of it later. */
    arrivedAt: instant('arrived_at'),
    /** While somebody draws it nobody else does. */
    leasedUntil: instant('leased_until'),
    /** Why it waits for a person: Slack's error, or `no_channel`; `on Home`: its reader has it there, and not read it yet. */
    reason: text(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.id] }),
    unique('messages_once').on(table.workspaceId, table.kind, table.subject, table.target),
    index('messages_waiting')
      .on(table.workspaceId, table.reason)
      .where(sql`state = 'waiting'`),
    index('messages_on_home')
      .on(table.workspaceId, table.target)
      .where(sql`reason = 'on Home'`),
    checkOneOf('messages_state', 'state', messageStates),
    tenant(),
  ],
);

export const drafts = pgTable(
  'drafts',
  {
    workspaceId: uuid('workspace_id').notNull(),
    personId: uuid('person_id').notNull(),
    form: text().notNull(),
    subject: text().notNull(),
    /** Field → what was typed so far; parsed by `drafts.ts`. */
    fields: jsonb().notNull(),
    savedAt: instant('saved_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.personId, table.form, table.subject] }),
    ofPerson(table.workspaceId, table.personId).onDelete('cascade'),
    tenant(),
  ],
);

/** Found by a sweep across all workspaces, so not under row security: ids and times only. */
export const due = pgTable(
  'due',
  {
    workspaceId: uuid('workspace_id').notNull(),
    kind: text().notNull(),
    subject: text().notNull(),
    dueAt: instant('due_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.kind, table.subject] }),
    index('due_at').on(table.dueAt),
  ],
);

/** When each channel may be written to next; Slack takes one message a second and channel. Ids and times only. */
export const slots = pgTable('slots', {
  channel: text().primaryKey(),
  nextAt: instant('next_at').notNull(),
});

/**
 * Whose installation a bot token is, so that a start need not wait for Slack to say it. It is asked before any workspace
 * is known, so it is not under row security: keyed hashes and ids only.
 */
export const tokens = pgTable('tokens', {
  /** Of the token, which itself is stored nowhere. */
  tag: text().primaryKey(),
  workspaceId: uuid('workspace_id')
    .notNull()
    .references(() => workspaces.id),
  botId: text('bot_id'),
});

/** The tables that row security leaves alone, each for the reason beside it. */
export const exemptTables = ['due', 'slots', 'tokens'] as const;
