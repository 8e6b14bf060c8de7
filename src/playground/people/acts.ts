import { entryOf, missingFields, type Entry, type Placed } from '../double/blocks.ts';
import { isObject } from '../double/check.ts';
import { Unanswered, type Body, type Double, type Outgoing } from '../double/double.ts';
import { readView } from '../double/limits.ts';
import { addMessage, respond } from '../double/messages.ts';
import {
  actionBody,
  commandBody,
  isView,
  shortcutBody,
  submissionBody,
  type Self,
} from '../double/payloads.ts';
import { dropViews, pushView, replaceView, viewBody } from '../double/views.ts';
import { deliver, postEvent } from '../double/wire.ts';
import { SLACKBOT, directMessage, formsOf, homeOf, isOpenTo } from '../double/world.ts';
import type { Channel, Message, OpenView } from '../double/world.ts';
import {
  find,
  isButton,
  isField,
  messageWith,
  messagesText,
  placeNamed,
  topForm,
  valueNamed,
} from './screen.ts';
import type { Found, Place, Press } from './screen.ts';

const TROUBLE = 'We had some trouble connecting. Try again?';

/** What a person does. Resolves when the app has answered, to what only this person sees because of it. */
export function acting(self: Self) {
  return {
    types: async (line: string, { in: place = 'general' }: Place = {}) =>
      messagesText(self, await typeCommand(self, line, openPlace(self, place))),

    /** `times`: so many presses at once. */
    presses: async (label: string, { times = 1, ...place }: Press & { times?: number } = {}) => {
      const found = await find(self, place, isButton(label), `button "${label}"`);
      const seen = await Promise.all(Array.from({ length: times }, () => dispatch(self, found, null)));
      return seen.filter(Boolean).join('\n');
    },

    /** An option, or a person by name, in a menu outside input blocks. */
    chooses: async (choice: string, place: Press = {}): Promise<string> => {
      const value = (one: Placed) => (one.block.type === 'input' ? undefined : valueNamed(self, one, choice));
      const isOffered = (one: Placed) => value(one) !== undefined;
      const found = await find(self, place, isOffered, `menu with "${choice}"`);
      return enter(self, found, value(found.placed) ?? null);
    },

    /** The global shortcut; with `on`, the message shortcut on the newest message with these words. */
    uses: async (name: string, { on, in: place = 'general' }: { on?: string; in?: string } = {}) => {
      const type = on === undefined ? 'global' : 'message';
      const { shortcuts } = self.double.world.app;
      const shortcut = shortcuts.find((one) => one.type === type && one.name === name);
      if (!shortcut) throw new Error(`the app has no ${type} shortcut ${name}`);
      const message = on === undefined ? undefined : messageWith(self, place, on);
      if (message?.ephemeralFor) throw new Error('an ephemeral message has no shortcuts');
      return interact(self, shortcutBody(self, shortcut.callbackId, message));
    },

    fills: async (label: string, text: string, place: Place & { pressesEnter?: boolean } = {}) => {
      const found = await find(self, place, isField(label), `field "${label}"`);
      return enter(self, found, text, place.pressesEnter);
    },

    /** By the option's text, a person's name, or a date as YYYY-MM-DD. A checkbox is ticked, or no longer. */
    picks: async (label: string, choice: string, place: Place = {}): Promise<string> => {
      const found = await find(self, place, isField(label), `field "${label}"`);
      const value = valueNamed(self, found.placed, choice);
      if (value === undefined) throw new Error(`"${label}" does not offer "${choice}"`);
      const isCheckbox = found.placed.control.type === 'checkboxes';
      return enter(self, found, isCheckbox ? ticked(found, value) : value);
    },
    submits: async () => submit(self, await topForm(self)),
    /** Goes one form back, or leaves all of them. */
    closes: async ({ all = false } = {}): Promise<void> => {
      const open = await topForm(self);
      dropViews(self.double, all ? formsOf(self.double.world, self.person.id) : [open]);
    },
    opensHome: () => openHome(self),
    /** What `/invite @Flagpost` does there, which is Slack's own command. */
    invites: (place: string) => inviteApp(self, openPlace(self, place)),
    /** An ordinary message. */
    says: (place: string, text: string, threadTs?: string): void => {
      const draft = { channel: openPlace(self, place).id, user: self.person.id, text };
      addMessage(self.double, { ...draft, ...(threadTs && { thread_ts: threadTs }) });
    },
  };
}

function ticked({ surface, placed }: Found, value: Entry): Entry {
  const before = isView(surface) ? [entryOf(placed, surface.entered) ?? []].flat() : [];
  const [one = ''] = [value ?? []].flat();
  return before.includes(one) ? before.filter((it) => it !== one) : [...before, one];
}

function send({ double, person }: Self, outgoing: Outgoing): Promise<unknown> {
  double.lastSent.set(person.id, outgoing);
  return deliver(double, outgoing);
}

/** @throws Error if they may not be there */
function openPlace(self: Self, place: string): Channel {
  const channel = placeNamed(self, place);
  if (isOpenTo(self.double.world, self.person, channel)) return channel;
  throw new Error(`${self.person.name} is not in ${place}`);
}

