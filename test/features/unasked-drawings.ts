import { mostBundled } from '../../src/core/attention.ts';
import type { ConfirmedIssue, Issue } from '../../src/core/issue.ts';
import { nudgeKinds } from '../../src/core/nudge.ts';
import type { NudgeKind, OneIssueKind } from '../../src/core/nudge.ts';
import { drawAlone, drawTogether } from '../../src/features/hours/frame.ts';
import type { Drawing } from '../../src/platform/slack/drawing.ts';
import { aMeToo, ana, lea } from '../support/builders.ts';
import { askNudges, toOwner } from './asks.ts';
import { containmentNudge, containmentUnknown, containmentNudgesOver } from './containment-drawings.ts';
import { drawNudge, fullIssues, offers } from './drawings.ts';
import type { Drawings, Words } from './drawings.ts';
import { looks } from './ends.ts';
import { firstAnswers } from './first-answers.ts';
import { learningAsks } from './learned.ts';
import { owedMessages } from './owed-drawings.ts';
import { ownersNudges, ownersNudgesOver } from './owner-drawings.ts';

/** What people are told that they have not asked for: each kind, alone and with as many others as go into one message. */
export function unaskedMessages(words: Words): Drawings {
  const full = fullIssues(words);
  const { resolved } = full;
  const confirmed = {
    ...full.confirmed,
    reporter: { person: ana, hasLeft: false, verdict: 'fixed' },
  } as const;
  const held = (more: Partial<ConfirmedIssue>) => alone(nudge('did-it-hold', { ...confirmed, ...more }));
  const answered: Issue = { ...resolved, reporter: { person: ana, hasLeft: false, verdict: 'cannot-tell' } };
  const nudges: Readonly<Record<NudgeKind, Drawing | null>> = {
    'fixed-for-you': nudge('fixed-for-you', resolved, lea),
    'is-it-fixed': nudge('is-it-fixed', resolved),
    'did-it-hold': nudge('did-it-hold', confirmed),
    ...ownersNudges(words),
    ...askNudges(words),
    containment: containmentNudge(words),
    'containment-unknown': containmentUnknown(words),
    offer: offers(words)['waits for a yes'] ?? null,
    'take-over': toOwner(words)['somebody would take it over'] ?? null,
    look: looks(words)['asked for'] ?? null,
    credit: learningAsks(words)['may the owner be named with a line'] ?? null,
    'first-answer': firstAnswers(words)['asks a lead'] ?? null,
    owed: owedMessages(words)['three of more, and what an answer led to'] ?? null,
  };
  const many = nudgeKinds.flatMap((kind) =>
    Array.from({ length: mostBundled }, () => nudges[kind]).filter((it) => it !== null),
  );
  return {
    ...Object.fromEntries(nudgeKinds.map((kind) => [kind, alone(nudges[kind])])),
    'is-it-fixed, to somebody who met it': alone(nudge('is-it-fixed', resolved, lea)),
    'is-it-fixed, answered': alone(nudge('is-it-fixed', answered)),
    'did-it-hold, to somebody who met it': alone(
      nudge('did-it-hold', { ...confirmed, reporter: { person: null, hasLeft: true, verdict: null } }, lea),
    ),
    'did-it-hold: it did': held({ hasHeld: true, saidOfHold: [{ by: null, whether: 'held' }] }),
    'did-it-hold: nobody can tell': held({ saidOfHold: [{ by: null, whether: 'cannot-tell' }] }),
    'did-it-hold: others said so': held({ hasHeld: true }),
    'did-it-hold: it came back for one of them': alone(
      nudge(
        'did-it-hold',
        {
          ...confirmed,
          isDoubted: true,
          saidOfHold: [{ by: lea, whether: 'came-back' }],
          meToos: [aMeToo(lea, 'not-fixed')],
        },
        lea,
      ),
    ),
    'did-it-hold: it came back': alone(nudge('did-it-hold', { ...full.claimed, reopenings: 1 })),
    'did-it-hold: it was solved anew': alone(nudge('did-it-hold', { ...confirmed, reopenings: 1 })),
    ...ownersNudgesOver(words),
    ...containmentNudgesOver(words),
    'as many as one message holds': drawTogether(many.slice(0, mostBundled)),
  };
}

function alone(drawing: Drawing | null): Drawing | null {
  return drawing === null ? null : drawAlone(drawing);
}

function nudge(kind: OneIssueKind, issue: Issue, reader = ana): Drawing | null {
  return drawNudge(kind, { issue, reader, round: 1 });
}
