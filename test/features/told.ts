import type { Issue, IssueEvent, PersonId, Verdict } from '../../src/core/issue.ts';
import type { Scene } from '../../src/platform/postgres/scene.ts';
import type { Drawing } from '../../src/platform/slack/drawing.ts';
import { aMeToo, ana, anIssue, kim, lea, max, sam, thursday } from '../support/builders.ts';
import { asked, draw, fullIssues, happened } from './drawings.ts';
import type { Drawings, Words } from './drawings.ts';

/** *Is it fixed for you?*, in every way it can stand. */
export function questions(words: Words): Drawings {
  const { resolved, confirmed, claimed, open, withdrawn } = fullIssues(words);
  const ask = (issue: Issue, reader: PersonId, more: Partial<Scene> = {}): Drawing | null =>
    draw('question', { issue, reader, round: 1, ...more });
  const reporterSaid = <I extends Issue>(issue: I, verdict: Verdict | null): I => ({
    ...issue,
    reporter: { person: ana, hasLeft: false, verdict },
  });
  const declined = anIssue({ state: 'declined', reopenings: 1, text: words.text });
  const leaSaid = <I extends Issue>(issue: I, verdict: Verdict): I => ({
    ...issue,
    meToos: [aMeToo(lea, verdict), aMeToo(max)],
  });
  return {
    'to the reporter': ask(resolved, ana),
    'to somebody who met it': ask(resolved, lea),
    'to somebody who met something else after all': ask({ ...resolved, meToos: [aMeToo(max)] }, lea),
    'from an owner who was forgotten': ask(resolved, lea, { slackIds: new Map() }),
    'the reporter can’t tell': ask(reporterSaid(resolved, 'cannot-tell'), ana),
    'the reporter says it is fixed': ask(confirmed, ana),
    'somebody who met it says it is fixed': ask(leaSaid(resolved, 'fixed'), lea),
    'somebody who met it says it is not': ask(leaSaid(resolved, 'not-fixed'), lea),
    'somebody who met it can’t tell': ask(leaSaid(resolved, 'cannot-tell'), lea),
    'it is confirmed before they answered': ask(confirmed, lea),
    'it is confirmed before they answered, to the reporter': ask(reporterSaid(confirmed, null), ana),
    'it is confirmed, and somebody who met it said so': ask(leaSaid(confirmed, 'fixed'), lea),
    'it is confirmed, and somebody who met it says it is not': ask(leaSaid(confirmed, 'not-fixed'), lea),
    'the reporter’s answer reopened it': ask(reporterSaid({ ...claimed, reopenings: 1 }, 'not-fixed'), ana),
    'it was reopened before they answered': ask({ ...claimed, reopenings: 1 }, lea),
    'it was reopened and let go': ask({ ...open, reopenings: 1 }, lea),
    'it was reopened and taken on by its reporter': ask({ ...claimed, owner: ana, reopenings: 1 }, ana),
    'it was reopened and is not done': ask(reporterSaid(declined, 'not-fixed'), ana),
    'it was reopened and withdrawn': ask({ ...withdrawn, reopenings: 1 }, lea),
    'a newer solution is asked about elsewhere': ask({ ...resolved, reopenings: 1 }, ana),
    'the reporter’s answer to it is none to this one': ask(
      reporterSaid({ ...confirmed, reopenings: 1 }, 'fixed'),
      ana,
    ),
  };
}

