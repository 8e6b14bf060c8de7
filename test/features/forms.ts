import type { HomeView, ModalView } from '@slack/types';
import { Temporal } from 'temporal-polyfill';

import { impacts, verdicts } from '../../src/core/issue.ts';
import type { Issue } from '../../src/core/issue.ts';
import { page } from '../../src/features/blocks.ts';
import { agreementForm } from '../../src/features/claim/agreement-form.ts';
import { commentForm } from '../../src/features/confirm/confirm.ts';
import { apartWords, doneWords, matchForm, sameForm, searchForm } from '../../src/features/duplicate/form.ts';
import { editForm, flagForm } from '../../src/features/flag/form.ts';
import { receipt, receiptPage } from '../../src/features/flag/receipt.ts';
import { handOverForm } from '../../src/features/hand-over/hand-over.ts';
import { helpedForm } from '../../src/features/help-now/help-now.ts';
import { calmHome, homeView } from '../../src/features/home/view.ts';
import { informForm, inquireForm } from '../../src/features/inquire/forms.ts';
import { declineForm, upholdForm } from '../../src/features/not-doing/not-doing.ts';
import { resolveForm } from '../../src/features/resolve/resolve.ts';
import { updateForm } from '../../src/features/update/update.ts';
import type { HomeLists, List } from '../../src/platform/postgres/home-lists.ts';
import type { Drawing } from '../../src/platform/slack/drawing.ts';
import { ana, sam, slackIds } from '../support/builders.ts';
import { ownLineForms } from './digest-drawings.ts';
import { asked, fullIssues, settings } from './drawings.ts';
import type { Words } from './drawings.ts';
import { endedIssues } from './ends.ts';
import { emptyHome, fullHome } from './home-drawings.ts';
import { hoursForms } from './hours-drawings.ts';
import { learningForms } from './learned.ts';
import { settingsForms } from './settings-drawings.ts';
import { similarReceipts } from './similar-drawings.ts';
import { wordingForms } from './wording-drawings.ts';

export function forms(words: Words): Readonly<Record<string, ModalView>> {
  const { number, text, affected } = words;
  const { open, claimed, resolved } = fullIssues(words);
  const others = Array.from({ length: 8 }, (_, index) => ({ ...open, number: 100 + index }));
  const found = [{ ...claimed, number: 17 }, { ...resolved, number: 18 }, ...others];
  const gap = { text, impact: impacts[3], affected, isStuck: true };
  const flagged = { number, isSaved: true, isRepeat: false, gap };
  return {
    flag: flagForm(),
    'flag, from a message': flagForm(
      { text, impact: null, affected: null, isStuck: false },
      'Quoted without a name.',
    ),
    edit: editForm(gap, `${number} https://hooks.slack.com/actions/T0/1/abc`),
    'edit, from Home': editForm(gap, String(number)),
    saved: receiptPage(receipt(flagged, settings)),
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
    'duplicate, before it is marked': sameForm(number, { ...claimed, number: 17 }, slackIds),
    'duplicate, marked': page('Thank you', doneWords(number, 17).blocks),
    'duplicate, and not after all': page('Thank you', apartWords(number).blocks),
    ...learningForms(words),
    ...wordingForms(words),
    comment: commentForm(number, null),
    ...Object.fromEntries(verdicts.map((it) => [`comment after ${it}`, commentForm(number, it)])),
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

export function homes(words: Words): Readonly<Record<string, HomeView>> {
  return {
    'the first time': homeView(emptyHome),
    'an admin’s': homeView({ ...emptyHome, isAdmin: true }),
    'left alone with one’s flags': homeView({ ...emptyHome, notes: 'not-of-flags' }),
    'the first page': homeView(fullHome(words)),
    'the page between': homeView(fullHome(words, 1)),
    'the last page': homeView(fullHome(words, 2)),
    'with what is asked of one, and what has ended': homeView(endedHome(words)),
    'of somebody’s own doings': homeView(doersHome(words)),
    'one page is all': homeView(fullHome(words, 0, 5)),
    'when the lists can’t be read': calmHome('I could not read it just now. (AB12CD)'),
  };
}
