import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

import { play } from './journey.ts';
import { visit } from './people/person.ts';
import { startSlack } from './slack.ts';
import { makeSecrets, shortcuts } from './start.ts';

/** How long the bot may take to come up: the first start makes a database. */
const patienceMs = 30_000;

/**
 * Plays a journey of three people: the bot as a process of its own, reached over signed HTTP, on a fresh Postgres.
 * Exits 0, or says which step didn't happen.
 */
async function demo(): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), 'flagpost-demo-'));
  const secrets = makeSecrets();
  const slack = await startSlack({ ...secrets, shortcuts });
  const issuesChannel = (await visit(slack.url).world()).channels.find(
    ({ name }) => name === 'process-gaps',
  )?.id;
  const bot = startBot({
    DATA_DIR: dataDir,
    ISSUES_CHANNEL: issuesChannel ?? '',
    PORT: '0',
    POSTING_PAUSE_SECONDS: '1',
    SLACK_API_URL: slack.apiUrl,
    SLACK_BOT_TOKEN: secrets.botToken,
    SLACK_SIGNING_SECRET: secrets.signingSecret,
  });
  try {
    slack.connect(`http://127.0.0.1:${await portOf(bot)}/slack/events`);
    await play(visit(slack.url), (line) => process.stdout.write(`${line}\n`));
  } finally {
    await stopBot(bot);
    await slack.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

function startBot(settings: Record<string, string>): ChildProcess {
  const main = new URL('../main.ts', import.meta.url).pathname;
  return spawn(process.execPath, [main], { env: settings, stdio: ['ignore', 'pipe', 'inherit'] });
}

/** The bot says in its log where it listens, once it does. */
async function portOf(bot: ChildProcess): Promise<number> {
  const signal = AbortSignal.timeout(patienceMs);
  const exited = once(bot, 'exit', { signal }).then(() => {
    throw new Error('the bot did not start');
  });
  return await Promise.race([readPort(bot), exited]);
}

async function readPort(bot: ChildProcess): Promise<number> {
  if (bot.stdout === null) throw new Error('the bot has no output');
  for await (const line of createInterface({ input: bot.stdout })) {
    const port = /"port":(\d+)/.exec(line)?.[1];
    if (port !== undefined) return Number(port);
  }
  throw new Error('the bot did not say where it listens');
}

async function stopBot(bot: ChildProcess): Promise<void> {
  if (bot.exitCode !== null) return;
  bot.stdout?.resume();
  const exited = once(bot, 'exit');
  bot.kill('SIGTERM');
  await exited;
}

demo().catch((error: unknown) => {
  process.stderr.write(`\n${wordsOf(error)}\n`);
  process.exitCode = 1;
});

function wordsOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? `${error.message}\n\n${error.cause.message}` : error.message;
}
