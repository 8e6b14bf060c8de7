import { roundOf } from './issue.ts';
import type { Issue, PersonId } from './issue.ts';

export const messageKinds = [
  'card',
  'reply',
  'controls',
  'news',
  'question',
  'inquiry',
  'help',
  'held',
  'learning',
  'write-up',
  'thanks',
  'reached',
  'nudge',
  'bundle',
  'digest',
  'share',
] as const;

/** Public, and must not be said twice: where nobody knows whether it was posted, people are asked. */
export const neverRepeated: readonly string[] = ['learning', 'write-up', 'digest', 'share'];

/**
 * The place in Slack of one thing the bot says. Together with the workspace it names one message for ever:
 * whoever asks for it again gets it redrawn, never posted twice.
 *
 * - `card` the issue in its channel · subject `42`
 * - `reply` one line in the card's thread · subject `42/7`, the event it tells of
 * - `controls` the owner's direct message · subject `42/7`, the event that began this spell of ownership
 * - `news` something that happened, told to one person · subject `42/7`
 * - `question` "Is it fixed for you?" · subject `42/1`, the number of the solution
 * - `inquiry` what the owner, or a lead while nobody owns it, asks of the reporter · subject `42/7`
 * - `help` the helper's direct message about whoever is stuck · subject `42/7`, the promise
 * - `held` what is to become of a held flag, asked of its reporter · subject `42`; nobody is named: they are sealed
 * - `learning` the one line others can use, in the learning channel · subject `42/1`, the number of the solution
 * - `write-up` the account of it, in the learning channel · subject `42`
 * - `thanks` a line from somebody whose issue was solved, to those who solved it · subject `42/7`, the line
 * - `nudge` what somebody is told unasked · subject `is-it-fixed/42/1`, the kind of nudge and its own subject
 * - `bundle` several of those in one message · subject as that of the first of them
 * - `reached` "Did it reach the channel?" · subject `42/` and the id of the message it asks about; what stands before is that message's own
 * - `digest` the weekly digest, in the learning channel · subject the end of its period, in milliseconds
 * - `share` what a lead shows of their own mirror, in the learning channel · subject `0/` and its id; no issue has number 0
 */
export interface Address {
  readonly kind: (typeof messageKinds)[number];
  readonly subject: string;
  /** Who it is said to; `null` for the channel, and for a reporter who is sealed. */
  readonly person: PersonId | null;
}

/** What is about a solution: `42/1` about the first, `42/2` about the one after a reopening. */
export function solutionSubject(issue: Issue): string {
  return `${issue.number}/${roundOf(issue)}`;
}

/** The number of the issue with which a subject begins, `42` of `42/7`. */
export function numberIn(subject: string): number {
  return Number(subject.split('/')[0]);
}

/** The event that a subject names second, `7` of `42/7`. */
export function eventIn(subject: string): number {
  return Number(subject.split('/')[1]);
}
