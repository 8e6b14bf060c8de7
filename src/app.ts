import { setTimeout as pause } from 'node:timers/promises';

import type { WebClient } from '@slack/web-api';
import { Temporal } from 'temporal-polyfill';

import type { SlackSecrets } from './config.ts';
import { features } from './features/index.ts';
import { boltLogger } from './log.ts';
import type { Log } from './log.ts';
import { addGauges, jobObserver, missing } from './observed.ts';
import { passingOf } from './passing.ts';
import type { Passing } from './passing.ts';
import { openHttpServer } from './platform/http.ts';
import type { Routes } from './platform/http.ts';
import { openWorker } from './platform/jobs/worker.ts';
import type { KeyRing } from './platform/keys.ts';
import { openMetrics } from './platform/metrics.ts';
import type { Metrics } from './platform/metrics.ts';
import { waysOf } from './platform/postgres/cadence.ts';
import { askIssue, changeIssue } from './platform/postgres/change-issue.ts';
import type { Change } from './platform/postgres/change-issue.ts';
import { openPool, prepareConnection } from './platform/postgres/connect.ts';
import { joinInstead } from './platform/postgres/join-instead.ts';
import { migrate } from './platform/postgres/migrate.ts';
import { sentKey } from './platform/postgres/requests.ts';
import { readSettings } from './platform/postgres/settings.ts';
import { receiptPatienceMs, similarFinder } from './platform/postgres/similar.ts';
import type { Store } from './platform/postgres/store.ts';
import { openSweeper } from './platform/postgres/sweep.ts';
import { deadlineMs, transact } from './platform/postgres/transact.ts';
import type { Wish } from './platform/postgres/wish.ts';
import { whoIsAwake } from './platform/slack/awake.ts';
import { openBolt } from './platform/slack/bolt.ts';
import { jobTimeoutMs, openClient, pressTimeoutMs } from './platform/slack/client.ts';
import type { Courier } from './platform/slack/courier.ts';
import { openDoors } from './platform/slack/door.ts';
import type { Doorway } from './platform/slack/door.ts';
import { listenToEvents } from './platform/slack/events.ts';
import type { House, HouseSettings, Sent, Visit } from './platform/slack/feature.ts';
import { settle } from './platform/slack/first-start.ts';
import { homePublisher } from './platform/slack/home.ts';
import { countInFlight } from './platform/slack/in-flight.ts';
import { openInstallation } from './platform/slack/installation.ts';
import { learnAdmins, learnLadder } from './platform/slack/learn-admins.ts';
import { learnMemberships, learnStanding } from './platform/slack/membership.ts';
import { asksForHours } from './platform/slack/shifts.ts';
import { drawer, jobHandlers, turnTaker } from './platform/slack/work.ts';

export interface AppOptions {
  readonly databaseUrl: string;
  readonly slack: SlackSecrets;
  readonly slackApiUrl: string;
  readonly keys: KeyRing;
  readonly settings: HouseSettings;
  readonly port: number;
  /** The one address to listen at; all of them, if left out. */
  readonly host?: string;
  /** Takes the requests that are not for the bot. */
  readonly others?: Routes['others'];
  readonly log: Log;
  /** Handed in, so that a test needs no patience. */
  readonly clock?: () => Temporal.Instant;
  /** How long a receipt waits for what was flagged before and sounds like it. */
  readonly receiptPatienceMs?: number;
}

export interface RunningApp extends Passing {
  readonly port: number;
  /** Takes no more requests, lets what is under way finish, and closes everything. */
  stop(): Promise<void>;
}

/** The whole bot: opens the database, builds Slack's side and the worker, and registers the features. */
export async function startApp(options: AppOptions): Promise<RunningApp> {
  const metrics = openMetrics();
  const stopping = new AbortController();
  const { store, pool, worker } = await openStore(options, metrics);
  const slack = openSlackSide(options, store, metrics, stopping.signal, openInstallation);
  addGauges(metrics, store, pool, worker);
  /* The port first: where it is taken, this start comes to nothing, and must not have done any work. */
  const http = await openHttpServer(options, {
    slack: slack.bolt.takeRequest,
    ready: () => missing(store, worker, slack.installation),
    metrics: async () => ({ type: metrics.registry.contentType, text: await metrics.registry.metrics() }),
    others: options.others ?? null,
  }).catch(async (error: unknown) => {
    stopping.abort();
    await Promise.allSettled([worker.stop(leastForWorkerMs), pool.end()]);
    throw error;
  });
  await worker.start(slack.handlers);
  slack.sweeper.start();
  await slack.bolt.start();
  void slack.begin();
  return {
    port: http.port,
    isIdle: async () => slack.inFlight.isIdle() && slack.sweeper.isIdle() && (await worker.isIdle()),
    ...passingOf(store, options.settings, slack),
    stop: async () => {
      const giveUpAt = performance.now() + stopPatienceMs;
      await slack.bolt.stop();
      await Promise.all([http.stop(), slack.sweeper.stop()]);
      await Promise.race([slack.inFlight.settled(), pause(effectsPatienceMs, undefined, { ref: false })]);
      stopping.abort();
      const leftMs = Math.max(leastForWorkerMs, giveUpAt - performance.now());
      const late = pause(leftMs, undefined, { ref: false });
      await Promise.all([worker.stop(leftMs), Promise.race([slack.sweeper.settled(), late])]);
      await pool.end();
    },
  };
}

