import { z } from 'zod';

import { logLevels } from './log.ts';
import { readKeyRing } from './platform/keys.ts';
import type { KeyRing } from './platform/keys.ts';

/** What the process was told; secrets stand apart, so that `settings` may be shown. */
export interface Config {
  readonly settings: {
    readonly port: number;
    readonly slackApiUrl: string;
    /** `null`: an admin chooses one in Slack. */
    readonly issuesChannel: string | null;
    readonly learningChannel: string | null;
    readonly adminUsers: readonly string[];
    readonly commandName: string;
    /** Seconds between saving and posting; `null`: not set, so the mode decides. */
    readonly postingPauseSeconds: number | null;
    readonly logLevel: (typeof logLevels)[number];
    readonly dataDir: string;
  };
  readonly secrets: {
    /** `null`: run the embedded Postgres. */
    readonly databaseUrl: string | null;
    /** `null`: run on the playground's Slack. */
    readonly slack: SlackSecrets | null;
    /** `null`: keep a key ring in the data directory. */
    readonly keys: KeyRing | null;
  };
  /** Nothing is wrong, yet it may not be what was meant. */
  readonly doubts: readonly string[];
}

export interface SlackSecrets {
  readonly signingSecret: string;
  readonly botToken: string;
  /** Set: Socket Mode. */
  readonly appToken: string | null;
}

/** Every faulty variable at once, each with what it should be and where to find it. */
export class ConfigFault extends Error {
  constructor(faults: readonly string[]) {
    super(
      `Flagpost can't start. Please put these right:\n${faults.map((fault) => `  - ${fault}`).join('\n')}`,
    );
  }
}

type Environment = Readonly<Record<string, string | undefined>>;

const whole = (least: number, most: number) =>
  z.string().regex(/^\d+$/).transform(Number).pipe(z.number().min(least).max(most));

