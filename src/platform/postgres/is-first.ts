import { requestKey } from '../keys.ts';
import { rememberRequest } from './requests.ts';
import type { Store } from './store.ts';
import { transact } from './transact.ts';
import type { WorkspaceId } from './transact.ts';

interface Doer {
  readonly workspace: WorkspaceId;
  readonly slackUser: string;
}

/** Whether this person does this for the first time in ten minutes, where no issue would know. */
export async function isFirst(store: Store, { workspace, slackUser }: Doer, deed: string): Promise<boolean> {
  const key = requestKey(store.keys, [workspace, slackUser, 'deed', deed]);
  return await transact(store, { workspace }, (tx) =>
    rememberRequest(tx, workspace, key, null, store.clock()),
  );
}
