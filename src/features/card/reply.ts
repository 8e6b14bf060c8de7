import type { Drawing, Scene } from '../../platform/slack/drawing.ts';
import { fallback, quoted, section } from '../blocks.ts';
import { mention } from '../refusals.ts';
import { capitalised, verdictWords } from '../words.ts';

/** What happened, in a line, and what somebody said about it. */
export function drawReply({ issue, happening, slackIds }: Scene): Drawing | null {
  if (happening === null) return null;
  const { event, actor, role } = happening;
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
        `Not fixed yet, say those who met it. It goes on${'owner' in issue ? ` with ${mention(slackIds, issue.owner)}` : ''}.`,
      );
    case 'commented':
      return line(
        `${event.asReporter ? 'The person who flagged it' : 'Somebody who met it'} says “${verdictWords[event.verdict]}”:`,
        event.text,
      );
    default:
      return null;
  }
}

function line(sentence: string, typed?: string): Drawing {
  const ours = capitalised(sentence);
  return {
    text: fallback(ours, typed),
    blocks: [section(ours), ...(typed === undefined ? [] : [quoted(typed)])],
  };
}
