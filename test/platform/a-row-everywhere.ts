import type { WorkspaceId } from '../../src/platform/postgres/transact.ts';
import type { TestStore } from './a-store.ts';

/** A row in each table that a flag and its change have written none to. */
export async function rowsBesides({ ask }: TestStore, workspace: WorkspaceId): Promise<void> {
  await ask(`insert into messages (workspace_id, kind, subject, target) values ($1, 'card', '1', '')`, [
    workspace,
  ]);
  await ask(
    `insert into drafts select workspace_id, id, 'flag', '', '{}', now() from people where workspace_id = $1`,
    [workspace],
  );
  await ask(
    `insert into learnings select workspace_id, number, 'A line', 'a line', '', now() from issues where workspace_id = $1`,
    [workspace],
  );
  for (const into of [
    `write_ups select p.workspace_id, i.number, 1, '{}', p.id`,
    `writers select p.workspace_id, i.number, p.id, now()`,
    `credits select p.workspace_id, i.number, p.id, 'yes'`,
    `readers select p.workspace_id, i.number, 'k1.tag', 'used'`,
  ]) {
    const people = `people p join issues i on i.workspace_id = p.workspace_id where p.workspace_id = $1`;
    await ask(`insert into ${into} from ${people}`, [workspace]);
  }
  await ask(
    `insert into nudges (workspace_id, person_id, kind, subject, is_question, wanted_at)
      select workspace_id, id, 'is-it-fixed', '1/1', true, now() from people where workspace_id = $1`,
    [workspace],
  );
  await ask(`insert into sealed_nudges values ($1, 'k1.tag', 1, now())`, [workspace]);
  await ask(`insert into digests values ($1, now(), now() + interval '7 days', null)`, [workspace]);
  await ask(
    `insert into own_lines (workspace_id, person_id, text, written_at)
      select workspace_id, id, 'A line', now() from people where workspace_id = $1`,
    [workspace],
  );
  await ask(
    `insert into shares (workspace_id, person_id, shown, request, shared_at)
      select workspace_id, id, '{}', 'V1', now() from people where workspace_id = $1`,
    [workspace],
  );
  await ask(`insert into settings (workspace_id) values ($1)`, [workspace]);
  await ask(`insert into leads select workspace_id, id from people where workspace_id = $1`, [workspace]);
}
