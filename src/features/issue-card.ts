import type { ActionsBlock, KnownBlock } from '@slack/types';
import type { Temporal } from 'temporal-polyfill';

import { answeredBy, hasPassedOnce } from '../core/asked-first.ts';
import type { Promised } from '../core/first-answer.ts';
import { isMeToo, isOwned, isSolved, metBy, verdicts } from '../core/issue.ts';
import type {
  Agreement,
  DeclinedIssue,
  Issue,
  OpenIssue,
  OwnedIssue,
  PersonId,
  SolvedIssue,
  Verdict,
} from '../core/issue.ts';
import { isUnconfirmed } from '../core/settle.ts';
import { isHelpWanted } from '../core/stuck.ts';
import type { Scene } from '../platform/postgres/scene.ts';
import type { Drawing } from '../platform/slack/drawing.ts';
import { supportDetail } from './ask-words.ts';
import { actions, fallback, labelled, note, plainNote, quoted, section, shortened } from './blocks.ts';
import { cameBackButton, claimButton, helpButton, meTooButton, verdictButton } from './buttons.ts';
import { dayInWords } from './day.ts';
import { helpDetail, helpWords } from './help-words.ts';
import { kinship } from './kinship.ts';
import { postLine } from './learning-buttons.ts';
import { cardMenu, whileStuck } from './menu.ts';
import type { Choice } from './menu.ts';
import { mention } from './refusals.ts';
import { answersBy, capitalised, changeWords, comingDay, impactWords, verdictWords } from './words.ts';

type Names = ReadonlyMap<PersonId, string>;
type Links = ReadonlyMap<number, string>;
/** What a card says of other issues. */
type Others = Pick<Scene, 'kin' | 'links' | 'learned' | 'now'>;

/**
 * In UTF-16 units. Slack has refused messages from 11,341 characters on, without saying how it counts: with every field
 * as long as it may be a card stays below that in units too. What is cut here stands in the thread in full.
 * https://github.com/slackapi/bolt-js/issues/2867
 */
const mostOfChange = 2000;

/** The one message an issue has in its channel. It never shows the reporter. */
export function issueCard(
  issue: Issue,
  slackIds: Names,
  { kin, links, learned, now }: Others,
): Drawing | null {
  if (issue.state === 'saved') return null;
  const state = stateWords(issue, now, slackIds, links);
  if (issue.state === 'withdrawn') return { text: state, blocks: [section(state)] };
  const help = helpWords(issue, slackIds);
  const buttons = cardButtons(issue, learned.writeUp === null ? 'write-up' : 'change-write-up');
  return {
    text: fallback(help === null ? state : `${state} ${help}`, issue.text),
    blocks: [
      section(state),
      quoted(issue.text),
      ...circumstances(issue),
      ...kinship(kin),
      ...duplicatesNote(issue, links),
      ...helpDetail(issue, slackIds),
      ...(issue.state === 'claimed' ? supportDetail(issue, slackIds, now) : []),
      ...(isOwned(issue) ? ownedDetail(issue, now) : []),
      ...(issue.state === 'declined' ? declinedDetail(issue, slackIds) : []),
      ...postLine(learned),
      ...(buttons.length === 0 ? [] : [actions(...buttons)]),
    ],
  };
}

/** One sentence: what state it is in and what it needs. Also the heading of its row on Home. */
export function stateWords(
  issue: Issue,
  now: Temporal.Instant,
  slackIds: Names,
  links: Links = new Map(),
): string {
  const number = `*#${issue.number}*`;
  switch (issue.state) {
    case 'saved':
      return issue.hold === null
        ? `${number} is saved. Nobody has seen it yet.`
        : `${number} is saved and waits until you choose. Nobody has seen it.`;
    case 'open':
      return `${number} · ${needs(issue, now)}`;
    case 'claimed':
      return `${number} · ${mention(slackIds, issue.owner)} has taken it on.`;
    case 'resolved':
      return isUnconfirmed(issue)
        ? `${number} · Solved, unconfirmed. Those who met it can say whether it is fixed.`
        : `${number} · Solved, says ${mention(slackIds, issue.owner)}. Now those who met it decide.`;
    case 'confirmed':
      return `${number} · Fixed, and confirmed${issue.hasHeld ? '; a month later it held' : ''}.`;
    case 'declined':
      return `${number} · Not doing, says ${decider(issue, slackIds)}.`;
    case 'duplicate':
      return `${number} · The same as ${linked(issue.of, links)}, and goes on there.`;
    case 'withdrawn':
      return `${number} was withdrawn by the person who flagged it.`;
  }
}

export const anyone = 'Anyone may take it, from any team.';

/** Of the first answer a card says by when, until a promise has passed: what it needs, and never who is late. */
function needs(issue: OpenIssue, now: Temporal.Instant): string {
  const at = answeredBy(issue);
  const by = at === null ? null : answersBy(at, now);
  if (hasPassedOnce(issue.promise) || (at !== null && by === null))
    return `Needs a first answer, and an owner. ${anyone}`;
  const owner = `Needs an owner. ${anyone}`;
  if (by !== null) return `${owner} A person answers ${by}.`;
  return issue.promise?.state === 'waiting' ? `${owner}${meanwhile(issue.promise)}` : owner;
}

