import { controlsIn } from '../double/blocks.ts';
import { addMessage } from '../double/messages.ts';
import { isView, shortcutBody, type Self, type Surface } from '../double/payloads.ts';
import { dropViews } from '../double/views.ts';
import { channelById, directMessage, formsOf, isOpenTo, messageAt, personById } from '../double/world.ts';
import type { Channel, Message, OpenView } from '../double/world.ts';
import { dispatch, enter, interact, inviteApp, openHome, submit, typeCommand } from '../people/acts.ts';
import type { Found } from '../people/screen.ts';
import type { Ask, On } from './asks.ts';

type PersonsAsk = Exclude<Ask, { act: 'startOver' | 'seed' | 'time' }>;
type Act<Name> = Extract<PersonsAsk, { act: Name }>;
type Acts = { [Name in PersonsAsk['act']]: (self: Self, ask: Act<Name>) => unknown };

/** What somebody is told who acts on what is no longer there. */
export class Gone extends Error {}
const CHANGED = 'That has changed meanwhile. Please look again.';

/** Each resolves when the app has answered: to what Slack would tell this person, if it is in no message. */
const acts: Acts = {
  press: (self, ask) => dispatch(self, foundAt(self, ask, ask.value), null),
  // What was typed last may come after the form has gone: nobody waits for it any more.
  enter: (self, ask) => {
    const isThere = !('view' in ask.on) || viewOf(self, ask.on.view) !== undefined;
    return isThere ? enter(self, foundAt(self, ask), ask.entry, ask.pressesEnter) : '';
  },
  submit: (self, { view, entered }) => {
    const open = formAt(self, view);
    Object.assign(open.entered, entered);
    return submit(self, open);
  },
  close: (self, { view, all }) => {
    const open = viewOf(self, view);
    if (open) dropViews(self.double, all ? formsOf(self.double.world, self.person.id) : [open]);
  },
  say: (self, { place, text, thread }) => {
    const draft = { channel: placeAt(self, place).id, user: self.person.id, text: escaped(text) };
    addMessage(self.double, { ...draft, ...(thread !== undefined && { thread_ts: thread }) });
  },
  command: async (self, { place, line }) => void (await typeCommand(self, line, placeAt(self, place))),
  invite: (self, { place }) => inviteApp(self, placeAt(self, place)),
  shortcut: (self, { name, on }) => {
    const type = on ? 'message' : 'global';
    const shortcut = self.double.world.app.shortcuts.find((one) => one.type === type && one.name === name);
    if (!shortcut) throw new Gone(CHANGED);
    return interact(self, shortcutBody(self, shortcut.callbackId, on && messageSeen(self, on)));
  },
  home: (self) => openHome(self),
  read: ({ double, person: { id } }, { channel, ts }) => {
    const read = ((double.world.read ??= {})[id] ??= {});
    if (ts <= (read[channel] ?? '')) return;
    read[channel] = ts;
    double.changed();
  },
};

export async function act(self: Self, ask: PersonsAsk): Promise<string> {
  const run = acts[ask.act] as (self: Self, ask: PersonsAsk) => unknown;
  const said = await run(self, ask);
  return typeof said === 'string' ? said : '';
}

/** What people type is no markup, as Slack sends it: their own text comes back to them unchanged. */
function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function foundAt(self: Self, at: { on: On; block: string; action: string }, value?: string): Found {
  const surface = surfaceAt(self, at.on);
  const blocks = isView(surface) ? surface.view.blocks : (surface.blocks ?? []);
  const placed = controlsIn(blocks).find(
    ({ block, control }) =>
      block.block_id === at.block &&
      control.action_id === at.action &&
      (value ?? control.value) === control.value,
  );
  if (!placed) throw new Gone(CHANGED);
  return { surface, placed };
}

function surfaceAt(self: Self, on: On): Surface {
  return 'view' in on ? viewAt(self, on.view) : messageSeen(self, on);
}

function viewOf({ double: { world }, person }: Self, id: string): OpenView | undefined {
  return world.views.find((one) => one.id === id && one.personId === person.id);
}

function viewAt(self: Self, id: string): OpenView {
  const open = viewOf(self, id);
  if (!open) throw new Gone(CHANGED);
  return open;
}

/** Only the top form can be worked with. */
function formAt(self: Self, id: string): OpenView {
  const open = viewAt(self, id);
  if (formsOf(self.double.world, self.person.id).at(-1) !== open) throw new Gone(CHANGED);
  return open;
}

function messageSeen(self: Self, { channel, ts }: { channel: string; ts: string }): Message {
  const { world } = self.double;
  const message = messageAt(world, placeAt(self, channel).id, ts);
  if (!message || (message.ephemeralFor ?? self.person.id) !== self.person.id) throw new Gone(CHANGED);
  return message;
}

function placeAt({ double: { world }, person }: Self, id: string): Channel {
  const channel = personById(world, id) ? directMessage(world, person.id, id) : channelById(world, id);
  if (!channel || !isOpenTo(world, person, channel)) throw new Gone(CHANGED);
  return channel;
}
