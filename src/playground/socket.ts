import type { IncomingMessage, Server } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';

import type { WebSocket } from 'ws';
import { WebSocketServer } from 'ws';
import { z } from 'zod';

import type { Answer, Double, Line, Outgoing } from './double.ts';
import { ANSWER_TIMEOUT_MS } from './outbox.ts';
import { isAllowed } from './server.ts';
import { secret } from './world.ts';

// The client gives a connection up when it hears no ping for 30 seconds.
const PING_INTERVAL_MS = 10_000;
const ACK = z.object({ envelope_id: z.string(), payload: z.record(z.string(), z.unknown()).optional() });

/** Socket Mode. https://docs.slack.dev/apis/events-api/using-socket-mode */
export function openSocketMode(double: Double, server: Server): { close(): void } {
  const sockets = new WebSocketServer({ noServer: true });
  server.on('upgrade', (request, socket, head) => {
    if (isAllowed(double, request) && double.tickets.delete(ticketOf(request)))
      sockets.handleUpgrade(request, socket, head, (one) => connect(double, one));
    else socket.end('HTTP/1.1 401 Unauthorized\r\n\r\n');
  });
  return { close: () => sockets.clients.forEach((one) => one.terminate()) };
}

function ticketOf({ url }: IncomingMessage): string {
  return new URL(url ?? '/', 'http://localhost').searchParams.get('ticket') ?? '';
}

function connect(double: Double, socket: WebSocket): void {
  const pending = new Map<string, (answer: Answer) => void>();
  const line: Line = { send: (outgoing) => sendEnvelope(socket, pending, outgoing) };
  const pings = setInterval(() => socket.ping(), PING_INTERVAL_MS);
  double.lines.push(line);
  socket.on('message', (data: Buffer) => {
    const { envelope_id, payload } = ACK.parse(JSON.parse(data.toString()));
    pending.get(envelope_id)?.({ ok: true, body: payload });
  });
  socket.on('close', () => {
    clearInterval(pings);
    double.lines.splice(double.lines.indexOf(line), 1);
    for (const answer of pending.values()) answer({ ok: false, why: 'dispatch_failed' });
  });
  const connection_info = { app_id: double.world.app.id };
  socket.send(JSON.stringify({ type: 'hello', num_connections: double.lines.length, connection_info }));
}

async function sendEnvelope(
  socket: WebSocket,
  pending: Map<string, (answer: Answer) => void>,
  outgoing: Outgoing,
): Promise<Answer> {
  const envelopeId = secret();
  const timeout = new AbortController();
  const acked = new Promise<Answer>((resolve) => pending.set(envelopeId, resolve));
  const late = delay<Answer>(
    ANSWER_TIMEOUT_MS,
    { ok: false, why: 'operation_timeout' },
    { signal: timeout.signal },
  );
  late.catch(() => undefined);
  socket.send(JSON.stringify({ envelope_id: envelopeId, payload: outgoing.body, ...envelopeOf(outgoing) }));
  const answer = await Promise.race([acked, late]);
  timeout.abort();
  pending.delete(envelopeId);
  return answer;
}

function envelopeOf(outgoing: Outgoing): Record<string, unknown> {
  switch (outgoing.kind) {
    case 'command':
      return { type: 'slash_commands', accepts_response_payload: true };
    case 'interaction':
      return { type: 'interactive', accepts_response_payload: outgoing.body['type'] === 'view_submission' };
    case 'event': {
      const { retryNum = 0, retryReason = '' } = outgoing;
      return {
        type: 'events_api',
        accepts_response_payload: false,
        retry_attempt: retryNum,
        retry_reason: retryReason,
      };
    }
  }
}
