import { expect, it } from 'vitest';

import type { PersonId } from '../../src/core/issue.ts';
import { ana, anActor, anIssue, kim, lea, sam, solution } from '../support/builders.ts';
import { does, live, says, solve } from './life.ts';
import type { Step } from './life.ts';

const letGo = (person: PersonId): Step => [anActor(person), { type: 'let-go', ownerHasLeft: false }];
const claim = (person: PersonId): Step => [anActor(person), { type: 'claim' }];
const handOver = (from: PersonId, to: PersonId): readonly Step[] => [
  [anActor(from), { type: 'offer', to: { person: to, canOwn: true } }],
  [anActor(to), { type: 'accept' }],
];

const cases: readonly (readonly [string, readonly Step[], readonly PersonId[]])[] = [
  ['nobody, while the first has it', [], []],
  ['nobody, once they have solved it', [solve], []],
  ['whoever let it go', [letGo(sam)], [sam]],
  ['also once somebody else has it', [letGo(sam), claim(lea)], [sam]],
  ['whoever handed it over', handOver(sam, lea), [sam]],
  ['nobody who has it again', [letGo(sam), claim(lea), letGo(lea), claim(sam)], [lea]],
  ['each once, the last one last', [letGo(sam), claim(lea), letGo(lea), claim(sam), letGo(sam)], [lea, sam]],
  ['also once it is solved', [...handOver(sam, kim), does(kim, { type: 'resolve', solution })], [sam]],
  [
    'also where that did not hold',
    [...handOver(sam, kim), does(kim, { type: 'resolve', solution }), says(ana, 'not-fixed')],
    [sam],
  ],
];

it.each(cases)('who had it before: %s', (_, steps, wanted) => {
  expect(live(anIssue({ state: 'claimed' }), ...steps).after.formerOwners).toEqual(wanted);
});

it('who has helped is remembered, each once, whatever has become of the help', () => {
  const helps = (who: PersonId): readonly Step[] => [
    does(who, { type: 'help' }),
    does(who, { type: 'helped', line: 'The other door' }),
  ];
  const again = does(ana, { type: 'stuck' });
  const issue = anIssue({ state: 'claimed', help: { state: 'wanted' } });
  expect(live(issue, does(kim, { type: 'help' })).after.helpers).toEqual([]);
  expect(live(issue, ...helps(kim), again, ...helps(lea), again, ...helps(kim)).after.helpers).toEqual([
    kim,
    lea,
  ]);
});
