import { z } from 'zod';

import type { WorkspaceId } from '../postgres/transact.ts';
import type { FormState, Press, Shortcut, Submission, Visit } from './feature.ts';

/** What Slack sends, as far as we read it. https://docs.slack.dev/reference/interaction-payloads */
const user = z.object({ id: z.string(), team_id: z.string().nullish() });
const sender = z.object({
  user,
  team: z.object({ id: z.string() }).nullish(),
  enterprise: z.object({ id: z.string() }).nullish(),
  is_enterprise_install: z.union([z.boolean(), z.string()]).nullish(),
  view: z.object({ app_installed_team_id: z.string().nullish() }).nullish(),
});

const held = z.object({
  value: z.string().nullish(),
  selected_option: z.object({ value: z.string() }).nullish(),
  selected_options: z.array(z.object({ value: z.string() })).nullish(),
  selected_date: z.string().nullish(),
  selected_user: z.string().nullish(),
  selected_users: z.array(z.string()).nullish(),
  selected_conversation: z.string().nullish(),
});

const state = z.object({ values: z.record(z.string(), z.record(z.string(), held)) });

const view = z.object({
  id: z.string(),
  type: z.string(),
  private_metadata: z.string().default(''),
  state: state.nullish(),
});

const press = sender.extend({
  response_url: z.string().nullish(),
  view: view.nullish(),
  container: z.object({ channel_id: z.string().nullish(), message_ts: z.string().nullish() }).nullish(),
  channel: z.object({ id: z.string() }).nullish(),
  actions: z.array(held.extend({ action_id: z.string(), block_id: z.string().nullish() })).min(1),
});

/** A form that comes without what stood in it is not an empty one. */
const submission = sender.extend({ view: view.extend({ state }) });

const shortcut = sender.extend({
  channel: z.object({ id: z.string(), name: z.string().nullish() }).nullish(),
  message: z.object({ text: z.string().default(''), ts: z.string() }).nullish(),
});

/** Where a press came from, by the stamp on its block and the place of its message. */
export interface Pressed {
  readonly blockId: string | undefined;
  readonly channel: string | null;
  readonly ts: string | null;
}

/**
 * Who the workspace lets in: its own people, and those of other workspaces of the same organisation. In a view an
 * outsider's own workspace stands under `team` and `enterprise`, and ours is named by the view.
 */
export function isOutsider(body: unknown): boolean {
  const { user: who, team, enterprise, view: seen } = sender.parse(body);
  const ours = seen?.app_installed_team_id ?? team?.id;
  if (who.team_id == null || ours === undefined) return false;
  if (who.team_id === ours || enterprise?.id === ours) return false;
  return ours !== team?.id || enterprise == null || who.team_id !== enterprise.id;
}

export function senderOf(body: unknown): string {
  return sender.parse(body).user.id;
}

export function visitOf(workspace: WorkspaceId, slackUser: string, admins: readonly string[]): Visit {
  return { workspace, slackUser, isListedAdmin: admins.includes(slackUser) };
}

export function readPress(body: unknown, visit: Visit): Press {
  const { view: seen, response_url: url, actions } = press.parse(body);
  const [action] = actions;
  const where = seen == null ? 'message' : seen.type === 'home' ? 'home' : 'form';
  return {
    ...visit,
    where,
    value: action === undefined ? '' : (heldBy(action) ?? ''),
    view: seen == null ? null : formState(seen),
    responseUrl: url ?? null,
  };
}

export function readPressed(body: unknown): Pressed {
  const { actions, container, channel } = press.parse(body);
  return {
    blockId: actions[0]?.block_id ?? undefined,
    channel: container?.channel_id ?? channel?.id ?? null,
    ts: container?.message_ts ?? null,
  };
}

export function isSubmission(body: unknown): boolean {
  return submission.safeParse(body).success;
}

export function readSubmission(body: unknown, visit: Visit): Submission {
  return { ...visit, form: formState(submission.parse(body).view), responseUrl: null };
}

export function readShortcut(body: unknown, visit: Visit): Shortcut {
  const { channel, message } = shortcut.parse(body);
  if (message == null || channel == null) return { ...visit, message: null };
  /* A private channel is called `privategroup` here and a direct message `directmessage`, whatever their names. */
  const isPublic = !['privategroup', 'directmessage'].includes(channel.name ?? 'privategroup');
  return { ...visit, message: { text: message.text, channel: channel.id, ts: message.ts, isPublic } };
}

/** A field in which nothing can be seen is an empty one, for whichever form reads it. */
function formState({ id, private_metadata: memory, state }: z.infer<typeof view>): FormState {
  const values = Object.entries(state?.values ?? {}).map(([block, elements]) => {
    const [element] = Object.values(elements);
    const value = element === undefined ? null : heldBy(element);
    return [block, value !== null && isBlank(value) ? '' : value] as const;
  });
  return { id, privateMetadata: memory, values: Object.fromEntries(values) };
}

function heldBy(element: z.infer<typeof held>): string | null {
  const { selected_option: option, selected_date: date, selected_user: user, value } = element;
  const { selected_users: users, selected_conversation: place } = element;
  const ticked = element.selected_options?.map((it) => it.value).join(',');
  const several = users?.join(',') ?? ticked;
  const held = option?.value ?? date ?? user ?? several ?? place ?? value ?? null;
  return held === null ? null : storable(held);
}

/** A user id: https://docs.slack.dev/reference/objects/user-object */
export function isSlackUser(id: string): boolean {
  return /^[UW][A-Z0-9]{1,29}$/.test(id);
}

/** A channel, public or private: never a direct message. */
export function isSlackChannel(id: string): boolean {
  return /^[CG][A-Z0-9]{1,29}$/.test(id);
}

/** Postgres keeps no NUL, and no half of a character: neither can be seen, so nobody misses them. */
export function storable(text: string): string {
  return text.toWellFormed().replaceAll('\u0000', '');
}

/**
 * Nothing that can be seen: spaces, characters of no width, and the letters of Hangul and Braille that are empty. What this
 * machine's Unicode does not know yet may be an emoji.
 */
export function isBlank(text: string): boolean {
  return !/[^\s\p{Cc}\p{Cf}\p{Z}\p{Default_Ignorable_Code_Point}\u2800]/u.test(text);
}

/** The three characters that Slack escapes in what it sends as text. */
export function unescaped(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}
