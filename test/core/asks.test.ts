import { describe, expect, it } from 'vitest';

import { askDueAt } from '../../src/core/ask-ends.ts';
import type { Actor } from '../../src/core/command.ts';
import type { AskCommand } from '../../src/core/decide-ask.ts';
import { takerFor } from '../../src/core/involved.ts';
import type { Issue } from '../../src/core/issue.ts';
import { ana, anActor, anIssue, cadence, gus, hal, kim, max, ned, sam } from '../support/builders.ts';
import { answer, ask, asked, lead, on, outcome, passUp, promise } from './an-ask.ts';
import { live, told } from './life.ts';
import type { Step } from './life.ts';

describe('who may answer an ask', () => {
  const cases: readonly (readonly [string, Actor, string])[] = [
    ['whoever leads', lead(ned), 'yes'],
    ['whoever stands above them', lead(hal), 'yes'],
    ['who was asked, and leads no more', anActor(kim), 'yes'],
    ['its owner, who leads', lead(sam), 'no: own-ask'],
    ['its reporter, who leads', lead(ana), 'no: own-ask'],
    ['somebody else', anActor(max), 'no: not-a-lead'],
    ['a guest', anActor(gus, { isMember: false }), 'no: not-a-lead'],
    ['somebody of whom Slack does not tell', anActor(max, { isMember: null }), 'no: admin-unknown'],
  ];
  const wanted: Readonly<Record<string, string>> = {
    'promise-support': 'ask-promised',
    'answer-ask': 'ask-closed',
    'support-done': 'ask-closed',
    'not-possible': 'ask-closed',
    contain: 'containing',
  };
  const commands: readonly AskCommand[] = [
    promise,
    answer,
    { type: 'support-done', text: 'The bank has it' },
    { type: 'not-possible', text: 'No budget' },
    { type: 'contain' },
  ];
  it.each(cases)('%s', (_, actor, result) => {
    for (const command of commands) {
      const want = result === 'yes' ? wanted[command.type] : result;
      expect(outcome(asked(), actor, command)).toBe(want);
    }
  });

  it('a guest who leads does not take it over', () => {
    const take: AskCommand = { type: 'offer-to-take' };
    expect(outcome(asked(), { ...lead(gus), isMember: false }, take)).toBe('no: not-a-member');
    expect(outcome(asked(), { ...lead(gus), isMember: null }, take)).toBe('no: membership-unknown');
    expect(outcome(asked(), lead(kim), take)).toBe('take-offered');
    const offered = asked([lead(kim), take]);
    expect(outcome(offered, lead(kim), take)).toBe('nothing');
    expect(outcome(offered, lead(ned), take)).toBe('no: taken-by');
    expect(outcome(offered, lead(kim), { type: 'let-take', canOwn: true })).toBe('no: not-the-owner');
    expect(outcome(offered, anActor(sam), { type: 'keep-it' })).toBe('take-declined');
    expect(outcome(offered, anActor(sam), { type: 'let-take', canOwn: true })).toBe(
      'handed-over + ask-closed',
    );
  });

  const offerTo = (offer: 'let-take' | 'keep-it', of: number): AskCommand =>
    offer === 'let-take' ? { type: offer, of, canOwn: true } : { type: offer, of };

  it('what the owner says to one offer is not said to the next', () => {
    const take: AskCommand = { type: 'offer-to-take' };
    const first = asked([lead(kim), take]);
    const of = first.version;
    const next = asked([lead(kim), take], [anActor(sam), { type: 'keep-it' }], [lead(ned), take]);
    for (const offer of ['let-take', 'keep-it'] as const) {
      expect(outcome(next, anActor(sam), offerTo(offer, of))).toBe('no: offer-over');
      expect(outcome(next, anActor(sam), offerTo(offer, next.version))).not.toMatch('no');
    }
  });

  it('what a lead says to one ask is not said to the next', () => {
    const [sams, again] = ask();
    const first = asked().ask.since;
    const next = asked([sams, { type: 'call-back' }], [sams, again]);
    const texts = (['answer-ask', 'support-done', 'not-possible'] as const).map((type) => ({
      type,
      text: 'No',
    }));
    const above = { type: 'pass-up', text: null, cadence } as const;
    const all = [...texts, promise, above, { type: 'offer-to-take' }] as const;
    for (const command of all) {
      expect(outcome(next, lead(kim), { ...command, of: first })).toBe('no: another-ask');
      expect(outcome(next, lead(kim), { ...command, of: next.ask.since })).not.toMatch('no:');
    }
  });

  it('whoever has left, or is no member any more, does not take it over', () => {
    const offered = asked([lead(kim), { type: 'offer-to-take' }]);
    const take = (canOwn: boolean | null): AskCommand => ({ type: 'let-take', canOwn });
    expect(outcome(offered, anActor(sam), take(false))).toBe('no: offer-over');
    expect(outcome(offered, anActor(sam), take(null))).toBe('no: candidate-unknown');
  });

  it('the offer of somebody who has left is at an end', () => {
    const offered = asked([lead(kim), { type: 'offer-to-take' }]);
    const taker = { by: kim, since: offered.version, hasLeft: true } as const;
    const left = { ...offered, ask: { ...offered.ask, taker } };
    expect(askDueAt(left)).toEqual(left.flaggedAt);
    const { after, events } = live(left, { type: 'ask-passes', cadence });
    expect(events).toEqual([{ type: 'take-ended', by: kim }]);
    expect(after).toMatchObject({ ask: { taker: null } });
  });
});