export async function typeCommand(self: Self, line: string, { id: channel }: Channel): Promise<Message[]> {
  const { double, person } = self;
  if (person.teamId !== double.world.team.id)
    throw new Error(`${person.name} is from another workspace and has no ${line}`);
  const [, command = '', text = ''] = /^(\/\S+)\s*([^]*)$/.exec(line.trim()) ?? [];
  try {
    const body = commandBody(self, channel, command, text);
    const answer = await send(self, { kind: 'command', body });
    return answer ? respond(double, { personId: person.id, channel }, answer) : [];
  } catch (error) {
    const why = error instanceof Unanswered ? error.message : 'invalid_command_response';
    double.note(`${command} failed: ${String(error)}`);
    const notice = { user: SLACKBOT, text: `${command} failed with the error "${why}"` };
    return [addMessage(double, { channel, ephemeralFor: person.id, ...notice })];
  }
}

export function inviteApp({ double, person }: Self, { id: channel, kind, members }: Channel): void {
  const { botUserId } = double.world.app;
  const say = (text: string) =>
    void addMessage(double, { channel, user: SLACKBOT, text, ephemeralFor: person.id });
  if (kind === 'direct') return say('Only a channel takes an invitation.');
  if (members.includes(botUserId)) return say(`<@${botUserId}> is in this channel already.`);
  members.push(botUserId);
  say(`<@${botUserId}> is in this channel now.`);
}

export async function enter(self: Self, found: Found, entry: Entry, pressesEnter = false): Promise<string> {
  const { surface, placed } = found;
  const { block_id } = placed.block;
  // What is chosen from an overflow menu is not kept: nobody sees afterwards that they did.
  if (placed.control.type !== 'overflow') {
    const entered = isView(surface) ? surface.entered : (surface.entered[self.person.id] ??= {});
    (entered[block_id] ??= {})[placed.control.action_id] = entry;
  }
  if (isView(surface)) delete surface.errors[block_id];
  self.double.changed();
  return isHeard(placed, pressesEnter) ? dispatch(self, found, entry) : '';
}

/** The app hears of what is put into an input block only where the block asks for that. */
function isHeard({ block, control }: Placed, pressesEnter: boolean): boolean {
  if (block.type !== 'input') return true;
  if (!block.dispatch_action || control.type !== 'plain_text_input') return block.dispatch_action ?? false;
  const on = control.dispatch_action_config?.trigger_actions_on ?? ['on_enter_pressed'];
  return on.includes('on_character_entered') || (pressesEnter && on.includes('on_enter_pressed'));
}

export async function dispatch(self: Self, { surface, placed }: Found, entry: Entry): Promise<string> {
  const trouble = await interact(self, actionBody(self, surface, placed, entry));
  if (trouble && isView(surface)) surface.notice = TROUBLE;
  self.double.changed();
  return trouble;
}

/** Returns what the person is told if the app does not take it. */
export async function interact(self: Self, body: Body): Promise<string> {
  const answer = send(self, { kind: 'interaction', body });
  return answer.then(() => '').catch((error: Error) => `${TROUBLE} (${error.message})`);
}

export async function openHome({ double, person: { id: user } }: Self): Promise<void> {
  const home = homeOf(double.world, user);
  const channel = directMessage(double.world, user, double.world.app.botUserId).id;
  const event = { type: 'app_home_opened', user, channel, tab: 'home' };
  const view = home && { view: viewBody(double, home) };
  await postEvent(double, { ...event, ...view, event_ts: String(double.clock.nowMs() / 1000) });
}

/** The form stays open, with what was typed, if the app does not take it. */
export async function submit(self: Self, open: OpenView): Promise<string> {
  if (!open.view.submit) throw new Error('this form has nothing to submit');
  delete open.notice;
  open.errors = missingFields(open.view.blocks, open.entered);
  self.double.changed();
  if (Object.keys(open.errors).length > 0) return '';
  try {
    const body = submissionBody(self, open);
    follow(self.double, open, await send(self, { kind: 'interaction', body }));
    return '';
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    self.double.note(`the answer to a submission could not be used: ${why}`);
    open.notice = TROUBLE;
    return `${TROUBLE} (${why})`;
  } finally {
    self.double.changed();
  }
}

function follow(double: Double, open: OpenView, answer: unknown): void {
  const { response_action: action, errors, view } = isObject(answer) ? answer : {};
  if (action === undefined) dropViews(double, [open]);
  else if (action === 'errors') open.errors = readErrors(open, errors);
  else if (action === 'update') replaceView(double, open, readView(view, 'modal'));
  else if (action === 'push') pushView(double, open.personId, readView(view, 'modal'));
  else throw new Error(`there is no response_action ${JSON.stringify(action)}`);
}

/** Slack shows an error only under an input block; anything else is an error of the app. */
function readErrors({ view }: OpenView, errors: unknown): Record<string, string> {
  const texts = isObject(errors) ? errors : {};
  const given = Object.entries(texts).map(([id, words]): [string, string] => [id, String(words)]);
  const inputs = view.blocks.filter(({ type }) => type === 'input').map(({ block_id }) => block_id);
  if (given.length > 0 && given.every(([id]) => inputs.includes(id))) return Object.fromEntries(given);
  throw new Error(`no field for the errors ${JSON.stringify(errors)}`);
}
