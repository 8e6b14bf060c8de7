import { and, eq } from 'drizzle-orm';

import { publishedFollowUps } from '../../core/follow-ups.ts';
import type { Issue, PersonId } from '../../core/issue.ts';
import { askedForName, sectionNames, whyNotWrite } from '../../core/learning.ts';
import type { Consent, Sections, WriteUp } from '../../core/learning.ts';
import { printOf } from '../print.ts';
import { actedAs } from './actor.ts';
import { gone, refused } from './change-issue.ts';
import type { Refused } from './change-issue.ts';
import { saveConsent } from './credits.ts';
import { dropDraft, recallDraft } from './drafts.ts';
import type { DraftFields } from './drafts.ts';
import { loadWriteUp } from './learned.ts';
import { listLearning } from './learnings.ts';
import { meet } from './meet.ts';
import type { Meeting, Met } from './meet.ts';
import { messageAt } from './messages.ts';
import { wantNudges } from './nudges.ts';
import { followUp } from './outbox.ts';
import { issueOfRequest, rememberRequest, sentKey } from './requests.ts';
import { note } from './save-issue.ts';
import { loadScene } from './scene.ts';
import type { Scene } from './scene.ts';
import { credits, writers, writeUps } from './schema/learnings.ts';
import type { Store } from './store.ts';
import { transact } from './transact.ts';
import type { Tx, WorkspaceId } from './transact.ts';

/** Whoever sends the form has opened it, and their draft is kept. */
const hasBegun = true;

/** The form whose draft it is. */
export const writeUpForm = 'write-up-form';

export interface Begun {
  readonly ok: true;
  readonly issue: Issue;
  readonly writeUp: WriteUp | null;
  readonly draft: DraftFields;
}

/** Whether somebody may write it up, what is published by now, and what they were typing. */
export async function beginWriteUp(store: Store, at: Meeting): Promise<Begun | Refused> {
  const { workspace, number } = at;
  return await transact(store, { workspace }, async (tx) => {
    const met = await meet(store, tx, at, 'read');
    if (met === null) return gone;
    const { issue } = met.loaded;
    const writeUp = await loadWriteUp(tx, workspace, number);
    const draft = await recallDraft(tx, draftOf(at, met.actor.person));
    const refusal = whyNotWrite(issue, met.actor, writeUp, Object.keys(draft).length > 0);
    if (refusal !== null) return await refused(tx, workspace, number, refusal);
    return { ok: true, issue, writeUp, draft };
  });
}

export interface Previewed {
  readonly ok: true;
  readonly scene: Scene;
  /** What is published by now. */
  readonly present: WriteUp | null;
}

/** The post as it will be, with these words; or why there will be none. */
export async function previewWriteUp(
  store: Store,
  at: Meeting,
  sections: Sections,
  adminUsers: readonly string[],
): Promise<Previewed | Refused> {
  const { workspace, number } = at;
  return await transact(store, { workspace }, async (tx) => {
    const met = await meet(store, tx, at, 'read');
    if (met === null) return gone;
    const { person } = met.actor;
    const present = await loadWriteUp(tx, workspace, number);
    const refusal = whyNotWrite(met.loaded.issue, met.actor, present, hasBegun);
    if (refusal !== null) return await refused(tx, workspace, number, refusal);
    const address = { kind: 'write-up' as const, subject: String(number), person };
    const scene = await loadScene(store, tx, workspace, address, adminUsers);
    if (scene === null) return gone;
    const writeUp = { version: 0, sections, writers: withWriter(present, person) };
    return { ok: true, scene: { ...scene, learned: { ...scene.learned, writeUp } }, present };
  });
}

function withWriter(writeUp: WriteUp | null, person: PersonId): PersonId[] {
  return [...new Set([...(writeUp?.writers ?? []), person])];
}

export interface Publication extends Meeting {
  /** The view it is sent with, so that the same one sent twice has one effect. */
  readonly view: string;
  /** The version that the writer saw when they began; 0: none was published. */
  readonly seen: number;
  /** What the preview showed, see `printOfSections`. */
  readonly previewed: string;
  /** `null`: they did not say. */
  readonly consent: Consent | null;
}

export type Published =
  | Refused
  /** `isLost`: nobody knows where its post stands, so it can't be changed there yet. */
  | { readonly ok: true; readonly isFirst: boolean; readonly isLost: boolean }
  /** What they send is not what stood in the preview, or is kept no more. */
  | { readonly ok: 'changed'; readonly sections: Sections | null }
  /** Somebody else has published meanwhile; nothing was changed. */
  | { readonly ok: 'overtaken'; readonly sections: Sections; readonly by: WriteUp };

