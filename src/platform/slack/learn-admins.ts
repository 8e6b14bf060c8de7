import { setTimeout as pause } from 'node:timers/promises';

import type { WebClient } from '@slack/web-api';

import { canAskAnybody } from '../../core/cadence.ts';
import { cadenceOf } from '../postgres/cadence.ts';
import { whoMayLook } from '../postgres/leads.ts';
import { loadIssue } from '../postgres/load-issue.ts';
import { personFor, saveMembership } from '../postgres/people.ts';
import type { Store } from '../postgres/store.ts';
import { transact } from '../postgres/transact.ts';
import type { WorkspaceId } from '../postgres/transact.ts';
import { workspaceById } from '../postgres/workspaces.ts';
import type { Workspace } from '../postgres/workspaces.ts';
import { listAdmins } from './admins.ts';
import type { Courier } from './courier.ts';
import type { Visit } from './feature.ts';

/** As for a single person, see `learnMemberships`. */
const patienceMs = 800;

/**
 * Asks Slack who the admins are, where we know of nobody else who might take another look. Best effort: what Slack tells
 * too late is known the next time.
 */
export async function learnAdmins(
  store: Store,
  client: WebClient,
  { workspace }: Visit,
  number: number,
  adminUsers: readonly string[],
): Promise<void> {
  const learn = async (): Promise<void> => {
    const { isKnown, home } = await transact(store, { workspace }, async (tx) => {
      const issue = (await loadIssue(tx, workspace, number, 'read'))?.issue;
      const may = issue === undefined ? [] : await whoMayLook(tx, workspace, issue, adminUsers);
      const isDeclined = issue?.state === 'declined';
      return { isKnown: !isDeclined || may.length > 0, home: await workspaceById(tx, workspace) };
    });
    if (isKnown || home === null) return;
    await meetAdmins(store, client, home);
  };
  await Promise.race([learn().catch(() => undefined), pause(patienceMs, undefined, { ref: false })]);
}

/** The same before somebody on the ladder is asked, where we know of nobody on it. */
export async function learnLadder(store: Store, client: WebClient, { workspace }: Visit): Promise<void> {
  const learn = meetLadder(store, client, workspace).catch(() => undefined);
  await Promise.race([learn, pause(patienceMs, undefined, { ref: false })]);
}

/**
 * Where we know of nobody to ask, Slack is asked who the admins are. `number`: of the issue that is to be answered, about
 * which its reporter is not asked. @throws Later or SlackCallFailed
 */
async function meetLadder(
  store: Store,
  client: WebClient,
  workspace: WorkspaceId,
  number: number | null = null,
): Promise<void> {
  const { isKnown, home } = await transact(store, { workspace }, async (tx) => {
    const loaded = number === null ? null : await loadIssue(tx, workspace, number, 'read');
    const reporter = loaded?.issue.reporter.person ?? null;
    const isKnown = canAskAnybody(await cadenceOf(store, tx, workspace), reporter);
    return { isKnown, home: await workspaceById(tx, workspace) };
  });
  if (home === null || isKnown) return;
  await meetAdmins(store, client, home);
}

/** The same, best effort: where Slack does not say, time goes on all the same. */
export async function knowLadder(
  { store, client, log }: Pick<Courier, 'store' | 'client' | 'log'>,
  workspace: WorkspaceId,
  number: number | null = null,
): Promise<void> {
  await meetLadder(store, client, workspace, number).catch((error: unknown) =>
    log.warn({ err: error }, 'Slack did not say who the admins are'),
  );
}

/** Keeps who the admins are, as Slack says. @throws Later or SlackCallFailed */
export async function meetAdmins(
  store: Store,
  client: WebClient,
  { id: workspace, slackId }: Workspace,
): Promise<void> {
  const admins = await listAdmins(client, slackId);
  await transact(store, { workspace }, async (tx) => {
    for (const { slackUserId, ...standing } of admins) {
      await personFor(tx, workspace, slackUserId);
      await saveMembership(tx, workspace, slackUserId, standing, store.clock());
    }
  });
}
