import { expect, test } from 'vitest';

import { linksToLearnings } from '../../src/platform/postgres/permalink.ts';
import { transact } from '../../src/platform/postgres/transact.ts';
import { aStore } from './a-store.ts';

interface Post {
  readonly kind: 'learning' | 'write-up';
  readonly subject: string;
  readonly ts: string | null;
  readonly state?: 'ended';
}

const first: Post = { kind: 'learning', subject: '42/1', ts: '1.000000' };
const second: Post = { kind: 'learning', subject: '42/2', ts: '2.000000' };
const account: Post = { kind: 'write-up', subject: '42', ts: '3.000000' };
const line = { state: 'confirmed', reopenings: 0, learning: 'Oil them', isWrittenUp: false };

test.each<[string, Partial<typeof line>, readonly Post[], string | null]>([
  ['its line', {}, [first], 'p1000000'],
  ['no line of another round that was taken back', { reopenings: 1 }, [first], null],
  ['the newer line', { reopenings: 1 }, [first, second], 'p2000000'],
  ['not the older one while the newer waits', { reopenings: 1 }, [first, { ...second, ts: null }], null],
  ['no line while it goes on', { state: 'open', reopenings: 1 }, [first], null],
  ['no line before it is confirmed anew', { state: 'resolved', reopenings: 1 }, [first], null],
  ['nothing where nothing was learned', { learning: '' }, [first], null],
  ['no post that is gone', {}, [{ ...first, state: 'ended' }], null],
  ['the account rather than the line', { isWrittenUp: true }, [first, account], 'p3000000'],
  ['the account while it goes on', { state: 'open', isWrittenUp: true }, [first, account], 'p3000000'],
  ['no line that gave way to an account', { isWrittenUp: true }, [first], null],
])('what was learned is read at %s', async (_, changes, posts, wanted) => {
  const { ask, store, workspace } = await aStore();
  const { state, reopenings, learning, isWrittenUp } = { ...line, ...changes };
  await ask(
    `insert into issues (workspace_id, number, state, version, text, flagged_at, reopenings, life)
     values ($1, 42, $2, 1, 'Pumps hum', now(), $3, jsonb_build_object('solution', jsonb_build_object('learning', nullif($4, ''))))`,
    [workspace, state, reopenings, learning],
  );
  const [person] = await ask<{ id: string }>(`insert into people (workspace_id) values ($1) returning id`, [
    workspace,
  ]);
  if (isWrittenUp)
    await ask(
      `insert into write_ups (workspace_id, issue, version, sections, changed_by) values ($1, 42, 1, '{}', $2)`,
      [workspace, person?.id],
    );
  for (const { kind, subject, ts, state: end = 'sent' } of posts)
    await ask(
      `insert into messages (workspace_id, kind, subject, target, state, channel, ts) values ($1, $2, $3, '', $4, 'C0', $5)`,
      [workspace, kind, subject, end, ts],
    );
  const links = await transact(store, { workspace }, (tx) => linksToLearnings(tx, workspace, [42, 43]));
  expect([...links]).toEqual(wanted === null ? [] : [[42, `https://acme.slack.com/archives/C0/${wanted}`]]);
});
