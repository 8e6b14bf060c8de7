import type { House } from '../../platform/slack/feature.ts';
import type { Held } from '../held.ts';

/** Each note is counted when it is first shown: not with those that stood there before, by their marks. */
export function countShown(house: House, { notes }: Held, known: readonly string[] = []): void {
  for (const { mark, finding } of notes) if (!known.includes(mark)) house.noteShown(finding.rule);
}
