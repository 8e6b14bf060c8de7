import type { ModalView } from '@slack/types';

import { isGoingOn, isOwned } from '../../core/issue.ts';
import type { Issue } from '../../core/issue.ts';
import { longestOf } from '../../core/said.ts';
import type { DraftFields } from '../../platform/postgres/drafts.ts';
import { form, quoted, section, textInput } from '../blocks.ts';
import { saidLabels } from '../words.ts';

export const inquireFormId = 'ask-the-reporter-form';
export const informFormId = 'answer-the-owner-form';

export const questionField = 'question-to-reporter';
export const answerField = 'answer-to-owner';

/** A question that is still open stands in the field: what is sent takes its place, so nothing of it is lost. */
export function inquireForm(issue: Issue, draft: DraftFields): ModalView {
  const { number } = issue;
  const open = openQuestion(issue);
  const blocks = [
    section(
      `It goes to the person who flagged *#${number}*, and to nobody else. Their answer comes to you; neither is shown on the card or in its thread.`,
    ),
    ...(open === null
      ? []
      : [section('Your last question is not answered yet. What you send now takes its place.')]),
    textInput(questionField, saidLabels.inquired, {
      most: longestOf.inquired,
      isLong: true,
      focus: true,
      isKept: true,
      initial: draft[questionField] ?? open ?? '',
    }),
  ];
  return form({
    id: inquireFormId,
    title: 'Ask the reporter',
    submit: 'Ask',
    memory: String(number),
    blocks,
  });
}

function openQuestion(issue: Issue): string | null {
  if (!isGoingOn(issue) || issue.inquiry === null || issue.inquiry.isAnswered) return null;
  return issue.inquiry.text;
}

/** `inquiry`: the question that was looked at; answering an older one is refused where a newer one stands. */
export function informForm(issue: Issue, inquiry: number, draft: DraftFields): ModalView {
  const { number } = issue;
  const asked = isGoingOn(issue) && issue.inquiry?.seq === inquiry ? [quoted(issue.inquiry.text)] : [];
  const blocks = [
    ...asked,
    section(
      `Your answer goes to whoever ${isOwned(issue) ? 'has taken on' : 'asks about'} *#${number}*, and to nobody else. It is not shown on the card or in its thread.`,
    ),
    textInput(answerField, saidLabels.informed, {
      most: longestOf.informed,
      isLong: true,
      focus: true,
      isKept: true,
      initial: draft[answerField],
    }),
  ];
  return form({
    id: informFormId,
    title: `About #${number}`,
    submit: 'Send',
    memory: `${number} ${inquiry}`,
    blocks,
  });
}
