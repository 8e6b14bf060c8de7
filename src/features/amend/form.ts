import type { ModalView } from '@slack/types';

import { longestLearning, longestOf, saidTypes, wordsOf } from '../../core/said.ts';
import type { Said, SaidEvent, Words } from '../../core/said.ts';
import type { DraftFields } from '../../platform/postgres/drafts.ts';
import type { FormState } from '../../platform/slack/feature.ts';
import { editButton } from '../afterwards.ts';
import type { JustSaid } from '../afterwards.ts';
import { actions, form, page, quoted, section, textInput } from '../blocks.ts';
import { tooLongIn } from '../too-long.ts';
import { learningLabel, saidLabels } from '../words.ts';

export const amendFormId = 'amend-form';

export const fields = { text: 'amended-text', learning: 'amended-learning' } as const;

const ownWords = ' A write-up that is published keeps its own words; whoever wrote it can change those.';

/** Where what somebody has said can be put otherwise. `remarks`: what they should know first. */
export function amendForm(
  number: number,
  { seq, event }: Said,
  draft: DraftFields,
  remarks: readonly string[] = [],
): ModalView {
  const { text, learning } = wordsOf(event);
  const most = longestOf[event.type];
  return form({
    id: amendFormId,
    title: `Edit: about #${number}`,
    submit: 'Save',
    memory: `${number} ${seq} ${event.type} ${learning === null ? 'alone' : 'both'}`,
    blocks: [
      ...remarks.map((it) => section(it)),
      section(
        `What you save takes the place of what stands there now.${event.type === 'resolved' ? ownWords : ''}`,
      ),
      textInput(fields.text, saidLabels[event.type], {
        most,
        isLong: most > 300,
        focus: true,
        isKept: true,
        initial: draft[fields.text] ?? text,
      }),
      ...(learning === null
        ? []
        : [
            textInput(fields.learning, learningLabel, {
              most: longestLearning,
              isKept: true,
              initial: draft[fields.learning] ?? learning,
            }),
          ]),
    ],
  });
}

/** What stands in the form, or what is wrong with it. */
export function readWords({
  values,
  privateMetadata,
}: FormState): Words | { readonly errors: Readonly<Record<string, string>> } {
  const [, , type = '', parts] = privateMetadata.split(' ');
  const text = (values[fields.text] ?? '').trim();
  const learning = (values[fields.learning] ?? '').trim();
  if (text === '') return { errors: { [fields.text]: 'Please leave a few words here.' } };
  if (parts === 'both' && learning === '')
    return { errors: { [fields.learning]: 'Please put into one line what others can use.' } };
  const words = { text, learning: parts === 'both' ? learning : null };
  const what = saidTypes.find((it) => it === type);
  return (what === undefined ? null : tooLongFor(what, words)) ?? words;
}

/** What doesn't fit where it was written, by field of the form. */
export function tooLongFor(what: SaidEvent['type'], { text, learning }: Words): ReturnType<typeof tooLongIn> {
  return tooLongIn({
    [fields.text]: [text, longestOf[what]],
    [fields.learning]: [learning, longestLearning],
  });
}

/** How it reads now, whoever asks and however often. */
export function amendedPage(said: JustSaid): ModalView {
  const { number, words } = said;
  const { text, learning } = words;
  return page(`About #${number}`, [
    section(`What you wrote about *#${number}* reads now:`),
    quoted(text),
    ...(learning === null ? [] : [quoted(learning)]),
    actions(editButton(said)),
  ]);
}

/** Nothing but a count has changed. */
export function disputedPage(number: number): ModalView {
  return page(`About #${number}`, [
    section(
      `Thank you: that is how these notes get better. What you wrote about *#${number}* stays as it is.`,
    ),
  ]);
}
