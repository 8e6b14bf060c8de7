import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';

import type { Address } from '../../src/core/address.ts';
import { reserve } from '../../src/platform/postgres/outbox.ts';
import { personFor } from '../../src/platform/postgres/people.ts';
import { bringLater, newsBefore, restedBefore } from '../../src/platform/postgres/resting.ts';
import { nudges } from '../../src/platform/postgres/schema/nudges.ts';
import { transact } from '../../src/platform/postgres/transact.ts';
import type { Tx } from '../../src/platform/postgres/transact.ts';
import { aStore } from './a-store.ts';

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
