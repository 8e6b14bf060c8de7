import { couldStillUseHelp, isSupportOffered } from '../../core/attended.ts';
import type { Scene } from '../../platform/postgres/scene.ts';
import type { Drawing } from '../../platform/slack/drawing.ts';
import { aboutIssue } from '../about-issue.ts';
import { offerSupportButton } from '../ask-buttons.ts';
import { asWhom, couldUseHelp, supportIsOffered } from '../ask-words.ts';
import { actions, oneSentence } from '../blocks.ts';
import { toCard } from '../issue-card.ts';

/** Tells those who lead that an issue could use help, and never why. */
export function drawCouldUseHelp(scene: Scene): Drawing | null {
  const { issue, happening, cardLink } = scene;
  if (happening?.event.type !== 'could-use-help') return null;
  if (!couldStillUseHelp(issue, happening.seq)) return { ...oneSentence(whatCameOfIt(scene)), isEcho: true };
  const { to, rung } = happening.event;
  const you = rung === undefined ? '' : ` I ask you, ${asWhom(rung)}.`;
  const one = to.length > 1 ? ' One of you is enough.' : '';
  const ours = `*#${issue.number}* ${couldUseHelp}${you}${one}${toCard(cardLink)}`;
  return aboutIssue(ours, issue, [actions(offerSupportButton(issue.number))]);
}

function whatCameOfIt({ issue, happening }: Scene): string {
  const number = `*#${issue.number}*`;
  return isSupportOffered(issue, happening?.seq)
    ? supportIsOffered(issue.number)
    : `${number} goes on. Nothing is asked of you any more; thank you for being there.`;
}
