import { z } from 'zod';

/** What the tests need to know of the run's server. */
export const testPostgresSchema = z.object({ adminUrl: z.string(), template: z.string() });

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
