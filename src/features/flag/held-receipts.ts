import { gapOf } from '../../core/issue.ts';
import type { Issue, SavedIssue } from '../../core/issue.ts';
import type { Noticed } from '../../platform/noticed.ts';
import type { Draw, Drawing } from '../../platform/slack/drawing.ts';
import { actions, oneSentence, section } from '../blocks.ts';
import { editButton, hoursButton, undoButton } from '../buttons.ts';
import { heldDrawing, heldFrom } from '../held.ts';
import type { Held } from '../held.ts';
import { unseen, whatComes } from './receipt.ts';
import type { Terms } from './receipt.ts';

/** What led to the receipt. */
export type Occasion = 'saved' | 'again' | 'edited' | 'disputed' | 'changed';

export function heldReceipt(occasion: Occasion, held: Held): Drawing {
  return heldDrawing(openings[occasion](`*#${held.number}*`), held);
}

const openings: Readonly<Record<Occasion, (number: string) => string>> = {
  saved: (number) =>
    `Thank you for flagging this. It is saved as ${number}, and nobody has seen it. It waits until you choose, here or on Flagpost's Home.`,
  again: (number) =>
    `You have flagged this already: it is saved as ${number}, and counts once. Nobody has seen it. It waits until you choose.`,
  edited: (number) => `${number} is changed, and nobody has seen it. It waits until you choose.`,
  disputed: (number) => `Thank you: that is how these notes get better. ${number} waits until you choose.`,
  changed: (number) =>
    `What is noticed in ${number} has changed since this was shown. Nobody has seen it. Please look again:`,
};

/** After *It is back*: the flag says whose fix did not hold. */
export function linkedReceipt(
  issue: Issue,
  fix: number,
  settings: Terms,
  noticed: readonly Noticed[],
): Drawing {
  const { number } = issue;
  const linked = `*#${number}* is linked to *#${fix}*: the cards of both say that the same cause is back.`;
  if (issue.state !== 'saved') return oneSentence(linked);
  if (issue.hold !== null)
    return heldDrawing(
      `${linked} Nobody has seen it, and it waits until you choose.`,
      heldFrom(issue, noticed),
    );
  const text = `${linked} ${unseen(settings)}${whatComes(settings, 'Within', gapOf(issue).isStuck)}`;
  return { text, blocks: [section(text), actions(undoButton(number), editButton(number))] };
}

/** Asked by direct message, once. Where that stands is not kept, so it can't be redrawn: it has to stay true. */
export const drawHeld: Draw = ({ issue, noticed }) => {
  if (issue.state !== 'saved' || issue.hold === null) return null;
  const opening = `*#${issue.number}*, which you flagged, was saved and waited for your choice when I wrote this. Nobody had seen it then. I ask only once. Flagpost's Home shows how it stands now.`;
  const asked = heldDrawing(opening, heldFrom(issue, noticed), 'quotes');
  return { ...asked, blocks: [...asked.blocks, actions(hoursButton('When may I write to you?'))] };
};

/** They have chosen, and the pause begins. */
export function released(
  issue: SavedIssue,
  by: 'wording' | 'as-written' | 'dispute',
  settings: Terms,
  areNotesOff: boolean,
): Drawing {
  const { number } = issue;
  const off = areNotesOff ? ` ${notesAreOff}` : '';
  const comes = whatComes(settings, 'In', gapOf(issue).isStuck);
  const text = `${chosen[by](`*#${number}*`)} ${unseen(settings)}${comes}${off}`;
  return { text, blocks: [section(text), actions(undoButton(number), editButton(number))] };
}

const chosen = {
  wording: (number: string) => `Thank you. ${number} has the new wording.`,
  'as-written': (number: string) => `${number} goes out as you wrote it.`,
  dispute: (number: string) =>
    `Thank you: that is how these notes get better. ${number} goes out as you wrote it.`,
};

const notesAreOff =
  "Twice in a row you kept your own words, so I leave the wording of your flags alone from now on. *Wording notes for my flags again*, on Flagpost's Home, brings these notes back.";

/** Somewhere on Home, where its row shows the rest. */
export const notesAreOffNow = oneSentence(notesAreOff);

/** Pressed on what was answered already. */
export function chosenAlready(number: number): Drawing {
  const text = `*#${number}* needs no choice any more: it is posted once its pause is over. Until then *Undo* and *Edit* still work.`;
  return { text, blocks: [section(text), actions(undoButton(number), editButton(number))] };
}
