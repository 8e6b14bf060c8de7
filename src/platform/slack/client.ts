import { WebClient } from '@slack/web-api';
import type { Logger } from '@slack/web-api';

export interface SlackAccess {
  readonly token: string;
  /** `https://slack.com/api/`, GovSlack's, or the playground's. */
  readonly apiUrl: string;
  readonly logger: Logger;
}

/**
 * Retries are the jobs' business: by default WebClient would try for half an hour, after 5xx on `chat.postMessage` too,
 * which posts twice, and one 429 would pause every method. Never `headers`: they would be shared between tokens.
 */
export const callOnce = {
  retryConfig: { retries: 0 },
  rejectRateLimitedCalls: true,
  allowAbsoluteUrls: false,
};

/** For jobs: patient, since Slack may be slow. */
export const jobTimeoutMs = 5000;

/** For what must follow a press while its trigger lives, which is three seconds. */
export const pressTimeoutMs = 2500;

export function openClient({ token, apiUrl, logger }: SlackAccess, timeout: number): WebClient {
  return new WebClient(token, { slackApiUrl: apiUrl, logger, timeout, ...callOnce });
}
