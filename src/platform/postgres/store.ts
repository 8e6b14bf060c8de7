import type { Temporal } from 'temporal-polyfill';

import type { Enqueue } from '../jobs/jobs.ts';
import type { KeyRing } from '../keys.ts';
import type { Database } from './transact.ts';

export interface Environment {
  /** IANA name. */
  readonly timeZone: string;
  /** Slack user ids: they are admins, besides those Slack knows. */
  readonly adminUsers: readonly string[];
}

/** The database, and what every change of it needs besides. */
export interface Store extends Database {
  readonly keys: KeyRing;
  readonly enqueue: Enqueue;
  readonly clock: () => Temporal.Instant;
  /** What the process was told, where no admin has chosen otherwise. */
  readonly environment: Environment;
}