export function news(words: Words): Drawings {
  const { claimed, resolved, confirmed, open } = fullIssues(words);
  const tell = (
    event: IssueEvent,
    reader: PersonId,
    issue: Issue = claimed,
    acted: { actor?: PersonId | null; role?: string; question?: string } = {},
  ) => {
    const happening = happened(event, acted.actor ?? sam, acted.role);
    return draw('news', { issue, reader, happening, question: acted.question ?? null });
  };
  const handedOver: IssueEvent = { type: 'handed-over', from: sam, to: kim };
  const answered = { type: 'informed', inquiry: 7, text: words.reply } as const;
  const letGo: IssueEvent = { type: 'let-go', from: sam, hasLeft: false };
  const cameBack: IssueEvent = { type: 'answered', person: lea, verdict: 'not-fixed' };
  const left: IssueEvent = { ...letGo, hasLeft: true };
  return {
    'claimed, to the reporter': tell({ type: 'claimed', owner: sam }, ana),
    'claimed, to somebody who met it': tell({ type: 'claimed', owner: sam }, lea),
    'claimed, before its card stands': draw('news', {
      issue: claimed,
      reader: ana,
      happening: happened({ type: 'claimed', owner: sam }),
      cardLink: null,
    }),
    'claimed by somebody who was forgotten': draw('news', {
      issue: claimed,
      reader: ana,
      happening: happened({ type: 'claimed', owner: sam }),
      slackIds: new Map(),
    }),
    'handed over, to its reporter': tell(handedOver, ana, { ...claimed, owner: kim }),
    'handed over, to its former owner': tell(handedOver, sam, { ...claimed, owner: kim }, { actor: kim }),
    'let go, to the reporter': tell(letGo, ana, open),
    'let go, to somebody who met it': tell(letGo, lea, open),
    'let go, and somebody has taken it on since': tell(letGo, lea, claimed),
    'let go of, since its owner has left, to somebody who met it': tell(left, lea, open),
    'held, says the reporter, to its owner': tell({ type: 'held' }, sam, confirmed, {
      actor: null,
      role: 'reporter',
    }),
    'held, say others, to its owner': tell({ type: 'held' }, sam, confirmed, { actor: lea, role: 'me-too' }),
    'it came back for one, to its owner': tell(cameBack, sam, {
      ...confirmed,
      isDoubted: true,
      meToos: [aMeToo(lea, 'not-fixed')],
    }),
    'it came back for one who has found out otherwise since': tell(cameBack, sam, {
      ...confirmed,
      isDoubted: true,
      meToos: [aMeToo(lea, 'fixed')],
    }),
    'support offered, to its owner': tell({ type: 'support-offered', by: kim }, sam),
    'resolved, to those who are not asked': tell(
      { type: 'resolved', solution: resolved.solution, at: thursday },
      lea,
      resolved,
    ),
    'confirmed by the reporter, to its owner': tell({ type: 'confirmed' }, sam, confirmed, {
      actor: null,
      role: 'reporter',
    }),
    'confirmed by others, to its owner': tell({ type: 'confirmed' }, sam, confirmed, {
      actor: lea,
      role: 'me-too',
    }),
    'an answer, to its owner': tell(answered, sam, asked(words, true), { question: words.question }),
    'an answer to whoever has let go since': tell(answered, sam, open, { question: words.question }),
    'an offer declined, to its owner': tell({ type: 'offer-declined', person: kim }, sam),
    'nothing for what is no news': tell({ type: 'updated', text: words.update }, ana),
  };
}

/** What the owner asks of the reporter. */
export function inquiries(words: Words): Drawings {
  const { claimed, open } = fullIssues(words);
  const ask = (issue: Issue, more: Partial<Scene> = {}): Drawing | null =>
    draw('inquiry', {
      issue,
      reader: ana,
      happening: happened({ type: 'inquired', text: words.question }),
      ...more,
    });
  return {
    'waits for an answer': ask(asked(words)),
    'by an owner who was forgotten': ask(asked(words), { slackIds: new Map(), cardLink: null }),
    'by an owner who has handed it over since': ask({ ...asked(words), owner: kim }),
    answered: ask(asked(words, true)),
    'a newer one stands': ask({ ...claimed, inquiry: { seq: 9, text: words.question, isAnswered: false } }),
    'let go meanwhile': ask(open),
    'taken on by the reporter meanwhile': ask({ ...asked(words), owner: ana }),
  };
}
