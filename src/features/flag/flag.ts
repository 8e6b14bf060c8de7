import { charactersIn } from '../../core/characters.ts';
import type { Reading } from '../../core/hold.ts';
import { gapOf, longestText } from '../../core/issue.ts';
import type { Gap, Issue } from '../../core/issue.ts';
import { isKindWord, kindWordIn } from '../../core/lens/kind-word.ts';
import { lens } from '../../core/lens/lens.ts';
import { requestKey } from '../../platform/keys.ts';
import { noticedIn } from '../../platform/noticed.ts';
import type { Noticed } from '../../platform/noticed.ts';
import type { Ways } from '../../platform/postgres/cadence.ts';
import type { Outcome } from '../../platform/postgres/change-issue.ts';
import { flagIssue } from '../../platform/postgres/flag-issue.ts';
import type { Flagged } from '../../platform/postgres/flag-issue.ts';
import { wordsKey } from '../../platform/postgres/requests.ts';
import { isBlank } from '../../platform/slack/bodies.ts';
import type { Drawing } from '../../platform/slack/drawing.ts';
import type {
  Answer,
  Effect,
  Feature,
  House,
  Press,
  Submission,
  Told,
  Typed,
  Visit,
} from '../../platform/slack/feature.ts';
import { numberOf, opened, pressed } from '../answers.ts';
import { ids } from '../buttons.ts';
import { heldFrom, heldOf, marksOf } from '../held.ts';
import type { Held } from '../held.ts';
import { refusalLine } from '../refusals.ts';
import { dispute, postAsWritten, useWording } from './choose.ts';
import { countShown } from './count-notes.ts';
import { endedReceipt } from './ended-receipt.ts';
import { editForm, editFormId, fields, flagForm, flagFormId, readGap } from './form.ts';
import { drawHeld, heldReceipt } from './held-receipts.ts';
import { joinInstead, linkToFix } from './instead.ts';
import { bare, hasAbove, openForm, openFormAbout } from './open-form.ts';
import { inItsPlace, memoryOf, receiptAt, rememberedIn } from './receipt-place.ts';
import type { Remembered } from './receipt-place.ts';
import { editedReceipt, receipt, receiptPage, returned, undone } from './receipt.ts';
import { withShifts } from './shifts.ts';
import { withSimilar } from './similar-issues.ts';
import { termsOf } from './terms.ts';
import { readTyped } from './typed-text.ts';

export const flagShortcut = 'flag-an-issue';
export const flagMessageShortcut = 'flag-message';

/** Flagging, and what the reporter may still do before anybody sees it. */
export const flag: Feature = {
  commands: { '': typed },
  shortcuts: {
    [flagShortcut]: openForm,
    [flagMessageShortcut]: openFormAbout,
  },
  presses: {
    [ids.flag]: openForm,
    [ids.undo]: undo,
    [ids.edit]: openEdit,
    [ids.meTooInstead]: joinInstead,
    [ids.itIsBack]: linkToFix,
    [ids.useWording]: useWording,
    [ids.asWritten]: postAsWritten,
    [ids.notBlame]: dispute,
  },
  submissions: { [flagFormId]: submitFlag, [editFormId]: submitEdit },
  draws: { held: drawHeld },
};

async function typed(house: House, visit: Typed): Promise<Told | { form: ReturnType<typeof flagForm> }> {
  const text = readTyped(visit.text);
  if (isBlank(text)) return { form: flagForm(await hasAbove(house, visit)) };
  if (charactersIn(text) > longestText) return returned(text);
  return await receiptOf(house, visit, await save(house, visit, bare(text)));
}

/** Whoever flags in what may be their rest is asked about that beneath, once. */
async function receiptOf(house: House, visit: Visit, saved: Saved): Promise<Drawing> {
  const { flagger } = saved.flagged;
  const [drawn, asks] = await Promise.all([
    plainReceipt(house, visit, saved),
    flagger !== undefined && house.asksForHours(visit, flagger),
  ]);
  return asks ? withShifts(drawn) : drawn;
}

/** What was flagged before and sounds like it stands beneath, while the new flag can still be taken back. */
async function plainReceipt(house: House, visit: Visit, { flagged, noticed }: Saved): Promise<Drawing> {
  const { number, isSaved, isHeld, isRepeat, gap, answered, ended } = flagged;
  if (ended !== undefined) return endedReceipt(ended);
  if (isHeld) {
    const held = heldOf({ number, ...gap, answered }, noticed);
    if (!isRepeat) countShown(house, held);
    const drawn = heldReceipt(isRepeat ? 'again' : 'saved', held);
    return withSimilar(drawn, number, await house.similar(visit, number));
  }
  const kindWord = flagged.wantsNotes && !isRepeat ? kindWordIn(noticed) : null;
  const { promise } = flagged;
  const drawn = receipt(flagged, { ...flagged.settings, promise }, kindWord);
  return isSaved ? withSimilar(drawn, number, await house.similar(visit, number)) : drawn;
}

/** A flag that is saved, and what was noticed in its words. */
interface Saved {
  readonly flagged: Flagged;
  readonly noticed: readonly Noticed[];
}

