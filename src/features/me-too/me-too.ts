import type { Feature } from '../../platform/slack/feature.ts';
import { pressed } from '../answers.ts';
import { ids } from '../buttons.ts';

/** Somebody met it as well. */
export const meToo: Feature = {
  presses: {
    [ids.meToo]: (house, press) =>
      pressed(
        house,
        press,
        { type: 'me-too' },
        (number) => `You are counted on #${number} already. Thank you.`,
      ),
  },
};
