import type { ReaderAnswer } from '../../core/learning.ts';
import { answerAsReader } from '../../platform/postgres/readers.ts';
import type { Effect, House, Press } from '../../platform/slack/feature.ts';
import { numberIn } from '../answers.ts';
import { oneSentence } from '../blocks.ts';
import { readerWords } from '../words.ts';
import { isPreview } from './preview.ts';
import { showLearning } from './shelves.ts';
import { pressedInPreview } from './write.ts';

/** *Used this* and its like, on the post and wherever else it is read. */
export function answersAs(answer: ReaderAnswer) {
  return async (house: House, press: Press): Promise<readonly Effect[]> => {
    if (isPreview(press.view)) return await pressedInPreview(house, press);
    const issue = numberIn(press.value);
    const { workspace, slackUser, where } = press;
    const stands = await answerAsReader(house.store, { workspace, slackUser, issue, answer });
    const words = whatStands(issue, answer, stands);
    return where === 'form' ? await showLearning(house, press, issue, words) : [{ say: oneSentence(words) }];
  };
}

function whatStands(issue: number, pressed: ReaderAnswer, stands: ReaderAnswer | null | 'gone'): string {
  if (stands === 'gone') return `What was learned from *#${issue}* is taken back: it has come back since.`;
  return stands === null
    ? `Your answer *${readerWords[pressed]}* is taken back.`
    : `Your answer: *${readerWords[stands]}*. It is counted, and nobody sees whose it is. Pressing it again takes it back.`;
}
