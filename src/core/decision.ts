import type { Issue, IssueEvent, PersonId } from './issue.ts';

export type Refusal =
  | { readonly reason: 'gone' }
  | { readonly reason: 'not-posted-yet' }
  | { readonly reason: 'posted-already'; readonly mayWithdraw: boolean }
  | { readonly reason: 'not-the-reporter' }
  | { readonly reason: 'not-the-owner'; readonly owner: PersonId | null }
  | { readonly reason: 'not-a-member' }
  | { readonly reason: 'membership-unknown' }
  | { readonly reason: 'claimed-by'; readonly owner: PersonId }
  | { readonly reason: 'solved-by'; readonly owner: PersonId }
  | { readonly reason: 'withdrawn' }
  | { readonly reason: 'own-flag' }
  | { readonly reason: 'settled' }
  | { readonly reason: 'owner-is-here'; readonly owner: PersonId }
  | { readonly reason: 'offer-to-self' }
  | { readonly reason: 'cannot-own'; readonly person: PersonId }
  | { readonly reason: 'candidate-unknown'; readonly person: PersonId }
  | { readonly reason: 'not-offered' }
  | { readonly reason: 'not-solved' }
  | { readonly reason: 'not-asked' }
  | { readonly reason: 'newer-solution' }
  | { readonly reason: 'answer-first' }
  | { readonly reason: 'owner-does-not-decide' };

export type Decision =
  | { readonly ok: true; readonly events: readonly IssueEvent[] }
  | { readonly ok: false; readonly refusal: Refusal };

export const nothing: Decision = { ok: true, events: [] };

export function yes(...events: IssueEvent[]): Decision {
  return { ok: true, events };
}

export function no(refusal: Refusal): Extract<Decision, { ok: false }> {
  return { ok: false, refusal };
}

/** Nobody but its reporter can do anything with an issue that is not posted yet, or was taken back. */
export function notThere({ state }: Issue): Refusal | null {
  if (state === 'saved') return { reason: 'not-posted-yet' };
  return state === 'withdrawn' ? { reason: 'withdrawn' } : null;
}
