import type { Actor } from '../../core/command.ts';
import { actorOf, leadsNothing } from './actor.ts';
import { loadIssue } from './load-issue.ts';
import type { LoadedIssue } from './load-issue.ts';
import { personFor } from './people.ts';
import type { Store } from './store.ts';
import type { Tx, WorkspaceId } from './transact.ts';

/** Who comes, and to which issue. */
export interface Meeting {
  readonly workspace: WorkspaceId;
  readonly number: number;
  readonly slackUser: string;
  /** Named in ADMIN_USERS, besides what Slack says. */
  readonly isListedAdmin: boolean;
}

export interface Met {
  readonly loaded: LoadedIssue;
  readonly actor: Actor;
}

/** Somebody and an issue, and what they are to each other; `null`: there is no such issue. Leads are no more than others here. */
export async function meet(
  store: Store,
  tx: Tx,
  { workspace, number, slackUser, isListedAdmin }: Meeting,
  lock: 'lock' | 'read',
): Promise<Met | null> {
  const person = await personFor(tx, workspace, slackUser);
  const loaded = await loadIssue(tx, workspace, number, lock);
  if (loaded === null) return null;
  const actor = actorOf(store.keys, workspace, loaded, person, { isListedAdmin, leading: leadsNothing });
  return { loaded, actor };
}
