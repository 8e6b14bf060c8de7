import type { IncomingMessage, ServerResponse } from 'node:http';

import { App, HTTPReceiver, SocketModeReceiver } from '@slack/bolt';
import type { Receiver } from '@slack/bolt';
import { z } from 'zod';

import type { SlackSecrets } from '../../config.ts';
import { boltLogger } from '../../log.ts';
import type { Log } from '../../log.ts';
import { callOnce, jobTimeoutMs } from './client.ts';
import type { Installation } from './installation.ts';

export interface BoltApp {
  readonly app: App;
  /** Takes Slack's requests over HTTP; `null` in Socket Mode, where none come. */
  readonly takeRequest: ((request: IncomingMessage, response: ServerResponse) => void) | null;
  /** Opens the socket; over HTTP there is nothing to open. */
  start(): Promise<void>;
  stop(): Promise<void>;
}

/** Slack's own requests are far smaller; a form with every field full stays under 60 kB. */
export const bodyLimitBytes = 1024 * 1024;

/** Bolt with our own HTTP server in front, or on a socket. It is handed requests, never the port. */
export function openBolt(
  secrets: SlackSecrets,
  slackApiUrl: string,
  installation: Installation,
  log: Log,
): BoltApp {
  const logger = boltLogger(log);
  const http = secrets.appToken === null ? openHttp(secrets, logger) : null;
  const receiver: Receiver = http ?? openSocket(secrets.appToken ?? '', slackApiUrl, logger);
  const app = new App({
    receiver,
    logger,
    authorize: (source, body) => installation.authorize(source, body !== undefined && 'event' in body),
    clientOptions: { slackApiUrl, timeout: jobTimeoutMs, ...callOnce },
    convoStore: false,
    /* We listen to no messages, and Slack's word that our own message was posted is one we need. */
    ignoreSelf: false,
  });
  answerOnceKnown(app);
  return {
    app,
    takeRequest: http === null ? null : http.requestListener,
    start: async () => {
      if (http === null) await app.start();
    },
    stop: async () => {
      if (http === null) await app.stop();
    },
  };
}

/**
 * Bolt answers an event before anybody has looked at it, or, with `processBeforeResponse`, lets people wait for each press
 * (slackapi/bolt-js#395). Slack sends again what was not answered: where a message of ours stands is answered once it is
 * written down, so that it comes again if that fails, or this process ends in between.
 */
function answerOnceKnown(app: App): void {
  const process = app.processEvent.bind(app);
  app.processEvent = async (event) => {
    if (!tellsWhereItStands.safeParse(event.body).success) return await process(event);
    const isKnown = await process({ ...event, ack: async () => undefined }).then(
      () => true,
      () => false,
    );
    if (isKnown) await event.ack();
  };
}

const tellsWhereItStands = z.object({ event: z.object({ type: z.literal('message_metadata_posted') }) });

function openHttp({ signingSecret }: SlackSecrets, logger: ReturnType<typeof boltLogger>) {
  return new HTTPReceiver({
    signingSecret,
    logger,
    endpoints: ['/slack/events'],
    bodyLimit: bodyLimitBytes,
  });
}

function openSocket(appToken: string, slackApiUrl: string, logger: ReturnType<typeof boltLogger>) {
  return new SocketModeReceiver({
    appToken,
    logger,
    installerOptions: { clientOptions: { slackApiUrl } },
  });
}
