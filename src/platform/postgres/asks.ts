import { and, eq, sql } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';

import { eventIn, numberIn } from '../../core/address.ts';
import { delivered, promiseLapses } from '../../core/ask-turns.ts';
import type { Lesson } from '../../core/ask.ts';
import { arrivedFirst } from '../../core/asking.ts';
import type { Candidate } from '../../core/command.ts';
import type { AskCommand, Closed } from '../../core/decide-ask.ts';
import type { Issue, PersonId } from '../../core/issue.ts';
import { happensTo } from './apply.ts';
import { newsReached } from './arrivals.ts';
import { cadenceOf } from './cadence.ts';
import { readEvent } from './event-rows.ts';
import { loadHappening } from './history.ts';
import { timeOf } from './hours.ts';
import { personById } from './people.ts';
import { events } from './schema/issues.ts';
import type { Store } from './store.ts';
import type { Tx, WorkspaceId } from './transact.ts';
import type { Wish } from './wish.ts';

/** What a lead is asked, a first answer or support, stands before them: their clock runs from `at`. `subject`: of the nudge. */
export async function startClock(
  store: Store,
  tx: Tx,
  workspace: WorkspaceId,
  person: PersonId,
  subject: string,
  at: Temporal.Instant,
): Promise<void> {
  await happensTo(store, tx, workspace, numberIn(subject), async (issue) => {
    const time = await timeOf(store, tx, workspace, person);
    const cadence = await cadenceOf(store, tx, workspace);
    const seq = eventIn(subject);
    if (issue.state !== 'open') return delivered(issue, person, seq, time, cadence, at);
    const toldAt = await newsReached(tx, workspace, subject);
    return arrivedFirst(issue, { person, time, seq, at, toldAt }, cadence);
  });
}

type AskWish = Extract<
  Wish,
  { type: 'ask-support' | 'pass-up' | 'promise-support' | 'tell-lesson' | 'let-take' }
>;

/** A wish about an ask, with the facts that the rules need. */
export async function askCommandOf(
  store: Store,
  tx: Tx,
  workspace: WorkspaceId,
  issue: Issue,
  wish: AskWish,
  person: PersonId,
): Promise<AskCommand> {
  switch (wish.type) {
    case 'promise-support': {
      const time = await timeOf(store, tx, workspace, person);
      return { ...wish, until: promiseLapses(time, wish.on, store.clock()) };
    }
    case 'tell-lesson': {
      const { type, of, lesson } = wish;
      return { type, lesson, closed: await loadClosed(tx, workspace, issue.number, of) };
    }
    case 'let-take':
      return { ...wish, canOwn: await canTake(tx, workspace, issue) };
    default:
      return { ...wish, cadence: await cadenceOf(store, tx, workspace) };
  }
}

/** Whether whoever offers to take it over may own it by now. */
async function canTake(tx: Tx, workspace: WorkspaceId, issue: Issue): Promise<Candidate['canOwn']> {
  const by = issue.state === 'claimed' ? (issue.ask?.taker?.by ?? null) : null;
  const taker = by === null ? null : await personById(tx, workspace, by);
  return taker?.hasLeft === true ? false : (taker?.isMember ?? null);
}

/** What was said to have let them settle it without asking, by whom, of the ask that ended there. */
export async function loadLessons(
  tx: Tx,
  workspace: WorkspaceId,
  issue: number,
  seq: number,
): Promise<ReadonlyMap<'owner' | 'lead', Lesson>> {
  const rows = await tx
    .select()
    .from(events)
    .where(
      and(
        eq(events.workspaceId, workspace),
        eq(events.issue, issue),
        eq(events.type, 'lesson-told'),
        sql`(${events.data} ->> 'of')::int = ${seq}`,
      ),
    );
  const told = rows.map(({ type, dataVersion, data }) => readEvent(type, dataVersion, data));
  return new Map(told.flatMap((it) => (it.type === 'lesson-told' ? [[it.as, it.lesson] as const] : [])));
}

/** `null`: no ask ended with that event. */
async function loadClosed(
  tx: Tx,
  workspace: WorkspaceId,
  issue: number,
  seq: number,
): Promise<Closed | null> {
  const happening = await loadHappening(tx, workspace, issue, seq);
  if (happening?.event.type !== 'ask-closed') return null;
  const told = [...(await loadLessons(tx, workspace, issue, seq)).keys()];
  return { seq, event: happening.event, told };
}
