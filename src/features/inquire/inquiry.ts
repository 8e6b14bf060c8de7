import { isOwned } from '../../core/issue.ts';
import type { Scene } from '../../platform/postgres/scene.ts';
import type { Drawing } from '../../platform/slack/drawing.ts';
import { actions, fallback, note, oneSentence, quoted, section, shortened } from '../blocks.ts';
import { informButton } from '../buttons.ts';
import { toCard } from '../issue-card.ts';
import { mention } from '../refusals.ts';
import { capitalised } from '../words.ts';

/** What the owner asks of the reporter, for the reporter alone; redrawn when it is answered or no longer stands. */
export function drawInquiry(scene: Scene): Drawing | null {
  const { issue, happening, reader } = scene;
  if (happening?.event.type !== 'inquired') return null;
  if (!isOwned(issue) || issue.owner === reader || issue.inquiry === null)
    return echo(`*#${issue.number}* needs no answer from you any more. Thank you.`);
  if (issue.inquiry.seq !== happening.seq)
    return echo(`There is a newer question about *#${issue.number}*, in a newer message here.`);
  const question = happening.event.text;
  return issue.inquiry.isAnswered ? answered(scene, question) : open(scene, question);
}

function echo(text: string): Drawing {
  return { ...oneSentence(text), isEcho: true };
}

function open({ issue, happening, slackIds, cardLink }: Scene, question: string): Drawing {
  const who = `${mention(slackIds, happening?.actor ?? null)}, who took on *#${issue.number}*, which you flagged, asks you:`;
  const ours = capitalised(who);
  return {
    text: fallback(ours, question),
    blocks: [
      section(ours),
      quoted(question),
      note(`Your answer goes to whoever has taken it on, and to nobody else.${toCard(cardLink)}`),
      quoted(shortened(issue.text, 300)),
      actions(informButton(issue.number, happening?.seq ?? 0)),
    ],
  };
}

function answered({ issue, happening, cardLink }: Scene, question: string): Drawing {
  const ours = `You answered a question about *#${issue.number}*. Thank you.${toCard(cardLink)}`;
  return {
    text: ours,
    blocks: [
      section(ours),
      quoted(question),
      actions(informButton(issue.number, happening?.seq ?? 0, 'Add to it')),
    ],
    isEcho: true,
  };
}
