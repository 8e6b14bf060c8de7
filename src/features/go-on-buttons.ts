import type { ActionsBlock, StaticSelect } from '@slack/types';

import { plain } from './blocks.ts';
import { button, handOverButton, ids, notDoingButton } from './buttons.ts';

/** Until when an owner may be left in peace, as the menu has it. */
const snoozes = {
  tomorrow: 'Until tomorrow',
  'next-week': 'Until next week',
  date: 'Until a date…',
} as const;

/** What an owner can say who is asked how it goes. */
export function goOnButtons(number: number): ActionsBlock['elements'] {
  return [
    button(ids.stillOnIt, 'Still on it', number, { style: 'primary' }),
    button(ids.blocked, 'Blocked', number),
    handOverButton(number),
    notDoingButton(number),
    snoozeMenu(number, ids.snooze),
  ];
}

/** Until when they are not asked. */
export function snoozeMenu(number: number, id: string): StaticSelect {
  const options = Object.entries(snoozes).map(([until, text]) => ({
    text: plain(text),
    value: `${number} ${until}`,
  }));
  return { type: 'static_select', action_id: id, placeholder: plain('Snooze'), options };
}
