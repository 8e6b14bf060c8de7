import { Temporal } from 'temporal-polyfill';

import type { Ask, AskEvent, Containment, SoFar, Standing } from '../../src/core/ask.ts';
import { wordAt } from '../../src/core/asked.ts';
import type { ClaimedIssue } from '../../src/core/issue.ts';
import { hal, kim, ned, thursday } from '../support/builders.ts';
import { fullIssues } from './drawings.ts';
import type { Words } from './drawings.ts';

export const until = thursday.add({ hours: 4 });
export const lapsesAt = thursday.add({ hours: 48 });
export const on = Temporal.PlainDate.from('2026-12-10');

export const sent = { state: 'asked', isTop: false, until, lapsesAt } as const;
export const promised = { state: 'promised', by: kim, on, until: lapsesAt, since: 9 } as const;

/** Sam needs a decision and time: with the seventh event he asked Kim and Ned, who lead. */
export function asking(words: Words, more: Partial<Ask> = {}): ClaimedIssue & { readonly ask: Ask } {
  const ask: Ask = {
    tried: words.question,
    needs: ['decision', 'time'],
    by: on,
    since: 7,
    turn: 7,
    rung: 0,
    to: [kim, ned],
    soFar: [],
    taker: null,
    standing: sent,
    ...more,
  };
  return { ...fullIssues(words).claimed, version: 9, ask };
}

export function went(words: Words, why: SoFar['why'], text: string | null = null, isTop = true) {
  const standing: Standing = { state: 'asked', isTop, until, lapsesAt };
  return asking(words, { turn: 9, rung: 1, to: [hal], soFar: [{ seq: 9, rung: 0, why, text }], standing });
}

export const underWay: Containment = { state: 'under-way', by: kim, since: 8, asked: wordAt(8) };

export const underWayAndAsked: Containment = {
  state: 'under-way',
  by: kim,
  since: 8,
  asked: { ...wordAt(8), unanswered: 1 },
};

export const asked: Extract<AskEvent, { type: 'asked' }> = {
  type: 'asked',
  tried: '',
  needs: ['decision', 'time'],
  by: on,
  rung: 0,
  to: [kim, ned],
  isTop: false,
  lapsesAt,
};

export const passed: Extract<AskEvent, { type: 'ask-passed' }> = {
  type: 'ask-passed',
  why: 'no-answer',
  by: null,
  text: null,
  on: { rung: 1, to: [hal], isTop: true, lapsesAt },
};
