import type { PersonId } from './issue.ts';

/**
 * What Flagpost may write to somebody unasked, each with the subject it has.
 *
 * - `is-it-fixed` the question "Is it fixed for you?" once more · subject `42/1`, the number of the solution
 */
export const nudgeKinds = ['is-it-fixed'] as const;

export type NudgeKind = (typeof nudgeKinds)[number];

/** Once for the same person, kind and subject, however often it is wanted. */
export interface WantedNudge {
  readonly person: PersonId;
  readonly kind: NudgeKind;
  readonly subject: string;
  /** Only they can answer it. */
  readonly isQuestion: boolean;
  /** So many days of theirs from now. */
  readonly afterWorkingDays: number;
}
