import type { Story } from './stories.ts';

const logins = 'New colleagues wait up to a week for their first login';

/** What was solved meanwhile, or ended otherwise. Ana is in Lima, Kim in Tokyo, Sam and Lea are in Berlin. */
export const fixedStories: readonly Story[] = [
  { text: 'Lea leads', moments: [[0, '07:30', 'kim', { does: 'names a lead', lead: 'lea' }]] },
  {
    /* As the page suggests it to whoever comes to it: what they flag has been flagged before, and was learned from. */
    text: 'The refund form rejects foreign IBANs',
    moments: [
      [
        0,
        '14:10',
        'ana',
        { does: 'flags', impact: 'Hurts customers or safety', affected: 'customers abroad' },
      ],
      [0, '15:05', 'lea', { does: 'me too' }],
      [1, '08:20', 'sam', { does: 'claims', success: 'A refund to a Dutch IBAN goes through', by: 6 }],
      [
        3,
        '10:40',
        'sam',
        { does: 'updates', text: 'The form checks a pattern that only fits our own country.' },
      ],
      [
        5,
        '13:30',
        'sam',
        {
          does: 'solves',
          changed: 'The form asks the bank instead of checking a pattern.',
          kind: 'Removed the cause',
          learning: 'Ask the bank whether an IBAN exists; patterns age.',
        },
      ],
      [6, '14:30', 'ana', { does: 'agrees to be named' }],
      [
        6,
        '14:35',
        'ana',
        { does: 'answers', verdict: 'Fixed', adds: 'Three customers have their money back. Thank you.' },
      ],
      [
        7,
        '09:20',
        'sam',
        {
          does: 'writes up',
          happened:
            'Refunds to accounts abroad came back as invalid. Support asked three customers for another account, and they had none.',
          possible:
            'The form checked a pattern copied from our own country’s accounts. Nothing in its tests came from abroad.',
          well: 'It was flagged the day it was met, with the group it hurt, so it was clear where to look.',
        },
      ],
      [7, '12:10', 'lea', { does: 'has read', line: 'Ask the bank', says: 'Used this' }],
      [8, '01:40', 'kim', { does: 'has read', line: 'Ask the bank', says: 'Used this' }],
    ],
  },
  {
    text: 'The scanners lose the network behind shelf 14, so we write pallets down on paper',
    moments: [
      [0, '09:30', 'sam', { does: 'flags' }],
      [1, '02:15', 'kim', { does: 'claims', success: 'A whole shift without a paper list', by: 9 }],
      [
        4,
        '03:40',
        'kim',
        { does: 'solves', changed: 'A second access point hangs above shelf 20.', kind: 'Added a guard' },
      ],
      [
        5,
        '09:10',
        'sam',
        {
          does: 'answers',
          verdict: 'Not fixed',
          adds: 'Much better, but the last two metres are still silent.',
        },
      ],
      [
        7,
        '02:30',
        'kim',
        { does: 'updates', text: 'The signal stops at the metal gate. Moving the access point.' },
      ],
      [
        8,
        '04:00',
        'kim',
        {
          does: 'solves',
          changed: 'The access point looks down the aisle now, past the gate.',
          kind: 'Removed the cause',
          learning: 'Walk the whole aisle with a scanner before calling the network done.',
        },
      ],
      [9, '10:20', 'sam', { does: 'answers', verdict: 'Fixed', adds: 'Not one paper list since then.' }],
    ],
  },
  {
    text: 'Travel claims go back and forth because nobody can tell which receipts count',
    moments: [
      [1, '10:15', 'lea', { does: 'flags', impact: 'Slows work', affected: 'everyone who travels' }],
      [1, '14:20', 'ana', { does: 'me too' }],
      [2, '02:05', 'kim', { does: 'claims', success: 'Nine of ten claims pass the first time', by: 10 }],
      [
        5,
        '03:10',
        'kim',
        { does: 'updates', text: 'Most questions are about taxis and tips. A page is on its way.' },
      ],
      [
        8,
        '05:15',
        'kim',
        {
          does: 'solves',
          changed: 'One page shows a good claim, with every receipt that counts.',
          kind: 'Checklist or training',
          learning: 'Show one good example; it is read before any rule.',
        },
      ],
      [
        9,
        '08:45',
        'lea',
        { does: 'answers', verdict: 'Fixed', adds: 'This week all of them passed the first time.' },
      ],
      [10, '15:30', 'ana', { does: 'has read', line: 'Show one good example', says: 'Already knew' }],
    ],
  },
  {
    text: logins,
    moments: [
      [2, '01:30', 'kim', { does: 'flags', impact: 'Blocks work', affected: 'everyone who starts here' }],
      [
        2,
        '09:00',
        'lea',
        { does: 'claims', success: 'Whoever starts on a Monday can log in that Monday', by: 12 },
      ],
      [
        5,
        '08:30',
        'lea',
        { does: 'updates', text: 'The order goes out on the first day; it could on signing.' },
      ],
      [
        10,
        '09:20',
        'lea',
        {
          does: 'solves',
          changed: 'A signed contract orders the login by itself.',
          kind: 'Automated it',
          learning: 'Order at the moment when it is certain, not when it is needed.',
        },
      ],
      [10, '14:40', 'ana', { does: 'answers', verdict: 'Fixed' }],
      [
        11,
        '01:10',
        'kim',
        { does: 'answers', verdict: 'Fixed', adds: 'Two people began today, both logged in at nine.' },
      ],
    ],
  },
  {
    text: 'Somebody new in support has no login on day three',
    moments: [
      [6, '15:10', 'ana', { does: 'flags' }],
      [7, '08:20', 'lea', { does: 'finds a duplicate', of: logins }],
    ],
  },
  {
    text: 'The canteen closes at half past one, so the late shift gets nothing warm',
    moments: [
      [3, '12:50', 'sam', { does: 'flags' }],
      [3, '14:15', 'ana', { does: 'me too' }],
      [
        6,
        '09:00',
        'lea',
        {
          does: 'is not doing',
          because:
            'The caterer can’t stay longer this year. Until then a microwave and a fridge stand in the break room.',
        },
      ],
    ],
  },
  {
    text: 'The contact page still shows the opening hours of last summer',
    moments: [
      [7, '14:05', 'ana', { does: 'flags', impact: 'Annoying' }],
      [8, '01:25', 'kim', { does: 'claims' }],
      [
        8,
        '06:10',
        'kim',
        {
          does: 'solves',
          changed: 'The page takes the hours from the shops’ own list.',
          kind: 'Removed the cause',
          learning: 'Write a thing down once, and point at it everywhere else.',
        },
      ],
      [8, '14:30', 'ana', { does: 'answers', verdict: 'Fixed' }],
    ],
  },
];
