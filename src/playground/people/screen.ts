import { controlsIn, type Control, type Entry, type Placed } from '../double/blocks.ts';
import { isView, type Self, type Surface } from '../double/payloads.ts';
import {
  channelNamed,
  directMessage,
  formsOf,
  homeOf,
  isOpenTo,
  messageAt,
  personById,
} from '../double/world.ts';
import type { Channel, Message, OpenView } from '../double/world.ts';
import { blocksText, mrkdwnText } from './plain-text.ts';

/** A control together with what it is on: what a press needs. */
export type Found = { surface: Surface; placed: Placed };
type Matches = (placed: Placed) => boolean;

/** On a busy machine what comes at once takes a while. */
const PATIENCE_MS = 15_000;

export interface Place {
  /** A channel, a person (their direct message), `form` or `home`. */
  in?: string;
  /** Only messages with these words. */
  containing?: string;
  /** How long to wait for it to be there. */
  patienceMs?: number;
}
/** `on`: a message as it was when they looked at it. */
export type Press = Place & { on?: Message };

/** What a person sees. */
export function seeing(self: Self) {
  const sees = (place: string) => look(self, place) ?? '';
  return {
    sees,
    seesForm: () => look(self, 'form'),
    seesHome: () => look(self, 'home'),
    /** Remembers the newest message there with these words, to be pressed later as it is now. */
    looksAt: (place: string, words: string) => messageWith(self, place, words),

    /** Place: a channel, a person, `form` or `home`. On time-out throws, saying what was there instead. */
    eventuallySees: async (
      place: string,
      wanted: string | RegExp,
      timeoutMs = PATIENCE_MS,
    ): Promise<string> => {
      const isIn = (seen: string) => (typeof wanted === 'string' ? seen.includes(wanted) : wanted.test(seen));
      const found = await self.double.until(timeoutMs, () => [sees(place)].find(isIn));
      if (found !== undefined) return found;
      const seen = sees(place) || '(nothing)';
      throw new Error(`${self.person.name} never saw ${wanted} in ${place}, but:\n${seen}`);
    },
  };
}

/** The channel, or the direct message with the person, of that name. */
export function placeNamed({ double: { world }, person }: Self, place: string): Channel {
  const other = world.people.find((one) => one.name === place.replace(/^@/, ''));
  return other ? directMessage(world, person.id, other.id) : channelNamed(world, place);
}

/** In reading order: each message, then the replies to it. A reply that is sent to the channel too is there twice. */
function messagesIn(self: Self, place: string): Message[] {
  const { world } = self.double;
  const channel = placeNamed(self, place);
  const isSeen = ({ channel: at, deleted, ephemeralFor = self.person.id }: Message) =>
    at === channel.id && !deleted && ephemeralFor === self.person.id;
  const seen = isOpenTo(world, self.person, channel) ? world.messages.filter(isSeen) : [];
  const inChannel = seen.flatMap((one) => (one.isBroadcast ? [alsoSent(one)] : one.thread_ts ? [] : [one]));
  return inChannel.flatMap((parent) => {
    const isAnswer = ({ thread_ts }: Message) => thread_ts === parent.ts;
    return [parent, ...seen.filter(isAnswer)];
  });
}

function alsoSent(message: Message): Message {
  const { thread_ts: _, ...shown } = message;
  return shown;
}

export function messageWith(self: Self, place: string, words: string): Message {
  const message = messagesIn(self, place).findLast((one) => bodyText(self, one).includes(words));
  if (!message) throw new Error(`${self.person.name} sees no "${words}" in ${place}`);
  return message;
}

function viewIn({ double: { world }, person }: Self, place: string): OpenView | undefined {
  return place === 'form' ? formsOf(world, person.id).at(-1) : homeOf(world, person.id);
}

/** All that a person sees in a place; undefined where there is no form or Home. */
function look(self: Self, place: string): string | undefined {
  if (place !== 'form' && place !== 'home') return messagesText(self, messagesIn(self, place));
  const open = viewIn(self, place);
  if (!open) return undefined;
  const { title, blocks, submit, close, type } = open.view;
  const buttons = type === 'modal' && `[${close?.text ?? 'Close'}]${submit ? ` [${submit.text}]` : ''}`;
  const body = blocksText(blocks, { world: self.double.world, ...open });
  return [title?.text, body, open.notice && `! ${open.notice}`, buttons].filter(Boolean).join('\n');
}

