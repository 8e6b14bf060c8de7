import { later } from './double.ts';
import type { Double } from './double.ts';
import { deliver } from './outbox.ts';
import { nextId } from './world.ts';

// https://docs.slack.dev/apis/events-api: nearly at once, after one minute, after five.
const RETRY_DELAYS_MS = [0, 60_000, 300_000];

/** Resolves after the first attempt; Slack repeats it, with the same `event_id`, until it is accepted. */
export async function postEvent(
  double: Double,
  event: Record<string, unknown>,
  { isMetadata = false } = {},
): Promise<void> {
  const body = envelope(double, event);
  if (isMetadata && double.isWithholding) double.withheld.push(body);
  else await attempt(double, body, 0);
}

export function releaseWithheld(double: Double): void {
  for (const body of double.withheld.splice(0)) void attempt(double, body, 0);
}

async function attempt(
  double: Double,
  body: Record<string, unknown>,
  retryNum: number,
  retryReason?: string,
) {
  const answer = await deliver(double, {
    kind: 'event',
    body,
    ...(retryReason !== undefined && { retryNum, retryReason }),
  });
  const delayMs = RETRY_DELAYS_MS[retryNum];
  if (answer.ok || delayMs === undefined) return;
  const reason = answer.why === 'operation_timeout' ? 'http_timeout' : 'http_error';
  later(double, delayMs * double.retryDelayFactor, () => void attempt(double, body, retryNum + 1, reason));
}

function envelope({ world }: Double, event: Record<string, unknown>): Record<string, unknown> {
  return {
    token: 'verification-token',
    team_id: world.team.id,
    context_team_id: world.team.id,
    api_app_id: world.app.id,
    event,
    type: 'event_callback',
    event_id: nextId(world, 'Ev'),
    event_time: Math.floor(Date.now() / 1000),
    authorizations: [
      {
        enterprise_id: null,
        team_id: world.team.id,
        user_id: world.app.botUserId,
        is_bot: true,
        is_enterprise_install: false,
      },
    ],
    is_ext_shared_channel: false,
  };
}
