import { z } from 'zod';

import { deleteMessage, postEphemeral, postMessage, updateMessage } from './chat.ts';
import { ApiError, note } from './double.ts';
import type { Double } from './double.ts';
import { authTest, conversationsOpen, usersInfo, usersList } from './people.ts';
import { viewsOpen, viewsPublish, viewsPush, viewsUpdate } from './views.ts';
import { secret } from './world.ts';

export type Args = Record<string, unknown>;

interface Method {
  known: string[];
  token: 'bot' | 'app';
  run: (double: Double, args: Args) => object;
}

/** Arguments Slack takes that change nothing here. */
const IGNORED = [
  'token',
  'unfurl_links',
  'unfurl_media',
  'mrkdwn',
  'include_locale',
  'as_user',
  'team_id',
  'link_names',
  'parse',
  'prevent_creation',
];

function method<S extends z.ZodObject>(
  schema: S,
  run: (double: Double, args: z.infer<S>) => object,
  token: Method['token'] = 'bot',
): Method {
  return {
    known: Object.keys(schema.shape),
    token,
    run: (double, args) => {
      const parsed = schema.safeParse(args);
      if (parsed.success) return run(double, parsed.data);
      throw new ApiError(
        'invalid_arguments',
        parsed.error.issues.map((issue) => `missing or invalid field: ${issue.path.join('.')}`),
      );
    },
  };
}

const text = z.string().optional();
const MESSAGE = {
  channel: z.string(),
  text,
  blocks: z.unknown().optional(),
  metadata: z.unknown().optional(),
};
const NAMES = { link_names: text, parse: text };

const METHODS: Record<string, Method> = {
  'auth.test': method(z.object({}), authTest),
  'chat.postMessage': method(z.object({ ...MESSAGE, ...NAMES, thread_ts: text }), postMessage),
  'chat.postEphemeral': method(z.object({ ...MESSAGE, user: z.string(), thread_ts: text }), postEphemeral),
  'chat.update': method(z.object({ ...MESSAGE, ts: z.string() }), updateMessage),
  'chat.delete': method(z.object({ channel: z.string(), ts: z.string() }), deleteMessage),
  'conversations.open': method(z.object({ users: text, channel: text, return_im: text }), conversationsOpen),
  'users.info': method(z.object({ user: z.string() }), usersInfo),
  'users.list': method(z.object({ cursor: text, limit: text }), usersList),
  'views.open': method(z.object({ trigger_id: z.string(), view: z.unknown() }), viewsOpen),
  'views.push': method(z.object({ trigger_id: z.string(), view: z.unknown() }), viewsPush),
  'views.update': method(
    z.object({ view_id: text, external_id: text, hash: text, view: z.unknown() }),
    viewsUpdate,
  ),
  'views.publish': method(z.object({ user_id: z.string(), hash: text, view: z.unknown() }), viewsPublish),
  'apps.connections.open': method(z.object({}), openConnection, 'app'),
};

export function callMethod(double: Double, name: string, token: string | undefined, args: Args): object {
  const found = METHODS[name];
  if (!found) throw new ApiError('unknown_method');
  checkToken(double, token, found.token);
  for (const key of Object.keys(args))
    if (!found.known.includes(key) && !IGNORED.includes(key))
      note(double, `${name} does not take ${key} here`);
  return found.run(double, args);
}

function checkToken(double: Double, token: string | undefined, wanted: Method['token']): void {
  const { botToken, appToken } = double.keys;
  if (!token) throw new ApiError('not_authed');
  if (double.rejectsWith) throw new ApiError(double.rejectsWith);
  if (token !== botToken && token !== appToken) throw new ApiError('invalid_auth');
  if (token !== (wanted === 'bot' ? botToken : appToken)) throw new ApiError('not_allowed_token_type');
}

function openConnection(double: Double): object {
  const ticket = secret();
  double.tickets.add(ticket);
  return { url: `${double.url.replace('http', 'ws')}/link/?ticket=${ticket}&app_id=${double.world.app.id}` };
}

const FORMAT_ERRORS: Record<string, string> = {
  blocks: 'invalid_blocks_format',
  metadata: 'invalid_metadata_format',
  view: 'invalid_arguments',
};

/** Takes both ways of sending arguments: a form with JSON in some fields, or JSON all through. */
export function readArgs(contentType: string, body: string): Args {
  const raw = contentType.startsWith('application/json')
    ? readJson(body)
    : Object.fromEntries(new URLSearchParams(body));
  return Object.fromEntries(Object.entries(raw).map(([key, value]) => [key, readArg(key, value)]));
}

function readJson(body: string): Args {
  try {
    return z.record(z.string(), z.unknown()).parse(JSON.parse(body === '' ? '{}' : body));
  } catch {
    throw new ApiError('invalid_json');
  }
}

function readArg(key: string, value: unknown): unknown {
  const formatError = FORMAT_ERRORS[key];
  if (formatError === undefined)
    return typeof value === 'number' || typeof value === 'boolean' ? String(value) : value;
  if (typeof value !== 'string') return value;
  try {
    return JSON.parse(value);
  } catch {
    throw new ApiError(formatError);
  }
}
