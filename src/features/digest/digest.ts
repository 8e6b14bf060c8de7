import { longestOwnLine } from '../../core/digest/digest.ts';
import { notesAfterwards } from '../../platform/postgres/notes.ts';
import { readSoFar, saveOwnLine } from '../../platform/postgres/own-lines.ts';
import type { NotALead, SoFar } from '../../platform/postgres/own-lines.ts';
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
import { foremostIn } from '../afterwards.ts';
import { tooLongIn } from '../too-long.ts';
import { drawDigest } from './message.ts';
import { drawDigestReached } from './reached.ts';
import {
  drawSoFar,
  keptPage,
  leadsOnly,
  onlyLeads,
  ownLineField,
  ownLineForm,
  ownLineFormId,
  ownLineId,
  sentMeanwhile,
} from './so-far.ts';

/** What became better in a week, what was learned, and what waits. */
export const digest: Feature = {
  commands: { digest: showSoFar },
  presses: { [ownLineId]: openOwnLine },
  submissions: { [ownLineFormId]: keepOwnLine },
  digest: { draw: drawDigest, drawReached: drawDigestReached },
};

async function soFarFor(house: House, visit: Visit): Promise<SoFar | NotALead> {
  const { store, settings } = house;
  await house.standingOf(visit);
  return await readSoFar(store, { ...visit, adminUsers: settings.adminUsers }, settings);
}

async function showSoFar(house: House, visit: Visit): Promise<Drawing> {
  const soFar = await soFarFor(house, visit);
  return soFar.isLead ? drawSoFar(soFar) : onlyLeads(soFar);
}

async function openOwnLine(house: House, press: Press): Promise<readonly Effect[]> {
  const soFar = await soFarFor(house, press);
  return [soFar.isLead ? { form: ownLineForm(soFar) } : { say: onlyLeads(soFar) }];
}

async function keepOwnLine(house: House, submission: Submission): Promise<Answer> {
  const { store, settings } = house;
  const text = (submission.form.values[ownLineField] ?? '').trim();
  const isTooLong = tooLongIn({ [ownLineField]: [text, longestOwnLine] });
  if (isTooLong !== null) return isTooLong;
  const reader = { ...submission, adminUsers: settings.adminUsers };
  const outcome = await saveOwnLine(store, reader, text, submission.form.privateMetadata);
  if (outcome === 'not-a-lead') return { errors: { [ownLineField]: leadsOnly } };
  if (outcome === 'sent') return { errors: { [ownLineField]: sentMeanwhile } };
  const isWanted = text !== '' && ((await notesAfterwards(store, submission)) ?? 'none') !== 'none';
  const foremost = isWanted ? foremostIn({ text, learning: null }) : null;
  if (foremost !== null) house.noteShown(foremost.finding.rule);
  return { form: keptPage(text, foremost), effects: [] };
}
