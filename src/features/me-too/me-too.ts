import type { IssueEvent } from '../../core/issue.ts';
import type { Drawing } from '../../platform/slack/drawing.ts';
import type { Feature } from '../../platform/slack/feature.ts';
import { numberIn } from '../answers.ts';
import { oneSentence } from '../blocks.ts';
import { ids } from '../buttons.ts';
import { refusalDrawing } from '../refusals.ts';

/** Somebody met it as well. */
export const meToo: Feature = {
  presses: {
    [ids.meToo]: async (house, press) => {
      const number = numberIn(press.value);
      const outcome = await house.change(press, number, { type: 'me-too' });
      if (!outcome.ok) return [{ say: refusalDrawing(outcome, number) }];
      return isCountedAnew(outcome.events) ? [] : [{ say: counted(number) }];
    },
  },
};

/** Then the card shows it. */
function isCountedAnew(events: readonly IssueEvent[]): boolean {
  return events.some((event) => event.type === 'joined' && event.wasBrought !== true);
}

function counted(number: number): Drawing {
  return oneSentence(`You are counted on #${number} already. Thank you.`);
}
