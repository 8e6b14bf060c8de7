import type { House } from '../../platform/slack/feature.ts';
import type { Held } from '../held.ts';

/** Each note is counted when it is first shown: not with those that stood there `before`. */
export function countShown(house: House, { notes }: Held, before: Held | null = null): void {
  const known = before === null ? [] : before.notes.map(({ mark }) => mark);
  for (const { mark, finding } of notes) if (!known.includes(mark)) house.noteShown(finding.rule);
}
