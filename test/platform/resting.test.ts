import { sql } from 'drizzle-orm';
import { Client } from 'pg';
import { expect, onTestFinished, test } from 'vitest';

import type { Address } from '../../src/core/address.ts';
import { flagIssue } from '../../src/platform/postgres/flag-issue.ts';
import { reserve } from '../../src/platform/postgres/outbox.ts';
import { personFor } from '../../src/platform/postgres/people.ts';
import {
  bringLater,
  lookAtEverybody,
  lookAtPromisesOf,
  newsBefore,
  restedBefore,
} from '../../src/platform/postgres/resting.ts';
import { nudges } from '../../src/platform/postgres/schema/nudges.ts';
import { transact } from '../../src/platform/postgres/transact.ts';
import type { Tx } from '../../src/platform/postgres/transact.ts';
import { aFlag, aStore, waitingIn } from './a-store.ts';

/** So often that chance would not put each of them in order. */
const many = Array.from({ length: 8 }, (_, at) => at + 1);

test('whether they may be named is asked after the news of it, whichever was looked at first', async () => {
  const { store, workspace } = await aStore();
  const now = store.clock();
  const opening = now.add({ hours: 12 });
  await transact(store, { workspace }, async (tx) => {
    for (const number of many) {
      const { news, credit, target } = await toldAndAsked(tx, number);
      const found = () => newsBefore(tx, workspace, credit, now);
      expect(await found()).toMatchObject([{ id: news }]);
      for (const id of [credit, news]) await bringLater(tx, workspace, { id, target }, opening);
      expect(await found()).toEqual([]);
      expect(await restedBefore(tx, workspace, news, opening)).toEqual([]);
      expect(await restedBefore(tx, workspace, credit, opening)).toMatchObject([{ id: news }]);
    }
  });

  async function toldAndAsked(tx: Tx, number: number) {
    const { id: person } = await personFor(tx, workspace, `U${number}`);
    const addresses: Address[] = [
      { kind: 'news', subject: `${number}/7`, person },
      { kind: 'nudge', subject: `credit/${number}`, person },
    ];
    const [news = '', credit = ''] = await reserve(tx, workspace, addresses, now);
    const nudge = {
      kind: 'credit',
      subject: String(number),
      isQuestion: true,
      wantedAt: now,
      message: credit,
    };
    await tx.execute(sql`update messages set since = since + interval '1 second' where id = ${credit}`);
    await tx.insert(nudges).values({ ...nudge, workspaceId: workspace, personId: person });
    return { news, credit, target: person };
  }
});

test('all that waits is found in one order, however it lies in the table: nothing is held that comes after', async () => {
  const bench = await aStore();
  const { store, workspace, url } = bench;
  for (const subject of ['2', '1'])
    await bench.ask(
      `insert into due values ('${workspace}', 'promise-passes', '${subject}', now() + interval '1 day')`,
    );
  const other = new Client({ connectionString: url });
  await other.connect();
  onTestFinished(() => other.end());
  await other.query(`begin; select from due where subject = '1' for update`);
  const found = transact(store, { workspace }, async (tx) => {
    /* As where much is found. */
    await tx.execute(sql`set local enable_indexscan = off`);
    await lookAtEverybody(tx, workspace, store.clock());
  });
  await expect.poll(() => waitingIn(bench)).toBe(1);
  expect(await bench.ask(`select subject from due for update skip locked`)).toEqual([{ subject: '2' }]);
  await other.query('commit');
  await found;
  expect(await bench.ask('select from due where due_at > now()')).toEqual([]);
});

test('the workplace’s hours are others: all that waits for somebody to work is found at once, and nothing else', async () => {
  const { store, workspace, ask } = await aStore();
  const { id: person } = await transact(store, { workspace }, (tx) => personFor(tx, workspace, 'UANA'));
  const [reserved = '', sent = ''] = await transact(store, { workspace }, (tx) => {
    const addresses = ['1/2', '1/3'].map((subject): Address => ({ kind: 'news', subject, person }));
    return reserve(tx, workspace, addresses, store.clock());
  });
  await ask(`update messages set state = 'sent', channel = 'D1', ts = '1.1' where id = $1`, [sent]);
  const waiting = [
    ...['ask-passes', 'owner-left', 'promise-passes'].map((kind) => [kind, '1']),
    ['nudge', person],
    ['resend', reserved],
  ];
  const others = [
    ['fall-silent', '2'],
    ['in-vain', '2'],
    ['post', '3'],
    ['resend', sent],
  ];
  for (const it of [...others, ...waiting])
    await ask(`insert into due values ('${workspace}', $1, $2, now() + interval '1 day')`, it);
  await transact(store, { workspace }, (tx) => lookAtEverybody(tx, workspace, store.clock()));
  const found = await ask('select kind, subject from due where due_at < now() order by 1');
  expect(found.map(({ kind, subject }) => [kind, subject])).toEqual(
    waiting.toSorted(([a = ''], [b = '']) => (a < b ? -1 : 1)),
  );
});

test('somebody’s hours are others: what they were asked, or have promised, is found at once, and nothing of others', async () => {
  const bench = await aStore();
  const { store, workspace, ask } = bench;
  const [ana, sam] = await transact(store, { workspace }, async (tx) => [
    (await personFor(tx, workspace, 'UANA')).id,
    (await personFor(tx, workspace, 'USAM')).id,
  ]);
  if (ana === undefined || sam === undefined) throw new Error('nobody is there');
  const inRole = [
    [sam, 'asked'],
    [sam, 'promiser'],
    [sam, 'me-too'],
    [ana, 'asked'],
  ];
  for (const [person, role] of inRole) {
    const { number } = await flagIssue(store, aFlag(bench));
    await ask(
      `insert into participants (workspace_id, id, joined_at, issue, person_id, role)
        values ($1, gen_random_uuid(), now(), $2, $3, $4)`,
      [workspace, number, person, role],
    );
    for (const kind of ['promise-passes', 'ask-passes', 'could-use-help'])
      await ask(`insert into due values ($1, $2, $3, now() + interval '1 day')`, [workspace, kind, number]);
  }
  await transact(store, { workspace }, (tx) => lookAtPromisesOf(tx, workspace, sam, store.clock()));
  const found = await ask(
    `select kind, subject from due where due_at < now() and kind <> 'post' order by subject, kind`,
  );
  expect(found.map(({ kind, subject }) => `${kind} ${subject}`)).toEqual([
    'ask-passes 1',
    'promise-passes 1',
    'ask-passes 2',
    'promise-passes 2',
  ]);
});
