import type { Address } from './address.ts';
import { askedAgain } from './asked-again.ts';
import { isOfEnd } from './evolve-end.ts';
import { askedForLook, isOwned, isSolved, roundOf } from './issue.ts';
import type { Issue, IssueEvent, PersonId } from './issue.ts';
import { creditsOf } from './learning.ts';
import type { WantedNudge } from './nudge.ts';
import { askedMeToos, askedPeople, reporterIsOwner } from './settle.ts';
import { toldOfEnd } from './told-of-end.ts';
import { toldOfHelp } from './told-of-help.ts';
import { metButNot, theReporter } from './told.ts';

export interface FollowUps {
  /** Messages to draw or to redraw. */
  readonly draw: readonly Address[];
  /** The number of an issue whose offer ended: whatever asked for a yes is redrawn where it stands, without buttons. */
  readonly offerEnded: number | null;
  /** The number of an issue whose learning says something else now: its posts are redrawn where they stand. */
  readonly learned: number | null;
  /** Subjects `42/7` of events that read otherwise now: whatever tells of them is redrawn where it stands. */
  readonly amended: readonly string[];
  /** What people are to be told unasked, each at a time of its own. */
  readonly nudges: readonly WantedNudge[];
  /** The number of an issue of which people have been told unasked, perhaps: that is redrawn where it stands. */
  readonly nudged: number | null;
  /** People whose App Home shows something that changed. */
  readonly homes: readonly PersonId[];
}

export const noFollowUps: FollowUps = {
  draw: [],
  offerEnded: null,
  learned: null,
  amended: [],
  nudges: [],
  nudged: null,
  homes: [],
};

/** What must be said, and to whom, once `events` have turned `before` into `after`. Ids only: words are found when it is drawn. */
export function followUps(before: Issue | null, after: Issue, events: readonly IssueEvent[]): FollowUps {
  if (events.length === 0) return noFollowUps;
  if (after.state === 'saved') return { ...noFollowUps, draw: asked(after, events) };
  const first = after.version - events.length + 1;
  const told = events.flatMap((event, index) => toldOf(before, after, event, first + index));
  const standing = [before, after].flatMap((issue) => (issue === null ? [] : standingMessages(issue)));
  return {
    draw: distinct([card(after), ...fixes(before, after, events), ...standing, ...told]),
    offerEnded: before !== null && hasOfferEnded(before, after) ? after.number : null,
    learned: [before, after].some((issue) => issue !== null && isSolved(issue)) ? after.number : null,
    amended: events.flatMap((it) => (it.type === 'amended' ? [`${after.number}/${it.of}`] : [])),
    nudges: askedAgain(before, after),
    nudged: after.number,
    homes: [...new Set([before, after].flatMap((issue) => (issue === null ? [] : involved(issue))))],
  };
}

/** Nothing is said of a flag before it is posted, but to whoever flagged it, where it is held. */
function asked({ number }: Issue, events: readonly IssueEvent[]): Address[] {
  const isAsked = events.some(({ type }) => type === 'asked-to-choose');
  return isAsked ? [{ kind: 'held', subject: String(number), person: null }] : [];
}

/** The cards of fixes that did not hold: they say what came back, from when it can be seen until it is withdrawn. */
function fixes(before: Issue | null, after: Issue, events: readonly IssueEvent[]): Address[] {
  const changes: readonly IssueEvent['type'][] = ['posted', 'returned-from', 'withdrawn'];
  if (!events.some(({ type }) => changes.includes(type))) return [];
  return [before?.returnOf ?? null, after.returnOf].flatMap((number) =>
    number === null ? [] : [{ kind: 'card', subject: String(number), person: null }],
  );
}

/** `42/1`: the question about the first solution, `42/2` about the one after a reopening. */
export function questionSubject(issue: Issue): string {
  return `${issue.number}/${roundOf(issue)}`;
}

function card(issue: Issue): Address {
  return { kind: 'card', subject: String(issue.number), person: null };
}

/** Messages whose buttons or words depend on the present state, wherever they stand already. */
function standingMessages(issue: Issue): Address[] {
  const controls: Address[] = isOwned(issue)
    ? [{ kind: 'controls', subject: `${issue.number}/${issue.spell}`, person: issue.owner }]
    : [];
  return [
    ...controls,
    ...inquiries(issue),
    ...(isSolved(issue) ? questions(issue) : []),
    ...standingHelp(issue),
    ...decided(issue),
  ];
}

function inquiries(issue: Issue): Address[] {
  const { person } = issue.reporter;
  if (!isOwned(issue) || issue.inquiry === null || person === null) return [];
  return [{ kind: 'inquiry', subject: `${issue.number}/${issue.inquiry.seq}`, person }];
}

function standingHelp({ number, help }: Issue): Address[] {
  if (help === null || help.state === 'wanted') return [];
  return [{ kind: 'help', subject: `${number}/${help.since}`, person: help.helper }];
}

