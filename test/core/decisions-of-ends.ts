import type { Issue } from '../../src/core/issue.ts';
import { onlyReporter } from './decisions.ts';
import type { EndTable, Row } from './decisions.ts';

const byReporter = (result: string): Row => ({ reporter: result, others: 'no: not-stuck-yourself' });
const byReporterOrAdmin = (result: string): Row => ({
  reporter: result,
  admin: result,
  unknown: 'no: admin-unknown',
  others: 'no: not-stuck-yourself',
});

/** An update, which stands whatever becomes of the issue. */
const byWriter: Row = { owner: 'amended', others: 'no: not-the-writer' };

/** Where nobody helps, and it is `reason` that they hear who would. */
const beside = (reason: string): EndTable => ({
  help: reason,
  helped: 'no: not-the-helper',
  'cannot-help': 'no: not-the-helper',
  stuck: byReporter(reason),
  'not-stuck': byReporterOrAdmin(reason),
  'not-doing': reason,
  'ask-look': onlyReporter(reason),
  'open-again': reason,
  uphold: reason,
  duplicate: reason,
  'not-duplicate': reason,
  'find-owner': reason,
  'look-again': reason,
  thank: reason,
  'show-thanks': reason,
  ...ofHolds(reason),
  amend: byWriter,
});

/** What its reporter makes of the notes on its wording. */
function ofHolds(reason: string): Pick<EndTable, 'use-wording' | 'post-as-written' | 'dispute' | 'choose'> {
  const result = onlyReporter(reason);
  return { 'use-wording': result, 'post-as-written': result, dispute: result, choose: result };
}

/** This one is not held. */
const saved: EndTable = { ...beside('no: not-posted-yet'), ...ofHolds('nothing') };

/** Somebody is stuck on this one. */
const open: EndTable = {
  ...ofHolds('no: posted-already'),
  help: { reporter: 'no: help-is-for-you', others: 'help-promised' },
  helped: 'no: not-the-helper',
  'cannot-help': 'nothing',
  stuck: byReporter('nothing'),
  'not-stuck': byReporterOrAdmin('help-ended'),
  'not-doing': { lead: 'declined + help-ended', unknown: 'no: admin-unknown', others: 'no: not-a-lead' },
  'ask-look': onlyReporter('no: goes-on'),
  'open-again': 'no: goes-on',
  uphold: 'no: goes-on',
  duplicate: {
    reporter: 'duplicated',
    lead: 'duplicated',
    unknown: 'no: admin-unknown',
    others: 'no: cannot-mark',
  },
  'not-duplicate': 'nothing',
  amend: byWriter,
  thank: 'no: not-solved',
  'show-thanks': 'no: thanks-are-over',
  'find-owner': { lead: 'nothing', unknown: 'no: admin-unknown', others: 'no: not-a-lead' },
  'look-again': { lead: 'looks-again', unknown: 'no: admin-unknown', others: 'no: not-a-lead' },
};

/** And somebody helps them. */
const claimed: EndTable = {
  ...open,
  'find-owner': 'no: claimed-by',
  'look-again': 'no: claimed-by',
  help: { helper: 'nothing', reporter: 'no: help-is-for-you', others: 'no: helps-already' },
  helped: { helper: 'helped', others: 'no: not-the-helper' },
  'cannot-help': { helper: 'help-withdrawn', others: 'no: not-the-helper' },
  'not-doing': {
    owner: 'declined + help-ended',
    lead: 'declined + help-ended',
    unknown: 'no: admin-unknown',
    others: 'no: not-a-lead',
  },
  duplicate: {
    owner: 'duplicated',
    lead: 'duplicated',
    unknown: 'no: admin-unknown',
    others: 'no: cannot-mark',
  },
};

const solved = (reason: string): EndTable => ({
  ...beside(reason),
  'ask-look': onlyReporter('no: goes-on'),
  'open-again': 'no: goes-on',
  uphold: 'no: goes-on',
  'not-duplicate': 'nothing',
  'show-thanks': 'no: thanks-are-over',
});

const resolved: EndTable = {
  ...solved('no: solved-by'),
  ...ofHolds('no: posted-already'),
  thank: {
    reporter: 'no: answer-first',
    'me too': 'no: answer-first',
    owner: 'no: owner-does-not-decide',
    others: 'no: not-asked',
  },
};

/** The reporter of this one has said *Fixed*. */
const confirmed: EndTable = {
  ...solved('no: settled'),
  thank: { reporter: 'thanked', 'me too': 'no: answer-first', others: 'no: settled' },
};

/** Its owner has declined it, and its reporter has asked for another look. */
const declined: EndTable = {
  ...beside('no: not-doing'),
  'ask-look': onlyReporter('nothing'),
  'open-again': secondLook('opened-again'),
  uphold: secondLook('upheld'),
};

function secondLook(result: string): Row {
  return {
    owner: 'no: look-by-another',
    reporter: 'no: look-by-another',
    lead: result,
    unknown: 'no: admin-unknown',
    others: 'no: not-a-lead',
  };
}

/** Nobody is stuck on this one; it is the same as the one that they mean, and somebody had taken it on. */
const duplicate: EndTable = {
  ...beside('no: duplicate'),
  help: 'no: nobody-stuck',
  stuck: byReporter('help-wanted'),
  'not-stuck': byReporterOrAdmin('nothing'),
  duplicate: 'nothing',
  'not-duplicate': {
    owner: 'separated',
    lead: 'separated',
    unknown: 'no: admin-unknown',
    others: 'no: cannot-separate',
  },
};

const withdrawn = beside('no: withdrawn');

export const decisionsOfEnds: Readonly<Record<Issue['state'], EndTable>> = {
  saved,
  open,
  claimed,
  resolved,
  confirmed,
  declined,
  duplicate,
  withdrawn,
};
