import { stateValue, stateValues, type Entry, type Placed } from './blocks.ts';
import { issueHook, issueTrigger, type Body, type Double } from './double.ts';
import { messageBody } from './messages.ts';
import { viewBody } from './views.ts';
import { channelById, nextTs, type Message, type OpenView, type Person, type World } from './world.ts';

/** Somebody who looks and acts. */
export type Self = { double: Double; person: Person };
/** What a control is on: a message or a view (modal or Home). */
export type Surface = Message | OpenView;

export const isView = (surface: Surface): surface is OpenView => 'view' in surface;

function sender({ double: { world }, person: { id, name, teamId } }: Self, team: object = world.team): Body {
  const user = { id, username: name, name, team_id: teamId };
  const app = { token: 'verification-token', api_app_id: world.app.id };
  return { ...app, team, user, enterprise: null, is_enterprise_install: false };
}

/** In a view an outsider's own workspace stands under `team`; ours is `app_installed_team_id`. */
function senderInView(self: Self): Body {
  const { teamId: id } = self.person;
  const { team } = self.double.world;
  return sender(self, id === team.id ? team : { id, domain: 'elsewhere' });
}

/** Only public channels have a name here. */
function nameOf(world: World, id: string): string {
  const channel = channelById(world, id);
  return channel?.kind === 'private' ? 'privategroup' : channel?.name || 'directmessage';
}

export function commandBody({ double, person }: Self, channel: string, command: string, text: string) {
  const { world } = double;
  const team = { team_id: world.team.id, team_domain: world.team.domain, api_app_id: world.app.id };
  const user = { user_id: person.id, user_name: person.name, is_enterprise_install: 'false' };
  const place = { channel_id: channel, channel_name: nameOf(world, channel), token: 'verification-token' };
  const response_url = issueHook(double, { personId: person.id, channel });
  const trigger_id = issueTrigger(double, person.id);
  return { ...team, ...user, ...place, command, text: typedText(world, text), response_url, trigger_id };
}

/**
 * What a person typed after a command, as Slack sends it with `should_escape: true`: names of people and
 * channels become ids, links get brackets, and the rest is escaped, so that typed markup stays text.
 */
function typedText({ people, channels }: World, text: string): string {
  const markup = new Map(['channel', 'here', 'everyone'].map((name) => [`@${name}`, `<!${name}>`]));
  for (const { id, name, realName } of people)
    for (const one of [name, realName]) markup.set(`@${one.toLowerCase()}`, `<@${id}|${name}>`);
  for (const { kind, id, name } of channels)
    if (kind === 'public') markup.set(`#${name}`, `<#${id}|${name}>`);
  // Longest first, so that "Ana Torres" wins over "Ana".
  const names = [...markup.keys()].sort((a, b) => b.length - a.length).map(literal);
  const token = new RegExp(`(?:${names.join('|')})(?![\\w-])|https?://[^\\s<>]+|[&<>]`, 'gi');
  return text.replace(token, (found) => {
    const escaped = found.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
    return markup.get(found.toLowerCase()) ?? (found.startsWith('http') ? `<${escaped}>` : escaped);
  });
}

const literal = (name: string) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

export function actionBody(self: Self, on: Surface, placed: Placed, entry: Entry): Body {
  const where = isView(on) ? inView(self, on) : onMessage(self, on);
  const trigger_id = issueTrigger(self.double, self.person.id);
  return { type: 'block_actions', ...where, trigger_id, actions: [action(self.double, placed, entry)] };
}

function inView(self: Self, open: OpenView): Body {
  const view = viewBody(self.double, open);
  return { ...senderInView(self), container: { type: 'view', view_id: open.id }, view };
}

function onMessage(self: Self, message: Message): Body {
  const { ts, channel, thread_ts, ephemeralFor, blocks = [], entered } = message;
  const place = { message_ts: ts, channel_id: channel, ...(thread_ts && { thread_ts }) };
  return {
    ...sender(self),
    container: { type: 'message', is_ephemeral: ephemeralFor !== undefined, ...place },
    // Ephemeral messages are not kept, so Slack can't show them.
    ...(!ephemeralFor && { message: messageBody(self.double.world, message) }),
    state: { values: stateValues(blocks, entered[self.person.id] ?? {}) },
    ...placeOf(self, message),
  };
}

function placeOf({ double, person: { id: personId } }: Self, { channel: id, ts }: Message): Body {
  const channel = { id, name: nameOf(double.world, id) };
  return { channel, response_url: issueHook(double, { personId, channel: id, messageTs: ts }) };
}

function action({ world, clock }: Double, { block, control }: Placed, entry: Entry): Body {
  const { type, action_id, text, style, placeholder } = control;
  const looks = { ...(text && { text }), ...(style && { style }), ...(placeholder && { placeholder }) };
  const held = stateValue(control, entry);
  return {
    type,
    block_id: block.block_id,
    action_id,
    ...looks,
    ...held,
    action_ts: nextTs(world, clock.nowMs()),
  };
}

export function submissionBody(self: Self, open: OpenView): Body {
  const trigger_id = issueTrigger(self.double, self.person.id);
  const view = viewBody(self.double, open);
  return { type: 'view_submission', ...senderInView(self), trigger_id, view, response_urls: [] };
}

/** Of the global shortcut or, with a message, of the message shortcut. */
export function shortcutBody(self: Self, callback_id: string, on?: Message): Body {
  const { double, person } = self;
  const trigger_id = issueTrigger(double, person.id);
  const common = {
    ...sender(self),
    callback_id,
    trigger_id,
    action_ts: nextTs(double.world, double.clock.nowMs()),
  };
  if (!on) return { type: 'shortcut', ...common };
  const message = { message_ts: on.ts, message: messageBody(double.world, on) };
  return { type: 'message_action', ...common, ...placeOf(self, on), ...message };
}
