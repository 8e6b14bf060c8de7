import { aheadMs } from '../double/clock.ts';
import type { Call, Double } from '../double/double.ts';
import { BOT, SLACKBOT, formsOf, homeOf, isOpenTo } from '../double/world.ts';
import type { Channel, Message, OpenView, Person, World } from '../double/world.ts';
import type { Command, Face, SeenChannel, SeenClock, SeenMessage, SeenView, Sight } from './seen.ts';

export interface House {
  readonly double: Double;
  readonly command: Command;
  readonly canStartOver: boolean;
  readonly isSeeding: boolean;
  readonly clock: SeenClock | null;
  readonly epoch: number;
}

/** What the four of the playground are there for. */
const ROLES: Readonly<Record<string, string>> = {
  ana: 'flags',
  sam: 'takes things on',
  lea: 'leads',
  kim: 'administers',
};

/** All that this person may see, and nothing else. */
export function sightOf(house: House, me: Person): Sight {
  const { double, command, canStartOver, isSeeding, clock, epoch } = house;
  const { world } = double;
  const home = homeOf(world, me.id);
  return {
    epoch,
    me: me.id,
    people: world.people.filter((one) => !one.isDeactivated).map((one) => faceOf(world, one)),
    channels: [...rooms(world, me), ...directs(world, me)],
    app: {
      user: world.app.botUserId,
      command,
      shortcuts: world.app.shortcuts.map(({ name, type }) => ({ name, type })),
    },
    home: home === undefined ? null : seenView(home),
    // Those that are opened while it is filled in are nobody's who looks on.
    forms: isSeeding ? [] : formsOf(world, me.id).map(seenView),
    notes: [...double.notes, ...new Set(double.calls.flatMap(remark))],
    canStartOver,
    aheadMs: aheadMs(world),
    clock,
    isSeeding,
  };
}

function faceOf(world: World, { id, name, realName, tz }: Person): Face {
  const direct = world.channels.find((one) => isBetween(one, id, world.app.botUserId));
  const role = ROLES[name];
  return {
    id,
    name: id === BOT.id ? 'Flagpost' : realName,
    handle: name,
    tz,
    isBot: id === BOT.id || id === SLACKBOT,
    unread: direct ? unreadOf(world, id, direct, messagesOf(world, id, direct.id)) : 0,
    ...(role !== undefined && { does: role }),
  };
}

function rooms(world: World, me: Person): SeenChannel[] {
  const open = world.channels.filter((one) => one.kind !== 'direct' && isOpenTo(world, me, one));
  return open.map((one) => seenChannel(world, me.id, one, null));
}

/** One with everybody, the bot first, begun or not. */
function directs(world: World, me: Person): SeenChannel[] {
  const others = world.people.filter(({ id }) => id !== me.id && id !== SLACKBOT);
  return others.map(({ id }) => {
    const channel = world.channels.find((one) => isBetween(one, me.id, id));
    if (channel) return seenChannel(world, me.id, channel, id);
    return { id: null, name: '', other: id, unread: 0, messages: [] };
  });
}

function isBetween({ kind, members }: Channel, ...two: [string, string]): boolean {
  return kind === 'direct' && two.every((one) => members.includes(one));
}

function seenChannel(world: World, me: string, channel: Channel, other: string | null): SeenChannel {
  const messages = messagesOf(world, me, channel.id);
  const unread = unreadOf(world, me, channel, messages);
  return { id: channel.id, name: channel.name, other, unread, messages };
}

function unreadOf(world: World, me: string, { id }: Channel, messages: SeenMessage[]): number {
  const read = world.read?.[me]?.[id] ?? '';
  return messages.filter(
    (one) => one.user !== me && (!one.thread || one.isBroadcast) && !one.isPrivate && one.ts > read,
  ).length;
}

function messagesOf({ messages }: World, me: string, channel: string): SeenMessage[] {
  const seen = messages.filter((one) => one.channel === channel && (one.ephemeralFor ?? me) === me);
  const answered = new Set(seen.filter((one) => !one.deleted).map((one) => one.thread_ts));
  const shown = seen.filter((one) => !one.deleted || (!one.thread_ts && answered.has(one.ts)));
  return shown.map((one) => seenMessage(one, me)).sort((a, b) => a.ts.localeCompare(b.ts));
}

function seenMessage(message: Message, me: string): SeenMessage {
  const { ts, user, text, blocks, thread_ts: thread, isBroadcast, ephemeralFor, deleted, entered } = message;
  const bare = { ts, user, isPrivate: ephemeralFor !== undefined, isDeleted: deleted };
  if (deleted) return { ...bare, text: '', entered: {} };
  const place = { ...(thread !== undefined && { thread }), ...(isBroadcast && { isBroadcast }) };
  const more = { ...(blocks?.length && { blocks }), ...place };
  return { ...bare, text, ...more, entered: entered[me] ?? {} };
}

function seenView({ id, view, entered, errors, notice }: OpenView): SeenView {
  const { title, submit, close, blocks } = view;
  const labels = { ...(title && { title }), ...(submit && { submit }), ...(close && { close }) };
  return { id, blocks, entered, errors, ...labels, ...(notice !== undefined && { notice }) };
}

/** Told to wait, or that somebody was faster: what a bot has to live with, and no mistake of it. */
const ORDINARY = ['ratelimited', 'hash_conflict'];

function remark({ method, error, faults = [] }: Call): string[] {
  if (error === undefined || ORDINARY.includes(error)) return [];
  return [`${method}: ${[error, ...faults].join(' · ')}`];
}
