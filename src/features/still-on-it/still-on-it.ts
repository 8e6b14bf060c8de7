import { ownersKinds } from '../../core/attended.ts';
import type { Answer, Feature, House, Submission } from '../../platform/slack/feature.ts';
import { keepsDraft, opened, pressed, submitted } from '../answers.ts';
import { ids } from '../buttons.ts';
import { snoozing } from '../snooze.ts';
import { tooLongIn } from '../too-long.ts';
import { blockedBy, blockedForm, blockedFormId, field, longestBlockedBy } from './forms.ts';
import { drawQuestionOf } from './message.ts';
import { drawCouldUseHelp } from './support.ts';

const snoozes = snoozing({ type: 'snooze', press: ids.snooze, form: 'snooze-form', already: isHeard });

/** An owner is asked how it goes, and answers with a press; where nothing is heard, those who lead may offer support. */
export const stillOnIt: Feature = {
  presses: {
    [ids.stillOnIt]: (house, press) => pressed(house, press, { type: 'still-on-it' }, isHeard),
    [ids.blocked]: (house, press) =>
      opened(house, press, { type: 'update', text: '' }, blockedForm, blockedFormId),
    ...snoozes.presses,
    [ids.offerSupport]: (house, press) => pressed(house, press, { type: 'offer-support' }, isOffered),
    ...keepsDraft(blockedFormId, [field]),
  },
  submissions: { [blockedFormId]: postBlocked, ...snoozes.submissions },
  nudges: {
    ...Object.fromEntries(ownersKinds.map((kind) => [kind, drawQuestionOf(kind)])),
    'could-use-help': drawCouldUseHelp,
  },
};

function isHeard(number: number): string {
  return `I have heard you about #${number} already. Thank you.`;
}

function isOffered(number: number): string {
  return `#${number} needs no offer from you just now. Thank you.`;
}

async function postBlocked(house: House, submission: Submission): Promise<Answer> {
  const text = (submission.form.values[field] ?? '').trim();
  if (text === '') return { errors: { [field]: 'Please say in a few words what blocks it.' } };
  const isTooLong = tooLongIn({ [field]: [text, longestBlockedBy] });
  if (isTooLong !== null) return isTooLong;
  const wish = { type: 'update', text: `${blockedBy}${text}` } as const;
  return await submitted(house, submission, field, wish, blockedFormId);
}
