import type { Actor } from './command.ts';
import { notThere } from './decision.ts';
import type { Refusal } from './decision.ts';
import { isMeToo, isOwned, isSolved, metBy } from './issue.ts';
import type { Issue, PersonId } from './issue.ts';
import { mostAsked } from './settle.ts';

/** The sections of a write-up, in the order in which people are asked for them. */
export const sectionNames = ['happened', 'possible', 'well', 'changed', 'use'] as const;
export type SectionName = (typeof sectionNames)[number];

/** A section that was left out is empty. */
export type Sections = Readonly<Record<SectionName, string>>;

/** In characters; what others can use is one line, and holds less. */
export const longestSection = 2000;
export const longestUse = 300;

/** The blameless account of an issue, as it is published. */
export interface WriteUp {
  /** How often it was published: whoever changes it says which one they saw. */
  readonly version: number;
  readonly sections: Sections;
  /** Those who wrote it, first things first. */
  readonly writers: readonly PersonId[];
  /** It tells of a solution that did not hold: the issue was solved anew since. */
  readonly isOutdated?: true;
}

export const readerAnswers = ['used', 'knew', 'not-ours'] as const;
export type ReaderAnswer = (typeof readerAnswers)[number];

/** How many readers said what; who did is not known. */
export type Counts = Readonly<Record<ReaderAnswer, number>>;

export const consents = ['yes', 'no'] as const;
export type Consent = (typeof consents)[number];

/** What is known of the learning of an issue, besides the issue. */
export interface Learned {
  readonly writeUp: WriteUp | null;
  readonly counts: Counts;
  /** Those who said yes to being named in the credits. */
  readonly agreed: readonly PersonId[];
  /** Those of them who lead. */
  readonly leads: readonly PersonId[];
  /** Where its post stands in the learning channel; `null` until it does. */
  readonly link: string | null;
  /** What the reader has said about being named; `null`: nothing yet. */
  readonly consent: Consent | null;
}

export const nothingLearned: Learned = {
  writeUp: null,
  counts: { used: 0, knew: 0, 'not-ours': 0 },
  agreed: [],
  leads: [],
  link: null,
  consent: null,
};

/**
 * The one line others can use: the newest that there is. Without a write-up only what is confirmed counts: before, nobody
 * but the owner has said that it helps.
 */
export function learningLine(issue: Issue, writeUp: WriteUp | null): string | null {
  const newest = issue.state === 'confirmed' ? issue.solution.learning : null;
  if (writeUp === null) return newest;
  return writeUp.isOutdated === true && newest !== null ? newest : writeUp.sections.use;
}

/** Whether more than a line is offered: it hurt somebody, it came back, or many met it. */
export function isWorthWritingUp(issue: Issue): boolean {
  return issue.impact === 'hurts' || hasReturned(issue) || metBy(issue) >= 5;
}

/** It went on after somebody had called it solved, or its cause had been fixed before, as another issue. */
export function hasReturned({ reopenings, returnOf }: Issue): boolean {
  return reopenings > 0 || returnOf !== null;
}

function isInvolved(issue: Issue, { person, isReporter }: Actor): boolean {
  const isOwner = isOwned(issue) && issue.owner === person;
  const hasHelped = issue.formerOwners.includes(person) || issue.helpers.includes(person);
  return isReporter || isOwner || hasHelped || isMeToo(issue, person);
}

/**
 * Why somebody may not write up what was learned. Anyone involved may start, by now or before; once it is published it belongs to those
 * who wrote it, and to whoever had begun by then. `hasBegun`: they keep a draft of it.
 */
export function whyNotWrite(
  issue: Issue,
  actor: Actor,
  writeUp: WriteUp | null,
  hasBegun: boolean,
): Refusal | null {
  if (writeUp?.writers.includes(actor.person)) return null;
  const hidden = notThere(issue, actor);
  if (hidden !== null) return hidden;
  if (!isInvolved(issue, actor) && !hasBegun) return { reason: 'not-involved' };
  if (writeUp !== null) return hasBegun ? null : { reason: 'written-up' };
  return isSolved(issue) ? null : { reason: 'not-solved-yet' };
}

