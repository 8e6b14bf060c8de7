import { ApiError } from './double.ts';
import type { Double } from './double.ts';
import { SLACKBOT, channelById, directMessage, personById } from './world.ts';
import type { Person } from './world.ts';

const PAGE_SIZE = 200;

export function authTest({ world, url }: Double) {
  return {
    url: `${url}/`,
    team: world.team.name,
    user: personById(world, world.app.botUserId)?.name,
    team_id: world.team.id,
    user_id: world.app.botUserId,
    bot_id: world.app.botId,
    app_id: world.app.id,
    is_enterprise_install: false,
  };
}

export function usersInfo({ world }: Double, args: { user: string }) {
  const person = personById(world, args.user);
  if (!person) throw new ApiError('user_not_found');
  return { user: userBody(person) };
}

export function usersList(
  { world }: Double,
  args: { cursor?: string | undefined; limit?: string | undefined },
) {
  const everybody = world.people.filter((person) => person.teamId === world.team.id);
  const start = args.cursor ? Number(Buffer.from(args.cursor, 'base64').toString().replace('user:', '')) : 0;
  if (!Number.isInteger(start) || start < 0 || start > everybody.length) throw new ApiError('invalid_cursor');
  const end = start + (Number(args.limit) || PAGE_SIZE);
  return {
    members: everybody.slice(start, end).map(userBody),
    cache_ts: Math.floor(Date.now() / 1000),
    response_metadata: {
      next_cursor: end < everybody.length ? Buffer.from(`user:${end}`).toString('base64') : '',
    },
  };
}

interface OpenArgs {
  users?: string | undefined;
  channel?: string | undefined;
  return_im?: string | undefined;
}

export function conversationsOpen({ world }: Double, args: OpenArgs) {
  if (args.channel) {
    if (!channelById(world, args.channel)) throw new ApiError('channel_not_found');
    return { channel: { id: args.channel } };
  }
  const users = (args.users ?? '').split(',').filter(Boolean);
  if (users.length === 0) throw new ApiError('users_list_not_supplied');
  // Group messages are more than anything here needs.
  if (users.length > 1) throw new ApiError('too_many_users');
  const person = personById(world, users[0] ?? '');
  if (!person) throw new ApiError('user_not_found');
  if (person.isDeactivated) throw new ApiError('user_disabled');
  if (person.isBot || person.id === SLACKBOT) throw new ApiError('cannot_dm_bot');
  const { id } = directMessage(world, person.id, world.app.botUserId);
  return {
    channel: args.return_im === 'true' ? { id, is_im: true, user: person.id, is_open: true } : { id },
  };
}

/** A person as `users.info` shows them. */
export function userBody(person: Person): Record<string, unknown> {
  const { id, teamId, name, realName, tz } = person;
  return {
    id,
    team_id: teamId,
    name,
    deleted: person.isDeactivated,
    real_name: realName,
    tz,
    tz_label: tz,
    tz_offset: offsetS(tz),
    profile: {
      real_name: realName,
      real_name_normalized: realName,
      display_name: name,
      display_name_normalized: name,
      team: teamId,
    },
    is_admin: person.isAdmin,
    is_owner: false,
    is_primary_owner: false,
    is_restricted: person.isGuest,
    is_ultra_restricted: false,
    is_bot: person.isBot,
    is_app_user: false,
    updated: Math.floor(Date.now() / 1000),
  };
}

function offsetS(tz: string): number {
  const offset = new Intl.DateTimeFormat('en', { timeZone: tz, timeZoneName: 'longOffset' })
    .formatToParts()
    .find((part) => part.type === 'timeZoneName')?.value;
  const [, sign, hours, minutes] = /GMT([+-])(\d\d):(\d\d)/.exec(offset ?? '') ?? [];
  if (sign === undefined) return 0;
  return (sign === '-' ? -1 : 1) * (Number(hours) * 3600 + Number(minutes) * 60);
}
