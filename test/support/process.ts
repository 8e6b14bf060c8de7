import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

import { z } from 'zod';

import { makeKeyRing } from '../../src/platform/keys.ts';
import { visit } from '../../src/playground/people/person.ts';
import type { Visit } from '../../src/playground/people/person.ts';
import { freePort } from './free-port.ts';
import { plainEnvironment } from './plain-environment.ts';
import { createDatabase, createScratchDir } from './postgres.ts';

/** The bot and Slack, each a process of its own, so that one can be killed without the other. */
export interface TestProcesses {
  readonly slack: Visit;
  readonly databaseUrl: string;
  readonly address: string;
  /** The bot's process, as it runs now. */
  bot(): Bot;
  /** Starts a second bot beside the first, at the same port; resolves when it has ended. */
  startsInVain(): Promise<{ code: number | null; said: string }>;
  /** Starts the bot on the data that is there, and waits until it is ready. */
  start(): Promise<Bot>;
  close(): Promise<void>;
}

export interface Bot {
  readonly pid: number;
  readonly logged: () => string;
  /** Ends it at once; resolves when it is gone. */
  kill(): Promise<void>;
  /** Resolves to its exit code when it ends by itself; throws after `mostMs`. */
  ended(mostMs: number): Promise<number | null>;
  /** SIGTERM; resolves to its exit code and how long it took. */
  stop(): Promise<{ code: number | null; ms: number }>;
}

export interface ProcessWishes {
  readonly pauseSeconds?: number;
  /** How the bot is started; `node src/main.ts` unless given. */
  readonly command?: readonly string[];
}

const introduced = z.object({ url: z.string(), apiUrl: z.string() });

export async function openProcesses(wishes: ProcessWishes = {}): Promise<TestProcesses> {
  const database = await createDatabase();
  const secrets = {
    signingSecret: randomBytes(16).toString('hex'),
    botToken: `xoxb-${randomBytes(12).toString('hex')}`,
  };
  const double = await startDouble(secrets);
  const slack = visit(double.url);
  const port = await freePort(); // The bot must come back at the address that Slack knows.
  const address = `http://127.0.0.1:${port}`;
  await slack.connect(`${address}/slack/events`);
  await slack.retriesEventsAt(0.1);
  const { channels } = await slack.world();
  const environment = {
    ...plainEnvironment(),
    DATABASE_URL: database.url,
    DATA_DIR: await createScratchDir(),
    ENCRYPTION_KEYS: makeKeyRing(),
    SLACK_SIGNING_SECRET: secrets.signingSecret,
    SLACK_BOT_TOKEN: secrets.botToken,
    SLACK_API_URL: double.apiUrl,
    ISSUES_CHANNEL: channels.find(({ name }) => name === 'process-gaps')?.id,
    POSTING_PAUSE_SECONDS: String(wishes.pauseSeconds ?? 0),
    PORT: String(port),
  };
  const command = wishes.command ?? [process.execPath, 'src/main.ts'];
  const bots: Bot[] = [];
  const start = async (): Promise<Bot> => {
    const bot = startBot(command, environment);
    bots.push(bot);
    await untilReady(address, bot);
    return bot;
  };
  const close = async (): Promise<void> => {
    for (const bot of bots) await bot.kill();
    await slack.behaves();
    double.child.kill('SIGTERM');
    await double.exited;
    await database.drop();
  };
  try {
    await start();
  } catch (error) {
    await close();
    throw error;
  }
  return {
    slack,
    address,
    databaseUrl: database.url,
    start,
    bot: () => lastOf(bots),
    startsInVain: async () => {
      const second = startBot(command, environment);
      bots.push(second);
      return { code: await second.ended(startPatienceMs), said: second.logged() };
    },
    close,
  };
}

function lastOf(bots: readonly Bot[]): Bot {
  const bot = bots.at(-1);
  if (bot === undefined) throw new Error('no bot was started');
  return bot;
}

async function startDouble({ signingSecret, botToken }: { signingSecret: string; botToken: string }) {
  const args = ['src/playground/main.ts', '--signing-secret', signingSecret, '--bot-token', botToken];
  const child = spawn(process.execPath, args, {
    env: plainEnvironment(),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exited = once(child, 'exit');
  const [line] = await Promise.race([once(createInterface(child.stdout), 'line'), exited]);
  if (typeof line !== 'string') throw new Error('Slack did not start; see above.');
  return { child, exited, ...introduced.parse(JSON.parse(line)) };
}

function startBot([program = '', ...args]: readonly string[], env: NodeJS.ProcessEnv): Bot {
  const child = spawn(program, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const said: string[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (part: string) => said.push(part));
  const exited = once(child, 'exit');
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    if (isRunning(child)) child.kill(signal);
    await exited;
  };
  return {
    pid: child.pid ?? 0,
    logged: () => said.join(''),
    kill: () => end('SIGKILL'),
    ended: async (mostMs) => {
      const signal = AbortSignal.timeout(mostMs);
      const late = new Promise<never>((_, reject) => {
        signal.addEventListener('abort', () => reject(new Error(`still running:\n${said.join('')}`)));
      });
      await Promise.race([exited, late]);
      return child.exitCode;
    },
    stop: async () => {
      const began = performance.now();
      await end('SIGTERM');
      return { code: child.exitCode, ms: performance.now() - began };
    },
  };
}

function isRunning(child: ChildProcess): boolean {
  return child.exitCode === null && child.signalCode === null;
}

const startPatienceMs = 20_000;

async function untilReady(address: string, bot: Bot): Promise<void> {
  const deadline = Date.now() + startPatienceMs;
  for (;;) {
    const answer = await fetch(`${address}/readyz`).catch(() => null);
    if (answer?.ok) return;
    if (Date.now() > deadline) throw new Error(`not ready: ${await answer?.text()}\n${bot.logged()}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
