import type { Address } from './address.ts';
import { isOfAsk, isSupportedOtherwise } from './ask.ts';
import { isPromisedOtherwise } from './asked-first.ts';
import { isOfAttended, wasAskedBefore } from './attended.ts';
import { isListedOtherwise } from './digest/digest.ts';
import { isOfEnd } from './evolve-end.ts';
import { isOfFirstAnswer } from './first-answer.ts';
import { involved } from './involved.ts';
import { isOwned, isSolved } from './issue.ts';
import type { Issue, IssueEvent, PersonId } from './issue.ts';
import type { WantedNudge } from './nudge.ts';
import { askedPeople } from './settle.ts';
import { controls, standingHelp, standingMessages } from './standing-messages.ts';
import { isContaining } from './still-containing.ts';
import { amendedBy, toldOfAsk } from './told-of-ask.ts';
import { toldOfAttended } from './told-of-attended.ts';
import { toldOfEnd } from './told-of-end.ts';
import { toldOfFirstAnswer } from './told-of-first-answer.ts';
import { mayName, toldOfDoubt, toldOfFix } from './told-of-fix.ts';
import { toldOfHelp } from './told-of-help.ts';
import { finder, toldOfLettingGo } from './told-of-owner.ts';
import { metButNot } from './told.ts';
import { unasked } from './unasked.ts';

export interface FollowUps {
  /** Messages to draw or to redraw. */
  readonly draw: readonly Address[];
  /** The number of an issue that others have now, or nobody, for a first answer or for support: who was told of it reads so there. */
  readonly elsewhere: number | null;
  /** The number of an issue that was offered in its channel once more, perhaps: that says what came of it. */
  readonly offered: number | null;
  /** The number of an issue whose learning says something else now: its posts are redrawn where they stand. */
  readonly learned: number | null;
  /** The number of an issue of which it changes whether it waits, or is left to decide: the digests that list it say what holds. */
  readonly listed: number | null;
  /** Numbers of fixes that have come back otherwise than before, or of what they have come back as: whatever counts their returns does so anew. */
  readonly returned: readonly number[];
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
  elsewhere: null,
  offered: null,
  learned: null,
  listed: null,
  returned: [],
  amended: [],
  nudges: [],
  nudged: null,
  homes: [],
};

/** What must be said, and to whom, once `events` have turned `before` into `after`. Ids only: words are found when it is drawn. */
export function followUps(before: Issue | null, after: Issue, events: readonly IssueEvent[]): FollowUps {
  if (events.length === 0) return noFollowUps;
  if (after.state === 'saved') return { ...noFollowUps, draw: askedToChoose(after, events) };
  const nudges = unasked(before, after, events);
  if (events.every(({ type }) => type === 'nudged')) return { ...seenByOwner(after), nudges };
  if (events.every(({ type }) => type === 'containment-asked')) return { ...seenByContainer(after), nudges };
  const first = after.version - events.length + 1;
  const told = events.flatMap((event, index) => toldOf(before, after, event, first + index));
  const standing = [before, after].flatMap((issue) => (issue === null ? [] : standingMessages(issue)));
  return {
    draw: distinct([card(after), ...standing, ...told]),
    elsewhere: before !== null && isElsewhere(before, after) ? after.number : null,
    offered: before === null || before.state === 'saved' ? null : after.number,
    learned: isLearnedOtherwise(before, after) ? after.number : null,
    listed: before !== null && isListedOtherwise(before, after) ? after.number : null,
    returned: returnedOtherwise(before, after, events),
    amended: events.flatMap((it) => amendedBy(it)).map((seq) => `${after.number}/${seq}`),
    nudges,
    nudged: after.number,
    homes: [...new Set([before, after].flatMap((issue) => (issue === null ? [] : involved(issue))))],
  };
}

/** What is written of it stays where its reporter takes back their words, and leaves them out. */
function isLearnedOtherwise(before: Issue | null, after: Issue): boolean {
  const isTakenBack = after.state === 'withdrawn' && after.reopenings > 0;
  return isTakenBack || isSolved(after) || (before !== null && isSolved(before));
}

function isElsewhere(before: Issue, after: Issue): boolean {
  return isPromisedOtherwise(before, after) || isSupportedOtherwise(before, after);
}

/** That an owner was asked is seen by nobody else: on their Home, and in the question that was asked before. */
function seenByOwner(issue: Issue): FollowUps {
  const homes = isOwned(issue) ? [issue.owner] : [];
  return { ...noFollowUps, nudged: wasAskedBefore(issue) ? issue.number : null, homes };
}

/** Likewise. */
function seenByContainer(issue: Issue): FollowUps {
  if (!isContaining(issue)) return noFollowUps;
  const { by, asked } = issue.containment;
  return { ...noFollowUps, nudged: asked.unanswered > 1 ? issue.number : null, homes: [by] };
}

