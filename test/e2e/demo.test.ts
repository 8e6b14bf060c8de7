import { expect, test } from 'vitest';

import { play } from '../../src/playground/journey.ts';
import { passTime } from '../../src/playground/time/pass.ts';
import { aThursday } from '../../src/playground/time/thursday.ts';
import { inAWorkspace } from './a-workspace.ts';

const here = inAWorkspace({ pauseSeconds: 1, onSlacksClock: true });

test(
  'the demo tells its story to the end, each thread with all that was said',
  { timeout: 120_000 },
  async () => {
    const { slack, double, passing } = here();
    const { clock } = double;
    clock.moveTo(aThursday(clock.now(), 10));
    const never = new AbortController().signal;
    const told: string[] = [];
    await play({
      slack,
      pass: (at) => passTime(double, passing, at(clock.now()), never),
      say: (line) => void told.push(line),
    });
    const last = told.slice(told.indexOf('\n━━ Ana presses Fixed'), told.indexOf('\n━━ It is Monday, 9:00'));
    const replies = last.filter((line) => line.startsWith('   │     Flagpost: '));
    expect(replies.slice(-2)).toEqual([
      expect.stringContaining('calls it solved. What changed:'),
      expect.stringContaining('Fixed, says the person who flagged it.'),
    ]);
    expect(told.at(-1)).toContain('nothing was left lying');
  },
);
