import { createHmac } from 'node:crypto';

/** Slack's `v0` signature. https://docs.slack.dev/authentication/verifying-requests-from-slack */
export function sign(signingSecret: string, timestampS: number | string, body: string): string {
  return `v0=${createHmac('sha256', signingSecret).update(`v0:${timestampS}:${body}`).digest('hex')}`;
}
