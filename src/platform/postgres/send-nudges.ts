import { sql } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';

import { numberIn } from '../../core/address.ts';
import type { Address } from '../../core/address.ts';
import { attention, onHome, questionsFirst } from '../../core/attention.ts';
import type { Attending, Nudge } from '../../core/attention.ts';
import { budgetOf, reachOf } from '../../core/hours.ts';
import type { PersonId } from '../../core/issue.ts';
import { isAfter } from '../../core/moments.ts';
import { outdone } from '../../core/one-at-once.ts';
import { dayOf } from '../../core/working-time.ts';
import { arrivedOfLate } from './arrivals.ts';
import { loadHours, loadWorkplace, timeOf } from './hours.ts';
import type { MessageRow } from './messages.ts';
import { moveDates } from './move-dates.ts';
import { ofNudge } from './nudge-kinds.ts';
import { dropNudge, lookNext, markSent, nudgesIn, versionOfTurn, waitingNudges } from './nudges.ts';
import type { WaitingNudge } from './nudges.ts';
import { reserve } from './outbox.ts';
import { asPersonId } from './person-id.ts';
import { sealedOn } from './sealed-nudges.ts';
import type { Store } from './store.ts';
import { transact } from './transact.ts';
import type { Tx, WorkspaceId } from './transact.ts';

/**
 * Writes to somebody what may be written to them now, and sets when to look again. Does nothing where another process
 * has done it already. `zone`: where the workspace is, if no admin has said so.
 */
export async function sendNudges(
  store: Store,
  workspace: WorkspaceId,
  person: PersonId,
  zone: string,
): Promise<void> {
  await transact(store, { workspace }, async (tx) => {
    await holdPerson(tx, workspace, person);
    const now = store.clock();
    const turn = await versionOfTurn(tx, workspace, person);
    const attending = await attendingTo(store, tx, { workspace, person, zone, waiting: [], now });
    /* What waits for whoever has left is kept: should they come back, it is looked at what of it is wanted still. */
    if (attending === null) return await lookNext(tx, workspace, person, turn, null);
    await moveDates(tx, workspace, person, zone, now);
    const all = await waitingNudges(tx, workspace, person);
    if (attending.reach === 'only-on-home') {
      const lookAgainAt = await findOnHome(store, tx, workspace, person, all, now);
      return await lookNext(tx, workspace, person, turn, lookAgainAt);
    }
    const { waiting, isCutShort } = await stillWanted(store, tx, workspace, person, all, now);
    const { alone, bundle, lookAgainAt } = attention({ ...attending, waiting }, now);
    for (const it of alone) await send(store, tx, workspace, address('nudge', it.id, person), [it]);
    /* Named after the first of them: each is sent once, so the name is free. */
    const [first] = bundle;
    if (first !== undefined) await send(store, tx, workspace, address('bundle', first.id, person), bundle);
    await noteSent(store, tx, workspace, person, [...alone, ...bundle]);
    /* Last, as whoever changes an issue does: whoever waits for their turn holds no issue that is needed here. */
    await lookNext(tx, workspace, person, turn, isCutShort ? now : lookAgainAt);
  });
}

/** What goes, and the issues that it tells of. */
type Telling = WaitingNudge & { readonly issues: readonly number[] };

async function noteSent(
  store: Store,
  tx: Tx,
  workspace: WorkspaceId,
  person: PersonId,
  nudges: readonly Telling[],
): Promise<void> {
  for (const { kind, subject, issues } of inOrder(nudges)) {
    await ofNudge[kind].sent?.(store, tx, workspace, person, subject, issues);
  }
}

/** Nothing is sent to whoever reads only on Home: what stands there is put to them all the same. When to look again. */
async function findOnHome(
  store: Store,
  tx: Tx,
  workspace: WorkspaceId,
  person: PersonId,
  all: readonly WaitingNudge[],
  now: Temporal.Instant,
): Promise<Temporal.Instant | null> {
  const theirs = all.filter(({ kind }) => ofNudge[kind].isOnHome === true);
  const looked = await stillWanted(store, tx, workspace, person, theirs, now, mostPut);
  const { waiting, hasMore, isCutShort } = looked;
  const time = await timeOf(store, tx, workspace, person);
  const { shown, lookAgainAt } = onHome(waiting, time, now);
  for (const it of shown) await markSent(tx, workspace, person, it, { message: null, sentAt: now });
  await noteSent(store, tx, workspace, person, shown);
  await noteArrived(store, tx, workspace, person, shown, now);
  return isCutShort || (hasMore && shown.length > 0) ? now : lookAgainAt;
}

/**
 * What a message brings stands before its reader, or nobody will ever know better: whatever has waited for that hears of
 * it. It is not said before: where Slack is away for hours, nobody is to be told that somebody kept silent meanwhile.
 */
export async function nudgesArrived(
  store: Store,
  tx: Tx,
  workspace: WorkspaceId,
  { id, kind, target, since }: Pick<MessageRow, 'id' | 'kind' | 'target' | 'since'>,
): Promise<void> {
  if (kind !== 'nudge' && kind !== 'bundle') return;
  const nudges = await nudgesIn(tx, workspace, id);
  await noteArrived(store, tx, workspace, asPersonId(target), nudges, since);
}

