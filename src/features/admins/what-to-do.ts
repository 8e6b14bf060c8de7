import { noChannel } from '../../platform/postgres/waiting.ts';
import { isAdminCode, isChannelFault } from '../../platform/slack/faults.ts';
import type { AdminCode } from '../../platform/slack/faults.ts';

/** What an admin can do where Slack does not let us post: in a channel, or in direct messages where that is ''. */
export function whatToDo(reason: string, channel: string): string {
  const where = channel === '' ? 'direct messages' : `<#${channel}>`;
  const another = canChooseAnother(reason, channel)
    ? ' You can also choose another channel in *Settings*.'
    : '';
  if (isAdminCode(reason)) return `${sentences[reason](where)}${another}`;
  if (reason === noChannel) return 'No channel is chosen for issues. Please choose one in *Settings*.';
  return "Slack does not let me say what I have to say, and I don't know why. The log of whoever runs Flagpost says more.";
}

export const learningsToo =
  'What is learned and the weekly digest need a channel too: choose a *Learning channel* in *Settings*.';

export function canChooseAnother(reason: string, channel: string): boolean {
  return channel !== '' && isChannelFault(reason);
}

const newToken =
  'Slack does not take my token any more. Please install my Slack app again, and give the new token to whoever runs Flagpost.';

/** As Slack explains its errors, whose names are for the log: https://docs.slack.dev/reference/methods/chat.postMessage#errors */
const sentences: Readonly<Record<AdminCode, (where: string) => string>> = {
  account_inactive: () => newToken,
  channel_not_found: (where) =>
    `I can't find ${where}, where I post: it is private and I'm not in it, or it is gone. Please invite me.`,
  ekm_access_denied: () =>
    "Your organisation's administrators have suspended posting for now. Please ask them when it may go on.",
  invalid_auth: () => newToken,
  is_archived: (where) => `${where}, where I post, is archived. Please unarchive it.`,
  messages_tab_disabled: () =>
    "My messages tab is switched off, so I can't write to people. Please switch it on in my app's settings, under App Home.",
  missing_scope: () =>
    'My Slack app lacks a permission. Please compare its scopes with manifest.yml and install it again.',
  no_permission: (where) =>
    `I have no permission to post in ${where}. Please compare my app's scopes with manifest.yml and install it again. In a channel, please see that I'm in it, too.`,
  not_authed: () => newToken,
  not_in_channel: (where) =>
    `I can't post in ${where} because I'm not in it. Please invite me there: type */invite @Flagpost* in the channel.`,
  org_login_required: () =>
    'Slack is moving this workspace to an organisation, and lets nobody post meanwhile. Nothing is to be done but to wait until that is over.',
  restricted_action: (where) =>
    `The workspace's settings don't let me post in ${where}. Please change who may post there.`,
  restricted_action_non_threadable_channel: (where) =>
    `${where} takes no threads, and in a card's thread I tell what happens to its issue. Please allow threads there.`,
  restricted_action_read_only_channel: (where) => `I can only read in ${where}. Please let me post there.`,
  team_access_not_granted: () =>
    'My Slack app is installed in your organisation, but not in this workspace yet. Please ask an admin of the organisation to add it here.',
  token_expired: () => newToken,
  token_revoked: () => newToken,
};
