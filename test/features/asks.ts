import type { ModalView } from '@slack/types';
import { Temporal } from 'temporal-polyfill';

import type { AskEvent } from '../../src/core/ask.ts';
import type { ClaimedIssue, IssueEvent, PersonId } from '../../src/core/issue.ts';
import { drawAlone } from '../../src/features/hours/frame.ts';
import { features } from '../../src/features/index.ts';
import { askForm, promiseForm } from '../../src/features/support/forms.ts';
import { lineForm, lines } from '../../src/features/support/lines.ts';
import type { Scene } from '../../src/platform/postgres/scene.ts';
import type { Drawing } from '../../src/platform/slack/drawing.ts';
import { hal, kim, ned, sam } from '../support/builders.ts';
import { askNews } from './ask-news.ts';
import {
  asked,
  asking,
  lapsesAt,
  on,
  passed,
  promised,
  sent,
  underWay,
  underWayAndAsked,
  until,
  went,
} from './asking.ts';
import { draw, drawNudge, fullIssues, happened, sceneOf } from './drawings.ts';
import type { Drawings, Words } from './drawings.ts';

function nudge(
  kind: 'ask' | 'ask-promise',
  issue: Scene['issue'],
  reader: PersonId,
  event: IssueEvent,
  seq = 7,
  more: Partial<Scene> = {},
) {
  const drawn = features.flatMap(({ nudges }) => nudges?.[kind] ?? [])[0]?.(
    sceneOf({ issue, reader, happening: happened(event, null, 'flagpost', seq), ...more }),
  );
  return drawn == null ? null : drawAlone(drawn);
}

/** What leads are asked, and what becomes of it. */
function toLeads(words: Words): Drawings {
  const issue = asking(words);
  const { resolved, open } = fullIssues(words);
  const ask = (it: Scene['issue'], reader: PersonId = kim): Drawing | null => nudge('ask', it, reader, asked);
  const above = (it: Scene['issue']): Drawing | null => nudge('ask', it, hal, passed, 9);
  return {
    'asks those who lead': ask(issue),
    'asks those who lead, and they read it when the time is over': nudge('ask', issue, kim, asked, 7, {
      now: until,
    }),
    'asks the only lead there is': ask(asking(words, { to: [kim], standing: { ...sent, isTop: true } })),
    'asks, with nothing but what was tried': ask(asking(words, { by: null, needs: ['pressure'] })),
    'asks one rung up': above(went(words, 'no-answer')),
    'asks one rung up, with what was said': above(went(words, 'passed-on', words.update)),
    'asks one rung up, passed on without a word': above(went(words, 'passed-on')),
    'asks after a promise': above(went(words, 'promise')),
    'asks after somebody has left': above(went(words, 'left')),
    'asks where nobody was there': above(went(words, 'not-there')),
    'asks while the damage is contained': above({ ...went(words, 'no-answer'), containment: underWay }),
    'asks still, and it stands with others': ask(went(words, 'no-answer')),
    'asks still, and everybody was asked': ask(asking(words, { standing: { state: 'unanswered' } })),
    'asks whoever contains the damage': ask({ ...issue, containment: underWay }),
    'promised by themselves': ask(asking(words, { standing: promised })),
    'promised by another': ask(asking(words, { standing: promised }), ned),
    'asks nothing more': ask({ ...issue, ask: null }),
    'asks nothing more, and they contain the damage': ask({ ...issue, ask: null, containment: underWay }),
    'asks nothing more: solved': ask(resolved),
    'asks nothing more: let go': ask(open),
    'theirs by now': ask({ ...issue, owner: kim, ask: null }),
    'how it is with what they promised': nudge(
      'ask-promise',
      asking(words, { standing: promised }),
      kim,
      { type: 'ask-promised', by: kim, on, until: lapsesAt },
      9,
    ),
    'a promise of theirs that was put off since': nudge(
      'ask-promise',
      asking(words, { standing: { ...promised, since: 12 } }),
      kim,
      { type: 'ask-promised', by: kim, on, until: lapsesAt },
      9,
    ),
  };
}

