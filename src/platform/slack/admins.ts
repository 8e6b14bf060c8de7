import type { WebClient } from '@slack/web-api';

import type { Log } from '../../log.ts';
import type { JobPayloads } from '../jobs/jobs.ts';
import { Later } from '../jobs/worker.ts';
import { reserveNotices } from '../postgres/outbox.ts';
import { personFor } from '../postgres/people.ts';
import type { Store } from '../postgres/store.ts';
import { transact } from '../postgres/transact.ts';
import { noChannel } from '../postgres/waiting.ts';
import { asWorkspaceId, workspaceById } from '../postgres/workspaces.ts';
import { SlackCallFailed, slackFault } from './faults.ts';
import { readMembership } from './membership.ts';

/** With these nothing can be said in Slack at all, not even to an admin: the log and `/metrics` have to do. */
const speechless = ['account_inactive', 'invalid_auth', 'not_authed', 'token_expired', 'token_revoked'];

interface Admins {
  readonly store: Store;
  readonly client: WebClient;
  readonly log: Log;
  /** ADMIN_USERS. */
  readonly listed: readonly string[];
}

/** Tells each admin once what waits for one of them. */
export async function tellAdmins(admins: Admins, payload: JobPayloads['tell-admins']): Promise<void> {
  const { store, log } = admins;
  const workspace = asWorkspaceId(payload.workspace);
  const { reason, channel } = payload;
  if (reason === noChannel) log.warn('no channel for issues is chosen yet: the admins are asked');
  else log.error({ reason, channel }, 'messages wait until an admin acts');
  if (speechless.includes(reason)) return;
  const home = await transact(store, { workspace }, (tx) => workspaceById(tx, workspace));
  if (home === null) return;
  const slackAdmins = await listAdmins(admins.client, home.slackId);
  const slackUsers = new Set([...admins.listed, ...slackAdmins.map((it) => it.slackUserId)]);
  await transact(store, { workspace }, async (tx) => {
    for (const slackUser of slackUsers) {
      const { id } = await personFor(tx, workspace, slackUser);
      const fresh = await reserveNotices(tx, workspace, `${reason}/${channel}`, id);
      await store.enqueue(
        tx,
        'draw',
        fresh.map((message) => ({ workspace, message })),
      );
    }
  });
}

/** The workspace's own admins and owners. @throws Later or SlackCallFailed */
export async function listAdmins(
  client: WebClient,
  home: string,
): Promise<ReturnType<typeof readMembership>[]> {
  const admins: ReturnType<typeof readMembership>[] = [];
  let cursor: string | undefined = undefined;
  do {
    const page: Awaited<ReturnType<WebClient['users']['list']>> = await listUsers(client, cursor);
    const members = (page.members ?? []).map((member) => readMembership(member, home));
    admins.push(...members.filter(({ isAdmin }) => isAdmin));
    cursor = page.response_metadata?.next_cursor || undefined;
  } while (cursor !== undefined);
  return admins;
}

async function listUsers(client: WebClient, cursor: string | undefined) {
  try {
    return await client.users.list({ limit: 200, ...(cursor === undefined ? {} : { cursor }) });
  } catch (error) {
    const fault = slackFault(error);
    if (fault.kind === 'later') throw new Later(fault.seconds, fault.code);
    throw new SlackCallFailed(fault, error);
  }
}
