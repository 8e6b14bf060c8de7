import { describe, expect, it } from 'vitest';

import type { Actor, Command } from '../../src/core/command.ts';
import { decide, take } from '../../src/core/decide.ts';
import type { Issue } from '../../src/core/issue.ts';
import {
  aMeToo,
  ada,
  ana,
  anActor,
  anIssue,
  gus,
  kim,
  lea,
  max,
  sam,
  solution,
  thursday,
  una,
} from '../support/builders.ts';

function asked(issue: Issue, actor: Actor, command: Command) {
  const decision = decide(issue, actor, command, thursday);
  return decision.ok ? decision.events : decision.refusal;
}

const claimed = anIssue({ state: 'claimed', offeredTo: kim });
const resolved = anIssue({ state: 'resolved' });

describe('a refusal names whom one may turn to', () => {
  it('somebody else owns it already', () => {
    expect(asked(claimed, anActor(max), { type: 'claim' })).toEqual({ reason: 'claimed-by', owner: sam });
  });

  it('it counts as solved', () => {
    expect(asked(resolved, anActor(max), { type: 'claim' })).toEqual({
      reason: 'solved-by',
      owner: sam,
      you: 'other',
    });
  });

  it('only its owner may, and who that is', () => {
    const update: Command = { type: 'update', text: 'Soon' };
    expect(asked(claimed, anActor(max), update)).toEqual({ reason: 'not-the-owner', owner: sam });
    expect(asked(anIssue({ state: 'open' }), anActor(max), update)).toEqual({
      reason: 'no-owner',
      canClaim: true,
    });
  });

  it('it is posted: the reporter may still withdraw it while it is open, and only then', () => {
    const undo: Command = { type: 'undo' };
    const refused = (issue: Issue) => asked(issue, anActor(ana), undo);
    const posted = { reason: 'posted-already', isOwner: false };
    expect(refused(anIssue({ state: 'open' }))).toEqual({ ...posted, state: 'open' });
    expect(refused(claimed)).toEqual({ ...posted, state: 'claimed' });
  });
});

describe('letting go for an owner who has left', () => {
  const letGo = (ownerHasLeft: boolean): Command => ({ type: 'let-go', ownerHasLeft });

  it('is for admins', () => {
    expect(asked(claimed, anActor(ada, { isAdmin: true }), letGo(true))).toEqual([
      { type: 'let-go', from: sam, hasLeft: true },
    ]);
    const refused = { reason: 'not-an-admin', owner: sam };
    expect(asked(claimed, anActor(max), letGo(true))).toEqual({ ...refused, ownerHasLeft: true });
    expect(asked(claimed, anActor(max), letGo(false))).toEqual({ ...refused, ownerHasLeft: false });
  });

  it('waits until Slack tells who is an admin, and takes those at their word who are listed', () => {
    const unknown = anActor(una, { isMember: null });
    expect(asked(claimed, unknown, letGo(true))).toEqual({ reason: 'admin-unknown' });
    expect(asked(claimed, { ...unknown, isAdmin: true }, letGo(true))).toEqual([
      { type: 'let-go', from: sam, hasLeft: true },
    ]);
  });

  it('waits for those who are asked whether it is fixed', () => {
    const admin = anActor(ada, { isAdmin: true });
    expect(asked(resolved, admin, letGo(true))).toEqual({ reason: 'let-go-later' });
    expect(asked(resolved, admin, letGo(false))).toMatchObject({ reason: 'solved-by' });
    const own = anIssue({ state: 'resolved', owner: ada });
    expect(asked(own, admin, letGo(true)), 'an owner who is back').toMatchObject({ you: 'owner' });
    expect(asked(anIssue({ state: 'confirmed' }), admin, letGo(true))).toMatchObject({ reason: 'settled' });
  });

  it('is not for owners who are here', () => {
    expect(asked(claimed, anActor(ada, { isAdmin: true }), letGo(false))).toEqual({
      reason: 'owner-is-here',
      owner: sam,
    });
  });

  it('owners let go themselves', () => {
    expect(asked(claimed, anActor(sam), letGo(false))).toEqual([
      { type: 'let-go', from: sam, hasLeft: false },
    ]);
  });
});

describe('handing over', () => {
  const offer = (person = max, canOwn: boolean | null = true): Command => ({
    type: 'offer',
    to: { person, canOwn },
  });

  it('goes to somebody else', () => {
    expect(asked(claimed, anActor(sam), offer(sam))).toEqual({ reason: 'offer-to-self' });
  });

  it('goes to somebody who may own', () => {
    expect(asked(claimed, anActor(sam), offer(gus, false))).toEqual({ reason: 'cannot-own', person: gus });
  });

  it('waits until Slack tells whether they may own', () => {
    expect(asked(claimed, anActor(sam), offer(una, null))).toEqual({
      reason: 'candidate-unknown',
      person: una,
    });
  });

  it('a second offer to the same person is no second offer', () => {
    expect(asked(claimed, anActor(sam), offer(kim))).toEqual([]);
  });

  it('an offer to another takes the place of the first', () => {
    const after = anIssue({ state: 'claimed', offeredTo: max });
    expect(asked(claimed, anActor(sam), offer(max))).toEqual([{ type: 'offered', to: max }]);
    expect(asked(after, anActor(kim), { type: 'accept' })).toEqual({ reason: 'not-offered' });
  });

  it('needs the yes of a member', () => {
    const guest = anActor(kim, { isMember: false });
    const unknown = anActor(kim, { isMember: null });
    expect(asked(claimed, guest, { type: 'accept' })).toEqual({ reason: 'not-a-member' });
    expect(asked(claimed, unknown, { type: 'accept' })).toEqual({ reason: 'membership-unknown' });
    expect(asked(claimed, guest, { type: 'decline' })).toEqual([{ type: 'offer-declined', person: kim }]);
  });
});

