import type { Temporal } from 'temporal-polyfill';

import type { Enqueue } from '../jobs/jobs.ts';
import type { KeyRing } from '../keys.ts';
import type { Database } from './transact.ts';

/** The database, and what every change of it needs besides. */
export interface Store extends Database {
  readonly keys: KeyRing;
  readonly enqueue: Enqueue;
  readonly clock: () => Temporal.Instant;
}
