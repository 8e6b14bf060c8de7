import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';

import type { PersonId } from '../../src/core/issue.ts';
import { changeIssue, takeTurn } from '../../src/platform/postgres/change-issue.ts';
import { flagIssue } from '../../src/platform/postgres/flag-issue.ts';
import { wantNudges } from '../../src/platform/postgres/nudges.ts';
import { findPerson, personFor, saveMembership } from '../../src/platform/postgres/people.ts';
import { sendNudges } from '../../src/platform/postgres/send-nudges.ts';
import type { Store } from '../../src/platform/postgres/store.ts';
import { transact } from '../../src/platform/postgres/transact.ts';
import type { Wish } from '../../src/platform/postgres/wish.ts';
import { aChange, aFlag, aStore, waitingIn } from './a-store.ts';
import type { TestStore } from './a-store.ts';

/** A Monday. */
const monday = '2026-11-23';

const clockAt =
  (instant: string): Store['clock'] =>
  () =>
    Temporal.Instant.from(instant);

const solution = { changed: 'A second key', kind: 'one-off', learning: null } as const;

interface Asked extends TestStore {
  /** At that time by UTC. */
  readonly at: (instant: string) => Store;
  readonly ana: PersonId;
  readonly due: () => Promise<string[]>;
  readonly sent: () => Promise<string[]>;
}

/** Ana has flagged so many gaps, and is asked whether they are fixed since Monday at ten. */
async function asked(count: number, timeZone = 'UTC'): Promise<Asked> {
  const bench = await aStore();
  const { workspace, ask } = bench;
  const environment = { ...bench.store.environment, timeZone };
  const at = (instant: string): Store => ({ ...bench.store, environment, clock: clockAt(instant) });
  const store = at(`${monday}T10:00:00Z`);
  await transact(store, { workspace }, async (tx) => {
    const standing = { isMember: true, isAdmin: false, hasLeft: false };
    await personFor(tx, workspace, 'USAM');
    await saveMembership(tx, workspace, 'USAM', standing, store.clock());
  });
  for (let left = count; left > 0; left -= 1) {
    const { number } = await flagIssue(store, aFlag({ ...bench, store }, { pauseSeconds: 0 }));
    await takeTurn(store, workspace, number, 'post');
    const does = (wish: Wish) => changeIssue(store, aChange(workspace, number, 'USAM', wish));
    await does({ type: 'claim' });
    await does({ type: 'resolve', solution });
  }
  const person = await transact(store, { workspace }, (tx) => findPerson(tx, workspace, 'UANA'));
  if (person === null) throw new Error('nobody was asked');
  const rows = async (sql: string): Promise<string[]> => (await ask<{ it: string }>(sql)).map(({ it }) => it);
  return {
    ...bench,
    at,
    ana: person.id,
    due: () =>
      rows(
        `select to_char(due_at at time zone 'UTC', 'MM-DD HH24:MI') as it from due
           where kind = 'nudge' and subject = '${person.id}'`,
      ),
    sent: () =>
      rows(
        `select m.kind || ' ' || m.subject as it from messages m where kind in ('nudge', 'bundle') order by 1`,
      ),
  };
}

const send = ({ workspace, ana, at }: Asked, instant: string): Promise<void> =>
  sendNudges(at(instant), workspace, ana, 'UTC');

