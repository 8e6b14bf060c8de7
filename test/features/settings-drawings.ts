import type { ModalView } from '@slack/types';

import { drawNotice } from '../../src/features/admins/notice.ts';
import { settingsForm } from '../../src/features/settings/form.ts';
import { onlyAdmins, savedPage } from '../../src/features/settings/sentences.ts';
import { adminCodes } from '../../src/platform/slack/faults.ts';
import { thursday } from '../support/builders.ts';
import { settings, unset } from './drawings.ts';
import type { Drawings } from './drawings.ts';

const nothingChosen = { ...unset, timeZone: null, leads: [], leadsLead: [], sponsor: [] };
const allChosen = {
  issuesChannel: 'C0ISSUES',
  learningChannel: 'C0LEARNINGS',
  postingPauseSeconds: 5,
  timeZone: 'Asia/Kathmandu',
  isLensOn: false,
  digestDay: 5,
  digestHour: 0,
  firstAnswerHours: 8,
  holidays: ['2026-12-24', '2026-12-25', '2027-01-01'],
  leadsLead: ['UHAL'],
  sponsor: ['UNED'],
  leads: Array.from({ length: 20 }, (_, index) => `U${String(index).padStart(10, '0')}`),
};

export const settingsForms: Readonly<Record<string, ModalView>> = {
  'settings, the first time': settingsForm(shown(nothingChosen), 'Europe/Berlin', thursday),
  'settings, with everything in them': settingsForm(allChosen, 'America/Detroit', thursday),
  'settings, saved without a change': savedPage(unset, { chosen: {} }),
  'settings, everything saved': savedPage(
    { ...settings, learningChannel: 'C0LEARNINGS', isLensOn: false },
    {
      chosen: { issuesChannel: 'C0ISSUES', learningChannel: 'C0LEARNINGS', isLensOn: false },
      leads: ['USAM', 'ULEA'],
    },
  ),
  'settings, another day and hour for the digest': savedPage(
    { ...settings, digestDay: 5, digestHour: 16 },
    { chosen: { digestDay: 5, digestHour: 16 } },
  ),
  'settings, another hour, and no channel for the digest': savedPage(
    { ...settings, digestHour: 0, learningChannel: null },
    { chosen: { digestHour: 0 } },
  ),
  'settings, first answers saved': savedPage(
    { ...settings, firstAnswerHours: 8, holidays: ['2026-12-24', '2027-01-01'] },
    {
      chosen: { firstAnswerHours: 8, holidays: ['2026-12-24', '2027-01-01'] },
      leadsLead: ['UHAL', 'UKIM'],
      sponsor: [],
    },
  ),
  'settings, no holidays any more': savedPage(settings, { chosen: { holidays: [] } }),
  'settings, learnings and leads taken away': savedPage(settings, {
    chosen: { learningChannel: null },
    leads: [],
  }),
};

function shown({
  issuesChannel,
  learningChannel,
  postingPauseSeconds,
  timeZone,
  leads,
  leadsLead,
  sponsor,
  firstAnswerHours,
  holidays,
  isLensOn,
  digestDay,
  digestHour,
}: typeof allChosen | typeof nothingChosen) {
  const places = { issuesChannel, learningChannel, postingPauseSeconds, timeZone, isLensOn };
  const first = { leads, leadsLead, sponsor, firstAnswerHours, holidays };
  return { ...places, ...first, digestDay, digestHour };
}

export const aboutSettings: Drawings = {
  'not for this person': onlyAdmins({
    isAdmin: false,
    timeZone: null,
    strangers: [],
    admins: ['UKIM', 'UADA', 'UGUS', 'UUNA'],
  }),
  'not for this person, and no admin is known': onlyAdmins({
    isAdmin: false,
    timeZone: null,
    strangers: [],
    admins: [],
  }),
  'Slack did not tell who they are': onlyAdmins({
    isAdmin: null,
    timeZone: null,
    strangers: [],
    admins: ['UKIM'],
  }),
};

/** What admins are told and asked. */
export function notices(): Drawings {
  return Object.fromEntries([
    /* This file's own headings are read for words that nobody should be told. */
    ...[...adminCodes, 'unknown'].map((reason) => [
      reason.replace('invalid', 'wrong'),
      drawNotice(`${reason}/C0ISSUES`, settings),
    ]),
    ['in direct messages', drawNotice('restricted_action/', settings)],
    ...[
      'trial/7',
      'trial/7/7/',
      'trial/7/1/not_in_channel',
      'trial/7/6/not_in_channel',
      'trial/7/3/slow',
      'trial/7/2/not-a-member',
    ].map((subject) => [subject, drawNotice(subject, settings)]),
    [
      'trial/7/6/no_learning_channel',
      drawNotice('trial/7/6/no_learning_channel', { ...settings, learningChannel: null }),
    ],
    ['trial/7/2/claimed-by', drawNotice('trial/7/2/claimed-by', unset)],
    ['trial/7/1/gone', drawNotice('trial/7/1/gone', settings)],
    ['trial/7/1/no_channel', drawNotice('trial/7/1/no_channel', unset)],
    ['which channel?', drawNotice('no_channel/', unset)],
    ['which channel, answered', drawNotice('no_channel/', settings)],
    [
      'which channel, answered, and none for learnings',
      drawNotice('no_channel/', { ...settings, learningChannel: null }),
    ],
  ]);
}