export const creditRoles = [
  'reporter',
  'owner',
  'former-owner',
  'helper',
  'writer',
  'met',
  'supporter',
] as const;
export type CreditRole = (typeof creditRoles)[number];

/** Somebody who had a part in it, and which. */
export interface Credit {
  readonly person: PersonId;
  readonly roles: readonly CreditRole[];
}

/** Everybody who had a part in it, and may be named if they agree. */
export function creditsOf(issue: Issue, writeUp: WriteUp | null): Credit[] {
  const writers = writeUp?.writers ?? [];
  const parts: (readonly [CreditRole, PersonId | null])[] = [
    ['reporter', issue.reporter.person],
    ['owner', isOwned(issue) ? issue.owner : null],
    ...issue.formerOwners.map((person) => ['former-owner', person] as const),
    ...issue.helpers.map((person) => ['helper', person] as const),
    ...writers.map((person) => ['writer', person] as const),
    ...issue.meToos.map(({ person }) => ['met', person] as const),
    ...issue.supporters.map((person) => ['supporter', person] as const),
  ];
  const people = new Set(parts.flatMap(([, person]) => (person === null ? [] : [person])));
  return [...people].map((person) => ({
    person,
    roles: parts.filter((part) => part[1] === person).map(([role]) => role),
  }));
}

/** Those of them who get a message of their own. Whoever only met it is asked beside their answer to *Is it fixed?*: they may be many. */
export function askedForName(issue: Issue, writeUp: WriteUp | null): PersonId[] {
  return creditsOf(issue, writeUp).flatMap((it) => (onlyMet(it) ? [] : [it.person]));
}

export function onlyMet({ roles }: Credit): boolean {
  return roles.every((role) => role === 'met');
}

/** How credits are shown. */
export interface ShownCredits {
  readonly named: readonly Credit[];
  /** The parts of all who are not named. Who has two of them is not said. */
  readonly unnamed: readonly CreditRole[];
  /** Others come first: the name of a lead, and of whoever supported as one, is the last. */
  readonly namedLeads: readonly Credit[];
}

/** A name is shown with a yes and never without; `canBeNamed`: there is still a name to show. */
export function shownCredits(
  issue: Issue,
  { writeUp, agreed, leads }: Learned,
  canBeNamed: (person: PersonId) => boolean,
): ShownCredits {
  const all = creditsOf(issue, writeUp);
  const willing = all.filter(({ person }) => agreed.includes(person) && canBeNamed(person));
  const tooMany = willing.filter((it) => onlyMet(it)).slice(mostAsked);
  const isNamed = (it: Credit): boolean => willing.includes(it) && !tooMany.includes(it);
  const isLead = ({ person, roles }: Credit): boolean =>
    leads.includes(person) || roles.includes('supporter');
  const hidden = new Set(all.filter((it) => !isNamed(it)).flatMap(({ roles }) => roles));
  return {
    named: all.filter((it) => isNamed(it) && !isLead(it)),
    unnamed: creditRoles.filter((role) => hidden.has(role) || isUnknown(issue, role)),
    namedLeads: all.filter((it) => isNamed(it) && isLead(it)),
  };
}

/** A reporter whose link to the flag is sealed or cut had their part all the same. */
function isUnknown(issue: Issue, role: CreditRole): boolean {
  return role === 'reporter' && issue.reporter.person === null;
}

/**
 * Whether somebody is to be asked if they may be named. Whoever publishes is asked in the preview, the reporter with *Is
 * it fixed?* unless that never came; and nobody is asked about what is taken back, or what they have answered.
 */
export function mayAskForName(
  issue: Issue,
  { writeUp, consent }: Pick<Learned, 'writeUp' | 'consent'>,
  person: PersonId | null,
  isAskedWithFix: boolean,
): boolean {
  if (person === null || !askedForName(issue, writeUp).includes(person)) return false;
  const isAskedElsewhere = writeUp?.writers.includes(person) === true || isAskedWithFix || consent !== null;
  return !isAskedElsewhere && learningLine(issue, writeUp) !== null;
}
