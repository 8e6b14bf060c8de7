import type { KnownBlock } from '@slack/types';
import type { Temporal } from 'temporal-polyfill';

import { isOwned, isSolved, metBy, verdicts } from '../core/issue.ts';
import type { Agreement, Gap, Issue, OwnedIssue, PersonId, SolvedIssue, Verdict } from '../core/issue.ts';
import { isUnconfirmed } from '../core/settle.ts';
import type { Drawing, Kin, Relative } from '../platform/slack/drawing.ts';
import { actions, fallback, labelled, note, plainNote, quoted, section, shortened } from './blocks.ts';
import { cardMenu, claimButton, meTooButton, verdictButton } from './buttons.ts';
import { mention } from './refusals.ts';
import { changeWords, countOf, impactWords, monthInWords, ordinal, verdictWords } from './words.ts';

type Names = ReadonlyMap<PersonId, string>;

/**
 * In UTF-16 units. Slack has refused messages from 11,341 characters on, without saying how it counts: with every field
 * as long as it may be a card stays below that in units too. What is cut here stands in the thread in full.
 * https://github.com/slackapi/bolt-js/issues/2867
 */
const mostOfChange = 2000;

/** The one message an issue has in its channel. It never shows the reporter. */
export function issueCard(issue: Issue, slackIds: Names, kin: Kin): Drawing | null {
  if (issue.state === 'saved') return null;
  const state = stateWords(issue, slackIds);
  if (issue.state === 'withdrawn') return { text: state, blocks: [section(state)] };
  const detail = isOwned(issue) ? ownedDetail(issue) : [];
  return {
    text: fallback(state, issue.text),
    blocks: [
      section(state),
      quoted(issue.text),
      ...circumstances(issue),
      ...kinship(kin),
      ...detail,
      actions(...cardButtons(issue)),
    ],
  };
}

/** One sentence: what state it is in and what it needs. Also the heading of its row on Home. */
export function stateWords(issue: Issue, slackIds: Names): string {
  const number = `*#${issue.number}*`;
  switch (issue.state) {
    case 'saved':
      return `${number} is saved. Nobody has seen it yet.`;
    case 'open':
      return `${number} · Needs an owner. Anyone may take it, from any team.`;
    case 'claimed':
      return `${number} · ${mention(slackIds, issue.owner)} has taken it on.`;
    case 'resolved':
      return isUnconfirmed(issue)
        ? `${number} · Solved, unconfirmed. Those who met it can say whether it is fixed.`
        : `${number} · Solved, says ${mention(slackIds, issue.owner)}. Now those who met it decide.`;
    case 'confirmed':
      return `${number} · Fixed, and confirmed.`;
    case 'withdrawn':
      return `${number} was withdrawn by the person who flagged it.`;
  }
}

/** Impact, who is affected, how many met it; nothing where nothing is known. */
export function circumstances(issue: Issue): KnownBlock[] {
  const met = metBy(issue);
  const parts = [...gapParts(issue), ...(met > 1 ? [`${met} people met it`] : [])];
  return parts.length === 0 ? [] : [plainNote(parts.join(' · '))];
}

/** That the same cause is back, on both cards; counted on the fix. */
function kinship({ fix, returns, lastReturn }: Kin): KnownBlock[] {
  return [
    ...(fix === null
      ? []
      : [note(`The same cause as ${linked(fix)}${fixedWhen(fix.fixedAt)}: ${ordinal(fix.nth)} return.`)]),
    ...(lastReturn === null
      ? []
      : [note(`It came back ${countOf(returns, 'as', '# times, most recently as')} ${linked(lastReturn)}.`)]),
  ];
}

function linked({ number, cardLink }: Relative): string {
  return cardLink === null ? `*#${number}*` : `<${cardLink}|#${number}>`;
}

function fixedWhen(fixedAt: Temporal.Instant | null): string {
  return fixedAt === null ? '' : `, fixed in ${monthInWords(fixedAt)}`;
}

function gapParts({ impact, affected }: Gap): string[] {
  return [
    ...(impact === null ? [] : [impactWords[impact]]),
    ...(affected === null ? [] : [`Affected: ${affected}`]),
  ];
}

function ownedDetail(issue: OwnedIssue): KnownBlock[] {
  return [...agreementDetail(issue.agreement), ...(isSolved(issue) ? solutionDetail(issue) : [])];
}

/** A link for the end of a sentence; nothing while the card does not stand yet. */
export function toCard(cardLink: string | null): string {
  return cardLink === null ? '' : ` <${cardLink}|See the card>.`;
}

/** What was agreed, as far as it was. */
export function agreementDetail(agreement: Agreement | null): KnownBlock[] {
  if (agreement === null) return [];
  const { success, by } = agreement;
  return [
    ...(success === null ? [] : [labelled("We'll know it's solved when:", success)]),
    ...(by === null ? [] : [labelled('By:', dayInWords(by))]),
  ];
}

/** `Thu 3 Dec 2026`: a day has no time zone, so it is the same for every reader. */
function dayInWords(day: {
  toLocaleString(locale: string, options: Intl.DateTimeFormatOptions): string;
}): string {
  return day
    .toLocaleString('en-GB', { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' })
    .replace(',', '');
}

function solutionDetail(issue: SolvedIssue): KnownBlock[] {
  const { changed, kind, learning } = issue.solution;
  const answers = tally(issue);
  return [
    labelled('What changed:', shortened(changed, mostOfChange)),
    plainNote(changeWords[kind]),
    ...(learning === null ? [] : [labelled('What others can use:', learning)]),
    ...(answers === '' ? [] : [plainNote(answers)]),
  ];
}

/** `Answers so far: 2 × Fixed, 1 × Partly`, the reporter's among them: who said what is nobody's business. */
function tally(issue: SolvedIssue): string {
  const given = [issue.reporter.verdict, ...issue.meToos.map(({ verdict }) => verdict)];
  const count = (verdict: Verdict): number => given.filter((it) => it === verdict).length;
  const parts = verdicts.filter((it) => count(it) > 0).map((it) => `${count(it)} × ${verdictWords[it]}`);
  return parts.length === 0 ? '' : `Answers so far: ${parts.join(', ')}`;
}

function cardButtons(issue: Issue) {
  const { number } = issue;
  switch (issue.state) {
    case 'open':
      return [claimButton(number), meTooButton(number)];
    case 'claimed':
      return [meTooButton(number), cardMenu(number)];
    case 'resolved':
      return [...verdicts.map((verdict) => verdictButton(verdict, issue)), meTooButton(number)];
    case 'confirmed':
      return [verdictButton('not-fixed', issue)];
    case 'saved':
    case 'withdrawn':
      return [];
  }
}
