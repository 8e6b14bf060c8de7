import { sectionNames } from './learning.ts';
import type { SectionName, Sections } from './learning.ts';
import type { Finding } from './lens/finding.ts';
import { lens } from './lens/lens.ts';
import { namesIn } from './lens/names.ts';
import { replace } from './lens/reword.ts';
import type { Change } from './lens/reword.ts';

/** Something that may be worded otherwise before others read it. */
export type Note = PhraseNote | NameNote;

/** A phrase that makes people the explanation. */
export interface PhraseNote {
  readonly kind: 'phrase';
  /** The same for the same phrase in the same section, wherever it moves. */
  readonly key: string;
  readonly section: SectionName;
  readonly finding: Finding;
}

/** Somebody who is named. What is done with their name is done wherever it stands, in full or not. */
export interface NameNote {
  readonly kind: 'name';
  readonly key: string;
  /** The longest, and the others that they are called by. */
  readonly name: string;
  readonly others: readonly string[];
  readonly places: readonly NamePlace[];
}

interface NamePlace {
  readonly section: SectionName;
  readonly start: number;
  readonly end: number;
  readonly role: string;
}

/** Where a role says as much as a name. Elsewhere somebody may be thanked, or quoted. */
export const withoutNames = ['happened', 'possible'] as const;

/** What the lens notices in a write-up: phrases in the order of the sections, then names. */
export function notesAbout(sections: Sections): readonly Note[] {
  const phrases = sectionNames.flatMap((section) => phrasesIn(section, sections[section]));
  return [...phrases, ...namesOf(sections)];
}

function phrasesIn(section: SectionName, text: string): PhraseNote[] {
  const times = new Map<string, number>();
  return lens(text, 'en').map((finding) => {
    const phrase = text.slice(finding.start, finding.end).toLowerCase();
    const name = `${section} ${finding.rule} ${phrase}`;
    const nth = (times.get(name) ?? 0) + 1;
    times.set(name, nth);
    return { kind: 'phrase', key: `${name} ${nth}`, section, finding };
  });
}

/** Read as one text, so that somebody who comes again is the same colleague. */
function namesOf(sections: Sections): NameNote[] {
  const found = new Map<string, { readonly names: string[]; readonly places: NamePlace[] }>();
  const [happened, possible] = withoutNames.map((section) => sections[section]);
  const seam = (happened ?? '').length + 1;
  const text = `${happened}\n${possible}`;
  for (const { start, end, person, role } of namesIn(text, 'en')) {
    const isSecond = start >= seam;
    const from = isSecond ? seam : 0;
    const { names, places } = found.get(person) ?? { names: [], places: [] };
    found.set(person, { names, places });
    names.push(text.slice(start, end));
    places.push({ section: withoutNames[isSecond ? 1 : 0], start: start - from, end: end - from, role });
  }
  return [...found].map(([person, { names, places }]) => {
    const [name = '', ...others] = distinct(names.toSorted((a, b) => b.length - a.length));
    return { kind: 'name', key: `name ${person}`, name, others, places };
  });
}

/** Each once, however it is written. */
function distinct(words: readonly string[]): string[] {
  const lower = words.map((it) => it.toLowerCase());
  return words.filter((_, index) => lower.indexOf(lower[index] ?? '') === index);
}

/** The sections with what these notes offer in them, and nothing else changed. A name inside a rewording goes with it. */
export function reworded(sections: Sections, taken: readonly Note[]): Sections {
  return changed(sections, changesOf(sections, taken));
}

/** Which of these notes on the text as it reads then are those: wherever it has moved them, and with roles for names. */
export function foundAgain<It extends Note>(
  sections: Sections,
  taken: readonly Note[],
  those: readonly Note[],
  notes: readonly It[],
): readonly It[] {
  const changesTo = changesOf(sections, taken);
  const names = those.filter((it) => it.kind === 'name').map(({ key }) => key);
  const places = those
    .filter((it) => it.kind === 'phrase')
    .map(({ section, finding: { start, end } }) => {
      const changes = changesTo(section);
      return { section, start: moved(start, changes), end: moved(end, changes) };
    });
  return notes.filter((it) => {
    if (it.kind === 'name') return names.includes(it.key);
    const { start, end } = it.finding;
    return places.some((place) => place.section === it.section && start < place.end && place.start < end);
  });
}

type ChangesTo = (section: SectionName) => readonly Change[];

function changesOf(sections: Sections, taken: readonly Note[]): ChangesTo {
  const phrases = taken.filter((it) => it.kind === 'phrase');
  const rewordings: ChangesTo = (section) => rewordingsOf(section, phrases);
  const places = taken.flatMap((it) => (it.kind === 'name' ? it.places : []));
  if (places.length === 0) return rewordings;
  const next = changed(sections, rewordings);
  /* Who is "a colleague" and who "another" depends on who is left to be read about. */
  const roles = new Map(namesOf(next).flatMap((it) => it.places.map((at) => [whereOf(at), at.role])));
  return (section) => {
    const others = rewordings(section);
    const here = places.filter((it) => it.section === section && !isWithin(it, others));
    const roleFor = (it: NamePlace): string =>
      roles.get(whereOf({ ...it, start: moved(it.start, others) })) ?? it.role;
    return [...others, ...here.map((it) => ({ start: it.start, end: it.end, text: roleFor(it) }))];
  };
}

function changed(sections: Sections, changesTo: ChangesTo): Sections {
  const texts = sectionNames.map((name) => [name, replace(sections[name], changesTo(name))] as const);
  return { ...sections, ...Object.fromEntries(texts) };
}

function rewordingsOf(section: SectionName, phrases: readonly PhraseNote[]): readonly Change[] {
  return phrases.flatMap((it) =>
    it.section === section && it.finding.offer.kind === 'rewording' ? [it.finding.offer] : [],
  );
}

function isWithin(place: NamePlace, rewordings: readonly Change[]): boolean {
  return rewordings.some((it) => place.start < it.end && it.start < place.end);
}

/** Where something stands once everything before it is changed. */
function moved(at: number, changes: readonly Change[]): number {
  return changes
    .filter(({ end }) => end <= at)
    .reduce((sum, { start, end, text }) => sum + text.length - (end - start), at);
}

function whereOf({ section, start }: Pick<NamePlace, 'section' | 'start'>): string {
  return `${section} ${start}`;
}

/** A phrase and the rest of its sentence. */
export interface PhraseInSentence {
  readonly before: string;
  readonly phrase: string;
  readonly after: string;
}

/** How much is shown on each side of a phrase, in UTF-16 units. */
const mostBeside = 160;

/** The sentence in which something stands, cut where it is long. */
export function inItsSentence(text: string, start: number, end: number): PhraseInSentence {
  const before = text.slice(0, start).split(sentenceEnd).at(-1) ?? '';
  const [after = '', mark = ''] = text.slice(end).split(/([.!?…]+(?=\s|$)|\n)/u, 2);
  return {
    before: lastOf(before.trimStart()),
    phrase: text.slice(start, end),
    after: firstOf(`${after}${mark.trim()}`),
  };
}

/** Near enough for showing; what the lens takes for a sentence is its own affair. */
const sentenceEnd = /(?<=[.!?…])\s|\n/u;

/** Half a character at the cut is left out. */
function lastOf(text: string): string {
  return text.length <= mostBeside ? text : `…${text.slice(-mostBeside).replace(/^[\uDC00-\uDFFF]/, '')}`;
}

function firstOf(text: string): string {
  return text.length <= mostBeside ? text : `${text.slice(0, mostBeside).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
