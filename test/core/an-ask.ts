import { Temporal } from 'temporal-polyfill';

import type { Ask } from '../../src/core/ask.ts';
import type { Cadence } from '../../src/core/cadence.ts';
import type { Actor, Command } from '../../src/core/command.ts';
import type { AskCommand } from '../../src/core/decide-ask.ts';
import { decide } from '../../src/core/decide.ts';
import type { ClaimedIssue, Issue, PersonId } from '../../src/core/issue.ts';
import { anActor, anIssue, cadence, sam, thursday } from '../support/builders.ts';
import { live } from './life.ts';
import type { Step } from './life.ts';

export const on = Temporal.PlainDate.from('2026-12-10');
export const until = Temporal.Instant.from('2026-12-14T09:00:00Z');

export const ask = (by: Cadence = cadence): readonly [Actor, Command] => [
  anActor(sam),
  { type: 'ask-support', tried: 'The bank', needs: ['decision'], by: null, cadence: by },
];
export const lead = (person: PersonId): Actor => anActor(person, { isLead: true });
export const promise: Extract<AskCommand, { type: 'promise-support' }> = {
  type: 'promise-support',
  on,
  until,
};
export const answer: AskCommand = { type: 'answer-ask', text: 'You may decide' };
export const passUp: AskCommand = { type: 'pass-up', text: 'Half of it', cadence };

/** Sam has asked; Kim and Ned lead, and Hal is whom they turn to. */
export function asked(...steps: readonly Step[]): ClaimedIssue & { readonly ask: Ask } {
  const { after } = live(anIssue({ state: 'claimed' }), ask(), ...steps);
  if (after.state !== 'claimed' || after.ask === null) throw new Error('nothing is asked');
  return { ...after, ask: after.ask };
}

export function outcome(issue: Issue, actor: Actor, command: Command): string {
  const decision = decide(issue, actor, command, thursday);
  if (!decision.ok) return `no: ${decision.refusal.reason}`;
  return decision.events.map(({ type }) => type).join(' + ') || 'nothing';
}
