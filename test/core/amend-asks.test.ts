import { describe, expect, it } from 'vitest';

import type { Command } from '../../src/core/command.ts';
import type { PersonId } from '../../src/core/issue.ts';
import { isSaid } from '../../src/core/said.ts';
import type { SaidEvent } from '../../src/core/said.ts';
import { anActor, hal, kim, ned, sam, thursday } from '../support/builders.ts';
import { ask, asked, lead, outcome, passUp, promise } from './an-ask.ts';
import { live } from './life.ts';

describe('what was said of an ask can be put otherwise by whoever said it', () => {
  const words = { text: 'The form', learning: null };
  const amend = (event: SaidEvent, by: PersonId, seq: number): Command => ({
    type: 'amend',
    said: { seq, event, by, isNewest: true },
    words,
  });
  const event: SaidEvent = {
    type: 'asked',
    tried: 'The bank forgot',
    needs: ['decision'],
    by: null,
    rung: 0,
    to: [kim, ned],
    isTop: false,
    lapsesAt: thursday,
  };

  it('what was tried, as long as it is asked', () => {
    const issue = asked();
    const own = amend(event, sam, issue.ask.since);
    expect(live(issue, [anActor(sam), own]).after).toMatchObject({ ask: { tried: 'The form' } });
    expect(outcome(issue, lead(kim), own)).toBe('no: not-the-writer');
    const again = asked([anActor(sam), { type: 'call-back' }], ask());
    const before = again.ask.since - 2;
    expect(live(again, [anActor(sam), amend(event, sam, before)]).after).toMatchObject({
      ask: { tried: 'The bank' },
    });
  });

  it('what could be offered so far, wherever it stands by now', () => {
    const issue = asked([lead(kim), passUp]);
    const [{ seq } = { seq: 0 }] = issue.ask.soFar;
    const on = { rung: 1, to: [hal], isTop: true, lapsesAt: thursday };
    const passed: SaidEvent = { type: 'ask-passed', why: 'passed-on', by: kim, text: 'Half of it', on };
    const own = amend(passed, kim, seq);
    const soFar = [{ seq, text: 'The form' }];
    expect(live(issue, [lead(kim), own]).after).toMatchObject({ ask: { soFar } });
    expect(live(issue, [lead(hal), promise], [lead(kim), own]).after).toMatchObject({ ask: { soFar } });
    expect(outcome(issue, lead(hal), own)).toBe('no: not-the-writer');
    const again = asked([lead(kim), passUp], [anActor(sam), { type: 'call-back' }], ask(), [
      lead(kim),
      passUp,
    ]);
    expect(live(again, [lead(kim), own]).after).toMatchObject({ ask: { soFar: [{ text: 'Half of it' }] } });
  });

  it('not what time passed on: nobody said anything', () => {
    expect(isSaid({ type: 'ask-passed', why: 'no-answer', by: null, text: null, on: null })).toBe(false);
  });

  it('what keeps the damage small', () => {
    const issue = asked(
      [lead(kim), { type: 'contain' }],
      [lead(kim), { type: 'contained', line: 'By hand' }],
    );
    const line = amend({ type: 'contained', by: kim, line: 'By hand' }, kim, issue.version);
    const { after } = live(issue, [lead(kim), line]);
    expect(after).toMatchObject({ containment: { state: 'done', line: 'The form' } });
  });
});
