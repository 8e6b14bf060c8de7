import type { InputBlock, ModalView } from '@slack/types';
import { Temporal } from 'temporal-polyfill';

import { budgetOf, mostNudgesADay } from '../../core/hours.ts';
import type { Hours } from '../../core/hours.ts';
import { rhythms } from '../../core/owed.ts';
import type { Rhythm } from '../../core/owed.ts';
import type { Week } from '../../core/working-time.ts';
import { minutesOfDay, officeWeek } from '../../core/working-time.ts';
import type { ChosenHours } from '../../platform/postgres/choose-hours.ts';
import type { FormState } from '../../platform/slack/feature.ts';
import { chooseOne, form, input, plain, section, selectInput } from '../blocks.ts';
import { dayInput, noSuchDay } from '../day.ts';
import { dayNames, isAway, zoneInWords } from '../hours-words.ts';
import { rhythmLabels } from '../rhythm-words.ts';
import { dayIn } from '../words.ts';

export const hoursFormId = 'hours-form';

export const fields = {
  reach: 'reach',
  days: 'days',
  from: 'from',
  to: 'to',
  away: 'away-until',
  most: 'nudges-a-day',
  rhythm: 'what-you-owe',
} as const;

const reaches = ['office', 'own', 'home'] as const;

/** `hours`: as they are; `rhythm` is null for whoever owes nothing. */
export function hoursForm(hours: Hours, now: Temporal.Instant, rhythm: Rhythm | null = null): ModalView {
  const { week, zone, isOnlyOnHome, awayUntil } = hours;
  const { days, from, to } = shownOf(week ?? officeWeek);
  const office = `Office hours: Mon–Fri, 9:00–17:00, ${zone === null ? 'your time' : zoneInWords(zone)}`;
  const choices = { office, own: 'My own hours, as below', home: 'Only on Home: never write to me' };
  return form({
    id: hoursFormId,
    title: 'When may I write?',
    submit: 'Save',
    memory: JSON.stringify([days.join(), `t${from}`, `t${to}`]),
    blocks: [
      section(
        'I write to you within these hours. Outside them come only answers to what you press, and what concerns you while you are here. The rest waits; Home has it at once.',
      ),
      selectInput(fields.reach, 'Write to me', choices, {
        initial: isOnlyOnHome ? 'home' : week === null ? 'office' : 'own',
      }),
      daysInput(days),
      timeInput(fields.from, 'From', from),
      timeInput(fields.to, 'To', to, 'A night shift may end the next day.'),
      awayInput(isAway(awayUntil, zone, now) ? awayUntil : null),
      selectInput(fields.most, 'At most', counts(), {
        initial: String(budgetOf(hours)),
        hint: 'What is more comes in one message the next day.',
      }),
      ...(rhythm === null
        ? []
        : [
            selectInput(fields.rhythm, 'What waits for you as somebody who leads', rhythmLabels, {
              initial: rhythm,
            }),
          ]),
    ],
  });
}

/** A week has one stretch, the same on each of its days. */
function shownOf(week: Week) {
  const days = dayNames.flatMap((_, index) => ((week[index] ?? []).length > 0 ? [index] : []));
  const { from, to } = week.flat()[0] ?? { from: 0, to: 0 };
  return { days, from, to: to % minutesOfDay };
}

function daysInput(days: readonly number[]): InputBlock {
  const options = dayNames.map((name, index) => ({ text: plain(name), value: String(index) }));
  const ticked = options.filter((_, index) => days.includes(index));
  const initial = ticked.length === 0 ? {} : { initial_options: ticked };
  const element = { type: 'checkboxes' as const, action_id: fields.days, options, ...initial };
  return input(fields.days, 'My own hours: on', element, {
    isOptional: true,
    hint: 'A shift belongs to the day on which it begins.',
  });
}

const stepMinutes = 30;

const times: readonly number[] = Array.from(
  { length: minutesOfDay / stepMinutes },
  (_, n) => n * stepMinutes,
);

function timeInput(name: string, label: string, initial: number, hint?: string): InputBlock {
  const choices = Object.fromEntries(times.map((it) => [`t${it}`, wallTime(it)]));
  const more = hint === undefined ? {} : { hint };
  return selectInput(name, label, choices, { initial: `t${initial}`, ...more });
}

function wallTime(minutes: number): string {
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
}

function awayInput(until: string | null): InputBlock {
  const day = until === null ? null : Temporal.PlainDate.from(until);
  return dayInput(fields.away, 'Away until', day, { isOptional: true, hint: 'The day you are back.' });
}

function counts(): Readonly<Record<string, string>> {
  const all = Array.from({ length: mostNudgesADay }, (_, index) => index + 1);
  return Object.fromEntries(
    all.map((it) => [String(it), it === 1 ? 'One message a day' : `${it} messages a day`]),
  );
}

/** `null`: they were not asked, or it says nothing we know. */
export function readRhythm({ values }: FormState): Rhythm | null {
  return rhythms.find((it) => it === values[fields.rhythm]) ?? null;
}

type Errors = Readonly<Record<string, string>>;

export function readHoursForm({
  values,
  privateMetadata,
}: FormState): ChosenHours | { readonly errors: Errors } {
  const reach = reaches.find((it) => it === values[fields.reach]);
  const nudgesADay = Number(values[fields.most]);
  const away = values[fields.away] ?? null;
  const week = reach === 'own' ? ownWeek(values) : null;
  const errors: Errors = {
    ...(reach === undefined ? { [fields.reach]: chooseOne } : {}),
    ...(reach === 'office' && isChanged(values, privateMetadata) ? { [fields.reach]: hoursGoUnused } : {}),
    ...(week !== null && 'errors' in week ? week.errors : {}),
    ...(away !== null && dayIn(away) === null ? { [fields.away]: noSuchDay } : {}),
    ...(isCount(nudgesADay) ? {} : { [fields.most]: chooseOne }),
  };
  if (Object.keys(errors).length > 0) return { errors };
  return {
    week: week === null || 'errors' in week ? null : week,
    isOnlyOnHome: reach === 'home',
    awayUntil: away,
    nudgesADay,
  };
}

/** Whoever has chosen days or times below wants them to count. */
function isChanged(values: FormState['values'], memory: string): boolean {
  const days = (values[fields.days] ?? '').split(',').toSorted().join();
  return memory !== JSON.stringify([days, values[fields.from], values[fields.to]]);
}

const hoursGoUnused = 'You have changed the hours below. So that they hold, please choose “My own hours”.';

function isCount(count: number): boolean {
  return Number.isInteger(count) && count >= 1 && count <= mostNudgesADay;
}

function ownWeek(values: FormState['values']): Week | { readonly errors: Errors } {
  const days = (values[fields.days] ?? '').split(',').filter((it) => it !== '');
  const [from, to] = [timeIn(values[fields.from]), timeIn(values[fields.to])];
  const errors: Errors = {
    ...(days.length === 0 ? { [fields.days]: 'Please tick a day at least.' } : {}),
    ...(from === null ? { [fields.from]: chooseOne } : {}),
    ...(to === null ? { [fields.to]: chooseOne } : {}),
    ...(from !== null && from === to
      ? { [fields.to]: 'This is when it begins. Please choose when it ends.' }
      : {}),
  };
  if (from === null || to === null || Object.keys(errors).length > 0) return { errors };
  const span = { from, to: to > from ? to : to + minutesOfDay };
  return dayNames.map((_, index) => (days.includes(String(index)) ? [span] : []));
}

function timeIn(value: string | null | undefined): number | null {
  return times.find((it) => `t${it}` === value) ?? null;
}