describe('never two at once', () => {
  it('of asks', () => {
    const [, again] = ask();
    expect(outcome(asked(), anActor(sam), again)).toBe('no: asked-already');
  });

  it('of those who see to it', () => {
    const issue = asked([lead(kim), promise]);
    expect(outcome(issue, lead(ned), promise)).toBe('no: promised-by');
    expect(outcome(issue, lead(ned), answer)).toBe('no: promised-by');
    expect(outcome(issue, lead(kim), promise)).toBe('nothing');
    expect(outcome(issue, lead(kim), { ...promise, on: on.add({ days: 1 }) })).toBe('ask-promised');
  });

  it('of rungs: two who pass it on at once pass it on once', () => {
    const issue = asked([lead(kim), passUp]);
    expect(issue.ask.to).toEqual([hal]);
    expect(outcome(issue, lead(ned), passUp)).toBe('nothing');
    expect(outcome(issue, lead(hal), passUp)).toBe('no: nobody-above');
  });

  it('of those who contain the damage', () => {
    const issue = asked([lead(kim), { type: 'contain' }]);
    expect(outcome(issue, lead(ned), { type: 'contain' })).toBe('no: contained-by');
    expect(outcome(issue, lead(kim), { type: 'contain' })).toBe('nothing');
    expect(outcome(issue, lead(ned), { type: 'contained', line: 'By hand' })).toBe('no: not-containing');
    expect(outcome(issue, lead(kim), { type: 'cannot-contain' })).toBe('containment-ended');
  });
});

