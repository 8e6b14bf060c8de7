import type { InputBlock, ModalView, MultiUsersSelect } from '@slack/types';
import type { Temporal } from 'temporal-polyfill';

import type { Present } from '../../platform/postgres/choose-settings.ts';
import { form, input, selectInput, textInput, tickInput } from '../blocks.ts';
import { channelMenu } from '../buttons.ts';
import { capitalised, timeInWords } from '../words.ts';
import { digestInputs } from './digest-fields.ts';
import { isTimeZone, timeZoneChoices } from './time-zones.ts';

export const settingsFormId = 'settings-form';

export const fields = {
  issues: 'issues-channel',
  learning: 'learning-channel',
  leads: 'leads',
  leadsLead: 'leads-lead',
  sponsor: 'sponsor',
  firstAnswer: 'first-answer',
  holidays: 'holidays',
  pause: 'posting-pause',
  zone: 'time-zone',
  lens: 'lens',
} as const;

/** More people than that answer for nothing. */
export const mostLeads = 20;

/** As many as a working week has. */
export const mostHours = 40;

/** `zone`: the visitor's own, proposed for a workspace that has none yet. */
export function settingsForm(present: Present, zone: string | null, now: Temporal.Instant): ModalView {
  const initialZone = present.timeZone ?? (zone !== null && isTimeZone(zone, now) ? zone : 'UTC');
  const blocks = [
    issuesInput(present),
    input(fields.learning, 'Learning channel', channelMenu(fields.learning, present.learningChannel), {
      isOptional: true,
      hint: 'What was learned is posted there, and the weekly digest. Left empty, neither is posted.',
    }),
    input(fields.leads, 'Leads', peopleMenu(fields.leads, present.leads), {
      isOptional: true,
      hint: "They answer for this workspace's issues. While nobody is named, its admins do.",
    }),
    input(fields.leadsLead, "Leads' lead", peopleMenu(fields.leadsLead, present.leadsLead), {
      isOptional: true,
      hint: 'Whom I ask where the leads have not answered in time.',
    }),
    input(fields.sponsor, 'Sponsor', peopleMenu(fields.sponsor, present.sponsor), {
      isOptional: true,
      hint: 'Whom I ask last.',
    }),
    textInput(fields.firstAnswer, 'Answer within', {
      most: 2,
      initial: String(present.firstAnswerHours),
      hint: `Working hours, 1 to ${mostHours}: each flag is promised a first answer by then, Monday to Friday, 9 to 17, in the time zone below. Whoever is asked for support has as many of their own.`,
    }),
    textInput(fields.holidays, 'Holidays', {
      most: 3000,
      isLong: true,
      isOptional: true,
      initial: present.holidays.join('\n'),
      hint: 'Days on which nobody works, one a line or with commas between: 2026-12-24, 24.12.2026 or 24 Dec 2026.',
    }),
    selectInput(fields.pause, 'Posting pause', pauseChoices(present.postingPauseSeconds), {
      initial: String(present.postingPauseSeconds),
      hint: 'Between saving and posting. Until then nobody has seen a flag, and Undo takes it back.',
    }),
    selectInput(fields.zone, 'Time zone', timeZoneChoices([present.timeZone, zone], now), {
      initial: initialZone,
      hint: `For whatever happens at a set hour of the day.${present.timeZone === null ? ' Until you save, UTC holds.' : ''}`,
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

/**
 * Without one nothing is posted, so it has to be chosen. Once there is one the field may come back empty, as Slack shows
 * no channel to an admin who is not in it, and that must not keep them from the rest.
 */
function issuesInput({ issuesChannel }: Present): InputBlock {
  const [first, last] =
    issuesChannel === null
      ? [' Without a channel no issue is posted.', '']
      : ['', ' Left empty, cards go on where they go.'];
  return input(fields.issues, 'Issues channel', channelMenu(fields.issues, issuesChannel), {
    isOptional: issuesChannel !== null,
    hint: `Each issue gets its card there.${first} I have to be in it: type /invite @Flagpost in the channel.${last}`,
  });
}

function peopleMenu(name: string, leads: readonly string[]): MultiUsersSelect {
  return {
    type: 'multi_users_select',
    action_id: name,
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
