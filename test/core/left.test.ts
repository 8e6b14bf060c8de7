import { describe, expect, test } from 'vitest';

import type { Cadence } from '../../src/core/cadence.ts';
import { decide, take } from '../../src/core/decide.ts';
import { dueOf } from '../../src/core/due.ts';
import { evolve } from '../../src/core/evolve.ts';
import type { Issue, PersonId } from '../../src/core/issue.ts';
import { askedMeToos, settle } from '../../src/core/settle.ts';
import {
  aMeToo,
  ana,
  anActor,
  anIssue,
  cadence,
  hal,
  kim,
  lea,
  max,
  ned,
  thursday,
} from '../support/builders.ts';

const reporter = { person: null, hasLeft: true, verdict: null } as const;

describe('somebody has left', () => {
  test('the reporter, after two who met it had said Fixed: it is found due at once, and confirmed', () => {
    const issue = anIssue({
      state: 'resolved',
      reporter,
      meToos: [aMeToo(lea, 'fixed'), aMeToo(kim, 'fixed')],
    });
    expect(dueOf(issue)).toEqual({ turn: 'fall-silent', at: issue.resolvedAt });
    expect(take(issue, { type: 'fall-silent', askedAt: thursday }, thursday)).toEqual([
      { type: 'confirmed' },
    ]);
  });

  test('the reporter, before anybody had said anything: it is with the others at once', () => {
    const issue = anIssue({ state: 'resolved', reporter, meToos: [aMeToo(lea)] });
    expect(take(issue, { type: 'fall-silent', askedAt: thursday }, thursday)).toEqual([
      { type: 'fell-silent' },
    ]);
  });

  test('one who met it, while the reporter is there: the two weeks go on', () => {
    const gone = { ...aMeToo(kim), hasLeft: true } as const;
    const issue = anIssue({ state: 'resolved', meToos: [gone, aMeToo(lea, 'fixed')] });
    expect(take(issue, { type: 'fall-silent', askedAt: thursday }, thursday)).toEqual([]);
    expect(dueOf(issue)).toEqual({ turn: 'fall-silent', at: thursday.add({ hours: 24 * 14 }) });
  });

  test('the reporter and one of two who met it: the other is the only one there is', () => {
    const gone = { ...aMeToo(kim), hasLeft: true } as const;
    const issue = anIssue({ state: 'resolved', reporter, meToos: [gone, aMeToo(lea, 'fixed')] });
    expect(settle(issue)).toBe('confirmed');
    expect(askedMeToos(issue).map(({ person }) => person)).toEqual([lea]);
  });

  test('an answer given before leaving still counts', () => {
    const gone = { ...aMeToo(kim, 'fixed'), hasLeft: true } as const;
    const issue = anIssue({ state: 'resolved', reporter, meToos: [gone, aMeToo(lea, 'fixed')] });
    expect(settle(issue)).toBe('confirmed');
    expect(settle({ ...issue, meToos: [gone, aMeToo(lea)] })).toBe('undecided');
  });
});

describe('somebody who was to help has left', () => {
  const help = { state: 'promised', helper: hal, since: 4 } as const;

  test('it is found due at once, and help is wanted again', () => {
    const issue = anIssue({ state: 'claimed', help: { ...help, hasLeft: true } });
    expect(dueOf(issue)).toMatchObject({ turn: 'helper-left' });
    const events = take(issue, { type: 'helper-left' }, thursday);
    expect(events).toEqual([{ type: 'help-withdrawn', helper: hal, hasLeft: true }]);
    expect(events.reduce<Issue>(evolve, issue).help).toEqual({ state: 'wanted' });
  });

  test('and whoever presses before that is taken at their word', () => {
    const issue = anIssue({ state: 'open', help: { ...help, hasLeft: true } });
    expect(decide(issue, anActor(max), { type: 'help' }, thursday)).toMatchObject({
      events: [{ type: 'help-promised', helper: max }],
    });
  });

  test('somebody who is here goes on helping', () => {
    const issue = anIssue({ state: 'open', help });
    expect(dueOf(issue)?.turn).toBe('promise-passes');
    expect(take(issue, { type: 'helper-left' }, thursday)).toEqual([]);
  });

  test('where the person who flagged it has left, nobody is looked for', () => {
    const issue = anIssue({ state: 'open', help: { state: 'wanted' }, reporter });
    expect(decide(issue, anActor(max), { type: 'help' }, thursday)).toMatchObject({
      refusal: { reason: 'nobody-stuck' },
    });
  });
});

describe('whoever is stuck has left', () => {
  const help = { state: 'promised', helper: hal, since: 4 } as const;
  const stuck = { ...aMeToo(kim), isStuck: true } as const;
  const left = (issue: Issue) => take(issue, { type: 'met-left' }, thursday);

  test('it is found due at once, and nobody is asked to help any more', () => {
    for (const state of ['open', 'claimed'] as const) {
      const issue = anIssue({ state, help, reporter, meToos: [{ ...stuck, hasLeft: true }] });
      expect(dueOf(issue)).toMatchObject({ turn: 'met-left' });
      const events = left(issue);
      expect(events).toEqual([{ type: 'help-ended', helper: hal }]);
      expect(dueOf(events.reduce<Issue>(evolve, issue))?.turn).not.toBe('met-left');
    }
  });

  test('while somebody else is, help goes on', () => {
    expect(left(anIssue({ state: 'open', help, reporter, meToos: [stuck] }))).toEqual([]);
    expect(left(anIssue({ state: 'open', help }))).toEqual([]);
  });

  test('help that was given stays, and is thanked for', () => {
    const given = { ...help, state: 'given', line: 'The other door' } as const;
    const issue = anIssue({ state: 'open', help: given, reporter });
    expect(dueOf(issue)?.turn).toBe('promise-passes');
    expect(left(issue)).toEqual([]);
  });
});

test('where all who were asked for another look have left, it may be asked for again', () => {
  const asked = { state: 'asked', since: 5 } as const;
  const ask = (of: readonly PersonId[], at: readonly PersonId[]) =>
    decide(
      anIssue({ state: 'declined', hasAskedForLook: true, look: { ...asked, of: at } }),
      anActor(ana),
      { type: 'ask-look', of },
      thursday,
    );
  expect(ask([ned], [])).toMatchObject({ events: [{ type: 'look-asked', of: [ned] }] });
  expect(ask([ned], [hal])).toMatchObject({ events: [] });
  expect(ask([], [])).toMatchObject({ refusal: { reason: 'nobody-to-look' } });
});

test('where all who were asked for another look have left, others are asked; where some are there still, nobody is', () => {
  const look = (of: readonly PersonId[]) =>
    anIssue({ state: 'declined', hasAskedForLook: true, look: { state: 'asked', since: 5, of } });
  const asks = (of: readonly PersonId[], rungs: Cadence['rungs'], admins: readonly PersonId[] = []) =>
    take(look(of), { type: 'looker-left', cadence: { ...cadence, rungs, admins } }, thursday);
  const { by } = look([]);
  expect(asks([], [[by, ana, ned]])).toEqual([{ type: 'look-asked', of: [ned] }]);
  expect(asks([], [[by, ana]], [by, hal])).toEqual([{ type: 'look-asked', of: [hal] }]);
  expect(asks([], [[by, ana]], [by])).toEqual([]);
  expect(asks([lea], [[ned]])).toEqual([]);
  expect(dueOf(look([]))).toBeNull();
});
