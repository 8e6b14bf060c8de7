import type { Temporal } from 'temporal-polyfill';

import { askedOnce, lastSilence, mostUnanswered, questionOf, stillAt, whenToAsk, wordAt } from './asked.ts';
import type { Asked } from './asked.ts';
import { ladderFor, nextAsked } from './cadence.ts';
import type { Cadence } from './cadence.ts';
import type { ClaimedIssue, Issue, IssueEvent, PersonId } from './issue.ts';
import { isBefore } from './moments.ts';
import type { NudgeKind, WantedNudge } from './nudge.ts';
import { addWorkingDays, openingOn, orAWeek } from './working-time.ts';
import type { WorkingTime } from './working-time.ts';

/** How it stands between Flagpost and the owner of an issue that goes on. */
export interface Attended extends Asked {
  /** Those who lead hear that it could use help; `null`: as far as is known it needs none. */
  readonly lead: Leads | null;
}

type Leads =
  | { readonly state: 'soon'; readonly at: Temporal.Instant }
  /** `since`: the version at which `to` were told; nobody, where that was not kept yet. */
  | {
      readonly state: 'told';
      readonly since: number;
      readonly to: readonly PersonId[];
      readonly hasOffered: boolean;
    };

export type AttendedEvent =
  | { readonly type: 'still-on-it' }
  | { readonly type: 'snoozed'; readonly until: Temporal.PlainDate }
  /** The owner was asked how it goes. `leadAt`: when those who lead hear of it, unless the owner is heard before. */
  | { readonly type: 'nudged'; readonly leadAt: Temporal.Instant | null }
  /** `rung`: where they stand; `to` nobody, and of what is from before that was kept, there is none. */
  | { readonly type: 'could-use-help'; readonly to: readonly PersonId[]; readonly rung?: number }
  | { readonly type: 'support-offered'; readonly by: PersonId };

const types: Readonly<Record<AttendedEvent['type'], true>> = {
  'still-on-it': true,
  snoozed: true,
  nudged: true,
  'could-use-help': true,
  'support-offered': true,
};

export function isOfAttended(event: IssueEvent): event is AttendedEvent {
  return event.type in types;
}

export function heardAt(version: number): Attended {
  return { ...wordAt(version), lead: null };
}

/** A word of the owner's, or one that the owner has waited for: from then on they are asked anew. */
const words: readonly IssueEvent['type'][] = [
  'agreed',
  'updated',
  'inquired',
  'informed',
  'offered',
  'offer-declined',
  'asked',
  'ask-passed',
  'ask-promised',
  'ask-closed',
];

/** `issue` is as the event has left it otherwise. */
export function attend(issue: ClaimedIssue, event: IssueEvent): ClaimedIssue {
  const attended = attendedAfter(issue, event);
  return attended === issue.attended ? issue : { ...issue, attended };
}

function attendedAfter({ attended, version }: ClaimedIssue, event: IssueEvent): Attended {
  switch (event.type) {
    case 'still-on-it':
      return { ...stillAt(version, attended), lead: null };
    case 'snoozed':
      return { ...heardAt(version), snoozedUntil: event.until };
    case 'nudged': {
      const lead: Leads | null = event.leadAt === null ? null : { state: 'soon', at: event.leadAt };
      return { ...askedOnce(attended), lead };
    }
    case 'could-use-help':
      return { ...attended, lead: { state: 'told', since: version, to: event.to, hasOffered: false } };
    case 'support-offered':
      return attended.lead?.state === 'told'
        ? { ...attended, lead: { ...attended.lead, hasOffered: true } }
        : attended;
    default:
      return words.includes(event.type) ? heardAt(version) : attended;
  }
}

/** A date of theirs that is no farther off than so many of their working days is waited for. */
const datesAhead = 10;

export const ownersKinds = ['day-before', 'on-the-day', 'quiet', 'snooze-over'] as const;
export type OwnersKind = Extract<NudgeKind, (typeof ownersKinds)[number]>;

/** What the owner may be asked from now on. What of it is over by the time it would be sent is found out then. */
export function ownersNudges(before: Issue | null, after: Issue): readonly WantedNudge[] {
  const next = after.state === 'claimed' ? whenToAsk(after.attended) : null;
  if (after.state !== 'claimed' || next === null) return [];
  const subject = subjectOf(after);
  if (before?.state === 'claimed' && subjectOf(before) === subject) return [];
  const nudge = (kind: OwnersKind, when: WantedNudge['when']): WantedNudge => ({
    person: after.owner,
    kind,
    subject,
    isQuestion: false,
    when,
  });
  if ('on' in next) return [nudge('snooze-over', next)];
  const silent = waitsForLeads(after) ? [] : [nudge('quiet', next)];
  const by = after.agreement?.by ?? null;
  if (by === null) return silent;
  return [nudge('day-before', { before: by }), nudge('on-the-day', { justOn: by }), ...silent];
}

function subjectOf({ number, attended }: ClaimedIssue): string {
  return questionOf(number, attended);
}

