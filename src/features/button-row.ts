import type { Button } from '@slack/types';

import { mostToActOn } from '../core/digest/pick.ts';
import type { Feature } from '../platform/slack/feature.ts';
import { buttonWith } from './blocks.ts';

/** The same button about several issues: in one block each place needs an id of its own. */
export function buttonRow(id: string, numbers: readonly number[], text: string): Button[] {
  return numbers.map((number, place) => buttonWith(idAt(id, place), `${text} #${number}`, String(number)));
}

type Presses = NonNullable<Feature['presses']>;

/** One listener for a button, wherever it stands in such a row. */
export function inARow(id: string, listener: Presses[string]): Presses {
  return Object.fromEntries(Array.from({ length: mostToActOn }, (_, place) => [idAt(id, place), listener]));
}

function idAt(id: string, place: number): string {
  return place === 0 ? id : `${id}-${place + 1}`;
}
