import { parseArgs } from 'node:util';

import { startSlack } from './slack.ts';

const names = ['port', 'events-url', 'signing-secret', 'bot-token', 'app-token', 'state-file'];
const { values } = parseArgs({
  options: Object.fromEntries(names.map((name) => [name, { type: 'string' as const }])),
});
const { 'signing-secret': signingSecret, 'bot-token': botToken, 'app-token': appToken } = values;
if (!signingSecret || !botToken) throw new Error('--signing-secret and --bot-token are required');

const { port, 'events-url': eventsUrl, 'state-file': stateFile } = values;
const keys = { signingSecret, botToken, appToken };
const slack = await startSlack({ ...keys, port: Number(port ?? 0), eventsUrl, stateFile });
process.on('SIGTERM', () => void slack.stop().then(() => process.exit(0)));
process.stdout.write(`${JSON.stringify({ url: slack.url, apiUrl: slack.apiUrl, pid: process.pid })}\n`);
