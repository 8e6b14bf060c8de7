import { expect, test } from 'vitest';

import { beginSending, leaseMessage, lockMessage } from '../../src/platform/postgres/messages.ts';
import { reserveNotices } from '../../src/platform/postgres/outbox.ts';
import { personFor } from '../../src/platform/postgres/people.ts';
import { transact } from '../../src/platform/postgres/transact.ts';
import type { Courier } from '../../src/platform/slack/courier.ts';
import { failed, stands } from '../../src/platform/slack/endings.ts';
import { aStore } from './a-store.ts';

const spot = { channel: 'D1', ts: '1.2' };

/** A message that is being posted, and what is written down of it. */
async function beingPosted() {
  const { store, workspace, ask } = await aStore();
  const { clock } = store;
  const id = await transact(store, { workspace }, async (tx) => {
    const { id: person } = await personFor(tx, workspace, 'UKIM');
    const [message = ''] = await reserveNotices(tx, workspace, 'some/thing', person);
    await leaseMessage(tx, workspace, message, clock());
    await beginSending(tx, workspace, message, clock());
    return message;
  });
  const courier = { store } as unknown as Courier;
  return {
    hasCome: () => stands({ store }, workspace, id, spot, null),
    isLost: () => failed(courier, workspace, id, new Error('no answer'), spot.channel),
    row: () => transact(store, { workspace }, (tx) => lockMessage(tx, workspace, id)),
    resends: () => ask("select 1 from due where kind = 'resend'"),
    draws: () => ask("select 1 from pgboss.job where name = 'draw' and data->>'message' = $1", [id]),
  };
}

test('Slack’s event comes, then its answer is lost: the message stands, and is drawn as it is to be', async () => {
  const { hasCome, isLost, row, resends, draws } = await beingPosted();
  await hasCome();
  const before = (await draws()).length;
  await isLost();
  expect(await row()).toMatchObject({ state: 'sent', ...spot, leasedUntil: null });
  expect(await resends()).toEqual([]);
  expect((await draws()).length).toBe(before + 1);
});

test('its answer is lost, then Slack’s event comes: until then nobody knows', async () => {
  const { hasCome, isLost, row, resends, draws } = await beingPosted();
  await isLost();
  expect(await row()).toMatchObject({ state: 'unsure', ts: null, leasedUntil: null });
  expect(await resends()).toHaveLength(1);
  const before = (await draws()).length;
  await hasCome();
  expect(await row()).toMatchObject({ state: 'sent', ...spot });
  expect(await resends()).toEqual([]);
  expect((await draws()).length).toBe(before + 1);
});