const variables = {
  DATABASE_URL: {
    is: z.string().regex(/^postgres(ql)?:\/\//),
    says: 'a Postgres address such as postgresql://user:password@host:5432/flagpost; ask whoever runs your database',
  },
  PORT: { is: whole(0, 65_535), says: 'a port from 0 to 65535, for example 3000' },
  SLACK_SIGNING_SECRET: {
    is: z.string().regex(/^[0-9a-f]{32,}$/i),
    says: "your Slack app's signing secret: api.slack.com/apps → your app → Basic Information → App Credentials",
  },
  SLACK_BOT_TOKEN: {
    is: z.string().regex(/^xoxb-\S+$/),
    says: 'your Slack app\'s bot token, beginning with "xoxb-": api.slack.com/apps → your app → OAuth & Permissions, after installing it',
  },
  SLACK_APP_TOKEN: {
    is: z.string().regex(/^xapp-\S+$/),
    says: 'an app-level token, beginning with "xapp-", with the scope connections:write: api.slack.com/apps → your app → Basic Information → App-Level Tokens; leave it out to be reached over HTTP',
  },
  SLACK_API_URL: {
    is: z.url({ protocol: /^https?$/ }).transform((url) => (url.endsWith('/') ? url : `${url}/`)),
    says: "the address of Slack's Web API; leave it out for https://slack.com/api/",
  },
  ISSUES_CHANNEL: {
    is: z.string().regex(/^[CG][A-Z0-9]{2,}$/),
    says: 'the id of the channel where issues are shown, such as C0123456789: in Slack, open the channel, click its name, the id is at the bottom; left out, an admin is asked in Slack',
  },
  LEARNING_CHANNEL: {
    is: z.string().regex(/^[CG][A-Z0-9]{2,}$/),
    says: 'the id of the channel where learnings will be posted, such as C0123456789; may be left out, and chosen in Slack',
  },
  ADMIN_USERS: {
    is: z
      .string()
      .transform((list) => list.split(',').map((id) => id.trim()))
      .pipe(z.array(z.string().regex(/^[UW][A-Z0-9]{2,}$/))),
    says: 'Slack member ids with commas between, such as U0123ABCD,U0456EFGH: in Slack, open a profile → ⋮ → Copy member ID',
  },
  COMMAND_NAME: {
    is: z.string().regex(/^\/[a-z0-9_-]{1,31}$/),
    says: 'the slash command as your Slack app has it, such as /flag-issue: lower case, at most 32 characters',
  },
  POSTING_PAUSE_SECONDS: { is: whole(0, 3600), says: 'whole seconds from 0 to 3600, for example 60' },
  ENCRYPTION_KEYS: {
    is: z
      .string()
      .transform(readKeyRing)
      .pipe(z.custom<KeyRing>((ring) => ring !== null)),
    says: 'one or more keys, the newest first, as id:base64 of 32 random bytes, with commas between; make one with: echo "k1:$(openssl rand -base64 32)"',
  },
  LOG_LEVEL: { is: z.enum(logLevels), says: `one of ${logLevels.join(', ')}` },
  DATA_DIR: { is: z.string().min(1), says: 'a folder that Flagpost may write to' },
} as const;

type Name = keyof typeof variables;

/** @throws ConfigFault naming every variable that is wrong or missing. Values are never repeated: they may be secret. */
export function readConfig(environment: Environment): Config {
  const faults: string[] = [];
  const said = (name: Name): string | undefined => environment[name]?.trim() || undefined;
  const read = <N extends Name>(name: N): z.infer<(typeof variables)[N]['is']> | null => {
    const value = said(name);
    if (value === undefined) return null;
    const result = variables[name].is.safeParse(value);
    if (!result.success) faults.push(`${name} should be ${variables[name].says}.`);
    return (result.data ?? null) as z.infer<(typeof variables)[N]['is']> | null;
  };
  const isProduction = environment.NODE_ENV === 'production';
  const isReal = slackNames.some((name) => said(name) !== undefined) || isProduction;
  for (const name of [...(isReal ? neededForSlack : []), ...(isProduction ? neededInProduction : [])]) {
    if (said(name) === undefined) faults.push(`${name} is missing. It should be ${variables[name].says}.`);
  }
  if (!isReal && Number(said('PORT')) === 65_535) {
    faults.push('PORT should be at most 65534 here, since the playground takes the port after it as well.');
  }
  const config = assemble(read, isReal);
  if (faults.length > 0) throw new ConfigFault(faults);
  const idle = isReal ? [] : (['ISSUES_CHANNEL', 'LEARNING_CHANNEL'] as const).filter((name) => said(name));
  const ofNoUse = idle.map((name) => `${name} changes nothing here: the playground has channels of its own.`);
  return { ...config, doubts: [...misspelt(environment), ...ofNoUse] };
}

/** Of variables that Flagpost doesn't know: those one slip of the pen away from one that it does. */
function misspelt(environment: Environment): string[] {
  const known = Object.keys(variables).filter((name) => name.includes('_'));
  return Object.keys(environment).flatMap((name) => {
    const meant = name in variables ? undefined : known.find((it) => isOneSlipFrom(it, name));
    return meant === undefined ? [] : [`${name} is set, which Flagpost does not know. Is ${meant} meant?`];
  });
}

/** One letter more, less, or another. */
function isOneSlipFrom(one: string, other: string): boolean {
  const most = Math.max(one.length, other.length);
  let same = 0;
  while (same < most && one[same] === other[same]) same += 1;
  const [a, b] = [one.slice(same), other.slice(same)];
  return a === b.slice(1) || b === a.slice(1) || a.slice(1) === b.slice(1);
}

const slackNames = ['SLACK_SIGNING_SECRET', 'SLACK_BOT_TOKEN', 'SLACK_APP_TOKEN', 'SLACK_API_URL'] as const;
const neededForSlack = ['SLACK_SIGNING_SECRET', 'SLACK_BOT_TOKEN'] as const;
const neededInProduction = ['DATABASE_URL', 'ENCRYPTION_KEYS'] as const;

type Read = <N extends Name>(name: N) => z.infer<(typeof variables)[N]['is']> | null;

function assemble(read: Read, isReal: boolean): Omit<Config, 'doubts'> {
  return {
    settings: {
      port: read('PORT') ?? 3000,
      slackApiUrl: read('SLACK_API_URL') ?? 'https://slack.com/api/',
      issuesChannel: read('ISSUES_CHANNEL'),
      learningChannel: read('LEARNING_CHANNEL'),
      adminUsers: read('ADMIN_USERS') ?? [],
      commandName: read('COMMAND_NAME') ?? '/flag-issue',
      postingPauseSeconds: read('POSTING_PAUSE_SECONDS'),
      logLevel: read('LOG_LEVEL') ?? (isReal ? 'info' : 'warn'),
      dataDir: read('DATA_DIR') ?? '.flagpost',
    },
    secrets: {
      databaseUrl: read('DATABASE_URL'),
      slack: slackSecrets(read, isReal),
      keys: read('ENCRYPTION_KEYS'),
    },
  };
}

function slackSecrets(read: Read, isReal: boolean): SlackSecrets | null {
  const signingSecret = read('SLACK_SIGNING_SECRET');
  const botToken = read('SLACK_BOT_TOKEN');
  const appToken = read('SLACK_APP_TOKEN');
  return isReal ? { signingSecret: signingSecret ?? '', botToken: botToken ?? '', appToken } : null;
}

/** The environment of this process; nothing else reads it. */
export function configOfProcess(): Config {
  return readConfig(process.env);
}
