import { constantFrom, property, assert, array, boolean, integer, oneof, tuple } from 'fast-check';
import { describe, expect, it } from 'vitest';

import { decide } from '../../src/core/decide.ts';
import { evolve } from '../../src/core/evolve.ts';
import type { Issue, IssueEvent, PersonId } from '../../src/core/issue.ts';
import { isSolved } from '../../src/core/issue.ts';
import type { Thanks } from '../../src/core/thanks.ts';
import { isForAll } from '../../src/core/thanks.ts';
import { aMeToo, ana, anIssue, hal, kim, lea, max, sam, solution, thursday } from '../support/builders.ts';
import { does, live, says, told } from './life.ts';
import type { Step } from './life.ts';

const issue = anIssue({ state: 'confirmed', meToos: [aMeToo(lea, 'fixed'), aMeToo(kim)] });
const thank = (person: PersonId, mayShow = false): Step =>
  does(person, { type: 'thank', text: 'Refunds take a minute now', mayShow });
const show = (person: PersonId, of: number, mayShow = true): Step =>
  does(person, { type: 'show-thanks', of, mayShow });
const amend = (person: PersonId, by: PersonId | null, seq: number): Step => {
  const event = { type: 'thanked', by, text: 'Refunds take a minute now', mayShow: true } as const;
  const words = { text: 'A minute is all it takes', learning: null };
  return does(person, { type: 'amend', said: { seq, event, by, isNewest: true }, words });
};

function linesOf(after: Issue): readonly Thanks[] {
  return isSolved(after) ? after.thanks : [];
}

function refusalOf(before: Issue, step: Step): string {
  if ('type' in step) return 'no command';
  const decision = decide(before, ...step, thursday);
  return decision.ok ? 'yes' : decision.refusal.reason;
}

describe('a line of thanks', () => {
  it('is for the owner and for whoever helped, and not for whoever wrote it', () => {
    const toldOf = (change: ReturnType<typeof live>) => told(change).filter((it) => it.startsWith('thanks'));
    expect(toldOf(live(issue, thank(ana)))).toEqual(['thanks 42/7 to sam']);
    expect(toldOf(live({ ...issue, helpers: [max, hal] }, thank(ana)))).toEqual([
      'thanks 42/7 to sam',
      'thanks 42/7 to max',
      'thanks 42/7 to hal',
    ]);
    expect(toldOf(live({ ...issue, helpers: [lea] }, thank(lea)))).toEqual(['thanks 42/7 to sam']);
    expect(toldOf(live({ ...issue, helpers: [sam] }, thank(ana)))).toEqual(['thanks 42/7 to sam']);
    const promised = { state: 'promised', helper: hal, since: 3 } as const;
    expect(toldOf(live({ ...issue, help: promised }, thank(ana)))).toEqual(['thanks 42/7 to sam']);
  });

  it('keeps a reporter unnamed, and names everybody else', () => {
    expect(live(issue, thank(ana)).events).toMatchObject([{ type: 'thanked', by: null }]);
    expect(live(issue, thank(lea)).events).toMatchObject([{ type: 'thanked', by: lea }]);
  });

  it('is one each', () => {
    const { after } = live(issue, thank(ana), thank(lea));
    expect(linesOf(after).map(({ by }) => by)).toEqual([null, lea]);
    expect(refusalOf(after, thank(ana))).toBe('thanked-already');
    expect(refusalOf(after, thank(lea))).toBe('thanked-already');
  });

  it('is for a fix', () => {
    expect(refusalOf(issue, thank(kim))).toBe('answer-first');
    const partly = { ...issue, meToos: [aMeToo(lea, 'partly')] };
    expect(refusalOf(partly, thank(lea))).toBe('thanks-for-a-fix');
  });

  it('goes with the solution that it was for', () => {
    const { after } = live(
      issue,
      thank(ana),
      says(ana, 'not-fixed'),
      does(sam, { type: 'resolve', solution }),
    );
    expect(after.state).toBe('resolved');
    expect(linesOf(after)).toEqual([]);
  });

  it('is taken back with the answer', () => {
    const { after } = live(issue, thank(ana), thank(lea), says(lea, 'partly'));
    expect(after.state).toBe('confirmed');
    expect(linesOf(after).map(({ by }) => by)).toEqual([null]);
  });
});

