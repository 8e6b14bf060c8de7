import { expect, test } from 'vitest';

import { beginSending, endAttempt, lockMessage } from '../../src/platform/postgres/messages.ts';
import { reserveNotices } from '../../src/platform/postgres/outbox.ts';
import { personFor } from '../../src/platform/postgres/people.ts';
import { transact } from '../../src/platform/postgres/transact.ts';
import { stands } from '../../src/platform/slack/endings.ts';
import { aStore } from './a-store.ts';

test('a message that has found its end is never sent, nor revived; a copy that shows itself is deleted', async () => {
  const bench = await aStore();
  const { store, workspace } = bench;
  const id = await transact(store, { workspace }, async (tx) => {
    const { id: person } = await personFor(tx, workspace, 'UKIM');
    return (await reserveNotices(tx, workspace, 'some/thing', person))[0] ?? '';
  });
  const spot = { channel: 'C1', ts: '1.2' };
  await transact(store, { workspace }, async (tx) => {
    expect(await beginSending(tx, workspace, id, store.clock())).toBe(true);
    await endAttempt(tx, workspace, id, { state: 'ended' }, store.clock());
    expect(await beginSending(tx, workspace, id, store.clock())).toBe(false);
    for (const end of [{ state: 'unsure' } as const, { state: 'sent', spot, drawn: null } as const])
      await endAttempt(tx, workspace, id, end, store.clock());
    expect(await lockMessage(tx, workspace, id)).toMatchObject({ state: 'ended', ts: null });
  });
  expect(await bench.ask("select 1 from due where kind = 'resend'")).toEqual([]);
  await stands({ store }, workspace, id, spot, null);
  expect(await bench.ask("select data from pgboss.job where name = 'discard'")).toEqual([{ data: spot }]);
});
