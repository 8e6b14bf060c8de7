import { z } from 'zod';

import type { Block } from './block-kit/blocks.ts';
import { checkMessageBlocks, textLength } from './block-kit/check.ts';
import { ApiError, changed } from './double.ts';
import type { Double } from './double.ts';
import { nextTs } from './world.ts';
import type { Message, Metadata } from './world.ts';

// https://docs.slack.dev/reference/methods/chat.postMessage and …/chat.update
const POST_TEXT_MAX = 40_000;
const UPDATE_TEXT_MAX = 4000;
// Undocumented; reported in slackapi/bolt-js#2509.
const BLOCKS_TEXT_MAX = 13_200;

export interface Content {
  text: string;
  blocks?: Block[];
}

/** Refuses what Slack refuses: `no_text`, `msg_too_long`, `invalid_blocks`, `msg_blocks_too_long`. */
export function readContent(
  input: { text?: string | undefined; blocks?: unknown },
  textMax: number = POST_TEXT_MAX,
): Content {
  const blocks = input.blocks === undefined ? undefined : readBlocks(input.blocks);
  if (!input.text && !blocks?.length) throw new ApiError('no_text');
  if ((input.text?.length ?? 0) > textMax) throw new ApiError('msg_too_long');
  return { text: input.text ?? '', ...(blocks && { blocks }) };
}

export function readUpdate(input: { text?: string | undefined; blocks?: unknown }): Content {
  return readContent(input, UPDATE_TEXT_MAX);
}

function readBlocks(input: unknown): Block[] {
  if (!Array.isArray(input)) throw new ApiError('invalid_blocks_format');
  const checked = checkMessageBlocks(input);
  if (!checked.ok) throw new ApiError('invalid_blocks', checked.faults);
  if (textLength(input) >= BLOCKS_TEXT_MAX) throw new ApiError('msg_blocks_too_long');
  return checked.value;
}

const METADATA = z.strictObject({
  event_type: z.string().min(1),
  event_payload: z.record(z.string(), z.unknown()),
});

/** An empty object takes metadata away (chat.update). */
export function readMetadata(input: unknown): Metadata | undefined {
  if (input === undefined || (typeof input === 'object' && input !== null && Object.keys(input).length === 0))
    return undefined;
  const parsed = METADATA.safeParse(input);
  if (!parsed.success) throw new ApiError('invalid_metadata_format');
  return parsed.data;
}

type Draft = Pick<Message, 'channel' | 'user'> &
  Content & {
    metadata?: Metadata | undefined;
    thread_ts?: string | undefined;
    ephemeralFor?: string | undefined;
    /** `link_names` or `parse: full`: then typed @here and @channel alert as well. */
    linksNames?: boolean;
  };

export function addMessage(double: Double, { linksNames, ...draft }: Draft): Message {
  const message: Message = {
    ...draft,
    ts: nextTs(double.world),
    notifies: alerted(draft, linksNames ?? false),
    edited: false,
    deleted: false,
  };
  double.world.messages.push(message);
  changed(double);
  return message;
}

const ALERTING =
  /<@([UW][A-Z0-9]+)(?:\|[^>]*)?>|<!subteam\^(\w+)(?:\|[^>]*)?>|<!(?:channel|here|everyone)(?:\|[^>]*)?>/g;

function alerted({ text, blocks }: Content, linksNames: boolean): string[] {
  const fromText = [text, ...mrkdwnIn(blocks)].flatMap((one) =>
    [...one.matchAll(ALERTING)].map(([, user, group]) => user ?? group ?? 'everyone'),
  );
  const typed = linksNames && /@(?:channel|here|everyone)\b/.test(text) ? ['everyone'] : [];
  return [...new Set([...fromText, ...typed, ...richMentions(blocks)])];
}

function mrkdwnIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(mrkdwnIn);
  if (typeof value !== 'object' || value === null) return [];
  if ('type' in value && value.type === 'mrkdwn' && 'text' in value) return [String(value.text)];
  return Object.values(value).flatMap(mrkdwnIn);
}

function richMentions(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(richMentions);
  if (typeof value !== 'object' || value === null) return [];
  if ('type' in value && value.type === 'broadcast') return ['everyone'];
  if ('user_id' in value) return [String(value.user_id)];
  if ('usergroup_id' in value) return [String(value.usergroup_id)];
  return Object.values(value).flatMap(richMentions);
}
