import { expect, test } from 'vitest';

import { blocksOfBundle } from '../../src/core/attention.ts';
import { nothingLearned } from '../../src/core/learning.ts';
import { mostBlocks, nudgeKinds } from '../../src/core/nudge.ts';
import type { NudgeKind } from '../../src/core/nudge.ts';
import { drawTogether } from '../../src/features/hours/frame.ts';
import { drawOwed } from '../../src/features/owe/message.ts';
import type { Drawing } from '../../src/platform/slack/drawing.ts';
import { ana, hal, kim, slackIds, thursday } from '../support/builders.ts';
import { faultsOf } from '../support/slack-limits.ts';
import { asking, passed, underWay, went } from './asking.ts';
import { drawNudge, fullIssues, happened, usualWords } from './drawings.ts';
import type { Words } from './drawings.ts';
import { unaskedMessages } from './unasked-drawings.ts';

const long: Words = { ...usualWords, text: '🧩'.repeat(1500), question: '🧩'.repeat(750) };

/** Passed on twice with words, and once without, to somebody who contains the damage. */
function fullAsk(words: Words): Drawing | null {
  const { ask } = went(words, 'passed-on', words.question);
  const soFar = [
    { seq: 7, rung: 0, why: 'left', text: null } as const,
    { ...ask.soFar[0], seq: 8, rung: 0, why: 'passed-on', text: words.question } as const,
    { seq: 9, rung: 1, why: 'passed-on', text: words.question } as const,
    { seq: 9, rung: 1, why: 'promise', text: null } as const,
  ];
  const issue = { ...asking(words, { ...ask, soFar }), containment: { ...underWay, by: hal } };
  return drawNudge('ask', { issue, reader: hal, happening: happened(passed, null, 'flagpost', 9) });
}

/** Answered, with thanks, a post, and more to tell of it. */
function fullAnswer(words: Words): Drawing | null {
  const { confirmed } = fullIssues(words);
  const thanks = [
    { seq: 9, by: null, text: words.comment, mayShow: true, isWelcome: null, words: 9 },
  ] as const;
  return drawNudge('is-it-fixed', {
    issue: { ...confirmed, impact: 'hurts', thanks },
    reader: ana,
    round: 1,
    learned: { ...nothingLearned, link: 'https://acme.slack.com/archives/C0LEARN/p1' },
  });
}

function fullOwed(words: Words): Drawing {
  const item = { issue: asking(words), owed: 'ask' } as const;
  return drawOwed({
    reader: kim,
    sentAt: thursday,
    items: [item, item, item],
    more: 4,
    ledTo: { number: 31, answer: 'support', at: thursday },
    asksRhythm: true,
    slackIds,
    links: new Map(),
  });
}

const fullest = { ask: fullAsk, 'is-it-fixed': fullAnswer, owed: fullOwed } as const;

test.each(nudgeKinds)('%s takes no more of a message than the rules count on', (kind: NudgeKind) => {
  const alone = unaskedMessages(usualWords)[kind];
  expect(alone?.blocks.length ?? 0).toBeLessThanOrEqual(mostBlocks[kind] + 1);
});

test.each(Object.entries(fullest))('%s at its fullest takes what the rules count on', (kind, draw) => {
  expect(draw(usualWords)?.blocks).toHaveLength(mostBlocks[kind as keyof typeof fullest]);
});

test.each(Object.entries(fullest))('as much of %s as may go together Slack takes', (kind, draw) => {
  const most = Math.floor(blocksOfBundle / mostBlocks[kind as keyof typeof fullest]);
  for (const words of [usualWords, long]) {
    const drawn = Array.from({ length: most }, () => draw(words)).filter((it) => it !== null);
    const { text, blocks } = drawTogether(drawn);
    expect(drawn).toHaveLength(most);
    expect(blocks.length).toBeLessThanOrEqual(50);
    expect(faultsOf({ text, blocks })).toEqual([]);
  }
});

test('any two of what is told unasked fit into one message', () => {
  const [one = 0, other = 0] = Object.values(mostBlocks).toSorted((a, b) => b - a);
  expect(2 * Math.max(one, other)).toBeLessThanOrEqual(blocksOfBundle);
});
