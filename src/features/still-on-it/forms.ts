import type { ModalView } from '@slack/types';

import type { Issue } from '../../core/issue.ts';
import { longestOf } from '../../core/said.ts';
import type { DraftFields } from '../../platform/postgres/drafts.ts';
import { form, section, textInput } from '../blocks.ts';

export const blockedFormId = 'blocked-form';

export const field = 'blocked-by';

/** What is posted begins so. */
export const blockedBy = 'Blocked: ';

export const longestBlockedBy = longestOf.updated - blockedBy.length;

export function blockedForm({ number }: Issue, draft: DraftFields): ModalView {
  const blocks = [
    section(
      `It goes into the thread of the card of *#${number}*, with your name. What it needs from those who lead, *Ask for support* brings to them.`,
    ),
    textInput(field, 'What is it blocked by?', {
      most: longestBlockedBy,
      isLong: true,
      focus: true,
      isKept: true,
      initial: draft[field],
    }),
  ];
  return form({
    id: blockedFormId,
    title: `What blocks #${number}?`,
    submit: 'Post',
    memory: String(number),
    blocks,
  });
}
