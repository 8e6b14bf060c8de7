import type { Command } from '../../src/core/command.ts';
import type { AskCommand } from '../../src/core/decide-ask.ts';
import type { Issue } from '../../src/core/issue.ts';

/** What came of it: the events, `no:` and the reason, or `nothing` for a yes that changes nothing. */
export type Row = string | ({ readonly others: string } & { readonly [R in Role]?: string });
export type Role =
  | 'reporter'
  | 'owner'
  | 'me too'
  | 'offered'
  | 'helper'
  | 'lead'
  | 'admin'
  | 'member'
  | 'guest'
  | 'unknown';

type NewerCommand =
  | 'help'
  | 'helped'
  | 'cannot-help'
  | 'stuck'
  | 'not-stuck'
  | 'not-doing'
  | 'ask-look'
  | 'open-again'
  | 'uphold'
  | 'duplicate'
  | 'not-duplicate'
  | 'use-wording'
  | 'post-as-written'
  | 'dispute'
  | 'choose'
  | 'amend'
  | 'find-owner'
  | 'look-again'
  | 'thank'
  | 'show-thanks';
type AttendedCommand = 'still-on-it' | 'snooze' | 'offer-support' | 'say-of-hold';
export type Table = Readonly<
  Record<Exclude<Command['type'], NewerCommand | AttendedCommand | AskCommand['type']>, Row>
>;
export type EndTable = Readonly<Record<NewerCommand, Row>>;
export type AttendedTable = Readonly<Record<AttendedCommand, Row>>;

export const onlyReporter = (result: string): Row => ({
  reporter: result,
  others: 'no: not-the-reporter',
});
const onlyOwner = (result: string): Row => ({ owner: result, others: 'no: not-the-owner' });

/** All get the same answer, but what is the reporter's alone is refused to others first, and a fix can be linked. */
const alike = (reason: string): Table => ({
  edit: onlyReporter(reason),
  undo: onlyReporter(reason),
  withdraw: onlyReporter(reason),
  'me-too': reason,
  claim: reason,
  agree: reason,
  update: reason,
  inquire: reason,
  inform: reason,
  'link-to-fix': onlyReporter('returned-from'),
  'let-go': reason,
  offer: reason,
  accept: reason,
  decline: reason,
  resolve: reason,
  answer: reason,
  comment: reason,
});

/** The issue before anybody has seen it: all but the reporter's own commands come from elsewhere, and find nothing. */
const saved: Table = {
  ...alike('no: not-posted-yet'),
  edit: onlyReporter('edited'),
  undo: onlyReporter('undone'),
};

const open: Table = {
  edit: onlyReporter('no: posted-already'),
  undo: onlyReporter('no: posted-already'),
  withdraw: onlyReporter('withdrawn + help-ended'),
  'me-too': { reporter: 'no: own-flag', 'me too': 'nothing', others: 'joined' },
  claim: { guest: 'no: not-a-member', unknown: 'no: membership-unknown', others: 'claimed' },
  agree: 'no: no-owner',
  update: 'no: no-owner',
  inquire: { lead: 'inquired', others: 'no: no-owner' },
  inform: onlyReporter('no: no-inquiry'),
  'link-to-fix': onlyReporter('returned-from'),
  'let-go': 'nothing',
  offer: { lead: 'offered', others: 'no: no-owner' },
  accept: 'no: not-offered',
  decline: 'no: not-offered',
  resolve: 'no: no-owner',
  answer: 'no: not-solved',
  comment: 'no: not-solved',
};

const claimed: Table = {
  edit: onlyReporter('no: posted-already'),
  undo: onlyReporter('no: posted-already'),
  withdraw: onlyReporter('no: posted-already'),
  'me-too': { reporter: 'no: own-flag', 'me too': 'nothing', others: 'joined' },
  claim: { owner: 'nothing', others: 'no: claimed-by' },
  agree: onlyOwner('agreed'),
  update: onlyOwner('updated'),
  inquire: onlyOwner('inquired'),
  inform: onlyReporter('informed'),
  'link-to-fix': onlyReporter('returned-from'),
  'let-go': {
    owner: 'let-go',
    admin: 'no: owner-is-here',
    unknown: 'no: admin-unknown',
    others: 'no: not-an-admin',
  },
  offer: onlyOwner('offered'),
  accept: { owner: 'nothing', offered: 'handed-over', others: 'no: not-offered' },
  decline: { owner: 'no: yours-already', offered: 'offer-declined', others: 'no: not-offered' },
  resolve: onlyOwner('resolved + help-ended'),
  answer: 'no: not-solved',
  comment: 'no: not-solved',
};

const resolved: Table = {
  edit: onlyReporter('no: posted-already'),
  undo: onlyReporter('no: posted-already'),
  withdraw: onlyReporter('no: posted-already'),
  'me-too': { reporter: 'no: own-flag', 'me too': 'nothing', others: 'joined' },
  claim: 'no: solved-by',
  agree: 'no: solved-by',
  update: { owner: 'updated', others: 'no: solved-by' },
  inquire: { owner: 'inquired', others: 'no: solved-by' },
  inform: onlyReporter('no: no-inquiry'),
  'link-to-fix': onlyReporter('returned-from'),
  'let-go': 'no: solved-by',
  offer: 'no: solved-by',
  accept: { owner: 'nothing', others: 'no: not-offered' },
  decline: { owner: 'no: solved-by', others: 'no: not-offered' },
  resolve: 'no: solved-by',
  answer: {
    reporter: 'answered + confirmed',
    'me too': 'answered',
    owner: 'no: owner-does-not-decide',
    others: 'no: not-asked',
  },
  comment: {
    reporter: 'no: answer-first',
    'me too': 'no: answer-first',
    owner: 'no: owner-does-not-decide',
    others: 'no: not-asked',
  },
};

/** Only what was said of it can still change. The reporter of this one has said *Fixed*. */
const confirmed: Table = {
  ...alike('no: settled'),
  'me-too': { reporter: 'no: own-flag', 'me too': 'nothing', others: 'no: settled' },
  update: { owner: 'updated', others: 'no: settled' },
  inquire: { owner: 'inquired', others: 'no: settled' },
  inform: onlyReporter('no: no-inquiry'),
  accept: { owner: 'nothing', others: 'no: not-offered' },
  decline: { owner: 'no: settled', others: 'no: not-offered' },
  answer: { reporter: 'nothing', 'me too': 'answered', others: 'no: settled' },
  comment: { reporter: 'commented', 'me too': 'no: answer-first', others: 'no: settled' },
};

const withdrawn: Table = {
  ...alike('no: withdrawn'),
  withdraw: onlyReporter('nothing'),
  'link-to-fix': onlyReporter('no: withdrawn'),
};

const declined = alike('no: not-doing');
const duplicate = alike('no: duplicate');

export const decisions: Readonly<Record<Issue['state'], Table>> = {
  saved,
  open,
  claimed,
  resolved,
  confirmed,
  declined,
  duplicate,
  withdrawn,
};
