import type { KnownBlock } from '@slack/types';
import type { Temporal } from 'temporal-polyfill';

import type { Ask, Lesson, Need } from '../core/ask.ts';
import type { ClaimedIssue, PersonId } from '../core/issue.ts';
import { note, quoted, section } from './blocks.ts';
import { dayInWords } from './day.ts';
import { mention } from './refusals.ts';
import { capitalised, comingMoment, listed } from './words.ts';

type Names = ReadonlyMap<PersonId, string>;

/** As an owner chooses them. */
export const needLabels: Readonly<Record<Need, string>> = {
  decision: 'A decision',
  time: 'Time',
  money: 'Money',
  access: 'Access',
  training: 'Training',
  person: 'A person',
  pressure: 'Take the pressure off customers',
};

/** As they stand in a sentence. */
const needWords: Readonly<Record<Need, string>> = {
  decision: 'a decision',
  time: 'time',
  money: 'money',
  access: 'access',
  training: 'training',
  person: 'a person',
  pressure: 'taking the pressure off customers',
};

/** Of an issue, to whoever leads. */
export const couldUseHelp =
  'could use help. It stays with whoever has taken it on; what might it need that you can provide?';

/** Asks whoever takes the immediate damage. */
export function stillContaining(number: number): string {
  return `You contain the damage of *#${number}* for now. Does it still hold?`;
}

export function supportIsOffered(number: number): string {
  return `Support with *#${number}* is offered to whoever has taken it on. Thank you.`;
}

export const lessonLabels: Readonly<Record<Lesson, string>> = {
  freedom: 'A freedom',
  step: 'A step in the playbook',
  training: 'Training',
  tool: 'A tool',
  nothing: 'Nothing',
};

export function needsInWords({ needs }: Pick<Ask, 'needs'>): string {
  return listed(needs.map((it) => needWords[it]));
}

/** Each rung hears why it is they who are asked. */
const roles: Readonly<Record<number, string>> = {
  0: 'as somebody who leads here',
  1: 'whom those who lead here turn to',
  3: 'as an admin here',
};

export function asWhom(rung: number): string {
  return roles[rung] ?? 'as the sponsor here';
}

/** Of those people, the ones who can be named. */
export function namesOf(slackIds: Names, people: readonly PersonId[]): string[] {
  return people.filter((it) => slackIds.has(it)).map((it) => mention(slackIds, it));
}

/**
 * `@Lea has it now, and answers by …`; more than one: one of them does; none: they have left. `by` is `null` where that is
 * over.
 */
export function whoAnswersBy(names: readonly string[], by: string | null): string {
  const [first] = names;
  if (first === undefined) return 'It goes on to others now.';
  const haveIt = names.length > 1 ? `${listed(names)} have it now` : `${capitalised(first)} has it now`;
  if (by === null) return `${haveIt}.`;
  return names.length > 1 ? `${haveIt}, and one of them answers ${by}.` : `${haveIt}, and answers ${by}.`;
}

/** To the owner, after two questions without an answer. */
export function containmentUnknown(number: number): string {
  return `It is not known just now whether the damage of *#${number}* is still contained.`;
}

/** To the owner: what they asked for, who has it, and until when. */
export function askInWords(
  { ask, containment }: ClaimedIssue,
  slackIds: Names,
  now: Temporal.Instant,
): string[] {
  const asked = ask === null ? [] : [standingInWords(ask, slackIds, now)];
  const taker =
    ask?.taker == null || ask.taker.hasLeft === true
      ? []
      : [`${named(slackIds, ask.taker.by)} offers to take it over.`];
  if (containment === null) return [...asked, ...taker];
  const who = named(slackIds, containment.by);
  const damage =
    containment.state === 'done'
      ? `${who} has contained the damage.`
      : `${who} takes care of the immediate damage; the lasting fix is yours.`;
  return [...asked, ...taker, damage];
}

function standingInWords(ask: Ask, slackIds: Names, now: Temporal.Instant): string {
  const { standing, to } = ask;
  const asked = `You asked for support: ${needsInWords(ask)}.`;
  const names = namesOf(slackIds, to);
  switch (standing.state) {
    case 'promised':
      return `${named(slackIds, standing.by)} sees to what you asked for, ${needsInWords(ask)}, by ${dayInWords(standing.on, now)}.`;
    case 'unanswered': {
      const still = names.length === 0 ? '' : ' Those I asked can still answer.';
      return `${asked} There was no answer in time, and there is nobody else whom I could ask.${still}`;
    }
    case 'asked':
      if (standing.until !== null)
        return `${asked} ${whoAnswersBy(names, comingMoment('by', standing.until))}`;
      return `${asked} It goes to ${names.length === 0 ? 'others' : listed(names)} as soon as they are at work.`;
  }
}

function named(slackIds: Names, person: PersonId): string {
  return capitalised(mention(slackIds, person));
}

/** On the card: what the issue needs, and who keeps the damage small. Never who is silent. */
export function supportDetail(
  { ask, containment, owner }: ClaimedIssue,
  slackIds: Names,
  now: Temporal.Instant,
): KnownBlock[] {
  const asked = ask === null ? [] : [note(whatItNeeds(ask, now))];
  if (containment === null) return asked;
  const who = named(slackIds, containment.by);
  if (containment.state === 'done')
    return [...asked, section(`${who} contained the damage:`), quoted(containment.line)];
  return [...asked, section(containedBy(who, mention(slackIds, owner)))];
}

export function containedBy(who: string, owner: string): string {
  return `${who} takes care of the immediate damage. The lasting fix stays with ${owner}.`;
}

function whatItNeeds(ask: Ask, now: Temporal.Instant): string {
  return ask.standing.state === 'promised'
    ? `Support is on its way, by ${dayInWords(ask.standing.on, now)}: ${needsInWords(ask)}.`
    : `Support was asked for: ${needsInWords(ask)}.`;
}
