import { Temporal } from 'temporal-polyfill';

import { heardAt } from '../../src/core/attended.ts';
import type { Attended } from '../../src/core/attended.ts';
import type { Issue, IssueEvent, PersonId } from '../../src/core/issue.ts';
import type { OneIssueKind } from '../../src/core/nudge.ts';
import { drawAlone } from '../../src/features/hours/frame.ts';
import type { Drawing } from '../../src/platform/slack/drawing.ts';
import { kim, lea, ned, sam } from '../support/builders.ts';
import { fullIssues, drawNudge, happened } from './drawings.ts';
import type { Drawings, Words } from './drawings.ts';

const until = Temporal.PlainDate.from('2026-12-10');
const seq = 7;

/** What an owner is asked, and those who lead where nothing is heard: each kind as it asks. */
export function ownersNudges(words: Words) {
  const issue = withOwner(words, { ...heardAt(seq), unanswered: 1 });
  const told = withOwner(words, {
    ...heardAt(seq),
    unanswered: 2,
    lead: { state: 'told', since: seq, to: [], hasOffered: false },
  });
  return {
    'day-before': nudge('day-before', issue, { type: 'updated', text: words.update }),
    'on-the-day': nudge('on-the-day', issue, { type: 'updated', text: words.update }),
    quiet: nudge('quiet', issue, { type: 'claimed', owner: sam }),
    'snooze-over': nudge('snooze-over', issue, { type: 'snoozed', until }),
    'could-use-help': nudge('could-use-help', told, { type: 'could-use-help', to: [kim, ned], rung: 0 }, kim),
  };
}

/** The same once it needs no answer. */
export function ownersNudgesOver(words: Words): Drawings {
  const { open, resolved } = fullIssues(words);
  const quiet = (issue: Issue, reader?: PersonId, nth: number | null = null): Drawing | null =>
    alone(nudge('quiet', issue, { type: 'claimed', owner: sam }, reader, nth));
  const twice = withOwner(words, { ...heardAt(seq), unanswered: 2 });
  const help = (attended: Attended, rung?: number): Drawing | null => {
    const event: IssueEvent = { type: 'could-use-help', to: [kim], ...(rung === undefined ? {} : { rung }) };
    return alone(nudge('could-use-help', withOwner(words, attended), event, kim));
  };
  const heard = withOwner(words, heardAt(8));
  const told = { state: 'told', since: seq, to: [], hasOffered: false } as const;
  return {
    'quiet, the first of two': quiet(twice, sam, 0),
    'quiet, the second of two': quiet(twice, sam, 1),
    'quiet, and heard since': quiet(heard),
    'quiet, and snoozed since': quiet(withOwner(words, { ...heardAt(8), snoozedUntil: until })),
    'quiet, and solved since': quiet(resolved),
    'quiet, and let go since': quiet(open),
    'quiet, and handed over since': quiet(heard, lea),
    'could-use-help, to the only lead': help({ ...heardAt(3), unanswered: 2, lead: told }, 0),
    'could-use-help, to whom the leads turn to': help({ ...heardAt(3), unanswered: 2, lead: told }, 1),
    'could-use-help, to an admin': help({ ...heardAt(3), unanswered: 2, lead: told }, 3),
    'could-use-help, from before it was kept why': help({ ...heardAt(3), unanswered: 2, lead: told }),
    'could-use-help, and support was offered': help({
      ...heardAt(3),
      unanswered: 2,
      lead: { ...told, hasOffered: true },
    }),
    'could-use-help, and its owner was heard since': help(heardAt(8)),
  };
}

function withOwner(words: Words, attended: Attended): Issue {
  return { ...fullIssues(words).claimed, attended };
}

function alone(drawing: Drawing | null): Drawing | null {
  return drawing === null ? null : drawAlone(drawing);
}

function nudge(
  kind: OneIssueKind,
  issue: Issue,
  event: IssueEvent,
  reader = sam,
  nth: number | null = null,
): Drawing | null {
  return drawNudge(kind, { issue, reader, nth, happening: happened(event, null, 'flagpost', seq) });
}
