import type { Block, Entries, View } from './blocks.ts';

export interface Person {
  id: string;
  /** Another workspace's id makes them an outsider, here through Slack Connect. */
  teamId: string;
  /** The handle, without the @. */
  name: string;
  realName: string;
  /** IANA name, as in `users.info`. */
  tz: string;
  isAdmin: boolean;
  isGuest: boolean;
  isDeactivated: boolean;
}

export interface Channel {
  id: string;
  /** Empty for a direct message. */
  name: string;
  kind: 'public' | 'private' | 'direct';
  isArchived: boolean;
  members: string[];
}

export interface Message {
  channel: string;
  ts: string;
  user: string;
  text: string;
  blocks?: Block[];
  metadata?: { event_type: string; event_payload: Record<string, unknown> };
  thread_ts?: string;
  /** A reply that is shown in the channel as well. */
  isBroadcast?: true;
  /** Set on ephemeral messages: the only person who sees it. */
  ephemeralFor?: string;
  /** Whom posting it alerted: user ids, or `everyone`. */
  notifies: string[];
  deleted: boolean;
  /** What people chose in it, by person. */
  entered: Record<string, Entries>;
}

/** A form or a Home that somebody has before them. */
export interface OpenView {
  id: string;
  hash: string;
  personId: string;
  view: View;
  rootId: string;
  previousId: string | null;
  entered: Entries;
  /** Under which field (by block id) stands what. */
  errors: Record<string, string>;
  /** What Slack itself says on it, such as that the app could not be reached. */
  notice?: string;
}

/** For whom and where an app may speak by a response_url; `messageTs` is of the message that was pressed. */
export type Target = { personId: string; channel?: string; messageTs?: string };
/** A trigger id or response_url that was handed out. */
type Grant = Target & { issuedAtMs: number; uses: number };

export type Shortcut = { name: string; type: 'global' | 'message'; callbackId: string };

/** All that the snapshot keeps. */
export interface World {
  format: typeof FORMAT;
  team: { id: string; name: string; domain: string };
  app: { id: string; botId: string; botUserId: string; shortcuts: Shortcut[] };
  people: Person[];
  channels: Channel[];
  messages: Message[];
  /** Everybody's open forms, one's top form after those below, and Homes. */
  views: OpenView[];
  grants: Record<string, Grant>;
  lastPostMs: Record<string, number>;
  lastTsMicros: number;
  sequence: number;
  /** Up to which message somebody has read a channel: by person, then channel. Worlds kept earlier have none. */
  read?: Record<string, Record<string, string>>;
  /** How far the clock has been moved on from the real time. Worlds kept earlier have not. */
  aheadMs?: number;
}

export type NewPerson = Partial<Person> & { name: string; isOutsider?: boolean };
/** `members` by name; `flagpost` is the bot. */
export type NewChannel = { name: string; isPrivate?: boolean; members?: string[] };
/** Who and what is there at the start. */
export type Cast = { people?: NewPerson[]; channels?: NewChannel[]; shortcuts?: Shortcut[] };

/** Grows when older snapshots can no longer be read. */
export const FORMAT = 2;
export const SLACKBOT = 'USLACKBOT';
export const BOT = { id: 'U0FLAGPOST', name: 'flagpost' };
const PEOPLE: NewPerson[] = [
  { name: 'ana', realName: 'Ana Torres', tz: 'America/Lima' },
  { name: 'sam', realName: 'Sam Okafor' },
  { name: 'lea', realName: 'Lea Brandt' },
  { name: 'kim', realName: 'Kim Sato', tz: 'Asia/Tokyo', isAdmin: true },
];

