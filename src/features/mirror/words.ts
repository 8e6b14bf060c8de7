import { lastAsks, mirrorQuestions, takesOnMost, tookOver } from '../../core/mirror.ts';
import type { Mirror, MirrorQuestion, OwnMirror } from '../../core/mirror.ts';
import { countOf, numberInWords } from '../words.ts';

export const questionWords: Readonly<Record<MirrorQuestion, string>> = {
  'step-in': 'Do people here step in?',
  theirs: 'Do they feel it is theirs?',
  act: 'May they act?',
  learn: 'Do we learn?',
};

/** The same said to whoever it is about, and by them. */
const voices = {
  you: { who: 'You', whose: 'your', self: 'yourself', were: 'were' },
  I: { who: 'I', whose: 'my', self: 'myself', were: 'was' },
} as const;
type Voice = keyof typeof voices;

type Figures = Partial<Mirror>;
type Said = (mirror: Figures, voice: (typeof voices)[Voice]) => readonly string[];

/** What is known, sentence by sentence; nothing where nothing is. */
const said: Readonly<Record<MirrorQuestion, Said>> = {
  'step-in': ({ firstAnswers = 0, byOthers = 0, asksAnswered = 0 }, { who, were }) => [
    ...(firstAnswers === 0 ? [] : [`${who} ${were} the first to answer ${issues(firstAnswers)}.`]),
    ...(firstAnswers === 1 && byOthers === 1 ? ['Somebody else has taken it on since.'] : []),
    ...(firstAnswers > 1 ? [takenOn(byOthers)] : []),
    ...(asksAnswered === 0
      ? []
      : [`${who} answered ${countOf(asksAnswered, 'one ask', '# asks')} for support.`]),
  ],
  theirs: ({ byYou = 0, ...figures }, { who, self }) => [
    ...(byYou === 0 ? [] : [`${who} took on ${countOf(byYou, 'one', '#')} ${self}.`]),
    ...provided(figures, who),
  ],
  act: ({ notDoing = 0, lookAgain = 0, looks = 0, openedAgain = 0 }, { who }) => [
    ...(notDoing === 0 ? [] : [`${who} said “Not doing” to ${issues(notDoing)}, and why.`]),
    ...(lookAgain === 0 ? [] : [`${who} set a day to look again at ${issues(lookAgain)}.`]),
    ...anotherLook(looks, openedAgain, who),
  ],
  learn: ({ firstAnswers = 0, learnings = 0 }, { whose }) => {
    if (firstAnswers > 1) return [leftToOthers(learnings, whose)];
    return learnings === 0
      ? []
      : [`The one issue that began with ${whose} answer has left others something to use.`];
  },
};

/** A bare nought tells a tired reader nothing. */
function orNone(count: number, none: string): string {
  return count === 0 ? none : String(count);
}

function takenOn(byOthers: number): string {
  return byOthers === 0
    ? 'None of them was taken on by somebody else.'
    : `Taken on by somebody else since: ${byOthers}.`;
}

function leftToOthers(learnings: number, whose: string): string {
  return learnings === 0
    ? `None of the issues that began with ${whose} answer has left others something to use yet.`
    : `Issues that began with ${whose} answer, and have left others something to use: ${learnings}.`;
}

function anotherLook(looks: number, openedAgain: number, who: string): string[] {
  if (looks === 0) return [];
  if (looks > 1)
    return [
      `${who} took another look at ${looks} decisions of somebody else; opened again: ${orNone(openedAgain, 'none')}.`,
    ];
  const end = openedAgain === 0 ? '' : ', and opened it again';
  return [`${who} took another look at one decision of somebody else${end}.`];
}

/** What was given may have been promised before the weeks that are looked at. */
function provided(
  { supportPromised = 0, supportGiven = 0, supportUnneeded = 0 }: Figures,
  who: string,
): string[] {
  if (supportPromised === 0)
    return supportGiven === 0 ? [] : [`${who} gave support to an owner ${times(supportGiven)}.`];
  if (supportPromised === 1) {
    const without = supportUnneeded === 0 ? '' : '; the issue was solved without it';
    return [`${who} promised support to an owner once${supportGiven === 0 ? without : ', and gave it'}.`];
  }
  return [
    `${who} promised support to an owner ${times(supportPromised)}.`,
    `Given: ${orNone(supportGiven, supportUnneeded === 0 ? 'not yet' : 'none')}.`,
    ...(supportUnneeded === 0 ? [] : [`Solved without it: ${supportUnneeded}.`]),
  ];
}

function times(count: number): string {
  return countOf(count, 'once', '# times');
}

function issues(count: number): string {
  return countOf(count, 'one issue', '# issues');
}

export function sentences(mirror: Figures, question: MirrorQuestion, voice: Voice): string {
  return said[question](mirror, voices[voice]).join(' ');
}

/** The questions to which anything is known. */
export function known(mirror: Mirror): readonly MirrorQuestion[] {
  return mirrorQuestions.filter((it) => sentences(mirror, it, 'you') !== '');
}

/** A question back, for their own eyes alone. */
export function askedBack(mirror: OwnMirror, question: MirrorQuestion): string | null {
  if (question === 'theirs' && takesOnMost(mirror))
    return 'You took on most of what you answered. Which of it could somebody else have settled, and what would they have needed?';
  const taken = question === 'act' ? tookOver(mirror) : null;
  if (taken === null) return null;
  const many = taken === lastAsks ? 'all' : numberInWords(taken);
  return `You took over, or did yourself, ${many} of the last ${numberInWords(lastAsks)} asks: which could become a freedom?`;
}
