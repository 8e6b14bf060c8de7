import { randomBytes } from 'node:crypto';

import { startApp } from '../../src/app.ts';
import type { AppOptions, RunningApp } from '../../src/app.ts';
import { openLog } from '../../src/log.ts';
import type { Passing } from '../../src/passing.ts';
import { makeKeyRing, readKeyRing } from '../../src/platform/keys.ts';
import type { Double } from '../../src/playground/double/double.ts';
import { openPage } from '../../src/playground/page/open.ts';
import { visit } from '../../src/playground/people/person.ts';
import type { Visit } from '../../src/playground/people/person.ts';
import { startSlack } from '../../src/playground/slack.ts';
import { command, shortcuts } from '../../src/playground/start.ts';
import { onAWorkday, testClock } from './clock.ts';
import type { TestClock } from './clock.ts';
import { createDatabase } from './postgres.ts';

export interface TestWorkspace {
  readonly slack: Visit;
  /** Slack itself, for what nobody can bring about from outside. */
  readonly double: Double;
  readonly clock: TestClock;
  readonly databaseUrl: string;
  readonly options: AppOptions;
  /** What the bot has logged so far. */
  readonly logged: () => string;
  readonly address: () => string;
  readonly isIdle: () => Promise<boolean>;
  /** The bot, for whoever moves its clock. */
  readonly passing: Passing;
  /** Stops the bot, and starts it again on the same data; `until` it is ready, or only takes requests. */
  restart(changes?: Partial<AppOptions>, until?: 'ready' | 'listening'): Promise<void>;
  stopApp(): Promise<void>;
  close(): Promise<void>;
}

export interface Wishes {
  readonly pauseSeconds?: number;
  /** No channel for issues is set: an admin is asked for one. */
  readonly hasNoChannel?: boolean;
  readonly hasNoLearningChannel?: boolean;
  /** What there is in Slack before the bot starts. */
  readonly prepare?: (slack: Visit) => Promise<unknown>;
  readonly adminUsers?: readonly string[];
  readonly commandName?: string;
  readonly socketMode?: boolean;
  /** The playground's page, at the bot's own address. */
  readonly withPage?: boolean;
  /** As the playground has it: the bot goes by its Slack's clock, and the page can move that. */
  readonly onSlacksClock?: boolean;
  readonly databaseUrl?: string;
  readonly receiptPatienceMs?: number;
  /** When everything begins, as an instant; else on a workday. */
  readonly beginsAt?: string;
}

/** The bot as it runs, on a database of its own, with a Slack of its own. Close it when done. */
export async function openWorkspace(wishes: Wishes = {}): Promise<TestWorkspace> {
  const database = wishes.databaseUrl === undefined ? await createDatabase() : null;
  const secrets = {
    signingSecret: randomBytes(16).toString('hex'),
    botToken: `xoxb-${randomBytes(12).toString('hex')}`,
  };
  const appToken = wishes.socketMode === true ? `xapp-${randomBytes(12).toString('hex')}` : null;
  const server = await startSlack({ ...secrets, shortcuts, ...(appToken === null ? {} : { appToken }) });
  const slack = visit(server.url);
  await wishes.prepare?.(slack);
  const clock = testClock(wishes.beginsAt ?? onAWorkday());
  const lines: string[] = [];
  const commandName = wishes.commandName ?? '/flag-issue';
  let app: RunningApp | null = null;
  const passing: Passing = {
    isIdle: async () => app !== null && (await app.isIdle()),
    nextDue: async () => (await app?.nextDue()) ?? null,
    lookNow: () => app?.lookNow(),
    timeZone: async () => (await app?.timeZone()) ?? 'UTC',
  };
  const page = pageOf(server.double, commandName, passing, wishes);
  const ring = readKeyRing(makeKeyRing());
  if (ring === null) throw new Error('no keys');
  const options: AppOptions = {
    databaseUrl: wishes.databaseUrl ?? database?.url ?? '',
    slack: { ...secrets, appToken },
    slackApiUrl: server.apiUrl,
    keys: ring,
    port: 0,
    others: page.take,
    log: openLog('debug', { write: (line: string) => void lines.push(line) }),
    clock: wishes.onSlacksClock === true ? server.double.clock.now : clock.now,
    ...(wishes.receiptPatienceMs === undefined ? {} : { receiptPatienceMs: wishes.receiptPatienceMs }),
    settings: settingsFor(wishes, await slack.world()),
  };
  const start = async (changes: Partial<AppOptions> = {}, until = 'ready'): Promise<void> => {
    app = await startApp({ ...options, ...changes });
    server.connect(`http://127.0.0.1:${app.port}/slack/events`);
    if (until === 'ready') await untilReady(app.port);
  };
  const stopApp = async (): Promise<void> => {
    page.hangUp();
    await app?.stop();
    app = null;
  };
  await start();
  return {
    slack,
    double: server.double,
    clock: {
      now: clock.now,
      skip: (duration) => {
        clock.skip(duration);
        passing.lookNow();
      },
    },
    options,
    databaseUrl: options.databaseUrl,
    logged: () => lines.join(''),
    address: () => `http://127.0.0.1:${app?.port ?? 0}`,
    isIdle: passing.isIdle,
    passing,
    restart: async (changes, until) => {
      await stopApp();
      await start(changes, until);
    },
    stopApp,
    close: async () => {
      await stopApp();
      await page.close();
      await server.stop();
      await database?.drop();
    },
  };
}

function pageOf(
  double: Double,
  name: string,
  passing: Passing,
  { withPage = false, onSlacksClock = false }: Wishes,
) {
  const bot = onSlacksClock ? passing : undefined;
  if (withPage) return openPage({ double, command: { ...command, name }, bot });
  return { take: null, hangUp: () => undefined, close: () => Promise.resolve() };
}

type World = Awaited<ReturnType<Visit['world']>>;

function settingsFor(wishes: Wishes, { channels }: World): AppOptions['settings'] {
  const { hasNoChannel = false, pauseSeconds = 0, adminUsers = [], commandName = '/flag-issue' } = wishes;
  const idOf = (channel: string): string | null => channels.find(({ name }) => name === channel)?.id ?? null;
  return {
    commandName,
    adminUsers,
    issuesChannel: hasNoChannel ? null : idOf('process-gaps'),
    learningChannel: wishes.hasNoLearningChannel === true ? null : idOf('learnings'),
    postingPauseSeconds: pauseSeconds,
    timeZone: 'UTC',
  };
}

async function untilReady(port: number): Promise<void> {
  const deadline = Date.now() + 30_000;
  for (;;) {
    const answer = await fetch(`http://127.0.0.1:${port}/readyz`);
    if (answer.ok) return;
    if (Date.now() > deadline) throw new Error(`not ready: ${await answer.text()}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
