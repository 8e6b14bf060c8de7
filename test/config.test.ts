import { describe, expect, it } from 'vitest';

import { ConfigFault, readConfig } from '../src/config.ts';
import { makeKeyRing } from '../src/platform/keys.ts';

const real = {
  SLACK_SIGNING_SECRET: '8f742231b10e8888abcd99yyyzzz85a5'.replaceAll(/[yz]/g, 'f'),
  SLACK_BOT_TOKEN: 'xoxb-123-456-abc',
  ISSUES_CHANNEL: 'C0123456789',
};
const needed = ['SLACK_SIGNING_SECRET', 'SLACK_BOT_TOKEN'];
const production = {
  ...real,
  NODE_ENV: 'production',
  DATABASE_URL: 'postgresql://flagpost@db.example/flagpost',
  ENCRYPTION_KEYS: makeKeyRing(),
};

function faultsOf(environment: Readonly<Record<string, string>>): string[] {
  try {
    readConfig(environment);
  } catch (error) {
    if (!(error instanceof ConfigFault)) throw error;
    return error.message.split('\n').slice(1);
  }
  return [];
}

/** The variables a start names as faulty. */
function named(environment: Readonly<Record<string, string>>): string[] {
  return faultsOf(environment).map((line) => /^ {2}- ([A-Z_]+) /.exec(line)?.[1] ?? line);
}

describe('nothing set', () => {
  it('is the bot with the playground’s Slack, and an embedded database', () => {
    const { settings, secrets } = readConfig({});
    expect(secrets).toEqual({ databaseUrl: null, slack: null, keys: null });
    expect(settings).toEqual({
      port: 3000,
      slackApiUrl: 'https://slack.com/api/',
      issuesChannel: null,
      learningChannel: null,
      adminUsers: [],
      commandName: '/flag-issue',
      postingPauseSeconds: null,
      logLevel: 'warn',
      dataDir: '.flagpost',
    });
  });

  it('logs less than on a real Slack, since somebody reads along in a terminal', () => {
    expect(readConfig(real).settings.logLevel).toBe('info');
    expect(readConfig({ LOG_LEVEL: 'debug' }).settings.logLevel).toBe('debug');
  });

  it('needs the port after its own as well', () => {
    expect(faultsOf({ PORT: '65535' })).toEqual([
      expect.stringContaining('PORT should be at most 65534 here'),
    ]);
    expect(readConfig({ ...real, PORT: '65535' }).settings.port).toBe(65_535);
  });

  it('an empty value, or space, is as good as none', () => {
    expect(readConfig({ PORT: '', DATABASE_URL: '  ', SLACK_BOT_TOKEN: '' })).toEqual(readConfig({}));
  });
});

describe('everything set', () => {
  const all = {
    ...production,
    PORT: '8080',
    SLACK_APP_TOKEN: 'xapp-1-A-2-b',
    SLACK_API_URL: 'https://slack-gov.com/api',
    LEARNING_CHANNEL: 'C0LEARNING1',
    ADMIN_USERS: 'U0123ABCD, W0456EFGH',
    COMMAND_NAME: '/flag',
    POSTING_PAUSE_SECONDS: '0',
    LOG_LEVEL: 'warn',
    DATA_DIR: '/var/lib/flagpost',
  };

  it('is taken as it is', () => {
    const { settings, secrets } = readConfig(all);
    expect(settings).toEqual({
      port: 8080,
      slackApiUrl: 'https://slack-gov.com/api/',
      issuesChannel: 'C0123456789',
      learningChannel: 'C0LEARNING1',
      adminUsers: ['U0123ABCD', 'W0456EFGH'],
      commandName: '/flag',
      postingPauseSeconds: 0,
      logLevel: 'warn',
      dataDir: '/var/lib/flagpost',
    });
    expect(secrets).toMatchObject({
      databaseUrl: all.DATABASE_URL,
      slack: {
        signingSecret: real.SLACK_SIGNING_SECRET,
        botToken: real.SLACK_BOT_TOKEN,
        appToken: 'xapp-1-A-2-b',
      },
    });
    expect(secrets.keys).not.toBeNull();
  });

  it('its settings may be shown: no secret is among them', () => {
    const shown = JSON.stringify(readConfig(all).settings);
    for (const secret of [
      all.SLACK_BOT_TOKEN,
      all.SLACK_APP_TOKEN,
      all.SLACK_SIGNING_SECRET,
      all.DATABASE_URL,
    ])
      expect(shown).not.toContain(secret);
    expect(shown).not.toContain(all.ENCRYPTION_KEYS.split(':')[1]);
  });
});

