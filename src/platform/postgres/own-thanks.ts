import { sql } from 'drizzle-orm';
import { z } from 'zod';

import type { PersonId } from '../../core/issue.ts';
import { personFor } from './people.ts';
import { loadScene } from './scene.ts';
import type { Scene } from './scene.ts';
import type { Store } from './store.ts';
import { transact } from './transact.ts';
import type { Tx, WorkspaceId } from './transact.ts';

const mostShown = 5;

/** The newest lines of thanks that are for this person, as far as the fix stands. */
async function linesFor(
  tx: Tx,
  workspace: WorkspaceId,
  person: PersonId,
  most: number,
): Promise<readonly string[]> {
  const { rows } = await tx.execute<Record<string, unknown>>(sql`
    select e.issue || '/' || e.seq as subject
    from (
      select distinct i.number, i.life -> 'thanks' as thanks
      from participants p join issues i on i.workspace_id = ${workspace} and i.number = p.issue
      where p.workspace_id = ${workspace} and p.person_id = ${person}
        and p.role in ('owner', 'has-helped')) theirs
    cross join lateral jsonb_to_recordset(theirs.thanks) as line(seq int)
    join events e on e.workspace_id = ${workspace} and e.issue = theirs.number and e.seq = line.seq
    where e.type = 'thanked' and e.data ->> 'by' is distinct from ${person}
    order by e.at desc, e.issue limit ${most}`);
  return z
    .array(z.object({ subject: z.string() }))
    .parse(rows)
    .map(({ subject }) => subject);
}

export async function isThanked(tx: Tx, workspace: WorkspaceId, person: PersonId): Promise<boolean> {
  return (await linesFor(tx, workspace, person, 1)).length > 0;
}

interface Reader {
  readonly workspace: WorkspaceId;
  readonly slackUser: string;
  readonly adminUsers: readonly string[];
}

/**
 * Each as its message would be drawn: for whoever reads on Home only, there is none.
 *
 * @throws Unavailable or Unsure, see `transact`.
 */
export async function loadOwnThanks(
  store: Store,
  { workspace, slackUser, adminUsers }: Reader,
): Promise<readonly Scene[]> {
  return await transact(store, { workspace }, async (tx) => {
    const { id: person } = await personFor(tx, workspace, slackUser);
    const scenes: Scene[] = [];
    for (const subject of await linesFor(tx, workspace, person, mostShown)) {
      const scene = await loadScene(store, tx, workspace, { kind: 'thanks', subject, person }, adminUsers);
      if (scene !== null) scenes.push(scene);
    }
    return scenes;
  });
}
