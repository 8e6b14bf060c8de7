import type { Temporal } from 'temporal-polyfill';

import type { TestStore } from './a-store.ts';

type Bench = Pick<TestStore, 'ask' | 'workspace'>;

/** What happened, when (hours before `to`), and where it matters who did it, by Slack id, and what it says. */
type Happened = readonly [type: string, hoursAgo: number, actor?: string | undefined, data?: object];

/** What happened to an issue. */
export interface Lived {
  readonly number: number;
  readonly state: string;
  readonly impact?: string;
  readonly returnOf?: number;
  readonly isSilent?: boolean;
  /** Of a duplicate: what it goes on as. */
  readonly of?: number;
  readonly events: readonly Happened[];
  /** Slack ids of those who met it as well. */
  readonly meToos?: readonly string[];
  readonly owner?: string;
  /** `null`: without their name; else one of three, after the other. */
  readonly flaggedBy?: string | null;
}

const reporters = ['UANA', 'USAM', 'ULEA'];

/** A fix that was confirmed, and is open again. */
export const cameBack = (hoursAgo: number) => ['reopened', hoursAgo, undefined, { isReturn: true }] as const;
export const posted = (hoursAgo: number) => ['posted', hoursAgo] as const;
export const open = (number: number, more: Partial<Lived> = {}): Lived => ({
  number,
  state: 'open',
  events: [posted(200)],
  ...more,
});
export const fixed = (number: number, confirmed: number, more: Partial<Lived> = {}): Lived => ({
  number,
  state: 'confirmed',
  events: [
    posted(confirmed + 50),
    ['claimed', confirmed + 40],
    ['resolved', confirmed + 5],
    ['confirmed', confirmed],
  ],
  ...more,
});

/** One more of each that a figure is made of, and who is behind it; `hoursAgo` when it was looked at again. */
export const everything = (number: number, hoursAgo: number, who?: string): Lived => ({
  number,
  state: 'confirmed',
  events: [
    posted(hoursAgo + 9),
    ['inquired', hoursAgo + 8, who],
    ['claimed', hoursAgo + 7, who],
    ['asked', hoursAgo + 6, who],
    ['ask-promised', hoursAgo + 5, who],
    ['ask-closed', hoursAgo + 4, who, { how: 'done' }],
    ['resolved', hoursAgo + 3, who],
    ['confirmed', hoursAgo + 2, 'UANA'],
    ['held', hoursAgo],
  ],
});

export async function people({ ask, workspace }: Bench, ids: readonly string[]): Promise<void> {
  await ask(`insert into people (workspace_id, slack_user_id) select $1, unnest($2::text[])`, [
    workspace,
    ids,
  ]);
}

/** Issues with their history as it would have been written; what is asked of it here needs no more. */
export async function lived({ ask, workspace }: Bench, to: Temporal.Instant, all: readonly Lived[]) {
  for (const { number, state, impact = null, returnOf = null, isSilent = false, of, events, ...who } of all) {
    const life = JSON.stringify({ reporterIsSilent: isSilent, of });
    const duplicates = all.filter((it) => it.of === number).map((it) => it.number);
    const flaggedAt = to.subtract({
      minutes: Math.round(60 * Math.max(0, ...events.map(([, hours]) => hours))),
    });
    await ask(
      `insert into issues (workspace_id, number, state, version, text, impact, return_of, flagged_at, life, duplicates)
        values ($1, $2, $3, $4, 'Gap ' || $2::int, $5, $6, $7::timestamptz, $8, $9::int[])`,
      [workspace, number, state, events.length, impact, returnOf, String(flaggedAt), life, duplicates],
    );
    for (const [index, [type, hours, actor = null, data = {}]] of events.entries())
      await ask(
        `insert into events (workspace_id, issue, seq, type, actor_role, data, at, actor_id)
          values ($1, $2, $3, $4, 'owner', $7, $5::timestamptz - make_interval(mins => $6),
            (select id from people where workspace_id = $1 and slack_user_id = $8))`,
        [workspace, number, index + 1, type, String(to), Math.round(hours * 60), JSON.stringify(data), actor],
      );
    const { flaggedBy = reporters[number % reporters.length] ?? null } = who;
    const parts = [
      ...(flaggedBy === null ? [] : [['reporter', flaggedBy] as const]),
      ...(who.meToos ?? []).map((it) => ['me-too', it] as const),
      ...(who.owner === undefined ? [] : [['owner', who.owner] as const]),
    ];
    for (const [role, slackUser] of parts)
      await ask(
        `insert into participants (workspace_id, issue, id, role, person_id, joined_at)
          select $1, $2, gen_random_uuid(), $3, id, now() from people where workspace_id = $1 and slack_user_id = $4`,
        [workspace, number, role, slackUser],
      );
  }
}
