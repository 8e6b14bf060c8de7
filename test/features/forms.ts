import type { HomeView, ModalView } from '@slack/types';
import { Temporal } from 'temporal-polyfill';

import { impacts } from '../../src/core/issue.ts';
import type { Issue, PersonId } from '../../src/core/issue.ts';
import { page } from '../../src/features/blocks.ts';
import { agreementForm } from '../../src/features/claim/agreement-form.ts';
import { commentForm } from '../../src/features/confirm/confirm.ts';
import { apartWords, doneWords, matchForm, sameForm, searchForm } from '../../src/features/duplicate/form.ts';
import {
  claimPage,
  decisionPage,
  ownFlagPage,
  findOwnerForm,
  lookAgainForm,
} from '../../src/features/first-answer/first-answer.ts';
import { editForm, flagForm } from '../../src/features/flag/form.ts';
import { receipt, receiptPage } from '../../src/features/flag/receipt.ts';
import { handOverForm } from '../../src/features/hand-over/hand-over.ts';
import { helpedForm } from '../../src/features/help-now/help-now.ts';
import { calmHome, homeView } from '../../src/features/home/view.ts';
import { informForm, inquireForm } from '../../src/features/inquire/forms.ts';
import { declineForm, upholdForm } from '../../src/features/not-doing/not-doing.ts';
import { resolveForm } from '../../src/features/resolve/resolve.ts';
import { snoozeForm } from '../../src/features/snooze.ts';
import { blockedForm } from '../../src/features/still-on-it/forms.ts';
import { updateForm } from '../../src/features/update/update.ts';
import type { HomeLists, List } from '../../src/platform/postgres/home-lists.ts';
import type { Drawing } from '../../src/platform/slack/drawing.ts';
import { ana, anIssue, kim, sam, slackIds, thursday } from '../support/builders.ts';
import { askForms, askedOnHome, ownedOnHome } from './asks.ts';
import { ownLineForms } from './digest-drawings.ts';
import { asked, fullIssues, settings } from './drawings.ts';
import type { Words } from './drawings.ts';
import { endedIssues } from './ends.ts';
import { askedHome, emptyHome, fullHome, onlyAskedHome } from './home-drawings.ts';
import { hoursForms } from './hours-drawings.ts';
import { learningForms } from './learned.ts';
import { mirrorForms } from './mirror-drawings.ts';
import { settingsForms } from './settings-drawings.ts';
import { similarReceipts } from './similar-drawings.ts';
import { thanksForms } from './thanks-drawings.ts';
import { wordingForms } from './wording-drawings.ts';

export function forms(words: Words): Readonly<Record<string, ModalView>> {
  const { number, text, affected } = words;
  const { open, claimed, resolved } = fullIssues(words);
  const others = Array.from({ length: 8 }, (_, index) => ({ ...open, number: 100 + index }));
  const found = [{ ...claimed, number: 17 }, { ...resolved, number: 18 }, ...others];
  const waitingFor = (what: 'answer' | 'yes' | 'date'): Issue => ({
    ...anIssue({ state: 'open', number, text }),
    promise: { state: 'waiting', for: what, until: Temporal.Instant.from('2026-12-03T08:00:00Z') },
  });
  const gap = { text, impact: impacts[3], affected, isStuck: true, asksAbove: false };
  const flagged = { number, isSaved: true, isRepeat: false, gap };
  return {
    flag: flagForm(false),
    'flag, with somebody above the lead': flagForm(true),
    'flag, from a message': flagForm(
      false,
      { text, impact: null, affected: null, isStuck: false, asksAbove: false },
      'Quoted without a name.',
    ),
    edit: editForm(false, gap, `${number} https://hooks.slack.com/actions/T0/1/abc`),
    'edit, of one that somebody above the lead answers': editForm(
      false,
      { ...gap, asksAbove: true },
      String(number),
    ),
    'edit, from Home': editForm(false, gap, String(number)),
    saved: receiptPage(receipt(flagged, settings)),
    decision: decisionPage(open),
    'decision, for those who do not lead': claimPage(open),
    'decision, for those who lead and flagged it': ownFlagPage(open),
    'decision, while an answer is waited for': decisionPage(waitingFor('answer')),
    'decision, while a yes is waited for': decisionPage(waitingFor('yes')),
    'decision, before its day': claimPage(waitingFor('date')),
    'find an owner': findOwnerForm(number),
    blocked: blockedForm(claimed, {}),
    snooze: snoozeForm('snooze-form', number, Temporal.PlainDate.from('2026-12-03')),
    'look again': lookAgainForm(number, Temporal.PlainDate.from('2026-12-03')),
    agreement: agreementForm(number, null, true),
    'agreement, of somebody who holds six': agreementForm(number, null, true, 6),
    'agreement, of somebody who holds twelve': agreementForm(number, null, true, 12),
    'agreement, later': agreementForm(
      number,
      { success: words.success, by: Temporal.PlainDate.from('2026-12-24') },
      false,
    ),
    update: updateForm(claimed, {}),
    'update, with a draft': updateForm(claimed, { progress: words.update }),
    inquire: inquireForm(claimed, {}),
    'inquire, while a question is open': inquireForm(asked(words), {}),
    'inquire, with a draft': inquireForm(asked(words), { 'question-to-reporter': words.question }),
    inform: informForm(asked(words), 7, {}),
    'inform, with a draft': informForm(asked(words), 7, { 'answer-to-owner': words.reply }),
    'saved, with similar ones': receiptPage(similar(words)),
    'hand over': handOverForm(number),
    resolve: resolveForm(claimed, {}),
    'resolve, with a draft': resolveForm(claimed, { changed: words.changed, learning: words.learning }),
    ...askForms(words),
    ...ownLineForms(words),
    ...settingsForms,
    ...hoursForms,
    helped: helpedForm(claimed, {}),
    'helped, with a draft': helpedForm(claimed, { 'helped-with': words.helped }),
    'not doing': declineForm(claimed, {}),
    'not doing, with a draft': declineForm(claimed, { 'declined-because': words.because }),
    uphold: upholdForm(claimed, {}),
    duplicate: searchForm(number),
    'duplicate, with what was found': matchForm(number, words.text.slice(0, 150), found),
    'duplicate, before it is marked': sameForm(number, { ...claimed, number: 17 }, slackIds, thursday),
    'duplicate, marked': page('Thank you', doneWords(number, 17).blocks),
    'duplicate, and not after all': page('Thank you', apartWords(number).blocks),
    ...learningForms(words),
    ...wordingForms(words),
    ...thanksForms(words),
    ...mirrorForms(),
    comment: commentForm(number, null),
    'comment after one says that it came back': commentForm(number, 'not-fixed', true),
    ...Object.fromEntries(
      (['partly', 'not-fixed', 'cannot-tell'] as const).map((it) => [
        `comment after ${it}`,
        commentForm(number, it),
      ]),
    ),
  };
}

