import type { Block } from './blocks.ts';
import { isObject } from './check.ts';
import { ApiError, type Body, type Double } from './double.ts';
import { readBlocks } from './limits.ts';
import { postEvent } from './wire.ts';
import { channelById, directMessage, messageAt, nextTs, personById } from './world.ts';
import type { Channel, Message, Target, World } from './world.ts';

// https://docs.slack.dev/apis/web-api/rate-limits: one message per second and channel.
const POST_INTERVAL_MS = 1000;
// https://docs.slack.dev/reference/methods/chat.postMessage and …/chat.update
const POST_TEXT_MAX = 40_000;
const UPDATE_TEXT_MAX = 4000;

type Said = { text: string; blocks?: unknown };
type Args = Said & {
  channel: string;
  ts: string;
  thread_ts: string;
  reply_broadcast: string;
  metadata?: unknown;
};
type Content = { text: string; blocks?: Block[] };

export function postMessage(double: Double, args: Args) {
  const { world, clock } = double;
  const { id: channel } = openChannel(world, args.channel);
  if (clock.nowMs() - (world.lastPostMs[channel] ?? 0) < POST_INTERVAL_MS) throw new ApiError('ratelimited');
  const metadata = readMetadata(args.metadata);
  const place = { channel, user: world.app.botUserId, ...readThread(double, channel, args) };
  const message = addMessage(double, { ...place, ...readContent(double, args, POST_TEXT_MAX), ...metadata });
  world.lastPostMs[channel] = clock.nowMs();
  if (message.metadata) void postEvent(double, metadataPosted(world, message));
  return { channel, ts: message.ts, message: messageBody(world, message) };
}

export function updateMessage(double: Double, args: Args) {
  const { world } = double;
  const message = ownMessage(world, args, 'cant_update_message');
  if (channelById(world, message.channel)?.isArchived) throw new ApiError('is_inactive');
  Object.assign(message, readContent(double, args, UPDATE_TEXT_MAX));
  double.changed();
  const { channel, ts, text } = message;
  return { channel, ts, text, message: messageBody(world, message) };
}

export function deleteMessage(double: Double, args: Args) {
  const message = ownMessage(double.world, args, 'cant_delete_message');
  message.deleted = true;
  double.changed();
  return { channel: message.channel, ts: message.ts };
}

function ownMessage(world: World, { channel, ts }: Args, refusal: string): Message {
  if (!channelById(world, channel)) throw new ApiError('channel_not_found');
  const message = messageAt(world, channel, ts);
  if (!message || message.ephemeralFor) throw new ApiError('message_not_found');
  if (message.user !== world.app.botUserId) throw new ApiError(refusal);
  return message;
}

/** A channel the bot may post to. A person's id stands for the direct message with them. */
function openChannel(world: World, id: string): Channel {
  const person = personById(world, id);
  const channel = person ? directMessage(world, id, world.app.botUserId) : channelById(world, id);
  if (!channel) throw new ApiError('channel_not_found');
  const { kind, isArchived, members } = channel;
  const isMember = members.includes(world.app.botUserId);
  const isClosed = kind === 'direct' && members.some((one) => personById(world, one)?.isDeactivated);
  if ((kind !== 'public' && !isMember) || isClosed) throw new ApiError('channel_not_found');
  if (isArchived) throw new ApiError('is_archived');
  // Without `chat:write.public` a bot writes only where it is a member.
  if (!isMember) throw new ApiError('not_in_channel');
  return channel;
}

function readContent({ refusesCharts }: Double, { text, blocks }: Said, textMax: number): Content {
  const read = blocks === undefined ? undefined : readBlocks(blocks);
  if (refusesCharts && read?.some(({ type }) => type === 'data_visualization'))
    throw new ApiError('invalid_blocks', ['unsupported type: data_visualization']);
  if (text === '' && !read?.length) throw new ApiError('no_text');
  if (text.length > textMax) throw new ApiError('msg_too_long');
  return { text, ...(read && { blocks: read }) };
}

