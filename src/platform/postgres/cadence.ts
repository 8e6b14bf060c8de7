import { eq, sql } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';

import { firstAsking } from '../../core/asking.ts';
import { ladderFor, nextAsked } from '../../core/cadence.ts';
import type { Cadence } from '../../core/cadence.ts';
import { workingTimeOf } from '../../core/hours.ts';
import type { Workplace } from '../../core/hours.ts';
import type { PersonId } from '../../core/issue.ts';
import { officeWeek } from '../../core/working-time.ts';
import { readHours } from './hours.ts';
import type { HoursRow } from './hours.ts';
import { asPersonId } from './person-id.ts';
import { workspaces } from './schema/issues.ts';
import { settings } from './schema/settings.ts';
import { settingsFrom } from './settings.ts';
import type { Otherwise, Settings } from './settings.ts';
import type { Store } from './store.ts';
import { given, oncePerConnection } from './transact.ts';
import type { Tx, WorkspaceId } from './transact.ts';

/** Somebody who may be asked; `rung` null: because they are an admin. */
interface OnLadder extends HoursRow {
  readonly rung: number | null;
  readonly id: string;
  readonly slackUserId: string | null;
}

/**
 * Everybody on the ladder of `workspace`, and its admins, listed in `adminUsers` or known from Slack: while no lead is
 * named they are the leads, and where only its reporter leads they are asked about a flag. Nobody who has left. A part of
 * other queries, so that a receipt costs no round more.
 */
function everybodyOnLadder(areListed: boolean) {
  return sql<readonly OnLadder[] | null>`(
    select json_agg(json_build_object('rung', l.rung, 'id', l.id, 'slackUserId', l.slack_user_id,
      'timeZone', l.time_zone, 'ownWeek', l.own_week, 'isOnlyOnHome', l.is_only_on_home,
      'awayUntil', l.away_until, 'nudgesADay', l.nudges_a_day)) from (
      select l.rung, p.* from leads l
      join lateral (select * from people p where p.workspace_id = l.workspace_id and p.id = l.person_id limit 1) p on true
      where l.workspace_id = ${given('workspace')} and not p.has_left
      union all
      select null, p.* from people p
      where p.workspace_id = ${given('workspace')} and p.is_admin and not p.has_left
      ${areListed ? listedAdmins : sql``}) l)`.as('ladder');
}

const listedAdmins = sql`union all
  select null, p.* from people p
  where p.workspace_id = ${given('workspace')} and p.slack_user_id = any(${given('adminUsers')}::text[])
    and not p.is_admin and not p.has_left`;

/** A statement that finds them: a shorter one where no admins are listed, since Postgres starts each part of it anew. */
export function withLadder<T>(
  build: (tx: Tx, everybody: ReturnType<typeof everybodyOnLadder>, suffix: string) => T,
): (tx: Tx, adminUsers: readonly string[]) => T {
  const listed = oncePerConnection((tx) => build(tx, everybodyOnLadder(true), '_listed'));
  const unlisted = oncePerConnection((tx) => build(tx, everybodyOnLadder(false), ''));
  return (tx, adminUsers) => (adminUsers.length > 0 ? listed : unlisted)(tx);
}

/** The leads, their lead, the sponsor. */
const allRungs = [0, 1, 2] as const;

function cadenceFrom(
  { timeZone, firstAnswerHours, holidays }: Pick<Settings, 'timeZone' | 'firstAnswerHours' | 'holidays'>,
  everybody: readonly OnLadder[] | null,
): Cadence {
  const time = { zone: timeZone, week: officeWeek, holidays: new Set(holidays), awayUntil: null };
  const all = everybody ?? [];
  const [rungs, admins] = [rungsFrom(all), onRung(all, null)];
  return { time, minutes: firstAnswerHours * 60, rungs, admins, leads: leadsFrom(all, time) };
}

function leadsFrom(everybody: readonly OnLadder[], workplace: Workplace): Cadence['leads'] {
  const leads = everybody.map(
    ({ id, ...row }) => [asPersonId(id), workingTimeOf(readHours(row), workplace)] as const,
  );
  return new Map(leads);
}

function rungsFrom(everybody: readonly OnLadder[]): PersonId[][] {
  const on = (rung: number | null): PersonId[] => onRung(everybody, rung);
  return allRungs.map((rung) => (rung === 0 && on(0).length === 0 ? on(null) : on(rung)));
}

function onRung(everybody: readonly OnLadder[], rung: number | null): PersonId[] {
  return everybody.filter((it) => it.rung === rung).map(({ id }) => asPersonId(id));
}

const find = withLadder((tx, everybody, suffix) =>
  tx
    .select({ saved: settings, everybody })
    .from(workspaces)
    .leftJoin(settings, eq(settings.workspaceId, workspaces.id))
    .where(eq(workspaces.id, given('workspace')))
    .prepare(`find_cadence${suffix}`),
);

export interface Ways {
  readonly settings: Settings;
  readonly cadence: Cadence;
  /** How to mention those on the ladder. */
  readonly slackIds: ReadonlyMap<PersonId, string>;
}

/** How the workspace wants things now, and how it keeps its word. */
export async function waysOf(
  tx: Tx,
  workspace: WorkspaceId,
  otherwise: Otherwise & Pick<Store['environment'], 'adminUsers'>,
): Promise<Ways> {
  const adminUsers = [...otherwise.adminUsers];
  const [found] = await find(tx, adminUsers).execute({ workspace, adminUsers });
  if (found === undefined) throw new Error('the workspace is not there');
  return waysFrom(settingsFrom(found.saved, otherwise), found.everybody);
}

export function waysFrom(wanted: Settings, everybody: readonly OnLadder[] | null): Ways {
  const slackIds = (everybody ?? []).flatMap(({ id, slackUserId }) =>
    slackUserId === null ? [] : [[asPersonId(id), slackUserId] as const],
  );
  return { settings: wanted, cadence: cadenceFrom(wanted, everybody), slackIds: new Map(slackIds) };
}

export async function cadenceOf(
  { environment }: Pick<Store, 'environment'>,
  tx: Tx,
  workspace: WorkspaceId,
): Promise<Cadence> {
  const nowhere = { issuesChannel: null, learningChannel: null, postingPauseSeconds: 0 };
  return (await waysOf(tx, workspace, { ...nowhere, ...environment })).cadence;
}

/** What a flag's reporter is told beforehand of its first answer. */
export interface Foretold {
  readonly by: Temporal.Instant;
  /** Slack ids of those who are asked at once, because the reporter wants it so. */
  readonly asked: readonly string[];
  /** Slack ids of those to whom it goes if nobody has answered. */
  readonly next: readonly string[];
}

export function foretold(
  { cadence, slackIds }: Ways,
  reporter: PersonId | null,
  asksAbove: boolean,
  postAt: Temporal.Instant,
): Foretold {
  const { promise, to } = firstAsking(reporter, asksAbove, cadence, postAt);
  const { by, rung } = promise;
  const next = nextAsked(ladderFor(cadence, reporter), [reporter], rung ?? -1, by);
  const named = (people: readonly PersonId[] = []): string[] =>
    people.flatMap((it) => slackIds.get(it) ?? []);
  return { by, asked: named(to), next: named(next?.people) };
}
