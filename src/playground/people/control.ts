import { userBody } from '../double/api.ts';
import { isObject } from '../double/check.ts';
import { age, type Double, type Fault } from '../double/double.ts';
import { deliver, postEvent, sendRaw, withhold, type Raw } from '../double/wire.ts';
import { addChannel, addPerson, channelNamed, personById, personNamed } from '../double/world.ts';
import type { Channel, Message, NewChannel, NewPerson, Person, Shortcut, World } from '../double/world.ts';
import { acting } from './acts.ts';
import { placeNamed, seeing } from './screen.ts';

/** What the driver can ask of a person. @throws Error if they are deactivated: Slack has logged them out */
export function personAt(double: Double, name: string) {
  const person = personNamed(double.world, name);
  if (person.isDeactivated) throw new Error(`${name} is deactivated`);
  return { ...acting({ double, person }), ...seeing({ double, person }) };
}

/** What the driver can ask of the workspace and of Slack itself. */
export function workspaceAt(double: Double) {
  return { ...looking(double), ...changing(double), ...failing(double) };
}

function looking(double: Double) {
  const { world, calls, notes } = double;
  return {
    world: () => world,
    /** All messages of a channel, deleted and ephemeral ones too; `notifies` in names. */
    messages: (channel: string) => messagesOf(world, channelNamed(world, channel)),
    /** What a person's direct message with the bot holds. */
    directMessages: (name: string) =>
      messagesOf(world, placeNamed({ double, person: personNamed(world, name) }, 'flagpost')),
    calls: (method?: string) => calls.filter((call) => method === undefined || call.method === method),
    notes: () => notes,
  };
}

function messagesOf(world: World, { id }: Channel): Message[] {
  const nameOf = (one: string) => personById(world, one)?.name ?? one;
  const messages = world.messages.filter((message) => message.channel === id);
  return messages.map((message) => ({ ...message, notifies: message.notifies.map(nameOf) }));
}

function changing(double: Double) {
  const { world } = double;
  const changePerson = async (name: string, is: Partial<Person>): Promise<void> => {
    const user = userBody(Object.assign(personNamed(world, name), is));
    await postEvent(double, { type: 'user_change', user, event_ts: String(double.clock.nowMs() / 1000) });
  };
  const change = (name: string, is: Partial<Channel>) => void Object.assign(channelNamed(world, name), is);
  return {
    says: (person: string, place: string, text: string, threadTs?: string) =>
      personAt(double, person).says(place, text, threadTs),
    addPerson: (person: NewPerson) => addPerson(world, person),
    changePerson,
    deactivate: (name: string) => changePerson(name, { isDeactivated: true }),
    reactivate: (name: string) => changePerson(name, { isDeactivated: false }),
    makeAdmin: (name: string) => changePerson(name, { isAdmin: true }),
    addChannel: (channel: NewChannel) => addChannel(world, channel),
    join: (channel: string, name: string) =>
      channelNamed(world, channel).members.push(personNamed(world, name).id),
    leave: (channel: string, name: string) => {
      const { id } = personNamed(world, name);
      change(channel, { members: channelNamed(world, channel).members.filter((one) => one !== id) });
    },
    archive: (name: string) => change(name, { isArchived: true }),
    unarchive: (name: string) => change(name, { isArchived: false }),
    addShortcut: (shortcut: Shortcut) => world.app.shortcuts.push(shortcut),
  };
}

function failing(double: Double) {
  return {
    misbehaves: (fault: Fault) => void double.faults.push(fault),
    behaves: () => {
      double.faults = [];
      double.releaseHeld();
    },
    /** Lets the answers go that a `hold` kept back. */
    releases: () => double.releaseHeld(),
    withholdsEvents: (on: boolean) => withhold(double, on),
    /** Every token is refused so, until called with nothing. */
    rejects: (error?: 'invalid_auth' | 'account_inactive') => void (double.rejectsWith = error),
    refusesCharts: (on: boolean) => void (double.refusesCharts = on),
    /** Trigger ids, response urls and posts so far become that much older. */
    ages: (ms: number) => age(double, ms),
    retriesEventsAt: (factor: number) => void (double.retryDelayFactor = factor),
    connect: (eventsUrl: string) => void (double.eventsUrl = eventsUrl),
    /** Any body, signed rightly unless told otherwise. */
    sends: (raw: Raw) => sendRaw(double, raw),
    replaysLast: (name: string) => {
      const last = double.lastSent.get(personNamed(double.world, name).id);
      if (!last) throw new Error(`${name} has not done anything yet`);
      return deliver(double, last);
    },
  };
}

/** `control/<act>` for the workspace, `control/<name>/<act>` for a person, with what the act is given. */
export async function control(double: Double, path: string[], body: string) {
  try {
    const [act = '', name] = path.toReversed();
    const acts: object = name === undefined ? workspaceAt(double) : personAt(double, name);
    const run: unknown = Object.hasOwn(acts, act) && Reflect.get(acts, act);
    if (typeof run !== 'function') throw new Error(`there is no ${path.join('/')}`);
    const result = await run(...JSON.parse(body || '[]', asGiven));
    double.changed();
    return { status: 200, body: { result } };
  } catch (error) {
    return { status: 400, body: { error: error instanceof Error ? error.message : String(error) } };
  }
}

/** A RegExp travels as its source and flags, and what was left out as null. */
function asGiven(_: string, value: unknown): unknown {
  if (!isObject(value) || !('source' in value)) return value ?? undefined;
  return new RegExp(String(value['source']), String(value['flags']));
}