/** Leaves room for the rest of a stop within the ten seconds that Docker and Kubernetes allow at the least. */
const stopPatienceMs = 7500;

/** By now Slack has its answers; what is still under way is best effort, and may wait for a Slack that is slow. */
const effectsPatienceMs = 2500;

const leastForWorkerMs = 1000;

/** A job does not hold its place in the worker for longer than this while it waits for a channel's turn. */
const channelPatienceMs = 3000;

export async function openStore({ databaseUrl, keys, clock, log, settings }: AppOptions, metrics: Metrics) {
  const connection = await prepareConnection(databaseUrl);
  await migrate(connection);
  const pool = openPool(connection, { max: 10 }, (error) =>
    log.warn({ err: error }, 'a connection was lost'),
  );
  const worker = await openWorker(connection, jobObserver(metrics, log));
  const now = clock ?? (() => Temporal.Now.instant());
  const { enqueue } = worker;
  const store: Store = { pool, deadlineMs, keys, enqueue, clock: now, environment: settings };
  return { store, pool, worker };
}

/** Everything between Slack and the neck, for one installation. */
export function openSlackSide(
  options: AppOptions,
  store: Store,
  metrics: Metrics,
  signal: AbortSignal,
  install: typeof openInstallation,
) {
  const { log, slack, slackApiUrl, settings } = options;
  const access = { token: slack.botToken, apiUrl: slackApiUrl, logger: boltLogger(log) };
  const client = openClient(access, jobTimeoutMs);
  const pressClient = openClient(access, pressTimeoutMs);
  const installation = install(store, client, slack.botToken, log, signal);
  const bolt = openBolt(slack, slackApiUrl, installation, log);
  const awake = whoIsAwake(store.clock);
  const courier: Courier = {
    store,
    client,
    settings,
    draw: drawer(features, settings, store),
    awake,
    log,
    patienceMs: channelPatienceMs,
    signal,
  };
  const onFault = (error: unknown): void => log.warn({ err: error }, 'a sweep came to nothing');
  const sweeper = openSweeper(store, turnTaker(courier, onFault), onFault);
  const house = openHouse(options, store, pressClient, metrics, sweeper.expect);
  const inFlight = countInFlight();
  const publishHome = homePublisher(house, features, courier.draw, client, log);
  const { app } = bolt;
  const observe = metrics.observeVisit;
  const doorway: Doorway = {
    app,
    house,
    installation,
    client: pressClient,
    log,
    observe,
    publishHome,
    awake,
    inFlight,
  };
  openDoors(doorway, features);
  listenToEvents(doorway);
  const begin = async (): Promise<void> => {
    await installation.introduced;
    if (installation.isKnown()) await settle(courier, installation.workspace().id, inFlight);
  };
  const handlers = jobHandlers({
    courier,
    publishHome,
    log,
    features,
  });
  return { bolt, sweeper, inFlight, handlers, installation, begin };
}

function openHouse(
  options: AppOptions,
  store: Store,
  client: WebClient,
  { noteShown, noteDisputed }: Metrics,
  expect: House['expect'],
): House {
  const { settings, log } = options;
  const patienceMs = options.receiptPatienceMs ?? receiptPatienceMs;
  const findSimilar = similarFinder(store, patienceMs, (error) =>
    log.warn({ err: error }, 'a receipt went without similar issues'),
  );
  const { adminUsers } = settings;
  const learnt = async (visit: Visit, number: number, wish: Wish): Promise<Change> => {
    if (wish.type === 'ask-support') await learnLadder(store, client, visit);
    const isLook = wish.type === 'ask-look';
    if (isLook) await learnAdmins(store, client, visit, number, adminUsers);
    const strangers = isLook ? [] : await learnMemberships(store, client, visit, number, wish);
    return { ...visit, adminUsers, strangers, number, wish };
  };
  return {
    store,
    settings,
    settingsOf: (workspace) => transact(store, { workspace }, (tx) => readSettings(tx, workspace, settings)),
    waysOf: (workspace) => transact(store, { workspace }, (tx) => waysOf(tx, workspace, settings)),
    standingOf: (visit, others) => learnStanding(store, client, visit, settings.adminUsers, others),
    expect,
    asksForHours: (visit, flagger) => asksForHours(store, client, visit, flagger),
    noteShown,
    noteDisputed,
    similar: ({ workspace, slackUser }, number) => findSimilar(workspace, slackUser, number),
    join: (visit, number, other) => joinInstead(store, { ...visit, number, other }),
    ask: async (visit, number, wish, draftOf) => {
      const change = await learnt(visit, number, wish);
      return await askIssue(store, { ...change, ...(draftOf === undefined ? {} : { draftOf }) });
    },
    change: async (visit, number, wish, sent) => {
      const change = await learnt(visit, number, wish);
      return await changeIssue(store, { ...change, ...asSent(store, visit, wish, sent) });
    },
  };
}

function asSent({ keys }: Store, { workspace, slackUser }: Visit, wish: Wish, sent: Sent | undefined) {
  if (sent === undefined) return {};
  const request = sentKey(keys, { workspace, slackUser, view: sent.view }, JSON.stringify(wish));
  return { request, ...(sent.draftOf === undefined ? {} : { draftOf: sent.draftOf }) };
}
