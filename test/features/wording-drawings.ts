import type { ModalView } from '@slack/types';

import type { SectionName, Sections } from '../../src/core/learning.ts';
import type { Finding } from '../../src/core/lens/finding.ts';
import type { SaidEvent } from '../../src/core/said.ts';
import { afterwardsPage } from '../../src/features/afterwards.ts';
import { amendedPage, amendForm, disputedPage } from '../../src/features/amend/form.ts';
import { wordingForm } from '../../src/features/learn/wording-form.ts';
import type { Noted } from '../../src/platform/postgres/write-up-wording.ts';
import { solution, thursday } from '../support/builders.ts';
import type { Words } from './drawings.ts';

const question = { kind: 'question', text: 'What let it go unnoticed?' } as const;

function finding(start: number, end: number, offer: Finding['offer'] = question): Finding {
  return {
    rule: 'a-rule',
    category: 'omission',
    start,
    end,
    why: 'This names a person as the cause.',
    offer,
  };
}

const offered = (start: number, end: number, text: string): Finding =>
  finding(start, end, { kind: 'rewording', start, end, text });

/** Where the first three characters end. */
function beginning(text: string): number {
  return Array.from(text).slice(0, 3).join('').length;
}

function phrase(section: SectionName, it: Finding): Noted {
  return { kind: 'phrase', id: `${section}-${it.start}-${it.end}`, key: section, section, finding: it };
}

/** What the lens says to a writer, before a write-up is shown and after something else was posted. */
export function wordingForms(words: Words): Readonly<Record<string, ModalView>> {
  const { number } = words;
  const place = { number, seen: 0, turn: 0 };
  const sections: Sections = {
    happened: words.happened,
    possible: words.possible,
    well: '',
    changed: words.changed,
    use: words.learning,
  };
  const short = phrase('happened', offered(0, beginning(words.happened), 'The run was not checked'));
  const end = words.happened.length;
  const long = phrase(
    'happened',
    offered(0, end, `${words.happened} and nothing said so before the day was over`),
  );
  const asked = phrase('possible', finding(0, words.possible.length));
  const kindWord = 'Thank you for saying so.';
  const place1 = {
    section: 'happened',
    start: 0,
    end: beginning(words.happened),
    role: 'A colleague',
  } as const;
  const name: Noted = {
    kind: 'name',
    id: 'name-tom',
    key: 'name tom',
    name: Array.from(words.happened).slice(0, 60).join(''),
    others: [],
    places: [place1],
  };
  const called: Noted = { ...name, name: 'Tom Becker', others: ['Tom'] };
  const all = [short, asked, name];
  const fourth = phrase('changed', finding(0, beginning(words.changed)));
  const fifth = phrase('use', offered(0, beginning(words.learning), 'It was late'));
  const said = { number, seq: 7, words: { text: words.update, learning: null } };
  const solved: SaidEvent = {
    type: 'resolved',
    solution: { ...solution, changed: words.changed, learning: words.learning },
    at: thursday,
  };
  const update: SaidEvent = { type: 'updated', text: words.update };
  return {
    'wording, of everything': wordingForm(place, sections, all, [], { kindWord }),
    'wording, with what was ticked': wordingForm(place, sections, all, [short.id, name.id]),
    'wording, with a question alone': wordingForm(place, sections, [asked], [], {
      remark: 'Your text has changed.',
    }),
    'wording, with a name alone': wordingForm(place, sections, [name], []),
    'wording, with one more': wordingForm(place, sections, [short, asked, fourth, fifth, name], []),
    'wording, with more after what was ticked': wordingForm(
      { ...place, turn: 1 },
      sections,
      [short, asked, fourth, fifth, phrase('use', finding(0, words.learning.length))],
      [],
      { remark: 'What you ticked is in your text now.' },
    ),
    'wording, with more questions than are shown': wordingForm(
      place,
      sections,
      [asked, fourth, phrase('happened', finding(0, 4)), phrase('use', finding(0, 4))],
      [],
    ),
    'wording, with a name in two forms': wordingForm(place, sections, [called], []),
    'wording, of a kind word and a name': wordingForm(place, sections, [name], [], { kindWord }),
    'wording, too long for a box': wordingForm(place, sections, [long], []),
    'posted, with a question': afterwardsPage(said, {
      part: 'text',
      finding: finding(0, beginning(words.update)),
    }),
    'posted, with a rewording': afterwardsPage(said, {
      part: 'text',
      finding: offered(0, beginning(words.update), 'It was late'),
    }),
    'posted, with a rewording too long for a line': afterwardsPage(said, {
      part: 'text',
      finding: offered(0, beginning(words.update), words.text.padEnd(1200, '.')),
    }),
    'posted, with a kind word': afterwardsPage(
      { ...said, words: { text: words.changed, learning: words.learning } },
      {
        part: 'learning',
        finding: finding(0, words.learning.length, { kind: 'kind word', text: 'It can happen to anyone.' }),
      },
    ),
    'edit an update': amendForm(number, { seq: 7, event: update, by: null, isNewest: true }, {}),
    'edit a solution': amendForm(number, { seq: 7, event: solved, by: null, isNewest: true }, {}),
    'edit a solution, with a draft': amendForm(
      number,
      { seq: 7, event: solved, by: null, isNewest: true },
      { 'amended-text': words.changed, 'amended-learning': words.learning },
    ),
    'called no blame': disputedPage(number),
    'edited as offered': amendedPage({
      number,
      seq: 7,
      words: { text: words.changed, learning: words.learning },
    }),
  };
}
