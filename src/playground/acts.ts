import type { Block } from './block-kit/blocks.ts';
import { controlsIn } from './block-kit/controls.ts';
import type { Placed } from './block-kit/controls.ts';
import { addMessage } from './content.ts';
import { ApiError, changed, note } from './double.ts';
import type { Answer, Double, Outgoing } from './double.ts';
import { postEvent } from './events.ts';
import { respond } from './hooks.ts';
import { deliver } from './outbox.ts';
import { actionBody, commandBody, messageShortcutBody, shortcutBody } from './payloads.ts';
import type { Container } from './payloads.ts';
import { typedText } from './typed-text.ts';
import { viewBody } from './views.ts';
import { SLACKBOT, directMessage, entriesKey } from './world.ts';
import type { Channel, Entry, Message, Person } from './world.ts';

/** What the person sees at once because of the answer to what they did. */
export interface Outcome {
  messages: Message[];
  notice?: string;
}

export const TROUBLE = 'We had some trouble connecting. Try again?';
const NOTHING: Outcome = { messages: [] };

export function send(double: Double, person: Person, outgoing: Outgoing): Promise<Answer> {
  double.lastSent.set(person.id, outgoing);
  return deliver(double, outgoing);
}

export async function typeCommand(
  double: Double,
  person: Person,
  channel: Channel,
  line: string,
): Promise<Outcome> {
  if (person.teamId !== double.world.team.id)
    throw new Error(`${person.name} is from another workspace and has no ${line}`);
  const [, command = '', text = ''] = /^(\/\S+)\s*([^]*)$/.exec(line.trim()) ?? [];
  const body = commandBody(double, person, channel, command, typedText(double.world, text));
  const answer = await send(double, person, { kind: 'command', body });
  if (!answer.ok)
    return fromSlackbot(double, person, channel, `${command} failed with the error "${answer.why}"`);
  if (answer.body === undefined || answer.body === '') return NOTHING;
  try {
    const message = respond(double, { personId: person.id, channel: channel.id }, answer.body);
    return { messages: message ? [message] : [] };
  } catch (error) {
    note(double, `the answer to ${command} is not valid: ${error instanceof Error ? error.message : ''}`);
    return fromSlackbot(
      double,
      person,
      channel,
      `${command} failed with the error "invalid_command_response"`,
    );
  }
}

function fromSlackbot(double: Double, person: Person, channel: Channel, text: string): Outcome {
  const message = { channel: channel.id, user: SLACKBOT, ephemeralFor: person.id, text };
  return { messages: [addMessage(double, message)] };
}

/** Presses a button, or chooses `entry` in a menu. `stale`: the blocks as the person still sees them. */
export async function act(
  double: Double,
  person: Person,
  container: Container,
  at: { blockId: string; actionId: string; entry?: Entry | undefined; stale?: Block[] | undefined },
): Promise<Outcome> {
  const placed = findControl(at.stale ?? blocksOf(container), at.blockId, at.actionId);
  const entry = at.entry ?? null;
  if (placed.control.type !== 'button' && placed.control.type !== 'overflow')
    setEntry(double, person, container, placed, entry);
  return dispatch(double, person, container, placed, entry);
}

/** Types into a field or picks in it. The app hears of it only where the block asks for that. */
export async function enter(
  double: Double,
  person: Person,
  container: Container,
  at: { blockId: string; actionId: string; entry: Entry; pressesEnter?: boolean | undefined },
): Promise<Outcome> {
  const placed = findControl(blocksOf(container), at.blockId, at.actionId);
  setEntry(double, person, container, placed, at.entry);
  return isHeard(placed, at.pressesEnter ?? false)
    ? dispatch(double, person, container, placed, at.entry)
    : NOTHING;
}

function isHeard({ control, input }: Placed, pressesEnter: boolean): boolean {
  if (!input) return true;
  if (!input.dispatch_action) return false;
  if (control.type !== 'plain_text_input') return true;
  const on = control.dispatch_action_config?.trigger_actions_on ?? ['on_enter_pressed'];
  return on.includes('on_character_entered') || (pressesEnter && on.includes('on_enter_pressed'));
}

async function dispatch(
  double: Double,
  person: Person,
  container: Container,
  placed: Placed,
  entry: Entry,
): Promise<Outcome> {
  const body = actionBody(double, person, container, placed, entry);
  const answer = await send(double, person, { kind: 'interaction', body });
  if (answer.ok) return NOTHING;
  if ('view' in container) {
    container.view.notice = TROUBLE;
    changed(double);
  }
  return { messages: [], notice: `${TROUBLE} (${answer.why})` };
}

function blocksOf(container: Container): Block[] {
  return 'view' in container ? container.view.view.blocks : (container.message.blocks ?? []);
}

function findControl(blocks: Block[], blockId: string, actionId: string): Placed {
  const found = controlsIn(blocks).find((one) => one.blockId === blockId && one.actionId === actionId);
  if (!found) throw new Error(`there is no ${blockId}/${actionId} to press`);
  return found;
}

function setEntry(double: Double, person: Person, container: Container, placed: Placed, entry: Entry): void {
  const where =
    'view' in container ? container.view.id : `${container.message.channel}:${container.message.ts}`;
  const entries = (double.world.entries[entriesKey(person.id, where)] ??= {});
  (entries[placed.blockId] ??= {})[placed.actionId] = entry;
  if ('view' in container) delete container.view.errors[placed.blockId];
  changed(double);
}

export async function useShortcut(double: Double, person: Person, callbackId: string): Promise<Outcome> {
  return sendShortcut(double, person, shortcutBody(double, person, callbackId));
}

export async function useMessageShortcut(
  double: Double,
  person: Person,
  callbackId: string,
  message: Message,
): Promise<Outcome> {
  if (message.ephemeralFor) throw new ApiError('message_not_found');
  return sendShortcut(double, person, messageShortcutBody(double, person, callbackId, message));
}

async function sendShortcut(double: Double, person: Person, body: Record<string, unknown>): Promise<Outcome> {
  const answer = await send(double, person, { kind: 'interaction', body });
  return answer.ok ? NOTHING : { messages: [], notice: `${TROUBLE} (${answer.why})` };
}

export async function openHome(double: Double, person: Person): Promise<void> {
  const { world } = double;
  const home = world.views[world.homes[person.id] ?? ''];
  const channel = directMessage(world, person.id, world.app.botUserId);
  changed(double);
  await postEvent(double, {
    type: 'app_home_opened',
    user: person.id,
    channel: channel.id,
    tab: 'home',
    ...(home && { view: viewBody(double, home) }),
    event_ts: `${Date.now() / 1000}`,
  });
}
