import type { Settings } from '../../platform/postgres/settings.ts';
import type { Drawing } from '../../platform/slack/drawing.ts';
import type { Feature, House, Typed } from '../../platform/slack/feature.ts';
import { oneSentence } from '../blocks.ts';
import { countOf } from '../words.ts';

/** `/flag-issue help`. */
export const help: Feature = { commands: { help: words } };

async function words({ settings, settingsOf }: House, { workspace }: Typed): Promise<Drawing> {
  return drawHelp(settings.commandName, await settingsOf(workspace));
}

export function drawHelp(commandName: string, { issuesChannel, firstAnswerHours }: Settings): Drawing {
  const shown =
    issuesChannel === null
      ? "Issues are shown on Flagpost's Home, and in a channel as soon as an admin has chosen one,"
      : `Issues are shown in <#${issuesChannel}>`;
  const text = [
    `*${commandName} what got in the way* saves it at once. Nothing else is required.`,
    `*${commandName}* alone opens a form. So does *Flag as an issue*, on any message and in the shortcuts.`,
    `*${commandName} mine* shows what you flagged and own. The rest is on Flagpost's Home.`,
    `${shown} without your name; only whoever takes yours on sees that it was you. Anyone may claim one. You decide when yours is fixed.`,
    `Whoever owns one may *Ask for support*: it goes to those who lead here, and if nobody answers to those above them, where there are any.`,
    `A person answers within ${countOf(firstAnswerHours, 'one working hour', '# working hours')}. If nobody has, I tell you who has it then.`,
    `*${commandName} digest* shows leads the weekly digest so far, and their own mirror. *${commandName} settings* is for admins.`,
  ].join('\n');
  return oneSentence(text);
}
