import { describe, expect, it } from 'vitest';

import type { AskEvent, SoFar } from '../../src/core/ask.ts';
import type { FirstAnswerEvent } from '../../src/core/first-answer.ts';
import { drawFirstAnswer } from '../../src/features/first-answer/message.ts';
import { refusalLine } from '../../src/features/refusals.ts';
import { drawAsk } from '../../src/features/support/message.ts';
import { hal, slackIds, thursday } from '../support/builders.ts';
import { asked, asking, passed, sent } from './asking.ts';
import { fullIssues, happened, sceneOf, usualWords } from './drawings.ts';

type Asked = Extract<AskEvent, { type: 'asked' | 'ask-passed' }>;

/** What somebody on that rung reads who is asked for support after all that; the rung is where `event` has asked them. */
function readsOfAsk(rung: number, event: Asked, ...soFar: readonly SoFar[]): string {
  const standing = { ...sent, isTop: true };
  const issue = asking(usualWords, { since: 7, turn: 9, rung, to: [hal], soFar, standing });
  const scene = sceneOf({ issue, reader: hal, happening: happened(event, null, 'flagpost', 9) });
  return JSON.stringify(drawAsk(scene));
}

const on = (rung: number) => ({ rung, to: [hal], isTop: true, lapsesAt: thursday });
const went = (rung: number, why: SoFar['why'], text: string | null = null, seq = 9): SoFar => ({
  rung,
  why,
  text,
  seq,
});
const atOnce = (rung: number): Asked => ({ ...asked, ...on(rung) });
const after = (rung: number): Asked => ({ ...passed, on: on(rung) });

describe('whose flag it is cannot be read off the rung that was left out', () => {
  it('of an ask: those who come next read the same, whether those below were silent, away, or left out', () => {
    const leftOut = readsOfAsk(1, atOnce(1));
    expect(readsOfAsk(1, after(1), went(0, 'no-answer'))).toBe(leftOut);
    expect(readsOfAsk(1, after(1), went(0, 'not-there'))).toBe(leftOut);
    expect(leftOut).toContain('There is no answer to it so far, and you are the next above whom I can ask.');
  });

  it.each([
    ['silence', went(0, 'no-answer')],
    ['what a lead said', went(0, 'passed-on', 'I have no money')],
    ['what a lead passed on without a word', went(0, 'passed-on')],
    ['a promise', went(0, 'promise')],
    ['somebody who has left', went(0, 'left')],
  ])(
    'of an ask: the sponsor reads the same after %s, whether the rung between was silent or left out',
    (_, first) => {
      const leftOut = readsOfAsk(2, after(2), first);
      expect(readsOfAsk(2, after(2), first, went(1, 'no-answer'))).toBe(leftOut);
      expect(readsOfAsk(2, after(2), first, went(1, 'not-there'))).toBe(leftOut);
    },
  );

  it('what two rungs have in common is said once, and what they said in full', () => {
    const silent = readsOfAsk(2, after(2), went(0, 'no-answer'), went(1, 'no-answer'));
    expect(silent.match(/no answer/g)).toHaveLength(1);
    const kept = readsOfAsk(2, after(2), went(0, 'promise'), went(1, 'promise'));
    expect(kept.match(/Somebody had promised it/g)).toHaveLength(1);
    const said = readsOfAsk(2, after(2), went(0, 'passed-on', 'No money'), went(1, 'passed-on', 'No time'));
    expect(said).toMatch(/No money.*No time/);
  });

  it('those below do not read what became of it above them', () => {
    const before = readsOfAsk(0, atOnce(0));
    expect(readsOfAsk(0, atOnce(0), went(0, 'no-answer', null, 10), went(1, 'promise', null, 12))).toBe(
      before,
    );
    expect(before).not.toContain('the next above');
  });

  it('of a first answer: each rung reads the same, whoever was asked before, and nobody that nobody is above', () => {
    const reads = (rung: number, isTop: boolean, at: number): string => {
      const promise = { state: 'running', rung, by: thursday.add({ hours: 4 }), hasPassed: true } as const;
      const event: FirstAnswerEvent = { type: 'promise-passed', promise, to: [hal], isTop };
      const issue = {
        ...fullIssues(usualWords).open,
        promise,
        asked: { of: [hal], since: 3, turn: 3, isTop },
      };
      return JSON.stringify(
        drawFirstAnswer(sceneOf({ issue, reader: hal, happening: happened(event, null, 'flagpost', at) })),
      );
    };
    expect(reads(1, true, 4)).toBe(reads(1, true, 3));
    expect(reads(1, true, 4)).toContain('There is nobody after you whom I could ask.');
    expect(`${reads(1, true, 4)} ${reads(1, false, 4)}`).not.toMatch(/nobody above|one rung/);
    expect(refusalLine({ refusal: { reason: 'nobody-above' }, slackIds }, 42)).toContain(
      'There is nobody after you whom I could ask about #42.',
    );
  });
});
