import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import { z } from 'zod';

import type { PersonId } from '../../core/issue.ts';
import type { Tx, WorkspaceId } from './transact.ts';

/** Those of which this person, who leads, was told last that they could use help, and nobody has offered it since. */
export function toldToHelp(workspace: WorkspaceId, person: PersonId): SQL {
  return sql`select i.number from nudges n join issues i on i.workspace_id = ${workspace}
      and i.number = split_part(n.subject, '/', 1)::int
    where n.workspace_id = ${workspace} and n.person_id = ${person} and n.kind = 'could-use-help'
      and i.state = 'claimed' and i.life #>> '{attended,lead,state}' = 'told'
      and i.life #>> '{attended,lead,hasOffered}' = 'false'
      and n.subject = i.number || '/' || (i.life #>> '{attended,lead,since}')`;
}

const found = z.array(z.object({ number: z.int() }));

export async function couldUseHelp(
  tx: Tx,
  workspace: WorkspaceId,
  person: PersonId,
): Promise<ReadonlySet<number>> {
  const { rows } = await tx.execute<Record<string, unknown>>(toldToHelp(workspace, person));
  return new Set(found.parse(rows).map(({ number }) => number));
}
