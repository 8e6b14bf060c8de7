import { App, LogLevel } from '@slack/bolt';
import type { KnownBlock } from '@slack/types';
import { WebClient } from '@slack/web-api';
import { onTestFinished } from 'vitest';

import type { Slack, SlackOptions } from '../../src/playground/double/slack.ts';
import { visit } from '../../src/playground/people/person.ts';
import type { Visit } from '../../src/playground/people/person.ts';
import { startSlack } from '../../src/playground/slack.ts';

const SIGNING_SECRET = 'a-signing-secret';
export const BOT_TOKEN = 'xoxb-playground';
export const APP_TOKEN = 'xapp-playground';

const SILENT = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
  setLevel: () => undefined,
  getLevel: () => LogLevel.ERROR,
  setName: () => undefined,
};

export interface Scene {
  slack: Slack;
  s: Visit;
  client: WebClient;
  /** The id of a channel or, with @, of a person. */
  id(name: string): Promise<string>;
}

export async function aSlack(options: Partial<SlackOptions> = {}): Promise<Scene> {
  const slack = await startSlack({ signingSecret: SIGNING_SECRET, botToken: BOT_TOKEN, ...options });
  onTestFinished(() => slack.stop());
  const s = visit(slack.url);
  return {
    slack,
    s,
    client: aClient(slack),
    id: async (name) => {
      const { people, channels } = await s.world();
      return [...people.map((one) => ({ ...one, name: `@${one.name}` })), ...channels].find(
        (one) => one.name === name,
      )!.id;
    },
  };
}

export function aClient(slack: Slack, token = BOT_TOKEN): WebClient {
  return new WebClient(token, {
    slackApiUrl: slack.apiUrl,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    logger: SILENT,
  });
}

/** A Bolt app with these listeners, connected to that Slack over HTTP or Socket Mode. */
export async function anApp(slack: Slack, listen: (app: App) => void, socketMode = false): Promise<App> {
  const app = new App({
    token: BOT_TOKEN,
    signingSecret: SIGNING_SECRET,
    ...(socketMode && { socketMode, appToken: APP_TOKEN }),
    clientOptions: { slackApiUrl: slack.apiUrl },
    logger: SILENT,
  });
  listen(app);
  const server = await app.start({ port: 0, host: '127.0.0.1' });
  onTestFinished(async () => {
    await app.stop();
  });
  if (server && 'address' in server) {
    const address = server.address();
    if (address !== null && typeof address === 'object')
      slack.connect(`http://127.0.0.1:${address.port}/slack/events`);
  }
  return app;
}

/** The name under which Slack refused; 'ok' if it did not. */
export async function refusal(call: Promise<unknown>): Promise<string> {
  return (await refused(call)).error;
}

export async function refused(call: Promise<unknown>): Promise<{ error: string; messages: string[] }> {
  try {
    await call;
    return { error: 'ok', messages: [] };
  } catch (error) {
    if (!(error instanceof Error && 'data' in error)) throw error;
    const data = error.data as { error: string; response_metadata?: { messages?: string[] } };
    return { error: data.error, messages: data.response_metadata?.messages ?? [] };
  }
}

export function plain(text: string) {
  return { type: 'plain_text' as const, text };
}

function button(text: string, action_id = text.toLowerCase()) {
  return { type: 'button' as const, action_id, text: plain(text), value: 'v' };
}

export function buttons(...texts: string[]) {
  return { type: 'actions' as const, block_id: 'buttons', elements: texts.map((text) => button(text)) };
}

export function section(text: string) {
  return { type: 'section' as const, text: { type: 'mrkdwn' as const, text } };
}

export function field(label: string, more: object = {}) {
  return {
    type: 'input' as const,
    block_id: label.toLowerCase(),
    label: plain(label),
    element: { type: 'plain_text_input' as const, action_id: 'text' },
    ...more,
  };
}

export function modal(callback_id: string, ...blocks: KnownBlock[]) {
  return {
    type: 'modal' as const,
    callback_id,
    title: plain('A form'),
    submit: plain('Send'),
    blocks: blocks.length > 0 ? blocks : [field('Words')],
  };
}
