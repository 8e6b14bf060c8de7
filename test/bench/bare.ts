import { App, HTTPReceiver, LogLevel } from '@slack/bolt';

/** What Bolt itself takes for a command: it checks the signature and acknowledges. */
const signingSecret = process.env['SLACK_SIGNING_SECRET'] ?? '';
const receiver = new HTTPReceiver({ signingSecret, logLevel: LogLevel.ERROR });
const app = new App({
  receiver,
  logLevel: LogLevel.ERROR,
  convoStore: false,
  authorize: () => Promise.resolve({ botToken: 'xoxb-bench', botUserId: 'U0BOT', botId: 'B0BOT' }),
});
app.command('/flag-issue', async ({ ack }) => ack());
const port = Number(process.env['PORT']);
await app.start(port);
process.on('SIGTERM', () => process.exit(0));
process.stdout.write(`${JSON.stringify({ url: `http://127.0.0.1:${port}/slack/events` })}\n`);