/** The same words by the same person within ten minutes, or the same form sent twice, are one flag. */
async function save(house: House, visit: Visit, gap: Gap, view?: string): Promise<Saved> {
  const { store, settings: otherwise } = house;
  const key = (...same: string[]): string =>
    requestKey(store.keys, [visit.workspace, visit.slackUser, ...same]);
  const requests = [
    ...(view === undefined ? [] : [key('form', view)]),
    wordsKey(store.keys, visit, gap.text),
  ];
  const { workspace, slackUser } = visit;
  const findings = lens(gap.text, 'en');
  const wantsAnswer = findings.some((finding) => !isKindWord({ finding }));
  const flagged = await flagIssue(store, { workspace, slackUser, gap, wantsAnswer, otherwise, requests });
  house.expect(store.clock().add({ seconds: flagged.settings.postingPauseSeconds }));
  const { number, gap: kept } = flagged;
  const known = kept.text === gap.text ? findings : undefined;
  return { flagged, noticed: noticedIn(store.keys, workspace, { number, text: kept.text }, known) };
}

/** While it is saved nobody's Home is redrawn by a job: no job may say who flagged it. */
const homeAnew: Effect = { homeMemory: () => '' };

async function submitFlag(house: House, submission: Submission): Promise<Answer> {
  const gap = readGap(submission.form);
  if ('errors' in gap) return gap;
  const saved = await save(house, submission, gap, submission.form.id);
  const { flagged } = saved;
  if (flagged.isRepeat && !isSame(gap, flagged.gap)) {
    return flagged.isSaved
      ? await change(house, submission, gap, shownOf(saved))
      : { errors: { [fields.text]: postedAlready(flagged.number) } };
  }
  return { form: receiptPage(await receiptOf(house, submission, saved)), effects: [homeAnew] };
}

async function undo(house: House, press: Press): Promise<readonly Effect[]> {
  const already = (number: number): string => undone(number).text;
  return await pressed(house, press, { type: 'undo' }, already, (number) =>
    press.where === 'home' ? [] : inItsPlace(press, number, undone(number)),
  );
}

/** The form remembers where its receipt is, so that both show the same afterwards. */
async function openEdit(house: House, press: Press): Promise<readonly Effect[]> {
  const { keys } = house.store;
  const isAbove = await hasAbove(house, press);
  return await opened(house, press, { type: 'edit', gap: bare(''), reading: unread }, (issue) => {
    const held = heldNow(issue, noticedIn(keys, press.workspace, issue));
    const memory = memoryOf(issue.number, { at: receiptAt(press), shown: marksShown(held) });
    return editForm(isAbove, gapOf(issue), memory);
  });
}

async function submitEdit(house: House, submission: Submission): Promise<Answer> {
  const gap = readGap(submission.form);
  if ('errors' in gap) return gap;
  const { privateMetadata } = submission.form;
  return await change(house, submission, gap, {
    number: numberOf(submission.form),
    ...rememberedIn(privateMetadata),
  });
}

/** Also where a form is sent again with other words, after its first answer was lost. */
async function change(
  house: House,
  submission: Submission,
  gap: Gap,
  { number, at, shown }: Remembered & { readonly number: number },
): Promise<Answer> {
  const noticed = noticedIn(house.store.keys, submission.workspace, { number, text: gap.text });
  /* Asked first: once it is saved nothing may come between that and the answer. */
  const ways = await house.waysOf(submission.workspace);
  const reading = { marks: marksOf(noticed), pauseSeconds: ways.settings.postingPauseSeconds };
  const outcome = await house.change(submission, number, { type: 'edit', gap, reading });
  if (!outcome.ok) return { errors: { [fields.text]: refusalLine(outcome, number) } };
  const found = await house.similar(submission, number);
  const held = heldNow(outcome.issue, noticed);
  if (held !== null) countShown(house, held, shown);
  const drawn = held === null ? editedAs(outcome, ways) : heldReceipt('edited', held);
  const edited = withSimilar(drawn, number, found);
  const receipts = at === null ? [] : [{ replace: edited, at }];
  return { form: receiptPage(edited, memoryOf(number, { at, shown: [] })), effects: [...receipts, homeAnew] };
}

/** `null`: it waits for no choice. */
function heldNow(issue: Issue, noticed: readonly Noticed[]): Held | null {
  return issue.state !== 'saved' || issue.hold === null ? null : heldFrom(issue, noticed);
}

function marksShown(held: Held | null): readonly string[] {
  return held === null ? [] : held.notes.map(({ mark }) => mark);
}

/** What the first answer showed, which has no receipt but the form. */
function shownOf({ flagged, noticed }: Saved): Remembered & { readonly number: number } {
  const { number, gap, answered, isHeld } = flagged;
  const held = isHeld ? heldOf({ number, ...gap, answered }, noticed) : null;
  return { number, at: null, shown: marksShown(held) };
}

function editedAs(
  { issue, person }: Pick<Extract<Outcome, { ok: true }>, 'issue' | 'person'>,
  ways: Ways,
): Drawing {
  return editedReceipt(issue.number, termsOf(ways, issue, person), gapOf(issue).isStuck);
}

function postedAlready(number: number): string {
  return `#${number} is posted already, with the words you sent first. What is new can be said in the thread of its card, or flagged in another form.`;
}

/** For asking whether it may be edited at all. */
const unread: Reading = { marks: [], pauseSeconds: 0 };

function isSame(a: Gap, b: Gap): boolean {
  const isSaid = a.text === b.text && a.impact === b.impact && a.affected === b.affected;
  return isSaid && a.isStuck === b.isStuck && a.asksAbove === b.asksAbove;
}