describe('others read it', () => {
  const isShown = (...steps: Step[]): boolean => linesOf(live(issue, ...steps).after).some(isForAll);

  it('where both say so, and not before', () => {
    expect(isShown(thank(ana, true))).toBe(false);
    expect(isShown(thank(ana, true), show(sam, 7))).toBe(true);
    expect(isShown(thank(ana, false), show(ana, 7))).toBe(false);
    expect(isShown(thank(ana, false), show(ana, 7), show(sam, 7))).toBe(true);
  });

  it('until one of them says otherwise', () => {
    expect(isShown(thank(ana, true), show(sam, 7), show(ana, 7, false))).toBe(false);
    expect(isShown(thank(ana, true), show(sam, 7), show(sam, 7, false))).toBe(false);
  });

  it('in the words that the owner has said yes to', () => {
    const { after } = live(issue, thank(ana, true), show(sam, 7), amend(ana, null, 7));
    expect(after.version).toBe(9);
    expect(linesOf(after)).toEqual([{ seq: 7, by: null, mayShow: true, isWelcome: null, words: 9 }]);
  });

  it('in the words that the owner saw: a yes on an old view is none to the new ones', () => {
    const { after } = live(issue, thank(ana, true), amend(ana, null, 7));
    const yes = (words: number, mayShow = true): Step =>
      does(sam, { type: 'show-thanks', of: 7, mayShow, words });
    expect(refusalOf(after, yes(7))).toBe('other-words-of-thanks');
    expect(refusalOf(after, yes(7, false))).toBe('yes');
    expect(linesOf(live(after, yes(8)).after).some(isForAll)).toBe(true);
  });

  it('if nobody else decides', () => {
    const { after } = live(issue, thank(ana, false));
    expect(refusalOf(after, show(sam, 7))).toBe('thanks-between-you');
    expect(refusalOf(after, show(lea, 7))).toBe('not-your-thanks');
    expect(refusalOf(after, show(hal, 7))).toBe('not-your-thanks');
    expect(refusalOf(after, show(sam, 6))).toBe('thanks-are-over');
    expect(refusalOf(live(after, says(ana, 'not-fixed')).after, show(sam, 7))).toBe('thanks-are-over');
  });

  it('the same said twice is nothing new', () => {
    expect(live(issue, thank(ana, true), show(sam, 7), show(sam, 7)).events).toEqual([]);
    expect(live(issue, thank(ana, true), show(ana, 7)).events).toEqual([]);
  });

  it('whatever people press: never without a yes of both to these words', () => {
    const people = constantFrom(ana, sam, lea, kim, hal);
    const steps = array(
      oneof(
        tuple(people, boolean()).map(([person, may]) => thank(person, may)),
        tuple(people, integer({ min: 7, max: 10 }), boolean()).map((it) => show(...it)),
        tuple(people, integer({ min: 7, max: 10 })).map(([person, seq]) =>
          amend(person, person === ana ? null : person, seq),
        ),
        tuple(people, constantFrom<'fixed' | 'not-fixed'>('fixed', 'not-fixed')).map(([person, verdict]) =>
          says(person, verdict),
        ),
        constantFrom<Step>(thank(ana, true), show(sam, 7), show(sam, 8)),
      ),
      { maxLength: 20 },
    );
    let shown = 0;
    assert(
      property(steps, (all) => {
        let now: Issue = issue;
        const events: { readonly event: IssueEvent; readonly seq: number }[] = [];
        for (const step of all) {
          if ('type' in step) continue;
          const decision = decide(now, ...step, thursday);
          if (!decision.ok) continue;
          for (const event of decision.events) {
            now = evolve(now, event);
            events.push({ event, seq: now.version });
          }
        }
        const forAll = linesOf(now).filter(isForAll);
        shown += forAll.length;
        return forAll.every(({ seq }) => saidYes(events, seq));
      }),
      { numRuns: 500 },
    );
    expect(shown).toBeGreaterThan(5);
  });
});

/** What the history says: whoever wrote it agrees by now, and so does the owner since these are the words. */
function saidYes(
  events: readonly { readonly event: IssueEvent; readonly seq: number }[],
  seq: number,
): boolean {
  let writer = false;
  let owner = false;
  for (const { event, seq: at } of events) {
    if (event.type === 'thanked' && at === seq) writer = event.mayShow;
    if (event.type === 'thanks-shown' && event.of === seq && event.as === 'writer') writer = event.mayShow;
    if (event.type === 'thanks-shown' && event.of === seq && event.as === 'owner') owner = event.mayShow;
    if (event.type === 'amended' && event.of === seq) owner = false;
  }
  return writer && owner;
}

it('reporters read what came of their flag where others confirmed it, and beside their own answer', () => {
  const toldReporter = (change: ReturnType<typeof live>) =>
    told(change).filter((it) => it.startsWith('news') && it.endsWith('to ana'));
  const resolved = anIssue({ state: 'resolved', meToos: [aMeToo(lea)] });
  const silent = { ...resolved, reporterIsSilent: true };
  expect(toldReporter(live(silent, says(lea, 'fixed')))).toEqual(['news 42/6 to ana']);
  expect(toldReporter(live(resolved, says(ana, 'fixed')))).toEqual([]);
  expect(toldReporter(live({ ...silent, owner: ana }, says(lea, 'fixed')))).toEqual(['news 42/6 to ana']);
});
