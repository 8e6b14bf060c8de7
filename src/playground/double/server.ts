import type { IncomingMessage, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { setTimeout as delay } from 'node:timers/promises';

import { callMethod, parsed, readArgs } from './api.ts';
import { ApiError, redeemHook, type Body, type Double, type Fault } from './double.ts';
import { respond } from './messages.ts';

type Answer = { status: number; body: Body; headers?: Record<string, string> };

/** Takes what is asked below `/control/`, where this Slack is played with. */
export type Control = (double: Double, path: string[], body: string) => Promise<Answer>;

/** Only for this machine, and not for pages of other sites that are open in its browser. */
export function isAllowed({ url }: Double, { headers: { host, origin } }: IncomingMessage): boolean {
  const { port } = new URL(url);
  const isHere = host === `127.0.0.1:${port}` || host === `localhost:${port}`;
  return isHere && (!origin || origin === `http://${host}`);
}

export async function handle(
  double: Double,
  control: Control,
  request: IncomingMessage,
  response: ServerResponse,
) {
  const isPost = request.method === 'POST' && isAllowed(double, request);
  const answer = isPost ? await answerTo(double, control, request) : { status: 403, body: {} };
  if (!answer) return void response.destroy();
  const json = { 'content-type': 'application/json; charset=utf-8' };
  response.writeHead(answer.status, { ...json, ...answer.headers }).end(JSON.stringify(answer.body));
}

/** Returns undefined where the line is to be cut. */
async function answerTo(
  double: Double,
  control: Control,
  request: IncomingMessage,
): Promise<Answer | undefined> {
  const [, place, ...path] = new URL(request.url ?? '/', double.url).pathname.split('/');
  const body = await text(request);
  const [name = ''] = path;
  if (place === 'control') return control(double, path.map(decodeURIComponent), body);
  if (place === 'hooks')
    return misbehaving(double, 'hooks', (args) => {
      Object.assign(args, parsed(body, 'invalid_payload'));
      respond(double, redeemHook(double, name), args);
    });
  if (place !== 'api') return { status: 404, body: { error: 'not_found' } };
  const token = request.headers.authorization?.replace(/^Bearer /, '') ?? '';
  const call = (args: Body) => callMethod(double, name, token, Object.assign(args, readArgs(body)));
  return misbehaving(double, name, call);
}

/** Does the work, as far as the fault that hits this method lets it, and records the call with its `args`. */
async function misbehaving(double: Double, method: string, work: (args: Body) => object | void) {
  const call = { method, atMs: Date.now(), args: {} };
  const fault = takeFault(double, method);
  const failure = fault && failing(fault);
  if (failure) double.calls.push({ ...call, error: fault.code ?? fault.kind });
  if (failure || fault?.kind === 'cut-before') return failure;
  if (fault?.kind === 'slow') await delay(fault.ms);
  try {
    const answer = { status: 200, body: { ok: true, ...work(call.args) } };
    double.calls.push(call);
    if (fault?.kind === 'hold') await new Promise<void>((resolve) => double.held.push(resolve));
    return fault?.kind === 'cut-after' ? undefined : answer;
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    double.calls.push({ ...call, error: error.message, faults: error.faults });
    double.changed();
    return refused(error, method);
  }
}

function takeFault({ faults }: Double, method: string): Fault | undefined {
  const fault = faults.find((one) => one.method === method || one.method === '*');
  if (fault?.times !== undefined) fault.times -= 1;
  if (fault?.times === 0) faults.splice(faults.indexOf(fault), 1);
  return fault;
}

function failing({ kind, method, status = 500, retryAfter, code = 'internal_error' }: Fault) {
  if (kind === 'ratelimited') return refused(new ApiError('ratelimited'), method, retryAfter);
  if (kind === 'error') return refused(new ApiError(code), method);
  return kind === 'status' ? { status, body: { ok: false, error: code } } : undefined;
}

function refused({ message: code, faults }: ApiError, method: string, retryAfterS = 1): Answer {
  const messages = faults.map((fault) => `[ERROR] ${fault}`);
  const details = messages.length > 0 && { errors: faults, response_metadata: { messages } };
  const body = { ok: false, error: code, ...details };
  if (code === 'ratelimited') return { status: 429, headers: { 'retry-after': String(retryAfterS) }, body };
  if (method !== 'hooks') return { status: 200, body };
  // A response_url says no with a status, not with `ok` alone.
  return { status: ['expired_url', 'used_url'].includes(code) ? 404 : 400, body };
}
