import type { Issue } from '../issue.ts';
import type { Period } from './periods.ts';
import type { ListName, Picked } from './pick.ts';

/** An issue as a digest tells of it, in the words that stand now. */
export interface Told {
  readonly number: number;
  readonly state: Issue['state'];
  readonly text: string;
  readonly affected: string | null;
  /** How many people met it. */
  readonly met: number;
  /** How often it came back after somebody had called it solved, as itself or as another issue. */
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

/** What was true when it was picked may not be any more, and then goes unsaid. */
export function stillHolds(list: ListName, { state, learning }: Told): boolean {
  switch (list) {
    case 'fixed':
      return state === 'confirmed';
    case 'learned':
      return learning !== null;
    case 'cameBack':
      return state !== 'withdrawn';
    case 'waiting':
    case 'undecided':
      return state === 'open';
  }
}

/** In characters. */
export const longestOwnLine = 300;

/** All that a digest is drawn from. */
export interface Digest {
  readonly period: Period;
  /** IANA name. */
  readonly zone: string;
  readonly picked: Picked;
  /** What was taken back since it was picked is missing. */
  readonly told: ReadonlyMap<number, Told>;
  readonly lines: readonly OwnLine[];
}

/** About one screen of a phone, in characters. */
export const longestDigest = 1500;
