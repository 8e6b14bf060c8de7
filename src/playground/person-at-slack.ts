import { z } from 'zod';

import { controlsIn } from './block-kit/controls.ts';
import type { Placed } from './block-kit/controls.ts';
import type { Ask } from './person.ts';
import {
  channelText,
  findControl,
  formText,
  homeText,
  isButton,
  isField,
  messagesFor,
  messageText,
  placeNamed,
  valueNamed,
} from './screen.ts';
import type { Found } from './screen.ts';
import { WORLD, personNamed } from './world.ts';
import type { Message, World } from './world.ts';

const OUTCOME = z.object({ messages: WORLD.shape.messages, notice: z.string().optional() });
const LONG_POLL_MS = 1000;
const PATIENCE_MS = 2000;

/** `containing` narrows to messages with these words; the newest of them is meant. */
interface Place {
  in?: string;
  containing?: string;
  /** How long to wait for it to be there; 2 seconds unless given. */
  patienceMs?: number;
}

interface Press extends Place {
  /** So many presses at once. */
  times?: number;
  /** A message as it was when they looked at it. */
  on?: Message;
}

export type PersonAtSlack = ReturnType<typeof personAt>;

interface Self {
  ask: Ask;
  world: () => Promise<World>;
  name: string;
}

export function personAt(ask: Ask, world: () => Promise<World>, name: string) {
  const self = { ask, world, name };
  return { name, ...pressing(self), ...filling(self), ...seeing(self) };
}

/** Acts resolve when the app has answered, to what only this person sees because of that answer. */
async function outcome({ ask, world, name }: Self, verb: string, input: object): Promise<string> {
  const { messages, notice } = OUTCOME.parse(await ask(verb, { person: name, ...input }));
  const now = await world();
  const texts = messages.map((message) => messageText(now, personNamed(now, name), message));
  return [...texts, ...(notice ? [notice] : [])].join('\n');
}

/** Waits a little, as a person does: the form or card that an act brings comes after the answer to it. */
async function find(
  self: Self,
  { in: place = 'form', containing, patienceMs = PATIENCE_MS }: Place,
  matches: (one: Placed, now: World) => boolean,
  what: string,
) {
  const found = await until(self, patienceMs, (now) => {
    const person = personNamed(now, self.name);
    const control = findControl(now, person, place, (one) => matches(one, now), containing);
    return control && { now, ...control };
  });
  if (found) return found;
  const seen = look(await self.world(), self.name, place) ?? '(nothing)';
  throw new Error(`${self.name} finds no ${what} in ${place}, but sees:\n${seen}`);
}

async function until<T>({ ask, world }: Self, timeoutMs: number, look: (now: World) => T | undefined) {
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    const now = await world();
    const seen = look(now);
    const leftMs = deadline - Date.now();
    if (seen !== undefined || leftMs <= 0) return seen;
    await ask('wait', { version: now.version, timeoutMs: Math.min(leftMs, LONG_POLL_MS) });
  }
}

/** The newest message there with these words. */
async function messageWith({ world, name }: Self, place: string, words: string): Promise<Message> {
  const now = await world();
  const person = personNamed(now, name);
  const seen = messagesFor(now, person, placeNamed(now, person, place));
  const message = seen.findLast((one) => messageText(now, person, one).includes(words));
  if (!message) throw new Error(`${name} sees no "${words}" in ${place}`);
  return message;
}

