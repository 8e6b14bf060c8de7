import type { ModalView } from '@slack/types';
import type { Temporal } from 'temporal-polyfill';

import type { Issue } from '../core/issue.ts';
import { isKindWord } from '../core/lens/kind-word.ts';
import { keepDraft } from '../platform/postgres/drafts.ts';
import type { DraftFields } from '../platform/postgres/drafts.ts';
import { notesAfterwards } from '../platform/postgres/notes.ts';
import type { Wish } from '../platform/postgres/wish.ts';
import type {
  Answer,
  Effect,
  Feature,
  FormState,
  House,
  Press,
  Submission,
  Visit,
} from '../platform/slack/feature.ts';
import { afterwardsPage, foremostIn, justSaid } from './afterwards.ts';
import type { JustSaid } from './afterwards.ts';
import { oneSentence } from './blocks.ts';
import { refusalDrawing, refusalLine } from './refusals.ts';

/**
 * Presses that change an issue: what comes back is a refusal, whatever `then` shows, or, where it had happened already,
 * the words of `already`: no button does nothing.
 */
export async function pressed(
  house: House,
  press: Press,
  wish: Wish,
  already: (number: number) => string,
  then: (number: number, issue: Issue) => readonly Effect[] | Promise<readonly Effect[]> = () => [],
): Promise<readonly Effect[]> {
  const number = numberIn(press.value);
  const outcome = await house.change(press, number, wish);
  if (!outcome.ok) return [{ say: refusalDrawing(outcome, number) }];
  return outcome.events.length === 0
    ? [{ say: oneSentence(already(number)) }]
    : await then(number, outcome.issue);
}

/**
 * Opens the form that a change needs, where the change would be allowed. `fill` draws it from the issue as it is and,
 * for a `form` that keeps drafts, from what this person was typing when they closed it.
 */
export async function opened(
  house: House,
  press: Press,
  wish: Wish,
  fill: (issue: Issue, draft: DraftFields) => ModalView,
  form?: string,
): Promise<readonly Effect[]> {
  const number = numberIn(press.value);
  const asked = await house.ask(press, number, wish, form);
  return [asked.ok ? { form: fill(asked.issue, asked.draft) } : { say: refusalDrawing(asked, number) }];
}

/** Where the workspace is. */
export async function todayOf(
  { store, settingsOf }: House,
  { workspace }: Pick<Visit, 'workspace'>,
): Promise<Temporal.PlainDate> {
  const { timeZone } = await settingsOf(workspace);
  return store.clock().toZonedDateTimeISO(timeZone).toPlainDate();
}

/** What a form keeps while somebody types in it, and under which issue and view. */
export interface Kept {
  /** Where one form has several drafts about an issue. */
  readonly form?: string;
  readonly number: number;
  readonly view: string;
  readonly fields: DraftFields;
}

/** The listeners of fields that are kept as one types: a form that is closed carries no text. */
export function keepsDraft(
  form: string,
  fields: readonly string[],
  read: (form: FormState) => Kept = plainly(fields),
): NonNullable<Feature['presses']> {
  const keep = async (house: House, press: Press): Promise<readonly Effect[]> => {
    if (press.view === null) return [];
    const { fields: typed, ...place } = read(press.view);
    /* Without the draft the form still holds the text, so whoever types is not disturbed. */
    await keepDraft(house.store, { ...press, form, ...place }, typed).catch(() => undefined);
    return [];
  };
  return Object.fromEntries(fields.map((field) => [field, keep]));
}

/** Each field by its own name, about the issue that the form remembers. */
function plainly(fields: readonly string[]): (form: FormState) => Kept {
  return (form) => ({
    number: numberOf(form),
    view: form.id,
    fields: Object.fromEntries(fields.map((field) => [field, form.values[field] ?? ''])),
  });
}

/** A form about an issue remembers which. */
export function numberOf(form: FormState | null): number {
  return numberIn(form?.privateMetadata ?? '');
}

/** An issue's number and others that belong to it, as some buttons and forms carry them. */
export function numbersIn(memory: string): readonly [number, number, number] {
  const [first = '', second = '', third = ''] = memory.split(' ');
  return [numberIn(first), numberIn(second), numberIn(third)];
}

/** What is no number of ours becomes 0, which no issue has. */
export function numberIn(memory: string): number {
  return Number(/^\d{1,9}(?= |$)/.exec(memory)?.[0] ?? 0);
}

/** Submissions that change an issue: a refusal stays in the form, under `field`, with everything that was typed. */
export async function submitted(
  house: House,
  submission: Submission,
  field: string,
  wish: Wish,
  draftOf?: string,
): Promise<Answer> {
  const number = numberOf(submission.form);
  const outcome = await house.change(submission, number, wish, { view: submission.form.id, draftOf });
  if (!outcome.ok) return { errors: { [field]: refusalLine(outcome, number) } };
  return await afterwards(house, submission, justSaid(number, outcome.issue.version, outcome.events));
}

/** Posted it is already. Where words make people the explanation, whoever wrote them hears so once, where they are. */
async function afterwards(house: House, visit: Visit, said: JustSaid | null): Promise<Answer> {
  const foremost = said === null ? null : foremostIn(said.words);
  if (said === null || foremost === null) return { effects: [] };
  const wanted = await notesAfterwards(house.store, visit);
  if (wanted === null || wanted === 'none') return { effects: [] };
  if (!isKindWord(foremost)) house.noteShown(foremost.finding.rule);
  return { form: afterwardsPage(said, foremost) };
}
