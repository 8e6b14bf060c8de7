import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';

import type { Choice, Present } from '../../platform/postgres/choose-settings.ts';
import { usual } from '../../platform/postgres/settings.ts';
import { isSlackChannel, isSlackUser } from '../../platform/slack/bodies.ts';
import type { FormState } from '../../platform/slack/feature.ts';
import { chooseOne } from '../blocks.ts';
import { digestFaults, readDigestFields } from './digest-fields.ts';
import { fields, mostHours, mostLeads } from './form.ts';
import { readHolidays } from './holidays.ts';
import { isTimeZone } from './time-zones.ts';

/** What holds when the form is opened. It comes back with the form, so that only what was changed in it is saved. */
const shown = z.object({
  issuesChannel: z.string().nullable(),
  learningChannel: z.string().nullable(),
  postingPauseSeconds: z.int(),
  timeZone: z.string().nullable(),
  leads: z.array(z.string()).readonly(),
  leadsLead: z.array(z.string()).readonly().default([]),
  sponsor: z.array(z.string()).readonly().default([]),
  firstAnswerHours: z.int().default(usual.firstAnswerHours),
  holidays: z.array(z.string()).readonly().default([]),
  /** Forms that were opened before there was a lens don't have it, nor its field. */
  isLensOn: z.boolean().default(usual.isLensOn),
  digestDay: z.int().default(usual.digestDay),
  digestHour: z.int().default(usual.digestHour),
});

const nothingShown = { ...usual, leadsLead: [], sponsor: [] };

export type Wanted = Pick<Choice, 'chosen' | 'leads' | 'leadsLead' | 'sponsor'>;

/** What was changed in the form, or what is wrong with it, by field. */
export function readSettingsForm(
  state: FormState,
  now: Temporal.Instant,
): Wanted | { readonly errors: Readonly<Record<string, string>> } {
  const before = readShown(state.privateMetadata);
  const holidays = readHolidays(state.values[fields.holidays] ?? '');
  const wanted = readFields(state, before, 'fault' in holidays ? [] : holidays);
  const errors = {
    ...faultsIn(wanted, now),
    ...('fault' in holidays ? { [fields.holidays]: holidays.fault } : {}),
  };
  return Object.keys(errors).length > 0 ? { errors } : changedFrom(before, wanted);
}

/** Forms that were opened before there was a field don't have it: what was shown of it, or the usual, holds. */
function readFields(state: FormState, before: Present | null, holidays: readonly string[]): Present {
  const { values } = state;
  const present = before ?? nothingShown;
  const people = (name: string, otherwise: readonly string[]): readonly string[] =>
    name in values ? (values[name] ?? '').split(',').filter((it) => it !== '') : otherwise;
  return {
    issuesChannel: values[fields.issues] || null,
    learningChannel: values[fields.learning] || null,
    postingPauseSeconds: Number(values[fields.pause] ?? 0),
    timeZone: values[fields.zone] ?? 'UTC',
    isLensOn: fields.lens in values ? (values[fields.lens] ?? '') !== '' : present.isLensOn,
    leads: people(fields.leads, []),
    leadsLead: people(fields.leadsLead, present.leadsLead),
    sponsor: people(fields.sponsor, present.sponsor),
    firstAnswerHours: readHours(values[fields.firstAnswer] ?? String(present.firstAnswerHours)),
    holidays: fields.holidays in values ? holidays : present.holidays,
    ...readDigestFields(state, present),
  };
}

/** Not a number at all is out of bounds too. */
function readHours(text: string): number {
  return /^\d{1,2}$/.test(text.trim()) ? Number(text) : 0;
}

/** Slack's own menus leave no room for most of these. */
function faultsIn(wanted: Present, now: Temporal.Instant): Record<string, string> {
  const { issuesChannel, learningChannel, postingPauseSeconds: pause, timeZone, firstAnswerHours } = wanted;
  const isChannel = (id: string | null): boolean => id === null || isSlackChannel(id);
  const arePeople = (them: readonly string[]): boolean => them.length <= mostLeads && them.every(isSlackUser);
  const tooMany = (['leads', 'leadsLead', 'sponsor'] as const).filter((it) => !arePeople(wanted[it]));
  const areHours = firstAnswerHours >= 1 && firstAnswerHours <= mostHours;
  const isPause = Number.isInteger(pause) && pause >= 0 && pause <= 3600;
  return {
    ...(isChannel(issuesChannel) ? {} : { [fields.issues]: 'Please choose a channel.' }),
    ...(isChannel(learningChannel) ? {} : { [fields.learning]: 'Please choose a channel.' }),
    ...Object.fromEntries(tooMany.map((it) => [fields[it], `Please choose at most ${mostLeads} people.`])),
    ...(areHours ? {} : { [fields.firstAnswer]: `Please write a whole number from 1 to ${mostHours}.` }),
    ...(isPause ? {} : { [fields.pause]: chooseOne }),
    ...(timeZone !== null && isTimeZone(timeZone, now) ? {} : { [fields.zone]: chooseOne }),
    ...digestFaults(wanted),
  };
}

function readShown(memory: string): Present | null {
  try {
    return shown.parse(JSON.parse(memory));
  } catch {
    return null;
  }
}

/** Another admin may have changed the rest meanwhile. */
function changedFrom(before: Present | null, wanted: Present): Wanted {
  const changed = <Name extends keyof Present>(...names: readonly Name[]): Partial<Pick<Present, Name>> => {
    const isChanged = (name: Name): boolean => textOf(wanted[name]) !== textOf(before?.[name]);
    const parts = names.filter(isChanged).map((name) => [name, wanted[name]] as const);
    return Object.fromEntries(parts) as Partial<Pick<Present, Name>>;
  };
  const { issuesChannel, timeZone } = wanted;
  return {
    chosen: {
      /* Left empty, or a private channel that this admin does not see: cards go on where they go. */
      ...(issuesChannel === null ? {} : changed('issuesChannel')),
      ...changed('learningChannel', 'postingPauseSeconds', 'firstAnswerHours', 'holidays', 'isLensOn'),
      ...changed('digestDay', 'digestHour'),
      ...(timeZone === null || timeZone === before?.timeZone ? {} : { timeZone }),
    },
    ...changed('leads', 'leadsLead', 'sponsor'),
  };
}

/** In which order people were chosen says nothing. */
function textOf(value: Present[keyof Present] | undefined): string {
  return typeof value === 'object' && value !== null ? value.toSorted().join() : String(value ?? '');
}
