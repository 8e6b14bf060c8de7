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
    /** The wording of what people write is read. */
    isLensOn: boolean('is_lens_on'),
    /** 1 is Monday, 7 is Sunday. */
    digestDay: integer('digest_day'),
    /** 0 to 23, by the clock of the time zone. */
    digestHour: integer('digest_hour'),
  },
  () => [tenant()],
);

/** Who answers for the workspace's issues until areas have leads of their own. */
export const leads = pgTable(
  'leads',
  {
    workspaceId: uuid('workspace_id').notNull(),
    personId: uuid('person_id').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.personId] }),
    ofPerson(table.workspaceId, table.personId).onDelete('cascade'),
    tenant(),
  ],
);
