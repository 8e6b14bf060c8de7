import { describe, expect, it } from 'vitest';

import type { Command } from '../../src/core/command.ts';
import { aMeToo, anActor, anIssue, kim, lea, max, sam } from '../support/builders.ts';
import { answer, comment, edit, letGo, told, update, whileItGoesOn } from './refused.ts';

const met = { meToos: [aMeToo(lea)] };
const claimed = anIssue({ state: 'claimed', ...met, offeredTo: kim });
const resolved = anIssue({ state: 'resolved', ...met });
const confirmed = anIssue({ state: 'confirmed', ...met });

const owner = anActor(sam);
const stranger = anActor(max);

describe.each(whileItGoesOn)('$type', (command) => {
  it.each([
    [
      'its owner',
      owner,
      "#42 counts as solved just now: the others who met it decide. If it isn't fixed, it goes on with you.",
    ],
    [
      'who met it',
      anActor(lea),
      "#42 counts as solved just now, and you can say on its card whether it is fixed for you. If it isn't fixed, it goes on with <@USAM>.",
    ],
    [
      'others',
      stranger,
      "#42 counts as solved just now: the people who met it decide. If it isn't fixed, it goes on with <@USAM>.",
    ],
  ] as const)('of what counts as solved, to %s', (_, actor, words) => {
    expect(told(resolved, actor, command)).toBe(words);
  });

  it.each([
    [
      'its owner',
      owner,
      '#42 is fixed, and confirmed, so nothing more is asked of you. If you meet it again, please flag it: coming back is worth knowing.',
    ],
    [
      'who met it',
      anActor(lea),
      "#42 is fixed, and confirmed. If it isn't fixed for you, or comes back, press Not fixed on its card.",
    ],
    [
      'others',
      stranger,
      '#42 is fixed, and confirmed. If you meet it again, please flag it: coming back is worth knowing.',
    ],
  ] as const)('of what is confirmed, to %s', (_, actor, words) => {
    expect(told(confirmed, actor, command)).toBe(words);
  });
});

const everyCommand: readonly Command[] = [
  ...whileItGoesOn,
  ...([edit, update, letGo(true), answer(), answer(7), comment] as const),
  ...(['undo', 'me-too', 'accept', 'decline'] as const).map((type): Command => ({ type })),
  { type: 'withdraw', duplicates: [] },
];

it('nobody is named to themselves: an owner is you', () => {
  for (const issue of [claimed, resolved, confirmed]) {
    for (const command of everyCommand) expect(told(issue, owner, command)).not.toContain('<@USAM>');
  }
});
