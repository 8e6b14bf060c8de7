import { setTimeout as pause } from 'node:timers/promises';

import type { WebClient } from '@slack/web-api';
import { z } from 'zod';

import type { PersonId } from '../../core/issue.ts';
import { knownZone } from '../postgres/hours.ts';
import { knownAdmins } from '../postgres/leads.ts';
import { isForLeads } from '../postgres/leads.ts';
import { loadIssue } from '../postgres/load-issue.ts';
import { findPerson, personById, personFor, saveMembership } from '../postgres/people.ts';
import type { Person, Membership } from '../postgres/people.ts';
import type { Store } from '../postgres/store.ts';
import { transact } from '../postgres/transact.ts';
import type { WorkspaceId } from '../postgres/transact.ts';
import type { Wish } from '../postgres/wish.ts';
import { workspaceById } from '../postgres/workspaces.ts';
import { slackFault } from './faults.ts';
import type { Standing, Visit } from './feature.ts';

/** A `user` object, as far as we read it: https://docs.slack.dev/reference/objects/user-object */
const slackUser = z.object({
  id: z.string(),
  deleted: z.boolean().default(false),
  is_bot: z.boolean().default(false),
  is_admin: z.boolean().default(false),
  is_owner: z.boolean().default(false),
  is_restricted: z.boolean().default(false),
  is_ultra_restricted: z.boolean().default(false),
  is_stranger: z.boolean().default(false),
  tz: z.string().nullish(),
  team_id: z.string().optional(),
  enterprise_user: z
    .object({ enterprise_id: z.string().optional(), teams: z.array(z.string()).default([]) })
    .optional(),
});

/** Slack waits three seconds for our answer to a press, and two of them belong to the database. */
const patienceMs = 800;

/** What Slack told us may be this old before we ask again; `user_change` keeps it fresh meanwhile. */
const freshHours = 1;

/** `home` is the team, or the organisation, that installed us. */
export function readMembership(user: unknown, home: string): Membership & { readonly slackUserId: string } {
  const it = slackUser.parse(user);
  const isGuest = it.is_restricted || it.is_ultra_restricted;
  const isOurs = isFrom(it, home) && !it.deleted;
  return {
    slackUserId: it.id,
    isMember: isOurs && !isGuest && !it.is_bot && it.id !== 'USLACKBOT',
    isAdmin: isOurs && (it.is_admin || it.is_owner),
    hasLeft: it.deleted,
    timeZone: knownZone(it.tz ?? null),
  };
}

/** Others meet us in channels shared with their workspace; `is_stranger` is false for them there. */
function isFrom({ is_stranger, team_id, enterprise_user }: z.infer<typeof slackUser>, home: string): boolean {
  if (is_stranger) return false;
  const { enterprise_id, teams = [] } = enterprise_user ?? {};
  return team_id === undefined || [team_id, enterprise_id, ...teams].includes(home);
}

/**
 * Asks Slack about those the rules will want to know about, where we don't know it freshly. Best effort: where Slack
 * does not answer, the rules see what we knew, or that we don't know. Returns those Slack does not know.
 */
export async function learnMemberships(
  store: Store,
  client: WebClient,
  visit: Visit,
  number: number,
  wish: Wish,
): Promise<readonly string[]> {
  const learnAll = async (): Promise<readonly string[]> => {
    const wanted = await whoMatters(store, visit, number, wish);
    const asked = wanted.map((it) => learn(store, client, visit.workspace, it, freshHours));
    return strangersAmong(await Promise.all(asked));
  };
  return await Promise.race([learnAll(), pause(patienceMs, [], { ref: false })]);
}

function strangersAmong(learnt: readonly Learnt[]): readonly string[] {
  return learnt.flatMap(({ stranger }) => (stranger === undefined ? [] : [stranger]));
}

async function whoMatters(store: Store, visit: Visit, number: number, wish: Wish): Promise<string[]> {
  if (wish.type === 'claim' || wish.type === 'accept' || wish.type === 'not-stuck') return [visit.slackUser];
  if (wish.type === 'offer') return [wish.toSlackUser];
  if (wish.type !== 'let-go' && wish.type !== 'inquire') return isForLeads(wish) ? [visit.slackUser] : [];
  const asked = await slackUserIn(store, visit, number, wish.type === 'inquire' ? 'reporter' : 'owner');
  if (asked === undefined || asked === visit.slackUser) return [];
  return wish.type === 'inquire' ? [asked] : [visit.slackUser, asked];
}

async function slackUserIn(
  store: Store,
  { workspace }: Visit,
  number: number,
  wanted: 'owner' | 'reporter',
): Promise<string | undefined> {
  return await transact(store, { workspace }, async (tx) => {
    const loaded = await loadIssue(tx, workspace, number, 'read');
    const id = loaded?.participants.find(({ role }) => role === wanted)?.personId;
    return [...(loaded?.slackIds ?? [])].find(([person]) => person === id)?.[1];
  });
}

