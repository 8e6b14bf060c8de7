import { controlsIn } from './block-kit/controls.ts';
import type { Placed } from './block-kit/controls.ts';
import { optionsOf } from './block-kit/elements.ts';
import { mrkdwnText } from './mrkdwn.ts';
import type { Reader } from './mrkdwn.ts';
import { blocksText } from './plain-text.ts';
import {
  channelById,
  channelNamed,
  entriesKey,
  isOpenTo,
  personById,
  personNamed,
  topView,
} from './world.ts';
import type { Channel, Message, OpenView, Person, World } from './world.ts';

/** A control together with where it is: what a press needs. */
export interface Found {
  where: { view: string } | { channel: string; ts: string };
  placed: Placed;
}

/** The channel, or the direct message with the person, of that name. */
export function placeNamed(world: World, person: Person, place: string): Channel | undefined {
  const other = world.people.find((one) => one.name === place.replace(/^@/, ''));
  if (!other) return channelNamed(world, place);
  return world.channels.find(
    ({ kind, members }) => kind === 'direct' && members.includes(person.id) && members.includes(other.id),
  );
}

/** In reading order: each message, then the replies to it. */
export function messagesFor(world: World, person: Person, channel: Channel | undefined): Message[] {
  if (!channel || !isOpenTo(world, person, channel)) return [];
  const seen = world.messages.filter(
    (one) => one.channel === channel.id && !one.deleted && (one.ephemeralFor ?? person.id) === person.id,
  );
  return seen
    .filter((one) => !one.thread_ts)
    .flatMap((parent) => [parent, ...seen.filter((one) => one.thread_ts === parent.ts)]);
}

export function channelText(world: World, person: Person, place: string): string {
  return messagesFor(world, person, placeNamed(world, person, place))
    .map((message) => messageText(world, person, message))
    .join('\n');
}

export function messageText(world: World, person: Person, message: Message): string {
  const author = personById(world, message.user)?.realName ?? message.user;
  const aside = message.ephemeralFor ? '(only you) ' : '';
  const text = `${aside}${author}: ${bodyText(world, person, message)}`;
  return message.thread_ts ? text.replace(/^/gm, '    ') : text;
}

function bodyText(world: World, person: Person, message: Message): string {
  const reader = readerFor(world, person);
  const entries = world.entries[entriesKey(person.id, `${message.channel}:${message.ts}`)];
  return message.blocks?.length
    ? blocksText(message.blocks, { reader, entries })
    : mrkdwnText(message.text, reader);
}

export function formText(world: World, person: Person): string | undefined {
  const open = topView(world, person.id);
  if (open?.view.type !== 'modal') return undefined;
  const { title, submit, close } = open.view;
  const buttons = [`[${close?.text ?? 'Close'}]`, ...(submit ? [`[${submit.text}]`] : [])].join(' ');
  return [
    title.text,
    viewText(world, person, open),
    ...(open.notice ? [`! ${open.notice}`] : []),
    buttons,
  ].join('\n');
}

export function homeText(world: World, person: Person): string | undefined {
  const home = world.views[world.homes[person.id] ?? ''];
  return home && [viewText(world, person, home), ...(home.notice ? [`! ${home.notice}`] : [])].join('\n');
}

function viewText(world: World, person: Person, open: OpenView): string {
  const entries = world.entries[entriesKey(person.id, open.id)];
  return blocksText(open.view.blocks, { reader: readerFor(world, person), entries, errors: open.errors });
}

function readerFor(world: World, { tz }: Person): Reader {
  return {
    tz,
    person: (id) => personById(world, id)?.realName ?? id,
    channel: (id) => channelById(world, id)?.name ?? id,
  };
}

/** The newest one that matches, of all the controls the person can see there. */
export function findControl(
  world: World,
  person: Person,
  place: string,
  matches: (placed: Placed) => boolean,
  containing?: string,
): Found | undefined {
  if (place === 'form' || place === 'home') {
    const open = place === 'form' ? topView(world, person.id) : world.views[world.homes[person.id] ?? ''];
    const placed = controlsIn(open?.view.blocks ?? []).find(matches);
    return open && placed && { where: { view: open.id }, placed };
  }
  const newestFirst = messagesFor(world, person, placeNamed(world, person, place)).sort((a, b) =>
    b.ts.localeCompare(a.ts),
  );
  for (const message of newestFirst) {
    if (containing !== undefined && !bodyText(world, person, message).includes(containing)) continue;
    const placed = controlsIn(message.blocks ?? []).find(matches);
    if (placed) return { where: { channel: message.channel, ts: message.ts }, placed };
  }
  return undefined;
}

export function isButton(label: string): (placed: Placed) => boolean {
  return ({ control }) =>
    control.type === 'button' && (control.text.text === label || control.accessibility_label === label);
}

/** A field by its label; outside input blocks a menu by its placeholder. */
export function isField(label: string): (placed: Placed) => boolean {
  return ({ control, input }) =>
    input ? input.label.text === label : 'placeholder' in control && control.placeholder?.text === label;
}

/** The value behind what a person would say: an option's text, a person's name, a channel's name, a date. */
export function valueNamed(world: World, { control }: Placed, choice: string): string | undefined {
  switch (control.type) {
    case 'overflow':
    case 'static_select':
    case 'radio_buttons':
    case 'checkboxes':
      return optionsOf(control).find((option) => option.text.text === choice)?.value;
    case 'users_select':
      return personNamed(world, choice).id;
    case 'channels_select':
    case 'conversations_select':
      return channelNamed(world, choice).id;
    case 'datepicker':
    case 'external_select':
      return choice;
    case 'button':
    case 'plain_text_input':
      return undefined;
  }
}
