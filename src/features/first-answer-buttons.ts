import type { Button } from '@slack/types';

import { button, claimButton, ids, notDoingButton } from './buttons.ts';

/** Opens the choice between an owner, a no and a day, for leads: where several issues stand, and there is no room for each. */
export const decideId = 'decide';

const askReporterButton = (number: number): Button => button(ids.inquire, 'Ask a question', number);
export const findOwnerButton = (number: number): Button => button(ids.findOwner, 'Find an owner', number);
const lookAgainButton = (number: number): Button => button(ids.lookAgain, 'Look again on…', number);

/** For whoever is asked for a first answer, and never about what they flagged. With nobody above them they have to choose. */
export function firstAnswerButtons(number: number, isTop: boolean): Button[] {
  return isTop
    ? [claimButton(number), ...decisionButtons(number)]
    : [claimButton(number), askReporterButton(number), notDoingButton(number)];
}

/** An owner, an honest no, or a day. */
export function decisionButtons(number: number): Button[] {
  return [findOwnerButton(number), notDoingButton(number), lookAgainButton(number)];
}
