import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';

import { changeKinds, impacts, states, verdicts } from '../../core/issue.ts';
import type { Issue, Look, PersonId } from '../../core/issue.ts';
import type { Help } from '../../core/stuck.ts';
import type { issues, participants } from './schema/issues.ts';

export type IssueRow = typeof issues.$inferSelect;
export type ParticipantRow = typeof participants.$inferSelect;

/** A participant as the neck reads it, with what is known of the person. */
export type Participant = ParticipantRow & { readonly hasLeft: boolean | null };

const instant = z.string().transform((text) => Temporal.Instant.from(text));
/** As `life` and events keep them. */
export const agreement = z.object({
  success: z.string().nullable(),
  by: z
    .string()
    .transform((text) => Temporal.PlainDate.from(text))
    .nullable(),
});
export const solution = z.object({
  changed: z.string(),
  kind: z.enum(changeKinds),
  learning: z.string().nullable(),
});

export const inquiry = z.object({ seq: z.int(), text: z.string(), isAnswered: z.boolean() });

const owned = {
  spell: z.int(),
  agreement: agreement.nullable(),
  /** Rows that were written before one could ask have none. */
  inquiry: inquiry.nullable().default(null),
};
const solved = {
  ...owned,
  solution,
  resolvedAt: instant,
  reporterIsSilent: z.boolean(),
};

const whomFor = { isForOthers: z.literal(true).exactOptional() };

/** As the column `help` keeps it: the helper takes part. */
const help = z.discriminatedUnion('state', [
  z.object({ state: z.literal('wanted'), ...whomFor }),
  z.object({ state: z.literal('promised'), since: z.int(), ...whomFor }),
  z.object({ state: z.literal('given'), since: z.int(), line: z.string(), ...whomFor }),
]);

const declined = {
  because: z.string(),
  as: z.enum(['lead', 'owner']),
  since: z.int(),
  look: z
    .discriminatedUnion('state', [
      z.object({ state: z.literal('asked'), since: z.int() }),
      z.object({ state: z.literal('upheld'), because: z.string() }),
    ])
    .nullable(),
};

/** Rows that were written before the lens read anything have neither. */
const held = {
  hold: z.object({ askAt: instant.nullable() }).nullable().default(null),
  answered: z.array(z.string()).default([]),
};

/** What only one state has, as the column `life` keeps it: no people, and dates as ISO text. */
const life = z.discriminatedUnion('state', [
  z.object({ state: z.literal('saved'), postAt: instant, ...held }),
  z.object({ state: z.literal('open') }),
  z.object({ state: z.literal('claimed'), ...owned }),
  z.object({ state: z.literal('resolved'), ...solved }),
  z.object({ state: z.literal('confirmed'), ...solved }),
  z.object({ state: z.literal('declined'), ...declined }),
  z.object({ state: z.literal('duplicate'), of: z.int() }),
  z.object({ state: z.literal('withdrawn') }),
]);

const columns = z.object({ state: z.enum(states), impact: z.enum(impacts).nullable() });
const verdict = z.enum(verdicts).nullable();

/** The rows of one issue as the rules know it. @throws if a row is not what this version of the code writes. */
export function readIssue(row: IssueRow, people: readonly Participant[]): Issue {
  const { state, impact } = columns.parse(row);
  const reporter = people.find(({ role }) => role === 'reporter');
  const common = {
    number: row.number,
    version: row.version,
    text: row.text,
    impact,
    affected: row.affected,
    flaggedAt: row.flaggedAt,
    reopenings: row.reopenings,
    returnOf: row.returnOf,
    reporter: {
      person: personOf(reporter),
      hasLeft: reporter?.hasLeft ?? false,
      verdict: verdict.parse(reporter?.verdict ?? null),
    },
    meToos: people.filter(({ role }) => role === 'me-too').flatMap(readMeToo),
    help: readHelp(row, people),
    hasAskedForLook: row.hasAskedForLook,
    duplicates: row.duplicates,
  };
  const own = life.parse({ ...z.record(z.string(), z.unknown()).parse(row.life), state });
  switch (own.state) {
    case 'saved':
    case 'open':
    case 'duplicate':
    case 'withdrawn':
      return { ...common, ...own };
    case 'declined':
      return { ...common, ...own, by: theOne(row, people, 'decider'), look: readLook(row, own.look, people) };
    default: {
      const offeredTo = personOf(people.find(({ role }) => role === 'offered'));
      return { ...common, ...own, owner: theOne(row, people, 'owner'), offeredTo };
    }
  }
}

