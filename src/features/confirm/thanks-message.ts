import type { KnownBlock, ModalView } from '@slack/types';

import { isOwned, isSolved } from '../../core/issue.ts';
import type { PersonId } from '../../core/issue.ts';
import { isForAll, thankedPeople, thanksOf } from '../../core/thanks.ts';
import type { Thanks } from '../../core/thanks.ts';
import type { Scene } from '../../platform/postgres/scene.ts';
import type { Drawing } from '../../platform/slack/drawing.ts';
import { afterwardsIds } from '../afterwards.ts';
import {
  actions,
  buttonWith,
  fallback,
  note,
  page,
  plainNote,
  quoted,
  section,
  shortened,
} from '../blocks.ts';
import { thanksButton } from '../buttons.ts';
import { mention } from '../refusals.ts';
import { capitalised, listed } from '../words.ts';

export const showId = 'show-thanks';
export const keepId = 'keep-thanks';

/** The line, to the owner or to whoever helped; the owner is asked whether others may read it. */
export function drawThanks(scene: Scene): Drawing | null {
  const { issue, happening } = scene;
  const event = happening?.event;
  if (event?.type !== 'thanked') return null;
  const line = isSolved(issue) ? thanksOf(issue, happening?.seq ?? 0) : null;
  const forWhat = isForOwner(scene) ? 'what you did about it' : 'your help with it';
  const ours = `${capitalised(writer(scene, event.by))} thanks you for ${forWhat}:`;
  return {
    text: fallback(ours, event.text),
    blocks: [
      section(ours),
      quoted(event.text),
      plainNote(`It began with: ${shortened(issue.text, 300)}`),
      ...(line === null ? [] : whoElse(scene, line)),
      ...(line === null || !isForOwner(scene) ? [] : digestBlocks(issue.number, line)),
    ],
    /* It has come back before anybody was thanked. */
    ...(line === null ? { isEcho: true } : {}),
  };
}

function isForOwner({ issue, reader }: Scene): boolean {
  return isOwned(issue) && issue.owner === reader;
}

/** The owner knows who flagged it, and nobody else does. */
function writer(scene: Scene, by: PersonId | null): string {
  const { issue, slackIds } = scene;
  const number = `*#${issue.number}*`;
  if (by !== null) return `${mention(slackIds, by)}, who met ${number} as well,`;
  const { person } = issue.reporter;
  const isKnown = isForOwner(scene) && person !== null && slackIds.has(person);
  return isKnown
    ? `${mention(slackIds, person)}, who flagged ${number},`
    : `The person who flagged ${number}`;
}

function whoElse({ issue, reader, slackIds }: Scene, line: Thanks): KnownBlock[] {
  if (!isSolved(issue)) return [];
  const others = thankedPeople(issue, line.by).filter((it) => it !== reader);
  const names = listed(others.map((it) => mention(slackIds, it)));
  const shown = isForAll(line);
  if (names === '') return shown ? [] : [note('Nobody else reads this.')];
  return [note(`${capitalised(names)} reads this too${shown ? '' : ', and nobody else does'}.`)];
}

const words = { show: 'Show it in the digest', keep: 'Keep it between us' } as const;

/** Asked of whoever it was for, where whoever wrote it has agreed. Without an answer it stays between them. */
function digestBlocks(number: number, line: Thanks): KnownBlock[] {
  const { mayShow, isWelcome } = line;
  if (!mayShow) return [];
  const [show, keep] = [showButton(number, line, words.show), keepButton(number, line.seq, words.keep)];
  switch (isWelcome) {
    case null:
      return [section(mayOthersRead), actions(show, keep)];
    case true:
      return [note(`${whenShown} ${names}`), actions(keep)];
    case false:
      return [note('It stays between you.'), actions(show)];
  }
}

/** They may be asked on the morning of a digest, which is made by then. */
const whenShown = 'The next weekly digest with room for it shows it.';
const mayOthersRead =
  'May others read it in the next weekly digest? Whoever wrote it has said yes. It stays between you unless you do, too.';
const names = 'Names stand there only of those who said that theirs may be shown.';

/** Carries the words it was drawn for: a yes to them is none to others. */
function showButton(number: number, { seq, words: read }: Thanks, text: string) {
  return buttonWith(showId, text, `${number} ${seq} ${read}`, `${text}: the thanks for issue #${number}`);
}

function keepButton(number: number, seq: number, text: string) {
  return buttonWith(keepId, text, `${number} ${seq}`, `${text}: the thanks for issue #${number}`);
}

/** What became of one's own line, beside one's answer; or the way to one. */
export function ownThanks(scene: Scene): KnownBlock[] {
  const { issue, reader, slackIds } = scene;
  if (!isSolved(issue) || reader === null) return [];
  const { number, owner } = issue;
  const by = issue.reporter.person === reader ? null : reader;
  const line = issue.thanks.find((it) => it.by === by);
  if (line === undefined) return [actions(thanksButton(number))];
  const edit = buttonWith(
    afterwardsIds.edit,
    'Edit my thanks',
    `${number} ${line.seq}`,
    `Edit my thanks for issue #${number}`,
  );
  const toggle = line.mayShow
    ? keepButton(number, line.seq, words.keep)
    : showButton(number, line, 'May be shown in the digest');
  return [note(howItStands(line, mention(slackIds, owner))), actions(edit, toggle)];
}

function howItStands(line: Thanks, owner: string): string {
  const { mayShow, isWelcome } = line;
  if (isForAll(line)) return `Your line of thanks is for ${owner}. You both agree that the digest shows it.`;
  if (mayShow && isWelcome === null)
    return `Your line of thanks is for ${owner}. The digest shows it if they agree.`;
  return `Your line of thanks is for ${owner}, and stays between you.`;
}

export function ownThanksPage(scenes: readonly Scene[]): ModalView {
  const blocks = scenes.flatMap((scene) => drawThanks(scene)?.blocks ?? []);
  return page('Thanks to you', blocks.length === 0 ? [section(noThanks)] : blocks);
}

const noThanks = 'There is nothing here any more: what you solved is being worked on again.';
