import { Temporal } from 'temporal-polyfill';

import type { Issue } from '../../src/core/issue.ts';
import type { Answering, OwedKind } from '../../src/core/owed.ts';
import { drawOwed } from '../../src/features/owe/message.ts';
import { rhythmInWords } from '../../src/features/rhythm-words.ts';
import type { OwedMessage } from '../../src/platform/postgres/load-owed.ts';
import type { Drawing } from '../../src/platform/slack/drawing.ts';
import { kim, ned, sam, slackIds, thursday } from '../support/builders.ts';
import { askedOnHome } from './asks.ts';
import { fullIssues } from './drawings.ts';
import type { Drawings, Words } from './drawings.ts';
import { endedIssues } from './ends.ts';

const card = 'https://acme.slack.com/archives/C0ISSUES/p1764756000000100';

/** What Kim, who leads, owes. */
export function owedMessages(words: Words): Drawings {
  const { open, claimed, resolved, confirmed } = fullIssues(words);
  const { declined } = endedIssues(words);
  const { number } = words;
  const asked: Issue = { ...open, asked: { of: [kim, ned], since: 3, turn: 3, isTop: false } };
  const top: Issue = {
    ...open,
    promise: { state: 'unanswered' },
    asked: { of: [kim], since: 3, turn: 3, isTop: true },
    help: { state: 'wanted' },
  };
  const look: Issue = { ...declined, by: ned, look: { state: 'asked', of: [kim], since: 4 } };
  const [support = open] = askedOnHome(words);
  const later: Issue = {
    ...open,
    answerer: kim,
    promise: { state: 'waiting', for: 'date', until: Temporal.Instant.from('2026-12-14T09:00:00Z') },
  };
  const help = (hasOffered: boolean): Issue => ({
    ...claimed,
    attended: { ...claimed.attended, unanswered: 2, lead: { state: 'told', since: 6, to: [], hasOffered } },
  });
  const owes = (
    items: readonly (readonly [Issue, OwedKind | null])[],
    more: Partial<OwedMessage> = {},
  ): Drawing =>
    drawOwed({
      reader: kim,
      sentAt: thursday,
      items: items.map(([issue, owed]) => ({ issue, owed })),
      more: 0,
      ledTo: null,
      asksRhythm: false,
      slackIds,
      links: new Map([[number, card]]),
      ...more,
    });
  const answeredAt = Temporal.Instant.from('2026-03-10T09:00:00Z');
  const ledTo = (answer: Answering) =>
    owes([[asked, 'first-answer']], { ledTo: { number: 31, answer, at: answeredAt } });
  return {
    'one: a first answer': owes([[asked, 'first-answer']]),
    'one: a first answer, with nobody left to ask': owes([[top, 'first-answer']]),
    'two: another look, and a decision': owes([
      [look, 'look'],
      [open, 'decision'],
    ]),
    'one: it could use help': owes([[help(false), 'help']]),
    'one: support is offered': owes([[help(true), null]]),
    'one: support that is asked for': owes([[support, 'ask']]),
    'three of more, and what an answer led to': owes(
      [
        [top, 'first-answer'],
        [look, 'look'],
        [open, 'decision'],
      ],
      { more: 4, ledTo: { number: 31, answer: 'owner', at: answeredAt } },
    ),
    'what a question led to': ledTo('question'),
    'what a day led to': ledTo('day'),
    'what another look led to': ledTo('look'),
    'what an answer to an ask led to': ledTo('answer'),
    'what support led to': ledTo('support'),
    'what an honest no to an ask led to': ledTo('no'),
    'after three without a press': owes([[asked, 'first-answer']], { asksRhythm: true }),
    'one of three is answered': owes([
      [{ ...claimed, owner: kim }, null],
      [look, 'look'],
      [open, 'decision'],
    ]),
    'all are answered': owes([
      [{ ...declined, by: kim }, null],
      [claimed, null],
      [later, null],
    ]),
    'all are answered, and have gone on': owes([
      [resolved, null],
      [confirmed, null],
      [{ ...claimed, owner: sam }, null],
    ]),
    'how often: weekly': said(rhythmInWords('weekly')),
    'how often: fortnightly': said(rhythmInWords('fortnightly')),
    'how often: only when someone waits': said(rhythmInWords('when-waiting')),
  };
}

function said(text: string): Drawing {
  return { text, blocks: [] };
}
