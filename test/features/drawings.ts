import { Temporal } from 'temporal-polyfill';

import type { Issue, IssueEvent, MeToo, PersonId, Verdict } from '../../src/core/issue.ts';
import { nothingLearned } from '../../src/core/learning.ts';
import type { OneIssueKind } from '../../src/core/nudge.ts';
import { features } from '../../src/features/index.ts';
import { noKin } from '../../src/platform/postgres/kin.ts';
import type { Scene } from '../../src/platform/postgres/scene.ts';
import type { Drawing, DrawingKind } from '../../src/platform/slack/drawing.ts';
import { aMeToo, ana, anIssue, kim, lea, max, sam, slackIds, thursday } from '../support/builders.ts';

/** What people type, by field, and the number of their issue: the same drawings with other words. */
export interface Words {
  readonly number: number;
  readonly text: string;
  readonly affected: string;
  readonly success: string;
  readonly update: string;
  readonly changed: string;
  readonly learning: string;
  readonly comment: string;
  readonly question: string;
  readonly reply: string;
  readonly helped: string;
  readonly because: string;
  readonly happened: string;
  readonly possible: string;
  readonly well: string;
  readonly query: string;
}

export const usualWords: Words = {
  number: 42,
  text: 'The refund form rejects foreign IBANs',
  affected: 'customers abroad',
  success: 'A Dutch IBAN goes through',
  update: 'The bank answered',
  changed: 'The form now asks the bank',
  learning: 'Ask the bank, not a pattern',
  comment: 'Still no from Norway',
  question: 'Which bank was it?',
  reply: 'A savings bank in Bergen',
  helped: 'The old form still takes it, until noon',
  because: 'The bank stops it next year, so we wait for that',
  happened: 'Three refunds were sent back',
  possible: 'The form knew one pattern only',
  well: 'Support called each customer',
  query: 'refund',
};

export type Drawings = Readonly<Record<string, Drawing | null>>;

export const settings = {
  commandName: '/flag-issue',
  issuesChannel: 'C0ISSUES',
  adminUsers: [],
  postingPauseSeconds: 60,
  learningChannel: 'C0LEARN',
  timeZone: 'UTC',
  firstAnswerHours: 4,
  holidays: [],
  isLensOn: true,
  digestDay: 1,
  digestHour: 9,
  promise: { by: thursday.add({ hours: 4 }), asked: [], next: ['ULEA'] },
};

/** No admin has chosen a channel for issues yet. */
export const unset = { ...settings, issuesChannel: null };

/** Where the card of #17 stands; that of #18 stands nowhere yet. */
const otherCards = new Map([[17, 'https://acme.slack.com/archives/C0ISSUES/p1764756000000017']]);

const cardLink = 'https://acme.slack.com/archives/C0ISSUES/p1764756000000100';

/** The issue in each of its states, with everything in it that may be. */
export function fullIssues(words: Words) {
  const gap = { number: words.number, text: words.text, impact: 'hurts', affected: words.affected } as const;
  const met = { ...gap, meToos: [aMeToo(lea), aMeToo(max)] };
  const agreement = { success: words.success, by: Temporal.PlainDate.from('2026-12-24') };
  const solution = { changed: words.changed, kind: 'removed-cause', learning: words.learning } as const;
  return {
    saved: anIssue({ state: 'saved', ...gap }),
    open: anIssue({ state: 'open', ...met }),
    claimed: anIssue({ state: 'claimed', ...met, agreement }),
    resolved: anIssue({ state: 'resolved', ...met, agreement, solution }),
    confirmed: anIssue({ state: 'confirmed', ...met, agreement, solution }),
    withdrawn: anIssue({ state: 'withdrawn', ...met }),
  };
}

export const emptyScene: Omit<Scene, 'issue'> = {
  happening: null,
  round: null,
  now: thursday,
  nth: null,
  reader: null,
  slackIds,
  cardLink,
  kin: noKin,
  links: otherCards,
  learned: nothingLearned,
  thanks: null,
  question: null,
  updatedAt: null,
  lessons: new Map(),
  noticed: [],
  isOfferedAgain: false,
  isAskedForName: false,
  post: null,
};

/** Draws as the worker does, through the list of features. */
export function draw(kind: DrawingKind, scene: Partial<Scene> & { readonly issue: Issue }): Drawing | null {
  const found = features.map(({ draws }) => draws?.[kind]).find((it) => it !== undefined);
  if (found === undefined) throw new Error(`no feature draws ${kind}`);
  return found(sceneOf(scene));
}

/** The same of what is told unasked. */
export function drawNudge(
  kind: OneIssueKind,
  scene: Partial<Scene> & { readonly issue: Issue },
): Drawing | null {
  const found = features.map(({ nudges }) => nudges?.[kind]).find((it) => it !== undefined);
  if (found === undefined) throw new Error(`no feature draws ${kind}`);
  return found(sceneOf(scene));
}

export function sceneOf(scene: Partial<Scene> & { readonly issue: Issue }): Scene {
  return { ...emptyScene, ...scene };
}

export function happened(event: IssueEvent, actor: PersonId | null = sam, role = 'owner', seq = 7) {
  return { seq, event, actor, role, at: thursday };
}

