import type { Temporal } from 'temporal-polyfill';

import { eventIn, numberIn } from '../../core/address.ts';
import { workingTimeOf } from '../../core/hours.ts';
import { openingAfter } from '../../core/working-time.ts';
import type { WorkingTime } from '../../core/working-time.ts';
import { reporterOf } from '../postgres/actor.ts';
import { loadHappening } from '../postgres/history.ts';
import { loadHours, loadWorkplace } from '../postgres/hours.ts';
import type { PersonsHours } from '../postgres/hours.ts';
import { keptOnHome } from '../postgres/kept-on-home.ts';
import { isTrial } from '../postgres/running-trial.ts';
import type { Tx } from '../postgres/transact.ts';
import { noChannel } from '../postgres/waiting.ts';
import type { Courier, Delivery, MessageAddress } from './courier.ts';
import { nextHalfHour } from './held-question.ts';

/** These can wait for anybody, so that nobody is written to twice in an evening. */
const never: readonly MessageAddress['kind'][] = ['nudge', 'bundle', 'thanks'];

/** What these ask stands on Home, and counts as put to whoever reads only there while they work, as all else there does. */
const putOnHome: readonly MessageAddress['kind'][] = ['nudge', 'bundle'];

/** Where nobody can say when, it is looked at again then. */
const aDay = { hours: 24 };

/** Subjects of these name the event that they follow from. */
const followsFromEvent: readonly MessageAddress['kind'][] = ['controls', 'news', 'inquiry', 'help'];

/**
 * When a direct message may go out, if its reader is at rest; `null`: now. Nobody is written to outside their working
 * hours, save by what they have just done themselves. `'on Home'`: it is not sent at all, since they read only there.
 */
export async function restUntil(
  courier: Courier,
  tx: Tx,
  { workspace, address }: Delivery,
): Promise<Temporal.Instant | 'on Home' | null> {
  const { store, settings } = courier;
  const { kind, person } = address;
  const reader =
    kind === 'held' ? await reporterOf(store.keys, tx, workspace, numberIn(address.subject)) : person;
  const [hours] = reader === null ? [] : await loadHours(tx, workspace, [reader]);
  if (hours === undefined) return null;
  const { isOnlyOnHome } = hours;
  const now = store.clock();
  const time = workingTimeOf(hours, await loadWorkplace(tx, workspace, settings.timeZone));
  const opening = (isOnlyOnHome ? null : openingAfter(time, now)) ?? now.add(aDay);
  if (kind === 'held') {
    /* The moment for it was found in their own hours, which are not kept where nobody knew them before. */
    const isKnown = hours.zone !== null || isOnlyOnHome;
    return isKnown && !opening.equals(now) ? nextHalfHour(now) : null;
  }
  if (opening.equals(now) || (await isAnswer(courier, tx, { workspace, address }, hours))) return null;
  return isOnlyOnHome ? untilOnHome(kind, time, now) : opening;
}

function untilOnHome(
  kind: MessageAddress['kind'],
  time: WorkingTime,
  now: Temporal.Instant,
): Temporal.Instant | 'on Home' {
  if (keptOnHome.some((it) => it === kind)) return 'on Home';
  const opening = putOnHome.includes(kind) ? openingAfter(time, now) : null;
  return opening?.equals(now) === true ? 'on Home' : (opening ?? now.add(aDay));
}

/** Whether its reader has brought it about, or waits for it just now. */
async function isAnswer(
  { awake }: Courier,
  tx: Tx,
  { workspace, address }: Pick<Delivery, 'workspace' | 'address'>,
  { slackUserId, isOnlyOnHome }: PersonsHours,
): Promise<boolean> {
  const { kind, subject, person } = address;
  if (never.includes(kind)) return false;
  if (kind === 'notice' && asked.some((it) => subject.startsWith(`${it}/`))) return true;
  if (slackUserId !== null && !isOnlyOnHome && awake.has(workspace, slackUserId)) return true;
  if (await isTrial(tx, workspace, numberIn(subject))) return true;
  if (!followsFromEvent.includes(kind)) return false;
  const happening = await loadHappening(tx, workspace, numberIn(subject), eventIn(subject));
  return happening !== null && happening.actor === person;
}

/** Whoever installs Flagpost, or tests it, waits for these. */
const asked = [noChannel, 'trial'];
