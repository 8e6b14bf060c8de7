import { z } from 'zod';

import { needs } from '../../core/ask.ts';
import type { Ask, Containment, Standing, Supported, Taker } from '../../core/ask.ts';
import { wordAt } from '../../core/asked.ts';
import type { PersonId } from '../../core/issue.ts';
import { day, instant } from './iso-times.ts';
import { counted } from './promise-rows.ts';

/** What an owner wrote, as `life` and events keep it. */
export const wanted = { tried: z.string(), needs: z.array(z.enum(needs)), by: day.nullable() };
export const whys = z.enum(['passed-on', 'no-answer', 'not-there', 'promise', 'left']);

const standing = z.discriminatedUnion('state', [
  z.object({
    state: z.literal('asked'),
    isTop: z.boolean(),
    until: instant.nullable(),
    lapsesAt: instant,
    counted: counted.exactOptional(),
  }),
  z.object({ state: z.literal('unanswered') }),
  z.object({ state: z.literal('promised'), on: day, until: instant, since: z.int() }),
]);

const ask = z.object({
  ...wanted,
  since: z.int(),
  turn: z.int(),
  rung: z.int(),
  soFar: z.array(
    z.object({ seq: z.int().default(0), rung: z.int(), why: whys, text: z.string().nullable() }),
  ),
  /** Rows from before an offer was told from the one after it have none. */
  taker: z.object({ since: z.int() }).nullable().default(null),
  standing,
});

const containment = z.discriminatedUnion('state', [
  /** Rows from before anybody was asked whether it holds have nothing of it, and for them nobody is asked. */
  z.object({
    state: z.literal('under-way'),
    since: z.int(),
    asked: z
      .object({
        heard: z.int(),
        unanswered: z.int(),
        stills: z.int().default(0),
        snoozedUntil: day.nullable(),
      })
      .nullable()
      .default(null),
  }),
  z.object({ state: z.literal('done'), since: z.int(), line: z.string() }),
]);

/** As `life` keeps it, without people. Rows from before one could ask have neither. */
export const support = {
  ask: ask.nullable().default(null),
  containment: containment.nullable().default(null),
};

interface Row {
  readonly ask: z.infer<typeof ask> | null;
  readonly containment: z.infer<typeof containment> | null;
}

export interface TakingPart {
  readonly person: PersonId;
  readonly hasLeft: boolean;
}

/** Those who have a role in it. */
export type InRole = (role: 'asked' | 'promiser' | 'taker' | 'container' | 'helper') => readonly TakingPart[];

export function readSupport(row: Row, inRole: InRole): Supported {
  return { ask: readAsk(row.ask, inRole), containment: readContainment(row.containment, inRole) };
}

function readAsk(row: Row['ask'], inRole: InRole): Ask | null {
  if (row === null) return null;
  const to = inRole('asked').flatMap(({ person, hasLeft }) => (hasLeft ? [] : [person]));
  return { ...row, to, taker: readTaker(row, inRole), standing: readStanding(row.standing, inRole) };
}

function readTaker({ taker }: z.infer<typeof ask>, inRole: InRole): Taker | null {
  const [one] = inRole('taker');
  if (one === undefined) return null;
  const left = one.hasLeft ? { hasLeft: true as const } : {};
  return { by: one.person, since: taker?.since ?? 0, ...left };
}

function readStanding(row: z.infer<typeof standing>, inRole: InRole): Standing {
  if (row.state !== 'promised') return row;
  const [promiser] = inRole('promiser');
  if (promiser === undefined) throw new Error('what was promised was promised by nobody');
  const left = promiser.hasLeft ? { hasLeft: true as const } : {};
  return { ...row, by: promiser.person, ...left };
}

function readContainment(row: Row['containment'], inRole: InRole): Containment | null {
  const [container] = inRole('container');
  if (row === null || container === undefined) return null;
  const { person: by, hasLeft } = container;
  if (row.state === 'done') return { ...row, by };
  const left = hasLeft ? { hasLeft } : {};
  return { ...row, asked: row.asked ?? wordAt(row.since), by, ...left };
}

/** What `life` keeps of it. */
export function writeSupport({ ask: it, containment: kept }: Supported): Record<string, unknown> {
  return { ask: it === null ? null : writeAsk(it), containment: kept === null ? null : withoutPeople(kept) };
}

function writeAsk({ tried, needs: wishes, by, since, turn, rung, soFar, standing: it, taker }: Ask) {
  return {
    tried,
    needs: wishes,
    by,
    since,
    turn,
    rung,
    soFar,
    standing: withoutPeople(it),
    taker: takerOf(taker),
  };
}

function takerOf(taker: Taker | null): { since: number } | null {
  return taker === null ? null : { since: taker.since };
}

/** Dates and instants become text as JSON. */
function withoutPeople(it: Standing | Containment): Record<string, unknown> {
  return Object.fromEntries(Object.entries(it).filter(([name]) => name !== 'by' && name !== 'hasLeft'));
}

/** Who takes part in it, and as what. */
export function supportRoles({ ask: it, containment: kept }: Supported) {
  const asked = (it?.to ?? []).map((person) => ({ role: 'asked' as const, person }));
  const promiser =
    it?.standing.state === 'promised' ? [{ role: 'promiser' as const, person: it.standing.by }] : [];
  const taker = it === null || it.taker === null ? [] : [{ role: 'taker' as const, person: it.taker.by }];
  const container = kept === null ? [] : [{ role: 'container' as const, person: kept.by }];
  return [...asked, ...promiser, ...taker, ...container];
}