export function newWorld({ people = PEOPLE, channels, shortcuts = [] }: Cast = {}): World {
  const empty = { people: [], channels: [], messages: [], views: [], grants: {}, lastPostMs: {} };
  const team = { id: 'T0PLAYGRND', name: 'Playground', domain: 'playground' };
  const app = { id: 'A0FLAGPOST', botId: 'B0FLAGPOST', botUserId: BOT.id, shortcuts };
  const world: World = { ...empty, format: FORMAT, team, app, lastTsMicros: 0, sequence: 0 };
  // users.list has Slackbot, and says is_bot: false; a client has to know it by its id.
  for (const person of [BOT, { id: SLACKBOT, name: 'slackbot' }, ...people]) addPerson(world, person);
  const everybody = people.map(({ name }) => name);
  const withBot = ['process-gaps', 'learnings'].map((name) => ({ name, members: [...everybody, BOT.name] }));
  const usual = [...withBot, { name: 'general', members: everybody }];
  for (const channel of channels ?? usual) addChannel(world, channel);
  return world;
}

/** An id as Slack makes them: the letter for its kind, then capitals and digits. */
export function nextId(world: World, prefix: string): string {
  world.sequence += 1;
  return prefix + (0x5f000000000 + world.sequence * 1_000_003).toString(36).toUpperCase();
}

/** Unique and ascending: Slack uses the time of a message as its id in the channel. */
export function nextTs(world: World, nowMs: number): string {
  world.lastTsMicros = Math.max(nowMs * 1000, world.lastTsMicros + 100);
  return (world.lastTsMicros / 1_000_000).toFixed(6);
}

export function addPerson(world: World, { isOutsider, ...given }: NewPerson): Person {
  const { name } = given;
  if (world.people.some((one) => one.name === name)) throw new Error(`somebody is called ${name} already`);
  const ordinary = { tz: 'Europe/Berlin', isAdmin: false, isGuest: false, isDeactivated: false };
  const realName = name.charAt(0).toUpperCase() + name.slice(1);
  const teamId = isOutsider ? 'T0OTHERTEAM' : world.team.id;
  const person = { id: nextId(world, 'U'), teamId, realName, ...ordinary, ...given };
  world.people.push(person);
  return person;
}

export function addChannel(world: World, { name, isPrivate, members = [] }: NewChannel): Channel {
  if (world.channels.some((one) => one.name === name)) throw new Error(`there is a channel #${name} already`);
  const ids = members.map((one) => personNamed(world, one).id);
  return open(world, { id: nextId(world, 'C'), name, kind: isPrivate ? 'private' : 'public', members: ids });
}

/** The direct message between two people (one may be the bot), opened if need be: always the same. */
export function directMessage(world: World, ...members: [string, string]): Channel {
  const isTheirs = (one: Channel) => one.kind === 'direct' && members.every((id) => one.members.includes(id));
  const existing = world.channels.find(isTheirs);
  return existing ?? open(world, { id: nextId(world, 'D'), name: '', kind: 'direct', members });
}

function open(world: World, given: Omit<Channel, 'isArchived'>): Channel {
  const channel = { ...given, isArchived: false };
  world.channels.push(channel);
  return channel;
}

export function personNamed({ people }: World, name: string): Person {
  const found = people.find((one) => one.name === name.replace(/^@/, ''));
  return known(found, `nobody is called ${name}`);
}

export function channelNamed({ channels }: World, name: string): Channel {
  const found = channels.find((one) => one.name === name.replace(/^#/, '') && one.kind !== 'direct');
  return known(found, `there is no channel ${name}`);
}

function known<T>(found: T | undefined, otherwise: string): T {
  if (found === undefined) throw new Error(otherwise);
  return found;
}

/** Public channels are open to everybody of this workspace but guests. */
export function isOpenTo({ team }: World, { id, teamId, isGuest }: Person, channel: Channel): boolean {
  return channel.members.includes(id) || (channel.kind === 'public' && teamId === team.id && !isGuest);
}

export const formsOf = ({ views }: World, personId: string) =>
  views.filter((one) => one.personId === personId && one.view.type === 'modal');
export const homeOf = ({ views }: World, personId: string) =>
  views.find((one) => one.personId === personId && one.view.type === 'home');
export const personById = ({ people }: World, id: string) => people.find((one) => one.id === id);
export const channelById = ({ channels }: World, id: string) => channels.find((one) => one.id === id);
export const messageAt = ({ messages }: World, channel: string, ts: string) =>
  messages.find((one) => one.channel === channel && one.ts === ts && !one.deleted);