function meanwhile({ for: what, until }: Extract<Promised, { state: 'waiting' }>): string {
  if (what === 'answer') return '';
  if (what === 'yes') return ' Somebody has been asked whether they would.';
  return ` It is looked at again ${comingDay('on', until)}.`;
}

/** Impact, who is affected, how many met it; nothing where nothing is known. */
export function circumstances(issue: Issue): KnownBlock[] {
  const met = metBy(issue);
  const parts = [...gapParts(issue), ...(met > 1 ? [`${met} people met it`] : [])];
  return parts.length === 0 ? [] : [plainNote(parts.join(' · '))];
}

/** `@Kim, who leads here`: who decided it, and in which role. */
export function decider({ by, as }: Pick<DeclinedIssue, 'by' | 'as'>, slackIds: Names): string {
  return `${mention(slackIds, by)}, who ${as === 'lead' ? 'leads here' : 'had taken it on'}`;
}

/** `#17`, as a link to its card where that stands. */
export function linked(number: number, links: Links): string {
  const link = links.get(number);
  return link === undefined ? `*#${number}*` : `<${link}|#${number}>`;
}

const mostNamed = 10;

function duplicatesNote({ duplicates }: Issue, links: Links): KnownBlock[] {
  if (duplicates.length === 0) return [];
  const named = duplicates.slice(-mostNamed).map((it) => linked(it, links));
  const others = duplicates.length - named.length;
  return [note(`The same: ${named.join(', ')}${others === 0 ? '' : ` and ${others} more`}`)];
}

/** In UTF-16 units, as `mostOfChange`: what is cut here stands in the thread in full. */
const mostOfBecause = 1200;

function declinedDetail({ because, look }: DeclinedIssue, slackIds: Names): KnownBlock[] {
  const why = labelled('Not doing, because:', shortened(because, mostOfBecause));
  if (look === null) return [why];
  if (look.state === 'asked') return [why, plainNote('Somebody else takes another look.')];
  const again = `${capitalised(mention(slackIds, look.by))} took another look. It stays as it is, because:`;
  return [why, section(again), quoted(shortened(look.because, mostOfBecause))];
}

function gapParts({ impact, affected }: Pick<Issue, 'impact' | 'affected'>): string[] {
  return [
    ...(impact === null ? [] : [impactWords[impact]]),
    ...(affected === null ? [] : [`Affected: ${affected}`]),
  ];
}

function ownedDetail(issue: OwnedIssue, now: Scene['now']): KnownBlock[] {
  return [...agreementDetail(issue.agreement, now), ...(isSolved(issue) ? solutionDetail(issue) : [])];
}

/** A link for the end of a sentence; nothing while the card does not stand yet. */
export function toCard(cardLink: string | null): string {
  return cardLink === null ? '' : ` <${cardLink}|See the card>.`;
}

/** Why somebody hears of an issue: `which you flagged`. */
export function whyYou({ issue, reader }: Pick<Scene, 'issue' | 'reader'>): string {
  if (reader !== null && issue.reporter.person === reader) return 'which you flagged';
  const hasMet = reader !== null && isMeToo(issue, reader);
  return hasMet ? 'which you met as well' : 'which you had taken on';
}

/** What was agreed, as far as it was. */
export function agreementDetail(agreement: Agreement | null, now: Scene['now']): KnownBlock[] {
  if (agreement === null) return [];
  const { success, by } = agreement;
  return [
    ...(success === null ? [] : [labelled("We'll know it's solved when:", success)]),
    ...(by === null ? [] : [labelled('By:', dayInWords(by, now))]),
  ];
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

function cardButtons(issue: Issue, write: Choice): ActionsBlock['elements'] {
  const { number } = issue;
  const help = isHelpWanted(issue) ? [helpButton(number)] : [];
  switch (issue.state) {
    case 'open':
      return [claimButton(number), ...help, meTooButton(number), cardMenu(number, menuEntries(issue))];
    case 'claimed':
      return [...help, meTooButton(number), cardMenu(number, menuEntries(issue))];
    case 'resolved':
      return [
        ...verdicts.map((verdict) => verdictButton(verdict, issue)),
        meTooButton(number),
        cardMenu(number, [write]),
      ];
    case 'confirmed':
      return [
        issue.hasHeld ? cameBackButton(issue) : verdictButton('not-fixed', issue),
        cardMenu(number, [write]),
      ];
    case 'duplicate':
      return [...help, cardMenu(number, ['not-duplicate', ...whileStuck(issue)])];
    case 'saved':
    case 'declined':
    case 'withdrawn':
      return [];
  }
}

function menuEntries(issue: Issue): Choice[] {
  return [
    'not-doing',
    'duplicate',
    ...whileStuck(issue),
    ...(issue.state === 'claimed' ? (['let-go-for-owner'] as const) : []),
  ];
}