async function noteArrived(
  store: Store,
  tx: Tx,
  workspace: WorkspaceId,
  person: PersonId,
  nudges: readonly Pick<Telling, 'kind' | 'subject'>[],
  at: Temporal.Instant,
): Promise<void> {
  /* What is wanted of the same person because of it comes last: whoever changes an issue takes that before their turn. */
  const all = inOrder(nudges).toSorted((a, b) => Number(wantsMore(a)) - Number(wantsMore(b)));
  for (const { kind, subject } of all) {
    await ofNudge[kind].arrived?.(store, tx, workspace, person, subject, at);
  }
}

function wantsMore({ kind }: Pick<Telling, 'kind'>): boolean {
  return kind === 'fixed-for-you';
}

/** By the number of the issue: two who are told of the same ones wait for each other instead of for ever. */
function inOrder<Nudge extends Pick<Telling, 'subject'>>(nudges: readonly Nudge[]): readonly Nudge[] {
  return nudges.toSorted((a, b) => numberIn(a.subject) - numberIn(b.subject));
}

const address = (kind: 'nudge' | 'bundle', subject: string, person: PersonId): Address => ({
  kind,
  subject,
  person,
});

async function send(
  store: Store,
  tx: Tx,
  workspace: WorkspaceId,
  where: Address,
  nudges: readonly WaitingNudge[],
): Promise<void> {
  const sentAt = store.clock();
  const [message] = await reserve(tx, workspace, [where], sentAt);
  const { person } = where;
  if (message === undefined || person === null) throw new Error('a nudge to nobody');
  for (const it of nudges) await markSent(tx, workspace, person, it, { message, sentAt });
  await store.enqueue(tx, 'draw', [{ workspace, message }]);
}

/**
 * Nobody else decides what this person is told until the transaction ends. Their row is not touched: a mark on it would
 * say whose flag it was that something was asked about meanwhile.
 */
export async function holdPerson(tx: Tx, workspace: WorkspaceId, person: PersonId): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`nudge/${workspace}/${person}`}, 0))`);
}

/** Far more than a day of theirs has room for: however much waits for somebody, a look at it takes as long. */
const mostLookedAt = 50;

/** As many may be over; what is more is looked at right after. */
const mostDropped = 200;

/** As many are put to somebody on Home in one transaction: each changes an issue. */
const mostPut = 10;

interface StillWanted {
  readonly waiting: readonly Telling[];
  /** There is more that is due than was looked at. */
  readonly hasMore: boolean;
  /** So much of it was over that it was left at that. */
  readonly isCutShort: boolean;
}

/**
 * Of what is due, what is not wanted any more is forgotten, and what something else says better. What is to come is looked
 * at when it has.
 */
async function stillWanted(
  store: Store,
  tx: Tx,
  workspace: WorkspaceId,
  person: PersonId,
  all: readonly WaitingNudge[],
  now: Temporal.Instant,
  most = mostLookedAt,
): Promise<StillWanted> {
  const ready = all.filter(({ wantedAt }) => !isAfter(wantedAt, now)).toSorted(questionsFirst);
  const wanted: Telling[] = [];
  let looked = 0;
  for (const nudge of ready) {
    if (wanted.length === most || looked === mostDropped) break;
    looked += 1;
    const issues = await ofNudge[nudge.kind].tellsOf(tx, workspace, person, nudge.subject, now, store);
    if (issues === null) await dropNudge(tx, workspace, person, nudge);
    else wanted.push({ ...nudge, issues });
  }
  const less = outdone(wanted, now);
  for (const nudge of less) await dropNudge(tx, workspace, person, nudge);
  const ahead = all.flatMap((it) => (isAfter(it.wantedAt, now) ? [{ ...it, issues: [] }] : []));
  const waiting = [...wanted.filter((it) => !less.includes(it)), ...ahead];
  const hasMore = looked < ready.length;
  return { waiting, hasMore, isCutShort: hasMore && wanted.length < most };
}

interface About<Kind extends Nudge> {
  readonly workspace: WorkspaceId;
  readonly person: PersonId;
  /** Where the workspace is, if no admin has said so. */
  readonly zone: string;
  /** Where they are, if we don't know it but Slack has just said so. */
  readonly told?: string | null;
  readonly waiting: readonly Kind[];
  readonly now: Temporal.Instant;
}

/** All that the rules need; `null`: they have left. */
export async function attendingTo<Kind extends Nudge>(
  { keys }: Pick<Store, 'keys'>,
  tx: Tx,
  { workspace, person, zone, told = null, waiting, now }: About<Kind>,
): Promise<Attending<Kind> | null> {
  const workplace = await loadWorkplace(tx, workspace, zone);
  const [hours] = await loadHours(tx, workspace, [person]);
  if (hours === undefined || hours.hasLeft) return null;
  const reach = reachOf({ ...hours, zone: hours.zone ?? told }, workplace);
  const named = await arrivedOfLate(tx, workspace, person, now);
  const sealed =
    reach === 'only-on-home' ? 0 : await sealedOn(keys, tx, workspace, person, dayOf(reach, now));
  return {
    waiting,
    reach,
    budget: budgetOf(hours),
    sent: [...named, ...Array.from({ length: sealed }, () => now)],
  };
}
