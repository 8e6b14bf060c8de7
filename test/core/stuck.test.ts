import { describe, expect, it } from 'vitest';

import type { Actor, Command } from '../../src/core/command.ts';
import { unmergedFrom } from '../../src/core/decide-not-duplicate.ts';
import { decide } from '../../src/core/decide.ts';
import type { Issue, IssueEvent, PersonId } from '../../src/core/issue.ts';
import { isHelpWanted, stuckPeople } from '../../src/core/stuck.ts';
import type { Help } from '../../src/core/stuck.ts';
import { aMeToo, ada, ana, anActor, anIssue, lea, max, sam, thursday } from '../support/builders.ts';
import { does, live, told } from './life.ts';

const stuckMeToo: Command = { type: 'me-too', isStuck: true };
const promised: Help = { state: 'promised', helper: max, since: 2 };
const given: Help = { state: 'given', helper: max, since: 2, line: 'The old form' };
const leaStuck = { ...aMeToo(lea), isStuck: true } as const;
const forLea = anIssue({ state: 'open', meToos: [leaStuck], help: { state: 'wanted', isForOthers: true } });

function asked(issue: Issue, actor: Actor, command: Command) {
  const decision = decide(issue, actor, command, thursday);
  return decision.ok ? decision.events.map(({ type }) => type) : decision.refusal;
}

describe('a me too who is stuck', () => {
  it.each<[string, Help | null, Help]>([
    ['where nobody was: help is wanted, for them alone', null, { state: 'wanted', isForOthers: true }],
    ['where help was given: it is wanted again', given, { state: 'wanted', isForOthers: true }],
    ['where help is wanted: for both', { state: 'wanted' }, { state: 'wanted' }],
    ['where somebody helps: they help both', promised, promised],
  ])('%s', (_, before, after) => {
    const { after: issue, events } = live(anIssue({ state: 'open', help: before }), does(lea, stuckMeToo));
    expect(events.map(({ type }) => type)).toEqual(['joined', 'stuck-too']);
    expect(issue).toMatchObject({ help: after, meToos: [leaStuck] });
    expect(stuckPeople(issue)).toEqual(after.isForOthers === true ? [lea] : [ana, lea]);
    expect(asked(issue, anActor(lea), stuckMeToo)).toEqual([]);
  });

  it('who is counted already is so once', () => {
    const { after, events } = live(
      anIssue({ state: 'claimed', meToos: [aMeToo(lea)] }),
      does(lea, stuckMeToo),
    );
    expect(events).toEqual([{ type: 'stuck-too', person: lea }]);
    expect(after.meToos).toEqual([leaStuck]);
  });

  it('is not lost where it is solved: nobody is asked for help there', () => {
    const refused = { reason: 'no-help-there' };
    expect(asked(anIssue({ state: 'resolved' }), anActor(lea), stuckMeToo)).toEqual(refused);
    const solved = anIssue({ state: 'resolved', meToos: [aMeToo(lea)] });
    expect(asked(solved, anActor(lea), stuckMeToo)).toEqual(refused);
  });

  it('needs no help any more once they have left', () => {
    expect(isHelpWanted(forLea)).toBe(true);
    expect(isHelpWanted({ ...forLea, meToos: [{ ...leaStuck, hasLeft: true }] })).toBe(false);
  });

  it('stays where a mistaken merger is taken back', () => {
    const merged: IssueEvent = { type: 'merged', from: 42, people: [lea] };
    const duplicate = anIssue({ state: 'duplicate', meToos: [aMeToo(lea)] });
    const history = [merged, { type: 'stuck-too', person: lea } as const];
    const other = { ...forLea, number: 17 };
    expect(unmergedFrom(other, duplicate, { events: history, duplicates: [] })).toMatchObject([
      { people: [] },
    ]);
  });
});

describe('who may help', () => {
  it('not whoever is stuck, nor the reporter, whom the card would name', () => {
    const help: Command = { type: 'help' };
    expect(asked(forLea, anActor(lea), help)).toEqual({ reason: 'help-is-for-you', isStuck: true });
    expect(asked(forLea, anActor(ana), help)).toEqual({ reason: 'help-is-for-you', isStuck: false });
    expect(asked(forLea, anActor(sam), help)).toEqual(['help-promised']);
  });
});

