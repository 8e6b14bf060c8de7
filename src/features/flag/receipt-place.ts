import type { Drawing } from '../../platform/slack/drawing.ts';
import { asPage } from '../../platform/slack/effects.ts';
import type { Effect, Press } from '../../platform/slack/feature.ts';

/** What a form or a page about a flag remembers. */
export interface Remembered {
  /** Where the receipt is that it was opened from; `null`: nobody knows, or there is none. */
  readonly at: string | null;
  /** Marks of the notes that stood there. */
  readonly shown: readonly string[];
}

/** The number stands first, as everywhere. */
export function memoryOf(number: number, { at, shown }: Remembered): string {
  return [number, at ?? nowhere, ...shown].join(' ');
}

export function rememberedIn(memory: string): Remembered {
  const [, at = nowhere, ...shown] = memory.split(' ');
  return { at: at === nowhere ? null : at, shown };
}

const nowhere = '-';

/** The receipt that was pressed, or the one that the form was opened from. */
export function receiptAt({ where, view, responseUrl }: Press): string | null {
  return where === 'form' ? rememberedIn(view?.privateMetadata ?? '').at : responseUrl;
}

/** Takes the place of the receipt of this flag: what was pressed, and, where that is a form, what it was opened from. */
export function inItsPlace(press: Press, number: number, drawing: Drawing): readonly Effect[] {
  const at = receiptAt(press);
  if (press.where !== 'form' || at === null) return [{ replace: drawing }];
  const page = { ...asPage(drawing), private_metadata: memoryOf(number, { at, shown: [] }) };
  return [{ form: page }, { replace: drawing, at }];
}
