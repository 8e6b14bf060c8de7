import { expect, it } from 'vitest';

import { readEvent, writeEvent } from '../../src/platform/postgres/event-rows.ts';

const words = { text: 'The form rejects it', impact: null, affected: null, isStuck: false };

it.each([
  ['before there was the choice of who answers first', {}, false],
  ['while it was kept only where it was made', { asksAbove: true }, true],
  ['since', { asksAbove: false }, false],
])('what was edited %s is read', (_, kept, asksAbove) => {
  const event = readEvent('edited', 1, { gap: { ...words, ...kept } });
  expect(event).toEqual({ type: 'edited', gap: { ...words, asksAbove } });
  expect(readEvent('edited', 1, writeEvent(event))).toEqual(event);
});
