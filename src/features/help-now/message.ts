import { isForReporter, stuckMeToos } from '../../core/stuck.ts';
import type { Scene } from '../../platform/postgres/scene.ts';
import type { Drawing } from '../../platform/slack/drawing.ts';
import { aboutIssue } from '../about-issue.ts';
import { actions, oneSentence } from '../blocks.ts';
import { cannotHelpButton, helpedButton } from '../buttons.ts';
import { toCard } from '../issue-card.ts';
import { mention } from '../refusals.ts';
import { listed } from '../words.ts';

/** The helper's own message: whom they help with what, for as long as they do. */
export function drawHelp(scene: Scene): Drawing {
  const { issue, reader, happening, cardLink } = scene;
  const { help, number } = issue;
  const isTheirs = help !== null && help.state !== 'wanted' && help.since === happening?.seq;
  if (!isTheirs || help.helper !== reader) return over(number);
  if (help.state === 'given') return given(number);
  const ours = `Thank you for helping with *#${number}* today.${whom(scene)} Owning the cause is another matter, and nobody expects it of you.${toCard(cardLink)}`;
  return aboutIssue(ours, issue, [actions(helpedButton(number), cannotHelpButton(number))]);
}

/** Whoever helps has to reach them; the form says so before it is flagged. */
function whom({ issue, slackIds }: Scene): string {
  const { person } = issue.reporter;
  const flagged = person !== null && isForReporter(issue) ? `${mention(slackIds, person)} flagged it` : null;
  const stuck = stuckMeToos(issue).map((it) => mention(slackIds, it));
  const met = stuck.length === 0 ? null : `${listed(stuck)} met it as well`;
  if (flagged === null && met === null) return '';
  if (met === null) return ` ${flagged}, and knows who is stuck.`;
  if (flagged !== null) return ` ${flagged} and ${met}: they know who is stuck.`;
  return ` ${met}, and ${stuck.length === 1 ? 'knows' : 'know'} who is stuck.`;
}

function given(number: number): Drawing {
  return {
    ...oneSentence(`You helped with *#${number}*, and its card says what helped. Thank you.`),
    isEcho: true,
  };
}

function over(number: number): Drawing {
  return {
    ...oneSentence(`*#${number}* needs no help from you just now. Thank you for being there.`),
    isEcho: true,
  };
}
