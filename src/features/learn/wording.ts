import type { Sections } from '../../core/learning.ts';
import { kindWordIn } from '../../core/lens/kind-word.ts';
import { Unavailable, Unsure } from '../../platform/postgres/transact.ts';
import { applyWordings, choose, keepTicked, openNotes } from '../../platform/postgres/write-up-wording.ts';
import { beginWriteUp, sectionsOf } from '../../platform/postgres/write-ups.ts';
import type {
  Answer,
  Effect,
  FormState,
  House,
  Press,
  Submission,
  Visit,
} from '../../platform/slack/feature.ts';
import { faultsIn, faultsInWords, placeIn, textAgain, viewOf } from './form.ts';
import { changedMeanwhile, effectsOf, goOn, lookOver, shownPreview } from './look-over.ts';
import { nothingKeptPage } from './preview.ts';
import { phrasesAmong, shownOf } from './shown-notes.ts';
import { disputedIn, readIn, tickedIn, wordingForm } from './wording-form.ts';

/** As one ticks: a form that is closed carries nothing. */
export async function keepTicks({ store }: House, press: Press): Promise<readonly Effect[]> {
  const { view } = press;
  if (view === null) return [];
  const { number } = placeIn(view.privateMetadata);
  /* Without the draft the form still holds the ticks, so whoever ticks is not disturbed. */
  await keepTicked(store, { ...press, number }, tickedIn(view)).catch(() => undefined);
  return [];
}

/** *Apply*: exactly what is ticked goes into the text. */
export async function applyTicked(house: House, submission: Submission): Promise<Answer> {
  return await settle(house, submission, submission.form, tickedIn(submission.form));
}

/** *Leave as written*: nothing in the text as it is now is asked about again. */
export async function leaveAsWritten(house: House, press: Press): Promise<readonly Effect[]> {
  return press.view === null ? [] : effectsOf(await settle(house, press, press.view, []));
}

async function settle(
  house: House,
  visit: Visit,
  form: FormState,
  ticked: readonly string[],
): Promise<Answer> {
  const place = placeIn(form.privateMetadata);
  const { number } = place;
  const { isAsRead, sections } = await applyWordings(house.store, {
    ...visit,
    number,
    view: viewOf(form.id, place),
    ...readIn(form.privateMetadata),
    ticked,
  });
  if (sections === null) return { form: nothingKeptPage(number) };
  if (!isAsRead) return await lookOver(house, visit, place, sections, { remark: changedMeanwhile });
  const faults = faultsIn(sections);
  if (faults !== null) return { form: textAgain(place, sections, faultsInWords(faults)) };
  const next =
    ticked.length === 0 ? shownPreview(house, visit, place, sections) : goOn(house, visit, place, sections);
  return await unlessAway(next, () => ({
    form: textAgain(place, sections, keptAnyway),
  }));
}

const keptAnyway =
  "What you chose is kept, and this is your text now. I can't get at the rest just now; please send it again in a minute.";

/** Once something is kept, nobody hears that nothing was changed: they see what needs no database. */
async function unlessAway(next: Promise<Answer>, instead: () => Answer): Promise<Answer> {
  try {
    return await next;
  } catch (error) {
    if (error instanceof Unavailable || error instanceof Unsure) return instead();
    throw error;
  }
}

/** *This isn't blame*: the note goes, and its rule is counted, with nothing else. */
export async function notBlame(house: House, press: Press): Promise<readonly Effect[]> {
  const place = placeIn(press.value);
  const at = { ...press, number: place.number };
  const sections = await textOf(house, press, place.number);
  if (sections === null) return [{ form: nothingKeptPage(place.number) }];
  const id = disputedIn(press.value);
  const ticked = press.view === null ? [] : tickedIn(press.view);
  const { notes } = await openNotes(house.store, at, sections);
  const before = await choose(house.store, at, ({ left }) => ({
    ticked: ticked.filter((it) => it !== id),
    left: [...left, id],
  }));
  const disputed = notes.find((it) => it.id === id);
  if (disputed?.kind === 'phrase' && !before.left.includes(id)) house.noteDisputed(disputed.finding.rule);
  const answer = await unlessAway(lookOver(house, press, place, sections), () => {
    const rest = notes.filter((it) => it.id !== id);
    return shownOf(rest).length === 0
      ? { form: textAgain(place, sections, keptAnyway) }
      : { form: wordingForm(place, sections, rest, ticked, { kindWord: kindWordIn(phrasesAmong(notes)) }) };
  });
  return effectsOf(answer);
}

/** What they are writing now. */
async function textOf({ store }: House, press: Press, number: number): Promise<Sections | null> {
  const begun = await beginWriteUp(store, { ...press, number });
  return begun.ok ? sectionsOf(begun.draft) : null;
}
