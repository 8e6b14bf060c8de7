import { expect, test } from 'vitest';

import { chooseSettings } from '../../src/platform/postgres/choose-settings.ts';
import { noLearningChannel } from '../../src/platform/postgres/waiting.ts';
import type { Courier } from '../../src/platform/slack/courier.ts';
import { failed } from '../../src/platform/slack/endings.ts';
import { aStore } from './a-store.ts';

const otherwise = {
  issuesChannel: 'C0ISSUES',
  learningChannel: null,
  postingPauseSeconds: 0,
  timeZone: 'UTC',
};

test('the channel for learnings is chosen while a post gives up for want of one: it goes', async () => {
  const { store, workspace, ask } = await aStore();
  const [row] = await ask<{ id: string }>(
    `insert into messages (workspace_id, kind, subject, target) values ($1, 'digest', '1', '') returning id`,
    [workspace],
  );
  const chosen = { learningChannel: 'C0LEARN' };
  await chooseSettings(store, { workspace, slackUser: 'UKIM', isListedAdmin: true, chosen, otherwise });
  const courier = { store, settings: { ...otherwise, adminUsers: [] } } as unknown as Courier;
  await failed(courier, workspace, row?.id ?? '', { kind: 'admin', code: noLearningChannel }, null);
  expect(await ask(`select data ->> 'message' as id from pgboss.job where name = 'draw'`)).toEqual([row]);
});
