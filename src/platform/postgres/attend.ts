import type { Temporal } from 'temporal-polyfill';

import { numberIn } from '../../core/address.ts';
import { mayAskOwner, mayAskWhyQuiet, nudged } from '../../core/attended.ts';
import type { PersonId } from '../../core/issue.ts';
import { mayAskContainer } from '../../core/still-containing.ts';
import { happensTo } from './apply.ts';
import { timeOf } from './hours.ts';
import { loadIssue } from './load-issue.ts';
import type { Store } from './store.ts';
import type { Tx, WorkspaceId } from './transact.ts';

/** Whether an owner is still to be asked about an issue of which they have written nothing. */
export async function isQuiet(
  tx: Tx,
  workspace: WorkspaceId,
  person: PersonId,
  subject: string,
  now: Temporal.Instant,
  store: Pick<Store, 'environment'>,
): Promise<boolean> {
  const issue = (await loadIssue(tx, workspace, numberIn(subject), 'read'))?.issue;
  if (issue === undefined) return false;
  return mayAskWhyQuiet(issue, person, subject, await timeOf(store, tx, workspace, person), now);
}

/** The owner is asked now: from now on it counts how long nothing is heard. */
export async function ownerIsAsked(
  store: Store,
  tx: Tx,
  workspace: WorkspaceId,
  person: PersonId,
  subject: string,
): Promise<void> {
  await happensTo(store, tx, workspace, numberIn(subject), async (issue, now) =>
    mayAskOwner(issue, person, subject)
      ? [nudged(issue, await timeOf(store, tx, workspace, person), now)]
      : [],
  );
}

/** Whoever contains the damage is asked now whether it holds. */
export async function containerIsAsked(
  store: Store,
  tx: Tx,
  workspace: WorkspaceId,
  person: PersonId,
  subject: string,
): Promise<void> {
  await happensTo(store, tx, workspace, numberIn(subject), (issue) =>
    Promise.resolve(
      mayAskContainer(issue, person, subject) ? [{ type: 'containment-asked', by: person }] : [],
    ),
  );
}
