import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { startApp } from './app.ts';
import type { RunningApp } from './app.ts';
import { ConfigFault, configOfProcess } from './config.ts';
import type { Config } from './config.ts';
import { openLog } from './log.ts';
import type { Log } from './log.ts';
import { makeKeyRing, readKeyRing } from './platform/keys.ts';
import type { KeyRing } from './platform/keys.ts';
import { startEmbedded } from './platform/postgres/embedded.ts';
import { startFault } from './start-fault.ts';

/** What was started, in the order in which it is to be stopped. */
type Stops = (() => Promise<void>)[];

/** A stop that takes longer is given up: whatever was not finished is done by the next start. */
const patienceMs = 9500;

async function start(config: Config, log: Log, stops: Stops): Promise<void> {
  const { settings, secrets } = config;
  const keys = secrets.keys ?? (await keysOf(settings.dataDir));
  const databaseUrl = secrets.databaseUrl ?? (await embedded(settings.dataDir, log, stops));
  const playground = secrets.slack === null ? await openPlayground(config, stops) : null;
  const app = await startApp({
    databaseUrl,
    keys,
    log,
    port: settings.port,
    slack: playground?.slack ?? neverNull(secrets.slack),
    slackApiUrl: playground?.apiUrl ?? settings.slackApiUrl,
    settings: {
      commandName: settings.commandName,
      adminUsers: settings.adminUsers,
      issuesChannel: playground?.issuesChannel ?? neverNull(settings.issuesChannel),
      postingPauseSeconds: settings.postingPauseSeconds ?? (playground === null ? 60 : 5),
    },
  });
  stops.unshift(() => app.stop());
  log.info({ port: app.port }, 'Flagpost is up');
  if (playground !== null) greet(app, playground);
}

/** The configuration has made sure of it. */
function neverNull<T>(value: T | null): T {
  if (value === null) throw new Error('the configuration let a missing value through');
  return value;
}

async function embedded(dataDir: string, log: Log, stops: Stops): Promise<string> {
  const { url, stop } = await startEmbedded({ dataDir, log });
  stops.push(stop);
  return url;
}

/** Outside production the key ring is made once and kept beside the data. */
async function keysOf(dataDir: string): Promise<KeyRing> {
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  const file = join(dataDir, 'keys');
  await writeFile(file, makeKeyRing(), { flag: 'wx', mode: 0o600 }).catch((error: unknown) => {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  });
  const ring = readKeyRing(await readFile(file, 'utf8'));
  if (ring === null)
    throw new ConfigFault([
      `${file} holds no keys. Put back the file that was there, or set ENCRYPTION_KEYS.`,
    ]);
  return ring;
}

type Playground = Awaited<ReturnType<typeof openPlayground>>;

/** The Slack of this machine; it is not part of the production image, hence the import at run time. */
async function openPlayground({ settings }: Config, stops: Stops) {
  const { startPlayground } = await import('./playground/start.ts');
  const port = settings.port === 0 ? 0 : settings.port + 1;
  const playground = await startPlayground(port, join(settings.dataDir, 'slack.json'));
  stops.push(playground.stop);
  return playground;
}

function greet(app: RunningApp, playground: Playground): void {
  playground.connect(`http://127.0.0.1:${app.port}/slack/events`);
  process.stdout.write(`\n${playground.howTo}\n`);
}

async function stopAll(stops: Stops): Promise<void> {
  for (const stop of stops) await stop();
}

async function main(): Promise<void> {
  const config = configOfProcess();
  const log = openLog(config.settings.logLevel);
  const stops: Stops = [];
  let isStopping = false;
  const stop = (signal: string): void => {
    /* Ctrl+C reaches us twice under npm: from the terminal, and passed on. */
    if (isStopping) return;
    isStopping = true;
    log.info({ signal }, 'Stopping');
    setTimeout(() => process.exit(1), patienceMs).unref();
    stopAll(stops).then(
      () => process.exit(0),
      (error: unknown) => {
        log.error({ err: error }, 'The stop came to nothing');
        process.exit(1);
      },
    );
  };
  process.on('uncaughtException', (error) => {
    log.fatal({ err: error }, 'Something went wrong that nobody had thought of');
    process.exit(1);
  });
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
  try {
    await start(config, log, stops);
  } catch (error) {
    log.fatal({ err: error }, 'Flagpost could not start');
    await stopAll(stops).catch(() => undefined);
    throw error;
  }
}

main().catch((error: unknown) => {
  const why = error instanceof ConfigFault ? error.message : startFault(error);
  process.stderr.write(`${why ?? "Flagpost can't start; its log says why."}\n`);
  /* Whatever was opened before it went wrong would keep the process alive, and half of a bot at work. */
  process.exit(1);
});
