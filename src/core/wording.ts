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
  const phrases = taken.filter((it) => it.kind === 'phrase');
  const next = changed(sections, (section) => rewordingsOf(section, phrases));
  const names = taken.filter((it) => it.kind === 'name');
  if (names.length === 0) return next;
  /* Who is "a colleague" and who "another" depends on who is left to be read about. */
  const roles = new Map(namesOf(next).flatMap(({ places }) => places.map((it) => [whereOf(it), it.role])));
  return changed(next, (section) => {
    const rewordings = rewordingsOf(section, phrases);
    return names
      .flatMap(({ places }) => places.filter((it) => it.section === section))
      .flatMap((it) => moved(it, rewordings))
      .map((it) => ({ start: it.start, end: it.end, text: roles.get(whereOf(it)) ?? it.role }));
  });
}

function changed(sections: Sections, changesTo: (section: SectionName) => readonly Change[]): Sections {
  const texts = sectionNames.map((name) => [name, replace(sections[name], changesTo(name))] as const);
  return { ...sections, ...Object.fromEntries(texts) };
}

function rewordingsOf(section: SectionName, phrases: readonly PhraseNote[]): readonly Change[] {
  return phrases.flatMap((it) =>
    it.section === section && it.finding.offer.kind === 'rewording' ? [it.finding.offer] : [],
  );
}

/** Where a name stands after these rewordings; nowhere, if it stood in one. */
function moved(place: NamePlace, rewordings: readonly Change[]): NamePlace[] {
  if (rewordings.some((it) => place.start < it.end && it.start < place.end)) return [];
  const by = rewordings
    .filter((it) => it.end <= place.start)
    .reduce((sum, { start, end, text }) => sum + text.length - (end - start), 0);
  return [{ ...place, start: place.start + by, end: place.end + by }];
}

function whereOf({ section, start }: NamePlace): string {
  return `${section} ${start}`;
}

/** A phrase and the rest of its sentence. */
export interface Marked {
  readonly before: string;
  readonly phrase: string;
  readonly after: string;
}

/** How much is shown on each side of a phrase, in UTF-16 units. */
const mostBeside = 160;

/** The sentence in which something stands, cut where it is long. */
export function inItsSentence(text: string, start: number, end: number): Marked {
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
