import type { Ended } from '../../platform/postgres/flag-issue.ts';
import type { Drawing } from '../../platform/slack/drawing.ts';
import { anotherLook } from '../another-look.ts';
import { fallback, oneSentence, quoted, section } from '../blocks.ts';

/** The same words again, after the flag has ended otherwise than by a fix: what became of it, and what they can do. */
export function endedReceipt(issue: Ended): Drawing {
  const known = `You have flagged this already: it is *#${issue.number}*`;
  if (issue.state === 'duplicate')
    return oneSentence(
      `${known}, which is the same as *#${issue.of}* and goes on there. You are counted there.`,
    );
  const { because, look } = issue;
  const isUpheld = look?.state === 'upheld';
  const ours = `${known}. It is not going to be done${isUpheld ? ', also after another look' : ''}, because:`;
  const newest = isUpheld ? look.because : because;
  return {
    text: fallback(ours, newest),
    blocks: [section(ours), quoted(newest), ...anotherLook(issue)],
  };
}
