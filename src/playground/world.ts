import { randomBytes } from 'node:crypto';

import { z } from 'zod';

import { ANY_BLOCK, VIEW } from './block-kit/blocks.ts';

const PERSON = z.object({
  id: z.string(),
  /** Another workspace's id makes them an outsider, here through Slack Connect. */
  teamId: z.string(),
  /** The handle, without the @. */
  name: z.string(),
  realName: z.string(),
  /** IANA name, as in `users.info`. */
  tz: z.string(),
  isAdmin: z.boolean(),
  isGuest: z.boolean(),
  isDeactivated: z.boolean(),
  isBot: z.boolean(),
});

const CHANNEL = z.object({
  id: z.string(),
  /** Empty for a direct message. */
  name: z.string(),
  kind: z.enum(['public', 'private', 'direct']),
  isArchived: z.boolean(),
  members: z.array(z.string()),
});

const METADATA = z.object({ event_type: z.string(), event_payload: z.record(z.string(), z.unknown()) });

const MESSAGE = z.object({
  channel: z.string(),
  ts: z.string(),
  user: z.string(),
  text: z.string(),
  blocks: z.array(ANY_BLOCK).optional(),
  metadata: METADATA.optional(),
  thread_ts: z.string().optional(),
  /** Set on ephemeral messages: the only person who sees it. */
  ephemeralFor: z.string().optional(),
  /** Whom posting it alerted: user ids, usergroup ids, or `everyone`. */
  notifies: z.array(z.string()),
  edited: z.boolean(),
  deleted: z.boolean(),
});

/** What a person typed or chose: text, an option's value, an id, a date; a list for checkboxes. */
const ENTRY = z.union([z.string(), z.array(z.string()), z.null()]);
const ENTRIES = z.record(z.string(), z.record(z.string(), ENTRY));

const OPEN_VIEW = z.object({
  id: z.string(),
  hash: z.string(),
  personId: z.string(),
  view: VIEW,
  rootId: z.string(),
  previousId: z.string().nullable(),
  /** Under which field (by block id) stands what. */
  errors: z.record(z.string(), z.string()),
  /** What Slack itself says on the form, such as that the app could not be reached. */
  notice: z.string().optional(),
});

const TRIGGER = z.object({ personId: z.string(), issuedAtMs: z.number(), isUsed: z.boolean() });

const HOOK = z.object({
  personId: z.string(),
  channel: z.string(),
  /** The message whose button was pressed; absent after a command. */
  messageTs: z.string().optional(),
  issuedAtMs: z.number(),
  uses: z.number(),
});

export const WORLD = z.object({
  team: z.object({ id: z.string(), name: z.string(), domain: z.string() }),
  app: z.object({
    id: z.string(),
    botId: z.string(),
    botUserId: z.string(),
    shortcuts: z.array(
      z.object({ name: z.string(), type: z.enum(['global', 'message']), callbackId: z.string() }),
    ),
  }),
  people: z.array(PERSON),
  channels: z.array(CHANNEL),
  messages: z.array(MESSAGE),
  views: z.record(z.string(), OPEN_VIEW),
  /** Per person the ids of their open modals, the top one last. */
  stacks: z.record(z.string(), z.array(z.string())),
  homes: z.record(z.string(), z.string()),
  /** By person and container, see `entriesKey`. */
  entries: z.record(z.string(), ENTRIES),
  triggers: z.record(z.string(), TRIGGER),
  hooks: z.record(z.string(), HOOK),
  lastTsMicros: z.number(),
  lastPostMs: z.record(z.string(), z.number()),
  sequence: z.number(),
  /** Grows with every change; what a long poll waits for. */
  version: z.number(),
});

export type World = z.infer<typeof WORLD>;
export type Person = z.infer<typeof PERSON>;
export type Channel = z.infer<typeof CHANNEL>;
export type Message = z.infer<typeof MESSAGE>;
export type Metadata = z.infer<typeof METADATA>;
export type Entry = z.infer<typeof ENTRY>;
export type Entries = z.infer<typeof ENTRIES>;
export type OpenView = z.infer<typeof OPEN_VIEW>;
export type Shortcut = World['app']['shortcuts'][number];

export interface NewPerson {
  name: string;
  realName?: string | undefined;
  tz?: string | undefined;
  isAdmin?: boolean | undefined;
  isGuest?: boolean | undefined;
  isOutsider?: boolean | undefined;
}

