import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';

import { changeIssue } from '../../src/platform/postgres/change-issue.ts';
import { personFor, saveMembership } from '../../src/platform/postgres/people.ts';
import { sendNudges } from '../../src/platform/postgres/send-nudges.ts';
import { transact } from '../../src/platform/postgres/transact.ts';
import type { Wish } from '../../src/platform/postgres/wish.ts';
import { aChange } from './a-store.ts';
import { copy } from './copies.ts';
import { aThursday, posted, thursday } from './promises.ts';

/** Sam owns so many, each with the Thursday in two weeks as its date. */
async function owns(many: number) {
  const bench = await aThursday();
  const { ask, store, workspace, at } = bench;
  const { id: sam } = await transact(store, { workspace }, async (tx) => {
    const person = await personFor(tx, workspace, 'USAM');
    const standing = { isMember: true, isAdmin: false, hasLeft: false, timeZone: 'UTC' };
    await saveMembership(tx, workspace, 'USAM', standing, thursday);
    return person;
  });
  const number = await posted(bench);
  const does = (wish: Wish) => changeIssue(store, aChange(workspace, number, 'USAM', wish));
  await does({ type: 'claim' });
  await does({ type: 'agree', agreement: { success: null, by: Temporal.PlainDate.from('2026-12-17') } });
  await copy(ask, 'issues', { number: 'n' }, many);
  await copy(ask, 'participants', { issue: 'n', id: 'gen_random_uuid()' }, many);
  await copy(ask, 'nudges', { subject: `n || substring(it.subject from '/.*')` }, many, `it.kind <> 'quiet'`);
  await ask('analyze');
  return {
    ask,
    workspace,
    isLookedAt: (moment: string) => sendNudges(at(Temporal.Instant.from(moment)), workspace, sam, 'UTC'),
    turn: async () => {
      const rows = await ask<{ at: string }>(
        `select to_char(due_at at time zone 'UTC', 'MM-DD HH24:MI') as at from due where kind = 'nudge'`,
      );
      return rows.map((row) => row.at);
    },
  };
}

test(
  '10,000 dates of one owner wait, and move with a holiday: a look at them ends in time, and goes on',
  { timeout: 60_000 },
  async () => {
    const { ask, workspace, isLookedAt, turn } = await owns(10_000);
    await isLookedAt('2026-12-07T09:00:00Z');
    expect(await turn()).toEqual(['12-16 09:00']);
    await ask(`insert into settings (workspace_id, holidays) values ($1, '{2026-12-16}')`, [workspace]);
    await isLookedAt('2026-12-07T10:00:00Z');
    expect(await turn()).toEqual(['12-15 09:00']);
    await isLookedAt('2026-12-15T09:00:00Z');
    expect(await ask('select from nudges where sent_at is not null')).toHaveLength(3);
    /* Each that was asked of has wanted something of them meanwhile. */
    await isLookedAt('2026-12-15T09:01:00Z');
    expect(await turn()).toEqual(['12-17 09:00']);
  },
);
