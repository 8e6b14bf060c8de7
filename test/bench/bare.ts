import { configOfProcess } from '../../src/config.ts';
import { openLog } from '../../src/log.ts';
import { openHttpServer } from '../../src/platform/http.ts';
import { openBolt } from '../../src/platform/slack/bolt.ts';
import type { Installation } from '../../src/platform/slack/installation.ts';

/** What a command costs before it does anything: the bot's own HTTP server, Bolt, the signature, and an answer. */
const { settings, secrets } = configOfProcess();
if (secrets.slack === null) throw new Error('It needs the secrets of Slack.');
const nobody = (): never => {
  throw new Error('nobody asks');
};
const installation: Installation = {
  workspace: nobody,
  isKnown: () => true,
  introduced: Promise.resolve(),
  botId: () => 'B0BENCH',
  authorize: () => Promise.resolve({ botToken: 'xoxb-bench', botUserId: 'U0BENCH', botId: 'B0BENCH' }),
};
const { app, takeRequest } = openBolt(
  secrets.slack,
  settings.slackApiUrl,
  installation,
  openLog(settings.logLevel),
);
app.command(settings.commandName, async ({ ack }) => ack());
const http = await openHttpServer(
  { port: settings.port, host: '127.0.0.1' },
  {
    slack: takeRequest,
    ready: () => Promise.resolve([]),
    metrics: () => Promise.resolve({ type: 'text/plain', text: '' }),
    others: null,
  },
);
process.on('SIGTERM', () => process.exit(0));
process.stdout.write(`${JSON.stringify({ url: `http://127.0.0.1:${http.port}/slack/events` })}\n`);
