import type { Temporal } from 'temporal-polyfill';

import type { IssueEvent, SavedIssue } from './issue.ts';

/** A flag is kept back until its reporter has chosen what is to become of its wording. */
export interface Hold {
  /** When they are asked, once; `null`: they have been. */
  readonly askAt: Temporal.Instant | null;
}

/** How long a held flag waits before its reporter is asked. */
const askAfterHours = 24;

export function askAtFrom(now: Temporal.Instant): Temporal.Instant {
  return now.add({ hours: askAfterHours });
}

/**
 * What the lens noticed in a text: a mark for each phrase that wants an answer. The pause begins once none is left.
 * Marks are compared and nothing else; what they stand for is found again in the text.
 */
export interface Reading {
  readonly marks: readonly string[];
  readonly pauseSeconds: number;
}

/** `of`: the text that they had before them. */
export type HoldCommand =
  | { readonly type: 'use-wording'; readonly of: string; readonly text: string; readonly reading: Reading }
  | { readonly type: 'post-as-written'; readonly of: string; readonly reading: Reading }
  | { readonly type: 'dispute'; readonly of: string; readonly mark: string; readonly reading: Reading };

export type HoldEvent =
  | { readonly type: 'held-back'; readonly askAt: Temporal.Instant }
  | { readonly type: 'asked-to-choose' }
  | { readonly type: 'disputed'; readonly mark: string }
  | {
      readonly type: 'released';
      readonly by: 'edit' | 'wording' | 'as-written' | 'dispute';
      /** Marks that are not to hold it again. */
      readonly answered: readonly string[];
      readonly postAt: Temporal.Instant;
    };

const types: Readonly<Record<HoldEvent['type'], true>> = {
  'held-back': true,
  'asked-to-choose': true,
  disputed: true,
  released: true,
};

export function isOfHold(event: IssueEvent): event is HoldEvent {
  return event.type in types;
}

/** What is left to answer of what the lens noticed. */
export function unanswered({ answered }: SavedIssue, { marks }: Reading): readonly string[] {
  return marks.filter((mark) => !answered.includes(mark));
}

export function evolveHold(issue: SavedIssue, event: HoldEvent): SavedIssue {
  switch (event.type) {
    case 'held-back':
      return { ...issue, hold: { askAt: event.askAt } };
    case 'asked-to-choose':
      return { ...issue, hold: { askAt: null } };
    case 'disputed':
      return { ...issue, answered: [...issue.answered, event.mark] };
    case 'released': {
      const answered = [...new Set([...issue.answered, ...event.answered])];
      return { ...issue, hold: null, answered, postAt: event.postAt };
    }
  }
}

/** Whether somebody wants notes on their wording, and how many flags in a row they have posted as written. */
export interface NotePreference {
  readonly wantsNotes: boolean;
  readonly asWritten: number;
}

/** Whoever posts so many in a row as written is left alone with their flags. */
const enoughAsWritten = 2;

/** Of which of their words somebody wants to be told. */
export type NotesWanted = 'all' | 'not-of-flags' | 'none';

export function notesWanted({ wantsNotes, asWritten }: NotePreference): NotesWanted {
  if (!wantsNotes) return 'none';
  return asWritten < enoughAsWritten ? 'all' : 'not-of-flags';
}

export function preferenceAfter(preference: NotePreference, events: readonly IssueEvent[]): NotePreference {
  const released = events.find(({ type }) => type === 'released');
  if (released?.type !== 'released' || released.by === 'dispute') return preference;
  return { ...preference, asWritten: released.by === 'as-written' ? preference.asWritten + 1 : 0 };
}