export function messagesText(self: Self, messages: Message[]): string {
  return messages.map((message) => messageText(self, message)).join('\n');
}

function messageText(self: Self, message: Message): string {
  const author = personById(self.double.world, message.user)?.realName ?? message.user;
  const isSent = message.isBroadcast && !message.thread_ts;
  const aside = message.ephemeralFor ? '(only you) ' : isSent ? '(replied to a thread) ' : '';
  const text = `${aside}${author}: ${bodyText(self, message)}`;
  return message.thread_ts ? text.replace(/^/gm, '    ') : text;
}

function bodyText({ double: { world }, person }: Self, { text, blocks, entered }: Message): string {
  const page = { world, entered: entered[person.id] };
  return blocks?.length ? blocksText(blocks, page) : mrkdwnText(text, world);
}

/** Waits a little, as a person does: the form or card that an act brings comes after the answer to it. */
export async function find(self: Self, at: Press, matches: Matches, what: string): Promise<Found> {
  const { in: place = 'form', patienceMs = PATIENCE_MS, on } = at;
  const found = await self.double.until(on ? 0 : patienceMs, () => findNow(self, place, at, matches));
  if (found) return found;
  const seen = look(self, place) ?? '(nothing)';
  throw new Error(`${self.person.name} finds no ${what} in ${place}, but sees:\n${seen}`);
}

/** Waits for it as `find` does. @throws Error if there is none */
export async function topForm(self: Self): Promise<OpenView> {
  const open = await self.double.until(PATIENCE_MS, () => viewIn(self, 'form'));
  if (!open) throw new Error(`${self.person.name} has no form open`);
  return open;
}

function findNow(self: Self, place: string, { containing = '', on }: Press, matches: Matches) {
  const now = on && messageAt(self.double.world, on.channel, on.ts);
  for (const surface of on ? [on] : surfacesIn(self, place, containing)) {
    const blocks = isView(surface) ? surface.view.blocks : surface.blocks;
    const placed = controlsIn(blocks ?? []).find(matches);
    if (placed) return { surface: now ?? surface, placed };
  }
  return undefined;
}

/** Newest first. */
function surfacesIn(self: Self, place: string, containing: string): Surface[] {
  if (place === 'form' || place === 'home') return [viewIn(self, place) ?? []].flat();
  const messages = messagesIn(self, place).filter((message) => bodyText(self, message).includes(containing));
  return messages.sort((a, b) => b.ts.localeCompare(a.ts));
}

export function isButton(label: string): Matches {
  return ({ control: { type, text, accessibility_label: spoken } }) =>
    type === 'button' && (text?.text === label || spoken === label);
}

/** A field by its label; outside input blocks a menu by its placeholder. */
export function isField(label: string): Matches {
  return ({ block, control }) => (block.type === 'input' ? block.label : control.placeholder)?.text === label;
}

/** The value behind what a person would say: an option's text, a name, names with commas between, a date. */
export function valueNamed(self: Self, { control }: Placed, choice: string): Entry | undefined {
  const { people } = self.double.world;
  const personOf = (name: string) => people.find((one) => one.name === name)?.id;
  if (control.type === 'users_select') return personOf(choice);
  if (control.type === 'multi_users_select') return severalOf(control, choice, personOf);
  if (control.type === 'conversations_select') return placeOffered(self, control, choice);
  if (control.type === 'datepicker') return /^\d{4}-\d\d-\d\d$/.test(choice) ? choice : undefined;
  return control.options?.find((option) => option.text.text === choice)?.value;
}

type IdOf = (name: string) => string | undefined;

function severalOf({ max_selected_items: most = Infinity }: Control, choice: string, idOf: IdOf) {
  const names = choice.split(',').flatMap((name) => name.trim() || []);
  const ids = names.flatMap((name) => idOf(name) ?? []);
  return ids.length === names.length && ids.length <= most ? ids : undefined;
}

/** A channel that they may see, of a kind that the menu lists; an empty choice is none. */
function placeOffered({ double: { world }, person }: Self, { filter }: Control, choice: string) {
  if (choice === '') return null;
  const isListed = (one: Channel) => (filter?.include ?? [one.kind]).includes(one.kind);
  return world.channels.find((one) => one.name === choice && isListed(one) && isOpenTo(world, person, one))
    ?.id;
}