/** Nothing is said of a flag before it is posted, but to whoever flagged it, where it is held. */
function askedToChoose({ number }: Issue, events: readonly IssueEvent[]): Address[] {
  const isAsked = events.some(({ type }) => type === 'asked-to-choose');
  return isAsked ? [{ kind: 'held', subject: String(number), person: null }] : [];
}

type Type = IssueEvent['type'];
const asWhatItCameBack: readonly Type[] = ['duplicated', 'separated'];
const whetherItCameBack: readonly Type[] = ['posted', 'returned-from', 'withdrawn'];

/**
 * What came back counts while it can be seen, and once where it is the same. What says nothing of a fix itself may be the
 * same as what does.
 */
function returnedOtherwise(before: Issue | null, after: Issue, events: readonly IssueEvent[]): number[] {
  const isAny = (types: readonly Type[]): boolean => events.some(({ type }) => types.includes(type));
  const isOtherwise = isAny(asWhatItCameBack);
  if (!isOtherwise && !isAny(whetherItCameBack)) return [];
  const fixes = [before?.returnOf ?? null, after.returnOf].flatMap((it) => it ?? []);
  return [...new Set([...(isOtherwise ? [after.number] : []), ...fixes])];
}

function card(issue: Issue): Address {
  return { kind: 'card', subject: String(issue.number), person: null };
}

/** Some who met it have left, or are back: its owner sees whether they can be asked, and its helper whom they help. */
export function metOtherwise(issue: Issue): FollowUps {
  const draw = [...controls(issue), ...standingHelp(issue)];
  return { ...noFollowUps, draw, homes: draw.flatMap(({ person }) => person ?? []) };
}

/** A promise has passed, and whoever is to be told rests: the card and Home name that time no more. */
export function passedAtRest(issue: Issue): FollowUps {
  return { ...noFollowUps, draw: [card(issue)], homes: involved(issue) };
}

/** Who hears the answer to a question, or to an offer. */
function whoAsked(issue: Issue): PersonId[] {
  if (isOwned(issue)) return [issue.owner];
  return issue.state === 'open' && issue.answerer !== null ? [issue.answerer] : [];
}

function toldOf(before: Issue | null, after: Issue, event: IssueEvent, seq: number): Address[] {
  const subject = `${after.number}/${seq}`;
  const reply: Address = { kind: 'reply', subject, person: null };
  const news = (people: readonly PersonId[]): Address[] =>
    people.map((person) => ({ kind: 'news', subject, person }));
  const telling = { before, after, reply, news };
  if (isOfEnd(event)) return toldOfEnd(telling, event);
  if (isOfFirstAnswer(event)) return toldOfFirstAnswer(telling, event);
  if (isOfAsk(event)) return toldOfAsk(telling, event);
  if (isOfAttended(event)) return toldOfAttended(telling, event);
  switch (event.type) {
    case 'claimed':
      return [reply, ...news([...metButNot(after, event.owner), ...finder(before, event.owner)])];
    case 'handed-over':
      return [reply, ...news([...metButNot(after, event.to), event.from])];
    case 'let-go':
      return [reply, ...news(toldOfLettingGo(after, event))];
    case 'resolved':
      return [reply, ...news(toldWithoutQuestion(after))];
    case 'confirmed':
    case 'thanked':
    case 'held':
      return isSolved(after) ? toldOfFix(telling, after, event) : [reply];
    case 'answered':
      return news(toldOfDoubt(before, after));
    case 'updated':
    case 'commented':
    case 'reopened':
      return [reply];
    case 'withdrawn':
      return news(event.told);
    case 'offer-declined':
    case 'informed':
      return news(whoAsked(after));
    case 'offered':
    case 'flagged':
    case 'edited':
    case 'undone':
    case 'posted':
    case 'joined':
    case 'returned-from':
    case 'agreed':
    case 'inquired':
    case 'said-of-hold':
    case 'thanks-shown':
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

/** What must be said once a write-up is published or changed, and who is asked whether they may be named. */
export function publishedFollowUps(issue: Issue, asked: readonly PersonId[]): FollowUps {
  const standing = isOwned(issue) ? standingMessages(issue) : [];
  const writeUp: Address = { kind: 'write-up', subject: String(issue.number), person: null };
  return {
    ...noFollowUps,
    draw: [writeUp, card(issue), ...standing],
    learned: issue.number,
    nudges: mayName(issue, asked),
    nudged: issue.number,
    homes: involved(issue),
  };
}

/** Those who met it but get no question of their own: they are told, and may answer on the card. */
function toldWithoutQuestion(issue: Issue): PersonId[] {
  if (!isSolved(issue)) return [];
  const asked = askedPeople(issue).map(({ person }) => person);
  return metButNot(issue, issue.owner).filter((person) => !asked.includes(person));
}

function distinct(addresses: readonly Address[]): Address[] {
  const key = ({ kind, subject, person }: Address): string => `${kind} ${subject} ${person ?? ''}`;
  return [...new Map(addresses.map((it) => [key(it), it])).values()];
}
