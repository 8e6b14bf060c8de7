import type { Temporal } from 'temporal-polyfill';

import { isAskedAnew } from '../../core/asked.ts';
import type { OwnersKind } from '../../core/attended.ts';
import type { Issue } from '../../core/issue.ts';
import { isOwned } from '../../core/issue.ts';
import type { Scene } from '../../platform/postgres/scene.ts';
import type { Drawing } from '../../platform/slack/drawing.ts';
import { actions, fallback, note, oneSentence, quoted, section } from '../blocks.ts';
import { dayInWords } from '../day.ts';
import { goOnButtons } from '../go-on-buttons.ts';
import { whatItNeeds } from '../go-on-words.ts';
import { toCard } from '../issue-card.ts';
import { asksAnew } from '../words.ts';

/** Asks an owner how it goes. */
export function drawQuestionOf(kind: OwnersKind): (scene: Scene) => Drawing {
  return (scene) => asked(scene, kind);
}

const whatThen =
  'One press is enough. Where I ask twice and hear nothing, I tell those who lead here that it could use help, and nothing else.';

/** Once there is a newer word of the owner's nothing is asked. */
function asked(scene: Scene, kind: OwnersKind): Drawing {
  const { issue, reader, happening, nth, cardLink, now } = scene;
  const isAsked = issue.state === 'claimed' && issue.owner === reader;
  if (!isAsked || happening === null || issue.attended.heard !== happening.seq) return heard(scene);
  if (nth !== null && isAskedAnew(issue.attended, nth))
    return { ...oneSentence(asksAnew(issue.number)), isEcho: true };
  const ours = `${whatItNeeds(kind, issue, happening, now)}${toCard(cardLink)}`;
  return {
    text: fallback(ours, issue.text),
    blocks: [section(ours), quoted(issue.text), actions(...goOnButtons(issue.number)), note(whatThen)],
  };
}

function heard({ issue, reader, now }: Scene): Drawing {
  return { ...oneSentence(wordsOf(issue, isOwned(issue) && issue.owner === reader, now)), isEcho: true };
}

function wordsOf(issue: Issue, isTheirs: boolean, now: Temporal.Instant): string {
  const number = `*#${issue.number}*`;
  if (issue.state !== 'claimed' || !isTheirs)
    return `${number} needs no word from you here any more. Thank you.`;
  const { snoozedUntil } = issue.attended;
  return snoozedUntil === null
    ? `${number} goes on with you. Thank you for the word.`
    : `${number} goes on with you. I come back to it on ${dayInWords(snoozedUntil, now)}.`;
}
