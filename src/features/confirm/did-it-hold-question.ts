import { awaitsWhetherHeld, saidOfHoldBy } from '../../core/did-it-hold.ts';
import { roundOf } from '../../core/issue.ts';
import type { ConfirmedIssue } from '../../core/issue.ts';
import type { Scene } from '../../platform/postgres/scene.ts';
import type { Drawing } from '../../platform/slack/drawing.ts';
import { actions, oneSentence, section } from '../blocks.ts';
import { cameBackButton, holdButtons } from '../buttons.ts';
import { toCard } from '../issue-card.ts';
import { mention } from '../refusals.ts';
import { capitalised, oneMore } from '../words.ts';
import { aboutFix } from './about-fix.ts';
import { howItGoesOn } from './how-it-goes-on.ts';

/** *Did it hold?*, a month after a fix was confirmed; redrawn with what they answered. */
export function drawDidItHold(scene: Scene): Drawing {
  const { issue, reader, round } = scene;
  if (issue.state !== 'confirmed' || roundOf(issue) !== round) return wentOn(scene);
  if (reader !== null && awaitsWhetherHeld(issue, reader, `${issue.number}/${round}`))
    return question(scene, issue);
  return answered(scene, issue);
}

function question(scene: Scene, issue: ConfirmedIssue): Drawing {
  const { reader, slackIds, cardLink } = scene;
  const ask = `*#${issue.number}* was confirmed as fixed a month ago. Did it hold?`;
  const who = capitalised(`${mention(slackIds, issue.owner)}, who took it on, had changed this:`);
  const you = issue.reporter.person === reader ? 'You flagged it' : 'You met it as well';
  const why = `${you}, so I ask you, once. “It came back” is as useful as “It held”: it simply goes on.${toCard(cardLink)}`;
  return aboutFix(issue, { ask, who, why }, actions(...holdButtons(issue)));
}

function answered(scene: Scene, issue: ConfirmedIssue): Drawing {
  const { reader, cardLink } = scene;
  const said = reader === null ? null : saidOfHoldBy(issue, reader);
  if (said === 'came-back') return doubts(scene, issue);
  const text = `${whatIsKnown(issue, said)} If it comes back, please say so here.${toCard(cardLink)}`;
  return { text, blocks: [section(text), actions(cameBackButton(issue))], isEcho: true };
}

function doubts({ slackIds, cardLink }: Scene, { number, owner }: ConfirmedIssue): Drawing {
  const text = `You say that *#${number}* came back. Thank you for telling. ${oneMore(mention(slackIds, owner))}; until then it counts as fixed.${toCard(cardLink)}`;
  return { ...oneSentence(text), isEcho: true };
}

function whatIsKnown({ number, hasHeld }: ConfirmedIssue, said: ReturnType<typeof saidOfHoldBy>): string {
  if (said === 'held') return `You say that *#${number}* held. Thank you for telling.`;
  if (said === 'cannot-tell')
    return `You can't tell whether *#${number}* held. That is an answer too; nobody asks you again.`;
  return `*#${number}* ${hasHeld ? 'held, say others who met it' : 'counts as fixed'}. Nothing is asked of you.`;
}

/** It came back, or was solved anew since. */
function wentOn(scene: Scene): Drawing {
  const text = `${howItGoesOn(scene, `*#${scene.issue.number}* came back, and`)}${toCard(scene.cardLink)}`;
  return { ...oneSentence(text), isEcho: true };
}