function similar(words: Words): Drawing {
  const drawn = similarReceipts(words)['three, one of each kind'];
  if (drawn == null) throw new Error('not drawn');
  return drawn;
}

/** Somebody who helps, leads, and has flags that ended in every way. */
function endedHome(words: Words): HomeLists {
  const { confirmed: fixed } = fullIssues(words);
  const { helping, lookedAt, upheld, declined, duplicate, stuck } = endedIssues(words);
  const help = { state: 'promised', helper: ana, since: 5 } as const;
  const look = { state: 'asked', of: [ana], since: 6 } as const;
  const list = (...issues: readonly Issue[]): List => ({ issues, total: 12, page: 0 });
  const both = { ...helping, help, offeredTo: ana };
  return {
    ...fullHome(words),
    links: new Map([[17, 'https://acme.slack.com/archives/C0ISSUES/p1764756000000017']]),
    lists: {
      waiting: list(
        { ...helping, help },
        both,
        { ...duplicate, help },
        { ...lookedAt, look },
        { ...lookedAt, look },
      ),
      owned: list(helping, helping, helping, helping, helping),
      flagged: list(declined, lookedAt, upheld, { ...duplicate, help: stuck.help }, helping),
      unowned: list(stuck, stuck, stuck, stuck, stuck),
      solved: list(fixed, fixed, fixed, fixed, fixed),
    },
  };
}

/** Somebody who owns, has solved and declined. */
function doersHome(words: Words): HomeLists {
  const { claimed, resolved, confirmed } = fullIssues(words);
  const { declined } = endedIssues(words);
  const list = (...issues: readonly Issue[]): List => ({ issues, total: issues.length, page: 0 });
  const none = list();
  const unconfirmed = { ...resolved, reporterIsSilent: true };
  return {
    ...emptyHome,
    person: sam,
    lists: {
      waiting: none,
      owned: list(claimed, resolved, unconfirmed),
      flagged: list({ ...declined, by: sam }),
      unowned: none,
      solved: list(confirmed),
    },
  };
}

/** A lead who is asked for support, and an owner whom a lead offers to take over from. */
function leadsHome(words: Words, person: PersonId): HomeLists {
  const waiting = [...askedOnHome(words), ownedOnHome(words)];
  return {
    ...emptyHome,
    person,
    lists: {
      ...emptyHome.lists,
      waiting: { issues: waiting, total: waiting.length, page: 0 },
      owned: { issues: person === sam ? waiting : [], total: 0, page: 0 },
    },
  };
}

function aMonthAfter(words: Words): HomeLists {
  const { confirmed } = fullIssues(words);
  const waiting = { issues: [confirmed], total: 1, page: 0 };
  const lists = { ...emptyHome.lists, waiting };
  return { ...emptyHome, lists, askedOfHold: new Set([confirmed.number]) };
}

/** Of every issue that they could see as waiting they were told that it could use help. */
function helpersHome(words: Words): HomeLists {
  const { claimed } = fullIssues(words);
  const full = fullHome(words);
  const waiting = { issues: Array.from({ length: 5 }, () => claimed), total: 12, page: 1 };
  return {
    ...full,
    person: kim,
    lists: { ...full.lists, waiting },
    couldUseHelp: new Set([claimed.number]),
  };
}

export function homes(words: Words): Readonly<Record<string, HomeView>> {
  return {
    'the first time': homeView(emptyHome),
    'an admin’s': homeView({ ...emptyHome, isAdmin: true }),
    'left alone with one’s flags': homeView({ ...emptyHome, notes: 'not-of-flags' }),
    'the first page': homeView(fullHome(words)),
    'the page between': homeView(fullHome(words, 1)),
    'of each of which one is asked what it needs': homeView(askedHome(words)),
    'of whom nothing else is asked': homeView(onlyAskedHome(words, 1)),
    'of whom no more is asked than six of these': homeView(onlyAskedHome(words, 6)),
    'the last page': homeView(fullHome(words, 2)),
    'with what is asked of one, and what has ended': homeView(endedHome(words)),
    'of somebody’s own doings': homeView(doersHome(words)),
    'of a lead who is asked for support': homeView(leadsHome(words, kim)),
    'of an owner who has asked for it': homeView(leadsHome(words, sam)),
    'a month after a fix': homeView(aMonthAfter(words)),
    'of a lead who was told what could use help': homeView(helpersHome(words)),
    'one page is all': homeView(fullHome(words, 0, 5)),
    'when the lists can’t be read': calmHome('I could not read it just now. (AB12CD)'),
  };
}
