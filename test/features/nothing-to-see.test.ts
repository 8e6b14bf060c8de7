import type { InputBlock, ModalView } from '@slack/types';
import { describe, expect, it, test } from 'vitest';

import { amendForm } from '../../src/features/amend/form.ts';
import { features } from '../../src/features/index.ts';
import { isBlank, readPress, readSubmission } from '../../src/platform/slack/bodies.ts';
import type { House } from '../../src/platform/slack/feature.ts';
import { thursday } from '../support/builders.ts';
import { usualWords } from './drawings.ts';
import { forms } from './forms.ts';

const invisible = '\u200b\u2060\u200d';
const update = { type: 'updated', text: 'The bank answered' } as const;
const all: Readonly<Record<string, ModalView>> = {
  ...forms(usualWords),
  amend: amendForm(42, { seq: 7, event: update, by: null, isNewest: true }, {}),
};
const asking = new Map(
  Object.values(all)
    .filter((view) => textsIn(view).length > 0)
    .map((view) => [view.callback_id ?? '', view] as const),
);
const handlers = new Map(features.flatMap(({ submissions }) => Object.entries(submissions ?? {})));
const visit = { workspace: 'W' as never, slackUser: 'USAM', isListedAdmin: false };

function textsIn({ blocks }: ModalView): InputBlock[] {
  const inputs = blocks.filter((block): block is InputBlock => block.type === 'input');
  return inputs.filter(({ element }) => element.type === 'plain_text_input');
}

/** As Slack sends a form, with nothing to be seen in any of its texts. */
function bodyOf(view: ModalView): object {
  const values = textsIn(view).map(({ block_id: block = '' }) => [block, { typed: { value: invisible } }]);
  const { private_metadata: memory = '' } = view;
  return {
    user: { id: 'USAM' },
    actions: [{ action_id: 'typed', value: invisible }],
    view: {
      id: 'V1',
      type: 'modal',
      private_metadata: memory,
      state: { values: Object.fromEntries(values) },
    },
  };
}

/** Whoever goes on to save something fails. */
const shut = {
  store: { clock: () => thursday },
  settingsOf: async () => ({ timeZone: 'UTC' }),
} as unknown as House;

const isAsked = ({ optional }: InputBlock): boolean => optional !== true;
const mustSay = [...asking].filter(([, view]) => textsIn(view).some(isAsked));

test('the forms that ask for words are found', () => {
  expect(mustSay.map(([id]) => id).toSorted()).toMatchInlineSnapshot(`
    [
      "amend-form",
      "answer-ask-form",
      "answer-the-owner-form",
      "ask-for-support-form",
      "ask-the-reporter-form",
      "blocked-form",
      "contained-form",
      "duplicate-form",
      "edit-form",
      "flag-form",
      "helped-form",
      "learnings-search",
      "not-doing-form",
      "not-possible-form",
      "resolve-form",
      "settings-form",
      "support-done-form",
      "update-form",
      "uphold-form",
      "write-up-form",
    ]
  `);
});

test.each(mustSay)('characters that cannot be seen are no words: %s', async (id, view) => {
  const answer = await handlers.get(id)?.(shut, readSubmission(bodyOf(view), visit));
  const asked = textsIn(view).filter(isAsked);
  expect(asked.map((it) => it.block_id)).toContain(Object.keys(Object(answer).errors ?? {})[0]);
});

test.each(['comment-form', 'thanks-form'])('nor are they anything to be sent: %s', async (id) => {
  const view = asking.get(id);
  if (view === undefined) throw new Error(`no form ${id}`);
  expect(await handlers.get(id)?.(shut, readSubmission(bodyOf(view), visit))).toEqual({ effects: [] });
});

test.each([...asking])('nor is there any other text in: %s', (_, view) => {
  const empty = Object.fromEntries(textsIn(view).map(({ block_id: block = '' }) => [block, '']));
  expect(readSubmission(bodyOf(view), visit).form.values).toEqual(empty);
  expect(readPress(bodyOf(view), visit).view?.values).toEqual(empty);
});

describe('what can be seen', () => {
  it.each([
    '',
    ' \n\t\u00a0',
    '\u200b\u200c\u200d\ufeff',
    '\u00ad\u2060',
    '\ufe0f\u034f',
    '\u3164\u115f\u2800',
  ])('nothing: %j', (text) => {
    expect(isBlank(text)).toBe(true);
  });

  it.each(['.', '0', '❤️', '1️⃣', '👩‍🔧', '退款', 'استرداد', '가', '⠁', '\u200bx', '\u{1FAFF}'])(
    'something: %s',
    (text) => {
      expect(isBlank(text)).toBe(false);
    },
  );
});