/** @throws if nobody has the role, where the state says that somebody does. */
function theOne({ number, state }: IssueRow, people: readonly Participant[], wanted: string): PersonId {
  const person = personOf(people.find(({ role }) => role === wanted));
  if (person === null) throw new Error(`issue ${number} is ${state} and has no ${wanted}`);
  return person;
}

function readHelp(row: IssueRow, people: readonly Participant[]): Help | null {
  if (row.help === null) return null;
  const read = help.parse(row.help);
  if (read.state === 'wanted') return read;
  const helper = theOne(row, people, 'helper');
  const isGone = people.some(({ role, hasLeft }) => role === 'helper' && hasLeft === true);
  return isGone && read.state === 'promised' ? { ...read, helper, hasLeft: true } : { ...read, helper };
}

function readLook(
  row: IssueRow,
  look: z.infer<typeof declined.look>,
  people: readonly Participant[],
): Look | null {
  if (look === null) return null;
  if (look.state === 'upheld') return { ...look, by: theOne(row, people, 'looker') };
  const asked = people.filter(({ role, hasLeft }) => role === 'looker' && hasLeft !== true);
  return { ...look, of: asked.flatMap((it) => personOf(it) ?? []) };
}

function readMeToo(row: Participant) {
  const person = personOf(row);
  if (person === null) return [];
  const left = row.hasLeft === true ? { hasLeft: true as const } : {};
  const stuck = row.isStuck ? { isStuck: true as const } : {};
  return [{ person, verdict: verdict.parse(row.verdict), ...left, ...stuck }];
}

function personOf(row: ParticipantRow | undefined): PersonId | null {
  return row === undefined || row.personId === null ? null : asPersonId(row.personId);
}

/** The one place where a UUID from our own table becomes a person. */
export function asPersonId(id: string): PersonId {
  return id as PersonId;
}

/** The columns of `issues` for an issue; people go to `participants`. */
export function writeIssue(issue: Issue) {
  const { state, version, text, impact, affected, reopenings, returnOf, hasAskedForLook } = issue;
  const words = { text, impact, affected };
  const kept = { reopenings, returnOf, hasAskedForLook, duplicates: [...issue.duplicates] };
  return { state, version, ...words, ...kept, help: writeHelp(issue.help), life: lifeOf(issue) };
}

function writeHelp(it: Help | null): Record<string, unknown> | null {
  if (it === null || it.state === 'wanted') return it;
  const { state, since } = it;
  const written = it.isForOthers === true ? { state, since, isForOthers: true } : { state, since };
  return state === 'given' ? { ...written, line: it.line } : written;
}

function lifeOf(issue: Issue): Record<string, unknown> {
  switch (issue.state) {
    case 'saved': {
      const { postAt, hold, answered } = issue;
      const written = hold === null ? null : { askAt: hold.askAt?.toString() ?? null };
      return { postAt: postAt.toString(), hold: written, answered };
    }
    case 'open':
    case 'withdrawn':
      return {};
    case 'declined': {
      const { because, as, since, look } = issue;
      return { because, as, since, look: writeLook(look) };
    }
    case 'duplicate':
      return { of: issue.of };
    case 'claimed':
      return { spell: issue.spell, agreement: issue.agreement, inquiry: issue.inquiry };
    case 'resolved':
    case 'confirmed': {
      const { spell, agreement: agreed, inquiry: asked, solution: solved, reporterIsSilent } = issue;
      const resolvedAt = issue.resolvedAt.toString();
      return { spell, agreement: agreed, inquiry: asked, solution: solved, resolvedAt, reporterIsSilent };
    }
  }
}

function writeLook(look: Look | null): Record<string, unknown> | null {
  if (look === null) return null;
  const { state } = look;
  return state === 'asked' ? { state, since: look.since } : { state, because: look.because };
}
