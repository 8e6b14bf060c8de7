import { isOwned } from '../../core/issue.ts';
import type { Issue } from '../../core/issue.ts';
import type { Scene } from '../../platform/postgres/scene.ts';
import type { Drawing } from '../../platform/slack/drawing.ts';
import { actions, fallback, note, oneSentence, quoted, section, shortened } from '../blocks.ts';
import { informButton } from '../buttons.ts';
import { toCard } from '../issue-card.ts';
import { mention } from '../refusals.ts';
import { capitalised } from '../words.ts';

/** What the reporter is asked, for the reporter alone; redrawn when it is answered or no longer stands. */
export function drawInquiry(scene: Scene): Drawing | null {
  const { issue, happening, reader } = scene;
  if (happening?.event.type !== 'inquired') return null;
  if (issue.state !== 'open' && (!isOwned(issue) || issue.owner === reader)) return overBy(issue);
  if (issue.inquiry === null) return overBy(issue);
  if (issue.inquiry.seq !== happening.seq)
    return echo(`There is a newer question about *#${issue.number}*, in a newer message here.`);
  const question = happening.event.text;
  return issue.inquiry.isAnswered ? answered(scene, question) : open(scene, question);
}

function overBy(issue: Issue): Drawing {
  return echo(`*#${issue.number}* needs no answer from you any more. Thank you.`);
}

function echo(text: string): Drawing {
  return { ...oneSentence(text), isEcho: true };
}

function open(scene: Scene, question: string): Drawing {
  const { issue, happening, slackIds, cardLink } = scene;
  const ours = capitalised(`${mention(slackIds, happening?.actor ?? null)}, ${asWhom(scene)}:`);
  return {
    text: fallback(ours, question),
    blocks: [
      section(ours),
      quoted(question),
      note(
        `Your answer goes to ${isOwned(issue) ? 'whoever has taken it on' : 'them'}, and to nobody else.${toCard(cardLink)}`,
      ),
      quoted(shortened(issue.text, 300)),
      actions(informButton(issue.number, happening?.seq ?? 0)),
    ],
  };
}

/** As whom they asked, whoever owns it by now. */
function asWhom({ issue, happening }: Scene): string {
  const about = `*#${issue.number}*, which you flagged`;
  const { event } = happening ?? {};
  if (event?.type === 'inquired' && event.by !== undefined) return `who leads here, asks you about ${about}`;
  const isOwner = isOwned(issue) && issue.owner === happening?.actor;
  return `who ${isOwner ? 'took on' : 'had taken on'} ${about}, asks you`;
}

function answered({ issue, happening, cardLink }: Scene, question: string): Drawing {
  const ours = `You answered a question about *#${issue.number}*. Thank you.${toCard(cardLink)}`;
  return {
    text: ours,
    blocks: [
      section(ours),
      quoted(question),
      actions(informButton(issue.number, happening?.seq ?? 0, 'Add to it')),
    ],
    isEcho: true,
  };
}
