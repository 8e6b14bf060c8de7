import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';

import { heardAt } from '../../src/core/attended.ts';
import type { Command } from '../../src/core/command.ts';
import { evolve } from '../../src/core/evolve.ts';
import type { Issue } from '../../src/core/issue.ts';
import { metBy } from '../../src/core/issue.ts';
import {
  aMeToo,
  ana,
  anActor,
  anIssue,
  clear,
  kim,
  lea,
  sam,
  solution,
  thursday,
} from '../support/builders.ts';
import { live } from './life.ts';

const agreement = { success: 'An IBAN goes through', by: Temporal.PlainDate.from('2026-12-24') };
const agree: Command = { type: 'agree', agreement };
const solve: Command = { type: 'resolve', solution };
const says = (verdict: 'fixed' | 'not-fixed'): Command => ({ type: 'answer', verdict });

describe('an issue after what happened', () => {
  it('an edit replaces what was written, and all of it', () => {
    const before = anIssue({ state: 'saved', impact: 'blocks', affected: 'Everyone' });
    const gap = { text: 'Other words', impact: null, affected: null, isStuck: false, asksAbove: false };
    expect(live(before, [anActor(ana), { type: 'edit', gap, reading: clear }]).after).toEqual({
      ...before,
      text: gap.text,
      impact: null,
      affected: null,
      version: 2,
    });
  });

  it('posting leaves nothing of the pause', () => {
    const { after } = live(anIssue({ state: 'saved' }), { type: 'post' });
    const from = thursday.add({ minutes: 1 });
    const counted = { from, minutes: 240 };
    const by = from.add({ hours: 4 });
    const promise = { state: 'running', rung: null, by, counted, hasPassed: false } as const;
    expect(after).toEqual(anIssue({ state: 'open', version: 3, promise }));
  });

  it('letting go leaves nothing of the owner but that it was theirs', () => {
    const { after } = live(anIssue({ state: 'claimed', agreement, offeredTo: kim }), [
      anActor(sam),
      { type: 'let-go', ownerHasLeft: false },
    ]);
    const promise = {
      state: 'running',
      rung: null,
      by: thursday.add({ hours: 5 }),
      counted: { from: thursday.add({ hours: 1 }), minutes: 240 },
      hasPassed: false,
    } as const;
    expect(after).toEqual(anIssue({ state: 'open', version: 5, promise, formerOwners: [sam] }));
  });

  it('whoever takes it over keeps the agreement and begins a spell of their own', () => {
    const { after } = live(anIssue({ state: 'claimed', agreement, offeredTo: kim }), [
      anActor(kim),
      { type: 'accept' },
    ]);
    expect(after).toEqual(
      anIssue({
        state: 'claimed',
        owner: kim,
        agreement,
        version: 4,
        spell: 4,
        attended: heardAt(4),
        formerOwners: [sam],
      }),
    );
  });

  it('a no to an offer leaves it with its owner', () => {
    const before = anIssue({ state: 'claimed', offeredTo: kim });
    expect(live(before, [anActor(kim), { type: 'decline' }]).after).toEqual({
      ...before,
      offeredTo: null,
      version: 4,
      attended: heardAt(4),
    });
  });

  it('an offer ends when it is solved', () => {
    const { after } = live(anIssue({ state: 'claimed', offeredTo: kim }), [anActor(sam), solve]);
    expect(after).toMatchObject({ state: 'resolved', offeredTo: null, reporterIsSilent: false });
  });

  it('“Not fixed” reopens it with its owner, its agreement and a new spell, and counts the return', () => {
    const { after } = live(
      anIssue({ state: 'claimed' }),
      [anActor(sam), agree],
      [anActor(sam), solve],
      [anActor(ana), says('not-fixed')],
    );
    expect(after).toEqual(
      anIssue({
        state: 'claimed',
        agreement,
        version: 7,
        spell: 7,
        attended: heardAt(7),
        reopenings: 1,
        reporter: { person: ana, hasLeft: false, verdict: 'not-fixed' },
      }),
    );
  });

  it('a new solution is a new question: nobody has answered it yet', () => {
    const { after } = live(
      anIssue({ state: 'claimed', meToos: [aMeToo(lea)] }),
      [anActor(sam), solve],
      [anActor(lea), says('fixed')],
      [anActor(ana), says('not-fixed')],
      [anActor(sam), solve],
    );
    expect(after).toMatchObject({
      state: 'resolved',
      reporter: { verdict: null },
      meToos: [aMeToo(lea)],
      reopenings: 1,
    });
  });

  it('a confirmed fix goes on too when two others say so', () => {
    const before = anIssue({ state: 'confirmed', meToos: [aMeToo(lea), aMeToo(kim)] });
    const { after } = live(before, [anActor(lea), says('not-fixed')], [anActor(kim), says('not-fixed')]);
    expect(after).toMatchObject({ state: 'claimed', owner: sam, reopenings: 1 });
  });

  it('what is only said changes nothing but the history, and that its owner was heard', () => {
    const before = anIssue({ state: 'claimed' });
    const { after } = live(before, [anActor(sam), { type: 'update', text: 'Soon' }]);
    expect(after).toEqual({ ...before, version: 4, attended: heardAt(4) });
  });

  it('events that do not fit the state change nothing but the history', () => {
    const before: Issue = anIssue({ state: 'open' });
    const strange = [
      { type: 'confirmed' },
      { type: 'reopened' },
      { type: 'agreed', agreement },
      { type: 'fell-silent' },
    ] as const;
    expect(strange.reduce<Issue>(evolve, before)).toEqual({ ...before, version: before.version + 4 });
  });
});

it('met by the reporter and each me too', () => {
  expect(metBy(anIssue({ state: 'open' }))).toBe(1);
  expect(metBy(anIssue({ state: 'open', meToos: [aMeToo(lea), aMeToo(kim)] }))).toBe(3);
});
