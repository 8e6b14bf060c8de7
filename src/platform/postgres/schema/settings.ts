import { boolean, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';

import { tenant } from './columns.ts';
import { ofPerson, workspaces } from './issues.ts';

/** What an admin has chosen; null until they have, and then the environment's value holds. */
export const settings = pgTable(
  'settings',
  {
    workspaceId: uuid('workspace_id')
      .primaryKey()
      .references(() => workspaces.id),
    issuesChannel: text('issues_channel'),
    learningChannel: text('learning_channel'),
    postingPauseSeconds: integer('posting_pause_seconds'),
    /** IANA name. */
    timeZone: text('time_zone'),
    /** Of work, within which somebody gives a first answer. */
    firstAnswerHours: integer('first_answer_hours'),
    /** ISO dates on which nobody works. */
    holidays: text().array(),
    /** The wording of what people write is read. */
    isLensOn: boolean('is_lens_on'),
    /** 1 is Monday, 7 is Sunday. */
    digestDay: integer('digest_day'),
    /** 0 to 23, by the clock of the time zone. */
    digestHour: integer('digest_hour'),
  },
  () => [tenant()],
);

/** The ladder of the workspace until areas have leads of their own: `rung` 0 leads, 1 is their lead, 2 the sponsor. */
export const leads = pgTable(
  'leads',
  {
    workspaceId: uuid('workspace_id').notNull(),
    personId: uuid('person_id').notNull(),
    rung: integer().notNull().default(0),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.personId, table.rung] }),
    ofPerson(table.workspaceId, table.personId).onDelete('cascade'),
    tenant(),
  ],
);
