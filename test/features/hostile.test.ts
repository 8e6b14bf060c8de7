import { describe, expect, it } from 'vitest';

import { isOwned } from '../../src/core/issue.ts';
import { nothingLearned } from '../../src/core/learning.ts';
import { issueCard } from '../../src/features/issue-card.ts';
import { noKin } from '../../src/platform/postgres/kin.ts';
import { everyChange } from '../core/lives.ts';
import { slackIds, thursday } from '../support/builders.ts';
import { asks } from './asks.ts';
import { cards, controls, fullIssues, offers, replies } from './drawings.ts';
import type { Drawings, Words } from './drawings.ts';
import { ends } from './ends.ts';
import { firstAnswers } from './first-answers.ts';
import { forms, homes } from './forms.ts';
import { heldReceipts } from './held-drawings.ts';
import { mine } from './home-drawings.ts';
import { learningAsks, posts } from './learned.ts';
import { receipts } from './receipts.ts';
import { returnedCards, similarReceipts } from './similar-drawings.ts';
import { thanks } from './thanks-drawings.ts';
import { inquiries, news, questions } from './told.ts';
import { unaskedMessages } from './unasked-drawings.ts';

/** All that Slack would understand in mrkdwn; each field can be told from the others. */
const hostile = (field: string): string =>
  `${field} <!channel> <!here> <@U123> <#C123> *b* _i_ ~s~ \`c\` <https://x.example|y> &amp; @channel`;
const words: Words = {
  number: 42,
  text: hostile('text'),
  affected: hostile('affected'),
  success: hostile('success'),
  update: hostile('update'),
  changed: hostile('changed'),
  learning: hostile('learning'),
  comment: hostile('comment'),
  question: hostile('question'),
  reply: hostile('reply'),
  helped: hostile('helped'),
  because: hostile('because'),
  happened: hostile('happened'),
  possible: hostile('possible'),
  well: hostile('well'),
  query: hostile('query'),
};
const fields = Object.keys(words).filter((field) => field !== 'number');

const alone = { kin: noKin, links: new Map<number, string>(), learned: nothingLearned, now: thursday };

const families = [cards, replies, controls, questions, offers, news, receipts, mine, inquiries].concat(
  similarReceipts,
  returnedCards,
  heldReceipts,
  ends,
  firstAnswers,
  asks,
  posts,
  learningAsks,
  unaskedMessages,
  thanks,
);
const drawings: Drawings = Object.fromEntries(
  families.flatMap((family) =>
    Object.entries(family(words)).map(([name, drawing]) => [`${family.name}: ${name}`, drawing]),
  ),
);

/** Every text of a drawing with the kind of object that holds it: `mrkdwn`, `plain_text` or `text` of rich text. */
function textsOf(value: unknown): { readonly type: string; readonly text: string }[] {
  if (typeof value !== 'object' || value === null) return [];
  const own =
    'text' in value && typeof value.text === 'string' && 'type' in value
      ? [{ type: String(value.type), text: value.text }]
      : [];
  return [...own, ...Object.values(value).flatMap(textsOf)];
}

const isTyped = (text: string): boolean => fields.some((field) => text.includes(`${field} <!channel>`));

describe('what people type never notifies, links or changes style', () => {
  it.each(Object.entries(drawings))('%s', (_, drawing) => {
    const texts = textsOf(drawing?.blocks ?? []);
    expect(
      texts.filter(({ type, text }) => type === 'mrkdwn' && /<!(?!date\^)|\*b\*|<@U123>|&amp;/.test(text)),
    ).toEqual([]);
    expect(drawing?.text ?? '').not.toMatch(/<!(?!date\^)|<@U123>|<#C123>|<https:\/\/x|&amp; @/);
  });

  it.each(Object.entries(forms(words)))('form: %s', (_, view) => {
    expect(textsOf(view).filter(({ type, text }) => type === 'mrkdwn' && isTyped(text))).toEqual([]);
  });

  it.each(Object.entries(homes(words)))('Home: %s', (_, view) => {
    expect(textsOf(view).filter(({ type, text }) => type === 'mrkdwn' && isTyped(text))).toEqual([]);
  });
});

describe('and is shown as it was typed', () => {
  const shown = (name: string): string[] =>
    textsOf(drawings[name]?.blocks)
      .filter(({ type }) => type !== 'mrkdwn')
      .map(({ text }) => text);

  it.each([
    ['cards: open', ['text']],
    ['cards: resolved', ['text', 'success', 'changed', 'learning']],
    ['replies: updated', ['update']],
    ['replies: resolved', ['changed']],
    ['replies: a comment by the reporter', ['comment']],
    ['controls: claimed', ['text', 'success']],
    ['questions: to the reporter', ['text', 'changed']],
    ['offers: waits for a yes', ['text']],
    ['news: claimed, to the reporter', ['text']],
    ['ends: card: somebody has helped', ['text', 'helped']],
    ['ends: card: declined, and it stays so', ['text', 'because']],
    ['ends: look: asked for', ['text', 'because']],
    ['news: an answer, to its owner', ['reply']],
    ['inquiries: waits for an answer', ['question', 'text']],
    ['similarReceipts: three, one of each kind', ['text', 'learning']],
    ['posts: a line', ['learning']],
    ['posts: a write-up', ['happened', 'possible', 'well', 'changed', 'learning']],
  ])('%s', (name, wanted) => {
    expect(shown(name)).toEqual(expect.arrayContaining(wanted.map(hostile)));
  });

  it('small print holds who is affected', () => {
    expect(shown('cards: open').join()).toContain(hostile('affected'));
  });

  it('the notification says it too, escaped', () => {
    expect(drawings['cards: open']?.text).toContain('text &lt;!channel&gt; &lt;!here&gt; &lt;@U123&gt;');
    expect(drawings['cards: open']?.text).toContain('&amp;amp; @channel');
  });
});

describe('the reporter', () => {
  it('is named on no card and in no thread, whatever happened, unless they took it on', () => {
    everyChange(({ after }) => {
      const isOwn = isOwned(after) && after.owner === after.reporter.person;
      return isOwn || !JSON.stringify(issueCard(after, slackIds, alone)).includes('UANA');
    });
  });

  it('is named in no reply', () => {
    expect(JSON.stringify(replies(words))).not.toContain('UANA');
  });

  it('is named to nobody but the owner, and whoever helps them now', () => {
    const others = [questions(words), offers(words), news(words), mine(words), cards(words)];
    expect(JSON.stringify(others)).not.toContain('UANA');
    const told = Object.entries(ends(words)).filter(([, drawn]) => JSON.stringify(drawn).includes('UANA'));
    expect(told.map(([name]) => name)).toEqual([
      'help: while they help',
      'help: while they help its reporter and others',
      'help: on a duplicate',
    ]);
    expect(controls(words).claimed?.text).toContain('<@UANA> flagged it.');
  });

  it('names nobody when they withdraw it, and has no card before it is posted', () => {
    const { saved, withdrawn } = fullIssues(words);
    expect(issueCard(saved, slackIds, alone)).toBeNull();
    expect(JSON.stringify(issueCard(withdrawn, slackIds, alone))).not.toContain('<@');
  });
});
