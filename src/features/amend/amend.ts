import { wordsOf } from '../../core/said.ts';
import type { Said, Words } from '../../core/said.ts';
import type { DraftFields } from '../../platform/postgres/drafts.ts';
import { isFirst } from '../../platform/postgres/is-first.ts';
import type {
  Answer,
  Effect,
  Feature,
  FormState,
  House,
  Press,
  Submission,
} from '../../platform/slack/feature.ts';
import { afterwardsIds, asOffered, foremostIn, printOfWords } from '../afterwards.ts';
import type { Foremost } from '../afterwards.ts';
import { keepsDraft, numbersIn } from '../answers.ts';
import type { Kept } from '../answers.ts';
import { refusalDrawing, refusalLine } from '../refusals.ts';
import { amendedPage, amendForm, amendFormId, disputedPage, fields, readWords, tooLongFor } from './form.ts';

/** What somebody has said is put otherwise, by themselves, wherever it stands. */
export const amend: Feature = {
  presses: {
    [afterwardsIds.edit]: openForm,
    [afterwardsIds.use]: useOffered,
    [afterwardsIds.notBlame]: dispute,
    ...keepsDraft(amendFormId, Object.values(fields), keptOf),
  },
  submissions: { [amendFormId]: save },
};

/** Each thing that was said has a draft of its own. */
function draftOf(seq: number): string {
  return `${amendFormId}/${seq}`;
}

const nothing: Words = { text: '', learning: null };

/** What they said, while they may change it; else why not, as it is shown to them. */
async function look(
  house: House,
  press: Press,
): Promise<{ readonly said: Said; readonly draft: DraftFields } | readonly Effect[]> {
  const [number, seq] = numbersIn(press.value);
  const asked = await house.ask(press, number, { type: 'amend', seq, words: nothing }, draftOf(seq));
  if (!asked.ok) return [{ say: refusalDrawing(asked, number) }];
  if (asked.said === null) throw new Error('something may be amended that was never said');
  return { said: asked.said, draft: asked.draft };
}

async function openForm(house: House, press: Press): Promise<readonly Effect[]> {
  const found = await look(house, press);
  if (!('said' in found)) return found;
  const [number] = numbersIn(press.value);
  return [{ form: amendForm(number, found.said, found.draft) }];
}

/**
 * *Use this wording*: what was shown, and nothing else. Where it reads otherwise by now, they see how; where that makes it
 * too long, they shorten it.
 */
async function useOffered(house: House, press: Press): Promise<readonly Effect[]> {
  const [number, seq] = numbersIn(press.value);
  const found = await look(house, press);
  if (!('said' in found)) return found;
  const words = wordsOf(found.said.event);
  const foremost = foremostShown(press, words);
  const next = foremost === null ? null : asOffered(words, foremost);
  if (next === null) return [{ form: amendedPage({ number, seq, words }) }];
  const tooLong = tooLongFor(found.said.event.type, next);
  if (tooLong !== null) {
    const typed = { [fields.text]: next.text, [fields.learning]: next.learning ?? '' };
    return [{ form: amendForm(number, found.said, typed, Object.values(tooLong.errors)) }];
  }
  const outcome = await house.change(press, number, { type: 'amend', seq, words: next });
  if (!outcome.ok) return [{ say: refusalDrawing(outcome, number) }];
  return [{ form: amendedPage({ number, seq, words: next }) }];
}

/** What their button was shown with; `null` where the words are others by now. */
function foremostShown(press: Press, words: Words): Foremost | null {
  return printOfWords(words) === press.value.split(' ')[2] ? foremostIn(words) : null;
}

/** *This isn't blame*: counted for its rule, once, and nothing else changes. */
async function dispute(house: House, press: Press): Promise<readonly Effect[]> {
  const [number, seq] = numbersIn(press.value);
  const found = await look(house, press);
  if (!('said' in found)) return found;
  const words = wordsOf(found.said.event);
  const foremost = foremostShown(press, words);
  if (foremost === null) return [{ form: amendedPage({ number, seq, words }) }];
  const isNew = await isFirst(house.store, press, `${afterwardsIds.notBlame} ${press.value}`);
  if (isNew) house.noteDisputed(foremost.finding.rule);
  return [{ form: disputedPage(number) }];
}

function keptOf({ id, privateMetadata, values }: FormState): Kept {
  const [number, seq] = numbersIn(privateMetadata);
  const typed = Object.values(fields).flatMap((name) => {
    const text = values[name];
    return text == null ? [] : [[name, text] as const];
  });
  return { form: draftOf(seq), number, view: id, fields: Object.fromEntries(typed) };
}

async function save(house: House, submission: Submission): Promise<Answer> {
  const { form } = submission;
  const words = readWords(form);
  if ('errors' in words) return words;
  const [number, seq] = numbersIn(form.privateMetadata);
  const sent = { view: form.id, draftOf: draftOf(seq) };
  const outcome = await house.change(submission, number, { type: 'amend', seq, words }, sent);
  return outcome.ok ? { effects: [] } : { errors: { [fields.text]: refusalLine(outcome, number) } };
}
