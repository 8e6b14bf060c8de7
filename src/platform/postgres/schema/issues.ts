import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgPolicy,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import type { AnyPgColumn } from 'drizzle-orm/pg-core';

import { states } from '../../../core/issue.ts';
import { checkOneOf, instant, oneOf, tenant } from './columns.ts';
import { countedTypes, mirroredTypes } from './event-types.ts';

export const workspaces = pgTable(
  'workspaces',
  {
    id: uuid().primaryKey().defaultRandom(),
    /** Slack's team id, or the enterprise id of an org-wide installation: the tenant is what was installed. */
    slackId: text('slack_id').notNull().unique(),
    botUserId: text('bot_user_id'),
    /** `https://acme.slack.com/`: links to messages begin with it. */
    url: text(),
    nextNumber: integer('next_number').notNull().default(1),
  },
  () => [
    pgPolicy('tenant', {
      using: sql`id = nullif(current_setting('app.workspace', true), '')::uuid or slack_id = current_setting('app.team', true)`,
    }),
  ],
);

export const people = pgTable(
  'people',
  {
    workspaceId: uuid('workspace_id')
      .notNull()
      .references(() => workspaces.id),
    id: uuid().notNull().defaultRandom(),
    /** The only home of Slack's user ids: forgetting somebody is setting this to null. */
    slackUserId: text('slack_user_id'),
    dmChannel: text('dm_channel'),
    isMember: boolean('is_member'),
    isAdmin: boolean('is_admin').notNull().default(false),
    hasLeft: boolean('has_left').notNull().default(false),
    /** When Slack last told us the three facts above. */
    askedAt: instant('asked_at'),
    hasOpenedHome: boolean('has_opened_home').notNull().default(false),
    /** What App Home keeps from one drawing to the next, in a form of its own. */
    homeMemory: text('home_memory').notNull().default(''),
    /** They want to be told where their words make people the explanation. */
    wantsNotes: boolean('wants_notes').notNull().default(true),
    /** How many flags in a row they have posted as written in spite of a note. */
    asWritten: integer('as_written').notNull().default(0),
    /** IANA name, as Slack last said it; null while nobody has asked. */
    timeZone: text('time_zone'),
    /** Parsed by `hours.ts`; null: office hours. */
    ownWeek: jsonb('own_week'),
    /** Nothing is ever written to them unasked. */
    isOnlyOnHome: boolean('is_only_on_home').notNull().default(false),
    /** ISO date of the first day back. */
    awayUntil: text('away_until'),
    /** Null: as many as is usual. */
    nudgesADay: integer('nudges_a_day'),
    /** How often they want to read what they owe; null: each week, as nobody has asked them. */
    owedRhythm: text('owed_rhythm'),
    /** How many of these messages came since they last pressed something in one. */
    owedUnpressed: integer('owed_unpressed').notNull().default(0),
    /** They were asked whether they work shifts. */
    wasAskedForHours: boolean('was_asked_for_hours').notNull().default(false),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.id] }),
    unique('people_slack_user').on(table.workspaceId, table.slackUserId),
    index('people_admins')
      .on(table.workspaceId)
      .where(sql`is_admin`),
    tenant(),
  ],
);

/**
 * Besides these it has `words`, which Postgres makes of `text` once it is posted, and `similar.ts` compares: left out here,
 * so that nobody who reads an issue carries it.
 */