describe('a lead who takes the issue over', () => {
  const take: AskCommand = { type: 'offer-to-take' };
  const own = anActor(sam);
  const offer: Step = [own, { type: 'offer', to: { person: kim, canOwn: true } }];

  it('is offered to its owner, who may ask somebody else meanwhile: it waits for their answer', () => {
    const offered = live(asked(), [lead(kim), take]);
    const subject = `42/${offered.after.version}`;
    expect(offered.followUps.nudges).toEqual([
      { person: sam, kind: 'take-over', subject, isQuestion: true, when: 'now' },
    ]);
    const since = offered.after.version;
    const elsewhere = live(offered.after, [own, { type: 'offer', to: { person: max, canOwn: true } }]).after;
    expect(takerFor(elsewhere, sam, since)).toMatchObject({ by: kim });
    expect([takerFor(elsewhere, max, since), takerFor(elsewhere, sam, since + 1)]).toEqual([null, null]);
    const kept = live(elsewhere, [own, { type: 'keep-it' }]).after;
    expect(takerFor(kept, sam, since)).toBeNull();
  });

  it.each<[string, readonly Step[]]>([
    [
      'by an offer of theirs',
      [
        [lead(kim), take],
        [own, { type: 'let-take', canOwn: true }],
      ],
    ],
    ['by an offer of its owner', [offer, [lead(kim), { type: 'accept' }]]],
    [
      'who had promised support',
      [
        [lead(kim), promise],
        [lead(kim), take],
        [own, { type: 'let-take', canOwn: true }],
      ],
    ],
  ])('%s, ends what was asked of them, and both hear so', (_, steps) => {
    const change = live(asked(), ...steps);
    const { events, after } = change;
    expect(events).toEqual([
      { type: 'handed-over', from: sam, to: kim },
      { type: 'ask-closed', how: 'taken-over', owner: sam, lead: kim, text: '' },
    ]);
    expect(after).toMatchObject({ state: 'claimed', owner: kim, ask: null, spell: after.version - 1 });
    const all = told(change).filter((it) => it.includes(`42/${after.version}`));
    expect(all).toEqual([`news 42/${after.version} to sam`, `news 42/${after.version} to kim`]);
  });

  it('of whom it was not asked by then leaves it to those of whom it was', () => {
    const { events, after } = live(
      asked([lead(kim), passUp]),
      [lead(kim), take],
      [own, { type: 'let-take', canOwn: true }],
    );
    expect(events.map(({ type }) => type)).toEqual(['handed-over']);
    expect(after).toMatchObject({ owner: kim, ask: { to: [hal] } });
  });

  it('does not end what nobody asked', () => {
    const { events } = live(anIssue({ state: 'claimed' }), offer, [lead(kim), { type: 'accept' }]);
    expect(events.map(({ type }) => type)).toEqual(['handed-over']);
  });
});

describe('what would have let them settle it', () => {
  const closed = {
    seq: 9,
    event: { type: 'ask-closed', how: 'answered', owner: sam, lead: kim, text: '' },
  } as const;
  const tell = (done: readonly ('owner' | 'lead')[]): AskCommand => ({
    type: 'tell-lesson',
    closed: { ...closed, told: done },
    lesson: 'tool',
  });

  it.each([
    ['its owner', sam, [], 'lesson-told'],
    ['who closed it', kim, ['owner'], 'lesson-told'],
    ['its owner, again', sam, ['owner'], 'nothing'],
    ['somebody else', ned, [], 'no: not-your-lesson'],
  ] as const)('is asked of %s', (_, person, done, want) => {
    expect(outcome(anIssue({ state: 'resolved' }), anActor(person), tell(done))).toBe(want);
  });
});

describe('what was told of who has it', () => {
  const promised = asked([lead(kim), promise]);
  const { after: contained } = live(anIssue({ state: 'claimed' }), [lead(kim), { type: 'contain' }]);
  const cases: readonly (readonly [string, Issue, Step, number | null])[] = [
    ['an answer', asked(), [lead(kim), answer], 42],
    ['the next rung', asked(), [lead(kim), passUp], 42],
    ['a promise', asked(), [lead(kim), promise], 42],
    ['another date', promised, [lead(kim), { ...promise, on: on.add({ days: 1 }) }], 42],
    ['calling it back', promised, [anActor(sam), { type: 'call-back' }], 42],
    ['letting it go', promised, [anActor(sam), { type: 'let-go', ownerHasLeft: false }], 42],
    ['the damage contained', contained, [lead(kim), { type: 'contained', line: 'By hand' }], 42],
    ['a me too', promised, [anActor(max), { type: 'me-too' }], null],
  ];
  it.each(cases)('is redrawn or not after %s', (_, issue, step, redrawn) => {
    const { events, followUps } = live(issue, step);
    expect(events).not.toEqual([]);
    expect(followUps.elsewhere).toBe(redrawn);
  });
});
