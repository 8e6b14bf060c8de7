import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { startApp } from './app.ts';
import type { AppOptions } from './app.ts';
import { ConfigFault, configOfProcess } from './config.ts';
import type { Config } from './config.ts';
import { openLog } from './log.ts';
import type { Log } from './log.ts';
import { makeKeyRing, readKeyRing } from './platform/keys.ts';
import type { KeyRing } from './platform/keys.ts';
import { startEmbedded } from './platform/postgres/embedded.ts';
import type { Embedded } from './platform/postgres/embedded.ts';
import { holdAlone } from './platform/postgres/hold-alone.ts';
import { startRenewable } from './renewable.ts';
import { StartFault, startFault } from './start-fault.ts';
import { finishStartingOver, forgetStartingOver, startOver } from './starting-over.ts';

/** What was started, in the order in which it is to be stopped. */
type Stops = (() => Promise<void>)[];

/** A stop that takes longer is given up: whatever was not finished is done by the next start. */
const patienceMs = 9500;

async function start(config: Config, log: Log, stops: Stops): Promise<void> {
  const { settings, secrets } = config;
  const keys = secrets.keys ?? (await keysOf(settings.dataDir));
  const embedded = secrets.databaseUrl === null ? await openEmbedded(settings.dataDir, log, stops) : null;
  const options = {
    databaseUrl: embedded?.url ?? neverNull(secrets.databaseUrl),
    keys,
    log,
    port: settings.port,
  };
  if (secrets.slack === null) return await startWithPlayground(config, options, embedded, stops);
  if (embedded !== null) await forgetStartingOver(settings.dataDir);
  const app = await startApp({
    ...options,
    slack: secrets.slack,
    slackApiUrl: settings.slackApiUrl,
    settings: {
      commandName: settings.commandName,
      adminUsers: settings.adminUsers,
      issuesChannel: settings.issuesChannel,
      learningChannel: settings.learningChannel,
      postingPauseSeconds: settings.postingPauseSeconds ?? 60,
      timeZone: 'UTC',
    },
  });
  stops.unshift(() => app.stop());
  log.info({ port: app.port }, 'Flagpost is up');
}

/** The configuration has made sure of it. */
function neverNull<T>(value: T | null): T {
  if (value === null) throw new Error('the configuration let a missing value through');
  return value;
}

async function openEmbedded(dataDir: string, log: Log, stops: Stops): Promise<Embedded> {
  const embedded = await startEmbedded({ dataDir, log });
  stops.push(embedded.stop);
  return embedded;
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

type Options = Omit<AppOptions, 'slack' | 'slackApiUrl' | 'settings'>;

/**
 * The bot with the Slack of this machine, for this machine only. The playground is not part of the production image,
 * hence the import at run time. Starting over deletes our own database, never one that was brought along.
 */
async function startWithPlayground(
  { settings }: Config,
  options: Options,
  embedded: Embedded | null,
  stops: Stops,
): Promise<void> {
  const postingPauseSeconds = settings.postingPauseSeconds ?? 15;
  await beThePlayground(settings, options, embedded, stops);
  const { dataDir } = settings;
  const stateFile = join(dataDir, 'slack.json');
  if (embedded !== null)
    await finishStartingOver(dataDir, { bot: embedded.empty, slack: () => rm(stateFile, { force: true }) });
  const { startPlayground } = await import('./playground/start.ts');
  const playground = await startPlayground({
    port: settings.port === 0 ? 0 : settings.port + 1,
    stateFile,
    commandName: settings.commandName,
    bot:
      embedded === null
        ? undefined
        : {
            startOver: (clear) => renew(clear, embedded.empty),
            isIdle: () => app.isIdle(),
            nextDue: () => app.nextDue(),
            lookNow: () => app.lookNow(),
            timeZone: () => app.timeZone(),
            pauseSeconds: postingPauseSeconds,
          },
  });
  stops.unshift(playground.stop);
  const app = await startRenewable({
    ...options,
    clock: playground.clock,
    host: '127.0.0.1',
    others: playground.page,
    slack: playground.slack,
    slackApiUrl: playground.apiUrl,
    settings: {
      commandName: settings.commandName,
      adminUsers: settings.adminUsers,
      issuesChannel: playground.issuesChannel,
      learningChannel: playground.learningChannel,
      postingPauseSeconds,
      timeZone: 'UTC',
    },
  });
  stops.unshift(async () => {
    playground.hangUp();
    await app.stop();
  });
  async function renew(clear: () => void, empty: Embedded['empty']): Promise<void> {
    await app.renew(() => startOver(dataDir, { bot: empty, slack: clear }));
  }
  options.log.info({ port: app.port }, 'Flagpost is up');
  playground.connect(`http://127.0.0.1:${app.port}/slack/events`);
  process.stdout.write(`\n${playground.welcome(`http://localhost:${app.port}`)}\n`);
}

const somebody = 'Flagpost that runs already';

/**
 * Two playgrounds on one database would each have a Slack of its own, and either's flags would be posted in whichever
 * of them was faster. @throws StartFault
 */
async function beThePlayground(
  { port, dataDir }: Config['settings'],
  { databaseUrl, log }: Options,
  embedded: Embedded | null,
  stops: Stops,
): Promise<void> {
  const what = embedded === null ? 'The database in DATABASE_URL' : `The folder ${dataDir}`;
  const name = port === 0 ? somebody : `Flagpost on port ${port}`;
  const hold = await holdAlone(embedded?.serverUrl ?? databaseUrl, name, () =>
    log.warn(`${what} is in use by another Flagpost as well; please stop one of the two`),
  );
  if ('heldBy' in hold) {
    const other = embedded === null ? 'DATABASE_URL another one' : 'DATA_DIR another folder';
    throw new StartFault(
      `${what} is in use by the ${hold.heldBy ?? somebody}. Stop that one first, or give this one by ${other}.`,
    );
  }
  stops.unshift(hold.release);
}

async function stopAll(stops: Stops): Promise<void> {
  for (const stop of stops) await stop();
}

async function main(): Promise<void> {
  const config = configOfProcess();
  const log = openLog(config.settings.logLevel);
  for (const doubt of config.doubts) log.warn(doubt);
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
    const known = startFault(error);
    /* What has a name is said in a sentence; places in the code would only hide it. */
    log[known === null ? 'fatal' : 'debug']({ err: error }, 'Flagpost could not start');
    /* Whoever runs it for others reads its log; in the playground the terminal says it, below. */
    if (known !== null && config.secrets.slack !== null) log.fatal(known);
    await stopAll(stops).catch(() => undefined);
    throw error;
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${startFault(error) ?? "Flagpost can't start; its log says why."}\n`);
  /* Whatever was opened before it went wrong would keep the process alive, and half of a bot at work. */
  process.exit(1);
});