/** To the owner, whose issue it is. */
export function toOwner(words: Words): Drawings {
  const controls = (issue: ClaimedIssue) =>
    draw('controls', {
      issue,
      reader: sam,
      happening: happened({ type: 'claimed', owner: sam }, sam, 'owner', 3),
    });
  const offered = (issue: Scene['issue']) =>
    drawNudge('take-over', {
      issue,
      reader: sam,
      happening: happened({ type: 'take-offered', by: kim }, kim, 'lead'),
    });
  const issue = asking(words);
  return {
    'controls: asked, and nobody has it yet': controls(asking(words, { standing: { ...sent, until: null } })),
    'controls: asked': controls(issue),
    'controls: asked of one': controls(asking(words, { to: [kim] })),
    'controls: asked of one who has left': controls(asking(words, { to: [] })),
    'controls: promised': controls(asking(words, { standing: promised })),
    'controls: everybody was asked': controls(asking(words, { standing: { state: 'unanswered' } })),
    'controls: everybody there was has left': controls(
      asking(words, { to: [], standing: { state: 'unanswered' } }),
    ),
    'controls: contained for now': controls({ ...issue, containment: underWay }),
    'controls: somebody would take it over': controls(asking(words, { taker: { by: kim, since: 7 } })),
    'somebody would take it over': offered(asking(words, { taker: { by: kim, since: 7 } })),
    'somebody would have, and it stays': offered(issue),
    'somebody has taken it over': offered({ ...issue, owner: kim }),
  };
}

function inPublic(words: Words): Drawings {
  const issue = asking(words);
  const card = (it: ClaimedIssue) => draw('card', { issue: it });
  const reply = (event: IssueEvent) => draw('reply', { issue, happening: happened(event, kim, 'lead') });
  return {
    'card: support was asked for': card(issue),
    'card: support is promised': card(asking(words, { standing: promised })),
    'card: everybody was asked': card(asking(words, { standing: { state: 'unanswered' } })),
    'card: a lead contains the damage': card({ ...issue, ask: null, containment: underWay }),
    'card: contained': card({
      ...issue,
      containment: { state: 'done', by: kim, since: 8, line: words.helped },
    }),
    'reply: asked': reply(asked),
    'reply: given': reply({ type: 'ask-closed', how: 'answered', owner: sam, lead: kim, text: words.update }),
    'reply: a lead contains the damage': reply({ type: 'containing', by: kim }),
    'reply: contained': reply({ type: 'contained', by: kim, line: words.helped }),
  };
}

export function asks(words: Words): Drawings {
  return { ...inPublic(words), ...toLeads(words), ...toOwner(words), ...askNews(words) };
}

/** The two nudges about it, as they are first sent. */
export function askNudges(words: Words): Readonly<Record<'ask' | 'ask-promise', Drawing | null>> {
  const frame = (kind: 'ask' | 'ask-promise', issue: Scene['issue'], event: IssueEvent, seq: number) =>
    features.flatMap(({ nudges }) => nudges?.[kind] ?? [])[0]?.(
      sceneOf({ issue, reader: kim, happening: happened(event, null, 'flagpost', seq) }),
    ) ?? null;
  const promise: AskEvent = { type: 'ask-promised', by: kim, on, until: lapsesAt };
  return {
    ask: frame('ask', asking(words), asked, 7),
    'ask-promise': frame('ask-promise', asking(words, { standing: promised }), promise, 9),
  };
}

/** Issues of which something waits for Kim on Home, and one of Sam's. */
export function askedOnHome(words: Words): readonly ClaimedIssue[] {
  const issue = asking(words);
  return [
    issue,
    { ...asking(words, { standing: promised }), containment: underWay },
    { ...issue, ask: null, containment: underWayAndAsked },
    asking(words, { standing: { state: 'unanswered' } }),
  ];
}

export function ownedOnHome(words: Words): ClaimedIssue {
  return asking(words, { taker: { by: kim, since: 7 } });
}

export function askForms(words: Words): Readonly<Record<string, ModalView>> {
  const issue = asking(words);
  const today = Temporal.PlainDate.from('2026-12-03');
  return {
    'ask for support': askForm(issue, {}, { to: ['<@UKIM>', '<@UNED>'], isRising: true, hours: 4 }),
    'ask for support, with a draft': askForm(
      issue,
      { tried: words.question },
      { to: ['<@UKIM>'], isRising: false, hours: 1 },
    ),
    'ask for support, of nobody we know yet': askForm(issue, {}, { to: [], isRising: false, hours: 4 }),
    "I'll do it": promiseForm(issue, 7, today),
    "I'll do it, after the date that was named": promiseForm(issue, 7, on.add({ days: 1 })),
    ...Object.fromEntries(
      Object.values(lines).map((line) => [line.title, lineForm(line, issue, {}, '42 7')]),
    ),
  };
}
