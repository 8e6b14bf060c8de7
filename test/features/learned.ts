import type { ModalView } from '@slack/types';

import type { Issue, PersonId } from '../../src/core/issue.ts';
import { nothingLearned } from '../../src/core/learning.ts';
import type { Learned, Sections } from '../../src/core/learning.ts';
import { textAgain, writeUpForm } from '../../src/features/learn/form.ts';
import { learningPage, noLearningPage, searchForm, shelfPage } from '../../src/features/learn/library.ts';
import { nothingKeptPage, previewForm, publishedPage } from '../../src/features/learn/preview.ts';
import type { LearningPage } from '../../src/platform/postgres/learnings.ts';
import type { Scene } from '../../src/platform/postgres/scene.ts';
import type { Drawing } from '../../src/platform/slack/drawing.ts';
import { ana, kim, lea, max, meToos, sam } from '../support/builders.ts';
import { draw, drawNudge, emptyScene, fullIssues, happened, settings } from './drawings.ts';
import type { Drawings, Words } from './drawings.ts';

const link = 'https://acme.slack.com/archives/C0LEARN/p1764756000000200';
const postId = '7a5d3c1e-9b8f-4d2a-8c6e-0f1a2b3c4d5e';

function sectionsIn({ happened: what, possible, well, changed, learning }: Words): Sections {
  return { happened: what, possible, well, changed, use: learning };
}

function written(words: Words, more: Partial<Learned> = {}): Learned {
  const writeUp = { version: 2, sections: sectionsIn(words), writers: [sam, lea] };
  return { ...nothingLearned, writeUp, link, ...more };
}

/** It came back since, and was solved anew. */
function outdated(words: Words): Learned {
  const learned = written(words);
  return learned.writeUp === null
    ? learned
    : { ...learned, writeUp: { ...learned.writeUp, isOutdated: true } };
}

const counts = { used: 3, knew: 1, 'not-ours': 0 };

/** The posts in the learning channel, in every way they can stand. */
export function posts(words: Words): Drawings {
  const { confirmed, resolved, claimed, withdrawn } = fullIssues(words);
  const supported = { ...confirmed, supporters: [lea] };
  const line = (issue: Issue, learned: Partial<Learned> = {}, round = 1): Drawing | null =>
    draw('learning', { issue, round, learned: { ...nothingLearned, ...learned } });
  const account = (issue: Issue, learned: Learned): Drawing | null => draw('write-up', { issue, learned });
  const sections = { ...sectionsIn(words), possible: '', well: '', changed: '' };
  const short = { version: 1, sections, writers: [sam] };
  return {
    'a line': line(confirmed),
    'a line, answered by readers': line(confirmed, { counts }),
    'a line, with the names of two of whom one leads': line(confirmed, { agreed: [ana, sam], leads: [ana] }),
    'a line, with the support of somebody who is not named': line(supported, { agreed: [sam] }),
    'a line, with the name of a lead who supported': line(supported, { agreed: [sam, lea], leads: [lea] }),
    'a line that came back': line({ ...claimed, reopenings: 1 }),
    'a line of an earlier solution': line({ ...confirmed, reopenings: 1 }),
    'a line that is written up': line(confirmed, written(words)),
    'a line that is written up, before that post stands': line(confirmed, written(words, { link: null })),
    'a write-up': account(confirmed, written(words)),
    'a write-up, answered by readers': account(confirmed, written(words, { counts })),
    'a write-up with what is required': account(confirmed, written(words, { writeUp: short })),
    'a write-up, with every name': account(
      confirmed,
      written(words, { agreed: [ana, sam, lea], leads: [ana] }),
    ),
    'a write-up of an earlier solution': account(confirmed, outdated(words)),
    'a write-up of an earlier solution, while the newer one is not confirmed': account(
      resolved,
      outdated(words),
    ),
    'a write-up, with the name of somebody who was forgotten': draw('write-up', {
      issue: confirmed,
      learned: written(words, { agreed: [sam, lea] }),
      slackIds: new Map([[lea, 'ULEA']]),
    }),
    'a write-up of what is not confirmed': account(resolved, written(words)),
    'a write-up of what came back': account({ ...claimed, reopenings: 1 }, written(words)),
    'a write-up of what came back and was withdrawn': account(
      { ...withdrawn, reopenings: 1 },
      written(words),
    ),
    'nothing where nothing is written': account(confirmed, nothingLearned),
  };
}

