import type { ModalView } from '@slack/types';
import { Temporal } from 'temporal-polyfill';

import type { Digest, Told, ToldThanks } from '../../src/core/digest/digest.ts';
import type { List, Picked } from '../../src/core/digest/pick.ts';
import { series } from '../../src/core/digest/weeks.ts';
import type { Week } from '../../src/core/digest/weeks.ts';
import type { Figure } from '../../src/core/numbers.ts';
import { foremostIn } from '../../src/features/afterwards.ts';
import { digest as feature } from '../../src/features/digest/digest.ts';
import { drawDigest } from '../../src/features/digest/message.ts';
import { drawSoFar, keptPage, onlyLeads, ownLineForm } from '../../src/features/digest/so-far.ts';
import type { SoFar } from '../../src/platform/postgres/own-lines.ts';
import type { Drawing } from '../../src/platform/slack/drawing.ts';
import type { Drawings, Words } from './drawings.ts';

const none: List = { numbers: [], more: 0 };
const list = (...numbers: number[]): List => ({ numbers, more: 0 });

/** A digest that has nothing to tell. */
export const nothing: Picked = {
  fixed: none,
  learned: none,
  waiting: none,
  undecided: none,
  cameBack: none,
  thanks: [],
  asksWhyQuiet: false,
  figures: [],
  longest: null,
  weeks: null,
  series,
};

const reached = (state: 'unsure' | 'there' | 'on its way'): Drawing | null =>
  feature.digest?.drawReached('7a5d3c1e-9b8f-4d2a-8c6e-0f1a2b3c4d5e', state) ?? null;

const soFar: SoFar = {
  isLead: true,
  learningChannel: 'C0LEARN',
  next: Temporal.Instant.from('2026-11-23T08:00:00Z'),
  digest: null,
  own: '',
  since: '1763971200000',
};

/** The form for a lead's own line, and what stands in its place once it is sent. */
export function ownLineForms(words: Words): Readonly<Record<string, ModalView>> {
  const text = 'The night shift forgot it';
  return {
    'own line': ownLineForm(soFar),
    'own line, again': ownLineForm({ ...soFar, own: words.comment }),
    'own line, kept': keptPage(words.comment, null),
    'own line, kept, with a note': keptPage(text, foremostIn({ text, learning: null })),
    'own line, taken back': keptPage('', null),
  };
}

const permalink = (number: number, channel: string): string =>
  `https://acme.slack.com/archives/${channel}/p17647560000${String(number).padStart(5, '0')}`;

const figures: readonly Figure[] = [
  { of: 'firstAnswer', seconds: 3 * 3600, before: 5 * 3600 },
  { of: 'claim', seconds: 26 * 3600, before: 3 * 24 * 3600 },
  { of: 'confirmation', seconds: 9 * 24 * 3600, before: null },
  { of: 'support', seconds: 5 * 3600, before: 7 * 3600 },
  { of: 'confirmed', percent: 83, before: 60 },
  { of: 'unconfirmed', percent: 8, before: 20 },
  { of: 'answered', percent: 90, before: 80 },
  { of: 'held', percent: 90, before: 80 },
];

const weeks: readonly Week[] = [3, 4, 2, 5, 4, 3, 4, 9].map((flagged, index) => ({
  day: Temporal.PlainDate.from('2026-09-28').add({ weeks: index }).toString(),
  flagged,
  claimed: flagged - 1,
  confirmed: Math.floor(flagged / 2),
  held: Math.floor(flagged / 3),
}));

/** Named where they agreed, and a lead last. */
function thanksIn(words: Words): readonly ToldThanks[] {
  const about = { number: words.number, card: permalink(words.number, 'C0ISSUES'), text: words.comment };
  return [
    {
      ...about,
      from: { slackUserId: 'UANA', as: 'reporter' },
      to: [
        { slackUserId: 'USAM', as: 'owner' },
        { slackUserId: 'ULEA', as: 'helper' },
      ],
    },
    {
      ...about,
      from: { slackUserId: null, as: 'reporter' },
      to: [
        { slackUserId: null, as: 'owner' },
        { slackUserId: null, as: 'helper' },
      ],
    },
  ];
}

function fromMeToo(words: Words): readonly ToldThanks[] {
  const owner = { slackUserId: null, as: 'owner' } as const;
  return thanksIn(words)
    .slice(0, 1)
    .map((it) => ({ ...it, card: null, from: { slackUserId: null, as: 'me-too' }, to: [owner] }));
}

