import { EventEmitter, once } from 'node:events';
import type { Server } from 'node:http';

import type { WebSocket } from 'ws';
import { WebSocketServer } from 'ws';

import { Unanswered, secret, type Double, type Outgoing } from './double.ts';
import { isAllowed } from './server.ts';
import { ANSWER_TIMEOUT_MS } from './wire.ts';

// The client gives a connection up when it hears no ping for 30 seconds.
const PING_INTERVAL_MS = 10_000;

/** Socket Mode. https://docs.slack.dev/apis/events-api/using-socket-mode */
export function openSocketMode(double: Double, server: Server): { close(): void } {
  const sockets = new WebSocketServer({ noServer: true });
  server.on('upgrade', (request, socket, head) => {
    const ticket = new URL(request.url ?? '/', double.url).searchParams.get('ticket') ?? '';
    if (isAllowed(double, request) && double.tickets.delete(ticket))
      sockets.handleUpgrade(request, socket, head, (one) => connect(double, one));
    else socket.end('HTTP/1.1 401 Unauthorized\r\n\r\n');
  });
  return { close: () => sockets.clients.forEach((one) => one.terminate()) };
}

function connect(double: Double, socket: WebSocket): void {
  const acks = new EventEmitter().on('error', () => undefined);
  const line = (outgoing: Outgoing) => sendEnvelope(socket, acks, outgoing);
  const pings = setInterval(() => socket.ping(), PING_INTERVAL_MS);
  double.lines.push(line);
  socket.on('message', (data: Buffer) => {
    const { envelope_id, payload } = JSON.parse(data.toString());
    acks.emit(envelope_id, payload);
  });
  socket.on('close', () => {
    clearInterval(pings);
    double.lines.splice(double.lines.indexOf(line), 1);
    acks.emit('error', new Unanswered('dispatch_failed'));
  });
  const connection_info = { app_id: double.world.app.id };
  socket.send(JSON.stringify({ type: 'hello', num_connections: double.lines.length, connection_info }));
}

/** Resolves to what the app acknowledges it with. @throws Unanswered */
async function sendEnvelope(socket: WebSocket, acks: EventEmitter, outgoing: Outgoing): Promise<unknown> {
  const envelope_id = secret();
  socket.send(JSON.stringify({ envelope_id, payload: outgoing.body, ...envelopeOf(outgoing) }));
  try {
    const [payload] = await once(acks, envelope_id, { signal: AbortSignal.timeout(ANSWER_TIMEOUT_MS) });
    return payload;
  } catch (error) {
    throw error instanceof Unanswered ? error : new Unanswered('operation_timeout', { cause: error });
  }
}

function envelopeOf(outgoing: Outgoing): object {
  if (outgoing.kind === 'command') return { type: 'slash_commands', accepts_response_payload: true };
  if (outgoing.kind === 'interaction')
    return { type: 'interactive', accepts_response_payload: outgoing.body['type'] === 'view_submission' };
  const retry = { retry_attempt: outgoing.retryNum ?? 0, retry_reason: outgoing.retryReason ?? '' };
  return { type: 'events_api', accepts_response_payload: false, ...retry };
}
