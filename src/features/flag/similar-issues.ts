import type { KnownBlock } from '@slack/types';

import { isMeToo } from '../../core/issue.ts';
import type { Issue } from '../../core/issue.ts';
import type { Similar, SimilarIssues } from '../../platform/postgres/similar.ts';
import type { Drawing } from '../../platform/slack/drawing.ts';
import { actions, labelled, note, quoted, section, shortened } from '../blocks.ts';
import { itIsBackButton, meTooInsteadButton } from '../buttons.ts';
import { toCard } from '../issue-card.ts';
import { mention } from '../refusals.ts';
import { dateInWords, monthInWords } from '../words.ts';

/** What was flagged before and sounds like it, beneath the receipt of flag `number`. Nobody learns who flagged it. */
export function withSimilar(receipt: Drawing, number: number, found: SimilarIssues | null): Drawing {
  if (found === null || found.similar.length === 0) return receipt;
  const { similar } = found;
  const sentences = similar.map(({ issue, cardLink }) => `${about(issue, found)}${toCard(cardLink)}`);
  const opening = openingOf(number, found);
  const rows = similar.flatMap(({ issue, learning }, index) => [
    section(sentences[index] ?? ''),
    quoted(shortened(issue.text, 200)),
    ...learned(issue, learning, found),
    ...buttons(number, issue, found),
  ]);
  return {
    text: [receipt.text, opening, ...sentences].join(' '),
    blocks: [...receipt.blocks, section(opening), ...rows],
  };
}

function openingOf(number: number, found: SimilarIssues): string {
  const canJoin = found.similar.some(({ issue }) => isOffered(issue, found) && !isCounted(issue, found));
  return `Flagged before, and perhaps the same gap.${canJoin ? ` *Me too* counts you there and takes *#${number}* back.` : ''}`;
}

function about(issue: Issue, found: SimilarIssues): string {
  return `${state(issue, found)}${you(issue, found)}`;
}

function state(issue: Issue, { person, slackIds, now }: SimilarIssues): string {
  const number = `*#${issue.number}*`;
  switch (issue.state) {
    case 'claimed':
      return issue.owner === person
        ? `${number} is with you.`
        : `${number}: ${mention(slackIds, issue.owner)} has taken it on.`;
    case 'resolved':
      return `${number} was called solved in ${monthInWords(issue.resolvedAt, now)}; those who met it decide.`;
    case 'confirmed':
      return `${number} was fixed in ${monthInWords(issue.resolvedAt, now)}. If the same cause is back, say so: your flag goes out all the same, and the cards of both tell it.`;
    default:
      return `${number} is waiting for an owner.`;
  }
}

/** What is known of the reader alone. */
function you(issue: Issue, { person }: SimilarIssues): string {
  if (isOwn(issue, { person })) {
    const hint = issue.state === 'confirmed' ? '' : ' If it is the same, *Undo* takes the new one back.';
    return ` You flagged it on ${dateInWords(issue.flaggedAt)}.${hint}`;
  }
  return isCounted(issue, { person }) ? ' You are counted on it already.' : '';
}

function isOwn(issue: Issue, { person }: Pick<SimilarIssues, 'person'>): boolean {
  return issue.reporter.person === person;
}

function isCounted(issue: Issue, { person }: Pick<SimilarIssues, 'person'>): boolean {
  return person !== null && isMeToo(issue, person);
}

/** What is written up stays true while the issue goes on again: it was learned before that. */
function learned(issue: Issue, learning: Similar['learning'], { now }: SimilarIssues): KnownBlock[] {
  if (learning === null) return [];
  const { line, learnedAt, link } = learning;
  const month = monthInWords(issue.state === 'confirmed' ? issue.resolvedAt : learnedAt, now);
  const post = link === null ? [] : [note(`<${link}|See what we learned>`)];
  return [labelled(`We learned this in ${month}:`, line), ...post];
}

function buttons(number: number, issue: Issue, found: SimilarIssues): KnownBlock[] {
  if (issue.state === 'confirmed') return [actions(itIsBackButton(number, issue.number))];
  if (!isOffered(issue, found)) return [];
  return [actions(meTooInsteadButton(number, issue.number, isCounted(issue, found)))];
}

function isOffered(issue: Issue, found: SimilarIssues): boolean {
  return issue.state !== 'confirmed' && !isOwn(issue, found);
}
