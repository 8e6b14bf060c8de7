import type { Drawing } from '../../platform/slack/drawing.ts';
import type { Feature, House } from '../../platform/slack/feature.ts';
import { said } from '../blocks.ts';

/** `/flag-issue help`. `settings` and `digest` lead here too. */
export const help: Feature = { commands: { help: words, settings: words, digest: words } };

function words({ settings }: House): Promise<Drawing> {
  return Promise.resolve(drawHelp(settings));
}

export function drawHelp({ commandName, issuesChannel }: House['settings']): Drawing {
  const text = [
    `*${commandName} what got in the way* saves it at once. Nothing else is required.`,
    `*${commandName}* alone opens a form. So does *Flag as an issue*, on any message and in the shortcuts.`,
    `*${commandName} mine* shows what you flagged and own. The rest is on Flagpost's Home.`,
    `Issues are shown in <#${issuesChannel}> without your name; only whoever takes yours on sees that it was you. Anyone may claim one. You decide when yours is fixed.`,
  ].join('\n');
  return said(text);
}
