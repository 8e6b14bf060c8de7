import type { ModalView } from '@slack/types';

import { chooseSettings, readPresent } from '../../platform/postgres/choose-settings.ts';
import { transact } from '../../platform/postgres/transact.ts';
import { beginTrial } from '../../platform/postgres/trial.ts';
import { isSlackChannel } from '../../platform/slack/bodies.ts';
import type { Drawing } from '../../platform/slack/drawing.ts';
import type {
  Answer,
  Effect,
  Feature,
  House,
  Press,
  Submission,
  Visit,
} from '../../platform/slack/feature.ts';
import { oneSentence } from '../blocks.ts';
import { ids } from '../buttons.ts';
import { fields, settingsForm, settingsFormId } from './form.ts';
import { readSettingsForm } from './read-form.ts';
import {
  cannotLead,
  channelFirst,
  chosenAlready,
  onlyAdmins,
  onlyAdminsUnder,
  savedPage,
  testBegins,
  testGap,
  testGoesOn,
} from './sentences.ts';
import { isTimeZone } from './time-zones.ts';

/** What an admin chooses for the workspace, and the first question: which channel? */
export const settings: Feature = {
  commands: { settings: async (house, typed) => await opened(house, typed, (say) => say) },
  presses: {
    [ids.settings]: async (house, press) => [await opened(house, press, (say) => ({ say }))],
    [ids.chooseChannel]: choose,
    [ids.testIt]: test,
  },
  submissions: { [settingsFormId]: save },
};

async function opened<Refused>(
  house: House,
  visit: Visit,
  refused: (words: Drawing) => Refused,
): Promise<{ readonly form: ModalView } | Refused> {
  const { store, settings: otherwise } = house;
  const { workspace } = visit;
  const standing = await house.standingOf(visit);
  if (standing.isAdmin !== true) return refused(onlyAdmins(standing));
  const present = await transact(store, { workspace }, (tx) => readPresent(tx, workspace, otherwise));
  return { form: settingsForm(present, standing.timeZone, store.clock()) };
}

async function save(house: House, submission: Submission): Promise<Answer> {
  const { store, settings: otherwise } = house;
  const wanted = readSettingsForm(submission.form, store.clock());
  if ('errors' in wanted) return wanted;
  const { leads = [], leadsLead = [], sponsor = [] } = wanted;
  const standing = await house.standingOf(submission, [...leads, ...leadsLead, ...sponsor]);
  if (standing.isAdmin !== true) return { errors: { [fields.issues]: onlyAdminsUnder(standing) } };
  const { strangers } = standing;
  const outcome = await chooseSettings(store, { ...visitOf(submission), ...wanted, strangers, otherwise });
  if (outcome.ok) return { form: savedPage(outcome.settings, wanted), effects: [] };
  return outcome.reason === 'cannot-lead'
    ? { errors: { [rungFields[outcome.rung] ?? fields.leads]: cannotLead } }
    : { errors: { [fields.issues]: onlyAdminsUnder(standing) } };
}

/** By rung of the ladder. */
const rungFields = [fields.leads, fields.leadsLead, fields.sponsor];

/** The answer to the first question holds at once; the question itself is redrawn with it, wherever it stands. */
async function choose(house: House, press: Press): Promise<readonly Effect[]> {
  const { store, settings: otherwise } = house;
  const issuesChannel = press.value;
  if (!isSlackChannel(issuesChannel)) return [{ say: oneSentence('Please choose a channel.') }];
  const standing = await house.standingOf(press);
  if (standing.isAdmin !== true) return [{ say: onlyAdmins(standing) }];
  const { timeZone } = standing;
  /* Slack may know of a zone before this machine does. */
  const isKnown = timeZone !== null && isTimeZone(timeZone, store.clock());
  const chosen = { issuesChannel, ...(isKnown ? { timeZone } : {}) };
  const outcome = await chooseSettings(store, { ...visitOf(press), chosen, isFirst: true, otherwise });
  if (outcome.ok) return [];
  return [
    {
      say: outcome.reason === 'chosen-already' ? chosenAlready(outcome.issuesChannel) : onlyAdmins(standing),
    },
  ];
}

async function test(house: House, press: Press): Promise<readonly Effect[]> {
  const { store, settings: otherwise, settingsOf, expect } = house;
  const { workspace, slackUser } = press;
  const standing = await house.standingOf(press);
  if (standing.isAdmin !== true) return [{ say: onlyAdmins(standing) }];
  if ((await settingsOf(workspace)).issuesChannel === null) return [{ say: oneSentence(channelFirst) }];
  const hasBegun = await beginTrial(store, { workspace, slackUser, gap: testGap, otherwise });
  if (!hasBegun) return [{ say: oneSentence(testGoesOn) }];
  expect(store.clock());
  /* In a direct message what is said of the test follows below. */
  return press.where === 'message' ? [] : [{ say: oneSentence(testBegins) }];
}

function visitOf({ workspace, slackUser, isListedAdmin }: Visit): Visit {
  return { workspace, slackUser, isListedAdmin };
}
