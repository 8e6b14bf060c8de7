import { chosenOf } from '../../core/mirror.ts';
import { readOwnMirror } from '../../platform/postgres/mirror.ts';
import { readShared, share } from '../../platform/postgres/shares.ts';
import type { Share } from '../../platform/postgres/shares.ts';
import type { Drawing } from '../../platform/slack/drawing.ts';
import type { Answer, Effect, Feature, House, Press, Submission } from '../../platform/slack/feature.ts';
import { oneSentence } from '../blocks.ts';
import { ids } from '../buttons.ts';
import {
  chooseForm,
  chooseFormId,
  chosenIn,
  mirrorPage,
  postedPage,
  previewForm,
  previewFormId,
  questionsField,
  shareId,
} from './page.ts';
import { drawShared, drawShareReached } from './post.ts';

/** A lead's own mirror, for that lead alone, who may share what they choose of it. */
export const mirror: Feature = {
  presses: { [ids.mirror]: open, [shareId]: choose },
  submissions: { [chooseFormId]: preview, [previewFormId]: post },
  share: { draw: drawShare, drawReached: drawShareReached },
};

/** Of whoever presses: nothing that a button or a form carries says whose it is. */
async function ownMirror({ store, settings }: House, { workspace, slackUser }: Press | Submission) {
  return await readOwnMirror(store, { workspace, slackUser, adminUsers: settings.adminUsers });
}

const leadsOnly = 'A mirror is for leads, each for their own. Nothing is kept of what you do here.';

async function open(house: House, press: Press): Promise<readonly Effect[]> {
  const own = await ownMirror(house, press);
  return [own === null ? { say: oneSentence(leadsOnly) } : { form: mirrorPage(own) }];
}

async function choose(house: House, press: Press): Promise<readonly Effect[]> {
  const own = await ownMirror(house, press);
  return [own === null ? { say: oneSentence(leadsOnly) } : { form: chooseForm(own) }];
}

async function preview(house: House, submission: Submission): Promise<Answer> {
  const own = await ownMirror(house, submission);
  const questions = chosenIn(submission.form.values[questionsField] ?? '');
  if (own === null) return { errors: { [questionsField]: leadsOnly } };
  if (questions.length === 0) return { errors: { [questionsField]: 'Please choose at least one.' } };
  const { learningChannel } = await house.settingsOf(submission.workspace);
  const by = `<@${submission.slackUser}>`;
  return { form: previewForm(chosenOf(own, questions), by, learningChannel) };
}

async function post(house: House, submission: Submission): Promise<Answer> {
  const { store, settings } = house;
  const { workspace, slackUser, form } = submission;
  const shown = readShared(form.privateMetadata);
  if (shown === null) throw new Error('a preview that shows nothing of ours');
  const sharer = { workspace, slackUser, adminUsers: settings.adminUsers };
  if ((await share(store, sharer, shown, form.id)) === 'not-a-lead')
    return { effects: [{ say: oneSentence(leadsOnly) }] };
  const { learningChannel } = await house.settingsOf(workspace);
  return { form: postedPage(learningChannel) };
}

function drawShare({ shown, slackUserId }: Share): Drawing {
  return drawShared(shown, slackUserId === null ? 'A lead' : `<@${slackUserId}>`);
}
