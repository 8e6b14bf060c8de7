import type { ModalView } from '@slack/types';

import { takerFor } from '../../core/involved.ts';
import { isGoingOn, isOwned } from '../../core/issue.ts';
import type { Scene } from '../../platform/postgres/scene.ts';
import type { Wish } from '../../platform/postgres/wish.ts';
import type { Drawing } from '../../platform/slack/drawing.ts';
import type { Feature } from '../../platform/slack/feature.ts';
import { aboutIssue } from '../about-issue.ts';
import { opened, pressed } from '../answers.ts';
import { takeButtons } from '../ask-buttons.ts';
import { actions, fallback, form, oneSentence, quoted, section } from '../blocks.ts';
import { acceptButton, declineButton, ids } from '../buttons.ts';
import { toCard } from '../issue-card.ts';
import { offerIt, possibleOwner } from '../possible-owner.ts';
import { mention } from '../refusals.ts';
import { capitalised } from '../words.ts';

const handOverFormId = 'hand-over-form';

const field = 'to';

/** An owner offers an issue to somebody; it moves only with the other's yes. */
export const handOver: Feature = {
  presses: {
    [ids.handOver]: (house, press) => opened(house, press, ownersOnly, ({ number }) => handOverForm(number)),
    [ids.accept]: (house, press) => pressed(house, press, { type: 'accept' }, isYours),
    [ids.decline]: (house, press) => pressed(house, press, { type: 'decline' }, isAnswered),
  },
  submissions: { [handOverFormId]: (house, submission) => offerIt(house, submission, field) },
  nudges: { offer: drawOffer, 'take-over': drawTakeOver },
};

function isYours(number: number): string {
  return `#${number} is with you already. Thank you.`;
}

function isAnswered(number: number): string {
  return `#${number} needs no answer from you any more. Thank you.`;
}

/** Before somebody is chosen: what only its owner may do, while it is not solved. */
const ownersOnly: Wish = { type: 'agree', agreement: { success: null, by: null } };

export function handOverForm(number: number): ModalView {
  const blocks = [section(`*#${number}* stays yours until the other person says yes.`), possibleOwner(field)];
  return form({
    id: handOverFormId,
    title: `Hand over #${number}`,
    submit: 'Ask them',
    memory: String(number),
    blocks,
  });
}

function drawOffer(scene: Scene): Drawing {
  const { issue, reader, slackIds, cardLink } = scene;
  const number = `*#${issue.number}*`;
  const isOffered = isGoingOn(issue) && issue.offeredTo === reader;
  if (isOffered && scene.isOfferedAgain)
    return { ...oneSentence(`You are asked about ${number} anew, in another message.`), isEcho: true };
  if (isOffered && issue.state === 'open') return asked(scene, needsOwner(scene));
  if (!isOffered || !isOwned(issue) || issue.owner === reader) {
    const text =
      isOwned(issue) && issue.owner === reader
        ? `${number} is with you now. Thank you.`
        : `${number} needs no answer from you any more. Thank you.`;
    return { ...oneSentence(text), isEcho: true };
  }
  const asks = `${mention(slackIds, issue.owner)} asks whether you would take on ${number}. It stays with them unless you say yes.${toCard(cardLink)}`;
  return asked(scene, asks);
}

/** A lead looks for an owner. */
function needsOwner({ issue, happening, slackIds, cardLink }: Scene): string {
  return `${mention(slackIds, happening?.actor ?? null)} asks whether you would take on *#${issue.number}*, which needs an owner. A no is all right.${toCard(cardLink)}`;
}

function asked({ issue }: Scene, asks: string): Drawing {
  const ours = capitalised(asks);
  return aboutIssue(ours, issue, [actions(acceptButton(issue.number), declineButton(issue.number))]);
}

/** A lead would take it over: the owner says yes, or keeps it. */
function drawTakeOver({ issue, reader, slackIds, happening, cardLink }: Scene): Drawing {
  const number = `*#${issue.number}*`;
  const taker = takerFor(issue, reader, happening?.seq);
  if (taker === null) {
    const isTheirs = isOwned(issue) && issue.owner === reader;
    const text = isTheirs
      ? `${number} stays with you. That offer needs no answer from you any more.`
      : `${number} is no longer with you. Thank you for carrying it.`;
    return { ...oneSentence(text), isEcho: true };
  }
  const ours = `${capitalised(mention(slackIds, taker.by))} offers to take ${number} over from you. It stays yours unless you say yes, and a no is all right.${toCard(cardLink)}`;
  return {
    text: fallback(ours, issue.text),
    blocks: [section(ours), quoted(issue.text), actions(...takeButtons(issue.number, taker))],
  };
}
