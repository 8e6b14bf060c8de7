import { sql } from 'drizzle-orm';

import type { PersonId } from '../../core/issue.ts';
import { creditsOf } from '../../core/learning.ts';
import type { Consent } from '../../core/learning.ts';
import { gone, refused } from './change-issue.ts';
import type { Refused } from './change-issue.ts';
import { loadWriteUp } from './learned.ts';
import { meet } from './meet.ts';
import type { Meeting } from './meet.ts';
import { redrawAbout } from './outbox.ts';
import { credits } from './schema/learnings.ts';
import type { Store } from './store.ts';
import { transact } from './transact.ts';
import type { Tx, WorkspaceId } from './transact.ts';

/**
 * Whether somebody may be named beside what was learned; their newest word counts.
 *
 * @throws Unavailable or Unsure, see `transact`.
 */
export async function answerCredit(
  store: Store,
  visit: Meeting,
  answer: Consent,
): Promise<{ readonly ok: true } | Refused> {
  const { workspace, number } = visit;
  return await transact(store, { workspace }, async (tx) => {
    const met = await meet(store, tx, visit, 'lock');
    if (met === null) return gone;
    const { issue } = met.loaded;
    const { person } = met.actor;
    const writeUp = await loadWriteUp(tx, workspace, number);
    if (!creditsOf(issue, writeUp).some((it) => it.person === person))
      return await refused(tx, workspace, number, { reason: 'not-credited' });
    await saveConsent(tx, workspace, number, person, answer);
    await redrawAbout(tx, store.enqueue, workspace, number, ['learning', 'write-up', 'credit', 'question']);
    return { ok: true };
  });
}

export async function saveConsent(
  tx: Tx,
  workspace: WorkspaceId,
  issue: number,
  personId: PersonId,
  answer: Consent,
): Promise<void> {
  await tx
    .insert(credits)
    .values({ workspaceId: workspace, issue, personId, answer })
    .onConflictDoUpdate({
      target: [credits.workspaceId, credits.issue, credits.personId],
      set: { answer: sql`excluded.answer` },
    });
}
