import { setTimeout as delay } from 'node:timers/promises';

import { z } from 'zod';

/** What the tests need to know of the run's server. */
export const testPostgresSchema = z.object({
  adminUrl: z.string(),
  template: z.string(),
  /** For what a test leaves on disk, servers included: it is cleared when the run is over. */
  scratchDir: z.string(),
});

export type TestPostgres = z.infer<typeof testPostgresSchema>;

declare module 'vitest' {
  interface ProvidedContext {
    postgres: TestPostgres;
  }
}

/** The same server and user, another database. */
export function inDatabase(url: string, database: string): string {
  const changed = new URL(url);
  changed.pathname = `/${database}`;
  return changed.href;
}

/** Asks again and again, for half a minute at most. */
export async function waitUntil(holds: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 30_000;
  while (!(await holds())) {
    if (Date.now() > deadline) throw new Error('Waited half a minute in vain.');
    await delay(20);
  }
}
