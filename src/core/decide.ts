import { Temporal } from 'temporal-polyfill';

import type { Actor, Command } from './command.ts';
import { amend } from './decide-amend.ts';
import { answer, comment } from './decide-answer.ts';
import { duplicate } from './decide-duplicate.ts';
import { linkToFix, meToo, whileSaved, withdraw } from './decide-flag.ts';
import { cannotHelp, help, helped, notStuck, stuck } from './decide-help.ts';
import { answerNotes, edit } from './decide-hold.ts';
import { inform } from './decide-inquiry.ts';
import { askLook, notDoing, openAgain, uphold } from './decide-not-doing.ts';
import { notDuplicate } from './decide-not-duplicate.ts';
import { answerOffer, asOwner, claim, letGo } from './decide-owner.ts';
import { nothing, yes } from './decision.ts';
import type { Decision } from './decision.ts';
import { evolve } from './evolve.ts';
import type { Issue, IssueEvent } from './issue.ts';
import { verdictOf } from './settle.ts';

/** What time brings about, rather than a person. */
export type Turn =
  | { readonly type: 'post' }
  | { readonly type: 'ask-to-choose' }
  | { readonly type: 'fall-silent' }
  | { readonly type: 'helper-left' };

/** The rules: may this person change this issue so, and what happens then? The same command twice changes nothing. */
export function decide(issue: Issue, actor: Actor, command: Command, now: Temporal.Instant): Decision {
  switch (command.type) {
    case 'edit':
      return edit(issue, actor, command, now);
    case 'undo':
      return whileSaved(issue, actor, () => yes({ type: 'undone' }));
    case 'choose':
      return whileSaved(issue, actor, () => nothing);
    case 'use-wording':
    case 'post-as-written':
    case 'dispute':
      return answerNotes(issue, actor, command, now);
    case 'withdraw':
      return withdraw(issue, actor, command.duplicates);
    case 'me-too':
      return meToo(issue, actor, command);
    case 'link-to-fix':
      return linkToFix(issue, actor, command);
    case 'claim':
      return claim(issue, actor);
    case 'let-go':
      return letGo(issue, actor, command.ownerHasLeft);
    case 'accept':
    case 'decline':
      return answerOffer(issue, actor, command.type);
    case 'answer':
      return answer(issue, actor, command.verdict, command.round);
    case 'comment':
      return comment(issue, actor, command.text);
    case 'inform':
      return inform(issue, actor, command.inquiry, command.text);
    case 'agree':
    case 'update':
    case 'inquire':
    case 'offer':
    case 'resolve':
      return asOwner(issue, actor, command, now);
    case 'not-doing':
      return notDoing(issue, actor, command.because);
    case 'ask-look':
      return askLook(issue, actor, command.of);
    case 'open-again':
      return openAgain(issue, actor);
    case 'uphold':
      return uphold(issue, actor, command.because);
    case 'amend':
      return amend(issue, actor, command.said, command.words);
    case 'duplicate':
      return duplicate(issue, actor, command);
    case 'not-duplicate':
      return notDuplicate(issue, actor, command);
    default:
      return decideHelp(issue, actor, command);
  }
}

type HelpCommand = Extract<Command, { type: 'help' | 'helped' | 'cannot-help' | 'stuck' | 'not-stuck' }>;

function decideHelp(issue: Issue, actor: Actor, command: HelpCommand): Decision {
  switch (command.type) {
    case 'help':
      return help(issue, actor);
    case 'helped':
      return helped(issue, actor, command.line);
    case 'cannot-help':
      return cannotHelp(issue, actor);
    case 'stuck':
      return stuck(issue, actor);
    case 'not-stuck':
      return notStuck(issue, actor);
  }
}

/** What happens by itself when its time has come; nothing, if it has happened or the moment has passed. */
export function take(issue: Issue, turn: Turn, now: Temporal.Instant): readonly IssueEvent[] {
  if (turn.type === 'post') {
    const isFree = issue.state === 'saved' && issue.hold === null;
    return isFree && isOver(issue.postAt, now) ? [{ type: 'posted' }] : [];
  }
  if (turn.type === 'ask-to-choose') return askToChoose(issue, now);
  if (turn.type === 'helper-left') return helperLeft(issue);
  if (issue.state !== 'resolved') return [];
  const settled = verdictOf(issue);
  if (settled.length > 0 || issue.reporterIsSilent) return settled;
  const silent: IssueEvent = { type: 'fell-silent' };
  return [silent, ...verdictOf(evolve(issue, silent))];
}

/** Once; from then on it waits on Home alone. */
function askToChoose(issue: Issue, now: Temporal.Instant): IssueEvent[] {
  const askAt = issue.state === 'saved' ? (issue.hold?.askAt ?? null) : null;
  return askAt !== null && isOver(askAt, now) ? [{ type: 'asked-to-choose' }] : [];
}

function isOver(until: Temporal.Instant, now: Temporal.Instant): boolean {
  return Temporal.Instant.compare(until, now) <= 0;
}

/** Whoever has left helps nobody today: help is wanted again. */
function helperLeft({ help: promised }: Issue): IssueEvent[] {
  if (promised?.state !== 'promised' || promised.hasLeft !== true) return [];
  return [{ type: 'help-withdrawn', helper: promised.helper, hasLeft: true }];
}
