import { globSync } from 'node:fs';
import { readFile } from 'node:fs/promises';

import { expect, test } from 'vitest';

import { flagIssue } from '../../src/platform/postgres/flag-issue.ts';
import { personFor } from '../../src/platform/postgres/people.ts';
import { transact } from '../../src/platform/postgres/transact.ts';
import { aFlag, aStore } from './a-store.ts';

test('what an earlier version has asked in messages of their own kinds is told unasked from now on', async () => {
  const bench = await aStore();
  const { store, workspace, ask } = bench;
  const { id } = await transact(store, { workspace }, (tx) => personFor(tx, workspace, 'UANA'));
  const { number } = await flagIssue(store, aFlag({ ...bench, store }));
  await ask(
    `insert into events (workspace_id, issue, seq, type, actor_role, data, at)
      values ($1, $2, 9, 'take-offered', 'lead', '{}', now())`,
    [workspace, number],
  );
  await ask(
    `insert into messages (workspace_id, target, subject, kind, state, since, channel, ts)
      select $1, $2, subject, kind, state, '2026-11-30T08:00:00Z', 'D1', ts from (values
        ('7/4', 'offer', 'sent', '1.1'), ('8/5', 'look', 'reserved', null), ('9', 'credit', 'ended', '1.2'),
        ('10', 'credit', 'ended', null), ('7/4', 'news', 'sent', '1.3'),
        ('1/9', 'offer', 'sent', '1.4')) it (subject, kind, state, ts)`,
    [workspace, id],
  );
  const [file = ''] = globSync('migrations/*_asked-unasked/migration.sql');
  await ask((await readFile(file, 'utf8')).replaceAll('--> statement-breakpoint', ''));
  const told = await ask(`
    select m.kind, m.subject, m.state, n.kind || '/' || n.subject as of, n.sent_at = m.since as "isSent"
      from messages m left join nudges n on n.message = m.id order by m.subject`);
  expect(told).toEqual([
    { kind: 'news', subject: '7/4', state: 'sent', of: null, isSent: null },
    { kind: 'nudge', subject: 'credit/9', state: 'ended', of: 'credit/9', isSent: true },
    { kind: 'nudge', subject: 'look/8/5', state: 'reserved', of: 'look/8/5', isSent: true },
    { kind: 'nudge', subject: 'offer/7/4', state: 'sent', of: 'offer/7/4', isSent: true },
    { kind: 'nudge', subject: 'take-over/1/9', state: 'sent', of: 'take-over/1/9', isSent: true },
  ]);
  const shielded = await ask(`select relname from pg_class
    where relname in ('events', 'messages', 'nudges') and relforcerowsecurity order by relname`);
  expect(shielded).toEqual([{ relname: 'events' }, { relname: 'messages' }, { relname: 'nudges' }]);
});
