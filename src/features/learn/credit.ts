import { creditsOf } from '../../core/learning.ts';
import type { Consent } from '../../core/learning.ts';
import { answerCredit } from '../../platform/postgres/credits.ts';
import type { Drawing, Scene } from '../../platform/slack/drawing.ts';
import type { Effect, House, Press } from '../../platform/slack/feature.ts';
import { numberIn } from '../answers.ts';
import { section } from '../blocks.ts';
import { consentBlocks, partsInWords } from '../credits.ts';
import { refusalDrawing } from '../refusals.ts';
import { showLearning } from './shelves.ts';

/** *May your name be shown?*, to somebody who had a part in what is written up. */
export function drawCredit({ issue, learned, reader }: Scene): Drawing | null {
  const { number } = issue;
  const credit = creditsOf(issue, learned.writeUp).find(({ person }) => person === reader);
  if (learned.writeUp === null || credit === undefined) return null;
  const post = learned.link === null ? 'written up' : `<${learned.link}|written up>`;
  const ours = `What was learned from *#${number}* is ${post}. You had a part in it: you ${partsInWords(credit.roles)}.`;
  const question = 'May your name be shown with it? It is left off unless you say yes.';
  return {
    text: learned.consent === null ? `${ours} ${question}` : ours,
    blocks: [section(ours), ...consentBlocks(number, learned.consent, question)],
  };
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
