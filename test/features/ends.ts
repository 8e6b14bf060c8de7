import type { Issue, IssueEvent, PersonId } from '../../src/core/issue.ts';
import type { Help } from '../../src/core/stuck.ts';
import { endedReceipt } from '../../src/features/flag/ended-receipt.ts';
import type { Scene } from '../../src/platform/postgres/scene.ts';
import type { Drawing } from '../../src/platform/slack/drawing.ts';
import { aMeToo, ana, anIssue, kim, lea, ned, sam, max } from '../support/builders.ts';
import { draw, drawNudge, fullIssues, happened } from './drawings.ts';
import type { Drawings, Words } from './drawings.ts';

/** Of somebody who is stuck, and of what ends otherwise than by a fix: the issue in each of these ways. */
export function endedIssues(words: Words) {
  const { open, claimed, resolved } = fullIssues(words);
  const { number, text, impact, affected, meToos } = open;
  const gap = { number, text, impact, affected, meToos };
  const promised: Help = { state: 'promised', helper: max, since: 5 };
  const given: Help = { ...promised, state: 'given', line: words.helped };
  const declined = anIssue({ state: 'declined', ...gap, because: words.because });
  const duplicates = [17, 18];
  return {
    stuck: { ...open, help: { state: 'wanted' } as const },
    claimedAndStuck: { ...claimed, help: { state: 'wanted' } as const },
    helping: { ...claimed, help: promised },
    helped: { ...claimed, help: given },
    solvedAfterHelp: { ...resolved, help: given },
    declined: { ...declined, help: given },
    lookedAt: {
      ...declined,
      look: { state: 'asked', of: [ned, sam], since: 6 },
      hasAskedForLook: true,
    } as const,
    upheld: {
      ...declined,
      look: { state: 'upheld', by: ned, because: words.because },
      hasAskedForLook: true,
    } as const,
    duplicate: anIssue({ state: 'duplicate', ...gap }),
    stuckDuplicate: anIssue({ state: 'duplicate', ...gap, of: 18, help: { state: 'wanted' } }),
    withDuplicates: { ...claimed, duplicates },
    withManyDuplicates: { ...claimed, duplicates: Array.from({ length: 14 }, (_, index) => 17 + index) },
    withdrawn: anIssue({ state: 'withdrawn', ...gap }),
  };
}

function endCards(words: Words): Drawings {
  const all = endedIssues(words);
  const card = (issue: Issue, more: Partial<Scene> = {}): Drawing | null => draw('card', { issue, ...more });
  return {
    'somebody is stuck': card(all.stuck),
    'somebody is stuck, and it has an owner': card(all.claimedAndStuck),
    'somebody is stuck who has left': card({
      ...all.stuck,
      reporter: { ...all.stuck.reporter, hasLeft: true },
    }),
    'somebody helps': card(all.helping),
    'somebody helps who was forgotten': card(all.helping, { slackIds: new Map() }),
    'somebody has helped': card(all.helped),
    'solved, and somebody had helped': card(all.solvedAfterHelp),
    declined: card(all.declined),
    'declined, by its owner': card({ ...all.declined, by: sam, as: 'owner' }),
    'declined, and another look is asked for': card(all.lookedAt),
    'declined, and it stays so': card(all.upheld),
    duplicate: card(all.duplicate),
    'duplicate of one whose card stands nowhere yet': card(all.stuckDuplicate),
    'others turned out to be the same': card(all.withDuplicates),
    'many others turned out to be the same': card(all.withManyDuplicates),
  };
}

function separated(owner: PersonId | null): IssueEvent & { readonly type: 'separated' } {
  return { type: 'separated', from: 17, by: kim, owner, agreement: null, inquiry: null };
}

function alone(owner: PersonId | null): IssueEvent {
  return { ...separated(owner), by: null, wasWithdrawn: true };
}

