import type { ModalView, MultiUsersSelect } from '@slack/types';
import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';

import type { Choice, Present } from '../../platform/postgres/choose-settings.ts';
import { isSlackChannel, isSlackUser } from '../../platform/slack/bodies.ts';
import type { FormState } from '../../platform/slack/feature.ts';
import { form, input, selectInput, tickInput } from '../blocks.ts';
import { channelMenu } from '../buttons.ts';
import { capitalised, timeInWords } from '../words.ts';
import { digestChanges, digestFaults, digestInputs, readDigestFields } from './digest-fields.ts';
import { isTimeZone, timeZoneChoices } from './time-zones.ts';

export const settingsFormId = 'settings-form';

export const fields = {
  issues: 'issues-channel',
  learning: 'learning-channel',
  leads: 'leads',
  pause: 'posting-pause',
  zone: 'time-zone',
  lens: 'lens',
} as const;

/** More people than that answer for nothing. */
const mostLeads = 20;

/** What holds when the form is opened. It comes back with the form, so that only what was changed in it is saved. */
const shown = z.object({
  issuesChannel: z.string().nullable(),
  learningChannel: z.string().nullable(),
  postingPauseSeconds: z.int(),
  timeZone: z.string().nullable(),
  leads: z.array(z.string()).readonly(),
  /** Forms that were opened before there was a lens, or a digest, don't have these, nor their fields. */
  isLensOn: z.boolean().default(true),
  digestDay: z.int().default(1),
  digestHour: z.int().default(9),
});

/** `zone`: the visitor's own, for a workspace that has none yet. */
export function settingsForm(present: Present, zone: string | null, now: Temporal.Instant): ModalView {
  const initialZone = present.timeZone ?? (zone !== null && isTimeZone(zone, now) ? zone : 'UTC');
  const blocks = [
    input(fields.issues, 'Issues channel', channelMenu(fields.issues, present.issuesChannel), {
      isOptional: true,
      hint: 'Each issue gets its card there. I have to be in it: type /invite @Flagpost in the channel.',
    }),
    input(fields.learning, 'Learning channel', channelMenu(fields.learning, present.learningChannel), {
      isOptional: true,
      hint: 'What was learned is posted there. Left empty, it is posted nowhere.',
    }),
    input(fields.leads, 'Leads', leadsMenu(present.leads), {
      isOptional: true,
      hint: "They answer for this workspace's issues. While nobody is named, its admins do.",
    }),
    selectInput(fields.pause, 'Posting pause', pauseChoices(present.postingPauseSeconds), {
      initial: String(present.postingPauseSeconds),
      hint: 'Between saving and posting. Until then nobody has seen a flag, and Undo takes it back.',
    }),
    selectInput(fields.zone, 'Time zone', timeZoneChoices([present.timeZone, zone], now), {
      initial: initialZone,
      hint: 'For whatever happens at a set hour of the day.',
    }),
    ...digestInputs(present),
    tickInput(fields.lens, 'Wording', 'Notice where words make people the explanation', {
      isTicked: present.isLensOn,
      hint: 'Only whoever writes sees it, and has the last word. It is read here: no text leaves Flagpost for it.',
    }),
  ];
  return form({
    id: settingsFormId,
    title: 'Settings',
    submit: 'Save',
    memory: JSON.stringify(present),
    blocks,
  });
}

function leadsMenu(leads: readonly string[]): MultiUsersSelect {
  return {
    type: 'multi_users_select',
    action_id: fields.leads,
    max_selected_items: mostLeads,
    ...(leads.length === 0 ? {} : { initial_users: leads.slice(0, mostLeads) }),
  };
}

/** The usual ones, and the present one, whatever it is. */
function pauseChoices(present: number): Readonly<Record<string, string>> {
  const choices = [...new Set([0, 60, 300, 900, 3600, present])].toSorted((a, b) => a - b);
  return Object.fromEntries(
    choices.map((it) => [String(it), it === 0 ? 'None' : capitalised(timeInWords(it))]),
  );
}

export type Wanted = Pick<Choice, 'chosen' | 'leads'>;

/** What was changed in the form, or what is wrong with it, by field. */
export function readSettingsForm(
  state: FormState,
  now: Temporal.Instant,
): Wanted | { readonly errors: Readonly<Record<string, string>> } {
  const before = readShown(state.privateMetadata);
  const wanted = readFields(state, before);
  const errors = faultsIn(wanted, now);
  if (Object.keys(errors).length > 0) return { errors };
  return changedFrom(
    before,
    fields.lens in state.values ? wanted : { ...wanted, isLensOn: before?.isLensOn ?? true },
  );
}

function readFields(state: FormState, before: Present | null): Present {
  const { values } = state;
  return {
    issuesChannel: values[fields.issues] || null,
    learningChannel: values[fields.learning] || null,
    postingPauseSeconds: Number(values[fields.pause] ?? 0),
    timeZone: values[fields.zone] ?? 'UTC',
    isLensOn: (values[fields.lens] ?? '') !== '',
    ...readDigestFields(state, before),
    leads: (values[fields.leads] ?? '').split(',').filter((it) => it !== ''),
  };
}

/** Slack's own menus leave no room for these. */
function faultsIn(wanted: Present, now: Temporal.Instant): Record<string, string> {
  const { issuesChannel, learningChannel, postingPauseSeconds: pause, timeZone, leads } = wanted;
  const isChannel = (id: string | null): boolean => id === null || isSlackChannel(id);
  const arePeople = leads.length <= mostLeads && leads.every(isSlackUser);
  const isPause = Number.isInteger(pause) && pause >= 0 && pause <= 3600;
  return {
    ...(isChannel(issuesChannel) ? {} : { [fields.issues]: 'Please choose a channel.' }),
    ...(isChannel(learningChannel) ? {} : { [fields.learning]: 'Please choose a channel.' }),
    ...(arePeople ? {} : { [fields.leads]: `Please choose at most ${mostLeads} people.` }),
    ...(isPause ? {} : { [fields.pause]: 'Please choose one of these.' }),
    ...(timeZone !== null && isTimeZone(timeZone, now)
      ? {}
      : { [fields.zone]: 'Please choose one of these.' }),
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
  const { issuesChannel, learningChannel, postingPauseSeconds, timeZone, leads, isLensOn } = wanted;
  const sorted = (ids: readonly string[] = []): string => ids.toSorted().join();
  return {
    chosen: {
      /* Left empty, or a private channel that this admin does not see: cards go on where they go. */
      ...(issuesChannel === null || issuesChannel === before?.issuesChannel ? {} : { issuesChannel }),
      ...(learningChannel === before?.learningChannel ? {} : { learningChannel }),
      ...(postingPauseSeconds === before?.postingPauseSeconds ? {} : { postingPauseSeconds }),
      ...(isLensOn === before?.isLensOn ? {} : { isLensOn }),
      ...(timeZone === null || timeZone === before?.timeZone ? {} : { timeZone }),
      ...digestChanges(before, wanted),
    },
    ...(sorted(leads) === sorted(before?.leads) ? {} : { leads }),
  };
}
