import type { Overflow } from '@slack/types';

import type { Issue } from '../core/issue.ts';
import { isLive } from '../core/stuck.ts';
import type { Effect, Feature, House, Press } from '../platform/slack/feature.ts';
import { oneSentence, plain } from './blocks.ts';
import { ids } from './buttons.ts';

/** What the card's menu may hold, or a row's on a lead's Home, in its order, and what each entry is called. */
export const choices = {
  'find-owner': 'Find an owner',
  'not-doing': 'Not doing…',
  'look-again': 'Look again on…',
  duplicate: 'Duplicate of…',
  'not-duplicate': 'Not a duplicate',
  'not-stuck': 'Not stuck any more',
  'let-go-for-owner': 'Let go for an owner who has left',
  'write-up': 'Write what we learned',
  'change-write-up': 'Change what we learned',
} as const;

export type Choice = keyof typeof choices;

/** Help is asked for, or on its way: it may turn out not to be needed. */
export function whileStuck({ help }: Issue): readonly Choice[] {
  return isLive(help) ? ['not-stuck'] : [];
}

/** The menu shows the same to everybody: whoever may not use an entry hears so, kindly. */
export function cardMenu(number: number, entries: readonly Choice[]): Overflow {
  const options = entries.map((it) => ({ text: plain(choices[it]), value: `${number} ${it}` }));
  return { type: 'overflow', action_id: ids.menu, options };
}

/** One menu, whose entries belong to several features: each takes its own. */
export function menuOf(features: readonly Feature[]): Feature {
  const takers = new Map(features.flatMap((feature) => Object.entries(feature.choices ?? {})));
  const take = async (house: House, press: Press): Promise<readonly Effect[]> => {
    const [number = '', choice = ''] = press.value.split(' ');
    const taker = takers.get(choice);
    if (taker === undefined)
      return [{ say: oneSentence('That entry no longer works: Flagpost has changed since.') }];
    return await taker(house, { ...press, value: number });
  };
  return { presses: { [ids.menu]: take } };
}
