import type { DeclinedIssue } from '../../core/issue.ts';
import { askedForLook } from '../../core/look.ts';
import type { Scene } from '../../platform/postgres/scene.ts';
import type { Drawing } from '../../platform/slack/drawing.ts';
import { actions, fallback, oneSentence, quoted, section } from '../blocks.ts';
import { openAgainButton, upholdButton } from '../buttons.ts';
import { circumstances, decider, toCard } from '../issue-card.ts';
import { capitalised } from '../words.ts';

/** Asks somebody who did not decide it for another look; redrawn without buttons once somebody has taken it. */
export function drawLook(scene: Scene): Drawing {
  const { issue, happening } = scene;
  if (issue.state !== 'declined' || askedForLook(issue)?.since !== happening?.seq) {
    const text = `*#${issue.number}* needs no other look from you any more. Thank you.`;
    return { ...oneSentence(text), isEcho: true };
  }
  return asks(scene, issue);
}

function asks({ slackIds, cardLink }: Scene, issue: DeclinedIssue): Drawing {
  const { number, because, text } = issue;
  const ask = `The person who flagged *#${number}* asks for another look. You have not decided on it, so you are asked; one of you is enough.${toCard(cardLink)}`;
  const why = `${capitalised(decider(issue, slackIds))}, decided against it, because:`;
  return {
    text: fallback(`${ask} ${why}`, because),
    blocks: [
      section(ask),
      quoted(text),
      ...circumstances(issue),
      section(why),
      quoted(because),
      actions(openAgainButton(number), upholdButton(number)),
    ],
  };
}
