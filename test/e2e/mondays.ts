import type { Temporal } from 'temporal-polyfill';
import { expect } from 'vitest';

import { askDatabase } from '../support/looking.ts';
import type { TestWorkspace } from '../support/workspace.ts';
import { patienceMs } from './a-workspace.ts';

/** When the next digest is due, as long as nobody has chosen otherwise. */
export function nextMonday({ clock }: TestWorkspace): Temporal.Instant {
  const now = clock.now().toZonedDateTimeISO('UTC');
  const days = (8 - now.dayOfWeek) % 7 || 7;
  return now.add({ days }).withPlainTime('09:00').toInstant();
}

/** It is nine on the next Monday; the bot has looked whether a digest is due, and all that follows is said. */
export async function mondayComes(workspace: TestWorkspace): Promise<void> {
  const { clock, slack } = workspace;
  const toMonday = nextMonday(workspace).since(clock.now());
  clock.skip({ milliseconds: Math.ceil(toMonday.total('milliseconds')) });
  await slack.ages(20_000);
  await isLookedAt(workspace);
}

export async function isLookedAt({ clock, databaseUrl }: TestWorkspace): Promise<void> {
  /* What is being looked at just now would be found again in fifteen seconds. */
  const soon = clock.now().add({ seconds: 20 }).toString();
  const due = `select 1 from due where (kind = 'digest' and due_at <= '${soon}')
    or kind = 'hand-over'`;
  await expect.poll(() => askDatabase(databaseUrl, due), { timeout: patienceMs }).toEqual([]);
  await expect.poll(() => askDatabase(databaseUrl, open), { timeout: patienceMs }).toEqual([]);
}

const open = `select 1 from pgboss.job where state in ('created', 'retry', 'active') and name = 'draw'`;

/** Nobody is asked for a first answer from here on: of what goes wrong with a post, the digest's is the first. */
export async function nothingIsPromised({ databaseUrl }: TestWorkspace): Promise<void> {
  await askDatabase(databaseUrl, `delete from due where kind = 'promise-passes'`);
}
