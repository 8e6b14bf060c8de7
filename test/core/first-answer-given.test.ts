import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';

import { isAskedStill, owesFirstAnswer } from '../../src/core/asked-first.ts';
import { dueOf } from '../../src/core/due.ts';
import type { Issue, OpenIssue } from '../../src/core/issue.ts';
import { ada, ana, anActor, anIssue, hal, kim, max, ned, sam, thursday } from '../support/builders.ts';
import { live, takeStep, told, wanted } from './life.ts';
import type { Step } from './life.ts';
import { afterPassing, ladder, open, passes } from './promises.ts';

const lead = anActor(kim, { isLead: true });

function gone(issue: Issue): OpenIssue {
  if (issue.state !== 'open') throw new Error('it is not open');
  return { ...issue, reporter: { ...issue.reporter, hasLeft: true } };
}

describe('a first answer', () => {
  const answers: readonly (readonly [string, Step, Issue['state']])[] = [
    ['a claim', [anActor(sam), { type: 'claim' }], 'claimed'],
    ['not doing', [lead, { type: 'not-doing', because: 'The bank stops it next year' }], 'declined'],
    ['a withdrawal', [anActor(ana), { type: 'withdraw', duplicates: [] }], 'withdrawn'],
  ];
  it.each(answers)('%s ends the promise', (_, step, state) => {
    const { after } = takeStep(afterPassing(1).after, step, thursday);
    expect(after.state).toBe(state);
    expect(after).not.toHaveProperty('promise');
    expect(dueOf(after)).toBeNull();
  });

  it('a question is one: for five working days nothing more is asked, and then it begins anew', () => {
    const asking = takeStep(
      afterPassing(1).after,
      [lead, { type: 'inquire', text: 'Which bank?' }],
      thursday,
    );
    expect(told(asking)).toEqual(['card 42', 'inquiry 42/4 to ana']);
    expect(asking.after).toMatchObject({ answerer: kim, promise: { state: 'waiting', for: 'answer' } });
    const until = dueOf(asking.after)?.at ?? thursday;
    expect(until.toString()).toBe('2026-12-08T00:00:00Z');
    expect(takeStep(asking.after, passes(), until).events).toMatchObject([
      { type: 'promised', isAgain: true, to: [kim, ned] },
    ]);
  });

  it('a question is one, and its reporter leaves: it begins anew at once, and waits for them no more', () => {
    const ask: Step = [lead, { type: 'inquire', text: 'Which bank?' }];
    const left = gone(takeStep(afterPassing(1).after, ask, thursday).after);
    expect(dueOf(left)).toEqual({ turn: 'promise-passes', at: left.flaggedAt });
    const change = takeStep(left, passes(), thursday);
    expect(change.events).toMatchObject([{ type: 'promised', isAgain: true, to: [kim, ned] }]);
    expect(dueOf(change.after)?.at).not.toEqual(left.flaggedAt);
    const anew = takeStep({ ...left, promise: null }, passes(), thursday);
    expect(anew.events).toMatchObject([{ type: 'promised', promise: { state: 'running' } }]);
  });

  it('what the reporter answers goes to whoever asked, and a new promise begins', () => {
    const { after, ...change } = live(
      open,
      [lead, { type: 'inquire', text: 'Which bank?' }],
      [anActor(ana), { type: 'inform', inquiry: 3, text: 'Theirs' }],
    );
    expect(told({ after, ...change })).toEqual(['card 42', 'inquiry 42/3 to ana', 'news 42/5 to kim']);
    const by = thursday.add({ hours: 6 });
    expect(after).toMatchObject({ promise: { state: 'running', rung: null, hasPassed: false, by } });
  });

  it('a question that was asked before goes along to whoever takes it on', () => {
    const { after } = live(
      open,
      [lead, { type: 'inquire', text: 'Which bank?' }],
      [anActor(sam), { type: 'claim' }],
    );
    expect(after).toMatchObject({ state: 'claimed', owner: sam, inquiry: { text: 'Which bank?' } });
  });

  it('a question is not carried to the reporter themselves', () => {
    const { after } = live(
      open,
      [lead, { type: 'inquire', text: 'Which bank?' }],
      [anActor(ana), { type: 'claim' }],
    );
    expect(after).toMatchObject({ state: 'claimed', inquiry: null });
  });

  it('an owner who is looked for makes it theirs with a yes; whoever found them hears so', () => {
    const offered = live(open, [lead, { type: 'offer', to: { person: sam, canOwn: true } }]);
    expect(told(offered)).toEqual(['card 42']);
    expect(wanted(offered)).toEqual(['offer 42/3 to sam']);
    expect(offered.after).toMatchObject({ promise: { state: 'waiting', for: 'yes' } });
    const accepted = takeStep(offered.after, [anActor(sam), { type: 'accept' }], thursday);
    expect(accepted.events).toEqual([{ type: 'claimed', owner: sam }]);
    expect(told(accepted)).toContain('news 42/5 to kim');
  });

  it('a no to that begins a new promise, and whoever looked for them hears so', () => {
    const declined = live(
      open,
      [lead, { type: 'offer', to: { person: sam, canOwn: true } }],
      [anActor(sam), { type: 'decline' }],
    );
    expect(told(declined)).toEqual(['card 42', 'news 42/5 to kim']);
    expect(declined.after).toMatchObject({ offeredTo: null, promise: { state: 'running', rung: null } });
  });

  it('a day to look again is kept: until then nothing, then the lowest rung is asked by name', () => {
    const on = Temporal.PlainDate.from('2026-12-14');
    const until = Temporal.Instant.from('2026-12-14T09:00:00Z');
    const waits = takeStep(afterPassing(2).after, [lead, { type: 'look-again', on, until }], thursday);
    expect(told(waits)).toEqual(['card 42', 'reply 42/5', 'news 42/5 to ana']);
    expect(dueOf(waits.after)).toEqual({ turn: 'promise-passes', at: until });
    const again = takeStep(waits.after, passes(), until);
    expect(again.events).toMatchObject([{ promise: { rung: 0, hasPassed: false }, to: [kim, ned] }]);
    expect(told(again)).toEqual(['card 42', 'news 42/6 to ana']);
    expect(wanted(again)).toEqual(['first-answer 42/6 to kim', 'first-answer 42/6 to ned']);
  });

  it('those who were asked owe one until there is one; what was asked before then stands no more', () => {
    const asked = afterPassing(2).after;
    expect([kim, ned, hal, sam].map((it) => owesFirstAnswer(asked, it))).toEqual([true, true, true, false]);
    expect(isAskedStill(asked, kim, 3)).toBe(true);
    const waits = takeStep(asked, [lead, { type: 'inquire', text: 'Which bank?' }], thursday).after;
    expect([kim, ned, hal].map((it) => owesFirstAnswer(waits, it))).toEqual([false, false, false]);
    const week = thursday.add({ hours: 24 * 7 });
    const again = takeStep(waits, passes(), week).after;
    expect([kim, hal].map((it) => owesFirstAnswer(again, it))).toEqual([true, false]);
    expect([3, 7].map((seq) => isAskedStill(again, kim, seq))).toEqual([false, true]);
    expect(owesFirstAnswer({ ...again, reporter: { ...again.reporter, person: kim } }, kim)).toBe(false);
  });

  it('what was told of a promise is redrawn once others are asked, or somebody answers; a me too leaves it', () => {
    const rises = afterPassing(2);
    const { after } = rises;
    const claims = takeStep(after, [anActor(sam), { type: 'claim' }], thursday);
    const waits = takeStep(after, [lead, { type: 'inquire', text: 'Which bank?' }], thursday);
    const joins = takeStep(after, [anActor(sam), { type: 'me-too' }], thursday);
    const redrawn = [rises, claims, waits, joins].map(({ followUps }) => followUps.elsewhere);
    expect(redrawn).toEqual([42, 42, 42, null]);
  });

  it('everybody was asked in vain: each of them owes it still, and may choose', () => {
    const { after } = afterPassing(3);
    expect(after).toMatchObject({ asked: { of: [kim, ned, hal], since: 3, isTop: true } });
    expect([kim, hal].map((it) => owesFirstAnswer(after, it))).toEqual([true, true]);
  });

  it('on that day with nobody to ask, the card asks again', () => {
    const until = Temporal.Instant.from('2026-12-14T09:00:00Z');
    const waits: OpenIssue = { ...open, promise: { state: 'waiting', for: 'date', until } };
    const again = takeStep(waits, passes(ladder([], [], [])), until);
    expect(again.events).toMatchObject([{ promise: { state: 'running', rung: null }, to: [] }]);
  });

  it('an answer to an older question does not end a day that was named', () => {
    const on = Temporal.PlainDate.from('2026-12-14');
    const until = Temporal.Instant.from('2026-12-14T09:00:00Z');
    const { after } = live(
      open,
      [lead, { type: 'inquire', text: 'Which bank?' }],
      [lead, { type: 'look-again', on, until }],
      [anActor(ana), { type: 'inform', inquiry: 3, text: 'Theirs' }],
    );
    expect(after).toMatchObject({ promise: { state: 'waiting', for: 'date', until } });
  });

  it('a day that is over is none', () => {
    const command = {
      type: 'look-again',
      on: Temporal.PlainDate.from('2026-12-03'),
      until: thursday,
    } as const;
    expect(takeStep(open, [lead, command], thursday).events).toEqual([]);
  });

  it.each<readonly [string, Issue, Step]>([
    ['let go', anIssue({ state: 'claimed' }), [anActor(sam), { type: 'let-go', ownerHasLeft: false }]],
    [
      'opened again',
      anIssue({ state: 'declined', look: { state: 'asked', of: [ned], since: 4 } }),
      [anActor(ned, { isLead: true }), { type: 'open-again' }],
    ],
    [
      'not the same after all',
      anIssue({ state: 'duplicate' }),
      [
        anActor(ned, { isLead: true }),
        {
          type: 'not-duplicate',
          of: 17,
          other: { asked: 17, issue: { ...open, number: 17 } },
          ownedBefore: null,
        },
      ],
    ],
  ])('%s, it is promised one anew', (_, issue, step) => {
    const { after } = takeStep(issue, step, thursday);
    expect(after).toMatchObject({ state: 'open', promise: { state: 'running', hasPassed: false } });
  });
});

it('only those who lead may look for an owner, ask, or name a day, while nobody owns it', () => {
  const refused = (command: Parameters<typeof live>[1]) => live(open, command).events;
  expect(refused([anActor(max), { type: 'inquire', text: 'Which bank?' }])).toEqual([]);
  expect(
    refused([anActor(ada, { isAdmin: true }), { type: 'offer', to: { person: sam, canOwn: true } }]),
  ).toEqual([]);
});
