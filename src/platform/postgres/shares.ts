import { and, eq } from 'drizzle-orm';
import { z } from 'zod';

import { noFollowUps } from '../../core/follow-ups.ts';
import type { PersonId } from '../../core/issue.ts';
import { chosenOf, mirrorQuestions } from '../../core/mirror.ts';
import type { Shared } from '../../core/mirror.ts';
import { doesLead } from './leads.ts';
import { mirror } from './mirror.ts';
import { followUp } from './outbox.ts';
import { personFor } from './people.ts';
import { asPersonId } from './person-id.ts';
import { people } from './schema/issues.ts';
import { shares } from './schema/shares.ts';
import type { Store } from './store.ts';
import { transact } from './transact.ts';
import type { Tx, WorkspaceId } from './transact.ts';

/* What was shared earlier may hold figures that nobody chose: those are not read. */
const shared = z
  .object({ mirror: mirror.partial(), questions: z.array(z.enum(mirrorQuestions)).min(1) })
  .transform((it) => chosenOf(it.mirror, it.questions));

/** What a form remembers of a mirror between its preview and its post; `null`: it is not ours. */
export function readShared(json: string): Shared | null {
  try {
    return shared.parse(JSON.parse(json));
  } catch {
    return null;
  }
}

interface Sharer {
  readonly workspace: WorkspaceId;
  readonly slackUser: string;
  readonly adminUsers: readonly string[];
}

/**
 * Posts what a lead has chosen to show of their own mirror, once for each form.
 *
 * @throws Unavailable or Unsure, see `transact`.
 */
export async function share(
  store: Store,
  { workspace, slackUser, adminUsers }: Sharer,
  shown: Shared,
  request: string,
): Promise<'shared' | 'not-a-lead'> {
  return await transact(store, { workspace }, async (tx) => {
    const { id: personId } = await personFor(tx, workspace, slackUser);
    if (!(await doesLead(tx, workspace, personId, adminUsers))) return 'not-a-lead';
    const [row] = await tx
      .insert(shares)
      .values({ workspaceId: workspace, personId, shown, request, sharedAt: store.clock() })
      .onConflictDoNothing()
      .returning({ id: shares.id });
    if (row === undefined) return 'shared';
    const draw = [{ kind: 'share', subject: `0/${row.id}`, person: null } as const];
    await followUp(store, tx, workspace, { ...noFollowUps, draw });
    return 'shared';
  });
}

export interface Share {
  readonly shown: Shared;
  readonly by: PersonId;
  /** `null`: they were forgotten since. */
  readonly slackUserId: string | null;
}

/** `subject`: as its message has it; `null`: there is none. */
export async function loadShare(tx: Tx, workspace: WorkspaceId, subject: string): Promise<Share | null> {
  const [, id = ''] = subject.split('/');
  const [row] = await tx
    .select({ shown: shares.shown, by: shares.personId, slackUserId: people.slackUserId })
    .from(shares)
    .innerJoin(people, and(eq(people.workspaceId, shares.workspaceId), eq(people.id, shares.personId)))
    .where(and(eq(shares.workspaceId, workspace), eq(shares.id, id)));
  if (row === undefined) return null;
  return { shown: shared.parse(row.shown), by: asPersonId(row.by), slackUserId: row.slackUserId };
}