export const issues = pgTable(
  'issues',
  {
    workspaceId: uuid('workspace_id')
      .notNull()
      .references(() => workspaces.id),
    number: integer().notNull(),
    state: text().notNull(),
    version: integer().notNull(),
    text: text().notNull(),
    impact: text(),
    affected: text(),
    flaggedAt: instant('flagged_at').notNull(),
    reopenings: integer().notNull().default(0),
    /** The issue whose fix did not hold. No foreign key: what it points to may be a trial that removes itself. */
    returnOf: integer('return_of'),
    hasAskedForLook: boolean('has_asked_for_look').notNull().default(false),
    /** Somebody above the lead is to answer first. */
    asksAbove: boolean('asks_above').notNull().default(false),
    /** Numbers of issues that were found to be the same as this one. */
    duplicates: integer().array().notNull().default([]),
    /** Of whoever is stuck, without people; null while nobody is. Parsed by `issue-rows.ts`, as is `life`. */
    help: jsonb(),
    /** What only the present state has, without people. */
    life: jsonb().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.number] }),
    index('issues_by_state').on(table.workspaceId, table.state, table.number),
    index('issues_returned')
      .on(table.workspaceId, table.returnOf)
      .where(sql`return_of is not null`),
    index('issues_waiting')
      .on(table.workspaceId, table.impact, table.number)
      .where(sql`state = 'open'`),
    index('issues_unanswered')
      .on(table.workspaceId, table.number)
      .where(sql`state = 'open' and life #>> '{promise,state}' = 'unanswered'`),
    index('issues_put_off')
      .on(table.workspaceId, table.number)
      .where(sql`state = 'open' and life #>> '{promise,for}' = 'date'`),
    checkOneOf('issues_state', 'state', states),
    tenant(),
  ],
);

/* Inside one workspace each, since foreign keys are not held by row security. */

export function ofIssue(workspace: AnyPgColumn, issue: AnyPgColumn) {
  return foreignKey({
    columns: [workspace, issue],
    foreignColumns: [issues.workspaceId, issues.number],
  }).onDelete('cascade');
}

export function ofPerson(workspace: AnyPgColumn, person: AnyPgColumn) {
  return foreignKey({ columns: [workspace, person], foreignColumns: [people.workspaceId, people.id] });
}

export const roles = [
  'reporter',
  'owner',
  'me-too',
  'offered',
  'helper',
  'decider',
  'looker',
  'answerer',
  'asked',
  'promiser',
  'taker',
  'container',
  'former-owner',
  'has-helped',
  'supporter',
] as const;

export const participants = pgTable(
  'participants',
  {
    workspaceId: uuid('workspace_id').notNull(),
    issue: integer().notNull(),
    /** Made by us before the row is written: a seal is bound to it. */
    id: uuid().notNull(),
    role: text().notNull(),
    personId: uuid('person_id'),
    seal: text(),
    tag: text(),
    verdict: text(),
    /** Of a me too: help that is asked for is for them as well. */
    isStuck: boolean('is_stuck').notNull().default(false),
    joinedAt: instant('joined_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.issue, table.id] }),
    ofIssue(table.workspaceId, table.issue),
    ofPerson(table.workspaceId, table.personId),
    /* Neither of these two takes up a sealed reporter, as every flag has one. */
    uniqueIndex('participants_once')
      .on(table.workspaceId, table.issue, table.role, table.personId)
      .where(sql`person_id is not null`),
    index('participants_by_person')
      .on(table.workspaceId, table.personId, table.role, table.issue)
      .where(sql`person_id is not null`),
    uniqueIndex('participants_one')
      .on(table.workspaceId, table.issue, table.role)
      .where(sql`role not in ('me-too', 'looker', 'asked', 'former-owner', 'has-helped', 'supporter')`),
    index('participants_by_tag').on(table.workspaceId, table.tag),
    index('participants_sealed')
      .on(table.workspaceId)
      .where(sql`seal is not null`),
    checkOneOf('participants_role', 'role', roles),
    check('participants_person_or_seal', sql`(person_id is null) = (seal is not null and tag is not null)`),
    tenant(),
  ],
);

export const events = pgTable(
  'events',
  {
    workspaceId: uuid('workspace_id').notNull(),
    issue: integer().notNull(),
    seq: integer().notNull(),
    type: text().notNull(),
    actorRole: text('actor_role').notNull(),
    actorId: uuid('actor_id'),
    /** Version 1 of the event's own fields; parsed by `event-rows.ts`. */
    data: jsonb().notNull(),
    dataVersion: integer('data_version').notNull().default(1),
    at: instant().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.issue, table.seq] }),
    ofIssue(table.workspaceId, table.issue),
    ofPerson(table.workspaceId, table.actorId),
    /* What happened in some weeks is counted here, without touching the table. */
    index('events_counted')
      .on(table.workspaceId, table.type, table.at, table.issue)
      .where(oneOf('type', countedTypes)),
    index('events_mirrored')
      .on(table.workspaceId, table.actorId, table.at)
      .where(oneOf('type', mirroredTypes)),
    tenant(),
  ],
);
