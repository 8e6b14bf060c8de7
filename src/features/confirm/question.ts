import type { KnownBlock } from '@slack/types';

import { isGoingOn, isSolved, roundOf, verdicts } from '../../core/issue.ts';
import type { Issue, SolvedIssue, Verdict } from '../../core/issue.ts';
import { creditsOf, onlyMet } from '../../core/learning.ts';
import type { Scene } from '../../platform/postgres/scene.ts';
import type { Drawing } from '../../platform/slack/drawing.ts';
import { actions, note, oneSentence, quoted, section } from '../blocks.ts';
import { commentButton, verdictButton } from '../buttons.ts';
import { consentBlocks } from '../credits.ts';
import { toCard } from '../issue-card.ts';
import { learnedBlocks } from '../learning-buttons.ts';
import { whatItLedTo } from '../led-to.ts';
import { mention } from '../refusals.ts';
import { capitalised, verdictWords } from '../words.ts';
import { aboutFix } from './about-fix.ts';
import { howItGoesOn } from './how-it-goes-on.ts';
import { ownThanks } from './thanks-message.ts';

/** *Is it fixed for you?*, to the reporter and to those who met it as well; redrawn with what they answered. */
export function drawQuestion(scene: Scene): Drawing {
  return asked(scene, question);
}

/** The same once more, after days without an answer. */
export function drawQuestionAgain(scene: Scene): Drawing {
  return asked(scene, questionAgain);
}

function asked(scene: Scene, ask: (scene: Scene, issue: SolvedIssue) => Drawing): Drawing {
  const { issue, round } = scene;
  const given = verdictOf(scene);
  if (!isSolved(issue) || roundOf(issue) !== round) return wentOn(scene, given);
  if (!isAsked(scene, issue)) return notAsked(issue);
  if (given !== null) return answered(scene, issue, given);
  return issue.state === 'confirmed' ? decided(scene, issue) : ask(scene, issue);
}

/** Somebody who is counted elsewhere by now met something else. */
function isAsked({ reader }: Scene, { reporter, meToos }: SolvedIssue): boolean {
  return reporter.person === reader || meToos.some(({ person }) => person === reader);
}

function notAsked({ number }: Issue): Drawing {
  const text = `*#${number}* is not what you met after all, so nothing is asked of you here. Thank you.`;
  return { ...oneSentence(text), isEcho: true };
}

function question(scene: Scene, issue: SolvedIssue): Drawing {
  const { text, blocks } = questionWith(scene, issue, '');
  return { text, blocks: [...blocks, ...consent(scene)] };
}

function questionAgain(scene: Scene, issue: SolvedIssue): Drawing {
  const { text, blocks } = questionWith(scene, issue, ` ${onceMore}`);
  return { text, blocks: [...blocks, note(onceMore)] };
}

const onceMore =
  'I asked this some days ago. It is not known yet whether it is fixed, so I ask once more, and not again.';

function questionWith(scene: Scene, issue: SolvedIssue, more: string): Drawing {
  const { slackIds } = scene;
  const ask = `Is *#${issue.number}* fixed for you?`;
  const who = capitalised(`${mention(slackIds, issue.owner)}, who took it on, changed this:`);
  const why = `${whyYou(scene)} “Not fixed” is as useful as “Fixed”: it simply goes on.`;
  return aboutFix(issue, { ask, who, why }, buttons(issue, verdicts), more);
}

function whyYou({ issue, reader }: Scene): string {
  return issue.reporter.person === reader
    ? 'You flagged it, so you decide.'
    : 'You met it as well, so your answer counts.';
}

/** Nobody waits for this answer any more; what the card offers to everybody is offered here too. */
function decided(scene: Scene, issue: SolvedIssue): Drawing {
  const text = `*#${issue.number}* counts as fixed by now, so nobody waits for your answer. If it isn't fixed for you, please say so all the same.${toCard(scene.cardLink)}`;
  return {
    text,
    blocks: [section(text), quoted(issue.text), buttons(issue, ['not-fixed']), ...consent(scene)],
    isEcho: true,
  };
}

