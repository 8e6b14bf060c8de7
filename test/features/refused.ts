import type { Actor, Command } from '../../src/core/command.ts';
import { decide } from '../../src/core/decide.ts';
import type { Issue } from '../../src/core/issue.ts';
import { refusalDrawing } from '../../src/features/refusals.ts';
import { clear, max, slackIds, solution, thursday } from '../support/builders.ts';

export const edit: Command = {
  type: 'edit',
  gap: { text: 'Other words', impact: null, affected: null, isStuck: false, asksAbove: false },
  reading: clear,
};
export const update: Command = { type: 'update', text: 'Soon' };
export const comment: Command = { type: 'comment', text: 'Still no from Norway' };
export const letGo = (ownerHasLeft = false): Command => ({ type: 'let-go', ownerHasLeft });

export const answer = (round?: number): Command => ({
  type: 'answer',
  verdict: 'fixed',
  ...(round === undefined ? {} : { round }),
});

/** What belongs to an issue that goes on. */
export const whileItGoesOn: readonly Command[] = [
  { type: 'claim' },
  { type: 'agree', agreement: { success: null, by: null } },
  { type: 'offer', to: { person: max, canOwn: true } },
  { type: 'resolve', solution },
  letGo(),
];

/** What somebody reads when they are refused; people by their Slack ids. */
export function told(issue: Issue, actor: Actor, command: Command): string {
  const decision = decide(issue, actor, command, thursday);
  return decision.ok ? '(done)' : refusalDrawing({ refusal: decision.refusal, slackIds }, 42).text;
}
