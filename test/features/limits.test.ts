import { assert, integer, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';

import { charactersIn, cutTo } from '../../src/core/characters.ts';
import { longestText } from '../../src/core/issue.ts';
import { longestSection } from '../../src/core/learning.ts';
import { longestLearning, longestOf } from '../../src/core/said.ts';
import { fallback, shortened } from '../../src/features/blocks.ts';
import { longestSuccess } from '../../src/features/claim/agreement-form.ts';
import { longestAffected } from '../../src/features/flag/form.ts';
import { returned } from '../../src/features/flag/receipt.ts';
import { drawHelp } from '../../src/features/help/help.ts';
import { longestQuery } from '../../src/features/learn/library.ts';
import { updateForm } from '../../src/features/update/update.ts';
import { stamped } from '../../src/platform/slack/drawing.ts';
import type { Drawing } from '../../src/platform/slack/drawing.ts';
import { faultsOf } from '../support/slack-limits.ts';
import { asks } from './asks.ts';
import { digests } from './digest-drawings.ts';
import { cards, controls, fullIssues, offers, replies, settings, usualWords } from './drawings.ts';
import type { Drawings, Words } from './drawings.ts';
import { ends } from './ends.ts';
import { firstAnswers } from './first-answers.ts';
import { forms, homes } from './forms.ts';
import { heldReceipts } from './held-drawings.ts';
import { mine } from './home-drawings.ts';
import { learningAsks, posts } from './learned.ts';
import { sharedMirrors } from './mirror-drawings.ts';
import { newsOnHome } from './news-on-home.ts';
import { receipts } from './receipts.ts';
import { aboutSettings, notices } from './settings-drawings.ts';
import { returnedCards, similarReceipts } from './similar-drawings.ts';
import { thanks } from './thanks-drawings.ts';
import { inquiries, news, questions } from './told.ts';
import { unaskedMessages } from './unasked-drawings.ts';

/** Every field as long as its form lets it be. */
function longest(number: number, sample: string): Words {
  const each = Array.from(sample).length;
  const fill = (most: number): string => sample.repeat(Math.floor(most / each)) + '.'.repeat(most % each);
  return {
    number,
    text: fill(longestText),
    affected: fill(longestAffected),
    success: fill(longestSuccess),
    update: fill(longestOf.updated),
    changed: fill(longestOf.resolved),
    learning: fill(longestLearning),
    comment: fill(longestOf.commented),
    question: fill(longestOf.inquired),
    reply: fill(longestOf.informed),
    helped: fill(longestOf.helped),
    because: fill(longestOf.declined),
    happened: fill(longestSection),
    possible: fill(longestSection),
    well: fill(longestSection),
    query: fill(longestQuery),
  };
}

const families: Readonly<Record<string, (words: Words) => Drawings>> = {
  cards,
  replies,
  controls,
  questions,
  unaskedMessages,
  thanks,
  sharedMirrors,
  offers,
  news,
  posts,
  learningAsks,
  mine,
  ends,
  firstAnswers,
  asks,
  notices,
  settings: () => aboutSettings,
  inquiries,
  similarReceipts,
  returnedCards,
  heldReceipts,
  digests,
  receipts: (words) => ({ ...receipts(words), help: drawHelp(settings.commandName, settings) }),
};

const extremes: readonly (readonly [string, Words])[] = [
  ['&', longest(2_147_483_647, '&')],
  ['emoji', longest(2_147_483_647, '🧩')],
  ['families of emoji', longest(2_147_483_647, '👩🏽‍🚒')],
  ['<!channel>', longest(2_147_483_647, '<!channel>')],
  ['right-to-left', longest(2_147_483_647, 'استرداد ')],
  ['line breaks', longest(2_147_483_647, 'a\n')],
  ['one character', { ...longest(1, 'x'), text: 'x', affected: 'x', success: 'x', comment: 'x' }],
];

/** As it is sent: with its id on each block of buttons. */
function sent({ text, blocks, chart }: Drawing): object {
  const stamp = stamped({ text, blocks }, '7a5d3c1e-9b8f-4d2a-8c6e-0f1a2b3c4d5e');
  return chart === undefined ? stamp : { ...stamp, blocks: [...stamp.blocks, chart] };
}

describe.each(extremes)('with fields full of %s, Slack takes', (_, words) => {
  it.each(Object.entries(families))('all %s', (__, family) => {
    const drawn = Object.entries(family(words)).flatMap(([name, it]) =>
      it === null ? [] : [[name, it] as const],
    );
    const faults = drawn.map(([name, drawing]) => [name, faultsOf(sent(drawing))]);
    expect(faults.filter(([, found]) => found?.length)).toEqual([]);
    expect(drawn.length).toBeGreaterThan(0);
  });

  it('all forms', () => {
    const faults = Object.entries(forms(words)).map(([name, view]) => [name, faultsOf(view)]);
    expect(faults.filter(([, found]) => found?.length)).toEqual([]);
  });

  it('App Home', () => {
    const told = [news, ends, asks, firstAnswers, learningAsks, notices].flatMap((family) =>
      newsOnHome(words, family(words)),
    );
    const all = [...Object.entries(homes(words)), ...told];
    const faults = all.map(([name, view]) => [name, faultsOf(view)]);
    expect(faults.filter(([, found]) => found?.length)).toEqual([]);
  });
});

it.each(extremes)(
  'a digest full of %s is about one screen of a phone, and says what it left out',
  (_, words) => {
    const { text = '' } = digests(words)['more than fits'] ?? {};
    const read = text.replaceAll(/<[^<>|]+\|(#\d+)>/g, '$1').replaceAll(/&(?:amp|lt|gt);/g, '&');
    expect(read.length).toBeLessThan(1700);
    expect(read).toContain('more');
  },
);

it.each(extremes)(
  'twenty-six leads add a line full of %s: a digest shows some, and says that there are more',
  (_, words) => {
    const { 'more leads add a line than there is room for': digest } = digests(words);
    const lines = digest?.blocks.filter((it) => JSON.stringify(it).includes('> adds:"')) ?? [];
    expect(lines.length).toBeGreaterThanOrEqual(2);
    expect(lines.length).toBeLessThanOrEqual(5);
    expect(JSON.stringify(digest?.blocks)).toMatch(/And \d+ more leads added a line\./);
  },
);

it('as many emoji as become elements of their own fit', () => {
  const words = longest(2_147_483_647, `:a:${' word'.repeat(6)} `);
  const drawn = [cards(words), questions(words), controls(words)].flatMap((it) => Object.values(it));
  expect(JSON.stringify(drawn)).toContain('{"type":"emoji","name":"a"}');
  expect(drawn.flatMap((it) => (it === null ? [] : faultsOf(sent(it))))).toEqual([]);
});

it('where Slack would not take the whole card only what changed is cut, which its thread has in full', () => {
  const words = longest(42, '🧩');
  const card = JSON.stringify(cards(words)['resolved']);
  for (const whole of [words.text, words.affected, words.success, words.learning])
    expect(card).toContain(`${whole}"`);
  expect(card).not.toContain(`"${words.changed}"`);
  expect(JSON.stringify(replies(words)['resolved'])).toContain(`"${words.changed}"`);
  expect(JSON.stringify(cards(longest(42, '漢'))['resolved'])).toContain(longest(42, '漢').changed);
});

it.each(extremes)(
  'a comment at its longest, full of %s, stands in the thread in full and nowhere else',
  (_, words) => {
    const comment = `Thanks ${Array.from(words.comment).slice(7).join('')}`;
    const said = { ...words, comment };
    const { 'a comment by the reporter': first, 'a comment by somebody else': second } = replies(said);
    for (const reply of [first, second]) {
      expect(JSON.stringify(reply?.blocks)).toContain(JSON.stringify(comment));
      expect(faultsOf(sent(reply ?? { text: '', blocks: [] }))).toEqual([]);
    }
    expect(JSON.stringify([cards(said), questions(said)])).not.toContain('Thanks ');
  },
);

it('a draft that is longer than its field, or than any text Slack takes, still opens its form', () => {
  const { claimed } = fullIssues(usualWords);
  for (const length of [1501, 3000, 3001, 9000])
    expect(faultsOf(updateForm(claimed, { progress: '🧩'.repeat(length) }))).toEqual([]);
});

it('Home and its short form quote the beginning of each issue only', () => {
  const words = { ...longest(42, 'x'), text: `${'x'.repeat(299)}tail` };
  const drawn = JSON.stringify([homes(words), mine(words)]);
  expect(drawn).toContain(`${'x'.repeat(299)}…`);
  expect(drawn).not.toContain('xtail');
});

describe('words that are too long for a flag', () => {
  it.each([3001, 10_001, 12_000, 30_000, 65_000])(
    '%d characters come back in messages that Slack takes',
    (length) => {
      const { more = [], ...first } = returned(`x${'🧩'.repeat(length / 2)}`);
      const faults = [first, ...more].flatMap((it) => faultsOf(it));
      expect(faults).toEqual([]);
      expect(more.length).toBeLessThanOrEqual(5);
    },
  );
});

describe('shortening', () => {
  it('never exceeds, never breaks a character, and leaves alone what fits', () => {
    assert(
      property(string({ unit: 'binary', maxLength: 60 }), integer({ min: 1, max: 70 }), (text, most) => {
        const cut = shortened(text, most);
        return cut.length <= most && cut.isWellFormed() && (text.length > most || cut === text);
      }),
    );
  });

  it('by characters takes an emoji for one, and leaves alone what fits', () => {
    assert(
      property(string({ unit: 'binary', maxLength: 60 }), integer({ min: 1, max: 70 }), (text, most) => {
        const cut = cutTo(text, most);
        return charactersIn(cut) <= most && (charactersIn(text) > most || cut === text);
      }),
    );
    expect([cutTo('🧩🧩🧩', 3), cutTo('🧩🧩🧩🧩', 3)]).toEqual(['🧩🧩🧩', '🧩🧩…']);
  });

  it('keeps a message’s text within what an update may carry, whatever was typed', () => {
    assert(
      property(string({ unit: 'binary', maxLength: 3000, size: 'max' }), (typed) => {
        const text = fallback('Our words:', typed);
        return text.length <= 4000 && text.isWellFormed() && text.startsWith('Our words:');
      }),
      { numRuns: 50 },
    );
  });
});
