import { describe, expect, it } from 'vitest';

import type { Cadence } from '../../src/core/cadence.ts';
import { ana, hal, kim, max, ned, thursday } from '../support/builders.ts';
import { takeStep, told, wanted } from './life.ts';
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
