import { Temporal } from 'temporal-polyfill';

import type { Issue, PersonId } from '../../src/core/issue.ts';
import { learningLine } from '../../src/core/learning.ts';
import { linkedReceipt } from '../../src/features/flag/held-receipts.ts';
import { editedReceipt, receipt } from '../../src/features/flag/receipt.ts';
import { withSimilar } from '../../src/features/flag/similar-issues.ts';
import { noKin } from '../../src/platform/postgres/kin.ts';
import type { Kin } from '../../src/platform/postgres/kin.ts';
import type { Similar } from '../../src/platform/postgres/similar.ts';
import { aMeToo, ana, anIssue, lea, max, sam, slackIds, thursday } from '../support/builders.ts';
import { draw, fullIssues, settings } from './drawings.ts';
import type { Drawings, Words } from './drawings.ts';

const cardLink = 'https://acme.slack.com/archives/C0ISSUES/p1764756000000100';
const postLink = 'https://acme.slack.com/archives/C0LEARNINGS/p1764756000000200';
const march = Temporal.Instant.from('2026-03-31T23:59:59Z');
const before = { flaggedAt: Temporal.Instant.from('2026-11-03T08:00:00Z'), meToos: [] };

/** As it is found in a workspace where nothing is written up. */
function asFound(issue: Issue): Similar {
  const line = learningLine(issue, null);
  const learning = line === null ? null : { line, learnedAt: thursday, link: postLink };
  return { issue, cardLink, learning };
}

/** Receipts with what was flagged before and sounds like it. */
export function similarReceipts(words: Words): Drawings {
  const { open, claimed, resolved, confirmed } = fullIssues(words);
  const fixed = { ...confirmed, ...before, resolvedAt: march };
  const saved43 = anIssue({ state: 'saved', number: 43, help: { state: 'wanted' } });
  const saved = receipt({ number: 43, isSaved: true, isRepeat: false, gap: { isStuck: false } }, settings);
  const found = (person: PersonId, ...issues: readonly Issue[]) =>
    withSimilar(saved, 43, { person, similar: issues.map(asFound), slackIds, now: thursday });
  const writtenUp = { line: words.learning, learnedAt: march, link: postLink };
  return {
    'one that waits': found(max, { ...open, meToos: [] }),
    'one they are counted on': found(lea, { ...open, meToos: [aMeToo(lea)] }),
    'one they flagged': found(ana, { ...open, ...before }),
    'one that is with them': found(sam, { ...claimed, meToos: [] }),
    'one by an owner who was forgotten': withSimilar(saved, 43, {
      person: max,
      similar: [{ issue: claimed, cardLink: null, learning: null }],
      slackIds: new Map(),
      now: thursday,
    }),
    'three, one of each kind': found(max, { ...claimed, ...before }, { ...resolved, ...before }, fixed),
    'fixed in another year': found(max, { ...fixed, resolvedAt: march.subtract({ hours: 24 * 365 }) }),
    'fixed, and nothing was learned': found(max, {
      ...fixed,
      solution: { ...fixed.solution, learning: null },
    }),
    'one they flagged, and it was fixed': found(ana, fixed),
    'written up, and it goes on again': withSimilar(saved, 43, {
      person: max,
      similar: [{ issue: { ...open, meToos: [] }, cardLink, learning: writtenUp }],
      slackIds,
      now: thursday,
    }),
    'fixed, and the post of it does not stand yet': withSimilar(saved, 43, {
      person: max,
      similar: [{ issue: fixed, cardLink, learning: { ...writtenUp, link: null } }],
      slackIds,
      now: thursday,
    }),
    'none in time': withSimilar(saved, 43, null),
    'after an edit': withSimilar(editedReceipt(43, settings, false), 43, {
      person: max,
      similar: [asFound(open)],
      slackIds,
      now: thursday,
    }),
    'it is back': linkedReceipt({ ...saved43, help: null }, words.number, settings, []),
    'it is back, and someone is stuck': linkedReceipt(saved43, words.number, settings, []),
    'it is back, and was posted meanwhile': linkedReceipt(
      anIssue({ state: 'open', number: 43 }),
      words.number,
      settings,
      [],
    ),
  };
}

/** Cards of a cause that came back, and of the fix that did not hold. */
export function returnedCards(words: Words): Drawings {
  const { open, claimed, confirmed } = fullIssues(words);
  const fix = { number: 17, cardLink, fixedAt: march, nth: 2 };
  const returned = { number: 43, cardLink };
  const card = (issue: Issue, kin: Partial<Kin>) => draw('card', { issue, kin: { ...noKin, ...kin } });
  return {
    'came back the second time': card(open, { fix }),
    'came back, and the fix goes on': card(open, { fix: { ...fix, fixedAt: null, nth: 1, cardLink: null } }),
    'did not hold': card(confirmed, { returns: 1, lastReturn: returned }),
    'did not hold three times, the last not posted yet': card(confirmed, {
      returns: 3,
      lastReturn: { ...returned, cardLink: null },
    }),
    'did not hold, and goes on itself': card(claimed, { returns: 2, cameBackItself: true }),
    'did not hold as another issue, and then itself': card(claimed, {
      returns: 2,
      cameBackItself: true,
      lastReturn: returned,
    }),
  };
}
