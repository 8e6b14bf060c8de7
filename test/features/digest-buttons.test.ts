import type { Button } from '@slack/types';
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';

import type { Digest, Told } from '../../src/core/digest/digest.ts';
import { mostToActOn } from '../../src/core/digest/pick.ts';
import type { ListName } from '../../src/core/digest/pick.ts';
import { drawDigest } from '../../src/features/digest/message.ts';
import { features } from '../../src/features/index.ts';
import type { Drawing } from '../../src/platform/slack/drawing.ts';
import { nothing } from './digest-drawings.ts';

const told = (number: number): Told => ({
  number,
  state: 'open',
  isLeftToDecide: true,
  text: 'The refund form rejects foreign IBANs, #7 and #8 '.repeat(4),
  affected: null,
  met: 1,
  returns: 0,
  learning: null,
  card: null,
  post: null,
});

const numbers = Array.from({ length: mostToActOn }, (_, index) => index + 1);

function drawn(list: ListName, thanks: Digest['thanks'] = []): Drawing {
  return drawDigest({
    period: {
      from: Temporal.Instant.from('2026-11-16T08:00:00Z'),
      to: Temporal.Instant.from('2026-11-23T08:00:00Z'),
    },
    zone: 'Europe/Berlin',
    picked: { ...nothing, [list]: { numbers, more: 0 } },
    told: new Map(numbers.map((number) => [number, told(number)])),
    thanks,
    lines: [],
  });
}

function buttonsOf({ blocks }: Drawing): Button[] {
  return blocks
    .flatMap((block) => (block.type === 'actions' ? block.elements : []))
    .filter((element) => element.type === 'button');
}

const acts: readonly ListName[] = ['waiting', 'undecided'];

test.each(acts)('whatever is %s has a button that is listened to', (list) => {
  const buttons = buttonsOf(drawn(list));
  expect(buttons.map(({ value }) => value)).toEqual(numbers.map(String));
  const heard = features.flatMap(({ presses }) => Object.keys(presses ?? {}));
  for (const { action_id: id } of buttons) expect(heard).toContain(id);
});

test.each(acts)('what is %s, and has no line for want of room, has no button', (list) => {
  const somebody = { slackUserId: null, as: 'reporter' } as const;
  const line = {
    number: 4,
    card: null,
    text: 'A line of thanks. '.repeat(16),
    from: somebody,
    to: [somebody],
  };
  const drawing = drawn(list, [line, line, line, line]);
  expect(drawing.text).toContain('#1 The refund');
  expect(drawing.text).not.toContain('#3 The refund');
  const lines = numbers.filter((number) => drawing.text.includes(`#${number} The refund`));
  expect(buttonsOf(drawing).map(({ value }) => value)).toEqual(lines.map(String));
});
