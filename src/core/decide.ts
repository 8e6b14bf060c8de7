import type { Temporal } from 'temporal-polyfill';

import { askPasses } from './ask-turns.ts';
import { mayAnswerFirst } from './asked-first.ts';
import { tellLeads } from './attended.ts';
import type { Cadence } from './cadence.ts';
import type { Actor, Command } from './command.ts';
import { amend } from './decide-amend.ts';
import { answer, comment } from './decide-answer.ts';
import { decideAsk } from './decide-ask.ts';
import type { AskCommand } from './decide-ask.ts';
import { goOn, offerSupport } from './decide-attend.ts';
import { sayOfHold } from './decide-did-it-hold.ts';
import { duplicate } from './decide-duplicate.ts';
import { linkToFix, meToo, whileSaved, withdraw } from './decide-flag.ts';
import { cannotHelp, endOfHelp, help, helped, notStuck, stuck } from './decide-help.ts';
import { answerNotes, edit } from './decide-hold.ts';
import { inform } from './decide-inquiry.ts';
import { anotherLook, notDoing } from './decide-not-doing.ts';
import { notDuplicate } from './decide-not-duplicate.ts';
import { asLead, leftToLeads } from './decide-open.ts';
import { answerOffer, asOwner, claim, letGo, lettingGo } from './decide-owner.ts';
import { showThanks, thank } from './decide-thanks.ts';
import { nothing, yes } from './decision.ts';
import type { Decision } from './decision.ts';
import { evolve } from './evolve.ts';
import { askedAfterAll } from './in-vain.ts';
import type { Issue, IssueEvent } from './issue.ts';
import { lookedAtInstead } from './look.ts';
import { isAfter } from './moments.ts';
import { promisePasses } from './promise-passes.ts';
import { isSilenceOver, verdictOf } from './settle.ts';
import { isForNobody } from './stuck.ts';
import type { ThanksCommand } from './thanks.ts';
import type { LadderTurnType, TurnType } from './turns.ts';

/** What time brings about, with whoever it may ask or tell. */
export type Turn =
  | { readonly type: Exclude<TurnType, LadderTurnType | 'fall-silent'> }
  /** `askedAt`: since when the reporter is silent; `null`: they have not been asked, or not once more. */
  | { readonly type: 'fall-silent'; readonly askedAt: Temporal.Instant | null }
  | { readonly type: LadderTurnType; readonly cadence: Cadence };

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
    case 'inquire':
    case 'offer':
      return issue.state === 'open' && mayAnswerFirst(issue, actor)
        ? asLead(issue, actor, command)
        : asOwner(issue, actor, command, now);
    case 'agree':
    case 'update':
    case 'resolve':
      return asOwner(issue, actor, command, now);
    case 'find-owner':
    case 'look-again':
      return leftToLeads(issue, actor, command, now);
    case 'not-doing':
      return notDoing(issue, actor, command.because);
    case 'ask-look':
    case 'open-again':
    case 'uphold':
      return anotherLook(issue, actor, command);
    case 'amend':
      return amend(issue, actor, command.said, command.words);
    case 'duplicate':
      return duplicate(issue, actor, command);
    case 'not-duplicate':
      return notDuplicate(issue, actor, command);
    default:
      return isBeside(command) ? besides(issue, actor, command, now) : decideAsk(issue, actor, command, now);
  }
}

type HelpCommand = Extract<Command, { type: 'help' | 'helped' | 'cannot-help' | 'stuck' | 'not-stuck' }>;
type AttendCommand = Extract<Command, { type: 'still-on-it' | 'snooze' | 'offer-support' | 'say-of-hold' }>;

type BesideCommand = HelpCommand | ThanksCommand | AttendCommand;

const beside: Readonly<Record<BesideCommand['type'], true>> = {
  help: true,
  helped: true,
  'cannot-help': true,
  stuck: true,
  'not-stuck': true,
  thank: true,
  'show-thanks': true,
  'still-on-it': true,
  snooze: true,
  'offer-support': true,
  'say-of-hold': true,
};

function isBeside(command: BesideCommand | AskCommand): command is BesideCommand {
  return command.type in beside;
}

/** What goes on beside its life: help for whoever is stuck, thanks for a fix, and how it stands with its owner. */
function besides(issue: Issue, actor: Actor, command: BesideCommand, now: Temporal.Instant): Decision {
  switch (command.type) {
    case 'thank':
      return thank(issue, actor, command);
    case 'show-thanks':
      return showThanks(issue, actor, command);
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
    case 'still-on-it':
    case 'snooze':
      return goOn(issue, actor, command);
    case 'offer-support':
      return offerSupport(issue, actor);
    case 'say-of-hold':
      return sayOfHold(issue, actor, command, now);
  }
}

/** What happens by itself when its time has come; nothing, if it has happened or the moment has passed. */
export function take(issue: Issue, turn: Turn, now: Temporal.Instant): readonly IssueEvent[] {
  if (turn.type === 'post') {
    const isFree = issue.state === 'saved' && issue.hold === null;
    return isFree && !isAfter(issue.postAt, now) ? [{ type: 'posted' }] : [];
  }
  if (turn.type === 'ask-to-choose') return askToChoose(issue, now);
  if (turn.type === 'helper-left') return helperLeft(issue);
  if (turn.type === 'met-left') return metLeft(issue);
  if (turn.type === 'owner-left') return ownerLeft(issue);
  if (turn.type === 'looker-left') return lookedAtInstead(issue, turn.cadence);
  if (turn.type === 'could-use-help') return tellLeads(issue, turn.cadence, now);
  if (turn.type === 'promise-passes') return promisePasses(issue, turn.cadence, now);
  if (turn.type === 'ask-passes') return askPasses(issue, turn.cadence, now);
  if (turn.type === 'in-vain') return askedAfterAll(issue, turn.cadence, now);
  return turn.type === 'fall-silent' ? fallSilent(issue, turn.askedAt, now) : [];
}

function fallSilent(
  issue: Issue,
  askedAt: Temporal.Instant | null,
  now: Temporal.Instant,
): readonly IssueEvent[] {
  if (issue.state !== 'resolved') return [];
  const settled = verdictOf(issue);
  if (settled.length > 0 || issue.reporterIsSilent || !isSilenceOver(issue, askedAt, now)) return settled;
  const silent: IssueEvent = { type: 'fell-silent' };
  return [silent, ...verdictOf(evolve(issue, silent))];
}

/** Once; from then on it waits on Home alone. */
function askToChoose(issue: Issue, now: Temporal.Instant): IssueEvent[] {
  const askAt = issue.state === 'saved' ? (issue.hold?.askAt ?? null) : null;
  return askAt !== null && !isAfter(askAt, now) ? [{ type: 'asked-to-choose' }] : [];
}

/** Whoever has left helps nobody today: help is wanted again. */
function helperLeft({ help: promised }: Issue): IssueEvent[] {
  if (promised?.state !== 'promised' || promised.hasLeft !== true) return [];
  return [{ type: 'help-withdrawn', helper: promised.helper, hasLeft: true }];
}

/** Where everybody who was stuck has left, nobody is asked to help them. */
function metLeft(issue: Issue): IssueEvent[] {
  return isForNobody(issue) ? endOfHelp(issue) : [];
}

/** What they had taken on needs an owner again; what they call solved is for those who met it to say. */
function ownerLeft(issue: Issue): IssueEvent[] {
  if (issue.state !== 'claimed' || issue.ownerHasLeft !== true) return [];
  return lettingGo(issue, true);
}
