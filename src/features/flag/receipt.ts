import type { KnownBlock, ModalView } from '@slack/types';

import { charactersIn } from '../../core/characters.ts';
import type { Foretold } from '../../platform/postgres/cadence.ts';
import type { Flagged } from '../../platform/postgres/flag-issue.ts';
import type { Settings } from '../../platform/postgres/settings.ts';
import type { Drawing } from '../../platform/slack/drawing.ts';
import type { Told } from '../../platform/slack/feature.ts';
import { quotedBack } from '../../platform/slack/quoted-back.ts';
import { actions, oneSentence, page, section } from '../blocks.ts';
import { editButton, undoButton } from '../buttons.ts';
import { kindBlocks } from '../held.ts';
import { comingMoment, listed, pauseInWords } from '../words.ts';
import { tooLong } from './form.ts';

/** How the workspace wants things, and what is promised of the first answer; `null` where that was said before. */
export type Terms = Settings & { readonly promise: Foretold | null };

type Receipt = Pick<Flagged, 'number' | 'isSaved' | 'isRepeat'> & {
  readonly gap: Pick<Flagged['gap'], 'isStuck'>;
};

/** The receipt, for the reporter alone: what is kept, who will see what, and what they may still do. */
export function receipt(
  { number, isSaved, isRepeat, gap }: Receipt,
  settings: Terms,
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

function saved(number: number, settings: Terms, isStuck: boolean): string {
  return `Saved as *#${number}*. ${unseen(settings)}${whatComes(settings, 'In', isStuck)}`;
}

/** The receipt after *Edit*: less of the pause is left by now, and nobody needs to know how much. */
export function editedReceipt(number: number, settings: Terms, isStuck: boolean): Drawing {
  const text = `*#${number}* is changed. ${unseen(settings)}${whatComes(settings, 'Within', isStuck)}`;
  return { text, blocks: [section(text), actions(undoButton(number), editButton(number))] };
}

function again(number: number, isSaved: boolean, settings: Terms, isStuck: boolean): string {
  return isSaved
    ? `You have flagged this already: it is saved as *#${number}*, and counts once. ${whatComes(settings, 'Within', isStuck)}`
    : `You have flagged this already: it is *#${number}*${whereItIs(settings)}.`;
}

function whereItIs({ issuesChannel }: Settings): string {
  return issuesChannel === null
    ? ', and comes to a channel as soon as an admin has chosen one'
    : ` in <#${issuesChannel}>`;
}

/** A receipt is never redrawn. Where there is no pause, its card may stand before the receipt is read. */
export function unseen({ postingPauseSeconds }: Settings): string {
  return postingPauseSeconds === 0 ? '' : 'Nobody has seen it yet. ';
}

/** Without a channel it is on everybody's Home by then, where it can be taken on. */
export function whatComes(settings: Terms, when: 'In' | 'Within', isStuck: boolean): string {
  const { issuesChannel, postingPauseSeconds } = settings;
  const soon = pauseInWords(postingPauseSeconds, when);
  const goes =
    issuesChannel === null
      ? `${soon} it is on Flagpost's Home without your name, and in a channel as soon as an admin has chosen one`
      : `${soon} it goes to <#${issuesChannel}> without your name`;
  const answer = firstAnswer(settings.promise);
  return isStuck
    ? `${goes}. It says that someone is stuck right now, and anybody may offer to help; only whoever helps, and whoever takes it on, sees that it was you.${answer}`
    : `${goes}; only whoever takes it on sees that it was you.${answer}`;
}

/** By when a person answers, in the reader's own time; and what happens if nobody does. */
function firstAnswer(promise: Foretold | null): string {
  if (promise === null) return '';
  const { by, asked, next } = promise;
  const named = (people: readonly string[]): string => listed(people.map((it) => `<@${it}>`));
  const first = asked.length === 0 ? '' : ` I ask ${named(asked)} first, above the lead.`;
  const then = next.length === 0 ? '' : `, and it goes to ${named(next)}`;
  return `${first} A person answers ${comingMoment('by', by)}. If nobody has, I tell you${then}.`;
}

export function undone(number: number): Drawing {
  const text = `#${number} is taken back. Nobody saw it, and nothing of it is kept.`;
  return oneSentence(text);
}

/** Too long for a flag: the words come back in full. */
export function returned(text: string): Told {
  return quotedBack(`It is not saved. ${tooLong(charactersIn(text))} Here are your words:`, text);
}
