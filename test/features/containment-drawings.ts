import { Temporal } from 'temporal-polyfill';

import { wordAt } from '../../src/core/asked.ts';
import type { Asked } from '../../src/core/asked.ts';
import type { ClaimedIssue, Issue } from '../../src/core/issue.ts';
import { drawAlone } from '../../src/features/hours/frame.ts';
import { drawContainment, drawContainmentUnknown } from '../../src/features/support/containment.ts';
import type { Drawing } from '../../src/platform/slack/drawing.ts';
import { kim } from '../support/builders.ts';
import { asking as askingFor } from './asking.ts';
import { fullIssues, happened, sceneOf } from './drawings.ts';
import type { Drawings, Words } from './drawings.ts';

/** Kim, who contains the damage since event 8, is asked whether it holds. */
export function containmentNudge(words: Words): Drawing {
  return drawn(containing(words, { ...wordAt(8), unanswered: 1 }), 0);
}

/** Sam, who owns it, hears that nobody knows whether it holds. */
export function containmentUnknown(words: Words): Drawing {
  return toOwner(containing(words, { ...wordAt(8), unanswered: 2 }));
}

/** The same once it needs no answer. */
export function containmentNudgesOver(words: Words): Drawings {
  const { claimed, resolved } = fullIssues(words);
  const snoozedUntil = Temporal.PlainDate.from('2026-12-10');
  const line = words.helped;
  const asking = { ...containing(words, { ...wordAt(8), unanswered: 2 }), ask: askingFor(words).ask };
  return {
    'containment, the first of two': drawAlone(drawn(containing(words, { ...wordAt(8), unanswered: 2 }), 0)),
    'containment, the second of two': drawAlone(drawn(containing(words, { ...wordAt(8), unanswered: 2 }), 1)),
    'containment, and it holds': drawAlone(drawn(containing(words, wordAt(9)), 0)),
    'containment, and snoozed': drawAlone(drawn(containing(words, { ...wordAt(9), snoozedUntil }), 0)),
    'containment, and contained': drawAlone(
      drawn({ ...claimed, containment: { state: 'done', by: kim, since: 8, line } }, 0),
    ),
    'containment, and solved': drawAlone(drawn(resolved, 0)),
    'containment-unknown, and it holds': drawAlone(toOwner(containing(words, wordAt(9)))),
    'containment-unknown, with an ask': drawAlone(toOwner(asking)),
  };
}

function containing(words: Words, asked: Asked): ClaimedIssue {
  const containment = { state: 'under-way', by: kim, since: 8, asked } as const;
  return { ...fullIssues(words).claimed, containment };
}

function toOwner(issue: ClaimedIssue): Drawing {
  const happening = happened({ type: 'containing', by: kim }, kim, 'lead', 8);
  return drawContainmentUnknown(sceneOf({ issue, reader: issue.owner, happening }));
}

function drawn(issue: Issue, nth: number): Drawing {
  const happening = happened({ type: 'containing', by: kim }, kim, 'lead', 8);
  return drawContainment(sceneOf({ issue, reader: kim, nth, happening }));
}
