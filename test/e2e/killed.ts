import { afterEach, beforeEach, expect } from 'vitest';

import { cardsSaying, leftUnfinished } from '../support/looking.ts';
import { openProcesses } from '../support/process.ts';
import type { TestProcesses } from '../support/process.ts';

/** From the restart until all is as if nothing had happened: the unsure minute, and what a busy machine adds. */
export const recoveryMs = 90_000;

/** For each test of a file a bot that can be killed, and a Slack that stays. */
export function eachWithProcesses() {
  let opened: TestProcesses | null = null;
  beforeEach(async () => {
    opened = await openProcesses();
  });
  afterEach(async () => {
    await opened?.close();
    opened = null;
  });
  const here = (): TestProcesses => {
    if (opened === null) throw new Error('no process was started yet');
    return opened;
  };
  return {
    here,
    cards: (words: string): Promise<number> => cardsSaying(here().slack, words),
    calls: async (method: string): Promise<number> => (await here().slack.calls(method)).length,
    settled: async (): Promise<void> => {
      await expect
        .poll(() => leftUnfinished(here().databaseUrl), { timeout: recoveryMs, interval: 250 })
        .toEqual([]);
    },
  };
}
