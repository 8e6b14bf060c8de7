import { isOwned } from '../../core/issue.ts';
import type { Issue } from '../../core/issue.ts';
import { countOwned } from '../../platform/postgres/count-owned.ts';
import type { Answer, Feature, House, Press, Submission } from '../../platform/slack/feature.ts';
import { opened, pressed, submitted } from '../answers.ts';
import { inARow } from '../button-row.ts';
import { ids } from '../buttons.ts';
import { agreementForm, agreementFormId, fields, readAgreement } from './agreement-form.ts';
import { drawControls } from './controls.ts';

/** Taking an issue on, agreeing on what solved means, and letting it go again. */
export const claim: Feature = {
  presses: {
    ...inARow(ids.claim, (house, press) =>
      pressed(house, press, { type: 'claim' }, isYours, async (number) => [
        { form: agreementForm(number, null, true, await ownedBy(house, press)) },
      ]),
    ),
    [ids.agreement]: (house, press) =>
      opened(house, press, { type: 'agree', agreement: { success: null, by: null } }, (issue) =>
        agreementForm(issue.number, agreementOf(issue), false),
      ),
    [ids.letGo]: (house, press) => pressed(house, press, { type: 'let-go' }, isNobodys),
  },
  choices: {
    'let-go-for-owner': (house, press) => pressed(house, press, { type: 'let-go' }, isNobodys),
  },
  submissions: {
    [agreementFormId]: agree,
  },
  draws: { controls: drawControls },
};

async function agree(house: House, submission: Submission): Promise<Answer> {
  const agreement = readAgreement(submission.form);
  if ('errors' in agreement) return agreement;
  return await submitted(house, submission, fields.success, { type: 'agree', agreement });
}

/** In milliseconds, to look how many issues somebody owns. */
const patienceMs = 300;

/** It is theirs already: not to know how many they own changes nothing about that, and they don't wait for it. */
async function ownedBy({ store }: House, { workspace, slackUser }: Press): Promise<number> {
  return await countOwned({ ...store, deadlineMs: patienceMs }, workspace, slackUser).catch(() => 0);
}

function isYours(number: number): string {
  return `#${number} is yours already. Thank you.`;
}

function isNobodys(number: number): string {
  return `#${number} has no owner just now. Anyone may take it.`;
}

function agreementOf(issue: Issue) {
  return isOwned(issue) ? issue.agreement : null;
}
