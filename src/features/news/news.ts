import type { KnownBlock } from '@slack/types';

import { isOwned } from '../../core/issue.ts';
import type { Scene } from '../../platform/postgres/scene.ts';
import type { Drawing } from '../../platform/slack/drawing.ts';
import type { Feature } from '../../platform/slack/feature.ts';
import { fallback, plainNote, quoted, section } from '../blocks.ts';
import { toCard, whyYou } from '../issue-card.ts';
import { learnedBlocks } from '../learning-buttons.ts';
import { mention } from '../refusals.ts';
import { capitalised } from '../words.ts';
import { endSentence, helpSentence, more, saidOf } from './sentences.ts';

/** What happened to an issue, told to one person whom it concerns, and why it is told to them. */
export const news: Feature = { draws: { news: drawNews } };

function drawNews(scene: Scene): Drawing | null {
  const said = sentence(scene);
  if (said === null) return null;
  const { happening, cardLink } = scene;
  const event = happening?.event;
  const solution = event?.type === 'resolved' ? event.solution : null;
  const ours = `${capitalised(said)}${toCard(cardLink)}${solution === null ? '' : ' What changed:'}`;
  const typed = event?.type === 'informed' ? event.text : (solution?.changed ?? quotable(scene));
  const quotation = typed === '' ? [] : [quoted(typed)];
  const fixed = event?.type === 'confirmed' ? [...thanks(scene), ...learnedBlocks(scene)] : [];
  return {
    text: fallback(ours, saidOf(scene) ?? typed),
    blocks: [section(ours), ...quotation, ...asked(scene), ...more(scene), ...fixed],
  };
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

function sentence(scene: Scene): string | null {
  const { issue, happening, reader, slackIds } = scene;
  const number = `*#${issue.number}*`;
  const event = happening?.event;
  switch (event?.type) {
    case 'claimed':
      return `${mention(slackIds, event.owner)} has taken on ${number}, ${whyYou(scene)}.`;
    case 'handed-over':
      return event.from === reader
        ? `${mention(slackIds, event.to)} said yes: ${number} is with them now. Thank you for carrying it this far.`
        : `${number}, ${whyYou(scene)}, is with ${mention(slackIds, event.to)} now.`;
    case 'withdrawn':
      return `${number}, ${whyYou(scene)}, was withdrawn by the person who flagged it. If it is still in your way, please flag it: then it goes on, and you decide when it is fixed.`;
    case 'let-go':
      return `${number}, ${whyYou(scene)}, needs an owner again. Anyone may take it.`;
    case 'resolved':
      return `${mention(slackIds, happening?.actor ?? null)} says that ${number}, ${whyYou(scene)}, is solved. If you like, say on its card whether it is fixed for you.`;
    case 'confirmed':
      if (isOwned(issue) && issue.owner !== reader)
        return `${number}, which you wrote up, was solved anew since, and is fixed, say those who met it.`;
      return happening?.role === 'reporter'
        ? `${number} is fixed, says the person who flagged it. Thank you for seeing it through.`
        : `${number} is fixed, say those who met it. Thank you for seeing it through.`;
    case 'informed':
      return `The person who flagged ${number} answers:`;
    case 'offer-declined':
      return `${mention(slackIds, event.person)} can't take on ${number} just now. It stays with you.`;
    default:
      return helpSentence(scene) ?? endSentence(scene);
  }
}
