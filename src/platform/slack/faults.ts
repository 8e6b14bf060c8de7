import { ErrorCode } from '@slack/web-api';
import { z } from 'zod';

/**
 * What a failed call to Slack means for us:
 *
 * - `later` Slack did not take it and says, or we know, that it will: wait `seconds`
 * - `unknown` nobody knows whether it took effect: no answer, a cut connection, a 5xx
 * - `admin` it will not work until a person does something
 * - `gone` the person, message or thread is not there any more
 * - `ours` a bug of ours
 */
export type SlackFault =
  | { readonly kind: 'later'; readonly seconds: number; readonly code: string }
  | { readonly kind: 'unknown' | 'admin' | 'gone' | 'ours'; readonly code: string };

/** Errors that only a person can mend; told to the admins in `features/admins`. */
export const adminCodes = [
  'account_inactive',
  'channel_not_found',
  'ekm_access_denied',
  'invalid_auth',
  'is_archived',
  'messages_tab_disabled',
  'missing_scope',
  'no_permission',
  'not_authed',
  'not_in_channel',
  'org_login_required',
  'restricted_action',
  'restricted_action_non_threadable_channel',
  'restricted_action_read_only_channel',
  'team_access_not_granted',
  'token_expired',
  'token_revoked',
] as const;

export type AdminCode = (typeof adminCodes)[number];

export function isAdminCode(code: string): code is AdminCode {
  return adminCodes.some((it) => it === code);
}

/** What is wrong is the channel: in another one it may work. */
const channelCodes: readonly string[] = [
  'channel_not_found',
  'is_archived',
  'no_permission',
  'not_in_channel',
  'restricted_action',
  'restricted_action_non_threadable_channel',
  'restricted_action_read_only_channel',
] satisfies AdminCode[];

export function isChannelFault(code: string): boolean {
  return channelCodes.includes(code);
}

const goneCodes = [
  'cannot_dm_bot',
  'cant_delete_message',
  'cant_update_message',
  'edit_window_closed',
  'message_not_found',
  'thread_not_found',
  'user_disabled',
  'user_not_found',
  'user_not_visible',
];

/** Slack took the call and broke: it may have happened. https://docs.slack.dev/reference/methods/chat.postMessage#errors */
const unknownCodes = [
  'fatal_error',
  'internal_error',
  'request_timeout',
  'service_unavailable',
  'team_added_to_org',
];

/** The request never left: nobody was listening. */
const unsent = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT'];

const platformError = z.object({
  code: z.literal(ErrorCode.PlatformError),
  data: z.object({ error: z.string() }),
});
const rateLimited = z.object({ code: z.literal(ErrorCode.RateLimitedError), retryAfter: z.number() });
const httpError = z.object({ code: z.literal(ErrorCode.HTTPError), statusCode: z.number() });

export function slackFault(error: unknown): SlackFault {
  const limited = rateLimited.safeParse(error);
  if (limited.success) return { kind: 'later', seconds: limited.data.retryAfter, code: 'ratelimited' };
  const platform = platformError.safeParse(error);
  if (platform.success) return byCode(platform.data.data.error);
  const http = httpError.safeParse(error);
  if (http.success) return { kind: 'unknown', code: `http_${http.data.statusCode}` };
  const socket = socketCode(error);
  if (socket !== null && unsent.includes(socket)) return { kind: 'later', seconds: 2, code: socket };
  return { kind: 'unknown', code: socket ?? 'no_answer' };
}

/** `chat.update` has a name of its own for an archived channel: https://docs.slack.dev/reference/methods/chat.update#errors */
const sameAs: Readonly<Record<string, string>> = { is_inactive: 'is_archived' };

function byCode(said: string): SlackFault {
  const code = sameAs[said] ?? said;
  if (code === 'ratelimited') return { kind: 'later', seconds: 30, code };
  if (isAdminCode(code)) return { kind: 'admin', code };
  if (goneCodes.includes(code)) return { kind: 'gone', code };
  return { kind: unknownCodes.includes(code) ? 'unknown' : 'ours', code };
}

function socketCode(error: unknown): string | null {
  const wrapped = z.object({ original: z.instanceof(Error) }).safeParse(error);
  for (
    let it: unknown = wrapped.success ? wrapped.data.original : error;
    it instanceof Error;
    it = it.cause
  ) {
    if ('code' in it && typeof it.code === 'string' && !it.code.startsWith('slack_')) return it.code;
  }
  return null;
}

/** A call to Slack failed; says which and how, and nothing of what was in it. */
export class SlackCallFailed extends Error {
  readonly fault: SlackFault;

  constructor(fault: SlackFault, cause: unknown) {
    super(`Slack: ${fault.code}`, { cause });
    this.fault = fault;
  }
}