/** Before App Home is drawn: an admin's shows more. Returns whether Slack knows them, as far as it says. */
export async function learnVisitor(store: Store, client: WebClient, visit: Visit): Promise<boolean> {
  const learnt = learn(store, client, visit.workspace, visit.slackUser, freshHours);
  const { stranger } = await Promise.race([learnt, pause(patienceMs, nothing, { ref: false })]);
  return stranger === undefined;
}

/** For what only an admin may do an hour ago is too long: Slack is asked each time. */
export async function learnStanding(
  store: Store,
  client: WebClient,
  visit: Visit,
  listed: readonly string[],
  others: readonly string[] = [],
): Promise<Standing> {
  const { workspace, slackUser, isListedAdmin } = visit;
  const asked = [
    learn(store, client, workspace, slackUser, 0),
    ...others.map((other) => learn(store, client, workspace, other, freshHours)),
  ];
  const told = await Promise.race([Promise.all(asked), pause(patienceMs, [], { ref: false })]);
  return await transact(store, { workspace }, async (tx) => {
    const person = await findPerson(tx, workspace, slackUser);
    const strangers = strangersAmong(told);
    const isKnown = person?.askedAt != null || strangers.includes(slackUser) || isListedAdmin;
    const isAdmin = isKnown ? person?.isAdmin === true || isListedAdmin : null;
    const admins = await knownAdmins(tx, workspace, listed);
    return { isAdmin, timeZone: told[0]?.timeZone ?? null, strangers, admins };
  });
}

/** Where somebody is may be this old before they are written to unasked. */
const zoneHours = 24;

/** Before somebody is written to unasked. Where Slack does not say it, what we knew stands. */
export async function learnZone(
  store: Store,
  client: WebClient,
  workspace: WorkspaceId,
  id: PersonId,
): Promise<void> {
  const person = await transact(store, { workspace }, (tx) => personById(tx, workspace, id));
  if (person === null || person.slackUserId === null) return;
  await learn(store, client, workspace, person.slackUserId, person.timeZone === null ? 0 : zoneHours);
}

/** Where somebody is, as Slack says it; nothing is kept of having asked. */
export async function zoneInSlack(client: WebClient, slackUserId: string): Promise<string | null> {
  const answer = await ask(client, slackUserId, '');
  return answer === null || answer === 'stranger' ? null : (answer.timeZone ?? null);
}

interface Learnt {
  /** The time zone that somebody has in Slack, where Slack was asked and told. */
  readonly timeZone: string | null;
  /** Whom Slack does not know, and we neither. */
  readonly stranger?: string;
}

const nothing: Learnt = { timeZone: null };

async function learn(
  store: Store,
  client: WebClient,
  workspace: WorkspaceId,
  slackUserId: string,
  withinHours: number,
): Promise<Learnt> {
  const { known, home } = await transact(store, { workspace }, async (tx) => ({
    known: await findPerson(tx, workspace, slackUserId),
    home: await workspaceById(tx, workspace),
  }));
  if (home === null || (known !== null && isFresh(store, known, withinHours))) return nothing;
  const answer = await ask(client, slackUserId, home.slackId);
  if (answer === null) return nothing;
  if (answer === 'stranger' && known === null) return { ...nothing, stranger: slackUserId };
  const told = answer === 'stranger' ? noMember(known) : answer;
  await transact(store, { workspace }, async (tx) => {
    await personFor(tx, workspace, slackUserId);
    await saveMembership(tx, workspace, slackUserId, told, store.clock());
  });
  return { timeZone: told.timeZone ?? null };
}

function noMember(known: Person | null): Membership {
  return { isMember: false, isAdmin: false, hasLeft: known?.hasLeft === true };
}

/**
 * `null`: Slack did not tell. That it knows nobody of that name, or nobody we may see, is an answer: no member of ours.
 * https://docs.slack.dev/reference/methods/users.info#errors
 */
async function ask(
  client: WebClient,
  slackUserId: string,
  home: string,
): Promise<Membership | 'stranger' | null> {
  try {
    const { user } = await client.users.info({ user: slackUserId });
    if (user === undefined) return null;
    const { slackUserId: _, ...membership } = readMembership(user, home);
    return membership;
  } catch (error) {
    return slackFault(error).kind === 'gone' ? 'stranger' : null;
  }
}

function isFresh(store: Store, { askedAt, hasLeft }: Person, withinHours: number): boolean {
  return askedAt !== null && !hasLeft && store.clock().since(askedAt).total('hours') < withinHours;
}
