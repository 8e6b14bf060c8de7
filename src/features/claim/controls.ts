import type { KnownBlock } from '@slack/types';

import { isOwned } from '../../core/issue.ts';
import type { OwnedIssue } from '../../core/issue.ts';
import type { Scene } from '../../platform/postgres/scene.ts';
import type { Drawing } from '../../platform/slack/drawing.ts';
import { aboutIssue } from '../about-issue.ts';
import { askInWords } from '../ask-words.ts';
import { actions, note, oneSentence, plainNote, quoted, section } from '../blocks.ts';
import { inquireButtons, ownersButtons, updateButton } from '../buttons.ts';
import { agreementDetail, toCard } from '../issue-card.ts';
import { postLine, writeUpButtons } from '../learning-buttons.ts';
import { mention } from '../refusals.ts';
import { momentInWords } from '../words.ts';

/** The owner's own message about an issue: what it is, who flagged it, and what they can do. */
export function drawControls(scene: Scene): Drawing | null {
  const { issue, reader, happening } = scene;
  if (!isOwned(issue) || issue.owner !== reader || issue.spell !== happening?.seq) return former(scene);
  if (issue.state === 'confirmed') return fixed(scene);
  const ours = `${sentence(scene)}${flaggedBy(scene)}${toCard(scene.cardLink)}`;
  return aboutIssue(ours, issue, [
    ...agreementDetail(issue.agreement, scene.now),
    ...asked(issue),
    ...supported(scene, issue),
    ...posted(scene),
    ...controls(scene, issue),
  ]);
}

/** An earlier spell of ownership, theirs or not: its buttons stand in a newer message, or are somebody else's. */
function former({ issue, reader }: Scene): Drawing {
  const isTheirs = isOwned(issue) && issue.owner === reader;
  const text = isTheirs
    ? `*#${issue.number}* goes on with you. Its buttons are in a newer message here.`
    : `*#${issue.number}* is no longer with you. Thank you for carrying it.`;
  return { ...oneSentence(text), isEcho: true };
}

/** What comes of it is told in a message of its own, with the thanks. */
function fixed({ issue, cardLink }: Scene): Drawing {
  const text = `*#${issue.number}* is fixed, and confirmed. More is in a newer message here.${toCard(cardLink)}`;
  return { text, blocks: [section(text), quoted(issue.text)], isEcho: true };
}

function sentence({ issue, happening }: Scene): string {
  const number = `*#${issue.number}*`;
  if (issue.state === 'resolved')
    return `You call ${number} solved. Those who met it are asked whether it is.`;
  if (happening?.event.type === 'reopened') {
    const what = happening.event.isReturn === true ? 'came back' : "isn't fixed yet";
    return `${number} ${what} for those who met it. It simply goes on, with you; whatever they add stands in its card's thread.`;
  }
  if (happening?.event.type === 'separated') {
    const { from, wasWithdrawn } = happening.event;
    const why =
      wasWithdrawn === true
        ? `#${from}, which ${number} was the same as, was withdrawn`
        : `${number} is not the same as another after all`;
    return `${why}, so it goes on, and is yours as it was.`;
  }
  return `${number} is yours. You see that it gets solved; you need not do it all.`;
}

/** The owner sees who it was. */
function flaggedBy({ issue, slackIds, reader }: Scene): string {
  const { person } = issue.reporter;
  if (person === null) return '';
  return person === reader ? ' You flagged it yourself.' : ` ${mention(slackIds, person)} flagged it.`;
}

/** What they asked stays between the two of them, so it is on no card. */
function asked({ inquiry, reporter }: OwnedIssue): KnownBlock[] {
  if (inquiry === null || inquiry.isAnswered) return [];
  const still = reporter.hasLeft ? 'who has left since, so no answer comes' : 'and not answered yet';
  return [plainNote(`Asked of the person who flagged it, ${still}: ${inquiry.text}`)];
}

/** What they asked of those who lead, who has it, and until when. */
function supported({ slackIds, now }: Scene, issue: OwnedIssue): KnownBlock[] {
  return issue.state === 'claimed' ? askInWords(issue, slackIds, now).map((it) => section(it)) : [];
}

/** Whoever posts hears that it is posted, where they pressed. */
function posted({ updatedAt }: Scene): KnownBlock[] {
  if (updatedAt === null) return [];
  return [note(`Your newest update is posted in the thread of its card: ${momentInWords(updatedAt)}.`)];
}

function controls({ learned, reader }: Scene, issue: OwnedIssue): KnownBlock[] {
  if (issue.state !== 'resolved') return [actions(...ownersButtons(issue))];
  const write = writeUpButtons(issue, learned, reader);
  return [...postLine(learned), actions(updateButton(issue.number), ...write, ...inquireButtons(issue))];
}
