import type { Rhythm } from '../core/owed.ts';

/** How often a lead reads what they owe, as they choose it. */
export const rhythmLabels: Readonly<Record<Rhythm, string>> = {
  weekly: 'Weekly',
  fortnightly: 'Fortnightly',
  'when-waiting': 'Only when someone waits',
};

/** What holds from now on, said to whoever has chosen it. */
export function rhythmInWords(rhythm: Rhythm): string {
  switch (rhythm) {
    case 'weekly':
      return 'What waits for you as somebody who leads comes once a week, and only when there is something.';
    case 'fortnightly':
      return 'What waits for you as somebody who leads comes every two weeks, and only when there is something.';
    case 'when-waiting':
      return 'What waits for you as somebody who leads comes only when somebody is stuck, or waits longer than they were promised.';
  }
}
