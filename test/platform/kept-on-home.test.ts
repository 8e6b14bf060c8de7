import type { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';

import type { Log } from '../../src/log.ts';
import { loadKept, noteRead } from '../../src/platform/postgres/kept-on-home.ts';
import { personFor } from '../../src/platform/postgres/people.ts';
import { transact } from '../../src/platform/postgres/transact.ts';
import type { Courier } from '../../src/platform/slack/courier.ts';
import type { Feature, House } from '../../src/platform/slack/feature.ts';
import { homePublisher } from '../../src/platform/slack/home.ts';
import { aStore } from './a-store.ts';
import type { TestStore } from './a-store.ts';

/** News for Ana that was not sent, from the newest to the oldest. */
async function keeps({ store, workspace, ask }: TestStore, count: number): Promise<void> {
  const { id } = await transact(store, { workspace }, (tx) => personFor(tx, workspace, 'UANA'));
  await ask(
    `insert into messages (workspace_id, kind, subject, target, state, reason, since)
      select $1, 'news', '1/' || nth, $2, 'ended', 'on Home', now() - make_interval(mins => nth)
      from generate_series(1, $3) nth`,
    [workspace, id, count],
  );
}

/** What stands on Ana's Home in the end, and how much was drawn each time; what is newer than number `from` was overtaken. */
async function homeOf({ store, workspace }: TestStore, from: number) {
  const published: string[] = [];
  let drawn = 0;
  let rounds = 0;
  const home: Feature['home'] = {
    draw: (_, __, ___, news) => {
      rounds += 1;
      const shown = news.map(({ drawing }) => drawing.text).join(' ');
      return Promise.resolve({ type: 'home', blocks: [], private_metadata: shown });
    },
    instead: () => ({ type: 'home', blocks: [] }),
  };
  const draw: Courier['draw'] = (_, __, { subject }) => {
    drawn += 1;
    return Promise.resolve(Number(subject.slice(2)) < from ? null : { text: subject, blocks: [] });
  };
  const views = {
    publish: ({ view }: { view: { private_metadata?: string } }) =>
      published.push(view.private_metadata ?? ''),
  };
  const publish = homePublisher({ store } as House, [{ home }], draw, { views } as never, {} as Log);
  await publish({ workspace, slackUser: 'UANA', isListedAdmin: false });
  return { shown: published.at(-1), drawnEachTime: drawn / rounds };
}

test('however many were overtaken, none of them hides what is older', async () => {
  const bench = await aStore();
  await keeps(bench, 230);
  expect(await homeOf(bench, 230)).toMatchObject({ shown: '1/230' });
});

test('of very many only those are drawn that may find room, the newest', async () => {
  const bench = await aStore();
  await keeps(bench, 30);
  const { shown, drawnEachTime } = await homeOf(bench, 1);
  expect(shown?.split(' ').slice(0, 3)).toEqual(['1/1', '1/2', '1/3']);
  expect(drawnEachTime).toBe(20);
});

test('only whoever it is for finds what was not sent to them, until they have read it', async () => {
  const { store, workspace, ask } = await aStore();
  const [ana, sam] = await transact(store, { workspace }, async (tx) => [
    (await personFor(tx, workspace, 'UANA')).id,
    (await personFor(tx, workspace, 'USAM')).id,
  ]);
  const now = store.clock();
  const keep = async (subject: string, target: string | undefined, at: Temporal.Instant, kind = 'news') => {
    const [row] = await ask<{ id: string }>(
      `insert into messages (workspace_id, kind, subject, target, state, reason, since)
        values ($1, $5, $2, $3, 'ended', 'on Home', $4) returning id`,
      [workspace, subject, target, at.toString(), kind],
    );
    return row?.id ?? '';
  };
  const asked = await keep('1/7a5d3c1e', ana, now.subtract({ hours: 3 }), 'reached');
  const old = await keep('1/2', ana, now.subtract({ hours: 100 * 24 }));
  const [older, newer, sams] = [
    await keep('1/3', ana, now.subtract({ hours: 2 })),
    await keep('1/4', ana, now.subtract({ hours: 1 })),
    await keep('1/4', sam, now),
  ];
  const kept = async (person = ana) =>
    await transact(store, { workspace }, async (tx) =>
      person === undefined ? [] : (await loadKept(tx, workspace, person)).map(({ id }) => id),
    );
  expect(await kept()).toEqual([newer, older, asked, old]);
  await noteRead(store, workspace, 'UANA', [sams, older, asked, 'no id']);
  expect(await kept()).toEqual([newer, asked, old]);
  expect(await kept(sam)).toEqual([sams]);
});