/** Whether they have been asked more than once without a word. */
export function wasAskedBefore(issue: Issue): boolean {
  return issue.state === 'claimed' && issue.attended.unanswered > 1;
}

/** The subject of the newest question that has brought no word; `null`: there is none. */
export function openQuestion(issue: Issue): string | null {
  if (issue.state !== 'claimed' || issue.attended.unanswered === 0) return null;
  const { attended } = issue;
  return questionOf(issue.number, { ...attended, unanswered: attended.unanswered - 1 });
}

/** Whether the owner is still to be asked this. */
export function mayAskOwner(issue: Issue, person: PersonId, subject: string): issue is ClaimedIssue {
  return issue.state === 'claimed' && issue.owner === person && subjectOf(issue) === subject;
}

/** Whoever waits for what they asked for is not asked why it is quiet, not even where nobody is left to ask. */
function waitsForLeads({ ask }: ClaimedIssue): boolean {
  return ask !== null;
}

/** The same, where they are to be asked for having written nothing. `time`: theirs. */
export function mayAskWhyQuiet(
  issue: Issue,
  person: PersonId,
  subject: string,
  time: WorkingTime,
  now: Temporal.Instant,
): boolean {
  if (!mayAskOwner(issue, person, subject)) return false;
  return !waitsForLeads(issue) && !hasDateSoon(issue, time, now);
}

/** Whether they need not be asked for having written nothing, since they are asked about a date of theirs soon. */
export function hasDateSoon({ agreement }: ClaimedIssue, time: WorkingTime, now: Temporal.Instant): boolean {
  if (agreement?.by == null) return false;
  const day = openingOn(time, agreement.by);
  const last = addWorkingDays(time, now, datesAhead);
  return day !== null && last !== null && !isBefore(day, now) && !isBefore(last, day);
}

/** They have been asked. `time`: the owner's. */
export function nudged({ attended }: ClaimedIssue, time: WorkingTime, now: Temporal.Instant): AttendedEvent {
  const isLast = attended.unanswered + 1 === mostUnanswered;
  return {
    type: 'nudged',
    leadAt: isLast ? orAWeek(addWorkingDays(time, now, lastSilence), now) : null,
  };
}

/** When those who lead hear of it, if nothing is heard of its owner before; `null`: never, or they have. */
export function leadDueAt({ attended: { lead } }: ClaimedIssue): Temporal.Instant | null {
  return lead?.state === 'soon' ? lead.at : null;
}

/** The lowest rung with somebody on it who neither owns nor flagged it, past those who are away, and the admins where there is none, as an ask goes. */
export function tellLeads(issue: Issue, cadence: Cadence, now: Temporal.Instant): readonly AttendedEvent[] {
  if (issue.state !== 'claimed') return [];
  const not = [issue.owner, issue.reporter.person];
  const ladder = ladderFor(cadence, ...not);
  const at = leadDueAt(issue);
  const isTime = at !== null && !isBefore(now, at);
  if (!isTime && !isLeftBehind(issue, ladder)) return [];
  const next = nextAsked(ladder, not, -1, now);
  if (next !== null) return [{ type: 'could-use-help', to: next.people, rung: next.rung }];
  return isTime ? [{ type: 'could-use-help', to: [] }] : [];
}

/** They were told, nothing has come of it, and none of them leads any more. */
function isLeftBehind(issue: ClaimedIssue, { rungs }: Cadence): boolean {
  const told = toldOf(issue);
  return told?.hasOffered === false && !told.to.some((person) => rungs.some((rung) => rung.includes(person)));
}

/** `version`: the one that the last of `events` made. */
export function leadsNudges(
  { number, version }: Issue,
  events: readonly IssueEvent[],
): readonly WantedNudge[] {
  const first = version - events.length + 1;
  return events.flatMap((event, index) => {
    if (event.type !== 'could-use-help') return [];
    const subject = `${number}/${first + index}`;
    return event.to.map((person): WantedNudge => ({
      person,
      kind: 'could-use-help',
      subject,
      isQuestion: false,
      when: 'now',
    }));
  });
}

/** Whether those who lead were told that it could use help, with this event if one is named, and nothing has come of it. */
export function couldStillUseHelp(issue: Issue, seq?: number): issue is ClaimedIssue {
  return toldOf(issue, seq)?.hasOffered === false;
}

/** Whether this person was told so. They need not lead: where nobody else does, the admins are told. */
export function isToldToHelp(issue: Issue, person: PersonId): boolean {
  return toldOf(issue)?.to.includes(person) === true;
}

/** Whether one of them has offered support since. */
export function isSupportOffered(issue: Issue, seq?: number): boolean {
  return toldOf(issue, seq)?.hasOffered === true;
}

function toldOf(issue: Issue, seq?: number): Extract<Leads, { state: 'told' }> | null {
  const lead = issue.state === 'claimed' ? issue.attended.lead : null;
  return lead?.state === 'told' && (seq === undefined || seq === lead.since) ? lead : null;
}
