import type { ModalView } from '@slack/types';

import type { Issue } from '../../core/issue.ts';
import { longestOf } from '../../core/said.ts';
import { form, section, textInput, tickInput } from '../blocks.ts';
import { saidLabels, verdictWords } from '../words.ts';

export const thanksFormId = 'thanks-form';

export const thanksFields = { line: 'thanks', mayShow: 'thanks-may-show' } as const;

/** After *Fixed*, or from *Say thanks*. `isAnswer`: it opens because of an answer, which is saved. */
export function thanksForm(issue: Issue, isAnswer: boolean): ModalView {
  const { number } = issue;
  const saved = isAnswer ? `Your answer is saved: *${verdictWords.fixed}*. Nothing below is required.\n` : '';
  return form({
    id: thanksFormId,
    title: `About #${number}`,
    submit: 'Send',
    memory: String(number),
    blocks: [
      section(`${saved}${whoReadsIt(issue)}`),
      textInput(thanksFields.line, saidLabels.thanked, {
        most: longestOf.thanked,
        isOptional: true,
        focus: true,
      }),
      tickInput(thanksFields.mayShow, 'The weekly digest', 'May be shown in the digest', {
        isTicked: false,
        hint: 'It is shown only if whoever took it on agrees as well, and your name with it only if you have said that it may be shown.',
      }),
    ],
  });
}

/** As it will be, before anything is sent: a helper is told who flagged it only while they help. */
function whoReadsIt({ number, helpers, reporter }: Issue): string {
  const owner = `A line of thanks goes to whoever took *#${number}* on, in a message of mine, with your name.`;
  const helper =
    helpers.length > 0 ? ' Whoever helped reads it too; if you flagged it, without your name.' : '';
  const unnamed = reporter.person === null ? ' If you flagged it without your name, that stays off.' : '';
  return `${owner}${helper}${unnamed} Nobody else reads it, unless you both agree to the digest.`;
}
