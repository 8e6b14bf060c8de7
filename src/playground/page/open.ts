import type { IncomingMessage, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';

import type { Double } from '../double/double.ts';
import { BOT, SLACKBOT, type Person, type World } from '../double/world.ts';
import { Gone } from './acts.ts';
import { openAnew, type Beginnings } from './anew.ts';
import { askSchema } from './asks.ts';
import { openAssets, type Assets } from './assets.ts';
import { openHand, type TimedBot } from './hand.ts';
import { perform } from './perform.ts';
import type { Command } from './seen.ts';
import type { House } from './sight.ts';
import { openStreams } from './streams.ts';

export interface PageOptions {
  readonly double: Double;
  readonly command: Command;
  /** Absent: neither starting over nor filling it in is offered. */
  readonly beginnings?: Beginnings | undefined;
  /** Absent: the clock can't be moved. */
  readonly bot?: TimedBot | undefined;
}

export interface Page {
  readonly take: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
  /** Ends the lines to the pages that are open; they come back by themselves. */
  readonly hangUp: () => void;
  readonly close: () => Promise<void>;
}

/** The browser may load and reach nothing but this server, and no other site may frame it. */
const POLICY = [
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:",
  "base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
].join('; ');
const HEADERS = {
  'content-security-policy': POLICY,
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-store',
};

/** The small Slack in the browser. */
export function openPage({ double, command, beginnings, bot }: PageOptions): Page {
  let assets: Promise<Assets> | undefined;
  const house = (): House => {
    const { canStartOver } = anew;
    return {
      double,
      command,
      canStartOver,
      isSeeding: anew.isSeeding(),
      clock: hand.seen(),
      epoch: anew.epoch(),
    };
  };
  const hand = openHand(double, bot);
  const anew = openAnew(double, beginnings, () => streams.close());
  const streams = openStreams(house);

  const take = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (!isFromHere(request)) return answer(response, 403, {});
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
    const person = personNamed(double.world, searchParams.get('as'));
    const isAct = request.method === 'POST' && pathname === '/page/acts';
    if (isAct && person && isJson(request)) {
      const tell = (said: string): void => answer(response, 200, { said });
      const asked = readAsk(request).then((ask) => perform({ anew, hand }, { double, person }, ask, tell));
      return asked.catch(refuse(response));
    }
    if (request.method !== 'GET') return answer(response, 404, {});
    if (pathname !== '/page/sight') return show(request, response).catch(missing(response));
    if (!person || anew.isBeginning()) return answer(response, person ? 503 : 404, {});
    streams.open(person, response);
    await hand.learnZone();
  };

  const show = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { serve, index } = await (assets ??= openAssets());
    for (const [name, value] of Object.entries(HEADERS)) response.setHeader(name, value);
    if (request.url === '/' || request.url?.startsWith('/?')) {
      response.setHeader('content-type', 'text/html; charset=utf-8').end(await index());
    } else {
      serve(request, response, () => response.writeHead(404).end());
    }
  };

  const hangUp = (): void => {
    anew.end();
    void hand.stop();
    streams.close();
  };

  return {
    take,
    hangUp,
    close: async () => {
      hangUp();
      const opened = await assets?.catch(() => undefined);
      await opened?.close();
    },
  };
}

/** One of this workspace's own people, by their handle: nobody is the bot, or somebody who has left. */
function personNamed({ people, team }: World, handle: string | null): Person | undefined {
  const bots = [BOT.id, SLACKBOT];
  const isOne = (one: Person) => one.teamId === team.id && !one.isDeactivated && !bots.includes(one.id);
  return people.find((one) => one.name === handle && isOne(one));
}

/** For the browser of this machine only, and not for pages of other sites that are open in it. */
function isFromHere({ socket, headers: { host, origin } }: IncomingMessage): boolean {
  const hosts = ['localhost', '127.0.0.1'].map((name) => `${name}:${socket.localPort}`);
  return hosts.includes(host ?? '') && (origin === undefined || origin === `http://${host}`);
}

const readAsk = async (request: IncomingMessage) => askSchema.parse(JSON.parse(await text(request)));

const isJson = ({ headers }: IncomingMessage) => headers['content-type'] === 'application/json';

function answer(response: ServerResponse, status: number, body: object): void {
  const type = { 'content-type': 'application/json; charset=utf-8' };
  response.writeHead(status, { ...HEADERS, ...type }).end(JSON.stringify(body));
}

/** What is no longer there is said; anything else is our own mistake. */
const refuse = (response: ServerResponse) => (error: unknown) =>
  error instanceof Gone
    ? answer(response, 409, { said: error.message })
    : answer(response, 400, { said: error instanceof Error ? error.message : String(error) });

const missing = (response: ServerResponse) => (error: unknown) => {
  const isAway = error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND';
  const words = isAway
    ? 'This page needs the packages for development: npm ci'
    : 'This page could not be made.';
  if (!response.headersSent) response.writeHead(500, { 'content-type': 'text/plain' });
  response.end(`${words}\n`);
};