function pressing(self: Self) {
  return {
    types: (line: string, { in: channel = 'general' }: Place = {}) =>
      outcome(self, 'command', { channel, line }),

    presses: async (label: string, { times = 1, on, ...place }: Press = {}): Promise<string> => {
      const press = on ? onStale(on, label) : await find(self, place, isButton(label), `button "${label}"`);
      const act = { where: press.where, ...at(press.placed), ...(on && { stale: on.blocks }) };
      const seen = await Promise.all(Array.from({ length: times }, () => outcome(self, 'act', act)));
      return seen.filter(Boolean).join('\n');
    },

    /** An option in a menu outside input blocks. */
    chooses: async (choice: string, place: Place = {}): Promise<string> => {
      const isOffered = (one: Placed, now: World) => !one.input && offers(now, one, choice);
      const { now, where, placed } = await find(self, place, isOffered, `menu with "${choice}"`);
      return outcome(self, 'act', { where, ...at(placed), entry: valueNamed(now, placed, choice) });
    },

    /** The global shortcut; with `on`, the message shortcut on the newest message with these words. */
    uses: async (shortcut: string, { on, in: place = 'general' }: { on?: string; in?: string } = {}) => {
      if (on === undefined) return outcome(self, 'shortcut', { name: shortcut });
      const { channel, ts } = await messageWith(self, place, on);
      return outcome(self, 'shortcut', { name: shortcut, message: { channel, ts } });
    },
  };
}

function filling(self: Self) {
  return {
    fills: async (label: string, text: string, place: Place & { pressesEnter?: boolean } = {}) => {
      const { where, placed } = await find(self, place, isField(label), `field "${label}"`);
      const pressesEnter = place.pressesEnter ?? false;
      return outcome(self, 'enter', { where, ...at(placed), entry: text, pressesEnter });
    },

    /** By the option's text, a person's or channel's name, or a date as YYYY-MM-DD; several for checkboxes. */
    picks: async (label: string, choice: string | string[], place: Place = {}): Promise<string> => {
      const { now, where, placed } = await find(self, place, isField(label), `field "${label}"`);
      const values = [choice].flat().map((one) => {
        const value = valueNamed(now, placed, one);
        if (value === undefined) throw new Error(`"${label}" does not offer "${one}"`);
        return value;
      });
      const entry = placed.control.type === 'checkboxes' ? values : (values[0] ?? null);
      return outcome(self, 'enter', { where, ...at(placed), entry });
    },

    submits: () => outcome(self, 'submit', {}),
    closes: async ({ all = false } = {}): Promise<void> => {
      await self.ask('close', { person: self.name, all });
    },
  };
}

function seeing(self: Self) {
  const { ask, world, name } = self;
  return {
    opensHome: async (): Promise<void> => {
      await ask('open-home', { person: name });
    },
    sees: async (place: string): Promise<string> => look(await world(), name, place) ?? '',
    seesForm: async () => look(await world(), name, 'form'),
    seesHome: async () => look(await world(), name, 'home'),
    /** Remembers the newest message there with these words, to be pressed later as it is now. */
    looksAt: (place: string, words: string) => messageWith(self, place, words),

    /** Place: a channel, a person, `form` or `home`. On time-out throws, saying what was there instead. */
    eventuallySees: async (place: string, wanted: string | RegExp, timeoutMs = 5000): Promise<string> => {
      const isThere = (seen: string) =>
        typeof wanted === 'string' ? seen.includes(wanted) : wanted.test(seen);
      const found = await until(self, timeoutMs, (now) => [look(now, name, place) ?? ''].find(isThere));
      if (found !== undefined) return found;
      const seen = look(await world(), name, place) ?? '';
      throw new Error(`${name} never saw ${wanted} in ${place}, but:\n${seen || '(nothing)'}`);
    },
  };
}

function look(world: World, name: string, place: string): string | undefined {
  const person = personNamed(world, name);
  if (place === 'form') return formText(world, person);
  if (place === 'home') return homeText(world, person);
  return channelText(world, person, place);
}

function at({ blockId, actionId }: Placed) {
  return { blockId, actionId };
}

function offers(world: World, placed: Placed, choice: string): boolean {
  const { type } = placed.control;
  if (type === 'users_select')
    return world.people.some((one) => one.name === choice || one.realName === choice);
  if (type === 'channels_select' || type === 'conversations_select')
    return world.channels.some((one) => one.name === choice);
  return valueNamed(world, placed, choice) !== undefined;
}

function onStale({ channel, ts, blocks }: Message, label: string): Found {
  const placed = controlsIn(blocks ?? []).find(isButton(label));
  if (!placed) throw new Error(`that message has no button "${label}"`);
  return { where: { channel, ts }, placed };
}
