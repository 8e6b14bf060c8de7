import { randomBytes } from 'node:crypto';

import { visit } from './person.ts';
import { startSlack } from './slack.ts';

/** As `manifest.yml` declares them; a test holds the three together. */
export const shortcuts = [
  { name: 'Flag as an issue', type: 'global' as const, callbackId: 'flag-an-issue' },
  { name: 'Flag as an issue', type: 'message' as const, callbackId: 'flag-message' },
];

/** What Slack and the bot know of each other, made anew each time. */
export function makeSecrets() {
  return {
    signingSecret: randomBytes(16).toString('hex'),
    botToken: `xoxb-${randomBytes(16).toString('hex')}`,
  };
}

/** A Slack for trying Flagpost out, with everything the bot needs to talk to it. */
export async function startPlayground(port: number, stateFile: string) {
  const secrets = makeSecrets();
  const slack = await startSlack({ ...secrets, port, stateFile, shortcuts });
  const { channels } = await visit(slack.url).world();
  const issuesChannel = channels.find(({ name }) => name === 'process-gaps')?.id;
  if (issuesChannel === undefined) throw new Error('the playground has no #process-gaps');
  return {
    slack: { ...secrets, appToken: null },
    apiUrl: slack.apiUrl,
    issuesChannel,
    connect: slack.connect,
    stop: slack.stop,
    howTo: howTo(slack.url),
  };
}

function howTo(url: string): string {
  const at = url.endsWith(':3001') ? '' : ` --slack ${url}`;
  return `Flagpost is up, with a Slack of its own on this machine (${url}). Ana flags, Sam takes things on,
Lea leads, Kim administers. In another terminal:

  npm run -s as -- ana types '/flag-issue The refund form rejects foreign IBANs'${at}
  npm run -s as -- sam sees process-gaps${at}          (after five seconds)
  npm run -s as -- sam presses Claim --in process-gaps${at}
  npm run -s as -- ana sees flagpost${at}

npm run -s as says what else people can do; npm run demo plays a whole journey. Ctrl+C stops it.`;
}
