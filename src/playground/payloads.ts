import type { Placed } from './block-kit/controls.ts';
import { messageBody } from './chat.ts';
import { issueHook, issueTrigger } from './double.ts';
import type { Double } from './double.ts';
import { stateValue, stateValues } from './entries.ts';
import { viewBody } from './views.ts';
import { channelById, entriesKey, nextTs } from './world.ts';
import type { Channel, Entry, Message, OpenView, Person } from './world.ts';

type Body = Record<string, unknown>;

/** Where a control is: on a message, or on a view (modal or home). */
export type Container = { message: Message } | { view: OpenView };

function common({ world }: Double, person: Person): Body {
  return {
    team: { id: world.team.id, domain: world.team.domain },
    user: { id: person.id, username: person.name, name: person.name, team_id: person.teamId },
    api_app_id: world.app.id,
    token: 'verification-token',
    enterprise: null,
    is_enterprise_install: false,
  };
}

/** In a view an outsider's own workspace stands under `team`; ours is `app_installed_team_id`. */
function commonInView(double: Double, person: Person): Body {
  const { world } = double;
  const domain = person.teamId === world.team.id ? world.team.domain : 'elsewhere';
  return { ...common(double, person), team: { id: person.teamId, domain } };
}

/** What stands for the name of a channel that is not public. */
function channelBody({ id, name, kind }: Channel): { id: string; name: string } {
  return { id, name: kind === 'public' ? name : kind === 'private' ? 'privategroup' : 'directmessage' };
}

export function commandBody(
  double: Double,
  person: Person,
  channel: Channel,
  command: string,
  text: string,
): Record<string, string> {
  const { world } = double;
  return {
    token: 'verification-token',
    team_id: world.team.id,
    team_domain: world.team.domain,
    channel_id: channel.id,
    channel_name: channelBody(channel).name,
    user_id: person.id,
    user_name: person.name,
    command,
    text,
    api_app_id: world.app.id,
    is_enterprise_install: 'false',
    response_url: issueHook(double, { personId: person.id, channel: channel.id }),
    trigger_id: issueTrigger(double, person.id),
  };
}

export function actionBody(
  double: Double,
  person: Person,
  container: Container,
  placed: Placed,
  entry: Entry,
): Body {
  const placement =
    'view' in container
      ? { ...commonInView(double, person), ...inView(double, container.view) }
      : { ...common(double, person), ...onMessage(double, person, container.message) };
  return {
    type: 'block_actions',
    ...placement,
    trigger_id: issueTrigger(double, person.id),
    actions: [action(double, placed, entry)],
  };
}

function inView(double: Double, open: OpenView): Body {
  return { container: { type: 'view', view_id: open.id }, view: viewBody(double, open) };
}

function onMessage(double: Double, person: Person, message: Message): Body {
  const { world } = double;
  const { ts, channel, thread_ts, ephemeralFor } = message;
  const entries = world.entries[entriesKey(person.id, `${channel}:${ts}`)] ?? {};
  return {
    container: {
      type: 'message',
      message_ts: ts,
      channel_id: channel,
      is_ephemeral: ephemeralFor !== undefined,
      ...(thread_ts && { thread_ts }),
    },
    channel: namedChannel(double, channel),
    // Ephemeral messages are not kept, so Slack can't show them.
    ...(!ephemeralFor && { message: messageBody(double, message) }),
    state: { values: stateValues(message.blocks ?? [], entries) },
    response_url: issueHook(double, { personId: person.id, channel, messageTs: ts }),
  };
}

function namedChannel({ world }: Double, id: string): { id: string; name: string } {
  const channel = channelById(world, id);
  return channel ? channelBody(channel) : { id, name: '' };
}

function action({ world }: Double, { blockId, actionId, control }: Placed, entry: Entry): Body {
  return {
    type: control.type,
    block_id: blockId,
    action_id: actionId,
    ...('text' in control && { text: control.text }),
    ...('style' in control && control.style && { style: control.style }),
    ...('placeholder' in control && control.placeholder && { placeholder: control.placeholder }),
    ...stateValue(control, entry),
    action_ts: nextTs(world),
  };
}

export function submissionBody(double: Double, person: Person, open: OpenView): Body {
  return {
    type: 'view_submission',
    ...commonInView(double, person),
    trigger_id: issueTrigger(double, person.id),
    view: viewBody(double, open),
    response_urls: [],
  };
}

/** Without anything that was typed: Slack leaves `state.values` empty here. */
export function closedBody(double: Double, person: Person, open: OpenView, isCleared: boolean): Body {
  return {
    type: 'view_closed',
    ...commonInView(double, person),
    view: viewBody(double, open, { withState: false }),
    is_cleared: isCleared,
  };
}

export function shortcutBody(double: Double, person: Person, callbackId: string): Body {
  return {
    type: 'shortcut',
    ...common(double, person),
    action_ts: nextTs(double.world),
    callback_id: callbackId,
    trigger_id: issueTrigger(double, person.id),
  };
}

export function messageShortcutBody(
  double: Double,
  person: Person,
  callbackId: string,
  message: Message,
): Body {
  const { channel, ts } = message;
  return {
    type: 'message_action',
    ...common(double, person),
    action_ts: nextTs(double.world),
    callback_id: callbackId,
    trigger_id: issueTrigger(double, person.id),
    channel: namedChannel(double, channel),
    response_url: issueHook(double, { personId: person.id, channel, messageTs: ts }),
    message_ts: ts,
    message: messageBody(double, message),
  };
}
