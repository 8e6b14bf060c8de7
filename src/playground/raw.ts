import type { Double } from './double.ts';
import { post } from './outbox.ts';
import type { Reply } from './outbox.ts';
import { sign } from './signature.ts';
import { secret } from './world.ts';

interface Raw {
  body: string;
  contentType?: string | undefined;
  /** Now, unless given. */
  timestampS?: number | undefined;
  /** The right one, unless given. */
  signature?: string | undefined;
}

/** Any body at all, to see what the app makes of it. A connection that breaks reads as status 0. */
export async function sendRaw(double: Double, raw: Raw): Promise<Reply> {
  const timestampS = raw.timestampS ?? Math.floor(Date.now() / 1000);
  try {
    return await post(double.eventsUrl, raw.body, {
      'content-type': raw.contentType ?? 'application/x-www-form-urlencoded',
      'x-slack-request-timestamp': String(timestampS),
      'x-slack-signature': raw.signature ?? sign(double.keys.signingSecret, timestampS, raw.body),
    });
  } catch (error) {
    return { status: 0, contentType: '', body: error instanceof Error ? error.message : '' };
  }
}

/** What Slack asks of a request URL before it accepts it. */
export async function verifyUrl(double: Double): Promise<{ isVerified: boolean }> {
  const challenge = secret();
  const body = JSON.stringify({ token: 'verification-token', challenge, type: 'url_verification' });
  const reply = await sendRaw(double, { body, contentType: 'application/json' });
  return { isVerified: reply.status === 200 && reply.body.includes(challenge) };
}
