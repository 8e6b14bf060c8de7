import { askAbove } from '../../core/ask-turns.ts';
import { lessons } from '../../core/ask.ts';
import type { Lesson } from '../../core/ask.ts';
import { isOwned } from '../../core/issue.ts';
import type { Issue } from '../../core/issue.ts';
import type { DraftFields } from '../../platform/postgres/drafts.ts';
import type { Wish } from '../../platform/postgres/wish.ts';
import type { Answer, Effect, Feature, House, Press, Submission } from '../../platform/slack/feature.ts';
import { keepsDraft, numbersIn, opened, pressed, submitted, todayOf } from '../answers.ts';
import { askIds } from '../ask-buttons.ts';
import { oneSentence } from '../blocks.ts';
import { ids } from '../buttons.ts';
import { snoozing } from '../snooze.ts';
import { drawContainment, drawContainmentUnknown } from './containment.ts';
import {
  askForm,
  askFormId,
  fields,
  promiseForm,
  promiseFormId,
  readAskForm,
  readPromiseForm,
} from './forms.ts';
import type { Goes } from './forms.ts';
import { lineField, lineForm, lines, readLine } from './lines.ts';
import type { Line } from './lines.ts';
import { drawAsk, drawPromised } from './message.ts';

/** What is said with one text: the button that opens its form, and what is made of the text. */
const acts: readonly (readonly [press: string, line: Line, wish: (text: string, of: number) => Wish])[] = [
  [askIds.answer, lines.answer, (text, of) => ({ type: 'answer-ask', of, text })],
  [askIds.notPossible, lines.notPossible, (text, of) => ({ type: 'not-possible', of, text })],
  [askIds.passUp, lines.passUp, (text, of) => ({ type: 'pass-up', of, text: text === '' ? null : text })],
  [askIds.done, lines.done, (text, of) => ({ type: 'support-done', of, text })],
  [askIds.contained, lines.contained, (line) => ({ type: 'contained', line })],
];

const snoozes = snoozing({
  type: 'snooze-containment',
  press: askIds.snoozeContainment,
  form: 'snooze-containment-form',
  already: containsAlready,
});

/** An owner asks those who lead for support; these answer, see to it, pass it on, or contain the damage meanwhile. */
export const support: Feature = {
  presses: {
    [ids.ask]: openAsk,
    [askIds.promise]: openPromise,
    [ids.callBack]: presses({ type: 'call-back' }, isCalledBack),
    [askIds.contain]: presses({ type: 'contain' }, containsAlready),
    [askIds.cannotContain]: presses({ type: 'cannot-contain' }, containsNoMore),
    [askIds.stillContaining]: presses({ type: 'still-containing' }, containsAlready),
    ...snoozes.presses,
    [askIds.offerToTake]: offersToTake,
    [askIds.letTake]: answersOffer('let-take'),
    [askIds.keepIt]: answersOffer('keep-it'),
    ...Object.fromEntries(acts.map(([press, line, wish]) => [press, opensLine(line, wish)])),
    ...Object.fromEntries(lessons.map((lesson) => [`${askIds.lesson}-${lesson}`, tells(lesson)])),
    ...keepsDraft(askFormId, [fields.tried]),
    ...Object.fromEntries(acts.flatMap(([, { id }]) => Object.entries(keepsDraft(id, [lineField(id)])))),
  },
  submissions: {
    [askFormId]: ask,
    [promiseFormId]: promise,
    ...snoozes.submissions,
    ...Object.fromEntries(acts.map(([, line, wish]) => [line.id, sendsLine(line, wish)])),
  },
  nudges: {
    ask: drawAsk,
    'ask-promise': drawPromised,
    containment: drawContainment,
    'containment-unknown': drawContainmentUnknown,
  },
};

type Presses = (house: House, press: Press) => Promise<readonly Effect[]>;

function presses(wish: Wish, already: (number: number) => string): Presses {
  return async (house, press) => await pressed(house, press, wish, already);
}

