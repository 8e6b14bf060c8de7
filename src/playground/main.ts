import { parseArgs } from 'node:util';

import { startSlack } from './slack.ts';

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '0' },
    'events-url': { type: 'string' },
    'signing-secret': { type: 'string' },
    'bot-token': { type: 'string' },
    'app-token': { type: 'string' },
    'state-file': { type: 'string' },
  },
});
if (!values['signing-secret'] || !values['bot-token'])
  throw new Error('--signing-secret and --bot-token are required');

const slack = await startSlack({
  port: Number(values.port),
  eventsUrl: values['events-url'],
  signingSecret: values['signing-secret'],
  botToken: values['bot-token'],
  appToken: values['app-token'],
  stateFile: values['state-file'],
});
process.on('SIGTERM', () => void slack.stop().then(() => process.exit(0)));
process.stdout.write(`${JSON.stringify({ url: slack.url, apiUrl: slack.apiUrl, pid: process.pid })}\n`);
