import type { ActionsBlock, Button } from '@slack/types';

import { lessons } from '../core/ask.ts';
import type { Ask, Taker } from '../core/ask.ts';
import type { ClaimedIssue } from '../core/issue.ts';
import { lessonLabels } from './ask-words.ts';
import { buttonWith } from './blocks.ts';
import { button, ids } from './buttons.ts';
import { snoozeMenu } from './go-on-buttons.ts';

export const askIds = {
  promise: 'promise-support',
  answer: 'answer-ask',
  done: 'support-done',
  notPossible: 'support-not-possible',
  passUp: 'pass-one-rung-up',
  contain: 'contain-for-now',
  contained: 'contained',
  cannotContain: 'cannot-contain',
  stillContaining: 'still-containing',
  snoozeContainment: 'snooze-containment',
  offerToTake: 'offer-to-take-over',
  letTake: 'let-take-over',
  keepIt: 'keep-it',
  lesson: 'tell-lesson',
} as const;

/** For whoever is asked; they carry which ask they answer. Who contains the damage already is not asked to. */
export function answerAskButtons(issue: ClaimedIssue & { readonly ask: Ask }, isTop: boolean): Button[] {
  const { number, ask, containment } = issue;
  const { since } = ask;
  return [
    { ...about(askIds.promise, "I'll do it", number, since), style: 'primary' },
    about(askIds.answer, 'Here is an answer', number, since),
    about(askIds.notPossible, 'Not possible, because…', number, since),
    ...(isTop ? [] : [about(askIds.passUp, 'Pass it one rung up', number, since)]),
    ...(containment?.state === 'under-way' ? [] : [button(askIds.contain, 'Contain for now', number)]),
    about(askIds.offerToTake, 'Offer to take over', number, since),
  ];
}

/** For whoever leads and was told that it could use help. */
export function offerSupportButton(number: number): Button {
  return button(ids.offerSupport, 'Offer support', number, { style: 'primary' });
}

/** For whoever has promised it. */
export function promisedButtons(number: number, { since }: Ask): Button[] {
  return [
    { ...about(askIds.done, 'Done', number, since), style: 'primary' },
    about(askIds.promise, 'Another date', number, since),
    about(askIds.notPossible, 'Not possible, because…', number, since),
  ];
}

export function containButtons(number: number): Button[] {
  return [
    button(askIds.contained, 'Contained', number, { style: 'primary' }),
    button(askIds.cannotContain, "I can't after all", number),
  ];
}

/** The same for whoever is asked whether it still holds. */
export function stillContainingButtons(number: number): ActionsBlock['elements'] {
  return [
    button(askIds.stillContaining, 'Still holding', number, { style: 'primary' }),
    button(askIds.contained, 'Contained', number),
    button(askIds.cannotContain, "I can't after all", number),
    snoozeMenu(number, askIds.snoozeContainment),
  ];
}

/** Carry which offer they answer: pressed on an old one, they say nothing of a newer. */
export function takeButtons(number: number, { since }: Taker): Button[] {
  return [
    about(askIds.letTake, 'Yes, hand it over', number, since),
    about(askIds.keepIt, 'No, I keep it', number, since),
  ];
}

function about(id: string, text: string, number: number, since: number): Button {
  return { ...button(id, text, number), value: `${number} ${since}` };
}

/** `seq`: the event that ended the ask. */
export function lessonButtons(number: number, seq: number): Button[] {
  return lessons.map((lesson) =>
    buttonWith(
      `${askIds.lesson}-${lesson}`,
      lessonLabels[lesson],
      `${number} ${seq}`,
      `${lessonLabels[lesson]}: issue #${number}`,
    ),
  );
}
