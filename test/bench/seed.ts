import { Temporal } from 'temporal-polyfill';

import { readKeyRing } from '../../src/platform/keys.ts';
import { changeIssue, takeTurn } from '../../src/platform/postgres/change-issue.ts';
import { openPool, prepareConnection } from '../../src/platform/postgres/connect.ts';
import { flagIssue } from '../../src/platform/postgres/flag-issue.ts';
import { personFor, saveMembership } from '../../src/platform/postgres/people.ts';
import type { Store } from '../../src/platform/postgres/store.ts';
import { transact } from '../../src/platform/postgres/transact.ts';
import type { WorkspaceId } from '../../src/platform/postgres/transact.ts';
import type { Wish } from '../../src/platform/postgres/wish.ts';
import { settleWorkspace } from '../../src/platform/postgres/workspaces.ts';
import type { House } from './house.ts';

/** The database as the bot sees it, for looking things up and for making some. Close it when done. */
export async function openData({ databaseUrl, keys, slack }: House) {
  const ring = readKeyRing(keys);
  if (ring === null) throw new Error('no keys');
  const pool = openPool(await prepareConnection(databaseUrl), { max: atOnce }, () => undefined);
  const clock = (): Temporal.Instant => Temporal.Now.instant();
  const store: Store = {
    pool,
    deadlineMs: 10_000,
    keys: ring,
    enqueue: () => Promise.resolve(),
    clock,
    environment: { timeZone: 'UTC', adminUsers: [] },
  };
  const { team, app } = await slack.world();
  const { id } = await settleWorkspace(store, { slackId: team.id, botUserId: app.botUserId, url: null });
  return { store, workspace: id, close: () => pool.end() };
}

type Data = Awaited<ReturnType<typeof openData>>;

const atOnce = 8;

const otherwise = { issuesChannel: null, learningChannel: null, postingPauseSeconds: 3600, timeZone: 'UTC' };

/** Five hundred issues of Ana's, in every list of her Home, through the neck; nothing is posted in Slack. */
export async function seedIssues(house: House): Promise<void> {
  const data = await openData(house);
  const { people } = await house.slack.world();
  const idOf = (name: string): string => people.find((it) => it.name === name)?.id ?? '';
  try {
    await seed(data, idOf('ana'), idOf('sam'));
  } finally {
    await data.close();
  }
}

async function seed({ store, workspace }: Data, me: string, colleague: string): Promise<void> {
  for (const slackUser of [me, colleague]) await makeMember(store, workspace, slackUser);
  const numbers = Array.from({ length: issues }, (_, index) => index);
  const one = async (): Promise<void> => {
    for (let index = numbers.pop(); index !== undefined; index = numbers.pop())
      await live(store, workspace, index, me, colleague);
  };
  await Promise.all(Array.from({ length: atOnce }, one));
}

export const issues = 500;

async function makeMember(store: Store, workspace: WorkspaceId, slackUser: string): Promise<void> {
  const standing = { isMember: true, isAdmin: false, hasLeft: false };
  await transact(store, { workspace }, async (tx) => {
    await personFor(tx, workspace, slackUser);
    await saveMembership(tx, workspace, slackUser, standing, Temporal.Now.instant());
  });
}

/** Of five issues one is saved, one open, one claimed by the person, one by a colleague, one solved by the colleague. */
async function live(
  store: Store,
  workspace: WorkspaceId,
  index: number,
  me: string,
  colleague: string,
): Promise<void> {
  const stage = index % 5;
  const isPosted = stage > 0;
  const earlier = { ...store, clock: () => store.clock().subtract({ hours: isPosted ? 2 : 0 }) };
  const text = `What got in the way, number ${index}: the export stops half way and nobody is told`;
  const flag = {
    workspace,
    slackUser: me,
    gap: { text, impact: null, affected: null, isStuck: false, asksAbove: false },
  };
  const { number } = await flagIssue(earlier, { ...flag, otherwise, requests: [] });
  if (isPosted) await takeTurn(store, workspace, number, 'post');
  const change = async (slackUser: string, wish: Wish): Promise<void> => {
    const outcome = await changeIssue(store, {
      workspace,
      number,
      slackUser,
      isListedAdmin: false,
      adminUsers: [],
      wish,
    });
    if (!outcome.ok) throw new Error(`#${number}: ${outcome.refusal.reason}`);
  };
  if (stage >= 2) await change(stage === 2 ? me : colleague, { type: 'claim' });
  if (stage === 4)
    await change(colleague, {
      type: 'resolve',
      solution: { changed: 'It says so now', kind: 'added-guard', learning: null },
    });
}