export interface NewChannel {
  name: string;
  isPrivate?: boolean | undefined;
  /** Names; `flagpost` is the bot. */
  members?: string[] | undefined;
}

const OTHER_TEAM = 'T0OTHERTEAM';
export const SLACKBOT = 'USLACKBOT';

/** An id as Slack makes them: the letter for its kind, then capitals and digits. */
export function nextId(world: World, prefix: string): string {
  world.sequence += 1;
  return prefix + (0x5f000000000 + world.sequence * 1_000_003).toString(36).toUpperCase();
}

/** Unique and ascending: Slack uses the time of a message as its id in the channel. */
export function nextTs(world: World): string {
  world.lastTsMicros = Math.max(Date.now() * 1000, world.lastTsMicros + 100);
  const seconds = Math.floor(world.lastTsMicros / 1_000_000);
  return `${seconds}.${String(world.lastTsMicros % 1_000_000).padStart(6, '0')}`;
}

export function secret(bytes = 12): string {
  return randomBytes(bytes).toString('hex');
}

export function addPerson(world: World, { name, realName, tz, ...is }: NewPerson): Person {
  if (world.people.some((person) => person.name === name))
    throw new Error(`there is a person called ${name} already`);
  const person: Person = {
    id: nextId(world, 'U'),
    teamId: is.isOutsider ? OTHER_TEAM : world.team.id,
    name,
    realName: realName ?? name.charAt(0).toUpperCase() + name.slice(1),
    tz: tz ?? 'Europe/Berlin',
    isAdmin: is.isAdmin ?? false,
    isGuest: is.isGuest ?? false,
    isDeactivated: false,
    isBot: false,
  };
  world.people.push(person);
  return person;
}

export function addChannel(world: World, { name, isPrivate, members }: NewChannel): Channel {
  if (world.channels.some((channel) => channel.name === name))
    throw new Error(`there is a channel #${name} already`);
  const channel: Channel = {
    id: nextId(world, 'C'),
    name,
    kind: isPrivate ? 'private' : 'public',
    isArchived: false,
    members: (members ?? []).map((one) => personNamed(world, one).id),
  };
  world.channels.push(channel);
  return channel;
}

/** The direct message between two people (one may be the bot), opened if need be: always the same. */
export function directMessage(world: World, one: string, other: string): Channel {
  const existing = world.channels.find(
    ({ kind, members }) => kind === 'direct' && members.includes(one) && members.includes(other),
  );
  if (existing) return existing;
  const channel: Channel = {
    id: nextId(world, 'D'),
    name: '',
    kind: 'direct',
    isArchived: false,
    members: [one, other],
  };
  world.channels.push(channel);
  return channel;
}

export function personNamed(world: World, name: string): Person {
  const bare = name.replace(/^@/, '').toLowerCase();
  const found = world.people.find(
    (person) =>
      [person.name, person.realName].some((one) => one.toLowerCase() === bare) || person.id === name,
  );
  if (!found) throw new Error(`nobody is called ${name}`);
  return found;
}

export function channelNamed(world: World, name: string): Channel {
  const bare = name.replace(/^#/, '');
  const found = world.channels.find((one) => one.id === name || (one.kind !== 'direct' && one.name === bare));
  if (!found) throw new Error(`there is no channel ${name}`);
  return found;
}

/** Public channels are open to everybody of this workspace but guests. */
export function isOpenTo(world: World, person: Person, { kind, members }: Channel): boolean {
  return (
    members.includes(person.id) || (kind === 'public' && person.teamId === world.team.id && !person.isGuest)
  );
}

export function personById(world: World, id: string): Person | undefined {
  return world.people.find((person) => person.id === id);
}

export function channelById(world: World, id: string): Channel | undefined {
  return world.channels.find((channel) => channel.id === id);
}

export function messageAt(world: World, channel: string, ts: string): Message | undefined {
  return world.messages.find((one) => one.channel === channel && one.ts === ts && !one.deleted);
}

export function topView(world: World, personId: string): OpenView | undefined {
  const id = world.stacks[personId]?.at(-1);
  return id === undefined ? undefined : world.views[id];
}

/** Where in `entries` stands what this person put into this view, or into this message (`channel:ts`). */
export function entriesKey(personId: string, container: string): string {
  return `${personId} ${container}`;
}