describe('it is over', () => {
  const notStuck: Command = { type: 'not-stuck' };
  const both = anIssue({ state: 'open', meToos: [leaStuck], help: promised });

  it('for the last who was stuck: nobody is asked any more', () => {
    expect(asked(forLea, anActor(lea), notStuck)).toEqual(['help-ended']);
    expect(live(forLea, does(lea, notStuck)).after).toMatchObject({ help: null, meToos: [aMeToo(lea)] });
  });

  it('for one of two: help goes on for the other', () => {
    const leftToAna = live(both, does(lea, notStuck)).after;
    expect([leftToAna.help, stuckPeople(leftToAna)]).toEqual([promised, [ana]]);
    const leftToLea = live(both, does(ana, notStuck)).after;
    expect([leftToLea.help, stuckPeople(leftToLea)]).toEqual([{ ...promised, isForOthers: true }, [lea]]);
  });

  it('is not for the reporter to say of others; for all of them an admin can', () => {
    expect(asked(forLea, anActor(ana), notStuck)).toEqual({ reason: 'not-stuck-yourself' });
    expect(asked(forLea, anActor(sam), notStuck)).toEqual({ reason: 'not-stuck-yourself' });
    expect(asked(both, anActor(ada, { isAdmin: true }), notStuck)).toEqual(['help-ended']);
  });
});

describe('help did not help', () => {
  const stuck: Command = { type: 'stuck' };
  const helped = anIssue({
    state: 'open',
    meToos: [leaStuck, aMeToo(sam)],
    help: { ...given, isForOthers: true },
  });

  it('says whoever it was for, and only for themselves', () => {
    const again = live(helped, does(lea, stuck)).after;
    expect([again.help, stuckPeople(again)]).toEqual([{ state: 'wanted', isForOthers: true }, [lea]]);
    expect(asked(helped, anActor(sam), stuck)).toEqual({ reason: 'not-stuck-yourself' });
    const fresh = live(helped, does(ana, stuck)).after;
    expect([fresh.help, stuckPeople(fresh)]).toEqual([{ state: 'wanted' }, [ana]]);
  });

  it('while somebody helps another, its reporter is stuck as well: they go on helping', () => {
    const helping = { ...helped, help: { ...promised, isForOthers: true } } as const;
    const after = live(helping, does(ana, stuck)).after;
    expect([after.help, stuckPeople(after)]).toEqual([promised, [ana, lea]]);
    expect(asked(after, anActor(ana), stuck)).toEqual([]);
  });
});

describe('what is told', () => {
  const both = { meToos: [leaStuck] };
  const rows: [string, Issue, PersonId, Command, string[]][] = [
    [
      'somebody is stuck as well: the thread, and whoever helps',
      anIssue({ state: 'open', help: promised }),
      lea,
      stuckMeToo,
      ['card 42', 'help 42/2 to max', 'reply 42/4', 'news 42/4 to max'],
    ],
    [
      'help is promised: those who are stuck, and not a reporter who is not',
      forLea,
      max,
      { type: 'help' },
      ['card 42', 'help 42/3 to max', 'reply 42/3', 'news 42/3 to lea'],
    ],
    [
      'help was given: all of them',
      anIssue({ state: 'open', ...both, help: promised }),
      max,
      { type: 'helped', line: 'The old form' },
      ['card 42', 'help 42/2 to max', 'reply 42/3', 'news 42/3 to ana', 'news 42/3 to lea'],
    ],
    [
      'help is taken back: all of them',
      anIssue({ state: 'open', ...both, help: promised }),
      max,
      { type: 'cannot-help' },
      ['card 42', 'help 42/2 to max', 'news 42/3 to ana', 'news 42/3 to lea'],
    ],
  ];
  it.each(rows)('%s', (_, issue, person, command, wanted) => {
    expect(told(live(issue, does(person, command)))).toEqual(wanted);
  });
});
