import type { KnownBlock } from '@slack/types';

import type { ListName } from '../../core/digest/pick.ts';
import { actions } from '../blocks.ts';
import { buttonRow } from '../button-row.ts';
import { ids } from '../buttons.ts';
import { decideId } from '../first-answer-buttons.ts';

/** What can be done about the issues of a list, in one row below it: a list itself holds no buttons. */
export function actsOn(name: ListName, numbers: readonly number[]): KnownBlock[] {
  const act = acts[name];
  return act === undefined || numbers.length === 0 ? [] : [actions(...buttonRow(act.id, numbers, act.text))];
}

const acts: Readonly<Partial<Record<ListName, { readonly id: string; readonly text: string }>>> = {
  waiting: { id: ids.claim, text: 'Claim' },
  undecided: { id: decideId, text: 'Decide on' },
};
