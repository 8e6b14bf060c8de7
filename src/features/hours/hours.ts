import { chooseHours, hoursFor } from '../../platform/postgres/choose-hours.ts';
import { chooseRhythm, rhythmFor } from '../../platform/postgres/choose-rhythm.ts';
import { transact } from '../../platform/postgres/transact.ts';
import type { Answer, Effect, Feature, House, Press, Submission } from '../../platform/slack/feature.ts';
import { page, oneSentence, section } from '../blocks.ts';
import { ids } from '../buttons.ts';
import { hoursInWords } from '../hours-words.ts';
import { rhythmInWords } from '../rhythm-words.ts';
import { hoursForm, hoursFormId, readHoursForm, readRhythm } from './form.ts';
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
  const { adminUsers } = house.settings;
  const [present, rhythm] = await transact(store, { workspace }, async (tx) => [
    await hoursFor(tx, workspace, slackUser),
    await rhythmFor(tx, workspace, slackUser, adminUsers),
  ]);
  return [{ form: hoursForm({ ...present, zone: present.zone ?? timeZone }, store.clock(), rhythm) }];
}

async function save(house: House, submission: Submission): Promise<Answer> {
  const { store } = house;
  const chosen = readHoursForm(submission.form);
  if ('errors' in chosen) return chosen;
  const { workspace, slackUser, form } = submission;
  const saved = await chooseHours(store, workspace, slackUser, chosen);
  const rhythm = readRhythm(form);
  const shown = await transact(store, { workspace }, (tx) =>
    rhythmFor(tx, workspace, slackUser, house.settings.adminUsers),
  );
  /* Whoever has left it as it was has not chosen it. */
  if (rhythm !== null && rhythm !== shown) await chooseRhythm(store, workspace, slackUser, rhythm);
  const owed = rhythm === null || saved.isOnlyOnHome ? '' : ` ${rhythmInWords(rhythm)}`;
  const words = `Thank you. ${hoursInWords(saved, store.clock())}${owed}`;
  return { form: page('Saved', [section(words)]), effects: [{ homeMemory: (memory) => memory }] };
}

async function keepOfficeHours({ store }: House, press: Press): Promise<readonly Effect[]> {
  const { workspace, slackUser } = press;
  const present = await transact(store, { workspace }, (tx) => hoursFor(tx, workspace, slackUser));
  return [{ say: oneSentence(`Thank you. ${hoursInWords(present, store.clock())} I don't ask this again.`) }];
}