export function cards(words: Words): Drawings {
  const full = fullIssues(words);
  const said = (verdict: Verdict | null, others: readonly MeToo[]) => ({
    ...full.resolved,
    reporter: { person: ana, hasLeft: false, verdict },
    meToos: others,
  });
  const card = (issue: Issue): Drawing | null => draw('card', { issue });
  return {
    'nothing before it is posted': card(full.saved),
    open: card(full.open),
    'open, with nothing but its words': card(anIssue({ state: 'open', ...bare(words) })),
    claimed: card(full.claimed),
    'claimed, by somebody who was forgotten': draw('card', { issue: full.claimed, slackIds: new Map() }),
    resolved: card(full.resolved),
    'resolved, with answers': card(said(null, [aMeToo(lea, 'fixed'), aMeToo(max, 'cannot-tell')])),
    'resolved, unconfirmed': card(said('cannot-tell', [aMeToo(lea, 'partly')])),
    confirmed: card(full.confirmed),
    'confirmed, and it held': card({ ...full.confirmed, hasHeld: true }),
    'confirmed, with what was learned': draw('card', {
      issue: full.confirmed,
      learned: { ...nothingLearned, link: 'https://acme.slack.com/archives/C0LEARN/p1764756000000200' },
    }),
    withdrawn: card(full.withdrawn),
  };
}

function bare({ number, text }: Words) {
  return { number, text };
}

export function replies(words: Words): Drawings {
  const { claimed, resolved } = fullIssues(words);
  const reply = (event: IssueEvent, actor?: PersonId | null, role?: string, issue: Issue = claimed) =>
    draw('reply', { issue, happening: happened(event, actor, role) });
  const comment = (asReporter: boolean, verdict: Verdict): IssueEvent => ({
    type: 'commented',
    verdict,
    text: words.comment,
    asReporter,
  });
  return {
    claimed: reply({ type: 'claimed', owner: sam }),
    'handed over': reply({ type: 'handed-over', from: sam, to: kim }, kim, 'offered'),
    'let go': reply({ type: 'let-go', from: sam, hasLeft: false }),
    'let go for an owner who has left': reply({ type: 'let-go', from: sam, hasLeft: true }),
    updated: reply({ type: 'updated', text: words.update }),
    'updated by somebody who was forgotten': reply({ type: 'updated', text: words.update }, null),
    resolved: reply({ type: 'resolved', solution: resolved.solution, at: thursday }),
    'confirmed by the reporter': reply({ type: 'confirmed' }, null, 'reporter', resolved),
    'confirmed by others': reply({ type: 'confirmed' }, lea, 'me-too', resolved),
    reopened: reply({ type: 'reopened' }, null, 'reporter'),
    'it came back': reply({ type: 'reopened', isReturn: true }, null, 'reporter'),
    'it held, says the reporter': reply({ type: 'held' }, null, 'reporter', resolved),
    'it held, say others': reply({ type: 'held' }, lea, 'me-too', resolved),
    'a comment by the reporter': reply(comment(true, 'not-fixed'), null, 'reporter'),
    'a comment by somebody else': reply(comment(false, 'fixed'), lea, 'me-too'),
    'nothing for what is not told': reply({ type: 'agreed', agreement: { success: null, by: null } }),
  };
}

export function controls(words: Words): Drawings {
  const { claimed, resolved, confirmed, open } = fullIssues(words);
  const begun = (type: 'claimed' | 'reopened') =>
    happened(type === 'claimed' ? { type, owner: sam } : { type }, sam, 'owner', 3);
  const back = { owner: sam, agreement: null, inquiry: null };
  const apart = (more: { readonly wasWithdrawn?: true } = {}) =>
    happened({ type: 'separated', from: 17, by: kim, ...back, ...more }, kim, 'lead', 3);
  const at = (issue: Issue, more: Partial<Scene> = {}) =>
    draw('controls', { issue, reader: sam, happening: begun('claimed'), ...more });
  return {
    claimed: at(claimed),
    'claimed by its reporter': at({ ...claimed, owner: ana }, { reader: ana }),
    'before its card stands': at(claimed, { cardLink: null }),
    'asked the reporter': at(asked(words)),
    'was answered': at(asked(words, true)),
    reopened: at({ ...claimed, reopenings: 1 }, { happening: begun('reopened') }),
    'not the same as another after all': at(claimed, { happening: apart() }),
    'what it was the same as is withdrawn': at(claimed, { happening: apart({ wasWithdrawn: true }) }),
    resolved: at(resolved),
    'after an update': at(claimed, { updatedAt: thursday }),
    'confirmed, and the news of it says the rest': at(confirmed),
    'let go': at(open),
    'handed over': at({ ...claimed, owner: kim }),
    'an earlier spell of their own': at({ ...claimed, spell: 6 }),
  };
}

export function offers(words: Words): Drawings {
  const { claimed, open } = fullIssues(words);
  const offer = (issue: Issue, isOfferedAgain = false) =>
    drawNudge('offer', {
      issue,
      reader: kim,
      isOfferedAgain,
      happening: happened({ type: 'offered', to: kim }),
    });
  return {
    'waits for a yes': offer({ ...claimed, offeredTo: kim }),
    accepted: offer({ ...claimed, owner: kim }),
    'from a lead, while nobody owns it': offer({ ...open, offeredTo: kim }),
    'no longer holds': offer(claimed),
    'they are asked anew': offer({ ...claimed, offeredTo: kim }, true),
    'somebody else is asked': offer({ ...claimed, offeredTo: max }, true),
    'let go meanwhile': offer(open),
  };
}

/** Sam has asked Ana, with the seventh event. */
export function asked(words: Words, isAnswered = false) {
  return { ...fullIssues(words).claimed, inquiry: { seq: 7, text: words.question, isAnswered } };
}