function answered(scene: Scene, issue: SolvedIssue, given: Verdict): Drawing {
  const text = `${yourAnswer(issue, given)} ${whatFollows(scene, issue, given)}${toCard(scene.cardLink)}`;
  const others = verdicts.filter((it) => it !== given && it !== 'cannot-tell');
  return {
    text,
    blocks: [
      section(text),
      quoted(issue.text),
      ...(isReporter(scene) && issue.state === 'confirmed' ? [whatItLedTo(issue)] : []),
      note('Changed since? Your newest answer is the one that counts.'),
      buttons(issue, others, true),
      ...(given === 'fixed' ? ownThanks(scene) : []),
      ...(isReporter(scene) ? learnedBlocks(scene) : []),
      ...consent(scene),
    ],
    isEcho: true,
  };
}

function yourAnswer({ number }: Issue, given: Verdict): string {
  return `Your answer on *#${number}*: *${verdictWords[given]}*.`;
}

function whatFollows({ issue, reader }: Scene, { state }: SolvedIssue, given: Verdict): string {
  if (state === 'confirmed' && given === 'fixed')
    return 'It counts as fixed. Thank you for seeing it through.';
  if (state === 'confirmed' && given === 'not-fixed')
    return 'Thank you. It counts as fixed just now; it goes on as soon as one more person says so.';
  if (given === 'cannot-tell') return 'That is an answer too; nobody asks you again. Thank you.';
  return issue.reporter.person === reader
    ? 'Thank you.'
    : 'Thank you; the others who met it are asked as well.';
}

function buttons(issue: Issue, choices: readonly Verdict[], withComment = false): KnownBlock {
  const comment = withComment ? [commentButton(issue.number)] : [];
  return actions(...choices.map((it) => verdictButton(it, issue)), ...comment);
}

/** It was reopened, and perhaps solved anew: what they answer then is said beside the newer question. */
function wentOn(scene: Scene, given: Verdict | null): Drawing {
  const { issue, round, cardLink } = scene;
  const isNewest = !isSolved(issue) && issue.reopenings === round;
  const you = given === null || !isNewest ? '' : `${yourAnswer(issue, given)} Thank you. `;
  const text = `${you}${howItGoesOn(scene, `*#${issue.number}*`)}${toCard(cardLink)}`;
  const words = issue.state === 'withdrawn' ? [] : [quoted(issue.text)];
  const comment = you === '' || !isGoingOn(issue) ? [] : [actions(commentButton(issue.number))];
  return { text, blocks: [section(text), ...words, ...comment, ...consent(scene)], isEcho: true };
}

function isReporter({ issue, reader }: Scene): boolean {
  return reader !== null && issue.reporter.person === reader;
}

/** Once: whether they may be named beside what is learned. */
function consent(scene: Scene): KnownBlock[] {
  if (!asksForName(scene)) return [];
  const part = isReporter(scene) ? 'the person who flagged it' : 'somebody who met it as well';
  const { issue, learned } = scene;
  const what =
    learned.link !== null ? 'What was learned from it is shared' : 'If what is learned from it is shared';
  const question = `${what}: may your name be shown with it, as ${part}? It is left off unless you say yes.`;
  return consentBlocks(issue.number, learned.consent, question);
}

/** The reporter with the first question; whoever only met it, beside their first answer. Others get a message of their own. */
function asksForName(scene: Scene): boolean {
  if (isReporter(scene)) return scene.round === 1;
  const { issue, learned, reader } = scene;
  const own = creditsOf(issue, learned.writeUp).find(({ person }) => person === reader);
  return own !== undefined && onlyMet(own) && verdictOf(scene) !== null && !scene.isAskedForName;
}

function verdictOf({ issue, reader }: Scene): Verdict | null {
  if (issue.reporter.person === reader) return issue.reporter.verdict;
  return issue.meToos.find(({ person }) => person === reader)?.verdict ?? null;
}
