import type { WebClient } from '@slack/web-api';

import type { Log } from '../../log.ts';
import type { JobPayloads } from '../jobs/jobs.ts';
import { Later } from '../jobs/worker.ts';
import { reserveNotices } from '../postgres/outbox.ts';
import { personFor } from '../postgres/people.ts';
import type { Store } from '../postgres/store.ts';
import { transact } from '../postgres/transact.ts';
import type { WorkspaceId } from '../postgres/transact.ts';
import { isBeingTold, noChannel } from '../postgres/waiting.ts';
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

/** Tells each admin once what waits for one of them: first those we know of, then whoever Slack says is one. */
export async function tellAdmins(admins: Admins, payload: JobPayloads['tell-admins']): Promise<void> {
  const { store, log, client, listed } = admins;
  const workspace = asWorkspaceId(payload.workspace);
  const { reason, channel, cursor = '' } = payload;
  if (cursor === '') {
    if (reason === noChannel) log.warn('no channel for issues is chosen yet: the admins are asked');
    else log.error({ reason, channel }, 'messages wait until an admin acts');
  }
  if (speechless.includes(reason)) return;
  const home = await transact(store, { workspace }, (tx) => workspaceById(tx, workspace));
  if (home === null) return;
  const tell = (slackUsers: readonly string[]) =>
    noteFor(store, workspace, `${reason}/${channel}`, slackUsers);
  if (cursor === '' && !(await tell(listed))) return;
  for (let from: string | null = cursor; from !== null;) {
    const page: AdminPage = await adminsFrom(client, home.slackId, from);
    if (!(await tell(page.admins.map(({ slackUserId }) => slackUserId)))) return;
    from = page.next;
  }
}

/** False: there is nothing to tell any more. */
async function noteFor(
  store: Store,
  workspace: WorkspaceId,
  subject: string,
  slackUsers: readonly string[],
): Promise<boolean> {
  return await transact(store, { workspace }, async (tx) => {
    if (!(await isBeingTold(tx, workspace, subject))) return false;
    for (const slackUser of slackUsers) {
      const { id } = await personFor(tx, workspace, slackUser);
      const fresh = await reserveNotices(tx, workspace, subject, id);
      await store.enqueue(
        tx,
        'draw',
        fresh.map((message) => ({ workspace, message })),
      );
    }
    return true;
  });
}

type Member = ReturnType<typeof readMembership>;

interface AdminPage {
  readonly admins: readonly Member[];
  /** `null`: there are no more. */
  readonly next: string | null;
}

/** The workspace's own admins and owners. @throws Later or SlackCallFailed */
export async function listAdmins(client: WebClient, home: string): Promise<Member[]> {
  const found: Member[] = [];
  for (let from: string | null = ''; from !== null;) {
    const { admins, next }: AdminPage = await adminsFrom(client, home, from);
    found.push(...admins);
    from = next;
  }
  return found;
}

/** The most that Slack gives at once; it takes such a question about twenty times a minute. */
const pageSize = 1000;

/** @throws Later, to go on from here, or SlackCallFailed */
async function adminsFrom(client: WebClient, home: string, cursor: string): Promise<AdminPage> {
  try {
    const page = await client.users.list({ limit: pageSize, ...(cursor === '' ? {} : { cursor }) });
    const members = (page.members ?? []).map((member) => readMembership(member, home));
    const next = page.response_metadata?.next_cursor ?? '';
    return { admins: members.filter(({ isAdmin }) => isAdmin), next: next === '' ? null : next };
  } catch (error) {
    const fault = slackFault(error);
    if (fault.kind === 'later') throw new Later(fault.seconds, fault.code, { cursor });
    if (fault.code === 'invalid_cursor') throw new Later(1, fault.code, { cursor: '' });
    throw new SlackCallFailed(fault, error);
  }
}
