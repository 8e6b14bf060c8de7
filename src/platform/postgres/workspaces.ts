import { eq } from 'drizzle-orm';

import { workspaces } from './schema/issues.ts';
import { transact } from './transact.ts';
import type { Database, Tx, WorkspaceId } from './transact.ts';

/** One installation. */
export interface Workspace {
  readonly id: WorkspaceId;
  /** Slack's team id, or the enterprise id of an org-wide installation. */
  readonly slackId: string;
  readonly botUserId: string | null;
  /** `https://acme.slack.com/`; links to messages begin with it. */
  readonly url: string | null;
}

type Row = typeof workspaces.$inferSelect;

function read({ id, slackId, botUserId, url }: Row): Workspace {
  return { id: asWorkspaceId(id), slackId, botUserId, url };
}

/** The one place where a UUID from our own table, or from a job, becomes a workspace. */
export function asWorkspaceId(id: string): WorkspaceId {
  return id as WorkspaceId;
}

/** What `auth.test` says of an installation. */
export type Introduction = Pick<Workspace, 'slackId' | 'botUserId' | 'url'>;

/** The workspace of an installation, made on first sight. */
export async function settleWorkspace(database: Database, introduction: Introduction): Promise<Workspace> {
  const { slackId, ...said } = introduction;
  return await transact(database, { team: slackId }, async (tx) => {
    const [row] = await tx
      .insert(workspaces)
      .values({ slackId, ...said })
      .onConflictDoUpdate({ target: workspaces.slackId, set: said })
      .returning();
    if (row === undefined) throw new Error('a workspace was neither found nor made');
    return read(row);
  });
}

export async function workspaceById(tx: Tx, id: WorkspaceId): Promise<Workspace | null> {
  const [row] = await tx.select().from(workspaces).where(eq(workspaces.id, id));
  return row === undefined ? null : read(row);
}