/** What is asked of one person about it. */
export function learningAsks(words: Words): Drawings {
  const { confirmed, resolved, claimed } = fullIssues(words);
  const credit = (reader: PersonId, more: Partial<Learned> = {}) =>
    drawNudge('credit', { issue: confirmed, reader, learned: written(words, more) });
  const reached = (state: 'unsure' | 'there' | 'on its way') =>
    draw('reached', { issue: confirmed, reader: sam, post: { id: postId, state } });
  const told = (issue: Issue, reader: PersonId, learned: Learned) =>
    draw('news', { issue, reader, learned, happening: happened({ type: 'confirmed' }, null, 'reporter') });
  const question = (issue: Issue, learned: Partial<Learned>, round = 1) =>
    draw('question', { issue, reader: ana, round, learned: { ...nothingLearned, ...learned } });
  const fixed = { ...confirmed, reporter: { person: ana, hasLeft: false, verdict: 'fixed' as const } };
  const writtenByLea = written(words, {
    writeUp: { version: 1, sections: sectionsIn(words), writers: [lea] },
  });
  const calm = { ...fixed, impact: null, meToos: [] };
  return {
    'may the owner be named': credit(sam),
    'may a writer be named': credit(lea),
    'before its post stands': credit(sam, { link: null }),
    'the owner says yes': credit(sam, { consent: 'yes' }),
    'the owner says no': credit(sam, { consent: 'no' }),
    'may a lead be named who supported': drawNudge('credit', {
      issue: { ...confirmed, supporters: [kim] },
      reader: kim,
      learned: written(words),
    }),
    'may somebody be named who had it before': drawNudge('credit', {
      issue: { ...confirmed, formerOwners: [kim] },
      reader: kim,
      learned: written(words),
    }),
    'may the owner be named with a line': credit(sam, { writeUp: null }),
    'before the post of the line stands': credit(sam, { writeUp: null, link: null }),
    'the owner says yes, and it has come back since': drawNudge('credit', {
      issue: { ...claimed, reopenings: 1 },
      reader: sam,
      learned: { ...nothingLearned, consent: 'yes' },
    }),
    'may the reporter be named, whom the question never reached': credit(ana, { writeUp: null }),
    'nothing more to a reporter whom the question has asked': drawNudge('credit', {
      issue: confirmed,
      reader: ana,
      learned: written(words),
      isAskedForName: true,
    }),
    'nothing to somebody who had no part in it': drawNudge('credit', {
      issue: confirmed,
      reader: max,
      learned: nothingLearned,
    }),
    'the reporter says yes, with the question': question(resolved, { consent: 'yes' }),
    'the reporter says no, with the question': question(resolved, { consent: 'no' }),
    'the reporter is asked once, with the first question': question({ ...resolved, reopenings: 1 }, {}, 2),
    'the reporter may be named, and it goes on': question({ ...claimed, reopenings: 1 }, { consent: 'yes' }),
    'it may be worth more than a line, to its reporter': question(fixed, {}),
    'a line is enough, to its reporter': question(calm, {}),
    'it came back before, to its owner': told(
      { ...confirmed, impact: null, meToos: [], reopenings: 1 },
      sam,
      nothingLearned,
    ),
    'its cause came back as this one, to its owner': told({ ...calm, returnOf: 17 }, sam, nothingLearned),
    'five met it, to its owner': told({ ...calm, meToos: meToos(4) }, sam, nothingLearned),
    'a line is enough, to its owner': told(calm, sam, nothingLearned),
    'it is written up already, to its owner': told(confirmed, sam, written(words)),
    'it is written up by others, to its owner': told(confirmed, sam, writtenByLea),
    'a line stands, to its reporter': question(calm, { link }),
    'it is written up by others, to its reporter': question(calm, writtenByLea),
    'it is confirmed with a line of thanks, to its owner': draw('news', {
      issue: calm,
      reader: sam,
      thanks: words.comment,
      happening: happened({ type: 'confirmed' }, null, 'reporter'),
    }),
    'did it reach the channel': reached('unsure'),
    'it did': reached('there'),
    'it is posted again': reached('on its way'),
  };
}

