import { expect, test } from 'vitest';

import type { Address } from '../../src/core/address.ts';
import { reserve } from '../../src/platform/postgres/outbox.ts';
import { personFor } from '../../src/platform/postgres/people.ts';
import { bringLater, newsBefore, restedBefore } from '../../src/platform/postgres/resting.ts';
import { transact } from '../../src/platform/postgres/transact.ts';
import type { Tx } from '../../src/platform/postgres/transact.ts';
import { aStore } from './a-store.ts';

/** So often that chance would not put each of them in order: of what begins in one moment nothing else says which is first. */
const many = Array.from({ length: 8 }, (_, at) => at + 1);

test('in a morning whether they may be named is asked last, whichever was looked at first', async () => {
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
      { kind: 'credit', subject: String(number), person },
    ];
    const [news = '', credit = ''] = await reserve(tx, workspace, addresses);
    return { news, credit, target: person };
  }
});
