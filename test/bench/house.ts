import { randomBytes } from 'node:crypto';

import { z } from 'zod';

import { makeKeyRing } from '../../src/platform/keys.ts';
import { visit } from '../../src/playground/people/person.ts';
import type { Visit } from '../../src/playground/people/person.ts';
import { freePort } from '../support/free-port.ts';
import { introduction, run, untilReady } from './processes.ts';
import type { Program } from './processes.ts';

/** Slack and the database, and what a bot needs in order to work with them. */
export interface House {
  readonly slack: Visit;
  readonly databaseUrl: string;
  readonly keys: string;
  readonly signingSecret: string;
  /** Starts a program as the bot, `src/main.ts` or another, as it runs in production. */
  start(file: string, pauseSeconds: number): Promise<{ program: Program; port: number }>;
}

export interface Bot {
  readonly program: Program;
  /** Where Slack's requests go. */
  readonly url: string;
  /** From its start until it was ready, in milliseconds. */
  readonly readyMs: number;
}

const introduced = z.object({ url: z.string(), apiUrl: z.string() });

/** A Slack in a process of its own. */
export async function openHouse(databaseUrl: string, cacheDir: string): Promise<House> {
  const signingSecret = randomBytes(16).toString('hex');
  const botToken = `xoxb-${randomBytes(12).toString('hex')}`;
  const secrets = ['--signing-secret', signingSecret, '--bot-token', botToken];
  const double = run('src/playground/main.ts', secrets, process.env);
  const { url, apiUrl } = introduced.parse(await introduction(double));
  const slack = visit(url);
  const { channels } = await slack.world();
  const keys = makeKeyRing();
  const environment = {
    PATH: process.env['PATH'],
    NODE_ENV: 'production',
    /* As in `npm start` and in the image: what Node has compiled once, it keeps; and young objects get little room. */
    NODE_COMPILE_CACHE: cacheDir,
    NODE_OPTIONS: '--max-semi-space-size=8',
    DATABASE_URL: databaseUrl,
    ENCRYPTION_KEYS: keys,
    SLACK_SIGNING_SECRET: signingSecret,
    SLACK_BOT_TOKEN: botToken,
    SLACK_API_URL: apiUrl,
    ISSUES_CHANNEL: channels.find(({ name }) => name === 'process-gaps')?.id,
  };
  const start: House['start'] = async (file, pauseSeconds) => {
    const port = await freePort();
    const own = { PORT: String(port), POSTING_PAUSE_SECONDS: String(pauseSeconds) };
    return { program: run(file, [], { ...environment, ...own }), port };
  };
  return { slack, databaseUrl, keys, signingSecret, start };
}

/** The bot as it runs in production; `pauseSeconds` between saving and posting. */
export async function startBot(house: House, pauseSeconds: number): Promise<Bot> {
  const began = performance.now();
  const { program, port } = await house.start('src/main.ts', pauseSeconds);
  const address = `http://127.0.0.1:${port}`;
  const readyMs = await untilReady(address, program, began);
  const url = `${address}/slack/events`;
  await house.slack.connect(url);
  return { program, url, readyMs };
}
