import type { InputBlock, ModalView } from '@slack/types';
import { expect, test } from 'vitest';

import type { SaidEvent } from '../../src/core/said.ts';
import { amendForm } from '../../src/features/amend/form.ts';
import { sam, solution, thursday } from '../support/builders.ts';
import { usualWords } from './drawings.ts';
import { forms } from './forms.ts';

const all = forms(usualWords);
const text = 'The bank answered';
const said: readonly (readonly [string, SaidEvent])[] = [
  ['update', { type: 'updated', text }],
  ['inquire', { type: 'inquired', text }],
  ['inform', { type: 'informed', inquiry: 4, text }],
  ['resolve', { type: 'resolved', solution, at: thursday }],
  ['helped', { type: 'helped', helper: sam, line: text }],
  ['not doing', { type: 'declined', by: sam, as: 'owner', because: text }],
  [
    'ask for support',
    {
      type: 'asked',
      tried: text,
      needs: ['time'],
      by: null,
      rung: 0,
      to: [sam],
      isTop: true,
      lapsesAt: thursday,
    },
  ],
  ['Here is an answer', { type: 'ask-closed', how: 'answered', owner: sam, lead: sam, text }],
  [
    'Pass it one rung up',
    {
      type: 'ask-passed',
      why: 'passed-on',
      by: sam,
      text,
      on: { rung: 1, to: [sam], isTop: true, lapsesAt: thursday },
    },
  ],
  ['Contained', { type: 'contained', by: sam, line: text }],
  ['uphold', { type: 'upheld', by: sam, because: text }],
];

function asks(view: ModalView | undefined): string[] {
  const inputs = (view?.blocks ?? []).filter((it): it is InputBlock => it.type === 'input');
  return inputs.filter(({ element }) => element.type === 'plain_text_input').map(({ label }) => label.text);
}

test.each(said)('an edit asks what was asked: %s', (form, event) => {
  const edit = amendForm(42, { seq: 7, event, by: null, isNewest: true }, {});
  expect(asks(edit)).toEqual(asks(all[form]));
  expect(asks(edit).length).toBeGreaterThan(0);
});
