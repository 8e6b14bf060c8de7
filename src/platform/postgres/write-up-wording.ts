import type { Sections } from '../../core/learning.ts';
import { isKindWord } from '../../core/lens/kind-word.ts';
import { foundAgain, notesAbout, reworded } from '../../core/wording.ts';
import type { Note } from '../../core/wording.ts';
import { noteKey } from '../keys.ts';
import { changeDraft, recallDraft, takeTurns } from './drafts.ts';
import type { DraftFields, DraftPlace } from './drafts.ts';
import type { Meeting } from './meet.ts';
import { wantedNotes } from './notes.ts';
import { personFor } from './people.ts';
import { issueOfRequest, rememberRequest, sentKey } from './requests.ts';
import type { Store } from './store.ts';
import { transact } from './transact.ts';
import type { Tx } from './transact.ts';
import { printOfSections, sectionsOf, writeUpForm } from './write-ups.ts';

/** The form whose choices are kept. Apart from the text, which is gone once it is published. */
export const wordingForm = 'write-up-wording';

/** What a writer has made of the notes on their text, by the notes' ids: none of their words. */
export interface Choices {
  readonly ticked: readonly string[];
  /** Settled for them: they are not asked about it again. */
  readonly left: readonly string[];
  /** What they have been shown, and is counted as such. */
  readonly shown: readonly string[];
}

/** More than anybody is shown; the oldest go first. */
const mostKept = 300;

/** A note, and what stands for it in forms and in what is kept: the same for the same phrase of one write-up. */
export type Noted<It extends Note = Note> = It & { readonly id: string };

function notedIn({ keys }: Store, { workspace, number }: Meeting, sections: Sections): Noted[] {
  return notesAbout(sections).map((it) => ({
    ...it,
    id: noteKey(keys, [workspace, String(number), it.key]),
  }));
}

/** What the lens notices in a text and its writer has not settled yet; nothing where it is off for them. */
export async function openNotes(
  store: Store,
  visit: Meeting,
  sections: Sections,
): Promise<{ readonly notes: readonly Noted[]; readonly choices: Choices }> {
  const { workspace, slackUser } = visit;
  return await transact(store, { workspace }, async (tx) => {
    const choices = choicesIn(await recallDraft(tx, await placeOf(tx, visit, wordingForm)));
    const isOn = (await wantedNotes(tx, workspace, slackUser)) !== 'none';
    const notes = isOn ? notedIn(store, visit, sections).filter((it) => !choices.left.includes(it.id)) : [];
    return { notes, choices };
  });
}

/** Keeps what is ticked by now: each tick is a request of its own, and one that was overtaken changes nothing. */
export async function keepTicked(store: Store, visit: Meeting, ticked: readonly string[]): Promise<void> {
  const tickedAt = store.clock();
  await transact(store, { workspace: visit.workspace }, async (tx) => {
    const place = await placeOf(tx, visit, wordingForm);
    await changeDraft(tx, place, tickedAt, (it) => fieldsOf({ ...choicesIn(it), ticked }), true);
  });
}

/** Keeps what they have chosen by now. Says how it was before, so that nothing is counted twice. */
export async function choose(
  store: Store,
  visit: Meeting,
  change: (choices: Choices) => Partial<Choices>,
): Promise<Choices> {
  return await transact(store, { workspace: visit.workspace }, (tx) => chooseIn(store, tx, visit, change));
}

async function chooseIn(
  store: Store,
  tx: Tx,
  visit: Meeting,
  change: (choices: Choices) => Partial<Choices>,
): Promise<Choices> {
  const place = await placeOf(tx, visit, wordingForm);
  const before = await changeDraft(tx, place, store.clock(), (fields) => {
    const choices = choicesIn(fields);
    return fieldsOf({ ...choices, ...change(choices) });
  });
  return choicesIn(before);
}

export interface Wordings extends Meeting {
  /** The view it is sent with, so that the same one sent twice has one effect. */
  readonly view: string;
  /** The text that the notes were about, see `printOfSections`. */
  readonly read: string;
  /** The ids of the notes that they were shown, and of those that they ticked. */
  readonly shown: readonly string[];
  readonly ticked: readonly string[];
}

/**
 * Puts exactly what was ticked into the draft of whoever sends it. What they were shown is settled with it, also where a
 * role for a name makes it another phrase, and what they were not shown is open still; where nothing is ticked, they leave
 * the whole as written.
 *
 * @throws Unavailable or Unsure, see `transact`.
 */
export async function applyWordings(
  store: Store,
  wordings: Wordings,
): Promise<{ readonly isAsRead: boolean; readonly sections: Sections | null }> {
  const { workspace, number, read, shown, ticked } = wordings;
  return await transact(store, { workspace }, async (tx) => {
    const place = await placeOf(tx, wordings, writeUpForm);
    const now = store.clock();
    const request = sentKey(store.keys, wordings, `apply ${read} ${ticked.join()}`);
    await takeTurns(tx, place);
    const sections = sectionsOf(await recallDraft(tx, place));
    if ((await issueOfRequest(tx, workspace, request, now)) !== null) return { isAsRead: true, sections };
    if (sections === null || printOfSections(sections) !== read) return { isAsRead: false, sections };
    const notes = notedIn(store, wordings, sections);
    const taken = notes.filter((it) => ticked.includes(it.id));
    const next = reworded(sections, taken);
    await changeDraft(tx, place, now, (fields) => ({ ...fields, ...next }));
    const after = notedIn(store, wordings, next);
    await chooseIn(store, tx, wordings, (before) => {
      const settled = [...before.left, ...shown];
      const unseen = taken.length === 0 ? [] : notes.filter((it) => !settled.includes(it.id) && !isKind(it));
      /* A phrase that comes again is told by its place among its like, which another one may have left. */
      const open = foundAgain(sections, taken, unseen, after).map(({ id }) => id);
      const closed = (ids: readonly string[]): string[] => ids.filter((id) => !open.includes(id));
      return {
        ticked: [],
        left: closed([...settled, ...after.map(({ id }) => id)]),
        shown: closed(before.shown),
      };
    });
    await rememberRequest(tx, workspace, request, number, now);
    return { isAsRead: true, sections: next };
  });
}

/** What is said to whoever blames themselves asks for nothing. */
function isKind(it: Note): boolean {
  return it.kind === 'phrase' && isKindWord(it);
}

async function placeOf(tx: Tx, { workspace, slackUser, number }: Meeting, form: string): Promise<DraftPlace> {
  return { workspace, person: (await personFor(tx, workspace, slackUser)).id, form, number };
}

function choicesIn(fields: DraftFields): Choices {
  const ids = (name: keyof Choices): string[] => (fields[name] ?? '').split(',').filter((it) => it !== '');
  return { ticked: ids('ticked'), left: ids('left'), shown: ids('shown') };
}

function fieldsOf({ ticked, left, shown }: Choices): DraftFields {
  const kept = (ids: readonly string[]): string => [...new Set(ids)].slice(-mostKept).join();
  return { ticked: kept(ticked), left: kept(left), shown: kept(shown) };
}
