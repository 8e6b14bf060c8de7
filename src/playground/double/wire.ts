import { createHmac } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';

import { Unanswered, type Body, type Double, type Outgoing } from './double.ts';
import { nextId } from './world.ts';

// https://docs.slack.dev/interactivity/handling-user-interaction: acknowledge within 3 seconds.
export const ANSWER_TIMEOUT_MS = 3000;
// https://docs.slack.dev/apis/events-api: nearly at once, after one minute, after five.
const RETRY_DELAYS_MS = [0, 60_000, 300_000];
const FORM = 'application/x-www-form-urlencoded';

/** Any body at all; by default a form, of now, signed rightly. */
export type Raw = { body: string; contentType?: string; timestampS?: number; signature?: string };
type Reply = { status: number; contentType: string; body: string };

/** Slack's `v0` signature. https://docs.slack.dev/authentication/verifying-requests-from-slack */
export function sign(signingSecret: string, timestampS: number | string, body: string): string {
  return `v0=${createHmac('sha256', signingSecret).update(`v0:${timestampS}:${body}`).digest('hex')}`;
}

async function post(double: Double, raw: Raw, headers: Record<string, string> = {}): Promise<Reply> {
  const { body, contentType = FORM, timestampS = Math.floor(Date.now() / 1000) } = raw;
  const response = await fetch(double.eventsUrl, {
    method: 'POST',
    // Content types to the letter, without a charset: that is how Slack sends them. And a connection for each
    // request, so that an app that was restarted is never met on a stale one.
    headers: {
      'content-type': contentType,
      connection: 'close',
      'x-slack-request-timestamp': String(timestampS),
      'x-slack-signature': raw.signature ?? sign(double.keys.signingSecret, timestampS, body),
      ...headers,
    },
    body,
    signal: AbortSignal.timeout(ANSWER_TIMEOUT_MS),
  });
  const type = response.headers.get('content-type') ?? '';
  return { status: response.status, contentType: type, body: await response.text() };
}

/** To see what the app makes of it. A connection that breaks reads as status 0. */
export function sendRaw(double: Double, raw: Raw): Promise<Reply> {
  return post(double, raw).catch((error: unknown) => ({ status: 0, contentType: '', body: String(error) }));
}

/** Sends it to the app, over Socket Mode if there is a line, and returns its answer. @throws Unanswered */
export async function deliver(double: Double, outgoing: Outgoing): Promise<unknown> {
  const line = double.lines.at(-1);
  if (line) return line(outgoing);
  const { status, contentType, body } = await post(double, ...encode(outgoing)).catch((error: unknown) => {
    const isLate = error instanceof Error && error.name === 'TimeoutError';
    throw new Unanswered(isLate ? 'operation_timeout' : 'dispatch_failed', { cause: error });
  });
  // An event is accepted by any 2xx, whatever the body says.
  if (outgoing.kind === 'event' && status < 300) return undefined;
  if (status !== 200) throw new Unanswered('dispatch_failed');
  try {
    return contentType.startsWith('application/json') ? JSON.parse(body) : body;
  } catch (error) {
    throw new Unanswered('dispatch_failed', { cause: error });
  }
}

function encode(outgoing: Outgoing): [Raw, Record<string, string>?] {
  const body = JSON.stringify(outgoing.body);
  if (outgoing.kind === 'command') return [{ body: new URLSearchParams(outgoing.body).toString() }];
  if (outgoing.kind === 'interaction') return [{ body: new URLSearchParams({ payload: body }).toString() }];
  const { retryNum, retryReason = '' } = outgoing;
  const again = { 'x-slack-retry-num': String(retryNum), 'x-slack-retry-reason': retryReason };
  return [{ body, contentType: 'application/json' }, retryNum === undefined ? {} : again];
}

/** Resolves after the first attempt; Slack repeats it, with the same `event_id`, until it is accepted. */
export async function postEvent(double: Double, event: Body): Promise<void> {
  const body = envelope(double, event);
  if (double.isWithholding && event['type'] === 'message_metadata_posted') double.withheld.push(body);
  else await attempt(double, { kind: 'event', body });
}

export function withhold(double: Double, on: boolean): void {
  double.isWithholding = on;
  if (!on) for (const body of double.withheld.splice(0)) void attempt(double, { kind: 'event', body });
}

async function attempt(double: Double, event: Extract<Outgoing, { kind: 'event' }>): Promise<void> {
  try {
    await deliver(double, event);
  } catch (error) {
    const retryNum = (event.retryNum ?? 0) + 1;
    const delayMs = RETRY_DELAYS_MS[retryNum - 1];
    if (delayMs === undefined) return;
    const isLate = error instanceof Unanswered && error.message === 'operation_timeout';
    const retry = { ...event, retryNum, retryReason: isLate ? 'http_timeout' : 'http_error' };
    const pause = delay(delayMs * double.retryDelayFactor, undefined, { signal: double.stopping.signal });
    void pause.then(() => attempt(double, retry)).catch(() => undefined);
  }
}

function envelope({ world, clock }: Double, event: Body): Body {
  const { team, app } = world;
  const bot = { enterprise_id: null, team_id: team.id, user_id: app.botUserId, is_bot: true };
  const authorizations = [{ ...bot, is_enterprise_install: false }];
  const kind = { token: 'verification-token', type: 'event_callback', is_ext_shared_channel: false };
  const teams = { team_id: team.id, context_team_id: team.id, api_app_id: app.id };
  const about = { event, event_id: nextId(world, 'Ev'), event_time: Math.floor(clock.nowMs() / 1000) };
  return { ...kind, ...teams, ...about, authorizations };
}