/**
 * Publishes the draft of whoever sends it, exactly as they have seen it.
 *
 * @throws Unavailable or Unsure, see `transact`.
 */
export async function publishWriteUp(store: Store, publication: Publication): Promise<Published> {
  const { workspace, number, seen, previewed } = publication;
  return await transact(store, { workspace }, async (tx) => {
    const met = await meet(store, tx, publication, 'lock');
    if (met === null) return gone;
    const now = store.clock();
    const request = sentKey(store.keys, publication, `publish ${previewed}`);
    if ((await issueOfRequest(tx, workspace, request, now)) !== null)
      return { ok: true, isFirst: seen === 0, isLost: await isPostLost(tx, workspace, number) };
    const { issue } = met.loaded;
    const { person } = met.actor;
    const present = await loadWriteUp(tx, workspace, number);
    const refusal = whyNotWrite(issue, met.actor, present, hasBegun);
    if (refusal !== null) return await refused(tx, workspace, number, refusal);
    const sections = sectionsOf(await recallDraft(tx, draftOf(publication, person)));
    if (sections === null || printOfSections(sections) !== previewed) return { ok: 'changed', sections };
    if (present !== null && present.version !== seen) return { ok: 'overtaken', sections, by: present };
    const writeUp = { version: seen + 1, sections, writers: withWriter(present, person) };
    await rememberRequest(tx, workspace, request, number, now);
    await save(store, tx, publication, met, writeUp);
    return { ok: true, isFirst: present === null, isLost: await isPostLost(tx, workspace, number) };
  });
}

/** Slack took it and never said where it stands. */
async function isPostLost(tx: Tx, workspace: WorkspaceId, number: number): Promise<boolean> {
  const post = await messageAt(tx, workspace, 'write-up', String(number));
  return post !== null && post.ts === null && post.state === 'unsure';
}

async function save(
  store: Store,
  tx: Tx,
  publication: Publication,
  { loaded, actor }: Met,
  writeUp: WriteUp,
): Promise<void> {
  const { workspace, number, consent } = publication;
  const now = store.clock();
  const { person } = actor;
  const { version, sections } = writeUp;
  const row = { version, sections, changedBy: person };
  await tx
    .insert(writeUps)
    .values({ workspaceId: workspace, issue: number, ...row })
    .onConflictDoUpdate({ target: [writeUps.workspaceId, writeUps.issue], set: row });
  await tx
    .insert(writers)
    .values({ workspaceId: workspace, issue: number, personId: person, since: now })
    .onConflictDoNothing();
  const acted = { ...actedAs(loaded.issue, actor), at: now };
  const noted = await note(tx, workspace, loaded, { type: 'written-up', version }, acted);
  if (consent !== null) await saveConsent(tx, workspace, noted, person, consent, acted);
  await dropDraft(tx, draftOf(publication, person));
  await listLearning(tx, workspace, loaded.issue, writeUp, now, version === 1);
  const asked = await toBeAsked(tx, workspace, loaded.issue, writeUp);
  const wanted = publishedFollowUps(loaded.issue, asked);
  await followUp(store, tx, workspace, wanted);
  await wantNudges(store, tx, workspace, wanted.nudges, now);
}

/**
 * Each is asked once: whoever publishes is in the preview, and those who have answered need not be asked. Whoever was
 * asked about its line has that message redrawn. The reporter's is left out where *Is it fixed?* asks them.
 */
async function toBeAsked(
  tx: Tx,
  workspace: WorkspaceId,
  issue: Issue,
  writeUp: WriteUp,
): Promise<PersonId[]> {
  const here = and(eq(credits.workspaceId, workspace), eq(credits.issue, issue.number));
  const answered = await tx.select({ person: credits.personId }).from(credits).where(here);
  const done = new Set<string>([...writeUp.writers, ...answered.map((it) => it.person)]);
  return askedForName(issue, writeUp).filter((person) => !done.has(person));
}

function draftOf({ workspace, number }: Meeting, person: PersonId) {
  return { workspace, person, form: writeUpForm, number };
}

/** The sections of a draft; `null` where nothing is kept. */
export function sectionsOf(draft: DraftFields): Sections | null {
  if (Object.keys(draft).length === 0) return null;
  const [happened, possible, well, changed, use] = sectionNames.map((name) => (draft[name] ?? '').trim());
  return {
    happened: happened ?? '',
    possible: possible ?? '',
    well: well ?? '',
    changed: changed ?? '',
    use: use ?? '',
  };
}

/** The same words have the same name. */
export function printOfSections(sections: Sections): string {
  return printOf(JSON.stringify(sectionNames.map((name) => sections[name])));
}
