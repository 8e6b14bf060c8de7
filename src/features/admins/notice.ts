import type { Settings } from '../../platform/postgres/settings.ts';
import { noChannel } from '../../platform/postgres/waiting.ts';
import type { Drawing } from '../../platform/slack/drawing.ts';
import { actions, plain, said, section } from '../blocks.ts';
import { channelMenu, ids, settingsButton, testButton } from '../buttons.ts';
import { drawTrial } from './trial.ts';

/** What an admin is told or asked, once: which channel, or what to do where something can't be said in Slack. */
export function drawNotice(subject: string, settings: Settings): Drawing {
  const [reason = '', channel = '', ...outcome] = subject.split('/');
  if (reason === 'trial') return drawTrial(outcome, settings, whatToDo);
  if (reason === noChannel) return whichChannel(settings);
  const text = `${whatToDo(reason, channel === '' ? 'that channel' : `<#${channel}>`)} Nothing is lost: whatever waits is posted as soon as it works again. I look every minute.`;
  return canChooseAnother.includes(reason)
    ? { text, blocks: [section(text), actions(settingsButton())] }
    : said(text);
}

/** The one question of a first start. Answered, it says so, and how to see whether everything works. */
function whichChannel({ issuesChannel }: Settings): Drawing {
  if (issuesChannel === null) {
    const text =
      'Flagpost is here. One question: in which channel should issues be shown? Best is one where those are who may take them on. Until you choose, flags are saved and wait.';
    const menu = {
      ...channelMenu(ids.chooseChannel, null),
      placeholder: plain('Choose a channel'),
    };
    return { text, blocks: [section(text), actions(menu)] };
  }
  const text = `Issues go to <#${issuesChannel}>. I can only post where I am: if I'm not in that channel yet, type */invite @Flagpost* there. *Test it* sends one flag all the way through, and takes it away again.`;
  return { text, blocks: [section(text), actions(testButton(), settingsButton())] };
}

const canChooseAnother = ['channel_not_found', 'is_archived'];

function whatToDo(reason: string, channel: string): string {
  switch (reason) {
    case 'not_in_channel':
      return `I can't post in ${channel} because I'm not in it. Please invite me there: type */invite @Flagpost* in the channel.`;
    case 'channel_not_found':
      return `I can't find ${channel}, where I post: it is private and I'm not in it, or it is gone. Please invite me, or choose another channel in *Settings*.`;
    case 'is_archived':
      return `${channel}, where I post, is archived. Please unarchive it, or choose another channel in *Settings*.`;
    case 'messages_tab_disabled':
      return "My messages tab is switched off, so I can't write to people. Please switch it on in my app's settings, under App Home.";
    case 'missing_scope':
      return 'My Slack app lacks a permission. Please compare its scopes with manifest.yml and install it again.';
    default:
      return `Slack does not let me post in ${channel} (it says: ${reason}). Please look at the channel's posting permissions and at my app's settings.`;
  }
}
