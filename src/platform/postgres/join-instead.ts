import type { Command } from '../../core/command.ts';
import { decide } from '../../core/decide.ts';
import type { Refusal } from '../../core/decision.ts';
import { isHelpWanted, isStuckOn } from '../../core/stuck.ts';
import { actedAs, actorOf, leadsNothing } from './actor.ts';
import { apply } from './apply.ts';
import { gone, refused } from './change-issue.ts';
import type { Refused } from './change-issue.ts';
import { meTooFacts } from './command-of.ts';
import { loadIssue } from './load-issue.ts';
import type { LoadedIssue } from './load-issue.ts';
import { personFor } from './people.ts';
import type { Person } from './people.ts';
import type { Store } from './store.ts';
import { transact } from './transact.ts';
import type { Tx, WorkspaceId } from './transact.ts';

interface Instead {
  readonly workspace: WorkspaceId;
  readonly slackUser: string;
  readonly isListedAdmin: boolean;
  /** Their own flag, and the issue that says the same. */
  readonly number: number;
  readonly other: number;
}

/**
 * `stays`: why their own flag could not be taken back; `null` where it is gone. Refused, nothing has changed, and their
 * own flag, if it was there, is there still. `isHelpFor`: help for them is asked for with the other issue from now on.
 */
export type Joined =
  | { readonly ok: true; readonly isHelpFor: boolean; readonly stays: Refused | null }
  | (Refused & { readonly isThere: boolean });

/**
 * Says me too on another issue and takes one's own flag back, in one transaction: at no moment is neither there. Pressed
 * again it changes nothing.
 *
 * @throws Unavailable or Unsure, see `transact`.
 */
export async function joinInstead(store: Store, instead: Instead): Promise<Joined> {
  const { workspace, slackUser, number, other } = instead;
  return await transact(store, { workspace }, async (tx) => {
    const person = await personFor(tx, workspace, slackUser);
    /* Always in this order, so that two who lock the same two never wait for each other. */
    const first = await loadIssue(tx, workspace, Math.min(number, other), 'lock');
    const second = await loadIssue(tx, workspace, Math.max(number, other), 'lock');
    const [mine, theirs] = number < other ? [first, second] : [second, first];
    const carryOut = (loaded: LoadedIssue, command: Command): Promise<Refusal | null> =>
      carriedOut(store, tx, instead, person, loaded, command);
    const isThere = mine !== null && mine.issue.state !== 'withdrawn';
    if (theirs === null) return { ...gone, isThere };
    /* Help that is asked for with the flag is not to be lost with it. */
    const isStuck = mine !== null && isHelpWanted(mine.issue);
    const facts = await meTooFacts(tx, workspace, theirs, person.id);
    const refusal = await carryOut(theirs, { type: 'me-too', ...facts, ...(isStuck ? { isStuck } : {}) });
    if (refusal !== null) return { ...(await refused(tx, workspace, other, refusal)), isThere };
    const stays = mine === null ? null : await carryOut(mine, { type: 'undo' });
    const isHelpFor = isStuck || isStuckOn(theirs.issue, { person: person.id, isReporter: false });
    return {
      ok: true,
      isHelpFor,
      stays: stays === null ? null : await refused(tx, workspace, number, stays),
    };
  });
}

async function carriedOut(
  store: Store,
  tx: Tx,
  { workspace, isListedAdmin }: Instead,
  person: Person,
  loaded: LoadedIssue,
  command: Command,
): Promise<Refusal | null> {
  const now = store.clock();
  const actor = actorOf(store.keys, workspace, loaded, person, { isListedAdmin, leading: leadsNothing });
  const decision = decide(loaded.issue, actor, command, now);
  if (!decision.ok) return decision.refusal;
  await apply(store, tx, workspace, loaded, decision.events, { ...actedAs(loaded.issue, actor), at: now });
  return null;
}