describe('what somebody is told unasked', () => {
  test('is wanted after five days of theirs, and sent once, whoever sweeps', async () => {
    const bench = await asked(2);
    expect(await bench.due()).toEqual(['11-30 09:00']);
    await send(bench, '2026-11-30T08:59:00Z');
    expect(await bench.sent()).toEqual([]);
    expect(await bench.due()).toEqual(['11-30 09:00']);
    await Promise.all([1, 2, 3].map(() => send(bench, '2026-11-30T09:00:00Z')));
    expect(await bench.sent()).toEqual(['nudge is-it-fixed/1/1', 'nudge is-it-fixed/2/1']);
    const jobs =
      await bench.ask(`select 1 from pgboss.job j join messages m on m.id::text = j.data->>'message'
      where j.name = 'draw' and m.kind = 'nudge'`);
    expect(jobs).toHaveLength(2);
    expect(await bench.due()).toEqual([]);
  });

  test('is counted in the workspace’s zone, where neither Slack nor an admin has said another', async () => {
    const bench = await asked(1, 'America/Lima');
    expect(await bench.due()).toEqual(['11-30 14:00']);
  });

  test('of four on one day the fourth is sent the next, and three processes send it once', async () => {
    const bench = await asked(5);
    await Promise.all([1, 2, 3].map(() => send(bench, '2026-11-30T09:00:00Z')));
    expect(await bench.sent()).toHaveLength(3);
    expect(await bench.due()).toEqual(['12-01 09:00']);
    await send(bench, '2026-11-30T16:00:00Z');
    expect(await bench.sent()).toHaveLength(3);
    await bench.ask(`update messages set arrived_at = '2026-11-30T09:00:02Z' where kind = 'nudge'`);
    await Promise.all([1, 2, 3].map(() => send(bench, '2026-12-01T09:00:00Z')));
    expect((await bench.sent()).filter((it) => it.startsWith('bundle'))).toEqual(['bundle is-it-fixed/4/1']);
    const [{ n } = { n: 0 }] = await bench.ask<{ n: number }>(
      `select count(*)::int as n from nudges n join messages m on m.id = n.message where m.kind = 'bundle'`,
    );
    expect(n).toBe(2);
  });

  test.each<[string, string, number]>([
    ['is on its way', `state = 'reserved'`, 3],
    ['may stand there', `state = 'unsure'`, 3],
    ['waits for an admin', `state = 'waiting'`, 3],
    ['has arrived on that day', `state = 'sent', arrived_at = '2026-12-01T08:00:00Z'`, 3],
    ['has arrived the day before', `state = 'sent', arrived_at = '2026-11-30T16:00:00Z'`, 5],
    ['has come to nothing', `state = 'ended'`, 5],
    ['an earlier version has sent, the day before', `state = 'sent', since = '2026-11-30T16:00:00Z'`, 5],
    ['an earlier version has sent, on that day', `state = 'sent', since = '2026-12-01T08:00:00Z'`, 3],
  ])('counts on the day on which it arrives: of five, three of which %s', async (_, standing, wanted) => {
    const bench = await asked(5);
    await send(bench, '2026-11-30T09:00:00Z');
    await bench.ask(`update messages set ${standing} where kind = 'nudge'`);
    await send(bench, '2026-12-01T09:00:00Z');
    const rows = await bench.ask(`select from nudges where message is not null`);
    expect(rows).toHaveLength(wanted);
  });

  test.each(['news', 'question', 'controls'])('has the day for itself, whatever %s comes', async (kind) => {
    const bench = await asked(3);
    await bench.ask(
      `insert into messages (workspace_id, target, subject, since, kind, state, arrived_at)
        values ($1, $2, '7/1', $4, $3, 'sent', $4)`,
      [bench.workspace, bench.ana, kind, '2026-11-30T08:00:00Z'],
    );
    await send(bench, '2026-11-30T09:00:00Z');
    expect(await bench.sent()).toHaveLength(3);
  });

  test('is not waited for longer than a week, whatever keeps it', async () => {
    const bench = await asked(5);
    await send(bench, '2026-11-30T09:00:00Z');
    await send(bench, '2026-12-07T08:00:00Z');
    expect(await bench.sent()).toHaveLength(3);
    await send(bench, '2026-12-07T09:00:01Z');
    expect(await bench.sent()).toHaveLength(4);
  });

  test('is looked at, though it was wanted while they were written to of something else', async () => {
    const bench = await asked(2);
    const { workspace } = bench;
    const answers = (verdict: 'partly' | 'fixed') =>
      changeIssue(
        bench.at(`${monday}T10:00:00Z`),
        aChange(workspace, 2, 'UANA', { type: 'answer', verdict }),
      );
    await answers('partly');
    await bench.ask('begin');
    await bench.ask(`select 1 from nudges where subject like '1/%' for update`);
    const sending = send(bench, '2026-11-30T09:00:00Z');
    await expect.poll(() => waitingIn(bench)).toBe(1);
    await changeIssue(
      bench.at(`${monday}T10:00:00Z`),
      aChange(workspace, 2, 'USAM', { type: 'resolve', solution }),
    );
    await bench.ask('commit');
    await sending;
    expect(await bench.sent()).toEqual(['nudge is-it-fixed/1/1']);
    expect(await bench.due()).toEqual(['11-30 09:00']);
    await send(bench, '2026-11-30T09:00:00Z');
    expect(await bench.sent()).toEqual(['nudge is-it-fixed/1/1', 'nudge is-it-fixed/2/2']);
  });

  test.each<[string, string, number]>([
    ['was over before it came is told anew', `state = 'ended'`, 1],
    ['came, and was over then, is not', `state = 'ended', ts = '1.2'`, 0],
    ['is on its way is not told twice', `state = 'reserved'`, 0],
  ])('wanted once more, what %s', async (_, standing, anew) => {
    const bench = await asked(1);
    await send(bench, '2026-11-30T09:00:00Z');
    await bench.ask(`update messages set ${standing} where kind = 'nudge'`);
    const store = bench.at('2026-12-01T09:00:00Z');
    await transact(store, { workspace: bench.workspace }, async (tx) => {
      const question = { person: bench.ana, kind: 'is-it-fixed', subject: '1/1', isQuestion: true } as const;
      await wantNudges(store, tx, bench.workspace, [{ ...question, when: 'now' }], store.clock());
    });
    await send(bench, '2026-12-01T09:00:00Z');
    const [row] = await bench.ask<{ at: string; state: string }>(
      `select n.sent_at::date::text as at, m.state from nudges n join messages m on m.id = n.message`,
    );
    expect(row).toMatchObject({ at: anew === 1 ? '2026-12-01' : '2026-11-30' });
    expect(row?.state).toBe(standing.includes('ts') ? 'ended' : 'reserved');
  });

  test('is forgotten where they have answered, and kept while they are gone', async () => {
    const bench = await asked(1);
    const { workspace, store } = bench;
    const standing = { isMember: true, isAdmin: false, hasLeft: true };
    const keep = (hasLeft: boolean, instant: string) =>
      transact(store, { workspace }, (tx) =>
        saveMembership(tx, workspace, 'UANA', { ...standing, hasLeft }, Temporal.Instant.from(instant)),
      );
    await keep(true, '2026-11-30T08:00:00Z');
    await send(bench, '2026-11-30T09:00:00Z');
    expect([await bench.sent(), await bench.due()]).toEqual([[], []]);
    await keep(false, '2026-11-30T12:00:00Z');
    expect(await bench.due()).toEqual(['11-30 12:00']);
    const fixed: Wish = { type: 'answer', verdict: 'fixed' };
    const aMonthLater = '12-30 12:00';
    await changeIssue(bench.at('2026-11-30T12:00:00Z'), aChange(workspace, 1, 'UANA', fixed));
    await send(bench, '2026-11-30T13:00:00Z');
    expect([await bench.sent(), await bench.due()]).toEqual([[], [aMonthLater]]);
    const kept = await bench.ask(`select kind from nudges where person_id = $1`, [bench.ana]);
    expect(kept).toEqual([{ kind: 'did-it-hold' }]);
  });

  test('moves with them when Slack says that they are elsewhere', async () => {
    const bench = await asked(1);
    const { workspace, store } = bench;
    const standing = { isMember: true, isAdmin: false, hasLeft: false, timeZone: 'America/New_York' };
    const now = Temporal.Instant.from('2026-11-30T08:00:00Z');
    await transact(store, { workspace }, (tx) => saveMembership(tx, workspace, 'UANA', standing, now));
    expect(await bench.due()).toEqual(['11-30 08:00']);
    await send(bench, '2026-11-30T09:00:00Z');
    expect([await bench.sent(), await bench.due()]).toEqual([[], ['11-30 14:00']]);
    await send(bench, '2026-11-30T14:00:00Z');
    expect(await bench.sent()).toHaveLength(1);
  });
});
