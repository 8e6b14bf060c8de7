import type { MessageRow } from '../postgres/messages.ts';
import { askWhetherReached } from '../postgres/reached.ts';
import { transact } from '../postgres/transact.ts';
import type { WorkspaceId } from '../postgres/transact.ts';
import { workspaceById } from '../postgres/workspaces.ts';
import type { Courier } from './courier.ts';
import { meetAdmins } from './learn-admins.ts';

/**
 * Asks an admin whether a post has reached its channel; where we have met none, Slack says first who they are.
 *
 * @throws Later or SlackCallFailed
 */
export async function askAboutPost(
  { store, client, settings }: Courier,
  workspace: WorkspaceId,
  row: MessageRow,
): Promise<void> {
  const ask = () => askWhetherReached(store, workspace, row, settings.adminUsers);
  if ((await ask()) === 'asked') return;
  const home = await transact(store, { workspace }, (tx) => workspaceById(tx, workspace));
  if (home === null) return;
  await meetAdmins(store, client, home);
  await ask();
}
