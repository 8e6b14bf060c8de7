import type { Command, MeTooFacts } from '../../core/command.ts';
import { broughtBy } from '../../core/decide-not-duplicate.ts';
import { isMeToo } from '../../core/issue.ts';
import type { PersonId } from '../../core/issue.ts';
import { dayOf, openingOn } from '../../core/working-time.ts';
import { askCommandOf } from './asks.ts';
import { cadenceOf } from './cadence.ts';
import type { Change } from './change-issue.ts';
import { duplicatesOf } from './family.ts';
import { loadHistory, loadSaid } from './history.ts';
import { timeOf } from './hours.ts';
import { lastAt } from './later-events.ts';
import { whoMayLook } from './leads.ts';
import { loadIssue } from './load-issue.ts';
import type { LoadedIssue } from './load-issue.ts';
import { wantedNotes } from './notes.ts';
import { findPerson, nobody } from './people.ts';
import { isTrial } from './running-trial.ts';
import type { Store } from './store.ts';
import { notDuplicateOf, targetOf } from './target.ts';
import type { Other } from './target.ts';
import type { Tx, WorkspaceId } from './transact.ts';
import type { Wish } from './wish.ts';

/** A person's wish, with the facts that the rules need. */
export async function commandOf(
  store: Store,
  tx: Tx,
  change: Change,
  loaded: LoadedIssue,
  other: Other | null,
  person: PersonId,
): Promise<Command> {
  const { workspace, wish } = change;
  switch (wish.type) {
    case 'withdraw':
      return { type: 'withdraw', duplicates: await duplicatesOf(tx, workspace, loaded.issue) };
    case 'edit':
      return await asWanted(tx, change, wish);
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
      return { type: 'duplicate', of: targetOf(other), ...(await onTrial(tx, workspace, change.number)) };
    case 'me-too':
      return { ...wish, ...(await meTooFacts(tx, workspace, loaded, person)) };
    case 'not-duplicate':
      return await notDuplicateOf(tx, workspace, loaded, wish.of, other);
    case 'look-again': {
      const { time } = await cadenceOf(store, tx, workspace);
      return { ...wish, until: openingOn(time, wish.on) ?? store.clock() };
    }
    case 'snooze':
    case 'snooze-containment':
      return { type: wish.type, ...(await snoozed(store, tx, workspace, person, wish.until)) };
    case 'say-of-hold':
      return { ...wish, confirmedAt: await lastAt(tx, workspace, loaded.issue.number, 'confirmed') };
    case 'let-take':
    case 'ask-support':
    case 'pass-up':
    case 'promise-support':
    case 'tell-lesson':
      return await askCommandOf(store, tx, workspace, loaded.issue, wish, person);
    case 'amend': {
      const said = await loadSaid(tx, workspace, loaded.issue.number, wish.seq);
      return { type: 'amend', said, words: wish.words };
    }
    default:
      return wish;
  }
}

/** What was noticed counts only for those who want to know. */
async function asWanted(tx: Tx, { workspace, slackUser }: Change, wish: Extract<Wish, { type: 'edit' }>) {
  const { reading } = wish;
  const isRead = reading.marks.length > 0 && (await wantedNotes(tx, workspace, slackUser)) === 'all';
  return isRead ? wish : { ...wish, reading: { ...reading, marks: [] } };
}

/** What the rules need to know of whoever says me too. */
export async function meTooFacts(
  tx: Tx,
  workspace: WorkspaceId,
  { issue }: LoadedIssue,
  person: PersonId,
): Promise<MeTooFacts> {
  const trial = await onTrial(tx, workspace, issue.number);
  if (issue.duplicates.length === 0 || !isMeToo(issue, person)) return trial;
  const brought = broughtBy(await loadHistory(tx, workspace, issue.number));
  return brought.has(person) ? { ...trial, isBrought: true } : trial;
}

/** Tomorrow is their next working day, and next week begins with their first one. */
async function snoozed(
  store: Store,
  tx: Tx,
  workspace: WorkspaceId,
  person: PersonId,
  until: Extract<Wish, { type: 'snooze' | 'snooze-containment' }>['until'],
) {
  const time = await timeOf(store, tx, workspace, person);
  const today = dayOf(time, store.clock());
  const monday = today.add({ days: 8 - today.dayOfWeek });
  const wanted = until === 'next-week' ? monday : until === 'tomorrow' ? today.add({ days: 1 }) : until;
  const opening = openingOn(time, wanted);
  return { until: opening === null ? wanted : dayOf(time, opening), today };
}

/** A test of Flagpost is no place to be counted. */
async function onTrial(tx: Tx, workspace: WorkspaceId, number: number) {
  return (await isTrial(tx, workspace, number)) ? ({ isTrial: true } as const) : {};
}
