import { describe, expect, it } from 'vitest';

import type { Command } from '../../src/core/command.ts';
import type { AskCommand } from '../../src/core/decide-ask.ts';
import type { Issue, PersonId } from '../../src/core/issue.ts';
import { creditsOf, nothingLearned, shownCredits } from '../../src/core/learning.ts';
import { ana, anActor, anIssue, kim, lea, ned, sam } from '../support/builders.ts';
import { answer, ask, asked, lead, passUp, promise } from './an-ask.ts';
import { live, solve } from './life.ts';
import type { Step } from './life.ts';

const done: AskCommand = { type: 'support-done', text: 'The bank has it' };
const contain: Step = [lead(ned), { type: 'contain' }];
const contained: Step = [lead(ned), { type: 'contained', line: 'We pay by hand' }];

function after(...steps: readonly Step[]): Issue {
  return live(asked(), ...steps).after;
}

const fixed: Step = [anActor(ana), { type: 'answer', verdict: 'fixed' }];

describe('who provided something is remembered', () => {
  const own = anActor(sam);
  const letGo: Step = [own, { type: 'let-go', ownerHasLeft: false }];
  const theirs = (command: Command): Step => [lead(kim), command];
  const cases: readonly (readonly [string, readonly Step[], readonly PersonId[]])[] = [
    ['nobody, while it is only asked', [], []],
    ['an answer', [theirs(answer)], [kim]],
    ['nobody, while it is only promised', [theirs(promise)], []],
    ['what was promised, once it is done', [theirs(promise), theirs(done)], [kim]],
    ['nobody, where it was not possible', [theirs({ type: 'not-possible', text: 'No budget' })], []],
    ['nobody, where it was passed on', [theirs(passUp)], []],
    ['nobody, where it was called back', [theirs(promise), [own, { type: 'call-back' }]], []],
    ['nobody, while the damage is only being contained', [contain], []],
    ['the damage, once it is contained', [contain, contained], [ned]],
    ['nobody, where it could not be', [contain, [lead(ned), { type: 'cannot-contain' }]], []],
    ['the damage, contained until it is solved', [contain, solve], [ned]],
    ['nobody, where what was promised was not given until it was solved', [theirs(promise), solve], []],
    ['nobody, where it was only asked until it was solved', [solve], []],
    ['nobody, where a promise ends as it is let go', [theirs(promise), letGo], []],
    ['each once', [theirs(answer), ask(), theirs(answer), contain, contained, solve], [kim, ned]],
    ['also once it is confirmed', [theirs(answer), solve, fixed], [kim]],
    [
      'also after it has come back',
      [theirs(answer), solve, [anActor(ana), { type: 'answer', verdict: 'not-fixed' }]],
      [kim],
    ],
    [
      'also where somebody else took it on since',
      [theirs(answer), letGo, [anActor(lea), { type: 'claim' }]],
      [kim],
    ],
  ];
  it.each(cases)('%s', (_, steps, wanted) => {
    expect(after(...steps).supporters).toEqual(wanted);
  });

  it('whoever takes it over by hand-over has them too', () => {
    const steps: readonly Step[] = [
      theirs(answer),
      [own, { type: 'offer', to: { person: lea, canOwn: true } }],
      [anActor(lea), { type: 'accept' }],
    ];
    expect(after(...steps).supporters).toEqual([kim]);
  });
});

describe('credits of support', () => {
  const confirmed = anIssue({ state: 'confirmed', supporters: [kim] });

  it('they are asked as everybody is, once it is confirmed', () => {
    expect(creditsOf(confirmed, null)).toContainEqual({ person: kim, roles: ['supporter'] });
    const change = live(asked(), [lead(kim), answer], solve, fixed);
    const asks = change.followUps.nudges.filter(({ kind }) => kind === 'credit');
    expect(asks.map(({ person, subject }) => [person, subject])).toEqual([
      [ana, '42'],
      [sam, '42'],
      [kim, '42'],
    ]);
  });

  it('without a yes they are a part like the others, with one they are named last, who leads or not by now', () => {
    const shown = (agreed: readonly PersonId[]) =>
      shownCredits(confirmed, { ...nothingLearned, agreed }, () => true);
    expect(shown([])).toEqual({ named: [], unnamed: ['reporter', 'owner', 'supporter'], namedLeads: [] });
    expect(shown([kim, sam])).toEqual({
      named: [{ person: sam, roles: ['owner'] }],
      unnamed: ['reporter'],
      namedLeads: [{ person: kim, roles: ['supporter'] }],
    });
  });
});
