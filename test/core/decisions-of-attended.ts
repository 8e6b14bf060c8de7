import type { Issue } from '../../src/core/issue.ts';
import type { AttendedTable, Row } from './decisions.ts';

const alike = (reason: string): AttendedTable => ({
  'still-on-it': reason,
  snooze: reason,
  'offer-support': reason,
  'say-of-hold': reason,
});

const byLeads = (result: string): Row => ({
  lead: result,
  unknown: 'no: admin-unknown',
  others: 'no: not-a-lead',
});

/** Its owner was asked how it goes, and those who lead were told that it could use help. */
const claimed: AttendedTable = {
  'still-on-it': { owner: 'still-on-it', others: 'no: not-the-owner' },
  snooze: { owner: 'snoozed', others: 'no: not-the-owner' },
  'offer-support': byLeads('support-offered'),
  'say-of-hold': 'no: not-solved',
};

export const decisionsOfAttended: Readonly<Record<Issue['state'], AttendedTable>> = {
  saved: alike('no: not-posted-yet'),
  open: {
    'still-on-it': 'no: no-owner',
    snooze: 'no: no-owner',
    'offer-support': byLeads('nothing'),
    'say-of-hold': 'no: not-solved',
  },
  claimed,
  resolved: {
    ...alike('no: solved-by'),
    'say-of-hold': { owner: 'no: owner-does-not-decide', others: 'no: not-asked' },
  },
  confirmed: {
    ...alike('no: settled'),
    'say-of-hold': { reporter: 'said-of-hold + held', 'me too': 'said-of-hold', others: 'no: settled' },
  },
  declined: alike('no: not-doing'),
  duplicate: alike('no: duplicate'),
  withdrawn: alike('no: withdrawn'),
};
