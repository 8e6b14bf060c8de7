import { z } from 'zod';

import { act, enter, openHome, typeCommand, useMessageShortcut, useShortcut } from './acts.ts';
import { ANY_BLOCK } from './block-kit/blocks.ts';
import { addMessage } from './content.ts';
import { verb } from './control-verb.ts';
import type { Verb } from './control-verb.ts';
import type { Double } from './double.ts';
import { close, submit } from './forms.ts';
import type { Container } from './payloads.ts';
import { channelNamed, directMessage, isOpenTo, messageAt, personNamed } from './world.ts';
import type { Channel, Person } from './world.ts';

const name = z.string();
const flag = z.boolean().optional();
const entry = z.union([z.string(), z.array(z.string()), z.null()]);
const WHERE = z.union([
  z.strictObject({ view: z.string() }),
  z.strictObject({ channel: z.string(), ts: z.string() }),
]);
const CONTROL_AT = { person: name, where: WHERE, blockId: z.string(), actionId: z.string() };

/** What a person can do in Slack. */
export const ACTS: Record<string, Verb> = {
  command: verb(z.strictObject({ person: name, channel: name, line: z.string() }), (double, input) =>
    typeCommand(
      double,
      active(double, input.person),
      placed(double, input.person, input.channel),
      input.line,
    ),
  ),
  act: verb(
    z.strictObject({ ...CONTROL_AT, entry: entry.optional(), stale: z.array(ANY_BLOCK).optional() }),
    (double, { person, where, ...at }) =>
      act(double, active(double, person), container(double, person, where), at),
  ),
  enter: verb(
    z.strictObject({ ...CONTROL_AT, entry, pressesEnter: flag }),
    (double, { person, where, ...at }) =>
      enter(double, active(double, person), container(double, person, where), at),
  ),
  submit: verb(z.strictObject({ person: name }), (double, { person }) =>
    submit(double, active(double, person)),
  ),
  close: verb(z.strictObject({ person: name, all: flag }), (double, { person, all }) =>
    close(double, active(double, person), { all: all ?? false }),
  ),
  shortcut: verb(
    z.strictObject({
      person: name,
      name,
      message: z.strictObject({ channel: z.string(), ts: z.string() }).optional(),
    }),
    (double, input) => {
      const person = active(double, input.person);
      if (!input.message) return useShortcut(double, person, callbackId(double, 'global', input.name));
      const { message } = input;
      const found = messageAt(double.world, message.channel, message.ts);
      if (!found) throw new Error('that message is gone');
      return useMessageShortcut(double, person, callbackId(double, 'message', input.name), found);
    },
  ),
  'open-home': verb(z.strictObject({ person: name }), (double, { person }) =>
    openHome(double, active(double, person)),
  ),
  say: verb(
    z.strictObject({ person: name, channel: name, text: z.string(), threadTs: z.string().optional() }),
    (double, { person, channel, text, threadTs }) =>
      addMessage(double, {
        channel: placed(double, person, channel).id,
        user: active(double, person).id,
        text,
        ...(threadTs && { thread_ts: threadTs }),
      }),
  ),
};

function active(double: Double, name: string): Person {
  const person = personNamed(double.world, name);
  if (person.isDeactivated) throw new Error(`${person.name} is deactivated`);
  return person;
}

/** A channel's name, or a person's: then it is the direct message with them. */
function placed(double: Double, personName: string, place: string): Channel {
  const { world } = double;
  const other = world.people.find((one) => one.name === place.replace(/^@/, ''));
  const person = personNamed(world, personName);
  const channel = other ? directMessage(world, person.id, other.id) : channelNamed(world, place);
  if (!isOpenTo(world, person, channel)) throw new Error(`${person.name} is not in ${place}`);
  return channel;
}

function container(double: Double, personName: string, where: z.infer<typeof WHERE>): Container {
  const person = personNamed(double.world, personName);
  if ('view' in where) {
    const view = double.world.views[where.view];
    if (view?.personId !== person.id) throw new Error(`${person.name} does not see that view`);
    return { view };
  }
  const message = messageAt(double.world, placed(double, personName, where.channel).id, where.ts);
  if (!message || (message.ephemeralFor ?? person.id) !== person.id)
    throw new Error(`${person.name} does not see that message`);
  return { message };
}

function callbackId({ world }: Double, type: 'global' | 'message', name: string): string {
  const found = world.app.shortcuts.find((one) => one.type === type && one.name === name);
  if (!found) throw new Error(`the app has no ${type} shortcut ${name}`);
  return found.callbackId;
}