describe('saying whether it is fixed', () => {
  it('the same answer again changes nothing', () => {
    const issue = anIssue({ state: 'resolved', meToos: [aMeToo(lea, 'fixed')] });
    expect(asked(issue, anActor(lea), { type: 'answer', verdict: 'fixed' })).toEqual([]);
  });

  it('the newest answer counts', () => {
    const issue = anIssue({ state: 'resolved', meToos: [aMeToo(lea, 'fixed')] });
    expect(asked(issue, anActor(lea), { type: 'answer', verdict: 'partly' })).toEqual([
      { type: 'answered', person: lea, verdict: 'partly' },
    ]);
  });

  it('a reporter is never named by the answer', () => {
    expect(asked(resolved, anActor(ana), { type: 'answer', verdict: 'not-fixed' })).toEqual([
      { type: 'answered', person: null, verdict: 'not-fixed' },
      { type: 'reopened' },
    ]);
  });

  it('a reporter who owns it leaves the answer to the others', () => {
    const own = anIssue({ state: 'resolved', owner: ana, meToos: [aMeToo(lea)] });
    expect(asked(own, anActor(ana), { type: 'answer', verdict: 'fixed' })).toEqual({
      reason: 'owner-does-not-decide',
    });
  });

  it('an owner who had met it as well leaves the answer to the others', () => {
    const own = anIssue({ state: 'resolved', meToos: [aMeToo(sam), aMeToo(lea)] });
    expect(asked(own, anActor(sam), { type: 'answer', verdict: 'fixed' })).toEqual({
      reason: 'owner-does-not-decide',
    });
  });

  it('an answer to an earlier solution says nothing of the present one', () => {
    const second = anIssue({ state: 'resolved', reopenings: 1 });
    const fixed = (round: number): Command => ({ type: 'answer', verdict: 'fixed', round });
    expect(asked(second, anActor(ana), fixed(1))).toEqual({ reason: 'newer-solution' });
    expect(asked(second, anActor(ana), fixed(2))).toHaveLength(2);
  });

  it('a comment stands beside the answer, also after the answer has reopened it', () => {
    const reporter = { person: ana, hasLeft: false, verdict: 'not-fixed' } as const;
    const reopened = anIssue({ state: 'claimed', reporter, reopenings: 1 });
    expect(asked(reopened, anActor(ana), { type: 'comment', text: 'Not in Norway' })).toEqual([
      { type: 'commented', verdict: 'not-fixed', text: 'Not in Norway', asReporter: true },
    ]);
  });
});

describe('what time brings about', () => {
  const saved = anIssue({ state: 'saved' });
  const inTwoWeeks = thursday.add({ hours: 24 * 14 });

  it('a saved issue is posted when its pause is over, and not before', () => {
    expect(take(saved, { type: 'post' }, saved.postAt.subtract({ milliseconds: 1 }))).toEqual([]);
    expect(take(saved, { type: 'post' }, saved.postAt)).toEqual([{ type: 'posted' }]);
  });

  it('it is posted once', () => {
    expect(take(anIssue({ state: 'open' }), { type: 'post' }, saved.postAt)).toEqual([]);
  });

  it('a silent reporter hands the decision to those who met it as well', () => {
    const answered = anIssue({ state: 'resolved', meToos: [aMeToo(lea, 'fixed')] });
    expect(
      take(answered, { type: 'fall-silent', askedAt: thursday }, inTwoWeeks.subtract({ seconds: 1 })),
    ).toEqual([]);
    expect(take(answered, { type: 'fall-silent', askedAt: thursday }, inTwoWeeks)).toEqual([
      { type: 'fell-silent' },
      { type: 'confirmed' },
    ]);
  });

  it('silence alone confirms nothing', () => {
    expect(take(resolved, { type: 'fall-silent', askedAt: thursday }, inTwoWeeks)).toEqual([
      { type: 'fell-silent' },
    ]);
  });

  it('a reporter falls silent once', () => {
    const silent = anIssue({ state: 'resolved', reporterIsSilent: true });
    expect(take(silent, { type: 'fall-silent', askedAt: thursday }, inTwoWeeks)).toEqual([]);
    expect(take(claimed, { type: 'fall-silent', askedAt: thursday }, inTwoWeeks)).toEqual([]);
  });
});

it('a solution carries the moment it was given', () => {
  expect(asked(claimed, anActor(sam), { type: 'resolve', solution })).toEqual([
    { type: 'resolved', solution, at: thursday },
  ]);
});

it('membership matters only where somebody would own it', () => {
  const open = anIssue({ state: 'open' });
  expect(asked(open, anActor(gus, { isMember: false }), { type: 'me-too' })).toEqual([
    { type: 'joined', person: gus },
  ]);
  expect(asked(open, anActor(una, { isMember: null }), { type: 'me-too' })).toEqual([
    { type: 'joined', person: una },
  ]);
});
