import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

import type { TestProject } from 'vitest/node';

import { testPostgresSchema } from './postgres-server.ts';

const guardFile = fileURLToPath(new URL('postgres-guard.ts', import.meta.url));

/** Starts the run's Postgres, and returns what ends it. Not in the terminal's group: Ctrl-C must not kill the guard. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const guard = spawn(process.execPath, [guardFile], { detached: true, stdio: ['pipe', 'pipe', 'inherit'] });
  const exited = once(guard, 'exit');
  const [line] = await Promise.race([once(createInterface(guard.stdout), 'line'), exited]);
  if (typeof line !== 'string') throw new Error('The test Postgres did not start; see above.');
  project.provide('postgres', testPostgresSchema.parse(JSON.parse(line)));
  return async () => {
    guard.stdin.end('done');
    await exited;
  };
}
