import { openSlackSide, openStore } from '../../src/app.ts';
import type { AppOptions } from '../../src/app.ts';
import { configOfProcess } from '../../src/config.ts';
import { openLog } from '../../src/log.ts';
import { openHttpServer } from '../../src/platform/http.ts';
import { openMetrics } from '../../src/platform/metrics.ts';
import { settleWorkspace } from '../../src/platform/postgres/workspaces.ts';
import type { Workspace } from '../../src/platform/postgres/workspaces.ts';
import type { Installation } from '../../src/platform/slack/installation.ts';
import { teams } from './teams.ts';

/**
 * Fifty workspaces on one process and one pool. The product's process holds one token, so each workspace has Slack's
 * side of the product to itself here, and the request's team decides which one takes it; door and neck are the
 * product's own.
 */
const { settings, secrets } = configOfProcess();
const { databaseUrl, slack, keys } = secrets;
if (databaseUrl === null || slack === null || keys === null) throw new Error('It needs all three secrets.');
const { issuesChannel, slackApiUrl, port, logLevel } = settings;
const house = {
  commandName: '/flag-issue',
  adminUsers: [],
  issuesChannel,
  learningChannel: null,
  postingPauseSeconds: 3600,
  timeZone: 'UTC',
};
const log = openLog(logLevel);
const options: AppOptions = { databaseUrl, slack, slackApiUrl, keys, log, port, settings: house };
const metrics = openMetrics();
const { store } = await openStore(options, metrics);

function installed(workspace: Workspace): Installation {
  return {
    workspace: () => workspace,
    isKnown: () => true,
    introduced: Promise.resolve(),
    botId: () => 'B0BENCH',
    authorize: ({ teamId }) =>
      teamId === workspace.slackId
        ? Promise.resolve({ botToken: 'xoxb-bench', botId: 'B0BENCH', botUserId: 'U0BENCH' })
        : Promise.reject(new Error('a request for another installation')),
  };
}

type Take = NonNullable<Parameters<typeof openHttpServer>[1]['slack']>;
const takes = new Map<string, Take>();
const { signal } = new AbortController();
for (const slackId of teams) {
  const workspace = await settleWorkspace(store, { slackId, botUserId: 'U0BENCH', url: null });
  const { bolt } = openSlackSide(options, store, metrics, signal, () => installed(workspace));
  if (bolt.takeRequest !== null) takes.set(slackId, bolt.takeRequest);
}

const teamOf = (request: object): string =>
  'rawBody' in request ? (/(?:^|&)team_id=(\w+)/.exec(String(request.rawBody))?.[1] ?? '') : '';

const http = await openHttpServer(
  { port, host: '127.0.0.1' },
  {
    slack: (request, response) => takes.get(teamOf(request))?.(request, response),
    ready: () => Promise.resolve([]),
    metrics: () => Promise.resolve({ type: 'text/plain', text: '' }),
    others: null,
  },
);
process.on('SIGTERM', () => process.exit(0));
process.stdout.write(`${JSON.stringify({ url: `http://127.0.0.1:${http.port}/slack/events` })}\n`);
