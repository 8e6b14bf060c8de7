import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

import getRawBody from 'raw-body';

import { bodyLimitBytes } from './slack/bolt.ts';
import { isReadable } from './slack/readable.ts';

type Take = (request: IncomingMessage, response: ServerResponse) => void;

export interface Routes {
  /** `POST /slack/events`; `null` in Socket Mode. */
  readonly slack: Take | null;
  /** `GET /healthz`: the process is alive. `GET /readyz`: it can do its work; if not, says what is missing. */
  readonly ready: () => Promise<readonly string[]>;
  /** `GET /metrics`, as Prometheus reads it. */
  readonly metrics: () => Promise<{ readonly type: string; readonly text: string }>;
  /** Everything else, where there is something else. */
  readonly others: ((request: IncomingMessage, response: ServerResponse) => Promise<void>) | null;
}

export interface HttpServer {
  readonly port: number;
  /** Takes no more connections and waits for the answers under way, as long as Slack would. */
  stop(): Promise<void>;
}

/** `host`: the one address to listen at; all of them, if left out. */
export async function openHttpServer(
  { port, host }: { readonly port: number; readonly host?: string | undefined },
  routes: Routes,
): Promise<HttpServer> {
  const server = createServer((request, response) => {
    route(routes, request, response).catch(() => refuse(response, 500));
  });
  /* A client that dribbles its request does not hold a connection for ever. */
  server.requestTimeout = 10_000;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen({ port, host }, resolve);
  });
  return { port: (server.address() as AddressInfo).port, stop: () => close(server) };
}

async function close(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  /* A connection that never asks anything does not count as idle, and would hold up the stop. */
  const giveUp = setTimeout(() => server.closeAllConnections(), answerPatienceMs);
  await closed;
  clearTimeout(giveUp);
}

/** https://docs.slack.dev/interactivity/handling-user-interaction: nobody waits for an answer longer than that. */
const answerPatienceMs = 3000;

async function route(routes: Routes, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const [path = ''] = (request.url ?? '').split('?');
  switch (`${request.method ?? ''} ${path}`) {
    case 'POST /slack/events':
      return routes.slack === null ? refuse(response, 404) : await takeSlack(routes.slack, request, response);
    case 'GET /healthz':
      return answer(response, 200, 'text/plain', 'alive\n');
    case 'GET /readyz': {
      const missing = await routes.ready();
      return answer(
        response,
        missing.length === 0 ? 200 : 503,
        'text/plain',
        `${missing.join('\n') || 'ready'}\n`,
      );
    }
    case 'GET /metrics': {
      const { type, text } = await routes.metrics();
      return answer(response, 200, type, text);
    }
    default:
      return routes.others === null ? refuse(response, 404) : await routes.others(request, response);
  }
}

/** Reads the body before Bolt does, in the same way: Bolt takes `rawBody` where it finds one. */
async function takeSlack(take: Take, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const raw = await readBody(request);
  if (raw === null) return refuse(response, 413);
  if (!isReadable(request.headers['content-type'], raw)) return refuse(response, 400);
  take(Object.assign(request, { rawBody: raw }), response);
}

async function readBody(request: IncomingMessage): Promise<Buffer | null> {
  try {
    return await getRawBody(request, {
      limit: bodyLimitBytes,
      length: request.headers['content-length'] ?? null,
    });
  } catch (error) {
    if (error instanceof Error && 'type' in error && error.type === 'entity.too.large') return null;
    throw error;
  }
}

function answer(response: ServerResponse, status: number, type: string, text: string): void {
  response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' }).end(text);
}

/** No words: a refusal tells a stranger nothing. */
function refuse(response: ServerResponse, status: number): void {
  if (!response.headersSent) response.writeHead(status, { connection: 'close' });
  response.end();
}
