import { describe, expect, it } from 'vitest';

import type { MeTooFacts } from '../../src/core/command.ts';
import { leftAlone, ownedBefore, unmergedFrom } from '../../src/core/decide-not-duplicate.ts';
import { decide } from '../../src/core/decide.ts';
import { evolve } from '../../src/core/evolve.ts';
import { followUps } from '../../src/core/follow-ups.ts';
import type { Issue, IssueEvent, PersonId } from '../../src/core/issue.ts';
import type { OwnedBefore } from '../../src/core/same.ts';
import { aMeToo, ana, anActor, anIssue, kim, lea, max, ned, sam, thursday } from '../support/builders.ts';
import { does, live, told } from './life.ts';
import type { Change } from './life.ts';

const duplicate = anIssue({ state: 'duplicate', meToos: [aMeToo(lea)] });
const other = anIssue({ state: 'open', number: 17 });
const inquiry = { seq: 4, text: 'Which bank?', isAnswered: false };
const agreement = { success: 'An IBAN goes through', by: null };
const before: OwnedBefore = { owner: sam, agreement, inquiry };
const lead = anActor(kim, { isLead: true });

interface Wish {
  readonly of?: number | null;
  readonly found?: Issue | null;
  readonly asked?: number;
  readonly before?: OwnedBefore | null;
}

function apart(actor = lead, { of = 17, found = other, asked = 17, before: it = null }: Wish = {}) {
  const command = { type: 'not-duplicate', of, other: { asked, issue: found }, ownedBefore: it } as const;
  const decision = decide(duplicate, actor, command, thursday);
  return decision.ok ? decision.events : decision.refusal;
}

const free = { type: 'separated', from: 17, by: kim, owner: null, agreement: null, inquiry: null };

describe('whoever might mark it may say that it is not the same', () => {
  it('its reporter, who is not named, while nobody had it', () => {
    expect(apart(anActor(ana))).toEqual([{ ...free, by: null }]);
    expect(apart(anActor(ana), { before })).toEqual({ reason: 'cannot-separate', of: 17, isReporter: true });
  });

  it('whoever had it, and a lead; it goes on with all that they had', () => {
    expect(apart(anActor(sam), { before })).toEqual([{ ...free, by: sam, ...before }]);
    const [event] = [{ ...free, by: kim, ...before } as IssueEvent];
    expect(apart(lead, { before })).toEqual([event]);
    expect(evolve(duplicate, event)).toMatchObject({
      ...before,
      state: 'claimed',
      spell: 4,
      offeredTo: null,
    });
  });

  it('nobody else', () => {
    expect(apart(anActor(max))).toEqual({ reason: 'cannot-separate', of: 17, isReporter: false });
  });
});

describe('what stands there by now', () => {
  it('is gone for good, or has ended: it goes on all the same', () => {
    const all: (Issue | null)[] = [
      null,
      ...(['withdrawn', 'declined', 'confirmed'] as const).map((state) => anIssue({ state, number: 17 })),
    ];
    for (const found of all) expect(apart(lead, { found })).toEqual([free]);
  });

  it('goes on as another: that comes apart first', () => {
    const found = anIssue({ state: 'duplicate', number: 17, of: 5 });
    expect(apart(lead, { found })).toEqual({ reason: 'went-along', other: 17, of: 5 });
  });

  it('is another than where they pressed, or than was looked at', () => {
    expect(apart(lead, { of: 9 })).toEqual({ reason: 'duplicate', of: 17 });
    expect(apart(lead, { asked: 9 })).toEqual({ reason: 'duplicate', of: 17 });
    expect(apart(lead, { of: null })).toEqual([free]);
  });
});

describe('what its owner had', () => {
  const marked: IssueEvent = { type: 'duplicated', of: 17, by: kim };
  const claimed: readonly IssueEvent[] = [
    { type: 'flagged' },
    { type: 'posted' },
    { type: 'claimed', owner: max },
    { type: 'agreed', agreement },
    { type: 'inquired', text: 'Which bank?' },
    { type: 'offered', to: sam },
    { type: 'handed-over', from: max, to: sam },
  ];

  it('is read from what had happened when it was marked', () => {
    const seq5 = { ...inquiry, seq: 5 };
    expect(ownedBefore(duplicate, [...claimed, marked])).toEqual({ owner: sam, agreement, inquiry: seq5 });
  });

  it('is nothing where it had been let go, or nobody ever had it', () => {
    const letGo: IssueEvent = { type: 'let-go', from: sam, hasLeft: false };
    expect(ownedBefore(duplicate, [...claimed, letGo, marked])).toBeNull();
    expect(ownedBefore(duplicate, [{ type: 'flagged' }, { type: 'posted' }, marked])).toBeNull();
  });
});

