import type { Feature } from '../../platform/slack/feature.ts';
import { pressed } from '../answers.ts';
import { oneSentence } from '../blocks.ts';
import { ids } from '../buttons.ts';

/** The reporter takes a posted flag back, while nobody has claimed it. */
export const withdraw: Feature = {
  presses: {
    [ids.withdraw]: (house, press) =>
      pressed(house, press, { type: 'withdraw' }, withdrawn, (number) => {
        const text = withdrawn(number);
        return press.where === 'home' ? [] : [{ replace: oneSentence(text) }];
      }),
  },
};

function withdrawn(number: number): string {
  return `#${number} is withdrawn. Its card says so, and nothing else.`;
}
