import { describe, expect, it } from 'vitest';

import type { Command } from '../../src/core/command.ts';
import { helpEndedWith } from '../../src/core/decide-help.ts';
import { evolve } from '../../src/core/evolve.ts';
import { followUps } from '../../src/core/follow-ups.ts';
import type { PersonId } from '../../src/core/issue.ts';
import { aMeToo, ana, anActor, anIssue, hal, kim, lea, max, ned, sam } from '../support/builders.ts';
import { does, live, nameOf, solve, told } from './life.ts';
import type { Change, Step } from './life.ts';

const met = { meToos: [aMeToo(lea)] };
const help = { state: 'promised', helper: hal, since: 2 } as const;
const stuck = anIssue({ state: 'open', ...met, help: { state: 'wanted' } });
const helping = anIssue({ state: 'open', ...met, help });
const asLead = (person: PersonId, command: Command): Step => [anActor(person, { isLead: true }), command];
const other = anIssue({ state: 'open', number: 17 });

describe('of help for whoever is stuck', () => {
  it.each<[string, Change, string[]]>([
    [
      'promised',
      live(stuck, does(hal, { type: 'help' })),
      ['card 42', 'help 42/3 to hal', 'reply 42/3', 'news 42/3 to ana'],
    ],
    [
      'given',
      live(helping, does(hal, { type: 'helped', line: 'The old form' })),
      ['card 42', 'help 42/2 to hal', 'reply 42/3', 'news 42/3 to ana'],
    ],
    [
      'taken back',
      live(helping, does(hal, { type: 'cannot-help' })),
      ['card 42', 'help 42/2 to hal', 'news 42/3 to ana'],
    ],
    [
      'promised by somebody who has left',
      live({ ...helping, help: { ...help, hasLeft: true } }, { type: 'helper-left' }),
      ['card 42', 'help 42/2 to hal', 'news 42/3 to ana'],
    ],
    [
      'not needed any more',
      live(helping, does(ana, { type: 'not-stuck' })),
      ['card 42', 'help 42/2 to hal', 'news 42/3 to hal'],
    ],
    [
      'not needed any more, and nobody had promised it',
      live(stuck, does(ana, { type: 'not-stuck' })),
      ['card 42'],
    ],
    [
      'wanted again after it was given',
      live(
        anIssue({ state: 'open', help: { ...help, state: 'given', line: 'The old form' } }),
        does(ana, { type: 'stuck' }),
      ),
      ['card 42', 'help 42/2 to hal', 'reply 42/3', 'news 42/3 to hal'],
    ],
    [
      'over since it is solved: whoever was to help hears so',
      live(anIssue({ state: 'claimed', help }), solve),
      [
        'card 42',
        'controls 42/3 to sam',
        'help 42/2 to hal',
        'question 42/1 to ana',
        'reply 42/4',
        'news 42/5 to hal',
      ],
    ],
    [
      'over since it is withdrawn',
      live(helping, does(ana, { type: 'withdraw', duplicates: [] })),
      ['card 42', 'help 42/2 to hal', 'news 42/3 to lea', 'news 42/4 to hal'],
    ],
  ])('%s', (_, change, wanted) => {
    expect(told(change)).toEqual(wanted);
  });
});

it('of help that ends with another, which is fixed: whoever was to help hears, and all who are stuck', () => {
  const both = [aMeToo(lea), { ...aMeToo(max), isStuck: true as const }];
  const before = anIssue({ state: 'duplicate', meToos: both, help });
  const events = helpEndedWith(before, 17);
  const after = events.reduce(evolve, before);
  const change = { before, after, events, followUps: followUps(before, after, events) };
  expect(told(change)).toEqual([
    'card 42',
    'help 42/2 to hal',
    'news 42/4 to hal',
    'news 42/4 to ana',
    'news 42/4 to max',
  ]);
  expect(helpEndedWith(anIssue({ state: 'duplicate' }), 17)).toEqual([]);
});

const declined = anIssue({ state: 'declined', ...met });
const looked = { state: 'asked', of: [ned, hal], since: 4 } as const;

describe('of what is not being done', () => {
  it.each<[string, Change, string[]]>([
    [
      'by a lead, while somebody else owns it',
      live(anIssue({ state: 'claimed', ...met }), asLead(kim, { type: 'not-doing', because: 'No' })),
      [
        'card 42',
        'controls 42/3 to sam',
        'news 42/4 to ana',
        'reply 42/4',
        'news 42/4 to lea',
        'news 42/4 to sam',
      ],
    ],
    [
      'by its owner, who met it as well',
      live(
        anIssue({ state: 'claimed', meToos: [aMeToo(sam)] }),
        does(sam, { type: 'not-doing', because: 'No' }),
      ),
      ['card 42', 'controls 42/3 to sam', 'news 42/4 to ana', 'reply 42/4'],
    ],
    [
      'another look is asked for: the button goes',
      live(declined, does(ana, { type: 'ask-look', of: [ned, hal] })),
      ['card 42', 'news 42/3 to ana'],
    ],
    [
      'it is opened again: the other who was asked need not look',
      live({ ...declined, look: looked }, asLead(ned, { type: 'open-again' })),
      [
        'card 42',
        'news 42/3 to ana',
        'reply 42/4',
        'news 42/4 to ana',
        'news 42/4 to lea',
        'news 42/4 to kim',
      ],
    ],
    [
      'it stays as it is',
      live({ ...declined, look: looked }, asLead(ned, { type: 'uphold', because: 'No' })),
      ['card 42', 'news 42/3 to ana', 'reply 42/4', 'news 42/4 to ana'],
    ],
  ])('%s', (_, change, wanted) => {
    expect(told(change)).toEqual(wanted);
  });

  it('those who are asked hear so', () => {
    const { nudges } = live(declined, does(ana, { type: 'ask-look', of: [ned, hal] })).followUps;
    const look = { kind: 'look', subject: '42/4', isQuestion: true, when: 'now' };
    expect(nudges).toEqual([ned, hal].map((person) => ({ ...look, person })));
  });

  it('shows on the Homes of those who are asked', () => {
    const change = live(declined, does(ana, { type: 'ask-look', of: [ned] }));
    expect(change.followUps.homes.map(nameOf)).toEqual(['ana', 'ned']);
  });
});

describe('of what is the same as another', () => {
  const same: Command = { type: 'duplicate', of: { asked: 17, issue: other } };

  it.each<[string, Change, string[]]>([
    [
      'by its reporter: the others are told',
      live(anIssue({ state: 'open', ...met }), does(ana, same)),
      ['card 42', 'reply 42/3', 'news 42/3 to lea'],
    ],
    [
      'by a lead, while somebody owns it',
      live(anIssue({ state: 'claimed', ...met }), asLead(kim, same)),
      [
        'card 42',
        'controls 42/3 to sam',
        'reply 42/4',
        'news 42/4 to ana',
        'news 42/4 to lea',
        'news 42/4 to sam',
      ],
    ],
    [
      'by somebody who met it as well',
      live(anIssue({ state: 'claimed', ...met, owner: max }), asLead(lea, same)),
      ['card 42', 'controls 42/3 to max', 'reply 42/4', 'news 42/4 to ana', 'news 42/4 to max'],
    ],
  ])('%s', (_, change, wanted) => {
    expect(told(change)).toEqual(wanted);
  });
});
