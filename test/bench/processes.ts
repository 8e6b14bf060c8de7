import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

/** A program of its own, started with Node. Its last words are kept for when it goes wrong. */
export interface Program {
  readonly pid: number;
  readonly lines: AsyncIterator<string>;
  readonly said: () => string;
  /** Resolves when it has ended, whichever way. */
  readonly ended: Promise<void>;
  /** SIGTERM, and SIGKILL where that is not enough. */
  stop(): Promise<void>;
}

/** Everything that was started and has not ended. */
const running = new Set<Program>();

const mostSaid = 4000;
const stopPatienceMs = 12_000;

export function run(file: string, args: readonly string[], env: NodeJS.ProcessEnv): Program {
  const program = fileURLToPath(new URL(file, new URL('../..', import.meta.url)));
  const child = spawn(process.execPath, [program, ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (part: string) => {
      said = (said + part).slice(-mostSaid);
    });
  const started: Program = {
    pid: child.pid ?? 0,
    lines: createInterface(child.stdout)[Symbol.asyncIterator](),
    said: () => said,
    ended: once(child, 'exit').then(() => void running.delete(started)),
    stop: async () => {
      child.kill('SIGTERM');
      const patience = setTimeout(() => child.kill('SIGKILL'), stopPatienceMs);
      await started.ended;
      clearTimeout(patience);
    },
  };
  running.add(started);
  return started;
}

/** Runs whatever comes of it. */
export async function stopAll(): Promise<void> {
  await Promise.all([...running].map((it) => it.stop()));
}

/** The first line it prints, read as JSON. */
export async function introduction(program: Program): Promise<unknown> {
  const first = await Promise.race([program.lines.next(), program.ended]);
  if (first === undefined || first.done === true) throw new Error(`It did not start:\n${program.said()}`);
  return JSON.parse(first.value);
}

const startPatienceMs = 20_000;
const lookAgainMs = 10;

/** Resolves to how long that took from `began`, in milliseconds. */
export async function untilReady(address: string, program: Program, began: number): Promise<number> {
  for (;;) {
    const isReady = await fetch(`${address}/readyz`).then(
      (answer) => answer.ok,
      () => false,
    );
    const ms = performance.now() - began;
    if (isReady) return ms;
    if (ms > startPatienceMs) throw new Error(`It is not ready:\n${program.said()}`);
    await pause(lookAgainMs);
  }
}
