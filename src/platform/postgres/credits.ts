import { ne } from 'drizzle-orm';

import type { PersonId } from '../../core/issue.ts';
import { creditsOf } from '../../core/learning.ts';
import type { Consent } from '../../core/learning.ts';
import { actedAs } from './actor.ts';
import { gone, refused } from './change-issue.ts';
import type { Refused } from './change-issue.ts';
import { digestsTelling } from './digest-messages.ts';
import { loadWriteUp } from './learned.ts';
import type { LoadedIssue } from './load-issue.ts';
import { meet } from './meet.ts';
import type { Meeting } from './meet.ts';
import { redrawAbout } from './outbox.ts';
import { note } from './save-issue.ts';
import type { Acted } from './save-issue.ts';
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
    const acted = { ...actedAs(issue, met.actor), at: store.clock() };
    await saveConsent(tx, workspace, met.loaded, person, answer, acted);
    await redrawAbout(tx, store.enqueue, workspace, number, ['learning', 'write-up', 'question', 'nudge']);
    const digests = await digestsTelling(tx, workspace, number);
    await store.enqueue(
      tx,
      'draw',
      digests.map((message) => ({ workspace, message })),
    );
    return { ok: true };
  });
}

/** The same said again is nothing new. */
export async function saveConsent(
  tx: Tx,
  workspace: WorkspaceId,
  loaded: LoadedIssue,
  personId: PersonId,
  answer: Consent,
  acted: Acted,
): Promise<void> {
  const changed = await tx
    .insert(credits)
    .values({ workspaceId: workspace, issue: loaded.issue.number, personId, answer })
    .onConflictDoUpdate({
      target: [credits.workspaceId, credits.issue, credits.personId],
      set: { answer },
      setWhere: ne(credits.answer, answer),
    })
    .returning({ person: credits.personId });
  if (changed.length > 0) await note(tx, workspace, loaded, { type: 'credited', consent: answer }, acted);
}
