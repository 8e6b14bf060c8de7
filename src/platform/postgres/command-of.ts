import type { Command } from '../../core/command.ts';
import type { Change } from './change-issue.ts';
import { duplicatesOf } from './family.ts';
import { whoMayLook } from './leads.ts';
import { loadIssue } from './load-issue.ts';
import type { LoadedIssue } from './load-issue.ts';
import { findPerson, nobody } from './people.ts';
import { isTrial } from './running-trial.ts';
import { notDuplicateOf, targetOf } from './target.ts';
import type { Other } from './target.ts';
import type { Tx } from './transact.ts';

/** A person's wish, with the facts that the rules need. */
export async function commandOf(
  tx: Tx,
  change: Change,
  loaded: LoadedIssue,
  other: Other | null,
): Promise<Command> {
  const { workspace, wish } = change;
  switch (wish.type) {
    case 'withdraw':
      return { type: 'withdraw', duplicates: await duplicatesOf(tx, workspace, loaded.issue) };
    case 'let-go': {
      const owner = loaded.participants.find(({ role }) => role === 'owner');
      return { type: 'let-go', ownerHasLeft: owner?.hasLeft ?? false };
    }
    case 'offer': {
      const isStranger = change.strangers?.includes(wish.toSlackUser) === true;
      const to = (await findPerson(tx, workspace, wish.toSlackUser)) ?? nobody(isStranger ? false : null);
      return { type: 'offer', to: { person: to.id, canOwn: to.hasLeft ? false : to.isMember } };
    }
    case 'link-to-fix': {
      const fix = await loadIssue(tx, workspace, wish.fix, 'read');
      return { ...wish, isFixed: fix?.issue.state === 'confirmed' };
    }
    case 'ask-look':
      return { type: 'ask-look', of: await whoMayLook(tx, workspace, loaded.issue, change.adminUsers) };
    case 'duplicate':
      return { type: 'duplicate', of: targetOf(other), ...(await onTrial(tx, change)) };
    case 'me-too':
      return { ...wish, ...(await onTrial(tx, change)) };
    case 'not-duplicate':
      return await notDuplicateOf(tx, workspace, loaded, wish.of, other);
    default:
      return wish;
  }
}

/** A test of Flagpost is no place to be counted. */
export async function onTrial(tx: Tx, { workspace, number }: Pick<Change, 'workspace' | 'number'>) {
  return (await isTrial(tx, workspace, number)) ? ({ isTrial: true } as const) : {};
}
