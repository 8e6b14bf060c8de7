import type { HoldCommand } from '../../core/hold.ts';
import type { SavedIssue } from '../../core/issue.ts';
import { noticedIn } from '../../platform/noticed.ts';
import type { Ways } from '../../platform/postgres/cadence.ts';
import type { Outcome } from '../../platform/postgres/change-issue.ts';
import { notesAfterwards } from '../../platform/postgres/notes.ts';
import { printOf } from '../../platform/print.ts';
import type { Drawing } from '../../platform/slack/drawing.ts';
import type { Effect, House, Press } from '../../platform/slack/feature.ts';
import { numberIn } from '../answers.ts';
import { heldFrom, marksOf } from '../held.ts';
import type { Held } from '../held.ts';
import { refusalDrawing } from '../refusals.ts';
import { countShown } from './count-notes.ts';
import { chosenAlready, heldReceipt, notesAreOffNow, released } from './held-receipts.ts';
import { inItsPlace } from './receipt-place.ts';
import { withSimilar } from './similar-issues.ts';
import { termsOf } from './terms.ts';

/** *Use this wording*: exactly what was shown, or nothing. */
export async function useWording(house: House, press: Press): Promise<readonly Effect[]> {
  return await choose(house, press, ({ issue, held, shown, pauseSeconds }) => {
    const { wording } = held;
    if (wording === null || printOf(wording) !== shown) return null;
    const reading = {
      marks: marksOf(noticedIn(house.store.keys, press.workspace, { ...issue, text: wording })),
      pauseSeconds,
    };
    return { type: 'use-wording', of: issue.text, text: wording, reading };
  });
}

export async function postAsWritten(house: House, press: Press): Promise<readonly Effect[]> {
  return await choose(house, press, ({ issue, shown, marks, pauseSeconds }) => {
    if (printOf(issue.text) !== shown) return null;
    return { type: 'post-as-written', of: issue.text, reading: { marks, pauseSeconds } };
  });
}

/** *This isn't blame*: that note goes, and is counted for its rule. */
export async function dispute(house: House, press: Press): Promise<readonly Effect[]> {
  return await choose(house, press, ({ issue, held, shown, marks, pauseSeconds }) => {
    if (!held.notes.some(({ mark }) => mark === shown)) return null;
    return { type: 'dispute', of: issue.text, mark: shown, reading: { marks, pauseSeconds } };
  });
}

interface Choosing {
  readonly issue: SavedIssue;
  readonly held: Held;
  /** What the button says that it was shown with. */
  readonly shown: string;
  readonly marks: readonly string[];
  readonly pauseSeconds: number;
}

/** Looks at the flag as it is, and changes it where `commandFor` finds there what the button was shown with. */
async function choose(
  house: House,
  press: Press,
  commandFor: (choosing: Choosing) => HoldCommand | null,
): Promise<readonly Effect[]> {
  const number = numberIn(press.value);
  const asked = await house.ask(press, number, { type: 'choose' });
  if (!asked.ok) return [{ say: refusalDrawing(asked, number) }];
  const { issue } = asked;
  if (issue.state !== 'saved' || issue.hold === null) return [{ say: chosenAlready(number) }];
  const { keys } = house.store;
  const noticed = noticedIn(keys, press.workspace, issue);
  const held = heldFrom(issue, noticed);
  const ways = await house.waysOf(press.workspace);
  const shown = press.value.split(' ')[1] ?? '';
  const { postingPauseSeconds: pauseSeconds } = ways.settings;
  const command = commandFor({ issue, held, shown, marks: marksOf(noticed), pauseSeconds });
  if (command === null) return instead(press, heldReceipt('changed', held));
  const outcome = await house.change(press, number, command);
  if (command.type === 'dispute') countDispute(house, held, command.mark, outcome);
  return await answerTo(house, press, outcome, ways, held);
}

function countDispute(house: House, { notes }: Held, mark: string, outcome: Outcome): void {
  const isNew = outcome.ok && outcome.events.some(({ type }) => type === 'disputed');
  const note = notes.find((it) => it.mark === mark);
  if (isNew && note !== undefined) house.noteDisputed(note.finding.rule);
}

async function answerTo(
  house: House,
  press: Press,
  outcome: Outcome,
  ways: Ways,
  before: Held,
): Promise<readonly Effect[]> {
  const number = numberIn(press.value);
  if (!outcome.ok) return [{ say: refusalDrawing(outcome, number) }];
  const { issue, events, person } = outcome;
  const freed = events.find(({ type }) => type === 'released');
  const isOver = issue.state !== 'saved' || (events.length === 0 && issue.hold === null);
  if (isOver) return [{ say: chosenAlready(number) }];
  const found = press.where === 'home' ? null : await house.similar(press, number);
  if (freed?.type !== 'released' || freed.by === 'edit') {
    const held = heldFrom(issue, noticedIn(house.store.keys, press.workspace, issue));
    if (events.length > 0)
      countShown(
        house,
        held,
        before.notes.map(({ mark }) => mark),
      );
    const occasion = events.length === 0 ? 'changed' : 'disputed';
    return instead(press, withSimilar(heldReceipt(occasion, held), number, found));
  }
  house.expect(issue.postAt);
  const areOff = freed.by === 'as-written' && (await areNotesOff(house, press));
  if (press.where === 'home') return areOff ? [{ say: notesAreOffNow }] : [];
  const terms = termsOf(ways, issue, person);
  return inItsPlace(press, number, withSimilar(released(issue, freed.by, terms, areOff), number, found));
}

/** Whether this was the last note. Where that can't be told, Home says it as well. */
async function areNotesOff({ store }: House, press: Press): Promise<boolean> {
  const wanted = await notesAfterwards(store, press);
  return wanted !== null && wanted !== 'all';
}

/** Where they pressed; on Home, which is drawn anew by itself, as a page of its own. */
function instead(press: Press, drawing: Drawing): readonly Effect[] {
  return press.where === 'home' ? [{ say: drawing }] : inItsPlace(press, numberIn(press.value), drawing);
}
