import { z } from 'zod';

import { heldOrNot } from '../../core/did-it-hold.ts';
import { changeKinds, impacts, states, verdicts } from '../../core/issue.ts';
import type { Issue, OwnedIssue, PersonId, SolvedIssue } from '../../core/issue.ts';
import type { Look } from '../../core/look.ts';
import { readSupport, support, writeSupport } from './ask-rows.ts';
import type { InRole } from './ask-rows.ts';
import { attended, readAttended, writeAttended } from './attended-rows.ts';
import { readHelp, writeHelp } from './help-rows.ts';
import { day, instant } from './iso-times.ts';
import { declined, writeLook } from './look-rows.ts';
import { asPersonId } from './person-id.ts';
import { firstAnswer, writeFirstAnswer } from './promise-rows.ts';
import type { issues, participants } from './schema/issues.ts';
import { thanksBy } from './thanks-rows.ts';

export type IssueRow = typeof issues.$inferSelect;

/** A participant as the neck reads it, with what is known of the person. */
export type Participant = Omit<typeof participants.$inferSelect, 'workspaceId' | 'joinedAt'> & {
  readonly hasLeft: boolean | null;
  readonly slackUserId: string | null;
};

/** As `life` and events keep them. */
export const agreement = z.object({
  success: z.string().nullable(),
  by: day.nullable(),
});
export const solution = z.object({
  changed: z.string(),
  kind: z.enum(changeKinds),
  learning: z.string().nullable(),
});

export const inquiry = z.object({ seq: z.int(), text: z.string(), isAnswered: z.boolean() });

const person = z.uuid().transform(asPersonId).nullable();

const owned = {
  spell: z.int(),
  agreement: agreement.nullable(),
  /** Rows that were written before one could ask have none. */
  inquiry: inquiry.nullable().default(null),
};
const unowned = { ...firstAnswer, inquiry: inquiry.nullable().default(null) };

const solved = {
  ...owned,
  solution,
  resolvedAt: instant,
  reporterIsSilent: z.boolean(),
  /** Rows that were written before one could thank have none. */
  thanks: z.array(thanksBy(person)).default([]),
};

/** Rows that were written before the lens read anything have neither. */
const held = {
  hold: z.object({ askAt: instant.nullable() }).nullable().default(null),
  answered: z.array(z.string()).default([]),
};

/** Rows that were written before anybody was asked whether it held have nothing of it. */
const lasting = {
  hasHeld: z.boolean().default(false),
  isDoubted: z.boolean().default(false),
  saidOfHold: z.array(z.object({ by: person, whether: z.enum(heldOrNot) })).default([]),
};

/** What only one state has, as the column `life` keeps it: of people only who thanked or said if it held; dates as ISO text. */
const life = z.discriminatedUnion('state', [
  z.object({ state: z.literal('saved'), postAt: instant, ...held }),
  z.object({ state: z.literal('open'), ...unowned }),
  z.object({ state: z.literal('claimed'), ...owned, attended, ...support }),
  z.object({ state: z.literal('resolved'), ...solved }),
  z.object({ state: z.literal('confirmed'), ...solved, ...lasting }),
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
    asksAbove: row.asksAbove,
    meToos: people.filter(({ role }) => role === 'me-too').flatMap(readMeToo),
    help: readHelp(row.help, inRoleAmong(people)('helper')[0]),
    hasAskedForLook: row.hasAskedForLook,
    duplicates: row.duplicates,
    formerOwners: everyone(people, 'former-owner'),
    helpers: everyone(people, 'has-helped'),
    supporters: everyone(people, 'supporter'),
  };
  const own = life.parse({ ...z.record(z.string(), z.unknown()).parse(row.life), state });
  switch (own.state) {
    case 'saved':
    case 'duplicate':
    case 'withdrawn':
      return { ...common, ...own };
    case 'open':
      return {
        ...common,
        ...own,
        asked: own.asked === null ? null : { ...own.asked, of: present(people, 'asked') },
        answerer: anyOne(people, 'answerer'),
        offeredTo: anyOne(people, 'offered'),
      };
    case 'declined':
      return { ...common, ...own, by: theOne(row, people, 'decider'), look: readLook(row, own.look, people) };
    case 'claimed': {
      const kept = readAttended(own.attended, own.spell);
      const supported = readSupport(own, inRoleAmong(people));
      return { ...common, ...own, ...readOwner(row, people), attended: kept, ...supported };
    }
    default:
      return { ...common, ...own, ...readOwner(row, people) };
  }
}