describe('what it was the same as is withdrawn', () => {
  const withdrawn = (before: OwnedBefore | null): Change => {
    const event = leftAlone(duplicate, before);
    const after = evolve(duplicate, event);
    return { before: duplicate, after, events: [event], followUps: followUps(duplicate, after, [event]) };
  };

  it('it goes on by itself, and all its people hear, its reporter among them', () => {
    const change = withdrawn(null);
    expect(change.after).toMatchObject({ state: 'open', meToos: [aMeToo(lea)] });
    expect(told(change)).toEqual(['card 42', 'reply 42/4', 'news 42/4 to ana', 'news 42/4 to lea']);
  });

  it('with whoever had it', () => {
    const change = withdrawn({ ...before, inquiry: null });
    expect(change.after).toMatchObject({ state: 'claimed', owner: sam, agreement });
    expect(told(change)).toContain('controls 42/4 to sam');
  });
});

describe('whom the merger brought leaves', () => {
  const merged = (from: number, ...people: PersonId[]): IssueEvent => ({ type: 'merged', from, people });
  const leavers = (events: readonly IssueEvent[], duplicates: readonly Issue[] = []) => {
    const there = anIssue({
      state: 'open',
      number: 17,
      reporter: { person: kim, hasLeft: false, verdict: null },
      meToos: [ana, lea, max].map((it) => aMeToo(it)),
      duplicates: [9, 42],
    });
    const [event, ...more] = unmergedFrom(there, duplicate, { events, duplicates });
    expect(more).toEqual([]);
    return event;
  };

  it('and not those who said me too there themselves', () => {
    const joined: IssueEvent = { type: 'joined', person: lea };
    expect(leavers([joined, merged(42, ana)])).toEqual({ type: 'unmerged', from: 42, people: [ana] });
  });

  it('nor those whom another duplicate brings as well, whichever came first', () => {
    const ninth = anIssue({ state: 'duplicate', number: 9, meToos: [aMeToo(lea)], reporter: other.reporter });
    const byNed = { ...ninth, reporter: { ...ninth.reporter, person: ned } };
    expect(leavers([merged(9, ned, lea), merged(42, ana)], [byNed])).toMatchObject({ people: [ana] });
    expect(leavers([merged(9, ned, lea), merged(42, ana)], [])).toMatchObject({ people: [ana, lea] });
  });

  it('nor those who say so there themselves afterwards; that is remembered once', () => {
    const there = anIssue({ state: 'open', number: 17, meToos: [aMeToo(lea)], duplicates: [42] });
    const said: IssueEvent = { type: 'joined', person: lea, wasBrought: true };
    const pressed = (facts: MeTooFacts) =>
      decide(there, anActor(lea), { type: 'me-too', ...facts }, thursday);
    expect(pressed({ isBrought: true })).toEqual({ ok: true, events: [said] });
    expect(pressed({})).toEqual({ ok: true, events: [] });
    expect(evolve(there, said).meToos).toEqual([aMeToo(lea)]);
    expect(leavers([merged(42, ana, lea), said])).toMatchObject({ people: [ana] });
  });

  it('nor those who came back of their own accord', () => {
    const gone: IssueEvent = { type: 'unmerged', from: 42, people: [ana, lea] };
    const joined: IssueEvent = { type: 'joined', person: ana };
    const events = [merged(42, ana, lea), gone, joined, merged(42, lea)];
    expect(leavers(events)).toMatchObject({ people: [lea] });
  });

  it('it counts one less there, and one duplicate less', () => {
    const there = { ...other, meToos: [aMeToo(ana), aMeToo(max)], duplicates: [9, 42] };
    const after = evolve(there, { type: 'unmerged', from: 42, people: [ana] });
    expect(after).toMatchObject({ meToos: [aMeToo(max)], duplicates: [9] });
  });

  it('where nobody is left who could say otherwise, the answers given suffice', () => {
    const asked = anIssue({
      state: 'resolved',
      number: 17,
      reporter: { person: kim, hasLeft: false, verdict: null },
      reporterIsSilent: true,
      meToos: [aMeToo(max, 'fixed'), aMeToo(ana)],
    });
    const events = unmergedFrom(asked, duplicate, { events: [merged(42, ana)], duplicates: [] });
    expect(events.map(({ type }) => type)).toEqual(['unmerged', 'confirmed']);
  });
});

describe('of what is not the same after all', () => {
  const command = { type: 'not-duplicate', of: 17, other: { asked: 17, issue: other } } as const;

  it('its people hear, save whoever said so', () => {
    const change = live(duplicate, does(ana, { ...command, ownedBefore: null }));
    expect(told(change)).toEqual(['card 42', 'reply 42/4', 'news 42/4 to lea']);
  });

  it('its owner gets the buttons back, and the open question is open again', () => {
    const change = live(duplicate, [lead, { ...command, ownedBefore: before }]);
    expect(told(change)).toEqual([
      'card 42',
      'controls 42/4 to sam',
      'inquiry 42/4 to ana',
      'reply 42/4',
      'news 42/4 to ana',
      'news 42/4 to lea',
    ]);
  });
});
