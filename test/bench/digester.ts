import { setTimeout as pause } from 'node:timers/promises';

import { openStore } from '../../src/app.ts';
import { configOfProcess } from '../../src/config.ts';
import { openLog } from '../../src/log.ts';
import { openMetrics } from '../../src/platform/metrics.ts';
import { takeDigestTurn } from '../../src/platform/postgres/digests.ts';
import { openSweeper } from '../../src/platform/postgres/sweep.ts';

/** A process that sweeps as the bot does, and takes digests only. */
const { settings, secrets } = configOfProcess();
if (secrets.databaseUrl === null || secrets.slack === null || secrets.keys === null)
  throw new Error('It needs a database, the secrets of Slack, and keys.');
const house = {
  commandName: settings.commandName,
  adminUsers: [],
  issuesChannel: 'C0ISSUES',
  learningChannel: 'C0LEARN',
  postingPauseSeconds: 0,
  timeZone: 'UTC',
};
const { store, pool, worker } = await openStore(
  {
    databaseUrl: secrets.databaseUrl,
    slack: secrets.slack,
    slackApiUrl: settings.slackApiUrl,
    keys: secrets.keys,
    settings: house,
    port: 0,
    log: openLog(settings.logLevel),
  },
  openMetrics(),
);
const complain = (error: unknown): void => void process.stderr.write(`${String(error)}\n`);
const sweeper = openSweeper(
  store,
  async (found) => {
    if (found.kind !== 'digest') return;
    await takeDigestTurn(store, found.workspace, house).catch(complain);
  },
  complain,
);
process.on('SIGTERM', () => {
  const end = async (): Promise<void> => {
    await sweeper.stop();
    await sweeper.settled();
    await worker.stop(1000);
    await pool.end();
    process.exit(0);
  };
  void end();
});
process.stdout.write(`${JSON.stringify({ ready: true })}\n`);
sweeper.start();
await pause(600_000);
