import { z } from 'zod';

import type { Call, Fault } from './double.ts';
import { personAt } from './person-at-slack.ts';
import type { PersonAtSlack } from './person-at-slack.ts';
import { channelNamed, personById, WORLD } from './world.ts';
import type { Message, NewChannel, NewPerson, Shortcut, World } from './world.ts';

export interface Changes {
  isDeactivated?: boolean;
  isAdmin?: boolean;
  realName?: string;
  tz?: string;
}

export interface Raw {
  body: string;
  contentType?: string;
  timestampS?: number;
  signature?: string;
}

const REPLY = z.object({ status: z.number(), contentType: z.string(), body: z.string() });
const CALLS = z.object({
  calls: z.array(
    z.object({
      method: z.string(),
      atMs: z.number(),
      args: z.record(z.string(), z.unknown()),
      error: z.string().optional(),
    }),
  ),
  notes: z.array(z.string()),
});

export type Ask = (verb: string, input?: object) => Promise<unknown>;

function asking(url: string): Ask {
  return async (verb, input = {}) => {
    const response = await fetch(`${url}/control/${verb}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(input),
    });
    const answer: unknown = await response.json();
    if (response.ok) return answer;
    throw new Error(z.object({ error: z.string() }).parse(answer).error);
  };
}

/** The workspace at that address, for those who act in it and those who run it. */
export function visit(url: string) {
  const ask = asking(url);
  const world = async (): Promise<World> => WORLD.parse(await ask('world'));
  const changeChannel = async (name: string, change: object): Promise<void> => {
    await ask('change-channel', { name, ...change });
  };
  return {
    world,
    person: (name: string): PersonAtSlack => personAt(ask, world, name),
    says: async (person: string, channel: string, text: string, threadTs?: string): Promise<void> => {
      await ask('say', { person, channel, text, threadTs });
    },
    /** All messages of a channel, deleted and ephemeral ones too; `notifies` in names. */
    messages: async (channel: string): Promise<Message[]> => rawMessages(await world(), channel),
    /** What a person's direct message with the bot holds. */
    directMessages: async (person: string): Promise<Message[]> =>
      rawMessages(await world(), 'flagpost', person),

    addPerson: (person: NewPerson) => ask('add-person', person),
    changePerson: (name: string, is: Changes) => ask('change-person', { name, is }),
    deactivate: (name: string) => ask('change-person', { name, is: { isDeactivated: true } }),
    makeAdmin: (name: string) => ask('change-person', { name, is: { isAdmin: true } }),
    addChannel: (channel: NewChannel) => ask('add-channel', channel),
    join: (channel: string, person: string) => changeChannel(channel, { joins: person }),
    leave: (channel: string, person: string) => changeChannel(channel, { leaves: person }),
    archive: (channel: string) => changeChannel(channel, { isArchived: true }),
    unarchive: (channel: string) => changeChannel(channel, { isArchived: false }),
    addShortcut: (shortcut: Shortcut) => ask('add-shortcut', shortcut),

    misbehaves: (fault: Fault) => ask('misbehave', fault),
    behaves: () => ask('behave'),
    /** Lets the answers go that a `hold` kept back. */
    releases: () => ask('release'),
    withholdsEvents: (on: boolean) => ask('withhold-events', { on }),
    /** Every token is refused so, until called with nothing. */
    rejects: (error?: 'invalid_auth' | 'account_inactive') => ask('reject', { error }),
    /** Trigger ids, response urls and posts so far become that much older. */
    ages: (ms: number) => ask('age', { ms }),
    retriesEventsAt: (factor: number) => ask('retry-pace', { factor }),
    connect: (eventsUrl: string) => ask('connect', { eventsUrl }),
    verifiesUrl: async () => z.object({ isVerified: z.boolean() }).parse(await ask('verify-url')).isVerified,

    calls: async (method?: string): Promise<Call[]> => {
      const { calls } = CALLS.parse(await ask('calls'));
      return calls.filter((call) => method === undefined || call.method === method);
    },
    notes: async () => CALLS.parse(await ask('calls')).notes,
    /** Any body, signed rightly unless told otherwise. */
    sends: async (raw: Raw) => REPLY.parse(await ask('send', raw)),
    replaysLast: (person: string) => ask('replay', { person }),
  };
}

export type Visit = ReturnType<typeof visit>;

function rawMessages(world: World, place: string, person?: string): Message[] {
  const id =
    person === undefined
      ? channelNamed(world, place).id
      : world.channels.find(
          ({ kind, members }) =>
            kind === 'direct' &&
            members.includes(world.app.botUserId) &&
            members.some((member) => personById(world, member)?.name === person),
        )?.id;
  return world.messages
    .filter((message) => message.channel === id)
    .map((message) => ({
      ...message,
      notifies: message.notifies.map((one) => personById(world, one)?.name ?? one),
    }));
}
