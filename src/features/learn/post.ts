import type { KnownBlock } from '@slack/types';

import { isSolved, roundOf } from '../../core/issue.ts';
import type { SolvedIssue } from '../../core/issue.ts';
import { readerAnswers, sectionNames } from '../../core/learning.ts';
import type { Counts, Sections } from '../../core/learning.ts';
import type { Scene } from '../../platform/postgres/scene.ts';
import type { Drawing } from '../../platform/slack/drawing.ts';
import {
  actions,
  fallback,
  header,
  labelled,
  note,
  oneSentence,
  plainNote,
  quoted,
  section,
  shortened,
} from '../blocks.ts';
import { creditLine, namesLine } from '../credits.ts';
import { readerButtons } from '../learning-buttons.ts';
import { readerWords, sectionWords } from '../words.ts';

/** What a post about something learned is drawn from. */
export type Lesson = Pick<Scene, 'issue' | 'learned' | 'slackIds' | 'cardLink'>;

/**
 * In UTF-16 units, of which an emoji has two or more. Slack refuses a message whose blocks hold too much, and does not
 * say how it counts: with every section as long as it may be a post stays below that in units too.
 */
const mostOfSection = 2000;

/** The write-up in the learning channel. The line comes first: it is what a reader takes away. */
export function drawWriteUp(lesson: Lesson): Drawing | null {
  const { writeUp } = lesson.learned;
  if (writeUp === null) return null;
  const cut = (text: string): string => shortened(text, mostOfSection);
  return {
    text: fallback(`What we learned from #${lesson.issue.number}:`, writeUp.sections.use),
    blocks: accountBlocks(lesson, writeUp.sections, cut),
  };
}

/** All of it, in a page that holds more than a post. */
export function fullBlocks(lesson: Lesson): readonly KnownBlock[] {
  const { writeUp } = lesson.learned;
  if (writeUp !== null) return accountBlocks(lesson, writeUp.sections, (text) => text);
  return lineOf(lesson)?.blocks ?? [];
}

function accountBlocks(
  lesson: Lesson,
  sections: Sections,
  cut: (text: string) => string,
): readonly KnownBlock[] {
  const rest = sectionNames.filter((name) => name !== 'use' && sections[name] !== '');
  return [
    header(`What we learned from #${lesson.issue.number}`),
    labelled(`${sectionWords.use}:`, cut(sections.use)),
    ...rest.map((name) => labelled(`${sectionWords[name]}:`, cut(sections[name]))),
    ...howItStands(lesson),
    note(creditLine(lesson)),
    ...foot(lesson),
  ];
}

function howItStands({ issue, learned }: Lesson): KnownBlock[] {
  if (learned.writeUp?.isOutdated === true && isSolved(issue)) return anew(issue);
  if (issue.state === 'confirmed') return [];
  if (isSolved(issue)) return [note('It is called solved; those who met it still say whether it is.')];
  const cameBack = `*#${issue.number}* has come back since`;
  return [
    note(
      issue.state === 'withdrawn'
        ? `${cameBack}, and was then withdrawn by the person who flagged it.`
        : `${cameBack}. How it stands now is on its card.`,
    ),
  ];
}

/** The account stays until somebody changes it; what holds now is said beside it. */
function anew({ number, state, solution }: SolvedIssue): KnownBlock[] {
  const { learning } = solution;
  const isFixed = state === 'confirmed';
  const now = isFixed
    ? 'It was solved anew since, and confirmed'
    : 'It is called solved anew; those who met it still say whether it is';
  return [
    note(
      `This tells of an earlier solution: *#${number}* came back. ${now}. What changed then is on its card.`,
    ),
    ...(isFixed && learning !== null ? [labelled('What others can use since:', learning)] : []),
  ];
}

function foot(lesson: Lesson): KnownBlock[] {
  const { issue, learned } = lesson;
  const counts = countsInWords(learned.counts);
  return [
    ...howItBegan(lesson),
    ...(counts === '' ? [] : [note(counts)]),
    actions(...readerButtons(issue.number)),
  ];
}

/** Of what was withdrawn, nothing: the words are taken back, and its card says no more than that. */
function howItBegan({ issue, cardLink }: Lesson): KnownBlock[] {
  if (issue.state === 'withdrawn') return [];
  const link = cardLink === null ? [] : [note(`<${cardLink}|See the card of #${issue.number}>`)];
  return [plainNote(`It began with: ${shortened(issue.text, 300)}`), ...link];
}

/** `Used this: 3 · Already knew: 1`; how many, and never who. */
function countsInWords(counts: Counts): string {
  const given = readerAnswers.filter((answer) => counts[answer] > 0);
  return given.map((answer) => `${readerWords[answer]}: ${counts[answer]}`).join(' · ');
}

/** The one line alone, while there is no write-up. */
export function drawLine(scene: Scene): Drawing | null {
  const { issue, learned, round } = scene;
  const number = `*#${issue.number}*`;
  if (learned.writeUp !== null)
    return echo(`What we learned from ${number} is written up${toPost(learned.link)}.`);
  if (roundOf(issue) !== round || issue.state !== 'confirmed')
    return echo(`What stood here about ${number} is taken back: it has come back since.`);
  return lineOf(scene);
}

function lineOf(lesson: Lesson): Drawing | null {
  const { issue, learned } = lesson;
  if (issue.state !== 'confirmed' || issue.solution.learning === null) return null;
  const ours = `What we learned from *#${issue.number}*:`;
  const names = namesLine({ ...lesson, learned });
  return {
    text: fallback(ours, issue.solution.learning),
    blocks: [
      section(ours),
      quoted(issue.solution.learning),
      ...(names === null ? [] : [note(names)]),
      ...foot(lesson),
    ],
  };
}

function toPost(link: string | null): string {
  return link === null ? '' : `: <${link}|see the post>`;
}

/** It takes the place of a post that stands, and is none of its own. */
function echo(text: string): Drawing {
  return { ...oneSentence(text), isEcho: true };
}