/** The reporter's news of a "not doing" has a button, once; those asked for another look have theirs until one answers. */
function decided(issue: Issue): Address[] {
  if (issue.state !== 'declined') return [];
  const { number, since, by } = issue;
  const told = theReporter(issue).filter((it) => it !== by);
  const look = askedForLook(issue);
  const subject = `${number}/${look?.since ?? 0}`;
  return [
    ...told.map((person): Address => ({ kind: 'news', subject: `${number}/${since}`, person })),
    ...(look?.of ?? []).map((person): Address => ({ kind: 'look', subject, person })),
  ];
}

function questions(issue: Issue): Address[] {
  if (!isSolved(issue)) return [];
  return askedPeople(issue).map(({ person }) => ({
    kind: 'question',
    subject: questionSubject(issue),
    person,
  }));
}

function hasOfferEnded(before: Issue, after: Issue): boolean {
  const offeredTo = (issue: Issue): PersonId | null => (isOwned(issue) ? issue.offeredTo : null);
  return offeredTo(before) !== null && offeredTo(before) !== offeredTo(after);
}

function toldOf(before: Issue | null, after: Issue, event: IssueEvent, seq: number): Address[] {
  const subject = `${after.number}/${seq}`;
  const reply: Address = { kind: 'reply', subject, person: null };
  const news = (people: readonly PersonId[]): Address[] =>
    people.map((person) => ({ kind: 'news', subject, person }));
  const telling = { before, after, reply, news };
  if (isOfEnd(event)) return toldOfEnd(telling, event);
  switch (event.type) {
    case 'claimed':
      return [reply, ...news(metButNot(after, event.owner))];
    case 'handed-over':
      return [reply, ...news([...metButNot(after, event.to), event.from])];
    case 'let-go':
      return [reply, ...news(metButNot(after, event.from))];
    case 'resolved':
      return [reply, ...news(toldWithoutQuestion(after))];
    case 'confirmed':
      return isOwned(after) ? [reply, ...news([after.owner]), ...learningPost(after)] : [reply];
    case 'updated':
    case 'commented':
    case 'reopened':
      return [reply];
    case 'withdrawn':
      return news(event.told);
    case 'offered':
      return [{ kind: 'offer', subject, person: event.to }];
    case 'offer-declined':
    case 'informed':
      return isOwned(after) ? news([after.owner]) : [];
    case 'flagged':
    case 'edited':
    case 'undone':
    case 'posted':
    case 'joined':
    case 'returned-from':
    case 'agreed':
    case 'inquired':
    case 'answered':
    case 'fell-silent':
    case 'written-up':
    case 'credited':
    case 'held-back':
    case 'asked-to-choose':
    case 'disputed':
    case 'released':
    case 'amended':
      return [];
    default:
      return toldOfHelp(telling, event);
  }
}

/**
 * When it is confirmed, and not before: only then others know that it helps. Whoever had a part in it is asked whether
 * they may be named; the reporter was, with *Is it fixed for you?*
 */
function learningPost(issue: Issue): Address[] {
  if (issue.state !== 'confirmed' || issue.solution.learning === null) return [];
  const wasAsked = reporterIsOwner(issue) ? null : issue.reporter.person;
  const asked = creditsOf(issue, null).flatMap(({ person }) => (person === wasAsked ? [] : [person]));
  return [{ kind: 'learning', subject: questionSubject(issue), person: null }, ...mayName(issue, asked)];
}

function mayName(issue: Issue, people: readonly PersonId[]): Address[] {
  return people.map((person) => ({ kind: 'credit', subject: String(issue.number), person }));
}

/** What must be said once a write-up is published or changed, and who is asked whether they may be named. */
export function publishedFollowUps(issue: Issue, asked: readonly PersonId[]): FollowUps {
  const standing = isOwned(issue) ? standingMessages(issue) : [];
  const writeUp: Address = { kind: 'write-up', subject: String(issue.number), person: null };
  return {
    ...noFollowUps,
    draw: [writeUp, card(issue), ...standing, ...mayName(issue, asked)],
    learned: issue.number,
    homes: involved(issue),
  };
}

/** Those who met it but get no question of their own: they are told, and may answer on the card. */
function toldWithoutQuestion(issue: Issue): PersonId[] {
  if (!isOwned(issue)) return [];
  const asked = questions(issue).map(({ person }) => person);
  return metButNot(issue, issue.owner).filter((person) => !asked.includes(person));
}

function involved(issue: Issue): PersonId[] {
  const owner = isOwned(issue) ? [issue.owner] : [];
  const offered = isOwned(issue) && issue.offeredTo !== null ? [issue.offeredTo] : [];
  const asked = isSolved(issue) ? askedMeToos(issue).map(({ person }) => person) : [];
  const helper = issue.help?.state === 'promised' ? [issue.help.helper] : [];
  const lookers = askedForLook(issue)?.of ?? [];
  return [...theReporter(issue), ...owner, ...offered, ...asked, ...helper, ...lookers];
}

function distinct(addresses: readonly Address[]): Address[] {
  const key = ({ kind, subject, person }: Address): string => `${kind} ${subject} ${person ?? ''}`;
  return [...new Map(addresses.map((it) => [key(it), it])).values()];
}
