import type { Temporal } from 'temporal-polyfill';

import { isAskedAnew } from '../../core/asked.ts';
import { isContaining, isContainmentUnknown } from '../../core/still-containing.ts';
import type { Scene } from '../../platform/postgres/scene.ts';
import type { Drawing } from '../../platform/slack/drawing.ts';
import { aboutIssue } from '../about-issue.ts';
import { stillContainingButtons } from '../ask-buttons.ts';
import { containmentUnknown, stillContaining } from '../ask-words.ts';
import { actions, fallback, note, oneSentence, quoted, section } from '../blocks.ts';
import { askButton } from '../buttons.ts';
import { dayInWords } from '../day.ts';
import { toCard } from '../issue-card.ts';
import { asksAnew } from '../words.ts';

/** Asks whoever contains the damage whether it still holds; once they have said so the message asks nothing. */
export function drawContainment(scene: Scene): Drawing {
  const { issue, reader, happening, nth, cardLink, now } = scene;
  if (!isContaining(issue) || issue.containment.by !== reader)
    return echo(`*#${issue.number}* needs no word from you about its damage any more. Thank you.`);
  const { number, containment } = issue;
  const { asked } = containment;
  if (asked.heard !== happening?.seq) return echo(heard(number, asked.snoozedUntil, now));
  if (nth !== null && isAskedAnew(asked, nth)) return echo(asksAnew(number));
  const ours = `${stillContaining(number)} The lasting fix stays with its owner.${toCard(cardLink)}`;
  return {
    text: fallback(ours, issue.text),
    blocks: [
      section(ours),
      quoted(issue.text),
      actions(...stillContainingButtons(number)),
      note('One press is enough. Where I ask twice and hear nothing, I ask no more.'),
    ],
  };
}

/** Tells its owner that nobody knows whether the damage stays small, and never why. */
export function drawContainmentUnknown({ issue, reader, happening, cardLink }: Scene): Drawing {
  const { number } = issue;
  if (!isContainmentUnknown(issue, reader, happening?.seq ?? 0))
    return echo(`The damage of *#${number}* needs nothing from you just now.`);
  const ours = `${containmentUnknown(number)} It could use a look, so I tell you, as its owner; the lasting fix stays with you.${toCard(cardLink)}`;
  const more = issue.ask === null ? [actions(askButton(issue))] : [];
  return aboutIssue(ours, issue, [...more, note('I say so once, until something is heard of it again.')]);
}

function heard(number: number, until: Temporal.PlainDate | null, now: Temporal.Instant): string {
  return until === null
    ? `You go on containing the damage of *#${number}*. Thank you for the word.`
    : `You go on containing the damage of *#${number}*. I come back to it on ${dayInWords(until, now)}.`;
}

function echo(text: string): Drawing {
  return { ...oneSentence(text), isEcho: true };
}
