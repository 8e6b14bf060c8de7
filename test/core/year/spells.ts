import type { IssueEvent } from '../../../src/core/issue.ts';

/** From each word of an owner's to the next: how often they were asked, and those who lead were told. */
export function spellsOf(events: readonly IssueEvent[]): { nudged: number; told: number }[] {
  const spells = [{ nudged: 0, told: 0 }];
  for (const { type } of events) {
    const last = spells.at(-1);
    if (last === undefined) break;
    if (type === 'nudged') last.nudged += 1;
    else if (type === 'could-use-help') last.told += 1;
    else if (words.includes(type)) spells.push({ nudged: 0, told: 0 });
  }
  return spells;
}

const words: readonly IssueEvent['type'][] = [
  'claimed',
  'handed-over',
  'reopened',
  'separated',
  'agreed',
  'updated',
  'inquired',
  'informed',
  'offered',
  'offer-declined',
  'asked',
  'ask-passed',
  'ask-promised',
  'ask-closed',
  'still-on-it',
  'snoozed',
];
