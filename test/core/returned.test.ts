import { describe, expect, it } from 'vitest';

import type { Command } from '../../src/core/command.ts';
import { decide } from '../../src/core/decide.ts';
import { ana, anActor, anIssue, thursday } from '../support/builders.ts';
import { does, live, silence } from './life.ts';
import type { Change } from './life.ts';

const link = (fix = 17, isFixed = true): Command => ({ type: 'link-to-fix', fix, isFixed });
const returned = ({ followUps }: Change): readonly number[] => followUps.returned;

describe('a cause that came back', () => {
  it('counts on the card of the fix, and on those of its returns, from when it is posted until it is withdrawn', () => {
    const linked = live(anIssue({ state: 'saved' }), does(ana, link()));
    expect(linked.after.returnOf).toBe(17);
    expect(linked.followUps).toEqual(silence);
    const posted = live(linked.after, { type: 'post' });
    expect(returned(posted)).toEqual([17]);
    expect(returned(live(posted.after, does(ana, { type: 'withdraw', duplicates: [] })))).toEqual([17]);
    expect(returned(live(posted.after, does(ana, { type: 'claim' })))).toEqual([]);
    expect(returned(live(anIssue({ state: 'saved' }), { type: 'post' }))).toEqual([]);
  });

  it('counts it once where it is the same as another that came back', () => {
    const of = { asked: 18, issue: anIssue({ state: 'open', number: 18, returnOf: 17 }) };
    const open = anIssue({ state: 'open', returnOf: 17 });
    const marked = live(open, does(ana, { type: 'duplicate', of }));
    expect(returned(marked)).toEqual([42, 17]);
    const other = anIssue({ state: 'open', number: 18 });
    const ownedBefore = null;
    const apart = { type: 'not-duplicate', of: 18, other: { asked: 18, issue: other }, ownedBefore } as const;
    expect(returned(live(marked.after, does(ana, apart)))).toEqual([42, 17]);
  });

  it('counts anew what others said of it, though it says nothing itself', () => {
    const of = { asked: 18, issue: anIssue({ state: 'open', number: 18 }) };
    const marked = live(anIssue({ state: 'open', duplicates: [9] }), does(ana, { type: 'duplicate', of }));
    expect(returned(marked)).toEqual([42]);
  });

  it('linked to another fix, it counts on neither as before', () => {
    const open = anIssue({ state: 'open', returnOf: 17 });
    expect(returned(live(open, does(ana, link(18))))).toEqual([17, 18]);
    expect(live(open, does(ana, link(17))).events).toEqual([]);
  });

  it('comes from a fix that holds as far as anybody knows, and never from itself', () => {
    const refused = (command: Command) =>
      decide(anIssue({ state: 'saved' }), anActor(ana), command, thursday);
    expect(refused(link(17, false))).toEqual({ ok: false, refusal: { reason: 'not-fixed', fix: 17 } });
    expect(refused(link(42))).toEqual({ ok: false, refusal: { reason: 'not-fixed', fix: 42 } });
  });
});
