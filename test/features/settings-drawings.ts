import type { ModalView } from '@slack/types';

import { settingsForm } from '../../src/features/settings/form.ts';
import { onlyAdmins, savedPage } from '../../src/features/settings/sentences.ts';
import { thursday } from '../support/builders.ts';
import { settings, unset } from './drawings.ts';
import type { Drawings } from './drawings.ts';

const nothingChosen = { ...unset, timeZone: null, leads: [] };
const allChosen = {
  issuesChannel: 'C0ISSUES',
  learningChannel: 'C0LEARNINGS',
  postingPauseSeconds: 5,
  timeZone: 'Asia/Kathmandu',
  leads: Array.from({ length: 20 }, (_, index) => `U${String(index).padStart(10, '0')}`),
};

export const settingsForms: Readonly<Record<string, ModalView>> = {
  'settings, the first time': settingsForm(shown(nothingChosen), 'Europe/Berlin', thursday),
  'settings, with everything in them': settingsForm(allChosen, 'America/Detroit', thursday),
  'settings, saved without a change': savedPage(unset, { chosen: {} }),
  'settings, everything saved': savedPage(
    { ...settings, learningChannel: 'C0LEARNINGS' },
    { chosen: { issuesChannel: 'C0ISSUES', learningChannel: 'C0LEARNINGS' }, leads: ['USAM', 'ULEA'] },
  ),
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
}: typeof allChosen | typeof nothingChosen) {
  return { issuesChannel, learningChannel, postingPauseSeconds, timeZone, leads };
}

export const aboutSettings: Drawings = {
  'not for this person': onlyAdmins({
    isAdmin: false,
    timeZone: null,
    admins: ['UKIM', 'UADA', 'UGUS', 'UUNA'],
  }),
  'not for this person, and no admin is known': onlyAdmins({ isAdmin: false, timeZone: null, admins: [] }),
  'Slack did not tell who they are': onlyAdmins({ isAdmin: null, timeZone: null, admins: ['UKIM'] }),
};
