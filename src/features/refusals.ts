import type { Refusal } from '../core/decision.ts';
import type { PersonId } from '../core/issue.ts';
import type { Drawing } from '../platform/slack/drawing.ts';
import { actions, section } from './blocks.ts';
import { withdrawButton } from './buttons.ts';
import { amendRefusals } from './refused-amend.ts';
import { answerRefusals } from './refused-answer.ts';
import { askRefusals } from './refused-ask.ts';
import { endRefusals } from './refused-end.ts';
import { flagRefusals } from './refused-flag.ts';
import { helpRefusals } from './refused-help.ts';
import { learningRefusals } from './refused-learning.ts';
import { ownerRefusals } from './refused-owner.ts';
import type { About, Name, WordsOf } from './refused.ts';
import { capitalised } from './words.ts';

const words: WordsOf<Refusal> = {
  ...flagRefusals,
  ...ownerRefusals,
  ...answerRefusals,
  ...helpRefusals,
  ...endRefusals,
  ...askRefusals,
  ...learningRefusals,
  ...amendRefusals,
};

/** Why it can't be done, kindly, to this person alone. */
function refusalWords(refusal: Refusal, number: number, name: Name): string {
  const say = words[refusal.reason] as (about: About<Refusal>) => string;
  return say({ refusal, number, name });
}

export interface Refused {
  readonly refusal: Refusal;
  readonly slackIds: ReadonlyMap<PersonId, string>;
}

/** A refusal where mentions can be shown: beside a message, or on a page of its own. */
export function refusalDrawing({ refusal, slackIds }: Refused, number: number): Drawing {
  const text = capitalised(refusalWords(refusal, number, (person) => mention(slackIds, person)));
  const isPosted = refusal.reason === 'posted-already' && refusal.state === 'open';
  const canWithdraw = isPosted || refusal.reason === 'waits-for-channel';
  return { text, blocks: [section(text), ...(canWithdraw ? [actions(withdrawButton(number))] : [])] };
}

/** A refusal under a field, where only plain words are shown. */
export function refusalLine({ refusal }: Refused, number: number): string {
  return capitalised(refusalWords(refusal, number, () => whoIsMeant(refusal)));
}

/** Forms that offer somebody name whom they chose; in all others it is the owner. */
function whoIsMeant({ reason }: Refusal): string {
  if (reason === 'cannot-own' || reason === 'candidate-unknown') return 'that person';
  return reason === 'solved-by' ? 'its owner' : 'somebody else';
}

/** `<@U…>`; somebody we were asked to forget is *somebody who has left*. */
export function mention(slackIds: ReadonlyMap<PersonId, string>, person: PersonId | null): string {
  const id = person === null ? undefined : slackIds.get(person);
  return id === undefined ? 'somebody who has left' : `<@${id}>`;
}
