import { Temporal } from 'temporal-polyfill';

import { isAskingFirst } from '../../../src/core/first-answer.ts';
import type { PersonId } from '../../../src/core/issue.ts';
import { addWorkingDays, addWorkingMinutes, openingAfter } from '../../../src/core/working-time.ts';
import type { WorkingTime } from '../../../src/core/working-time.ts';
import type { Happened, World } from './world.ts';

export function isPassing({ events }: Happened): boolean {
  return events.some(({ type }) => type === 'promise-passed');
}

export function isAsking(happened: Happened): boolean {
  return isPassing(happened) || happened.events.some(({ type }) => type === 'promised');
}

/**
 * How a rung was left that was asked by name: `their time` is over since it stood before one of them; within two days it
 * came to nobody, since all of them were `full` of other things, or gone; or `too soon`. `null`: all of them were away, or
 * the receipt had said beforehand by when somebody answers.
 */
export function leftAfter(
  world: World,
  asked: Happened,
  next: Happened,
): 'their time' | 'full' | 'too soon' | null {
  const { before, after, at, events, cadence } = asked;
  const event = events.find(isAskingFirst);
  if (event === undefined || before.state === 'saved') return null;
  const soon = addWorkingDays(cadence.time, at, 2) ?? at;
  const there = event.to.filter((it) => isBy(openingAfter(timeIn(asked, it), at), soon));
  if (there.length === 0) return null;
  const seq = after.version - events.length + 1 + events.indexOf(event);
  const stood = event.to.flatMap((person) => {
    const since = world.stood.get(`first-answer/${after.number}/${seq} ${person}`);
    return since !== undefined && isBy(since, next.at) ? [{ person, since }] : [];
  });
  const ends = stood.map(({ person, since }) =>
    addWorkingMinutes(timeIn(asked, person), since, cadence.minutes),
  );
  if (ends.some((end) => isBy(end, next.at))) return 'their time';
  if (stood.length > 0 || !isBy(soon, next.at)) return 'too soon';
  return there.every((it) => isFull(world, it, at, next)) ? 'full' : 'too soon';
}

/** They got all that a day of theirs may bring meanwhile, or are not there any more; or nobody sent anything. */
function isFull(
  { sent, outages }: World,
  person: PersonId,
  from: Temporal.Instant,
  until: Happened,
): boolean {
  if (outages.some((it) => isBy(it.from, until.at) && isBy(from, it.to))) return true;
  const isGone = !until.cadence.rungs.flat().includes(person) || timeIn(until, person).awayUntil !== null;
  const meanwhile = (sent.get(person) ?? []).filter(({ at }) => isBy(from, at) && isBy(at, until.at));
  return isGone || meanwhile.length >= (meanwhile[0]?.budget ?? Infinity);
}

function timeIn({ cadence }: Happened, person: PersonId): WorkingTime {
  return cadence.leads.get(person) ?? cadence.time;
}

function isBy(at: Temporal.Instant | null, by: Temporal.Instant): boolean {
  return at !== null && Temporal.Instant.compare(at, by) <= 0;
}
