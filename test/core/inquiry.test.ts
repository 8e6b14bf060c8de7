import { describe, expect, it } from 'vitest';

import type { Command } from '../../src/core/command.ts';
import { decide } from '../../src/core/decide.ts';
import type { Issue, PersonId } from '../../src/core/issue.ts';
import { ana, anActor, anIssue, kim, sam, thursday } from '../support/builders.ts';
import { does, live, says, solve, told } from './life.ts';
import type { Step } from './life.ts';

const ask: Step = does(sam, { type: 'inquire', text: 'Which bank?' });
const open = { seq: 4, text: 'Which bank?', isAnswered: false };
const claimed = anIssue({ state: 'claimed' });
const asked = anIssue({ state: 'claimed', version: 4, inquiry: open });
const reply = (inquiry = 4): Command => ({ type: 'inform', inquiry, text: 'A savings bank' });

function reason(issue: Issue, person: PersonId, command: Command): string {
  const decision = decide(issue, anActor(person), command, thursday);
  return decision.ok ? 'yes' : decision.refusal.reason;
}

describe('a question to the reporter', () => {
  it('is told to them, and to nobody else', () => {
    const change = live(claimed, ask);
    expect(change.after).toMatchObject({ inquiry: open });
    expect(told(change)).toEqual(['card 42', 'controls 42/3 to sam', 'inquiry 42/4 to ana']);
  });

  it('takes the place of the one before, which is redrawn', () => {
    const change = live(asked, does(sam, { type: 'inquire', text: 'Which branch?' }));
    expect(change.after).toMatchObject({ inquiry: { seq: 5, text: 'Which branch?', isAnswered: false } });
    expect(told(change)).toEqual(expect.arrayContaining(['inquiry 42/4 to ana', 'inquiry 42/5 to ana']));
  });

  it('can be put to nobody who has left, is not known, or is the owner', () => {
    const inquire: Command = { type: 'inquire', text: 'Which bank?' };
    const by = (reporter: Issue['reporter']) => reason(anIssue({ state: 'claimed', reporter }), sam, inquire);
    expect(by({ person: ana, hasLeft: true, verdict: null })).toBe('reporter-unreachable');
    expect(by({ person: null, hasLeft: false, verdict: null })).toBe('reporter-unreachable');
    expect(by({ person: sam, hasLeft: false, verdict: null })).toBe('own-question');
    expect(by({ person: ana, hasLeft: false, verdict: null })).toBe('yes');
  });
});

describe('its answer', () => {
  it('is told to the owner, and to nobody else; what is added, too', () => {
    const once = live(asked, does(ana, reply()));
    expect(once.after).toMatchObject({ inquiry: { ...open, isAnswered: true } });
    const wanted = ['card 42', 'controls 42/3 to sam', 'inquiry 42/4 to ana'];
    expect(told(once)).toEqual([...wanted, 'news 42/5 to sam']);
    expect(told(live(asked, does(ana, reply()), does(ana, reply())))).toEqual([
      ...wanted,
      'news 42/6 to sam',
    ]);
  });

  it('goes to whoever owns it by then', () => {
    const accept = does(kim, { type: 'accept' });
    expect(told(live({ ...asked, offeredTo: kim }, accept, does(ana, reply())))).toContain(
      'news 42/6 to kim',
    );
  });

  it('is still wanted when it counts as solved, and when it goes on', () => {
    const solved = live(asked, solve).after;
    expect(reason(solved, ana, reply())).toBe('yes');
    expect(reason(live(solved, says(ana, 'not-fixed')).after, ana, reply())).toBe('yes');
  });

  it('is not wanted any more where a newer question stands, it was let go, or they took it on themselves', () => {
    expect(reason(asked, ana, reply(3))).toBe('newer-inquiry');
    const letGo = live(asked, does(sam, { type: 'let-go', ownerHasLeft: false })).after;
    expect(reason(letGo, ana, reply())).toBe('no-inquiry');
    const own = live({ ...asked, offeredTo: ana }, does(ana, { type: 'accept' })).after;
    expect(own).toMatchObject({ owner: ana, inquiry: null });
    expect(reason(own, ana, reply())).toBe('no-inquiry');
  });
});
