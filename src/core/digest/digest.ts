import { charactersIn } from '../characters.ts';
import type { Issue } from '../issue.ts';
import { isLeftToDecide } from '../owed.ts';
import type { Part } from './fit.ts';
import type { Period } from './periods.ts';
import type { ListName, Picked } from './pick.ts';

/** An issue as a digest tells of it, in the words that stand now. */
export interface Told {
  readonly number: number;
  readonly state: Issue['state'];
  /** See the rule of that name. */
  readonly isLeftToDecide: boolean;
  readonly text: string;
  readonly affected: string | null;
  /** How many people met it. */
  readonly met: number;
  /** How often it had come back by the end of the period, as itself or as another issue. */
  readonly returns: number;
  /** What others can use; `null`: nothing yet. */
  readonly learning: string | null;
  /** Where its card stands; `null` until it does. */
  readonly card: string | null;
  /** Where what was learned is posted. */
  readonly post: string | null;
}

/** What a lead has added in their own words. */
export interface OwnLine {
  /** As Slack knows them; `null`: they were forgotten since. */
  readonly slackUserId: string | null;
  readonly text: string;
}

/** Somebody by name, where they said that theirs may be shown; else by what they did. */
export interface Named {
  readonly slackUserId: string | null;
  readonly as: 'reporter' | 'me-too' | 'owner' | 'helper';
}

/** A line of thanks that both agree to show. */
export interface ToldThanks {
  readonly number: number;
  /** Where the card stands; `null` until it does. */
  readonly card: string | null;
  readonly text: string;
  readonly from: Named;
  readonly to: readonly Named[];
}

/** What was true when it was picked may not be any more, and then goes unsaid. */
export function stillHolds(list: ListName, { state, isLeftToDecide: isLeft, learning }: Told): boolean {
  switch (list) {
    case 'fixed':
      return state === 'confirmed';
    case 'learned':
      return learning !== null;
    case 'cameBack':
      return state !== 'withdrawn';
    case 'waiting':
      return state === 'open';
    case 'undecided':
      return isLeft;
  }
}

/** Whether a digest that lists it, as one that waits or as a decision, says something else of it now. */
export function isListedOtherwise(before: Issue, after: Issue): boolean {
  const hasMoved = (before.state === 'open') !== (after.state === 'open');
  return hasMoved || isLeftToDecide(before) !== isLeftToDecide(after);
}

/** In characters. */
export const longestOwnLine = 300;

/** However short they are. */
const mostOwnLines = 5;

/** In characters, with whose they are: about half a screen of a phone. */
const roomForOwnLines = 750;

/** What `@Ana adds:` takes on a screen, about. */
const mostOfWhose = 20;

/** The first of them that a reader of one screen has room for, and how many there are besides. */
export function ownLinesShown(lines: readonly OwnLine[]): Part<OwnLine> {
  let room = roomForOwnLines;
  const last = lines.findIndex(({ text }, at) => {
    room -= mostOfWhose + charactersIn(text);
    return at === mostOwnLines || room < 0;
  });
  const shown = last === -1 ? lines : lines.slice(0, last);
  return { lines: shown, more: lines.length - shown.length };
}

/** All that a digest is drawn from. */
export interface Digest {
  readonly period: Period;
  /** IANA name. */
  readonly zone: string;
  readonly picked: Picked;
  /** What was taken back since it was picked is missing. */
  readonly told: ReadonlyMap<number, Told>;
  readonly thanks: readonly ToldThanks[];
  /** One of each lead, the first to be shown first. */
  readonly lines: readonly OwnLine[];
}

/** About one screen of a phone, in characters. */
export const longestDigest = 1500;
