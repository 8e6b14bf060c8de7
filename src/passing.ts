import type { Temporal } from 'temporal-polyfill';

import { readSettings } from './platform/postgres/settings.ts';
import type { Store } from './platform/postgres/store.ts';
import { nextDue } from './platform/postgres/sweep.ts';
import type { Sweeper } from './platform/postgres/sweep.ts';
import { transact } from './platform/postgres/transact.ts';
import type { HouseSettings } from './platform/slack/feature.ts';
import type { Installation } from './platform/slack/installation.ts';

/** What whoever moves the clock of the bot has to know of it. The bot itself goes by its clock, and knows no more. */
export interface Passing {
  /** All that was brought about so far is done and said; what waits for its time does not count. */
  isIdle(): Promise<boolean>;
  /** When the next thing falls due, as far as it is known by now. */
  nextDue(): Promise<Temporal.Instant | null>;
  /** Finds at once what has fallen due. */
  lookNow(): void;
  /** The workspace's, as an IANA name. */
  timeZone(): Promise<string>;
}

export function passingOf(
  store: Store,
  settings: HouseSettings,
  { installation, sweeper }: { readonly installation: Installation; readonly sweeper: Sweeper },
): Omit<Passing, 'isIdle'> {
  return {
    nextDue: () => nextDue(store),
    lookNow: () => sweeper.expect(store.clock()),
    timeZone: async () => {
      await installation.introduced;
      if (!installation.isKnown()) return settings.timeZone;
      const { id: workspace } = installation.workspace();
      const found = await transact(store, { workspace }, (tx) => readSettings(tx, workspace, settings));
      return found.timeZone;
    },
  };
}
