import { addMessage, readContent, readMetadata, readUpdate } from './content.ts';
import { ApiError, changed, note } from './double.ts';
import type { Double } from './double.ts';
import { postEvent } from './events.ts';
import { channelById, directMessage, messageAt, personById } from './world.ts';
import type { Channel, Message } from './world.ts';

// https://docs.slack.dev/apis/web-api/rate-limits: one message per second and channel.
const POST_INTERVAL_MS = 1000;

export interface PostArgs {
  channel: string;
  text?: string | undefined;
  blocks?: unknown;
  metadata?: unknown;
  thread_ts?: string | undefined;
  link_names?: string | undefined;
  parse?: string | undefined;
}

export function postMessage(double: Double, args: PostArgs) {
  const channel = openChannel(double, args.channel);
  const waitMs = (double.world.lastPostMs[channel.id] ?? 0) + POST_INTERVAL_MS - Date.now();
  if (waitMs > 0) throw new ApiError('ratelimited', [], Math.ceil(waitMs / 1000));
  const metadata = readMetadata(args.metadata);
  const message = addMessage(double, {
    channel: channel.id,
    user: double.world.app.botUserId,
    ...readContent(args),
    ...(metadata && { metadata }),
    ...threadOf(double, channel, args.thread_ts),
    linksNames: linksNames(args),
  });
  double.world.lastPostMs[channel.id] = Date.now();
  if (metadata) void postEvent(double, metadataPosted(double, message, metadata), { isMetadata: true });
  return { channel: channel.id, ts: message.ts, message: messageBody(double, message) };
}

export function postEphemeral(double: Double, args: PostArgs & { user: string }) {
  const channel = openChannel(double, args.channel);
  const person = personById(double.world, args.user);
  if (!person || person.isDeactivated || !channel.members.includes(person.id))
    throw new ApiError('user_not_in_channel');
  const message = addMessage(double, {
    channel: channel.id,
    user: double.world.app.botUserId,
    ephemeralFor: person.id,
    ...readContent(args),
    ...threadOf(double, channel, args.thread_ts),
  });
  return { message_ts: message.ts };
}

interface UpdateArgs extends Omit<PostArgs, 'thread_ts'> {
  ts: string;
}

export function updateMessage(double: Double, args: UpdateArgs) {
  const message = ownMessage(double, args, 'cant_update_message');
  if (channelById(double.world, message.channel)?.isArchived) throw new ApiError('is_inactive');
  Object.assign(message, readUpdate({ text: message.text, ...args }), { edited: true });
  if (args.metadata !== undefined) {
    const metadata = readMetadata(args.metadata);
    if (metadata) message.metadata = metadata;
    else delete message.metadata;
  }
  changed(double);
  const { channel, ts, text } = message;
  return { channel, ts, text, message: messageBody(double, message) };
}

export function deleteMessage(double: Double, args: { channel: string; ts: string }) {
  const message = ownMessage(double, args, 'cant_delete_message');
  message.deleted = true;
  changed(double);
  return { channel: message.channel, ts: message.ts };
}

function ownMessage(double: Double, at: { channel: string; ts: string }, refusal: string): Message {
  if (!channelById(double.world, at.channel)) throw new ApiError('channel_not_found');
  const message = messageAt(double.world, at.channel, at.ts);
  if (!message || message.ephemeralFor) throw new ApiError('message_not_found');
  if (message.user !== double.world.app.botUserId) throw new ApiError(refusal);
  return message;
}

/** A channel the bot may post to. A person's id stands for the direct message with them. */
function openChannel(double: Double, id: string): Channel {
  const { world } = double;
  const channel = channelById(world, id) ?? directChannel(double, id);
  const isMember = channel?.members.includes(world.app.botUserId);
  if (!channel || (channel.kind !== 'public' && !isMember)) throw new ApiError('channel_not_found');
  if (channel.isArchived) throw new ApiError('is_archived');
  // Without `chat:write.public` a bot writes only where it is a member.
  if (!isMember) throw new ApiError('not_in_channel');
  if (channel.kind === 'direct' && channel.members.some((one) => personById(world, one)?.isDeactivated))
    throw new ApiError('channel_not_found');
  return channel;
}

function directChannel({ world }: Double, id: string): Channel | undefined {
  return personById(world, id) && directMessage(world, id, world.app.botUserId);
}

function threadOf(double: Double, channel: Channel, threadTs: string | undefined): { thread_ts?: string } {
  if (threadTs === undefined) return {};
  const parent = messageAt(double.world, channel.id, threadTs);
  if (!parent || parent.ephemeralFor) throw new ApiError('thread_not_found');
  if (parent.thread_ts) note(double, 'thread_ts names a reply; Slack asks for the ts of its parent');
  return { thread_ts: parent.thread_ts ?? parent.ts };
}

function linksNames({ link_names, parse }: PostArgs): boolean {
  return parse === 'full' || link_names === 'true' || link_names === '1';
}

/** A message as the Web API and interactions show it. */
export function messageBody({ world }: Double, message: Message): Record<string, unknown> {
  const { user, ts, text, blocks, thread_ts, metadata, edited } = message;
  const isBots = user === world.app.botUserId;
  return {
    ...(isBots && { bot_id: world.app.botId, app_id: world.app.id }),
    type: 'message',
    text,
    user,
    ts,
    team: world.team.id,
    ...(blocks && { blocks }),
    ...(thread_ts && { thread_ts }),
    ...(metadata && { metadata }),
    ...(edited && { edited: { user: world.app.botUserId, ts } }),
  };
}

function metadataPosted({ world }: Double, message: Message, metadata: Message['metadata']) {
  return {
    type: 'message_metadata_posted',
    app_id: world.app.id,
    bot_id: world.app.botId,
    user_id: message.user,
    team_id: world.team.id,
    channel_id: message.channel,
    metadata,
    message_ts: message.ts,
    event_ts: message.ts,
  };
}
