import type { ModalView } from '@slack/types';

import type { Sections } from '../../core/learning.ts';
import { kindWordIn } from '../../core/lens/kind-word.ts';
import { choose, openNotes } from '../../platform/postgres/write-up-wording.ts';
import { previewWriteUp } from '../../platform/postgres/write-ups.ts';
import type { Answer, Effect, House, Visit } from '../../platform/slack/feature.ts';
import { oneSentence, page } from '../blocks.ts';
import { refusalDrawing, refusalLine } from '../refusals.ts';
import { overtakenForm } from './form.ts';
import type { Place } from './form.ts';
import { previewForm } from './preview.ts';
import { phrasesAmong, shownOf } from './shown-notes.ts';
import { wordingForm } from './wording-form.ts';

export const changedMeanwhile = 'Your text has changed in another window since.';

/** How a text is shown to its writer again. */
export interface Showing {
  /** Where a refusal stands; without a field it takes the whole view. The text is in the draft, so nothing is lost. */
  readonly field?: string;
  /** What they should know first. */
  readonly remark?: string;
  /** What they have just done, where there is more to decide. */
  readonly done?: string;
}

/** What the lens noticed in a text, for its writer to decide; the preview, where there is nothing to decide. */
export async function lookOver(
  house: House,
  visit: Visit,
  place: Place,
  sections: Sections,
  showing: Showing = {},
): Promise<Answer> {
  const at = { ...visit, number: place.number };
  const { notes, choices } = await openNotes(house.store, at, sections);
  const shown = shownOf(notes);
  const kindWord = kindWordIn(phrasesAmong(notes));
  const remark = showing.remark ?? kindWord ?? undefined;
  const next = await preview(house, visit, place, sections, {
    ...showing,
    ...(remark === undefined ? {} : { remark }),
  });
  if (shown.length === 0 || 'errors' in next || !next.isPost) return answerOf(next);
  const before = await choose(house.store, at, (it) => ({
    shown: [...it.shown, ...shown.map((one) => one.id)],
  }));
  for (const it of phrasesAmong(shown)) if (!before.shown.includes(it.id)) house.noteShown(it.finding.rule);
  return {
    form: wordingForm(place, sections, notes, choices.ticked, {
      remark: showing.remark ?? showing.done ?? null,
      kindWord,
    }),
  };
}

/** After *Apply*: what they were not shown yet, in the same view; then the preview. */
export async function goOn(house: House, visit: Visit, place: Place, sections: Sections): Promise<Answer> {
  return await lookOver(house, visit, { ...place, turn: place.turn + 1 }, sections, { done: applied });
}

const applied = 'What you ticked is in your text now.';

type Preview =
  | { readonly errors: Readonly<Record<string, string>> }
  | { readonly form: ModalView; readonly isPost: boolean };

/** The post as it will be; or what somebody else has published meanwhile, or why there will be none. */
async function preview(
  house: House,
  visit: Visit,
  place: Place,
  sections: Sections,
  { field, remark }: Showing = {},
): Promise<Preview> {
  const { store, settings } = house;
  const { number } = place;
  const previewed = await previewWriteUp(store, { ...visit, number }, sections, settings.adminUsers);
  if (previewed.ok) {
    const { present, scene } = previewed;
    if (present !== null && present.version !== place.seen)
      return { form: overtakenForm(place, sections, present), isPost: false };
    const form = previewForm(place, scene, await house.settingsOf(visit.workspace), remark ?? null);
    return { form, isPost: true };
  }
  if (field !== undefined) return { errors: { [field]: refusalLine(previewed, number) } };
  return { form: page('What we learned', refusalDrawing(previewed, number).blocks), isPost: false };
}

/** The preview at once, whatever the lens would say. */
export async function shownPreview(
  house: House,
  visit: Visit,
  place: Place,
  sections: Sections,
  showing: Showing = {},
): Promise<Answer> {
  return answerOf(await preview(house, visit, place, sections, showing));
}

function answerOf(next: Preview): Answer {
  return 'errors' in next ? next : { form: next.form };
}

/** What a press brings, of what a submission would. */
export function effectsOf(answer: Answer): readonly Effect[] {
  if ('form' in answer) return [{ form: answer.form }];
  return 'errors' in answer ? [{ say: oneSentence(Object.values(answer.errors).join(' ')) }] : [];
}
