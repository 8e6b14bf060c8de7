import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { startApp } from '../app.ts';
import { openLog } from '../log.ts';
import { makeKeyRing, readKeyRing } from '../platform/keys.ts';
import { startEmbedded } from '../platform/postgres/embedded.ts';
import { play } from './journey.ts';
import { visit } from './people/person.ts';
import { startSlack } from './slack.ts';
import { makeSecrets, shortcuts } from './start.ts';
import { passTime } from './time/pass.ts';
import { aThursday } from './time/thursday.ts';

/** What was started, the last first. */
type Stops = (() => Promise<unknown>)[];

/**
 * Plays two journeys on a fresh Postgres, the bot reached over signed HTTP as Slack reaches it. Exits 0, or says which
 * step didn't happen.
 */
async function demo(stops: Stops): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), 'flagpost-demo-'));
  stops.unshift(() => rm(dataDir, { recursive: true, force: true }));
  const secrets = makeSecrets();
  const slack = await startSlack({ ...secrets, shortcuts });
  stops.unshift(slack.stop);
  const { clock, world } = slack.double;
  clock.moveTo(aThursday(clock.now(), 10));
  const log = openLog('warn');
  const database = await startEmbedded({ dataDir, isDurable: false });
  stops.unshift(database.stop);
  const app = await startApp({
    databaseUrl: database.url,
    slack: { ...secrets, appToken: null },
    slackApiUrl: slack.apiUrl,
    keys: neverNull(readKeyRing(makeKeyRing())),
    settings: {
      commandName: '/flag-issue',
      adminUsers: [],
      issuesChannel: world.channels.find(({ name }) => name === 'process-gaps')?.id ?? null,
      learningChannel: world.channels.find(({ name }) => name === 'learnings')?.id ?? null,
      postingPauseSeconds: 1,
      timeZone: 'UTC',
    },
    port: 0,
    host: '127.0.0.1',
    log,
    clock: clock.now,
  });
  stops.unshift(app.stop);
  slack.connect(`http://127.0.0.1:${app.port}/slack/events`);
  const never = new AbortController().signal;
  await play({
    slack: visit(slack.url),
    pass: (aim) => passTime(slack.double, app, aim(clock.now()), never),
    say: (line) => process.stdout.write(`${line}\n`),
  });
}

function neverNull<T>(value: T | null): T {
  if (value === null) throw new Error('a fresh key ring holds no keys');
  return value;
}

const stops: Stops = [];
try {
  await demo(stops);
} catch (error) {
  process.stderr.write(`\n${wordsOf(error)}\n`);
  process.exitCode = 1;
} finally {
  for (const stop of stops) await stop();
}

function wordsOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? `${error.message}\n\n${error.cause.message}` : error.message;
}
