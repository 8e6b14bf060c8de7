import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';

import { callMethod, readArgs } from './api.ts';
import { ControlError, runControl } from './control.ts';
import { ApiError, recordCall, redeemHook } from './double.ts';
import type { Double, Fault } from './double.ts';
import { heldBack, takeFault } from './faults.ts';
import { respond } from './hooks.ts';

const BODY_BYTES_MAX = 10_000_000;
const SCOPES = 'commands,chat:write,im:write,users:read,metadata.message:read';

interface Answer {
  status: number;
  body: object;
  headers?: Record<string, string>;
}

type Work = () => Answer | Promise<Answer>;

/** Only for this machine, and not for pages of other sites that are open in its browser. */
export function isAllowed(double: Double, request: IncomingMessage): boolean {
  const { port } = new URL(double.url);
  const { host, origin } = request.headers;
  return (
    (host === `127.0.0.1:${port}` || host === `localhost:${port}`) && (!origin || origin === `http://${host}`)
  );
}

export async function handle(
  double: Double,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (!isAllowed(double, request)) return send(response, { status: 403, body: { error: 'forbidden' } });
  if (request.method !== 'POST') return send(response, { status: 405, body: { error: 'only POST' } });
  const [, place = '', name = ''] = new URL(request.url ?? '/', double.url).pathname.split('/');
  const body = await readBody(request);
  switch (place) {
    case 'api':
      return misbehaving(double, name, response, () => api(double, name, request, body));
    case 'hooks':
      return misbehaving(double, 'hooks', response, () => hook(double, name, body));
    case 'control':
      return send(response, await control(double, name, body));
    default:
      return send(response, { status: 404, body: { error: 'not_found' } });
  }
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request) {
    bytes += chunk.length;
    if (bytes > BODY_BYTES_MAX) throw new Error('the body is too large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString();
}

function send(response: ServerResponse, { status, body, headers }: Answer): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers });
  response.end(JSON.stringify(body));
}

async function misbehaving(
  double: Double,
  method: string,
  response: ServerResponse,
  work: Work,
): Promise<void> {
  const fault = takeFault(double, method);
  const failure = fault && failing(fault);
  if (failure) {
    recordCall(double, { method, atMs: Date.now(), args: {}, error: fault.code ?? fault.kind });
    return send(response, failure);
  }
  if (fault?.kind === 'cut-before') return void response.destroy();
  if (fault?.kind === 'slow') await delay(fault.ms ?? 0);
  const answer = await work();
  if (fault?.kind === 'cut-after') return void response.destroy();
  if (fault?.kind === 'hold') await heldBack(double);
  send(response, answer);
}

function failing({ kind, status, retryAfter, code }: Fault): Answer | undefined {
  if (kind === 'status') return { status: status ?? 500, body: { ok: false, error: 'internal_error' } };
  if (kind === 'ratelimited') return tooMany(retryAfter ?? 1);
  if (kind === 'error') return { status: 200, body: { ok: false, error: code ?? 'internal_error' } };
  return undefined;
}

function tooMany(seconds: number): Answer {
  return {
    status: 429,
    headers: { 'retry-after': String(seconds) },
    body: { ok: false, error: 'ratelimited' },
  };
}

function api(double: Double, method: string, request: IncomingMessage, body: string): Answer {
  const call = { method, atMs: Date.now(), args: {} };
  try {
    const { token, ...args } = readArgs(request.headers['content-type'] ?? '', body);
    Object.assign(call, { args });
    const bearer = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1];
    const sent = typeof token === 'string' ? token : undefined;
    const result = callMethod(double, method, bearer ?? sent, args);
    recordCall(double, call);
    return { status: 200, headers: { 'x-oauth-scopes': SCOPES }, body: { ok: true, ...result } };
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    recordCall(double, { ...call, error: error.code });
    return refused(error);
  }
}

function refused({ code, faults, retryAfterS }: ApiError): Answer {
  if (retryAfterS !== undefined) return tooMany(retryAfterS);
  const messages = faults.map((fault) => `[ERROR] ${fault}`);
  const details = messages.length > 0 && { errors: faults, response_metadata: { messages } };
  return { status: 200, headers: { 'x-oauth-scopes': SCOPES }, body: { ok: false, error: code, ...details } };
}

/** A response_url says no with a status, not with `ok` alone. */
function hook(double: Double, id: string, body: string): Answer {
  const call = { method: 'hooks', atMs: Date.now(), args: {} };
  try {
    const args = JSON.parse(body);
    Object.assign(call, { args });
    respond(double, redeemHook(double, id), args);
    recordCall(double, call);
    return { status: 200, body: { ok: true } };
  } catch (error) {
    const refusal = error instanceof ApiError ? error : new ApiError('invalid_payload');
    recordCall(double, { ...call, error: refusal.code });
    const isOver = refusal.code === 'expired_url' || refusal.code === 'used_url';
    return { ...refused(refusal), status: isOver ? 404 : 400 };
  }
}

async function control(double: Double, verb: string, body: string): Promise<Answer> {
  try {
    return { status: 200, body: (await runControl(double, verb, body)) ?? {} };
  } catch (error) {
    const status = error instanceof ControlError ? 404 : 400;
    return { status, body: { error: error instanceof Error ? error.message : String(error) } };
  }
}
