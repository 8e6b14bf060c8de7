import { setTimeout as pause } from 'node:timers/promises';

import type { WebClient } from '@slack/web-api';

import { mayWorkShifts } from '../../core/hours.ts';
import { noteAskedForHours, saveZone } from '../postgres/choose-hours.ts';
import type { Flagger } from '../postgres/flag-issue.ts';
import type { Store } from '../postgres/store.ts';
import type { Visit } from './feature.ts';
import { zoneInSlack } from './membership.ts';

/** In milliseconds: the receipt waits for what was flagged before anyhow. */
const patienceMs = 300;

/**
 * Whether somebody who has just flagged is to be asked if they work shifts, which they are once. Best effort: where Slack
 * or the database has no time for it, they are asked another time.
 */
export async function asksForHours(
  store: Store,
  client: WebClient,
  { workspace, slackUser }: Visit,
  flagger: Flagger,
): Promise<boolean> {
  if (flagger.wasAskedForHours || flagger.week !== null || flagger.isOnlyOnHome) return false;
  const key = `${workspace}/${slackUser}`;
  const zone = flagger.zone ?? (await zoneInTime(untoldIn(store), client, key, slackUser));
  if (zone === null) return false;
  if (mayWorkShifts({ ...flagger, zone }, store.clock()))
    return await noteAskedForHours(store, workspace, slackUser, zone).catch(() => false);
  if (flagger.zone === null) await saveZone(store, workspace, slackUser, zone).catch(() => undefined);
  return false;
}

/** Of whom Slack did not say it in time: not each of their flags is to ask again. */
const untoldOf = new WeakMap<Store, Set<string>>();

function untoldIn(store: Store): Set<string> {
  const untold = untoldOf.get(store) ?? new Set();
  untoldOf.set(store, untold);
  return untold;
}

const mostUntold = 10_000;

async function zoneInTime(
  untold: Set<string>,
  client: WebClient,
  key: string,
  slackUser: string,
): Promise<string | null> {
  if (untold.has(key)) return null;
  const asked = zoneInSlack(client, slackUser);
  const zone = await Promise.race([asked, pause(patienceMs, null, { ref: false })]);
  if (untold.size >= mostUntold) untold.clear();
  if (zone === null) untold.add(key);
  return zone;
}
