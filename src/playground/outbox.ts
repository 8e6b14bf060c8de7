import { request } from 'node:http';

import type { Answer, Double, Outgoing } from './double.ts';
import { sign } from './signature.ts';

// https://docs.slack.dev/interactivity/handling-user-interaction: acknowledge within 3 seconds.
export const ANSWER_TIMEOUT_MS = 3000;

export interface Reply {
  status: number;
  contentType: string;
  body: string;
}

/** Sends it to the app, over Socket Mode if it is connected so. Never rejects. */
export async function deliver(double: Double, outgoing: Outgoing): Promise<Answer> {
  const line = double.lines.at(-1);
  if (line) return line.send(outgoing);
  try {
    const reply = await sendHttp(double, outgoing);
    return outgoing.kind === 'event' ? readReceipt(reply) : readReply(reply);
  } catch (error) {
    const isTimeout = error instanceof Error && error.name === 'TimeoutError';
    return { ok: false, why: isTimeout ? 'operation_timeout' : 'dispatch_failed' };
  }
}

/** An event is accepted by any 2xx, whatever the body says. */
function readReceipt({ status }: Reply): Answer {
  return status >= 200 && status < 300
    ? { ok: true, body: undefined }
    : { ok: false, why: 'dispatch_failed' };
}

function readReply({ status, contentType, body }: Reply): Answer {
  if (status !== 200) return { ok: false, why: 'dispatch_failed' };
  if (!contentType.startsWith('application/json')) return { ok: true, body: body === '' ? undefined : body };
  try {
    return { ok: true, body: JSON.parse(body) };
  } catch {
    return { ok: false, why: 'dispatch_failed' };
  }
}

function sendHttp(double: Double, outgoing: Outgoing): Promise<Reply> {
  const timestampS = Math.floor(Date.now() / 1000);
  const { type, body } = encode(outgoing);
  return post(double.eventsUrl, body, {
    'content-type': type,
    'x-slack-request-timestamp': String(timestampS),
    'x-slack-signature': sign(double.keys.signingSecret, timestampS, body),
    ...retryHeaders(outgoing),
  });
}

const FORM = 'application/x-www-form-urlencoded';

/** The content types to the letter, without a charset: that is how Slack sends them. */
function encode(outgoing: Outgoing): { type: string; body: string } {
  switch (outgoing.kind) {
    case 'command':
      return { type: FORM, body: new URLSearchParams(outgoing.body).toString() };
    case 'interaction':
      return { type: FORM, body: new URLSearchParams({ payload: JSON.stringify(outgoing.body) }).toString() };
    case 'event':
      return { type: 'application/json', body: JSON.stringify(outgoing.body) };
  }
}

function retryHeaders(outgoing: Outgoing): Record<string, string> {
  if (outgoing.kind !== 'event' || outgoing.retryNum === undefined) return {};
  return {
    'x-slack-retry-num': String(outgoing.retryNum),
    'x-slack-retry-reason': outgoing.retryReason ?? 'unknown_error',
  };
}

/** One request on a connection of its own, so that an app that was restarted is never met on a stale one. */
export function post(url: string | undefined, body: string, headers: Record<string, string>): Promise<Reply> {
  if (url === undefined) return Promise.reject(new Error('nobody told Slack where the app listens'));
  return new Promise((resolve, reject) => {
    const outgoing = request(url, {
      method: 'POST',
      agent: false,
      headers: { ...headers, 'content-length': Buffer.byteLength(body) },
      signal: AbortSignal.timeout(ANSWER_TIMEOUT_MS),
    });
    outgoing.on('error', (error) => reject(asTimeout(error)));
    outgoing.on('response', (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', (error) => reject(asTimeout(error)));
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          contentType: response.headers['content-type'] ?? '',
          body: Buffer.concat(chunks).toString(),
        }),
      );
    });
    outgoing.end(body);
  });
}

/** node:http reports a time-out as an abort, with the real reason in `cause`. */
function asTimeout(error: Error): Error {
  return error.cause instanceof Error ? error.cause : error;
}