/** Nothing on the message itself shows it: they hear it the first time too. */
async function offersToTake(house: House, press: Press): Promise<readonly Effect[]> {
  const [, of] = numbersIn(press.value);
  return await pressed(house, press, { type: 'offer-to-take', of }, hasOffered, (number) => [
    { say: oneSentence(hasOffered(number)) },
  ]);
}

/** Carries the offer that it is about. */
function answersOffer(type: 'let-take' | 'keep-it'): Presses {
  return async (house, press) => {
    const [, of] = numbersIn(press.value);
    return await pressed(house, press, { type, of }, staysSo);
  };
}

function isCalledBack(number: number): string {
  return `#${number} asks nothing of those who lead any more.`;
}

function containsAlready(number: number): string {
  return `You take care of the immediate damage of #${number} already. Thank you.`;
}

function containsNoMore(number: number): string {
  return `Nothing is asked of you about the damage of #${number} any more.`;
}

function hasOffered(number: number): string {
  return `You have offered to take #${number} over. It stays with its owner unless they say yes; you hear what they say.`;
}

function staysSo(number: number): string {
  return `#${number} stays with you.`;
}

/** So much for opening the form: what is asked for comes with it. */
const anything: Wish = { type: 'ask-support', tried: '', needs: ['decision'], by: null };

async function openAsk(house: House, press: Press): Promise<readonly Effect[]> {
  const ways = await house.waysOf(press.workspace);
  const goes = (issue: Issue): Goes => {
    const above = (rung: number) =>
      isOwned(issue) ? askAbove(issue, ways.cadence, rung, house.store.clock()) : null;
    const first = above(-1);
    const to = (first?.to ?? []).flatMap((it) => ways.slackIds.get(it) ?? []).map((id) => `<@${id}>`);
    const isRising = first !== null && above(first.rung) !== null;
    return { to, isRising, hours: ways.settings.firstAnswerHours };
  };
  return await opened(
    house,
    press,
    anything,
    (issue, draft) => askForm(issue, draft, goes(issue)),
    askFormId,
  );
}

async function ask(house: House, submission: Submission): Promise<Answer> {
  const wanted = readAskForm(submission.form, await todayOf(house, submission));
  if ('errors' in wanted) return wanted;
  return await submitted(house, submission, fields.tried, { type: 'ask-support', ...wanted }, askFormId);
}

async function openPromise(house: House, press: Press): Promise<readonly Effect[]> {
  const today = await todayOf(house, press);
  const [, of] = numbersIn(press.value);
  const wish: Wish = { type: 'promise-support', of, on: today.add({ days: 7 }) };
  return await opened(house, press, wish, (issue) => promiseForm(issue, of, today));
}

async function promise(house: House, submission: Submission): Promise<Answer> {
  const on = readPromiseForm(submission.form, await todayOf(house, submission));
  if ('errors' in on) return on;
  const [, of] = numbersIn(submission.form.privateMetadata);
  return await submitted(house, submission, fields.on, { type: 'promise-support', of, on });
}

/** Without its text, to see whether it is theirs to say. */
function opensLine(line: Line, wish: (text: string, of: number) => Wish): Presses {
  return async (house, press) => {
    const [, of] = numbersIn(press.value);
    const fill = (issue: Issue, draft: DraftFields) => lineForm(line, issue, draft, press.value);
    return await opened(house, press, wish('', of), fill, line.id);
  };
}

function sendsLine(line: Line, wish: (text: string, of: number) => Wish) {
  return async (house: House, submission: Submission): Promise<Answer> => {
    const read = readLine(line, submission.form);
    if ('errors' in read) return read;
    const [, of] = numbersIn(submission.form.privateMetadata);
    return await submitted(house, submission, lineField(line.id), wish(read.text, of), line.id);
  };
}

/** Carries the end of the ask that it is about. */
function tells(lesson: Lesson): Presses {
  return async (house, press) => {
    const [, of] = numbersIn(press.value);
    return await pressed(house, press, { type: 'tell-lesson', of, lesson }, hasTold);
  };
}

function hasTold(number: number): string {
  return `You have said already what would have helped with #${number}. Thank you.`;
}
