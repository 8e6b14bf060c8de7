import type { Drawing } from '../../platform/slack/drawing.ts';
import { actions, buttonWith, section } from '../blocks.ts';
import { hoursButton, ids } from '../buttons.ts';

/** Beneath a receipt, once: it was flagged while offices are closed where they are. */
export function withShifts({ text, blocks }: Drawing): Drawing {
  const right = buttonWith(ids.officeHours, 'No, office hours are right', 'office');
  return {
    text: `${text} ${question}`,
    blocks: [...blocks, section(question), actions(hoursButton('Set my hours'), right)],
  };
}

const question =
  'It is outside office hours where you are. *Do you work shifts?* I would not write to you in your rest.';
