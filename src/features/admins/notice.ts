import type { Drawing } from '../../platform/slack/drawing.ts';
import { said } from '../blocks.ts';

/** What an admin is asked to do, once, when something can't be said in Slack until they do. */
export function drawNotice(subject: string): Drawing {
  const [reason = '', channel = ''] = subject.split('/');
  const text = `${whatToDo(reason, channel === '' ? 'that channel' : `<#${channel}>`)} Nothing is lost: whatever waits is posted as soon as it works again. I look every minute.`;
  return said(text);
}

function whatToDo(reason: string, channel: string): string {
  switch (reason) {
    case 'not_in_channel':
      return `I can't post in ${channel} because I'm not in it. Please invite me there: type */invite @Flagpost* in the channel.`;
    case 'channel_not_found':
      return `I can't find the channel for issues (${channel}): it is private and I'm not in it, or it is gone. Please invite me, or set ISSUES_CHANNEL to another channel and restart me.`;
    case 'is_archived':
      return `${channel}, where issues are shown, is archived. Please unarchive it, or set ISSUES_CHANNEL to another channel and restart me.`;
    case 'messages_tab_disabled':
      return "My messages tab is switched off, so I can't write to people. Please switch it on in my app's settings, under App Home.";
    case 'missing_scope':
      return 'My Slack app lacks a permission. Please compare its scopes with manifest.yml and install it again.';
    default:
      return `Slack does not let me post in ${channel} (it says: ${reason}). Please look at the channel's posting permissions and at my app's settings.`;
  }
}
