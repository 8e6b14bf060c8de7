import { expect, test } from 'vitest';

import { changeIssue, takeTurn } from '../../src/platform/postgres/change-issue.ts';
import { flagIssue } from '../../src/platform/postgres/flag-issue.ts';
import { loadHome } from '../../src/platform/postgres/home-lists.ts';
import { loadIssue, loadIssues } from '../../src/platform/postgres/load-issue.ts';
import { transact } from '../../src/platform/postgres/transact.ts';
import type { Wish } from '../../src/platform/postgres/wish.ts';
import { aChange, aFlag, aStore } from './a-store.ts';

const firstPages = { waiting: 0, owned: 0, flagged: 0, unowned: 0, solved: 0 };

test(
  'whoever looks while it is claimed and let go sees the one or the other',
  { timeout: 60_000 },
  async () => {
    const bench = await aStore();
    const { store, workspace } = bench;
    const flag = aFlag(bench, { slackUser: 'UANA', text: 'The kettle leaks', pauseSeconds: 0 });
    const { number } = await flagIssue(store, flag);
    await takeTurn(store, workspace, number, 'post');
    const does = (wish: Wish) => changeIssue(store, aChange(workspace, number, 'USAM', wish));
    await does({ type: 'me-too' });
    await bench.ask(`update people set is_member = true`);
    expect((await does({ type: 'claim' })).ok).toBe(true);
    const end = new AbortController();
    const faults = new Map<string, number>();
    const noted = (name: string) => (error: unknown) => {
      const key = `${name}: ${String(error)}`;
      faults.set(key, (faults.get(key) ?? 0) + 1);
    };
    const looks = async (name: string, look: () => Promise<unknown>): Promise<void> => {
      while (!end.signal.aborted) await look().catch(noted(name));
    };
    const looking = [
      looks('one', () => transact(store, { workspace }, (tx) => loadIssue(tx, workspace, number, 'read'))),
      looks('several', () => transact(store, { workspace }, (tx) => loadIssues(tx, workspace, [number]))),
      looks('Home', () => loadHome(store, workspace, 'UANA', firstPages, [])),
    ];
    for (let round = 0; round < 30; round += 1) {
      await does({ type: 'let-go' });
      await does({ type: 'claim' });
    }
    end.abort();
    await Promise.all(looking);
    expect([...faults]).toEqual([]);
  },
);
