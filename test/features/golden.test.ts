import { describe, expect, it } from 'vitest';

import type { Refusal } from '../../src/core/decision.ts';
import { drawHelp } from '../../src/features/help/help.ts';
import { refusalDrawing, refusalLine } from '../../src/features/refusals.ts';
import { kim, sam, slackIds } from '../support/builders.ts';
import { asks } from './asks.ts';
import { digests } from './digest-drawings.ts';
import { cards, controls, offers, replies, settings, unset, usualWords } from './drawings.ts';
import type { Drawings } from './drawings.ts';
import { ends } from './ends.ts';
import { firstAnswers } from './first-answers.ts';
import { forms, homes } from './forms.ts';
import { heldReceipts } from './held-drawings.ts';
import { mine } from './home-drawings.ts';
import { hoursWords } from './hours-drawings.ts';
import { learningAsks, posts } from './learned.ts';
import { sharedMirrors } from './mirror-drawings.ts';
import { someNews } from './news-on-home.ts';
import { owedMessages } from './owed-drawings.ts';
import { receipts } from './receipts.ts';
import { golden, rendered, renderedView, sheet } from './rendered.ts';
import { aboutSettings, notices } from './settings-drawings.ts';
import { returnedCards, similarReceipts } from './similar-drawings.ts';
import { thanks } from './thanks-drawings.ts';
import { inquiries, news, questions } from './told.ts';
import { unaskedMessages } from './unasked-drawings.ts';

const families: Readonly<Record<string, Drawings>> = {
  card: cards(usualWords),
  replies: replies(usualWords),
  controls: controls(usualWords),
  offer: offers(usualWords),
  question: questions(usualWords),
  unasked: unaskedMessages(usualWords),
  owed: owedMessages(usualWords),
  hours: hoursWords(),
  thanks: thanks(usualWords),
  news: news(usualWords),
  learnings: posts(usualWords),
  'learning-asks': learningAsks(usualWords),
  receipts: receipts(usualWords),
  held: heldReceipts(usualWords),
  similar: similarReceipts(usualWords),
  returned: returnedCards(usualWords),
  inquiry: inquiries(usualWords),
  notices: notices(),
  mine: mine(usualWords),
  ends: ends(usualWords),
  'first-answers': firstAnswers(usualWords),
  asks: asks(usualWords),
  settings: aboutSettings,
  digest: digests(usualWords),
  mirror: sharedMirrors(),
  help: {
    help: drawHelp(settings.commandName, settings),
    'before a channel is chosen': drawHelp(settings.commandName, unset),
  },
};

describe('what people read', () => {
  it.each(Object.entries(families))('%s', async (name, drawings) => {
    const text = golden(drawings).replaceAll(/\.{9,}/g, '(and so on)');
    expect(text, 'a colon before a link to the card').not.toMatch(/^(?!small).*: <[^|>]*\|See the card/m);
    await expect(text).toMatchFileSnapshot(`golden/${name}.txt`);
  });

  it('forms', async () => {
    const parts = Object.entries(forms(usualWords)).map(
      ([name, view]) => [name, renderedView(view)] as const,
    );
    await expect(sheet(parts)).toMatchFileSnapshot('golden/forms.txt');
  });

  it('Home', async () => {
    const parts = Object.entries({ ...homes(usualWords), ...someNews(usualWords) }).map(
      ([name, view]) => [name, renderedView(view)] as const,
    );
    await expect(sheet(parts)).toMatchFileSnapshot('golden/home.txt');
  });
});

