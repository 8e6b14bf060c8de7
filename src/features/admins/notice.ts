import type { Settings } from '../../platform/postgres/settings.ts';
import { noChannel } from '../../platform/postgres/waiting.ts';
import type { Drawing } from '../../platform/slack/drawing.ts';
import { actions, oneSentence, plain, section } from '../blocks.ts';
import { channelMenu, ids, settingsButton, testButton } from '../buttons.ts';
import { drawTrial } from './trial.ts';
import { canChooseAnother, learningsToo, whatToDo } from './what-to-do.ts';

/** What an admin is told or asked, once: which channel, or what to do where something can't be said in Slack. */
export function drawNotice(subject: string, settings: Settings): Drawing {
  const [reason = '', channel = '', ...outcome] = subject.split('/');
  if (reason === 'trial') return drawTrial(outcome, settings);
  if (reason === noChannel) return whichChannel(settings);
  const text = `${whatToDo(reason, channel)} Nothing is lost: whatever waits is posted as soon as it works again. I look every minute.`;
  return canChooseAnother(reason, channel)
    ? { text, blocks: [section(text), actions(settingsButton())] }
    : oneSentence(text);
}

/** The one question of a first start. Answered, it says so, and how to see whether everything works. */
function whichChannel({ issuesChannel, learningChannel }: Settings): Drawing {
  if (issuesChannel === null) {
    const text =
      'Flagpost is here. One question: in which channel should issues be shown? Best is one where those are who may take them on. Until you choose, flags are saved and wait.';
    const menu = {
      ...channelMenu(ids.chooseChannel, null),
      placeholder: plain('Choose a channel'),
    };
    return { text, blocks: [section(text), actions(menu)] };
  }
  const more = learningChannel === null ? ` ${learningsToo}` : '';
  const text = `Issues go to <#${issuesChannel}>. I can only post where I am: if I'm not in that channel yet, type */invite @Flagpost* there.${more} *Test it* sends one flag all the way through, and takes it away again.`;
  return { text, blocks: [section(text), actions(testButton(), settingsButton())] };
}