/** The digest in every way it can look. */
export function digests(words: Words): Drawings {
  const told = (number: number, more: Partial<Told> = {}): [number, Told] => [
    number,
    {
      number,
      state: number < 50 && number > 33 ? 'confirmed' : 'open',
      isLeftToDecide: true,
      text: words.text,
      affected: null,
      met: 1,
      returns: 0,
      learning: null,
      card: permalink(number, 'C0ISSUES'),
      post: null,
      ...more,
    },
  ];
  const { affected, learning } = words;
  const all = new Map([
    told(words.number, { affected, met: 6, learning, post: permalink(words.number, 'C0LEARN') }),
    told(38, { learning }),
    told(39, { met: 2, learning }),
    told(40, { affected, card: null }),
    told(12, { returns: 2 }),
    ...[50, 51, 52, 31, 32, 33].map((number) => told(number)),
  ]);
  const digest = (picked: Partial<Picked>, more: Partial<Digest> = {}): Digest => ({
    period: {
      from: Temporal.Instant.from('2026-11-16T08:00:00Z'),
      to: Temporal.Instant.from('2026-11-23T08:00:00Z'),
    },
    zone: 'Europe/Berlin',
    picked: { ...nothing, ...picked },
    told: all,
    thanks: [],
    lines: [],
    ...more,
  });
  const full: Picked = {
    fixed: { numbers: [words.number, 38, 39, 40], more: 7 },
    learned: list(words.number, 38, 39),
    waiting: { numbers: [50, 51, 52], more: 214 },
    undecided: list(31, 32, 33),
    cameBack: list(12),
    thanks: [],
    asksWhyQuiet: false,
    figures,
    longest: { number: 31, since: Temporal.Instant.from('2026-10-03T06:00:00Z') },
    weeks,
    series,
  };
  const lines = [
    { slackUserId: 'ULEA', text: words.comment },
    { slackUserId: null, text: words.comment },
  ];
  const manyLines = Array.from({ length: 26 }, (_, at) => ({
    slackUserId: `ULEAD${at}`,
    text: words.comment,
  }));
  const across = {
    from: Temporal.Instant.from('2026-11-30T08:00:00Z'),
    to: Temporal.Instant.from('2026-12-14T08:00:00Z'),
  };
  return {
    'all there can be': drawDigest(digest(full, { lines, thanks: thanksIn(words) })),
    'thanks of somebody who met it': drawDigest(digest({}, { thanks: fromMeToo(words) })),
    'more than fits': drawDigest(digest(full)),
    'one fix': drawDigest(digest({ fixed: list(38) })),
    'thanks, and nobody is named': drawDigest(digest({}, { thanks: thanksIn(words).slice(1) })),
    'thanks, by name': drawDigest(digest({}, { thanks: thanksIn(words).slice(0, 1) })),
    'before anything can have held': drawDigest(
      digest({ fixed: list(38), weeks: weeks.map((week) => ({ ...week, held: 0 })) }),
    ),
    'one person claimed all of it': drawDigest(
      digest({ fixed: list(38), weeks, series: ['flagged', 'confirmed'] }),
    ),
    'one person did all of it': drawDigest(digest({ fixed: list(38), weeks, series: ['flagged'] })),
    'in the third week of all': drawDigest(
      digest({
        fixed: list(38),
        weeks: weeks.map((week, at) =>
          at > 4 ? week : { ...week, flagged: 0, claimed: 0, confirmed: 0, held: 0 },
        ),
      }),
    ),
    'in the first week of all': drawDigest(
      digest({
        fixed: list(38),
        weeks: weeks.map((week, at) =>
          at > 6 ? week : { ...week, flagged: 0, claimed: 0, confirmed: 0, held: 0 },
        ),
      }),
    ),
    'only one waits': drawDigest(
      digest({
        waiting: list(50),
        longest: { number: 50, since: Temporal.Instant.from('2025-12-30T06:00:00Z') },
      }),
    ),
    'one learning': drawDigest(digest({ learned: list(38) })),
    'a learning that was taken back since': drawDigest(digest({ learned: list(50), waiting: list(50) })),
    'decided on since, for now': drawDigest(
      digest(
        { waiting: list(50), undecided: list(31, 32) },
        {
          told: new Map([told(31), told(32, { isLeftToDecide: false }), told(50, { isLeftToDecide: false })]),
        },
      ),
    ),
    'two weeks at once': drawDigest(digest({ waiting: list(50) }, { period: across })),
    'nothing was flagged for eight weeks': drawDigest(digest({ asksWhyQuiet: true })),
    'more leads add a line than there is room for': drawDigest(digest(full, { lines: manyLines })),
    'a lead’s line alone': drawDigest(digest({}, { lines: lines.slice(0, 1) })),
    'all of it is otherwise by now': drawDigest(digest({ fixed: list(99, 50), waiting: list(38) })),
    'nobody knows whether it reached the channel': reached('unsure'),
    'it did': reached('there'),
    'it did not': reached('on its way'),
    'so far, to a lead': drawSoFar({ ...soFar, digest: digest(full, { lines: lines.slice(0, 1) }) }),
    'so far, on the day it began': drawSoFar({
      ...soFar,
      digest: digest({ waiting: list(50) }, { period: { from: across.from, to: across.from } }),
    }),
    'so far, with a line of their own': drawSoFar({
      ...soFar,
      digest: digest({}, { lines: manyLines }),
      own: words.comment,
    }),
    'so far, nothing, and no channel': drawSoFar({ ...soFar, learningChannel: null }),
    'so far, to somebody else': onlyLeads({
      isLead: false,
      leads: ['ULEA', 'UKIM'],
      learningChannel: 'C0LEARN',
    }),
    'so far, where nobody leads': onlyLeads({ isLead: false, leads: [], learningChannel: null }),
  };
}