const rows = (words: Words, count: number): LearningPage['rows'] =>
  Array.from({ length: count }, (_, index) => ({ issue: words.number, line: words.learning, used: index }));

/** What is typed, previewed, listed and read. */
export function learningForms(words: Words): Readonly<Record<string, ModalView>> {
  const { confirmed } = fullIssues(words);
  const { number } = words;
  const sections = sectionsIn(words);
  const place = { number, seen: 0, turn: 0 };
  const blank = { happened: '', possible: '', well: '', changed: '', use: '' };
  const scene = (more: Partial<Learned> = {}): Scene => ({
    ...emptyScene,
    issue: confirmed,
    reader: sam,
    learned: written(words, more),
  });
  const search = { name: 'search', page: 0, query: words.query } as const;
  const newest = { name: 'newest', page: 0, query: '' } as const;
  const reading = { scene: scene(), mayWrite: true, isCredited: true };
  const lineOnly = { ...emptyScene, issue: confirmed, learned: nothingLearned };
  const noChannel = { ...settings, learningChannel: null };
  const first = { isFirst: true, isLost: false };
  return {
    'write-up': writeUpForm(place, blank),
    'write-up, with a draft': writeUpForm(place, sections),
    'write-up, shown again': textAgain(place, sections, 'One line says why.'),
    'write-up, overtaken by somebody else': writeUpForm({ ...place, seen: 1, turn: 1 }, sections, sections),
    preview: previewForm(place, scene({ link: null }), settings),
    'preview, where the line stands already': previewForm(place, scene(), settings),
    'preview, with a yes': previewForm(place, scene({ agreed: [sam], consent: 'yes' }), settings),
    'preview, with no channel yet': previewForm(place, scene(), noChannel),
    'preview of a change': previewForm(
      { ...place, seen: 2 },
      scene(),
      settings,
      'Its buttons work once it is published.',
    ),
    published: publishedPage(number, first, settings),
    'published, with no channel yet': publishedPage(number, first, noChannel),
    'published, changed': publishedPage(number, { ...first, isFirst: false }, settings),
    'published, changed while nobody knows where it stands': publishedPage(
      number,
      { isFirst: false, isLost: true },
      settings,
    ),
    'nothing is kept': nothingKeptPage(number),
    'search learnings': searchForm(),
    'learnings, found': shelfPage(search, { rows: rows(words, 10), total: 500, page: 0 }),
    'learnings, one found': shelfPage(search, { rows: rows(words, 1), total: 1, page: 0 }),
    'learnings, none found': shelfPage(search, { rows: [], total: 0, page: 0 }),
    'learnings, newest': shelfPage(newest, { rows: rows(words, 10), total: 30, page: 1 }),
    'learnings, none yet': shelfPage(newest, { rows: [], total: 0, page: 0 }),
    'learnings, most used': shelfPage(
      { ...newest, name: 'used' },
      { rows: rows(words, 2), total: 2, page: 0 },
    ),
    'a learning': learningPage(reading, newest),
    'a learning, just answered': learningPage(reading, search, 'Your answer: *Used this*.'),
    'a learning of one line, to a reader': learningPage(
      { scene: lineOnly, mayWrite: false, isCredited: false },
      null,
    ),
    'a learning that is taken back': noLearningPage(number),
  };
}