function readMetadata(input: unknown): Pick<Message, 'metadata'> {
  if (input === undefined) return {};
  const { event_type, event_payload, ...rest } = isObject(input) ? input : {};
  if (typeof event_type !== 'string' || !isObject(event_payload) || Object.keys(rest).length > 0)
    throw new ApiError('invalid_metadata_format');
  return { metadata: { event_type, event_payload } };
}

// https://docs.slack.dev/reference/methods/chat.postMessage: a broadcast is a reply first of all.
function readThread(
  double: Double,
  channel: string,
  { thread_ts: threadTs, reply_broadcast: broadcast }: Args,
): Pick<Message, 'thread_ts' | 'isBroadcast'> {
  if (!['', 'true', 'false'].includes(broadcast)) throw new ApiError('invalid_arguments');
  const isBroadcast = broadcast === 'true';
  if (threadTs === '' && isBroadcast) double.note('chat.postMessage: reply_broadcast without thread_ts');
  if (threadTs === '') return {};
  const parent = messageAt(double.world, channel, threadTs);
  if (!parent || parent.ephemeralFor) throw new ApiError('thread_not_found');
  return { thread_ts: parent.thread_ts ?? parent.ts, ...(isBroadcast && { isBroadcast }) };
}

/** What an app says through a `response_url` or as the answer to a command. Needs no membership. */
export function respond(double: Double, target: Target, input: unknown): Message[] {
  const answer: Body = isObject(input) ? input : { text: input };
  const { text, blocks, response_type, replace_original } = answer;
  const { channel = '', messageTs = '', personId } = target;
  const content = readContent(double, { text: typeof text === 'string' ? text : '', blocks }, POST_TEXT_MAX);
  const original = messageAt(double.world, channel, messageTs);
  if (original && replace_original === true) {
    delete original.blocks;
    Object.assign(original, content);
    double.changed();
    return [original];
  }
  const reader = response_type === 'in_channel' ? {} : { ephemeralFor: personId };
  return [addMessage(double, { channel, user: double.world.app.botUserId, ...content, ...reader })];
}

type Draft = Omit<Message, 'ts' | 'notifies' | 'deleted' | 'entered'>;

export function addMessage(double: Double, draft: Draft): Message {
  const notifies = alerted(draft);
  const message = {
    ...draft,
    ts: nextTs(double.world, double.clock.nowMs()),
    notifies,
    deleted: false,
    entered: {},
  };
  double.world.messages.push(message);
  double.changed();
  return message;
}

/** Whom the markup that got through alerts: user ids, or `everyone`. */
function alerted({ text, blocks }: Content): string[] {
  const markup = /<@([UW][A-Z0-9]+)(?:\|[^>]*)?>|<!(?:channel|here|everyone)(?:\|[^>]*)?>/g;
  const found = [text, ...mrkdwnIn(blocks)].flatMap((one) => [...one.matchAll(markup)]);
  return [...new Set(found.map(([, user]) => user ?? 'everyone'))];
}

/** All texts in which markup works. */
function mrkdwnIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(mrkdwnIn);
  if (!isObject(value)) return [];
  if (value['type'] === 'mrkdwn') return [String(value['text'])];
  return Object.values(value).flatMap(mrkdwnIn);
}

/** A message as the Web API and interactions show it. */
export function messageBody({ team, app }: World, message: Message): Body {
  const { user, ts, text, blocks, thread_ts, metadata, isBroadcast } = message;
  const bot = user === app.botUserId && { bot_id: app.botId, app_id: app.id };
  const rest = { ...(blocks && { blocks }), ...(thread_ts && { thread_ts }), ...(metadata && { metadata }) };
  const subtype = isBroadcast && { subtype: 'thread_broadcast' };
  return { type: 'message', ...subtype, user, ts, text, team: team.id, ...bot, ...rest };
}

function metadataPosted({ team, app }: World, { user, channel, ts, metadata }: Message): Body {
  const from = { app_id: app.id, bot_id: app.botId, user_id: user, team_id: team.id };
  const message = { channel_id: channel, metadata, message_ts: ts, event_ts: ts };
  return { type: 'message_metadata_posted', ...from, ...message };
}