function readOwner(row: IssueRow, people: readonly Participant[]) {
  const isGone = people.some(({ role, hasLeft }) => role === 'owner' && hasLeft === true);
  const left = isGone ? { ownerHasLeft: true as const } : {};
  return { owner: theOne(row, people, 'owner'), ...left, offeredTo: anyOne(people, 'offered') };
}

/** @throws if nobody has the role, where the state says that somebody does. */
function theOne({ number, state }: IssueRow, people: readonly Participant[], wanted: string): PersonId {
  const person = anyOne(people, wanted);
  if (person === null) throw new Error(`issue ${number} is ${state} and has no ${wanted}`);
  return person;
}

function anyOne(people: readonly Participant[], wanted: string): PersonId | null {
  return personOf(people.find(({ role }) => role === wanted));
}

function everyone(people: readonly Participant[], wanted: string): PersonId[] {
  return people.flatMap((row) => (row.role === wanted ? (personOf(row) ?? []) : []));
}

function inRoleAmong(people: readonly Participant[]): InRole {
  return (wanted) =>
    people.flatMap((row) => {
      const person = row.role === wanted ? personOf(row) : null;
      return person === null ? [] : [{ person, hasLeft: row.hasLeft === true }];
    });
}

function readLook(
  row: IssueRow,
  kept: z.infer<typeof declined.look>,
  people: readonly Participant[],
): Look | null {
  if (kept === null) return null;
  if (kept.state === 'upheld') return { ...kept, by: theOne(row, people, 'looker') };
  return { ...kept, of: present(people, 'looker') };
}

/** Those with this role who have not left. */
function present(people: readonly Participant[], wanted: string): PersonId[] {
  const there = people.filter(({ role, hasLeft }) => role === wanted && hasLeft !== true);
  return there.flatMap((it) => personOf(it) ?? []);
}

function readMeToo(row: Participant) {
  const person = personOf(row);
  if (person === null) return [];
  const left = row.hasLeft === true ? { hasLeft: true as const } : {};
  const stuck = row.isStuck ? { isStuck: true as const } : {};
  return [{ person, verdict: verdict.parse(row.verdict), ...left, ...stuck }];
}

function personOf(row: Participant | undefined): PersonId | null {
  return row === undefined || row.personId === null ? null : asPersonId(row.personId);
}

/** The columns of `issues` for an issue; people go to `participants`. */
export function writeIssue(issue: Issue) {
  const { state, version, text, impact, affected, asksAbove, reopenings, returnOf, hasAskedForLook } = issue;
  const words = { text, impact, affected };
  const kept = { reopenings, returnOf, hasAskedForLook, asksAbove, duplicates: [...issue.duplicates] };
  return { state, version, ...words, ...kept, help: writeHelp(issue.help), life: lifeOf(issue) };
}

function lifeOf(issue: Issue): Record<string, unknown> {
  switch (issue.state) {
    case 'saved': {
      const { postAt, hold, answered } = issue;
      const written = hold === null ? null : { askAt: hold.askAt?.toString() ?? null };
      return { postAt: postAt.toString(), hold: written, answered };
    }
    case 'open':
      return { ...writeFirstAnswer(issue), inquiry: issue.inquiry };
    case 'withdrawn':
      return {};
    case 'declined': {
      const { because, as, since, look } = issue;
      return { because, as, since, look: writeLook(look) };
    }
    case 'duplicate':
      return { of: issue.of };
    case 'claimed': {
      const kept = { attended: writeAttended(issue.attended), ...writeSupport(issue) };
      return { ...ownedLife(issue), ...kept };
    }
    case 'confirmed': {
      const { hasHeld, isDoubted, saidOfHold } = issue;
      return { ...solvedLife(issue), hasHeld, isDoubted, saidOfHold };
    }
    case 'resolved':
      return solvedLife(issue);
  }
}

function ownedLife({ spell, agreement: agreed, inquiry: asked }: OwnedIssue) {
  return { spell, agreement: agreed, inquiry: asked };
}

function solvedLife(issue: SolvedIssue): Record<string, unknown> {
  const { solution: solved, reporterIsSilent, thanks: lines } = issue;
  const resolvedAt = issue.resolvedAt.toString();
  return { ...ownedLife(issue), solution: solved, resolvedAt, reporterIsSilent, thanks: lines };
}
