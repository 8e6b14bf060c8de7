import { expect, test } from 'vitest';

import { readPresent } from '../../src/platform/postgres/choose-settings.ts';
import { leadsOf, saveLeads } from '../../src/platform/postgres/leads.ts';
import { personFor, saveMembership } from '../../src/platform/postgres/people.ts';
import { readSettings, saveSettings } from '../../src/platform/postgres/settings.ts';
import type { Otherwise } from '../../src/platform/postgres/settings.ts';
import { transact } from '../../src/platform/postgres/transact.ts';
import { aStore } from './a-store.ts';

const usual = { isLensOn: true, firstAnswerHours: 4, holidays: [], digestDay: 1, digestHour: 9 };

const otherwise: Otherwise = {
  issuesChannel: 'C-ENV',
  learningChannel: null,
  postingPauseSeconds: 60,
  timeZone: 'UTC',
};

test('what an admin has saved holds, and for the rest what the environment says', async () => {
  const { store, workspace } = await aStore();
  await transact(store, { workspace }, async (tx) => {
    expect(await readSettings(tx, workspace, otherwise)).toEqual({ ...otherwise, ...usual });
    await saveSettings(tx, workspace, { issuesChannel: 'C-ONE', postingPauseSeconds: 0 });
    await saveSettings(tx, workspace, { timeZone: 'Asia/Tokyo' });
    expect(await readSettings(tx, workspace, otherwise)).toEqual({
      issuesChannel: 'C-ONE',
      learningChannel: null,
      postingPauseSeconds: 0,
      timeZone: 'Asia/Tokyo',
      ...usual,
    });
  });
});

test('the time zone that is shown is the one that holds; before there is a channel one may be proposed', async () => {
  const { store, workspace } = await aStore();
  await transact(store, { workspace }, async (tx) => {
    const zoneShown = async (env: Otherwise) => (await readPresent(tx, workspace, env)).timeZone;
    expect(await zoneShown(otherwise)).toBe('UTC');
    expect(await zoneShown({ ...otherwise, issuesChannel: null })).toBeNull();
    await saveSettings(tx, workspace, { timeZone: 'Asia/Tokyo' });
    expect(await zoneShown(otherwise)).toBe('Asia/Tokyo');
    expect(await zoneShown({ ...otherwise, issuesChannel: null })).toBe('Asia/Tokyo');
  });
});

test('no channel for learnings is a choice too, whatever the environment says', async () => {
  const { store, workspace } = await aStore();
  const env = { ...otherwise, learningChannel: 'C-LEARN' };
  await transact(store, { workspace }, async (tx) => {
    await saveSettings(tx, workspace, { timeZone: 'Asia/Tokyo' });
    expect((await readSettings(tx, workspace, env)).learningChannel).toBe('C-LEARN');
    await saveSettings(tx, workspace, { learningChannel: null });
    expect((await readSettings(tx, workspace, env)).learningChannel).toBeNull();
  });
});

test('admins lead until somebody is named; whoever has left leads no more', async () => {
  const { store, workspace } = await aStore();
  await transact(store, { workspace }, async (tx) => {
    const [lea, kim, sam] = [
      await personFor(tx, workspace, 'ULEA'),
      await personFor(tx, workspace, 'UKIM'),
      await personFor(tx, workspace, 'USAM'),
    ];
    const standing = { isMember: true, isAdmin: false, hasLeft: false };
    const now = store.clock();
    await saveMembership(tx, workspace, 'UKIM', { ...standing, isAdmin: true }, now);
    expect(await leadsOf(tx, workspace, [])).toEqual([kim.id]);
    expect((await leadsOf(tx, workspace, ['USAM'])).toSorted()).toEqual([kim.id, sam.id].toSorted());
    await saveLeads(tx, workspace, 0, [lea.id]);
    expect(await leadsOf(tx, workspace, ['USAM'])).toEqual([lea.id]);
    await saveMembership(tx, workspace, 'ULEA', { ...standing, hasLeft: true }, now);
    expect(await leadsOf(tx, workspace, [])).toEqual([kim.id]);
  });
});
