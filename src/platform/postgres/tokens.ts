import { and, eq, inArray, ne } from 'drizzle-orm';

import { tokenTags } from '../keys.ts';
import { tokens } from './schema/delivery.ts';
import type { Store } from './store.ts';
import { transact } from './transact.ts';
import { asWorkspaceId, workspaceById } from './workspaces.ts';
import type { Workspace } from './workspaces.ts';

/** Whom Slack introduced when it was last asked with a token. */
export interface Introduced {
  readonly workspace: Workspace;
  readonly botId: string | null;
}

/** `null`: Slack was never asked with this token, or the key it was noted with is gone. */
export async function recallToken(store: Store, token: string): Promise<Introduced | null> {
  const tags = [...tokenTags(store.keys, token)];
  const [row] = await transact(store, 'sweep', (tx) =>
    tx.select().from(tokens).where(inArray(tokens.tag, tags)),
  );
  if (row === undefined) return null;
  const id = asWorkspaceId(row.workspaceId);
  const workspace = await transact(store, { workspace: id }, (tx) => workspaceById(tx, id));
  return workspace === null ? null : { workspace, botId: row.botId };
}

/** Notes whose it is; what was noted of another token for the same workspace is forgotten. */
export async function rememberToken(store: Store, token: string, { workspace, botId }: Introduced) {
  const { id } = workspace;
  const [tag] = tokenTags(store.keys, token);
  const said = { workspaceId: id, botId };
  await transact(store, { workspace: id }, async (tx) => {
    await tx
      .insert(tokens)
      .values({ tag, ...said })
      .onConflictDoUpdate({ target: tokens.tag, set: said });
    await tx.delete(tokens).where(and(eq(tokens.workspaceId, id), ne(tokens.tag, tag)));
  });
}
