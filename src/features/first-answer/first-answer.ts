import type { Button, ModalView } from '@slack/types';
import type { Temporal } from 'temporal-polyfill';

import type { Promised } from '../../core/first-answer.ts';
import type { Issue } from '../../core/issue.ts';
import type { Wish } from '../../platform/postgres/wish.ts';
import type { Answer, Effect, Feature, House, Press, Submission } from '../../platform/slack/feature.ts';
import { numberIn, opened, submitted, todayOf } from '../answers.ts';
import { actions, form, page, quoted, section } from '../blocks.ts';
import { inARow } from '../button-row.ts';
import { claimButton, ids } from '../buttons.ts';
import { dayInput, readDay } from '../day.ts';
import { decideId, decisionButtons, findOwnerButton } from '../first-answer-buttons.ts';
import { circumstances } from '../issue-card.ts';
import { offerIt, possibleOwner } from '../possible-owner.ts';
import { refusalDrawing } from '../refusals.ts';
import { drawFirstAnswer } from './message.ts';

const findOwnerFormId = 'find-owner-form';
const lookAgainFormId = 'look-again-form';

const fields = { owner: 'possible-owner', day: 'look-again-on' } as const;

/** What leads are asked where nobody has answered in time, and what only the top of the ladder has to choose from. */
export const firstAnswer: Feature = {
  presses: {
    [ids.findOwner]: openFindOwner,
    [ids.lookAgain]: openLookAgain,
    ...inARow(decideId, openDecision),
  },
  choices: { 'find-owner': openFindOwner, 'look-again': openLookAgain },
  submissions: {
    [findOwnerFormId]: (house, submission) => offerIt(house, submission, fields.owner),
    [lookAgainFormId]: lookAgain,
  },
  nudges: { 'first-answer': drawFirstAnswer },
};

async function openFindOwner(house: House, press: Press): Promise<readonly Effect[]> {
  return await opened(house, press, { type: 'find-owner' }, ({ number }) => findOwnerForm(number));
}

async function openLookAgain(house: House, press: Press): Promise<readonly Effect[]> {
  const today = await todayOf(house, press);
  return await opened(house, press, lookAgainAt(today), ({ number }) => lookAgainForm(number, today));
}

/** The button stands where everybody reads it: whoever may not decide reads who does, and may still claim. */
async function openDecision(house: House, press: Press): Promise<readonly Effect[]> {
  const number = numberIn(press.value);
  const asked = await house.ask(press, number, lookAgainAt(await todayOf(house, press)));
  if (asked.ok) return [{ form: decisionPage(asked.issue) }];
  switch (asked.refusal.reason) {
    case 'not-a-lead':
      return await opened(house, press, { type: 'claim' }, claimPage);
    case 'decide-by-another':
      return await opened(house, press, { type: 'find-owner' }, ownFlagPage);
    default:
      return [{ say: refusalDrawing(asked, number) }];
  }
}

/** Before a day is chosen. */
function lookAgainAt(today: Temporal.PlainDate): Wish {
  return { type: 'look-again', on: today.add({ months: 1 }) };
}

export function decisionPage(issue: Issue): ModalView {
  const { number } = issue;
  return pageAbout(
    issue,
    `${decidedSoFar(issue) ?? `*#${number}* has waited for an owner for so long that it needs one of these.`} Anyone may claim it; the rest is for those who lead here.`,
    [claimButton(number), ...decisionButtons(number)],
  );
}

/** The same for those who don't lead. */
export function claimPage(issue: Issue): ModalView {
  const { number } = issue;
  return pageAbout(
    issue,
    `${decidedSoFar(issue) ?? `*#${number}* has waited for an owner for so long that those who lead here are asked to decide: to find one, to say that it is not being done, or to name a day to look at it again.`} Until it has an owner, anyone may claim it.`,
    [claimButton(number)],
  );
}

/** The same for those who lead, and flagged it. */
export function ownFlagPage(issue: Issue): ModalView {
  const { number } = issue;
  return pageAbout(
    issue,
    `${decidedSoFar(issue) ?? `*#${number}* has waited for an owner for so long that it needs one, or a decision.`} You flagged it, so whether it is done, and when, is for somebody else who leads here to say. You can find an owner for it, or claim it.`,
    [claimButton(number), findOwnerButton(number)],
  );
}

/** `null`: nothing, so that it is left to decide. */
function decidedSoFar(issue: Issue): string | null {
  if (issue.state !== 'open' || issue.promise?.state !== 'waiting') return null;
  return decided[issue.promise.for](issue.number);
}

type WaitsFor = Extract<Promised, { readonly state: 'waiting' }>['for'];

/** That its reporter was asked stays between them and whoever asked: the card doesn't say it either. */
const decided: Readonly<Record<WaitsFor, (number: number) => string>> = {
  answer: (number) => `*#${number}* needs no decision just now.`,
  yes: (number) =>
    `*#${number}* needs no decision just now: somebody has been asked whether they would take it on.`,
  date: (number) => `*#${number}* needs no decision just now: it is looked at again on a day that is named.`,
};

function pageAbout(issue: Issue, sentence: string, buttons: readonly Button[]): ModalView {
  return page(`Decide on #${issue.number}`, [
    section(sentence),
    quoted(issue.text),
    ...circumstances(issue),
    actions(...buttons),
  ]);
}

export function findOwnerForm(number: number): ModalView {
  const blocks = [
    section(`*#${number}* goes to them as soon as they say yes. Until then anyone else may still take it.`),
    possibleOwner(fields.owner),
  ];
  return form({
    id: findOwnerFormId,
    title: 'Find an owner',
    submit: 'Ask them',
    memory: String(number),
    blocks,
  });
}

export function lookAgainForm(number: number, today: Temporal.PlainDate): ModalView {
  const blocks = [
    section(
      `The person who flagged *#${number}* is told the day, and that it comes from you. Until then I ask nobody about it; anyone may still take it.`,
    ),
    dayInput(fields.day, 'Look again on', today.add({ weeks: 1 }), { hint: 'Within a year.' }),
  ];
  return form({
    id: lookAgainFormId,
    title: 'Look at it again',
    submit: 'Save',
    memory: String(number),
    blocks,
  });
}

async function lookAgain(house: House, submission: Submission): Promise<Answer> {
  const on = readDay(submission.form.values[fields.day], await todayOf(house, submission), 'tomorrow');
  if (typeof on === 'string') return { errors: { [fields.day]: on } };
  return await submitted(house, submission, fields.day, { type: 'look-again', on });
}
