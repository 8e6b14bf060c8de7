import type { AskCommand } from '../../src/core/decide-ask.ts';
import type { Issue } from '../../src/core/issue.ts';
import type { Row } from './decisions.ts';

export type AskTable = Readonly<Record<AskCommand['type'], Row>>;

/** Who contains nothing hears so whatever the issue is, and a lesson is of an ask that ended. */
const alike = (reason: string): AskTable => ({
  'ask-support': reason,
  'call-back': reason,
  'let-take': reason,
  'keep-it': reason,
  'promise-support': reason,
  'answer-ask': reason,
  'support-done': reason,
  'not-possible': reason,
  'pass-up': reason,
  'offer-to-take': reason,
  contain: reason,
  'still-containing': 'no: not-containing',
  'snooze-containment': 'no: not-containing',
  contained: 'no: not-containing',
  'cannot-contain': 'no: not-containing',
  'tell-lesson': 'no: not-your-lesson',
});

const open: AskTable = {
  ...alike('no: nothing-asked'),
  'ask-support': 'no: no-owner',
  'call-back': 'no: no-owner',
  'let-take': 'no: no-owner',
  'keep-it': 'no: no-owner',
};

/** It asks for nothing; see `asks.test.ts` for one that does. */
const claimed: AskTable = {
  ...alike('no: nothing-asked'),
  'ask-support': { owner: 'asked', others: 'no: not-the-owner' },
  'call-back': { owner: 'nothing', others: 'no: not-the-owner' },
  'let-take': { owner: 'no: nobody-takes', others: 'no: not-the-owner' },
  'keep-it': { owner: 'no: nobody-takes', others: 'no: not-the-owner' },
  contain: {
    lead: 'containing',
    owner: 'no: own-ask',
    reporter: 'no: own-ask',
    unknown: 'no: admin-unknown',
    others: 'no: not-a-lead',
  },
};

export const decisionsOfAsks: Readonly<Record<Issue['state'], AskTable>> = {
  saved: alike('no: not-posted-yet'),
  open,
  claimed,
  resolved: alike('no: solved-by'),
  confirmed: alike('no: settled'),
  declined: alike('no: not-doing'),
  duplicate: alike('no: duplicate'),
  withdrawn: alike('no: withdrawn'),
};
