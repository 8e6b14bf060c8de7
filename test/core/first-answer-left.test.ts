import { describe, expect, it } from 'vitest';

import type { Cadence } from '../../src/core/cadence.ts';
import type { PersonId } from '../../src/core/issue.ts';
import { ana, anIssue, hal, kim, max, ned, sam, thursday } from '../support/builders.ts';
import { nameOf, takeStep, told, wanted } from './life.ts';
import type { Change } from './life.ts';
import { administered, afterPassing, ladder, open, passes } from './promises.ts';

const before: Cadence = ladder([kim], [], []);
const named: Cadence = ladder([ned], [], []);

/** Kim was asked, so often; now these lead. */
function then(times: number, by: Cadence): Change {
  return takeStep(afterPassing(times, before).after, passes(by), thursday.add({ hours: 5 }));
}

describe('who was asked for a first answer does not lead any more', () => {
  it.each([
    ['while their time runs', 1],
    ['once everybody there was had been asked', 2],
  ])('whoever leads now is asked %s, and its reporter hears who has it', (_, times) => {
    const change = then(times, named);
    expect(change.events).toMatchObject([
      { type: 'promised', isAgain: true, to: [ned], isTop: true, promise: { rung: 0, hasPassed: true } },
    ]);
    const { version } = change.after;
    expect(wanted(change)).toEqual([`first-answer 42/${version} to ned`]);
    expect(told(change)).toContain(`news 42/${version} to ana`);
    expect(change.after).toMatchObject({ asked: { of: [ned] } });
    expect(takeStep(change.after, passes(named), thursday.add({ hours: 5 })).events).toEqual([]);
  });

  it('somebody above has it already: it stays with them', () => {
    const two = ladder([kim], [hal], []);
    const above = afterPassing(2, two).after;
    expect(above).toMatchObject({ asked: { of: [kim, hal] } });
    const change = takeStep(above, passes(ladder([ned], [hal], [])), thursday.add({ hours: 5 }));
    expect(change.events).toEqual([]);
  });

  it('an admin was asked, since only its reporter led: whoever is named is asked instead, and nobody before', () => {
    const alone = administered(ladder([ana], [], []), hal);
    const { after } = afterPassing(2, alone);
    expect(after).toMatchObject({ promise: { state: 'unanswered' }, asked: { of: [hal], isTop: true } });
    expect(takeStep(after, passes(alone), thursday.add({ hours: 20 })).events).toEqual([]);
    const others = administered(ladder([ana, ned], [], []), hal);
    const change = takeStep(after, passes(others), thursday.add({ hours: 20 }));
    expect(change.events).toMatchObject([{ type: 'promised', isAgain: true, to: [ned] }]);
  });

  it('it is on its way to somebody above who leaves: whoever stands there now is asked at once', () => {
    const two = ladder([kim], [hal], []);
    const { after } = afterPassing(2, two);
    const left =
      after.state === 'open' ? { ...after, asked: { of: [kim], since: 3, turn: 4, isTop: true } } : after;
    const looks = (by: Cadence): Change => takeStep(left, passes(by), thursday.add({ hours: 5 }));
    expect(looks(ladder([kim], [sam], [])).events).toMatchObject([
      { type: 'promise-passed', to: [sam], isTop: true, promise: { rung: 1, hasPassed: true } },
    ]);
    expect(looks(ladder([kim], [], [])).events).toMatchObject([
      { type: 'promise-passed', to: [], promise: { state: 'unanswered' } },
    ]);
  });

  it('nobody leads yet: it waits as it did, and the first who is named is asked', () => {
    const nobody = ladder([], [], []);
    expect(then(1, nobody).events).toEqual([]);
    expect(then(2, nobody).events).toEqual([]);
    const { after } = afterPassing(2, nobody, open);
    expect(after).toMatchObject({ promise: { state: 'unanswered' }, asked: null });
    const change = takeStep(after, passes(ladder([max], [], [])), thursday.add({ hours: 20 }));
    expect(change.events).toMatchObject([{ type: 'promised', to: [max] }]);
  });
});

describe('all who led were asked for a first answer in vain', () => {
  it.each<readonly [string, Cadence, readonly PersonId[]]>([
    ['a sponsor', ladder([kim], [], [hal]), [hal]],
    ['those whom the leads turn to', ladder([kim], [hal], []), [hal]],
    ['another lead', ladder([kim, ned], [], []), [ned]],
    ['nobody but its reporter', ladder([kim], [ana], [ana]), []],
    ['themselves on another rung', ladder([kim], [kim], []), []],
  ])('%s is named: they are asked, once, and those below can still answer', (_, by, to) => {
    const { after: inVain } = afterPassing(2, before);
    expect(inVain).toMatchObject({ promise: { state: 'unanswered' } });
    const change = takeStep(inVain, passes(by), thursday.add({ hours: 50 }));
    const { version } = change.after;
    expect(change.events).toMatchObject(to.length === 0 ? [] : [{ type: 'promise-passed', to, isTop: true }]);
    expect(wanted(change)).toEqual(to.map((it) => `first-answer 42/${version} to ${nameOf(it)}`));
    expect(change.after).toMatchObject({ asked: { of: [kim, ...to], since: 3 } });
    const later = takeStep(change.after, passes(by), thursday.add({ hours: 500 })).after;
    expect(later).toMatchObject({ promise: { state: 'unanswered' } });
    expect(takeStep(later, passes(by), thursday.add({ hours: 900 })).events).toEqual([]);
  });

  it('a lead is named of whom its reporter wanted to keep clear: they are not asked', () => {
    const above = ladder([], [hal], []);
    const saved = anIssue({ state: 'saved', asksAbove: true });
    const posted = takeStep(saved, { type: 'post' }, thursday.add({ minutes: 1 }), above).after;
    const inVain = takeStep(posted, passes(above), thursday.add({ hours: 50 })).after;
    expect(inVain).toMatchObject({ promise: { state: 'unanswered' }, asked: { of: [hal] } });
    const looks = (by: Cadence) => takeStep(inVain, passes(by), thursday.add({ hours: 90 })).events;
    expect(looks(ladder([kim], [hal], []))).toEqual([]);
    expect(looks(ladder([kim], [hal], [sam]))).toMatchObject([{ to: [sam] }]);
  });
});
