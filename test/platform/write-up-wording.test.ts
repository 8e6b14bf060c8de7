import { expect, test } from 'vitest';

import type { Sections } from '../../src/core/learning.ts';
import { notesAbout } from '../../src/core/wording.ts';
import { keepSent } from '../../src/platform/postgres/drafts.ts';
import { flagIssue } from '../../src/platform/postgres/flag-issue.ts';
import type { Store } from '../../src/platform/postgres/store.ts';
import {
  applyWordings,
  choose,
  keepTicked,
  openNotes,
} from '../../src/platform/postgres/write-up-wording.ts';
import { printOfSections, writeUpForm } from '../../src/platform/postgres/write-ups.ts';
import { printOf } from '../../src/platform/print.ts';
import { aFlag, aStore } from './a-store.ts';

const happened = 'Priya forgot to lock the side door. Omar was careless.';
const writtenUp: Sections = { happened, possible: '', well: '', changed: '', use: 'Hang them up' };

/** Sam writes about an issue; the lens has something to say. */
async function aWriter(sections: Sections = writtenUp) {
  const bench = await aStore();
  const { store, workspace } = bench;
  const { number } = await flagIssue(store, aFlag(bench));
  const sam = { workspace, number, slackUser: 'USAM', isListedAdmin: false };
  await keepSent(store, { ...sam, form: writeUpForm, view: 'V1/0' }, sections);
  const notes = async () => (await openNotes(store, sam, sections)).notes;
  const ids = (await notes()).map(({ id }) => id);
  const at = (seconds: number): Store => ({ ...store, clock: () => store.clock().add({ seconds }) });
  const ticked = async () => (await choose(store, sam, () => ({}))).ticked;
  const apply = (tick: readonly string[]) =>
    applyWordings(store, {
      ...sam,
      view: 'V1/0',
      read: printOfSections(sections),
      shown: ids.slice(0, 2),
      ticked: tick,
    });
  return { store, sam, ids, at, ticked, notes, apply };
}

test('a tick that is kept after a later one changes nothing', async () => {
  const { sam, at, ticked } = await aWriter();
  await keepTicked(at(10), sam, ['a', 'b']);
  await keepTicked(at(5), sam, ['a']);
  expect(await ticked()).toEqual(['a', 'b']);
});

test('applied twice at once, it is applied once, and both see the same text', async () => {
  const { ids, apply } = await aWriter();
  const outcomes = await Promise.all([apply(ids.slice(0, 1)), apply(ids.slice(0, 1))]);
  const wanted = { ...writtenUp, happened: 'The side door was not locked. Omar was careless.' };
  expect(outcomes).toEqual([
    { isAsRead: true, sections: wanted },
    { isAsRead: true, sections: wanted },
  ]);
});

test('what was shown is settled, ticked or not; what was not shown is open still', async () => {
  const { ids, apply, notes } = await aWriter();
  expect(ids.length).toBeGreaterThan(2);
  await apply(ids.slice(0, 1));
  expect((await notes()).map(({ id }) => id)).toEqual(ids.slice(2));
});

test('the same phrase once more: the one that was not shown is open still, and counts as not shown', async () => {
  const twice = `${'Priya forgot to lock the side door. '.repeat(3)}It was dark.`;
  const { ids, apply, store, sam } = await aWriter({ ...writtenUp, happened: twice });
  await choose(store, sam, () => ({ shown: ids.slice(0, 2) }));
  const { sections } = await apply(ids.slice(0, 2));
  const { notes, choices } = await openNotes(store, sam, sections ?? writtenUp);
  expect(notes.map(({ kind }) => kind)).toEqual(['phrase', 'name']);
  expect(choices.shown).not.toContain(notes[0]?.id);
});

test('where nothing is ticked, the whole is left as written', async () => {
  const { apply, notes } = await aWriter();
  await apply([]);
  expect(await notes()).toEqual([]);
});

test('nothing that somebody wrote is kept with what they chose', async () => {
  const { ids, apply, store, sam } = await aWriter();
  await apply(ids.slice(0, 1));
  const kept = JSON.stringify(await choose(store, sam, () => ({})));
  expect(kept).not.toMatch(/priya|forgot|omar|careless/i);
  for (const { key } of notesAbout(writtenUp)) expect(kept).not.toContain(printOf(key));
});

test('who guesses the words can’t tell by what is kept: it takes the key, and is another in another write-up', async () => {
  const { ids, store, sam } = await aWriter();
  const keys = [{ id: 'k9', secret: Buffer.alloc(32, 9) }] as const;
  const [other, next] = await Promise.all([
    openNotes({ ...store, keys }, sam, writtenUp),
    openNotes(store, { ...sam, number: sam.number + 1 }, writtenUp),
  ]);
  expect(ids.length).toBeGreaterThan(2);
  for (const { id } of [...other.notes, ...next.notes]) expect(ids).not.toContain(id);
});
