import { randomBytes } from 'node:crypto';

import type { TimedBot } from './page/hand.ts';
import { openPage } from './page/open.ts';
import { seed, type SeededBot } from './seed/seed.ts';
import { startSlack } from './slack.ts';

/** As `manifest.yml` declares them; a test holds the three together. */
export const shortcuts = [
  { name: 'Flag as an issue', type: 'global' as const, callbackId: 'flag-an-issue' },
  { name: 'Flag as an issue', type: 'message' as const, callbackId: 'flag-message' },
];

/** As `manifest.yml` describes the command; its name is in the configuration. */
export const command = {
  hint: 'what got in the way, or help, mine, digest, settings',
  does: 'Flag what gets in the way; alone, it opens a form',
};

/** What Slack and the bot know of each other, made anew each time. */
export function makeSecrets() {
  return {
    signingSecret: randomBytes(16).toString('hex'),
    botToken: `xoxb-${randomBytes(16).toString('hex')}`,
  };
}

interface Wishes {
  readonly port: number;
  readonly stateFile: string;
  readonly commandName: string;
  /** Absent where it may not be emptied: nobody could take back then that time has passed. */
  readonly bot?: EmptiedBot | undefined;
}

interface EmptiedBot extends Omit<SeededBot, 'command'>, TimedBot {
  /** Empties the bot, and calls back when it is time to empty the Slack. */
  readonly startOver: (clear: () => void) => Promise<void>;
}

/** A Slack for trying Flagpost out, with everything the bot needs to talk to it, and a page to see it on. */
export async function startPlayground({ port, stateFile, commandName, bot }: Wishes) {
  const secrets = makeSecrets();
  const slack = await startSlack({ ...secrets, port, stateFile, shortcuts });
  const { double } = slack;
  const idOf = (channel: string): string | null =>
    double.world.channels.find(({ name }) => name === channel)?.id ?? null;
  const page = openPage({
    double,
    command: { ...command, name: commandName },
    bot,
    beginnings: bot && {
      startOver: () => bot.startOver(slack.startOver),
      seed: (signal) => seed(double, { ...bot, command: commandName }, signal),
    },
  });
  return {
    slack: { ...secrets, appToken: null },
    apiUrl: slack.apiUrl,
    /** The bot goes by it too, so that what is filled in is dated alike on both sides. */
    clock: double.clock.now,
    issuesChannel: idOf('process-gaps'),
    learningChannel: idOf('learnings'),
    connect: slack.connect,
    page: page.take,
    hangUp: page.hangUp,
    stop: async () => {
      await page.close();
      await slack.stop();
    },
    welcome,
  };
}

function welcome(url: string): string {
  return `Flagpost is up, with a small Slack of its own on this machine. Open it in a browser:

  ${url}

You can be each of four people there: Ana flags, Sam takes things on, Lea leads, Kim administers. Ctrl+C stops it.`;
}
