import type { KnownBlock } from '@slack/types';

import { isInDoubt } from '../../core/did-it-hold.ts';
import { hasMet, isOwned } from '../../core/issue.ts';
import type { Scene } from '../../platform/postgres/scene.ts';
import type { Drawing } from '../../platform/slack/drawing.ts';
import type { Feature } from '../../platform/slack/feature.ts';
import { fallback, plainNote, quoted, section } from '../blocks.ts';
import { toCard, whyYou } from '../issue-card.ts';
import { learnedBlocks } from '../learning-buttons.ts';
import { whatItLedTo } from '../led-to.ts';
import { mention } from '../refusals.ts';
import { capitalised } from '../words.ts';
import { askSentence, isOverAsk, lessonBlocks, saidOfAsk } from './asks.ts';
import { isOverPromise, noLongerHolds, promiseSentence } from './promises.ts';
import { endSentence, helpSentence, more, saidOf } from './sentences.ts';

/** What happened to an issue, told to one person whom it concerns, and why it is told to them. */
export const news: Feature = { draws: { news: drawNews } };

function drawNews(scene: Scene): Drawing | null {
  const told = sentence(scene);
  if (told === null) return null;
  const { happening, cardLink } = scene;
  const event = happening?.event;
  const ours = `${capitalised(told)}${toCard(cardLink)}${event?.type === 'resolved' ? ' What changed:' : ''}`;
  const typed = saidIn(scene) ?? quotable(scene);
  const quotation = typed === '' ? [] : [quoted(typed)];
  const fixed = event?.type === 'confirmed' ? ofFix(scene) : [];
  return {
    ...(isOver(scene) ? { isEcho: true } : {}),
    text: fallback(ours, saidOf(scene) ?? typed),
    blocks: [section(ours), ...quotation, ...asked(scene), ...more(scene), ...lessonBlocks(scene), ...fixed],
  };
}

/** What the sentence ends on, where that is somebody's words. */
function saidIn(scene: Scene): string | null {
  const event = scene.happening?.event;
  if (event?.type === 'informed') return event.text;
  return event?.type === 'resolved' ? event.solution.changed : saidOfAsk(scene);
}

/** By the time its reader is at work it may be no news any more; what was told already is redrawn all the same. */
function isOver(scene: Scene): boolean {
  const { issue, happening } = scene;
  const event = happening?.event;
  if (isOverAsk(issue, event) || isOverPromise(issue, happening) || isOverOwner(scene) || isOverHelp(scene))
    return true;
  return event?.type === 'answered' && !isInDoubt(issue);
}

/** Who has it, or would not: somebody else does by now, or nobody, or it has ended. */
function isOverOwner({ issue, happening, reader }: Scene): boolean {
  const event = happening?.event;
  const owner = issue.state === 'claimed' ? issue.owner : null;
  if (event?.type === 'claimed') return hasMet(issue, reader) && owner !== event.owner;
  if (event?.type === 'handed-over') return event.from !== reader && owner !== event.to;
  if (event?.type === 'offer-declined') return issue.state !== 'open' && owner !== reader;
  return event?.type === 'let-go' && issue.state !== 'open';
}

/** Who helps today: they have helped, can't, or somebody else does; and help is wanted no more. */
function isOverHelp({ issue: { help }, happening }: Scene): boolean {
  const event = happening?.event;
  if (event?.type === 'help-promised') return help?.state !== 'promised' || help.since !== happening?.seq;
  return event?.type === 'help-withdrawn' && help?.state !== 'wanted';
}

function ofFix(scene: Scene): KnownBlock[] {
  const { issue } = scene;
  const ledTo = isReporterOnly(scene) && issue.state === 'confirmed' ? [whatItLedTo(issue)] : [];
  return [...ledTo, ...thanks(scene), ...learnedBlocks(scene)];
}

/** Whoever flagged it, and did not solve it themselves. */
function isReporterOnly({ issue, reader }: Scene): boolean {
  return reader !== null && issue.reporter.person === reader && !(isOwned(issue) && issue.owner === reader);
}

function thanks({ thanks: added }: Scene): KnownBlock[] {
  return added === null ? [] : [section('They add:'), quoted(added)];
}

/** Beside its answer. */
function asked({ question }: Scene): KnownBlock[] {
  return question === null ? [] : [plainNote(`The question was: ${question}`)];
}

/** A card that was withdrawn says nothing of it any more, and so do we. */
function quotable({ issue }: Scene): string {
  return issue.state === 'withdrawn' ? '' : issue.text;
}

function needsOwner(scene: Scene, ownerHasLeft: boolean): string {
  const issue = `*#${scene.issue.number}*, ${whyYou(scene)},`;
  return ownerHasLeft
    ? `Whoever had taken on ${issue} has left. It needs an owner again; anyone may take it.`
    : `${issue} needs an owner again. Anyone may take it.`;
}

function sentence(scene: Scene): string | null {
  return askSentence(scene) ?? issueSentence(scene);
}

function issueSentence(scene: Scene): string | null {
  const { issue, happening, reader, slackIds } = scene;
  const number = `*#${issue.number}*`;
  const event = happening?.event;
  switch (event?.type) {
    case 'claimed':
      if (!hasMet(issue, reader))
        return `${mention(slackIds, event.owner)} said yes, and has taken on ${number}. Thank you for finding an owner.`;
      return `${mention(slackIds, event.owner)} has taken on ${number}, ${whyYou(scene)}.`;
    case 'handed-over':
      return event.from === reader
        ? `${mention(slackIds, event.to)} said yes: ${number} is with them now. Thank you for carrying it this far.`
        : `${number}, ${whyYou(scene)}, is with ${mention(slackIds, event.to)} now.`;
    case 'withdrawn':
      return `${number}, ${whyYou(scene)}, was withdrawn by the person who flagged it. If it is still in your way, please flag it: then it goes on, and you decide when it is fixed.`;
    case 'let-go':
      return issue.state === 'open' ? needsOwner(scene, event.hasLeft) : noLongerHolds(scene, 'an owner for');
    case 'resolved':
      return `${mention(slackIds, happening?.actor ?? null)} says that ${number}, ${whyYou(scene)}, is solved. If you like, say on its card whether it is fixed for you.`;
    case 'confirmed':
      return fixedSentence(scene);
    case 'informed':
      return `The person who flagged ${number} has answered.`;
    case 'offer-declined':
      return `${mention(slackIds, event.person)} can't take on ${number} just now. ${isOwned(issue) ? 'It stays with you.' : 'It still needs an owner.'}`;
    default:
      return promiseSentence(scene) ?? helpSentence(scene) ?? endSentence(scene);
  }
}

function fixedSentence(scene: Scene): string {
  const { issue, happening, reader } = scene;
  const number = `*#${issue.number}*`;
  if (isReporterOnly(scene))
    return `${number}, ${whyYou(scene)}, is fixed, say others who met it. Thank you for flagging it.`;
  if (isOwned(issue) && issue.owner !== reader)
    return `${number}, which you wrote up, was solved anew since, and is fixed, say those who met it.`;
  return happening?.role === 'reporter'
    ? `${number} is fixed, says the person who flagged it. Thank you for seeing it through.`
    : `${number} is fixed, say those who met it. Thank you for seeing it through.`;
}
