import type { Story } from './stories.ts';

/** What goes on, and so waits for somebody: for an owner, an answer, a yes. */
export const waitingStories: readonly Story[] = [
  {
    text: 'The phone drops the caller when support puts them through to billing',
    moments: [
      [
        3,
        '15:00',
        'ana',
        {
          does: 'flags',
          impact: 'Hurts customers or safety',
          affected: 'whoever calls about a bill',
          isStuck: true,
        },
      ],
      [3, '15:12', 'sam', { does: 'helps' }],
      [
        3,
        '15:50',
        'sam',
        { does: 'helped', line: 'Ring billing first, and add the caller then. That holds.' },
      ],
      [4, '08:15', 'lea', { does: 'claims', success: 'Fifty calls put through, none dropped', by: 17 }],
      [
        9,
        '09:40',
        'lea',
        { does: 'updates', text: 'It is the old exchange. Whoever knows the network finds it faster.' },
      ],
      [14, '09:05', 'lea', { does: 'offers', to: 'sam' }],
    ],
  },
  {
    text: 'Customers get the invoice twice when they change their address',
    moments: [
      [8, '16:00', 'ana', { does: 'flags', impact: 'Hurts customers or safety' }],
      [9, '08:05', 'sam', { does: 'claims', success: 'One change of address, one invoice', by: 14 }],
      [11, '11:20', 'sam', { does: 'updates', text: 'Both the shop and the post office note the change.' }],
      [
        13,
        '10:10',
        'sam',
        {
          does: 'solves',
          changed: 'An invoice that went out once is not sent again, whoever notes the change.',
          kind: 'Added a guard',
          learning: 'What may come twice needs a number of its own.',
        },
      ],
    ],
  },
  {
    text: 'The list for the end of the month takes a whole morning to copy by hand',
    moments: [
      [9, '09:15', 'lea', { does: 'flags', impact: 'Slows work', affected: 'finance' }],
      [
        10,
        '09:05',
        'sam',
        { does: 'claims', success: 'The list is there at eight, and nobody copied it', by: 18 },
      ],
      [
        12,
        '10:30',
        'sam',
        { does: 'updates', text: 'The first half comes by itself. The bookings from the shops are next.' },
      ],
    ],
  },
  {
    text: 'Two price lists are in use, and customers see both',
    moments: [
      [10, '15:20', 'ana', { does: 'flags', impact: 'Hurts customers or safety' }],
      [11, '07:50', 'sam', { does: 'me too' }],
      [11, '08:40', 'lea', { does: 'claims', success: 'Shop and catalogue show one price', by: 19 }],
      [
        13,
        '13:15',
        'lea',
        { does: 'updates', text: 'The catalogue is printed from last spring’s list. It gets the shop’s.' },
      ],
    ],
  },
  {
    text: 'Returns arrive without an order number and stand in the corridor',
    moments: [
      [11, '09:45', 'sam', { does: 'flags' }],
      [11, '14:25', 'ana', { does: 'me too' }],
      [12, '01:45', 'kim', { does: 'me too' }],
    ],
  },
  {
    text: 'The leave calendar and the rota do not know of each other',
    moments: [
      [12, '01:15', 'kim', { does: 'flags', affected: 'everyone on shifts' }],
      [12, '08:25', 'lea', { does: 'me too' }],
    ],
  },
  {
    text: 'The screen in the meeting room wants another cable for every laptop',
    moments: [
      [13, '09:30', 'lea', { does: 'flags', impact: 'Annoying' }],
      [14, '01:30', 'kim', { does: 'claims', success: 'Anybody shows something within a minute', by: 20 }],
    ],
  },
  {
    text: 'The chat closes while a customer is still typing',
    moments: [
      [14, '14:30', 'ana', { does: 'flags', impact: 'Slows work', affected: 'customers who type slowly' }],
    ],
  },
];
