import { spawn } from 'node:child_process';
import { once } from 'node:events';

import { expect, onTestFinished, vi } from 'vitest';

import { plainEnvironment } from './plain-environment.ts';

/** `npm start` with nothing set but where it keeps its things, and what else a test sets. */
export async function npmStart(port: number, dataDir: string, set: Readonly<Record<string, string>> = {}) {
  const child = startMain({ DATA_DIR: dataDir, PORT: String(port), POSTING_PAUSE_SECONDS: '0', ...set });
  const exited = once(child, 'exit');
  let said = '';
  child.stdout?.setEncoding('utf8').on('data', (part: string) => (said += part));
  const addresses = (): string[] => said.match(/^ *http:\S+$/gm) ?? [];
  await vi.waitFor(() => expect(addresses()).toHaveLength(1), { timeout: 60_000, interval: 100 });
  return {
    address: addresses()[0]?.trim() ?? '',
    kill: async (): Promise<void> => {
      child.kill('SIGKILL');
      await exited;
    },
    stop: async (): Promise<unknown> => {
      child.kill('SIGTERM');
      const [code] = await exited;
      return code;
    },
  };
}

/** A start that ends by itself: its exit code, and all that stands in the terminal. */
export async function npmStartsInVain(set: Readonly<Record<string, string>>) {
  const child = startMain(set, 'pipe');
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (part: string) => (said += part));
  const [code] = await once(child, 'close');
  return { code: Number(code), said };
}

function startMain(set: Readonly<Record<string, string>>, errors: 'inherit' | 'pipe' = 'inherit') {
  const env = { ...plainEnvironment(), ...set };
  const child = spawn(process.execPath, ['src/main.ts'], { env, stdio: ['ignore', 'pipe', errors] });
  onTestFinished(() => void child.kill('SIGKILL'));
  return child;
}
