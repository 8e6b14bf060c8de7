import { expect, test } from 'vitest';

import type { KeyRing } from '../../src/platform/keys.ts';
import { recallToken, rememberToken } from '../../src/platform/postgres/tokens.ts';
import { aRing, aStore, aWorkspace } from './a-store.ts';

test('a token is recalled with every ring that still has the key it was noted with, and with no other', async () => {
  const { store } = await aStore();
  const workspace = await aWorkspace(store);
  const older = aRing();
  const newer: KeyRing = [{ ...aRing()[0], id: 'k2' }];
  const noted = { workspace, botId: 'BOURS' };
  await rememberToken({ ...store, keys: older }, 'xoxb-ours', noted);
  expect(await recallToken({ ...store, keys: [newer[0], ...older] }, 'xoxb-ours')).toEqual(noted);
  expect(await recallToken({ ...store, keys: newer }, 'xoxb-ours')).toBeNull();
  expect(await recallToken({ ...store, keys: older }, 'xoxb-another')).toBeNull();
});

test('a token that belongs to another workspace by now is noted once, and so is the only one of a workspace', async () => {
  const { store, ask } = await aStore();
  const [before, after] = [await aWorkspace(store), await aWorkspace(store)];
  await rememberToken(store, 'xoxb-ours', { workspace: before, botId: null });
  await rememberToken(store, 'xoxb-older', { workspace: after, botId: null });
  await rememberToken(store, 'xoxb-ours', { workspace: after, botId: 'BOURS' });
  expect(await recallToken(store, 'xoxb-ours')).toEqual({ workspace: after, botId: 'BOURS' });
  expect(await ask('select 1 from tokens')).toHaveLength(1);
});
