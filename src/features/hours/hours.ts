import { chooseHours, hoursFor } from '../../platform/postgres/choose-hours.ts';
import { transact } from '../../platform/postgres/transact.ts';
import type { Answer, Effect, Feature, House, Press, Submission } from '../../platform/slack/feature.ts';
import { page, oneSentence, section } from '../blocks.ts';
import { ids } from '../buttons.ts';
import { hoursInWords } from '../hours-words.ts';
import { hoursForm, hoursFormId, readHoursForm } from './form.ts';
import { drawAlone, drawTogether } from './frame.ts';

/** When people may be told something that they have not asked for, and how they are. */
export const hours: Feature = {
  presses: { [ids.hours]: openForm, [ids.officeHours]: keepOfficeHours },
  submissions: { [hoursFormId]: save },
  unasked: { alone: drawAlone, together: drawTogether },
};

async function openForm(house: House, press: Press): Promise<readonly Effect[]> {
  const { store } = house;
  const { workspace, slackUser } = press;
  const { timeZone } = await house.standingOf(press);
  const present = await transact(store, { workspace }, (tx) => hoursFor(tx, workspace, slackUser));
  return [{ form: hoursForm({ ...present, zone: present.zone ?? timeZone }, store.clock()) }];
}

async function save({ store }: House, submission: Submission): Promise<Answer> {
  const chosen = readHoursForm(submission.form);
  if ('errors' in chosen) return chosen;
  const saved = await chooseHours(store, submission.workspace, submission.slackUser, chosen);
  const words = `Thank you. ${hoursInWords(saved, store.clock())}`;
  return { form: page('Saved', [section(words)]), effects: [{ homeMemory: (memory) => memory }] };
}

async function keepOfficeHours({ store }: House, press: Press): Promise<readonly Effect[]> {
  const { workspace, slackUser } = press;
  const present = await transact(store, { workspace }, (tx) => hoursFor(tx, workspace, slackUser));
  return [{ say: oneSentence(`Thank you. ${hoursInWords(present, store.clock())} I don't ask this again.`) }];
}