function endReplies(words: Words): Drawings {
  const { stuck, helping, helped, declined, duplicate, withDuplicates } = endedIssues(words);
  const reply = (issue: Issue, event: IssueEvent): Drawing | null =>
    draw('reply', { issue, happening: happened(event) });
  return {
    'help promised': reply(helped, { type: 'help-promised', helper: max }),
    helped: reply(helped, { type: 'helped', helper: max, line: words.helped }),
    'help wanted again': reply(helped, { type: 'help-wanted', helper: max }),
    'somebody else is stuck': reply(helped, { type: 'stuck-too', person: lea }),
    declined: reply(declined, { type: 'declined', by: kim, as: 'lead', because: words.because }),
    'opened again': reply(declined, { type: 'opened-again', by: ned, against: kim }),
    upheld: reply(declined, { type: 'upheld', by: ned, because: words.because }),
    duplicated: reply(duplicate, { type: 'duplicated', of: 17, by: kim }),
    merged: reply(withDuplicates, { type: 'merged', from: 18, people: [ana] }),
    'separated, and needs an owner': reply(stuck, separated(null)),
    'separated, and with its owner again': reply(helping, separated(sam)),
    'what it was the same as is withdrawn': reply(stuck, alone(null)),
    unmerged: reply(helping, { type: 'unmerged', from: 18, people: [ana] }),
    'nothing where help is not needed any more': reply(helped, { type: 'help-ended', helper: max }),
  };
}

function helpMessages(words: Words): Drawings {
  const { stuck, helping, helped, stuckDuplicate } = endedIssues(words);
  const leaStuck = { meToos: [{ ...aMeToo(lea), isStuck: true } as const] };
  const forOthers: Help = { ...helping.help, isForOthers: true };
  const at = (issue: Issue, more: Partial<Scene> = {}): Drawing | null =>
    draw('help', {
      issue,
      reader: max,
      happening: happened({ type: 'help-promised', helper: max }, max, 'member', 5),
      ...more,
    });
  return {
    'while they help': at(helping),
    'while they help somebody who was forgotten': at(helping, { slackIds: new Map() }),
    'while they help somebody who met it': at({ ...helping, ...leaStuck, help: forOthers }),
    'while they help its reporter and others': at({
      ...helping,
      meToos: [...leaStuck.meToos, { ...aMeToo(ned), isStuck: true }],
    }),
    'on a duplicate': at({ ...stuckDuplicate, help: helping.help }),
    'they have helped': at(helped),
    'wanted again': at(stuck),
    'somebody else helps now': at({ ...helping, help: { state: 'promised', helper: lea, since: 9 } }),
  };
}

export function looks(words: Words): Drawings {
  const { lookedAt, upheld, stuck } = endedIssues(words);
  const at = (issue: Issue): Drawing | null =>
    drawNudge('look', {
      issue,
      reader: ned,
      happening: happened({ type: 'look-asked', of: [ned, sam] }, null, 'reporter', 6),
    });
  return {
    'asked for': at(lookedAt),
    'of what its owner declined': at({ ...lookedAt, by: kim, as: 'owner' }),
    'somebody has taken it': at(upheld),
    'it is open again': at(stuck),
  };
}

