import { mostBundled } from '../../src/core/attention.ts';
import type { Issue } from '../../src/core/issue.ts';
import { nudgeKinds } from '../../src/core/nudge.ts';
import type { NudgeKind } from '../../src/core/nudge.ts';
import { drawAlone, drawTogether } from '../../src/features/hours/frame.ts';
import { features } from '../../src/features/index.ts';
import type { Drawing } from '../../src/platform/slack/drawing.ts';
import { ana, lea } from '../support/builders.ts';
import { fullIssues, sceneOf } from './drawings.ts';
import type { Drawings, Words } from './drawings.ts';

/** What people are told that they have not asked for: each kind, alone and with as many others as go into one message. */
export function unaskedMessages(words: Words): Drawings {
  const { resolved } = fullIssues(words);
  const answered: Issue = { ...resolved, reporter: { person: ana, hasLeft: false, verdict: 'cannot-tell' } };
  const nudges: Readonly<Record<NudgeKind, Drawing | null>> = {
    'is-it-fixed': nudge('is-it-fixed', resolved),
  };
  const many = nudgeKinds.flatMap((kind) =>
    Array.from({ length: mostBundled }, () => nudges[kind]).filter((it) => it !== null),
  );
  return {
    ...Object.fromEntries(nudgeKinds.map((kind) => [kind, alone(nudges[kind])])),
    'is-it-fixed, to somebody who met it': alone(nudge('is-it-fixed', resolved, lea)),
    'is-it-fixed, answered': alone(nudge('is-it-fixed', answered)),
    'as many as one message holds': drawTogether(many.slice(0, mostBundled)),
  };
}

function alone(drawing: Drawing | null): Drawing | null {
  return drawing === null ? null : drawAlone(drawing);
}

function nudge(kind: NudgeKind, issue: Issue, reader = ana): Drawing | null {
  const draw = features.flatMap(({ nudges }) => nudges?.[kind] ?? [])[0];
  if (draw === undefined) throw new Error(`nobody draws ${kind}`);
  return draw(sceneOf({ issue, reader, round: 1 }));
}
