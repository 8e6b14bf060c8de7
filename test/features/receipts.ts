import { editedReceipt, receipt, returned, undone } from '../../src/features/flag/receipt.ts';
import { withShifts } from '../../src/features/flag/shifts.ts';
import { settings, unset } from './drawings.ts';
import type { Drawings, Words } from './drawings.ts';

/** What was promised was said before. */
const told = { ...settings, promise: null };

export function receipts(words: Words): Drawings {
  const at = (pause: number) => ({ ...settings, postingPauseSeconds: pause });
  const { number } = words;
  const flagged = { number, gap: { isStuck: false } };
  const stuck = { number, gap: { isStuck: true } };
  return {
    saved: receipt({ ...flagged, isSaved: true, isRepeat: false }, settings),
    'saved, and someone is stuck': receipt({ ...stuck, isSaved: true, isRepeat: false }, settings),
    'saved, posted at once': receipt({ ...flagged, isSaved: true, isRepeat: false }, at(0)),
    'saved, posted in ten minutes': receipt({ ...flagged, isSaved: true, isRepeat: false }, at(600)),
    'saved, before a channel is chosen': receipt({ ...flagged, isSaved: true, isRepeat: false }, unset),
    'saved, and somebody above the lead answers first': receipt(
      { ...flagged, isSaved: true, isRepeat: false },
      { ...settings, promise: { ...settings.promise, asked: ['UHAL'], next: [] } },
    ),
    edited: editedReceipt(number, settings, false),
    'edited, before a channel is chosen': editedReceipt(number, unset, true),
    'the same again': receipt({ ...flagged, isSaved: true, isRepeat: true }, told),
    'the same again, posted meanwhile': receipt({ ...flagged, isSaved: false, isRepeat: true }, told),
    'the same again, before a channel is chosen': receipt(
      { ...flagged, isSaved: false, isRepeat: true },
      { ...unset, promise: null },
    ),
    undone: undone(number),
    'saved outside office hours': withShifts(
      receipt({ ...flagged, isSaved: true, isRepeat: false }, settings),
    ),
    'too long': returned(words.text.padEnd(3001, '.')),
  };
}
