import { creditsOf, learningLine, mayAskForName } from '../../core/learning.ts';
import type { Consent } from '../../core/learning.ts';
import { answerCredit } from '../../platform/postgres/credits.ts';
import type { Scene } from '../../platform/postgres/scene.ts';
import type { Drawing } from '../../platform/slack/drawing.ts';
import type { Effect, House, Press } from '../../platform/slack/feature.ts';
import { numberIn } from '../answers.ts';
import { oneSentence, section } from '../blocks.ts';
import { consentBlocks, partsInWords } from '../credits.ts';
import { refusalDrawing } from '../refusals.ts';
import { showLearning } from './shelves.ts';

/** *May your name be shown?*, to somebody who had a part in what is written up, or in a line that is shared. */
export function drawCredit(scene: Scene): Drawing | null {
  const { issue, learned, reader } = scene;
  const { number } = issue;
  const credit = creditsOf(issue, learned.writeUp).find(({ person }) => person === reader);
  if (credit === undefined) return null;
  if (learningLine(issue, learned.writeUp) === null) return takenBack(number);
  const ours = `What was learned from *#${number}* ${howItStands(scene)}. You had a part in it: you ${partsInWords(credit.roles)}.`;
  const question = 'May your name be shown with it? It is left off unless you say yes.';
  return {
    text: learned.consent === null ? `${ours} ${question}` : ours,
    blocks: [section(ours), ...consentBlocks(number, learned.consent, question)],
    ...(mayAskForName(issue, learned, reader, scene.isAskedForName) ? {} : { isEcho: true }),
  };
}

/** Nobody is named with it then, so nothing is asked. */
function takenBack(number: number): Drawing {
  return {
    ...oneSentence(`What was learned from *#${number}* is taken back: it has come back since.`),
    isEcho: true,
  };
}

/** Of a line without a post, which may wait for a channel that nobody has chosen, only Home can be spoken of. */
function howItStands({ learned: { link, writeUp } }: Scene): string {
  if (writeUp !== null) return link === null ? 'is written up' : `is <${link}|written up>`;
  return link === null ? 'can be read on Home' : `is <${link}|shared>`;
}

export function answerWith(consent: Consent) {
  return async (house: House, press: Press): Promise<readonly Effect[]> => {
    const number = numberIn(press.value);
    const outcome = await answerCredit(house.store, { ...press, number }, consent);
    if (!outcome.ok) return [{ say: refusalDrawing(outcome, number) }];
    /* A message is drawn anew by a job. */
    return press.where === 'form' ? await showLearning(house, press, number, null) : [];
  };
}
