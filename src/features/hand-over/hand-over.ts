import type { ModalView } from '@slack/types';

import { isOwned } from '../../core/issue.ts';
import type { Scene } from '../../platform/postgres/scene.ts';
import type { Wish } from '../../platform/postgres/wish.ts';
import { isSlackUser } from '../../platform/slack/bodies.ts';
import type { Drawing } from '../../platform/slack/drawing.ts';
import type { Answer, Feature, House, Submission } from '../../platform/slack/feature.ts';
import { opened, pressed, submitted } from '../answers.ts';
import { actions, fallback, form, input, oneSentence, quoted, section } from '../blocks.ts';
import { acceptButton, declineButton, ids } from '../buttons.ts';
import { circumstances, toCard } from '../issue-card.ts';
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
  submissions: { [handOverFormId]: offer },
  draws: { offer: drawOffer },
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
  const blocks = [
    section(`*#${number}* stays yours until the other person says yes.`),
    input(field, 'Who could take it on?', { type: 'users_select', action_id: field }),
  ];
  return form({
    id: handOverFormId,
    title: `Hand over #${number}`,
    submit: 'Ask them',
    memory: String(number),
    blocks,
  });
}

async function offer(house: House, submission: Submission): Promise<Answer> {
  const toSlackUser = submission.form.values[field];
  if (toSlackUser == null || !isSlackUser(toSlackUser))
    return { errors: { [field]: 'Please choose somebody of this workspace.' } };
  return await submitted(house, submission, field, { type: 'offer', toSlackUser });
}

function drawOffer({ issue, reader, slackIds, cardLink }: Scene): Drawing {
  const number = `*#${issue.number}*`;
  if (!isOwned(issue) || issue.owner === reader || issue.offeredTo !== reader) {
    const text =
      isOwned(issue) && issue.owner === reader
        ? `${number} is with you now. Thank you.`
        : `${number} needs no answer from you any more. Thank you.`;
    return { ...oneSentence(text), isEcho: true };
  }
  const asks = `${mention(slackIds, issue.owner)} asks whether you would take on ${number}. It stays with them unless you say yes.${toCard(cardLink)}`;
  const ours = capitalised(asks);
  const buttons = actions(acceptButton(issue.number), declineButton(issue.number));
  return {
    text: fallback(ours, issue.text),
    blocks: [section(ours), quoted(issue.text), ...circumstances(issue), buttons],
  };
}