describe('a start that must not be', () => {
  it('names every faulty variable at once', () => {
    const wrong = {
      DATABASE_URL: 'mysql://secret-one',
      PORT: '70000',
      SLACK_SIGNING_SECRET: 'secret-two',
      SLACK_BOT_TOKEN: 'xoxp-secret-three',
      SLACK_APP_TOKEN: 'secret-four',
      SLACK_API_URL: 'ftp://secret-five',
      ISSUES_CHANNEL: '#secret-six',
      LEARNING_CHANNEL: 'secret-seven',
      ADMIN_USERS: 'U0123ABCD,secret-eight',
      COMMAND_NAME: 'secret nine',
      POSTING_PAUSE_SECONDS: '-1',
      ENCRYPTION_KEYS: 'secret-ten',
      LOG_LEVEL: 'secret-eleven',
    };
    expect(named(wrong).toSorted()).toEqual(Object.keys(wrong).toSorted());
    expect(faultsOf(wrong).join()).not.toMatch(/secret-|70000|mysql/);
  });

  it.each([
    ['SLACK_BOT_TOKEN', 'beginning with "xoxb-": api.slack.com/apps → your app → OAuth & Permissions'],
    ['SLACK_SIGNING_SECRET', 'api.slack.com/apps → your app → Basic Information → App Credentials'],
    ['ISSUES_CHANNEL', 'open the channel, click its name, the id is at the bottom'],
    ['PORT', 'a port from 0 to 65535, for example 3000'],
    ['POSTING_PAUSE_SECONDS', 'whole seconds from 0 to 3600'],
    ['ENCRYPTION_KEYS', 'make one with: echo "k1:$(openssl rand -base64 32)"'],
    ['LOG_LEVEL', 'one of trace, debug, info, warn, error, fatal, silent'],
    ['ADMIN_USERS', 'in Slack, open a profile → ⋮ → Copy member ID'],
  ])('says of %s what it should be, and where to find it', (name, words) => {
    const [fault, ...others] = faultsOf({ ...production, [name]: '?' });
    expect(others).toEqual([]);
    expect(fault).toContain(`${name} should be `);
    expect(fault).toContain(words);
  });

  it.each([
    ['PORT', ['-1', '3000.5', '1e3', 'http', '65536']],
    ['POSTING_PAUSE_SECONDS', ['1.5', '3601', 'a minute']],
    ['ISSUES_CHANNEL', ['general', '#general', 'c0123456789', 'U0123456789']],
    ['COMMAND_NAME', ['flag-issue', '/Flag', '/flag issue', `/${'x'.repeat(32)}`]],
    ['ADMIN_USERS', ['ana', 'U0123ABCD;U0456EFGH', 'U0123ABCD,']],
    ['ENCRYPTION_KEYS', ['k1:short', 'not a ring', `k1:${Buffer.alloc(31).toString('base64')}`]],
    ['DATABASE_URL', ['localhost:5432', 'http://db.example']],
    ['SLACK_APP_TOKEN', ['xoxb-1', 'xapp-']],
  ])('refuses for %s: %j', (name, values) => {
    expect(values.map((value) => named({ ...production, [name]: value }))).toEqual(values.map(() => [name]));
  });
});

describe('what must be set', () => {
  it.each(['SLACK_SIGNING_SECRET', 'SLACK_BOT_TOKEN', 'SLACK_APP_TOKEN', 'SLACK_API_URL'])(
    'with %s set, it is a real Slack, which needs the others',
    (name) => {
      const one =
        { ...production, SLACK_APP_TOKEN: 'xapp-1', SLACK_API_URL: 'https://slack.com/api/' }[name] ?? '';
      expect(named({ [name]: one })).toEqual(needed.filter((it) => it !== name));
      expect(faultsOf({ [name]: one })[0]).toContain(' is missing. It should be ');
    },
  );

  it('in production neither the playground nor the embedded database nor a key of our own making will do', () => {
    expect(named({ NODE_ENV: 'production' }).toSorted()).toEqual(
      [...needed, 'DATABASE_URL', 'ENCRYPTION_KEYS'].toSorted(),
    );
    expect(named(production)).toEqual([]);
  });

  it('elsewhere a real Slack needs no database and no keys of its own', () => {
    expect(readConfig(real).secrets).toMatchObject({ databaseUrl: null, keys: null });
  });

  it('the channels may be left out: an admin chooses them in Slack', () => {
    expect(readConfig({ ...production, ISSUES_CHANNEL: '' }).settings).toMatchObject({
      issuesChannel: null,
      learningChannel: null,
    });
  });

  it('a variable that is wrong is not called missing as well', () => {
    expect(named({ ...production, SLACK_BOT_TOKEN: 'nonsense' })).toEqual(['SLACK_BOT_TOKEN']);
  });
});

describe('a name that nobody knows', () => {
  it.each([
    ['ISSUE_CHANNEL', 'ISSUES_CHANNEL'],
    ['LEARNINGS_CHANNEL', 'LEARNING_CHANNEL'],
    ['ADMIN-USERS', 'ADMIN_USERS'],
  ])('%s is asked about: is %s meant?', (name, meant) => {
    expect(readConfig({ [name]: 'C0123456789' }).doubts).toEqual([
      `${name} is set, which Flagpost does not know. Is ${meant} meant?`,
    ]);
  });

  it('others belong to somebody else', () => {
    expect(readConfig({ ...real, HOME: '/', PORTS: '1', CHANNEL: '2' }).doubts).toEqual([]);
  });
});

it('a channel that is set for the playground is said to change nothing', () => {
  expect(readConfig({ ISSUES_CHANNEL: 'C0123456789' }).doubts).toEqual([
    'ISSUES_CHANNEL changes nothing here: the playground has channels of its own.',
  ]);
});