function endNews(words: Words): Drawings {
  const all = endedIssues(words);
  const tell = (event: IssueEvent, reader: PersonId, issue: Issue, seq = 7): Drawing | null =>
    draw('news', { issue, reader, happening: happened(event, null, 'member', seq) });
  const declined: IssueEvent = { type: 'declined', by: kim, as: 'lead', because: words.because };
  const opened: IssueEvent = { type: 'opened-again', by: ned, against: kim };
  const helped: IssueEvent = { type: 'helped', helper: max, line: words.helped };
  const duplicated: IssueEvent = { type: 'duplicated', of: 17, by: null };
  return {
    'help promised': tell({ type: 'help-promised', helper: max }, ana, all.helping),
    helped: tell(helped, ana, all.helped),
    'helped, and it is solved by now': tell(helped, ana, all.solvedAfterHelp),
    'help taken back': tell({ type: 'help-withdrawn', helper: max, hasLeft: false }, ana, all.stuck),
    'whoever was to help has left': tell(
      { type: 'help-withdrawn', helper: max, hasLeft: true },
      ana,
      all.stuck,
    ),
    'help promised, to somebody who met it': tell({ type: 'help-promised', helper: max }, lea, all.helping),
    'one more is stuck, to whoever helps': tell({ type: 'stuck-too', person: lea }, max, all.helping),
    'still stuck, to whoever helped': tell({ type: 'help-wanted', helper: max }, max, all.stuck),
    'not stuck any more, to whoever was to help': tell(
      { type: 'help-ended', helper: max },
      max,
      all.declined,
    ),
    'help ended with another, to its reporter': tell(
      { type: 'help-ended', helper: max, fixed: 17 },
      ana,
      all.duplicate,
    ),
    'help ended with another, to whoever was to help': tell(
      { type: 'help-ended', helper: max, fixed: 17 },
      max,
      all.duplicate,
    ),
    'not stuck any more, since it is withdrawn': tell(
      { type: 'help-ended', helper: max },
      max,
      all.withdrawn,
    ),
    'declined, to its reporter': tell(declined, ana, all.declined, 3),
    'declined, to its reporter, who has asked for another look': tell(declined, ana, all.lookedAt, 3),
    'declined, to its reporter, and it stays so': tell(declined, ana, all.upheld, 3),
    'declined, to its reporter, and open again': tell(
      declined,
      ana,
      { ...all.stuck, hasAskedForLook: true },
      3,
    ),
    'declined, to somebody who met it': tell(declined, lea, all.declined, 3),
    'declined, to whoever had taken it on': tell(declined, sam, all.declined, 3),
    'opened again, to its reporter': tell(opened, ana, all.stuck),
    'opened again, to whoever had declined it': tell(opened, kim, all.stuck),
    'it stays so, to its reporter': tell(
      { type: 'upheld', by: ned, because: words.because },
      ana,
      all.upheld,
    ),
    'a duplicate, to its reporter': tell(duplicated, ana, all.duplicate),
    'a duplicate, to somebody who met it': tell(duplicated, lea, all.duplicate),
    'a duplicate, to whoever had taken it on': tell(duplicated, sam, all.duplicate),
    'not a duplicate, to its reporter': tell(separated(null), ana, all.stuck),
    'not a duplicate, to somebody who met it': tell(separated(sam), lea, all.helping),
    'what it was the same as is withdrawn, to its reporter': tell(alone(null), ana, all.stuck),
    'what it was the same as is withdrawn, to somebody who met it': tell(alone(sam), lea, all.helping),
    'withdrawn, to somebody who met it': tell({ type: 'withdrawn', told: [lea] }, lea, all.withdrawn),
    'a duplicate of one whose card stands nowhere yet': tell({ ...duplicated, of: 18 }, ana, all.duplicate),
  };
}

function endReceipts(words: Words): Drawings {
  const { declined, lookedAt, upheld, duplicate } = endedIssues(words);
  return {
    'the same again, declined': endedReceipt(declined),
    'the same again, and another look is asked for': endedReceipt(lookedAt),
    'the same again, after another look': endedReceipt(upheld),
    'the same again, a duplicate': endedReceipt(duplicate),
  };
}

/** Every family of these, under names of their own. */
export function ends(words: Words): Drawings {
  const families = {
    card: endCards,
    reply: endReplies,
    help: helpMessages,
    look: looks,
    news: endNews,
    receipt: endReceipts,
  };
  const named = Object.entries(families).flatMap(([family, drawn]) =>
    Object.entries(drawn(words)).map(([name, drawing]) => [`${family}: ${name}`, drawing] as const),
  );
  return Object.fromEntries(named);
}
