import { hasPassedOnce } from '../../core/asked-first.ts';
import { isOwned } from '../../core/issue.ts';
import type { Issue, IssueEvent, OpenIssue } from '../../core/issue.ts';
import type { Scene } from '../../platform/postgres/scene.ts';
import type { Drawing } from '../../platform/slack/drawing.ts';
import { containedBy, needsInWords } from '../ask-words.ts';
import { fallback, quoted, section, shortened } from '../blocks.ts';
import { dayInWords } from '../day.ts';
import { anyone, decider, linked, stateWords } from '../issue-card.ts';
import { mention } from '../refusals.ts';
import { capitalised, verdictWords } from '../words.ts';

/** What happened, in a line, and what somebody said about it. */
export function drawReply(scene: Scene): Drawing | null {
  const { issue, happening, slackIds } = scene;
  if (happening === null) return null;
  const { event, actor, role } = happening;
  if (event.type === 'promise-passed') return onceMore(scene);
  switch (event.type) {
    case 'claimed':
      return line(`${mention(slackIds, event.owner)} has taken it on.`);
    case 'handed-over':
      return line(`${mention(slackIds, event.to)} has it now.`);
    case 'let-go':
      return line(
        event.hasLeft
          ? 'Its owner has left. It needs an owner again.'
          : `${mention(slackIds, event.from)} let it go. It needs an owner again.`,
      );
    case 'held':
      return line(
        `A month later it held, ${role === 'reporter' ? 'says the person who flagged it' : 'say those who met it'}.`,
      );
    case 'updated':
      return line(`An update from ${mention(slackIds, actor)}:`, event.text);
    case 'resolved':
      return line(`${mention(slackIds, actor)} calls it solved. What changed:`, event.solution.changed);
    case 'confirmed':
      return line(
        role === 'reporter' ? 'Fixed, says the person who flagged it.' : 'Fixed, say those who met it.',
      );
    case 'reopened':
      return line(
        `${event.isReturn === true ? 'It came back' : 'Not fixed yet'}, ${role === 'reporter' ? 'says the person who flagged it' : 'say those who met it'}. It goes on${'owner' in issue ? ` with ${mention(slackIds, issue.owner)}` : ''}.`,
      );
    case 'commented':
      return line(
        `${event.asReporter ? 'The person who flagged it' : 'Somebody who met it'} says “${verdictWords[event.verdict]}”:`,
        event.text,
      );
    default:
      return otherLine(scene, event);
  }
}

/**
 * It is offered once more, in the channel too: the words stand for themselves there. What came of that they say as the
 * card does.
 */
function onceMore({ issue, slackIds, links, now }: Scene): Drawing {
  const isOver = issue.state !== 'open' || issue.promise?.state === 'waiting';
  const ours = issue.state === 'open' ? offered(issue) : stateWords(issue, now, slackIds, links);
  const begins = shortened(issue.state === 'withdrawn' ? '' : issue.text, 300);
  return {
    text: fallback(ours, begins),
    blocks: [section(ours), ...(begins === '' ? [] : [quoted(begins)])],
    isBroadcast: true,
    ...(isOver ? { isEcho: true } : {}),
  };
}

function offered({ number, promise }: OpenIssue): string {
  const wanted = hasPassedOnce(promise) ? 'a first answer, and an owner' : 'an owner';
  return `*#${number}* needs ${wanted}. ${anyone}`;
}

/** Of support, of help for whoever is stuck, and of what has to wait or ends otherwise than by a fix. */
function otherLine({ issue, slackIds, links, now }: Scene, event: IssueEvent): Drawing | null {
  switch (event.type) {
    case 'looks-again':
      return line(
        `It has to wait, says ${mention(slackIds, event.by)}, and is looked at again on ${dayInWords(event.on, now)}. Until then anyone may still take it.`,
      );
    case 'asked':
      return line(`Support was asked for: ${needsInWords(event)}.`);
    case 'ask-closed':
      return line('The support that was asked for is there.');
    case 'containing':
      return line(containedBy(capitalised(mention(slackIds, event.by)), ownerIn(issue, slackIds)));
    case 'contained':
      return line(`${mention(slackIds, event.by)} contained the damage:`, event.line);
    case 'containment-ended':
      return event.over === undefined
        ? null
        : line(`With that, what ${mention(slackIds, event.by)} did about the immediate damage ends, too.`);
    case 'help-promised':
      return line(`${mention(slackIds, event.helper)} helps today.`);
    case 'helped':
      return line(`${mention(slackIds, event.helper)} helped:`, event.line);
    case 'help-wanted':
      return line('Somebody is stuck on it again. Anyone may help them today.');
    case 'stuck-too':
      return line('Somebody who met it as well is stuck on it right now. Anyone may help them today.');
    case 'declined':
      return line(`Not doing, says ${decider(event, slackIds)}, because:`, event.because);
    case 'opened-again':
      return line(`${mention(slackIds, event.by)} took another look: it is open again, and needs an owner.`);
    case 'upheld':
      return line(
        `${mention(slackIds, event.by)} took another look. It stays as it is, because:`,
        event.because,
      );
    case 'duplicated':
      return line(`It is the same as ${linked(event.of, links)}, and goes on there.`);
    case 'merged':
      return line(`${linked(event.from, links)} turned out to be the same. It goes on here.`);
    case 'separated': {
      const goesOn =
        event.owner === null
          ? 'goes on here, and needs an owner'
          : `goes on here, with ${mention(slackIds, event.owner)}`;
      return line(
        event.wasWithdrawn === true
          ? `${linked(event.from, links)} was withdrawn by the person who flagged that, so it ${goesOn}.`
          : `It is not the same as ${linked(event.from, links)} after all: it ${goesOn}.`,
      );
    }
    case 'unmerged':
      return line(
        `${linked(event.from, links)} is not the same after all. It goes on by itself, and its people are counted there.`,
      );
    default:
      return null;
  }
}

function ownerIn(issue: Issue, slackIds: Scene['slackIds']): string {
  return isOwned(issue) ? mention(slackIds, issue.owner) : 'its owner';
}

function line(sentence: string, typed?: string): Drawing {
  const ours = capitalised(sentence);
  return {
    text: fallback(ours, typed),
    blocks: [section(ours), ...(typed === undefined ? [] : [quoted(typed)])],
  };
}
