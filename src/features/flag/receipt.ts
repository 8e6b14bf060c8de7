import type { KnownBlock, ModalView } from '@slack/types';

import { charactersIn } from '../../core/characters.ts';
import type { Flagged } from '../../platform/postgres/flag-issue.ts';
import type { Settings } from '../../platform/postgres/settings.ts';
import type { Drawing } from '../../platform/slack/drawing.ts';
import type { Told } from '../../platform/slack/feature.ts';
import { quotedBack } from '../../platform/slack/quoted-back.ts';
import { actions, oneSentence, page, section } from '../blocks.ts';
import { editButton, undoButton } from '../buttons.ts';
import { kindBlocks } from '../held.ts';
import { pauseInWords } from '../words.ts';
import { tooLong } from './form.ts';

type Receipt = Pick<Flagged, 'number' | 'isSaved' | 'isRepeat'> & {
  readonly gap: Pick<Flagged['gap'], 'isStuck'>;
};

/** The receipt, for the reporter alone: what is kept, who will see what, and what they may still do. */
export function receipt(
  { number, isSaved, isRepeat, gap }: Receipt,
  settings: Settings,
  kindWord: string | null = null,
): Drawing {
  const { isStuck } = gap;
  const ours = isRepeat ? again(number, isSaved, settings, isStuck) : saved(number, settings, isStuck);
  const blocks: KnownBlock[] = [section(ours), ...kindBlocks(kindWord)];
  const text = kindWord === null ? ours : `${ours} ${kindWord}`;
  return { text, blocks: isSaved ? [...blocks, actions(undoButton(number), editButton(number))] : blocks };
}

/** A receipt as the form's next view. `memory`: where the one is that the form was opened from. */
export function receiptPage({ blocks }: Drawing, memory = ''): ModalView {
  return { ...page('Thank you', blocks), ...(memory === '' ? {} : { private_metadata: memory }) };
}

function saved(number: number, settings: Settings, isStuck: boolean): string {
  return `Saved as *#${number}*. Nobody has seen it yet. ${whatComes(settings, 'In', isStuck)}`;
}

/** The receipt after *Edit*: less of the pause is left by now, and nobody needs to know how much. */
export function editedReceipt(number: number, settings: Settings, isStuck: boolean): Drawing {
  const text = `*#${number}* is changed. Nobody has seen it yet. ${whatComes(settings, 'Within', isStuck)}`;
  return { text, blocks: [section(text), actions(undoButton(number), editButton(number))] };
}

function again(number: number, isSaved: boolean, settings: Settings, isStuck: boolean): string {
  return isSaved
    ? `You have flagged this already: it is saved as *#${number}*, and counts once. ${whatComes(settings, 'Within', isStuck)}`
    : `You have flagged this already: it is *#${number}*${whereItIs(settings)}.`;
}

function whereItIs({ issuesChannel }: Settings): string {
  return issuesChannel === null
    ? ', and comes to a channel as soon as an admin has chosen one'
    : ` in <#${issuesChannel}>`;
}

/** Without a channel it is on everybody's Home by then, where it can be taken on. */
export function whatComes(settings: Settings, when: 'In' | 'Within', isStuck: boolean): string {
  const { issuesChannel, postingPauseSeconds } = settings;
  const soon = pauseInWords(postingPauseSeconds, when);
  const goes =
    issuesChannel === null
      ? `${soon} it is on Flagpost's Home without your name, and in a channel as soon as an admin has chosen one`
      : `${soon} it goes to <#${issuesChannel}> without your name`;
  return isStuck
    ? `${goes}. It says that someone is stuck right now, and anybody may offer to help; only whoever helps, and whoever takes it on, sees that it was you.`
    : `${goes}; only whoever takes it on sees that it was you.`;
}

export function undone(number: number): Drawing {
  const text = `#${number} is taken back. Nobody saw it, and nothing of it is kept.`;
  return oneSentence(text);
}

/** Too long for a flag: the words come back in full. */
export function returned(text: string): Told {
  return quotedBack(`It is not saved. ${tooLong(charactersIn(text))} Here are your words:`, text);
}
