import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';

import { changeKinds, impacts, states, verdicts } from '../../core/issue.ts';
import type { Issue, PersonId } from '../../core/issue.ts';
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

const inquiry = z.object({ seq: z.int(), text: z.string(), isAnswered: z.boolean() });

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

/** What only one state has, as the column `life` keeps it: no people, and dates as ISO text. */
const life = z.discriminatedUnion('state', [
  z.object({ state: z.literal('saved'), postAt: instant }),
  z.object({ state: z.literal('open') }),
  z.object({ state: z.literal('claimed'), ...owned }),
  z.object({ state: z.literal('resolved'), ...solved }),
  z.object({ state: z.literal('confirmed'), ...solved }),
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
  };
  const own = life.parse({ ...z.record(z.string(), z.unknown()).parse(row.life), state });
  if (own.state === 'saved' || own.state === 'open' || own.state === 'withdrawn')
    return { ...common, ...own };
  const owner = personOf(people.find(({ role }) => role === 'owner'));
  if (owner === null) throw new Error(`issue ${row.number} is ${state} and has no owner`);
  return { ...common, ...own, owner, offeredTo: personOf(people.find(({ role }) => role === 'offered')) };
}

function readMeToo(row: Participant) {
  const person = personOf(row);
  if (person === null) return [];
  const left = row.hasLeft === true ? { hasLeft: true as const } : {};
  return [{ person, verdict: verdict.parse(row.verdict), ...left }];
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
  const { state, version, text, impact, affected, reopenings, returnOf } = issue;
  return { state, version, text, impact, affected, reopenings, returnOf, life: lifeOf(issue) };
}

function lifeOf(issue: Issue): Record<string, unknown> {
  switch (issue.state) {
    case 'saved':
      return { postAt: issue.postAt.toString() };
    case 'open':
    case 'withdrawn':
      return {};
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
