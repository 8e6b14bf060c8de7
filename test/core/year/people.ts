import type { Hours } from '../../../src/core/hours.ts';
import type { PersonId } from '../../../src/core/issue.ts';
import type { Week } from '../../../src/core/working-time.ts';
import { officeWeek } from '../../../src/core/working-time.ts';
import { personCalled } from '../../support/builders.ts';
import type { Dice } from './dice.ts';

/** Somebody in the simulated year. */
export interface Colleague {
  readonly id: PersonId;
  /** Not a guest. */
  readonly isMember: boolean;
  /** How much of what is asked of them they answer, 0 to 1. */
  readonly answers: number;
  hours: Hours;
  hasLeft: boolean;
}

const zones = [
  'Europe/Berlin',
  'America/New_York',
  'America/St_Johns',
  'Asia/Kolkata',
  'Australia/Lord_Howe',
  'Pacific/Chatham',
];

const day = (from: number, to: number) => [{ from: from * 60, to: to * 60 }];

/** Early, late and through the night, weekends among them; and somebody who works two days. */
const shifts: readonly Week[] = [
  [day(6, 14), day(6, 14), day(6, 14), day(6, 14), day(6, 14), [], []],
  [[], [], day(14, 22), day(14, 22), day(14, 22), day(14, 22), day(14, 22)],
  [day(22, 30), day(22, 30), [], [], day(22, 30), day(22, 30), day(22, 30)],
  [[], day(9, 13), [], day(9, 13), [], [], []],
];

/** Some answer everything, most answer most, and some hardly anything. */
const habits = [0.95, 0.8, 0.8, 0.6, 0.6, 0.3, 0.05];

const headcount = 200;

export function everybody(dice: Dice): Colleague[] {
  return Array.from({ length: headcount }, (_, index): Colleague => {
    const week = dice.falls(0.3) ? dice.oneOf(shifts) : dice.falls(0.5) ? officeWeek : null;
    return {
      id: personCalled(`p${String(index).padStart(3, '0')}`),
      isMember: !dice.falls(0.1),
      answers: dice.oneOf(habits),
      hours: {
        zone: dice.falls(0.95) ? dice.oneOf(zones) : null,
        week,
        isOnlyOnHome: dice.falls(0.05),
        awayUntil: null,
        nudgesADay: dice.falls(0.2) ? 1 + dice.below(2) : null,
      },
      hasLeft: false,
    };
  });
}
