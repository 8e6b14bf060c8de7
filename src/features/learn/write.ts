import type { ModalView } from '@slack/types';

import { sectionNames } from '../../core/learning.ts';
import type { Sections } from '../../core/learning.ts';
import { keepSent } from '../../platform/postgres/drafts.ts';
import type { DraftFields } from '../../platform/postgres/drafts.ts';
import { beginWriteUp, publishWriteUp, sectionsOf } from '../../platform/postgres/write-ups.ts';
import type { Answer, Effect, FormState, House, Press, Submission } from '../../platform/slack/feature.ts';
import { numberIn } from '../answers.ts';
import type { Kept } from '../answers.ts';
import { refusalDrawing, refusalLine } from '../refusals.ts';
import {
  beginning,
  faultsIn,
  fieldOf,
  overtakenForm,
  placeIn,
  typedSections,
  viewOf,
  writeUpForm,
  writeUpFormId,
} from './form.ts';
import type { Place } from './form.ts';
import { changedMeanwhile, effectsOf, lookOver, shownPreview } from './look-over.ts';
import { consentField, nothingKeptPage, previewedIn, publishedPage, readConsent } from './preview.ts';

export async function openWriteUp({ store }: House, press: Press): Promise<readonly Effect[]> {
  const number = numberIn(press.value);
  const begun = await beginWriteUp(store, { ...press, number });
  if (!begun.ok) return [{ say: refusalDrawing(begun, number) }];
  const { sections, seen, meanwhile } = beginning(begun);
  return [{ form: writeUpForm({ number, seen, turn: 0 }, sections, meanwhile) }];
}

/** Beside what is typed, which version was published when its writer began. */
export function keptOf(form: FormState): Kept {
  const place = placeIn(form.privateMetadata);
  const fields = draftOf(typedSections(form), place);
  return { number: place.number, view: viewOf(form.id, place), fields };
}

/** A draft knows which version it was begun from. Where nothing is typed, nothing is kept. */
function draftOf(sections: Sections, { seen }: Place): DraftFields {
  const isEmpty = sectionNames.every((name) => sections[name] === '');
  return isEmpty ? {} : { ...sections, seen: String(seen) };
}

export async function submitText(house: House, submission: Submission): Promise<Answer> {
  const { form } = submission;
  const place = placeIn(form.privateMetadata);
  const sections = typedSections(form);
  const faults = faultsIn(sections);
  if (faults !== null) return faults;
  const answer = await lookOver(house, submission, place, sections, { field: fieldOf('happened') });
  /* Last: where this form stays open, what is typed in it goes on being kept. */
  if ('form' in answer) {
    const { fields, ...at } = keptOf(form);
    await keepSent(house.store, { ...submission, form: writeUpFormId, ...at }, fields);
  }
  return answer;
}

export async function backToText({ store }: House, press: Press): Promise<readonly Effect[]> {
  const place = placeIn(press.value);
  const { number } = place;
  const begun = await beginWriteUp(store, { ...press, number });
  if (!begun.ok) return [{ say: refusalDrawing(begun, number) }];
  return [{ form: anew(place, begun) }];
}

/** The text again, in the same view. */
function anew(place: Place, begun: Parameters<typeof beginning>[0]): ModalView {
  const { sections, seen, meanwhile } = beginning(begun);
  return writeUpForm({ ...place, seen, turn: place.turn + 1 }, sections, meanwhile);
}

export async function publish(house: House, submission: Submission): Promise<Answer> {
  const { form, workspace } = submission;
  const place = placeIn(form.privateMetadata);
  const { number } = place;
  /* Asked first: once it is published nothing may come between that and the answer. */
  const settings = await house.settingsOf(workspace);
  const outcome = await publishWriteUp(house.store, {
    ...submission,
    number,
    view: viewOf(form.id, place),
    seen: place.seen,
    previewed: previewedIn(form.privateMetadata),
    consent: readConsent(form),
  });
  switch (outcome.ok) {
    case true:
      return { form: publishedPage(number, outcome, settings) };
    case false:
      return { errors: { [consentField]: refusalLine(outcome, number) } };
    case 'overtaken':
      return { form: overtakenForm(place, outcome.sections, outcome.by) };
    case 'changed': {
      if (outcome.sections === null) return { form: nothingKeptPage(number) };
      return await lookOver(house, submission, place, outcome.sections, {
        field: consentField,
        remark: changedMeanwhile,
      });
    }
  }
}

/** A button of the post, pressed before there is one: the preview stays, and says so. */
export async function pressedInPreview(house: House, press: Press): Promise<readonly Effect[]> {
  const place = placeIn(press.view?.privateMetadata ?? '');
  const begun = await beginWriteUp(house.store, { ...press, number: place.number });
  const sections = begun.ok ? sectionsOf(begun.draft) : null;
  if (sections === null) return [{ form: nothingKeptPage(place.number) }];
  const remark = 'Its buttons work once it is published.';
  const answer = await shownPreview(house, press, place, sections, { field: consentField, remark });
  return effectsOf(answer);
}
