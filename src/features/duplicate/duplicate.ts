import { findIssues } from '../../platform/postgres/find-issues.ts';
import type { Answer, Effect, Feature, House, Press, Submission } from '../../platform/slack/feature.ts';
import { numberOf, numbersIn, opened, pressed } from '../answers.ts';
import { page } from '../blocks.ts';
import { ids } from '../buttons.ts';
import { refusalDrawing, refusalLine } from '../refusals.ts';
import { tooLongIn } from '../too-long.ts';
import {
  apartWords,
  doneWords,
  ids as forms,
  longestSearch,
  matchForm,
  readChosen,
  readPair,
  sameForm,
  searchForm,
  whichField,
} from './form.ts';

/** Two flags of one gap: the one goes on as the other, and its people are counted there. */
export const duplicate: Feature = {
  choices: {
    duplicate: (house, press) =>
      opened(house, press, { type: 'duplicate', of: null }, ({ number }) => searchForm(number)),
    'not-duplicate': (house, press) => separate(house, press, null),
  },
  presses: {
    [ids.notDuplicate]: (house, press) => separate(house, press, numbersIn(press.value)[1]),
  },
  submissions: { [forms.search]: search, [forms.same]: mark },
};

/** A number, or a choice among those found, leads to that issue; words lead to those that hold them. */
async function search(house: House, submission: Submission): Promise<Answer> {
  const { form } = submission;
  const number = numberOf(form);
  const typed = (form.values[whichField] ?? '').trim();
  const isTooLong = tooLongIn({ [whichField]: [typed, longestSearch] });
  if (isTooLong !== null) return isTooLong;
  const chosen = readChosen(form) ?? numberIn(typed);
  if (chosen !== null) return await show(house, submission, number, chosen);
  const wanted = { words: typed, besides: number };
  const found = await findIssues(house.store, submission.workspace, wanted);
  if (found.length === 0) {
    return { errors: { [whichField]: 'I found none with these words. Please try others, or its number.' } };
  }
  return { form: matchForm(number, typed, found) };
}

/** `17` or `#17`, and nothing else. */
function numberIn(text: string): number | null {
  const digits = /^#?(\d{1,9})$/.exec(text)?.[1];
  return digits === undefined ? null : Number(digits);
}

async function show(house: House, submission: Submission, number: number, chosen: number): Promise<Answer> {
  const asked = await house.ask(submission, number, { type: 'duplicate', of: chosen });
  if (!asked.ok) return { errors: { [whichField]: refusalLine(asked, number) } };
  if (asked.other === null) return { errors: { [whichField]: 'Please choose one.' } };
  return { form: sameForm(number, asked.other.issue, asked.other.slackIds, house.store.clock()) };
}

async function mark(house: House, submission: Submission): Promise<Answer> {
  const { number, other } = readPair(submission.form);
  const wish = { type: 'duplicate', of: other } as const;
  const outcome = await house.change(submission, number, wish, { view: submission.form.id });
  if (!outcome.ok) return { form: page('Flagpost', refusalDrawing(outcome, number).blocks) };
  const { issue } = outcome;
  const { blocks } = doneWords(number, issue.state === 'duplicate' ? issue.of : other);
  return { form: page('Thank you', blocks) };
}

/** *Not a duplicate*, `of` what stood where they pressed: it goes on as it did before, and says so itself. */
function separate(house: House, press: Press, of: number | null): Promise<readonly Effect[]> {
  const done = (number: number): Effect => ({ form: page('Thank you', apartWords(number).blocks) });
  return pressed(
    house,
    press,
    { type: 'not-duplicate', of },
    (number) => `#${number} goes on by itself already.`,
    (number) => (press.where === 'form' ? [done(number)] : []),
  );
}
