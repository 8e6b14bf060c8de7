import type { KnownBlock, ModalView } from '@slack/types';

import { charactersIn } from '../../core/characters.ts';
import type { Flagged } from '../../platform/postgres/flag-issue.ts';
import type { Settings } from '../../platform/postgres/settings.ts';
import type { Drawing } from '../../platform/slack/drawing.ts';
import type { Told } from '../../platform/slack/feature.ts';
import { quotedBack } from '../../platform/slack/quoted-back.ts';
import { actions, page, said, section } from '../blocks.ts';
import { editButton, undoButton } from '../buttons.ts';
import { pauseInWords } from '../words.ts';
import { tooLong } from './form.ts';

/** The receipt, for the reporter alone: what is kept, who will see what, and what they may still do. */
export function receipt(
  { number, isSaved, isRepeat }: Pick<Flagged, 'number' | 'isSaved' | 'isRepeat'>,
  settings: Settings,
): Drawing {
  const text = isRepeat ? again(number, isSaved, settings) : saved(number, settings);
  const blocks: KnownBlock[] = [section(text)];
  return { text, blocks: isSaved ? [...blocks, actions(undoButton(number), editButton(number))] : blocks };
}

/** A receipt as the form's next view. */
export function receiptPage({ blocks }: Drawing): ModalView {
  return page('Thank you', blocks);
}

function saved(number: number, settings: Settings): string {
  return `Saved as *#${number}*. Nobody has seen it yet. ${whatComes(settings, 'In')}`;
}

/** The receipt after *Edit*: less of the pause is left by now, and nobody needs to know how much. */
export function editedReceipt(number: number, settings: Settings): Drawing {
  const text = `*#${number}* is changed. Nobody has seen it yet. ${whatComes(settings, 'Within')}`;
  return { text, blocks: [section(text), actions(undoButton(number), editButton(number))] };
}

/** After *It is back*: the flag says whose fix did not hold. */
export function linkedReceipt(number: number, fix: number, isSaved: boolean, settings: Settings): Drawing {
  const linked = `*#${number}* is linked to *#${fix}*: the cards of both say that the same cause is back.`;
  if (!isSaved) return said(linked);
  const text = `${linked} Nobody has seen it yet. ${whatComes(settings, 'Within')}`;
  return { text, blocks: [section(text), actions(undoButton(number), editButton(number))] };
}

function again(number: number, isSaved: boolean, settings: Settings): string {
  return isSaved
    ? `You have flagged this already: it is saved as *#${number}*, and counts once. ${whatComes(settings, 'Within')}`
    : `You have flagged this already: it is *#${number}*${whereItIs(settings)}.`;
}

function whereItIs({ issuesChannel }: Settings): string {
  return issuesChannel === null
    ? ', and comes to a channel as soon as an admin has chosen one'
    : ` in <#${issuesChannel}>`;
}

/** Without a channel it is on everybody's Home by then, where it can be taken on. */
function whatComes({ issuesChannel, postingPauseSeconds }: Settings, when: 'In' | 'Within'): string {
  const soon = pauseInWords(postingPauseSeconds, when);
  return issuesChannel === null
    ? `${soon} it is on Flagpost's Home without your name, and in a channel as soon as an admin has chosen one; only whoever takes it on sees that it was you.`
    : `${soon} it goes to <#${issuesChannel}> without your name; only whoever takes it on sees that it was you.`;
}

export function undone(number: number): Drawing {
  const text = `#${number} is taken back. Nobody saw it, and nothing of it is kept.`;
  return said(text);
}

/** Too long for a flag: the words come back in full. */
export function returned(text: string): Told {
  return quotedBack(`It is not saved. ${tooLong(charactersIn(text))} Here are your words:`, text);
}