/** A refusal without an example does not compile. */
const refusals: { readonly [R in Refusal['reason']]: readonly Extract<Refusal, { reason: R }>[] } = {
  gone: [{ reason: 'gone' }],
  'date-is-over': [{ reason: 'date-is-over' }],
  'decide-by-another': [
    { reason: 'decide-by-another', hasOwner: false },
    { reason: 'decide-by-another', hasOwner: true },
  ],
  'not-posted-yet': [
    { reason: 'not-posted-yet', isReporter: true },
    { reason: 'not-posted-yet', isReporter: false },
  ],
  'posted-already': [
    { reason: 'posted-already', state: 'open', isOwner: false },
    { reason: 'posted-already', state: 'claimed', isOwner: false },
    { reason: 'posted-already', state: 'claimed', isOwner: true },
    { reason: 'posted-already', state: 'resolved', isOwner: false },
    { reason: 'posted-already', state: 'resolved', isOwner: true },
  ],
  'waits-for-channel': [{ reason: 'waits-for-channel' }],
  'not-the-reporter': [{ reason: 'not-the-reporter' }],
  'no-owner': [
    { reason: 'no-owner', canClaim: true },
    { reason: 'no-owner', canClaim: false },
  ],
  'not-the-owner': [{ reason: 'not-the-owner', owner: sam }],
  'not-a-member': [{ reason: 'not-a-member' }],
  'membership-unknown': [{ reason: 'membership-unknown' }],
  'claimed-by': [{ reason: 'claimed-by', owner: sam }],
  'admin-unknown': [{ reason: 'admin-unknown' }],
  'not-an-admin': [
    { reason: 'not-an-admin', owner: sam, ownerHasLeft: true },
    { reason: 'not-an-admin', owner: sam, ownerHasLeft: false },
  ],
  'let-go-later': [{ reason: 'let-go-later' }],
  'solved-by': [
    { reason: 'solved-by', owner: sam, you: 'owner' },
    { reason: 'solved-by', owner: sam, you: 'asked' },
    { reason: 'solved-by', owner: sam, you: 'other' },
  ],
  withdrawn: [
    { reason: 'withdrawn', isReporter: true },
    { reason: 'withdrawn', isReporter: false },
  ],
  'other-words': [{ reason: 'other-words' }],
  'own-flag': [{ reason: 'own-flag' }],
  'on-trial': [{ reason: 'on-trial', number: 17 }],
  'not-fixed': [{ reason: 'not-fixed', fix: 17 }],
  'thanks-for-a-fix': [{ reason: 'thanks-for-a-fix' }],
  'thanked-already': [{ reason: 'thanked-already' }],
  'thanks-are-over': [{ reason: 'thanks-are-over' }],
  'other-words-of-thanks': [{ reason: 'other-words-of-thanks' }],
  'thanks-between-you': [{ reason: 'thanks-between-you' }],
  'not-your-thanks': [{ reason: 'not-your-thanks' }],
  'own-question': [{ reason: 'own-question' }],
  'reporter-unreachable': [{ reason: 'reporter-unreachable' }],
  'no-inquiry': [{ reason: 'no-inquiry' }],
  'newer-inquiry': [{ reason: 'newer-inquiry' }],
  settled: [
    { reason: 'settled', you: 'owner' },
    { reason: 'settled', you: 'asked' },
    { reason: 'settled', you: 'other' },
  ],
  'owner-is-here': [{ reason: 'owner-is-here', owner: sam }],
  'offer-to-self': [{ reason: 'offer-to-self' }],
  'cannot-own': [{ reason: 'cannot-own', person: kim }],
  'candidate-unknown': [{ reason: 'candidate-unknown', person: kim }],
  'not-offered': [{ reason: 'not-offered' }],
  'yours-already': [{ reason: 'yours-already' }],
  'not-solved': [
    { reason: 'not-solved', hasOwner: true },
    { reason: 'not-solved', hasOwner: false },
  ],
  'not-solved-yet': [{ reason: 'not-solved-yet' }],
  'not-involved': [{ reason: 'not-involved' }],
  'written-up': [{ reason: 'written-up' }],
  'not-credited': [{ reason: 'not-credited' }],
  'not-asked': [{ reason: 'not-asked' }],
  'too-early': [{ reason: 'too-early' }],
  'newer-solution': [{ reason: 'newer-solution' }],
  'answer-first': [{ reason: 'answer-first' }],
  'owner-does-not-decide': [{ reason: 'owner-does-not-decide' }],
  'nobody-stuck': [{ reason: 'nobody-stuck' }],
  'help-is-for-you': [
    { reason: 'help-is-for-you', isStuck: true },
    { reason: 'help-is-for-you', isStuck: false },
  ],
  'helps-already': [{ reason: 'helps-already', person: kim }],
  'not-the-helper': [{ reason: 'not-the-helper' }],
  'not-stuck-yourself': [{ reason: 'not-stuck-yourself' }],
  'no-help-there': [{ reason: 'no-help-there' }],
  'not-doing': [
    { reason: 'not-doing', person: kim, you: 'decider' },
    { reason: 'not-doing', person: kim, you: 'reporter' },
    { reason: 'not-doing', person: kim, you: 'other' },
  ],
  duplicate: [{ reason: 'duplicate', of: 17 }],
  'cannot-separate': [
    { reason: 'cannot-separate', of: 17, isReporter: true },
    { reason: 'cannot-separate', of: 17, isReporter: false },
  ],
  'went-along': [{ reason: 'went-along', other: 17, of: 5 }],
  'not-a-lead': [
    { reason: 'not-a-lead', to: 'decline' },
    { reason: 'not-a-lead', to: 'find-owner' },
    { reason: 'not-a-lead', to: 'look' },
    { reason: 'not-a-lead', to: 'look-again' },
    { reason: 'not-a-lead', to: 'offer-support' },
    { reason: 'not-a-lead', to: 'support' },
  ],
  'cannot-mark': [
    { reason: 'cannot-mark', isReporter: true },
    { reason: 'cannot-mark', isReporter: false },
  ],
  'goes-on': [{ reason: 'goes-on' }],
  'looked-already': [{ reason: 'looked-already' }],
  'nobody-to-look': [{ reason: 'nobody-to-look' }],
  'no-look-asked': [{ reason: 'no-look-asked' }],
  'look-by-another': [
    { reason: 'look-by-another', you: 'decider' },
    { reason: 'look-by-another', you: 'reporter' },
  ],
  'no-such-issue': [{ reason: 'no-such-issue', asked: 17 }],
  'same-issue': [{ reason: 'same-issue' }],
  'other-way-round': [{ reason: 'other-way-round', asked: 17 }],
  'cannot-join': [
    { reason: 'cannot-join', other: 17, state: 'withdrawn' },
    { reason: 'cannot-join', other: 17, state: 'declined' },
    { reason: 'cannot-join', other: 17, state: 'confirmed' },
  ],
  'asked-already': [{ reason: 'asked-already' }],
  'nobody-to-ask': [{ reason: 'nobody-to-ask' }],
  'nobody-above': [{ reason: 'nobody-above' }],
  'nothing-asked': [{ reason: 'nothing-asked' }],
  'another-ask': [{ reason: 'another-ask' }],
  'own-ask': [
    { reason: 'own-ask', you: 'owner' },
    { reason: 'own-ask', you: 'reporter' },
  ],
  'promised-by': [{ reason: 'promised-by', person: kim }],
  'taken-by': [{ reason: 'taken-by', person: kim }],
  'nobody-takes': [{ reason: 'nobody-takes' }],
  'offer-over': [{ reason: 'offer-over' }],
  'contained-by': [{ reason: 'contained-by', person: kim }],
  'not-containing': [{ reason: 'not-containing' }],
  'not-your-lesson': [{ reason: 'not-your-lesson' }],
  'not-the-writer': [{ reason: 'not-the-writer' }],
  'said-no-more': [{ reason: 'said-no-more' }],
  'moved-meanwhile': [{ reason: 'moved-meanwhile', other: 17, of: 9 }],
};
const everyRefusal: readonly Refusal[] = Object.values(refusals).flat();

it('every refusal: on a message, of somebody who was forgotten, and under a field', async () => {
  const parts = everyRefusal.map((refusal) => {
    const lines = [
      rendered(refusalDrawing({ refusal, slackIds }, 42)),
      `forgotten: ${refusalDrawing({ refusal, slackIds: new Map() }, 42).text}`,
      `under a field: ${refusalLine({ refusal, slackIds }, 42)}`,
    ];
    return [JSON.stringify(refusal).replaceAll('"', ''), lines.join('\n')] as const;
  });
  await expect(sheet(parts).replaceAll(sam, 'sam').replaceAll(kim, 'kim')).toMatchFileSnapshot(
    'golden/refusals.txt',
  );
});
