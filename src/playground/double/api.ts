import { ApiError, secret, type Body, type Double } from './double.ts';
import { deleteMessage, postMessage, updateMessage } from './messages.ts';
import { viewsOpen, viewsPublish, viewsUpdate } from './views.ts';
import { BOT, SLACKBOT, directMessage, personById, type Person } from './world.ts';

/** Arguments that are JSON, and what is wrong with one that isn't. All others are texts, empty if missing. */
const FORMAT_ERRORS = {
  blocks: 'invalid_blocks_format',
  metadata: 'invalid_metadata_format',
  view: 'invalid_arguments',
};
const IDS = {
  channel: '',
  ts: '',
  thread_ts: '',
  reply_broadcast: '',
  view_id: '',
  trigger_id: '',
  user: '',
  user_id: '',
};
const TEXTS = { ...IDS, text: '', hash: '', users: '', cursor: '', limit: '' };
type Name = keyof typeof TEXTS | keyof typeof FORMAT_ERRORS;
type Args = typeof TEXTS & { [Key in keyof typeof FORMAT_ERRORS]?: unknown };
type Method = [run: (double: Double, args: Args) => object, needs: Name[], takes?: Name[]];

const METHODS: Record<string, Method> = {
  'auth.test': [authTest, []],
  'chat.postMessage': [
    postMessage,
    ['channel'],
    ['text', 'blocks', 'metadata', 'thread_ts', 'reply_broadcast'],
  ],
  'chat.update': [updateMessage, ['channel', 'ts'], ['text', 'blocks']],
  'chat.delete': [deleteMessage, ['channel', 'ts']],
  'conversations.open': [conversationsOpen, [], ['users']],
  'users.info': [usersInfo, ['user']],
  'users.list': [usersList, [], ['cursor', 'limit']],
  'views.open': [viewsOpen, ['trigger_id', 'view']],
  'views.update': [viewsUpdate, ['view_id', 'view'], ['hash']],
  'views.publish': [viewsPublish, ['user_id', 'view'], ['hash']],
  'apps.connections.open': [openConnection, []],
};

/** Arguments Slack takes that change nothing here. */
const IGNORED = ['unfurl_links', 'unfurl_media'];

export function callMethod(double: Double, name: string, token: string, given: Body): object {
  if (!METHODS[name]) throw new ApiError('unknown_method');
  const [run, needs, takes = []] = METHODS[name];
  checkToken(double, token, name);
  const missing = needs.filter((key) => given[key] === undefined || given[key] === '');
  const faults = missing.map((key) => `missing required field: ${key}`);
  if (faults.length > 0) throw new ApiError('invalid_arguments', faults);
  const known: string[] = [...needs, ...takes, ...IGNORED];
  const strange = Object.keys(given).filter((key) => !known.includes(key));
  for (const key of strange) double.note(`${name} does not take ${key} here`);
  return run(double, { ...TEXTS, ...given });
}

function checkToken({ keys, rejectsWith }: Double, token: string, method: string): void {
  const wanted = method === 'apps.connections.open' ? keys.appToken : keys.botToken;
  if (token === '') throw new ApiError('not_authed');
  if (rejectsWith) throw new ApiError(rejectsWith);
  if (token !== keys.botToken && token !== keys.appToken) throw new ApiError('invalid_auth');
  if (token !== wanted) throw new ApiError('not_allowed_token_type');
}

/** From a form with JSON in some fields, which is how the client sends them. */
export function readArgs(body: string): Body {
  const formats: Record<string, string> = FORMAT_ERRORS;
  const read = ([key, value]: [string, string]) => [key, formats[key] ? parsed(value, formats[key]) : value];
  return Object.fromEntries([...new URLSearchParams(body)].map(read));
}

export function parsed(json: string, error: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    throw new ApiError(error);
  }
}

function openConnection(double: Double) {
  const ticket = secret();
  double.tickets.add(ticket);
  return { url: `${double.url.replace('http', 'ws')}/link/?ticket=${ticket}` };
}

function authTest({ world: { team, app }, url }: Double) {
  const bot = { user: 'flagpost', user_id: app.botUserId, bot_id: app.botId, app_id: app.id };
  return { url: `${url}/`, team: team.name, team_id: team.id, ...bot, is_enterprise_install: false };
}

function usersInfo({ world }: Double, { user }: Args) {
  const person = personById(world, user);
  if (!person) throw new ApiError('user_not_found');
  return { user: userBody(person) };
}

function usersList({ world }: Double, { cursor, limit }: Args) {
  const everybody = world.people.filter((person) => person.teamId === world.team.id);
  const start = Number(cursor);
  if (!Number.isInteger(start) || start < 0 || start > everybody.length) throw new ApiError('invalid_cursor');
  const end = start + (Number(limit) || everybody.length);
  const next_cursor = end < everybody.length ? String(end) : '';
  return { members: everybody.slice(start, end).map(userBody), response_metadata: { next_cursor } };
}

function conversationsOpen({ world }: Double, { users }: Args) {
  if (!users) throw new ApiError('users_list_not_supplied');
  const person = personById(world, users);
  if (!person) throw new ApiError('user_not_found');
  if (person.isDeactivated) throw new ApiError('user_disabled');
  if ([SLACKBOT, BOT.id].includes(person.id)) throw new ApiError('cannot_dm_bot');
  return { channel: { id: directMessage(world, person.id, world.app.botUserId).id } };
}

/** A person as `users.info` and `user_change` show them. */
export function userBody({ id, teamId, name, realName, tz, isDeactivated, isAdmin, isGuest }: Person): Body {
  const role = { is_admin: isAdmin, is_owner: false, is_restricted: isGuest, is_ultra_restricted: false };
  const person = { id, team_id: teamId, name, real_name: realName, tz, deleted: isDeactivated };
  return { ...person, ...role, is_bot: id === BOT.id };
}
