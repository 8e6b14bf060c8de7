import { readdirSync, readFileSync } from 'node:fs';

export type Span = readonly [start: number, end: number];

interface Labelled {
  readonly label: 'blameful' | 'ok';
  readonly spans: readonly Span[];
  readonly category: string;
}

interface Sentence extends Labelled {
  readonly start: number;
  readonly end: number;
}

/** A line of a labelled set: one sentence, or a document with several. Offsets are JavaScript string indices. */
export type Item = { readonly id: string; readonly text: string } & (
  | Labelled
  | { readonly sentences: readonly Sentence[] }
);

/** What is counted: a sentence, and whatever was predicted inside it. */
export interface Unit extends Labelled {
  readonly id: string;
  readonly text: string;
  readonly predicted: readonly Span[];
}

export function itemsIn(path: string): Item[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as Item);
}

/** The project's own sets: those that the rules were written with, and those held back from that. */
export function ownSets(): { readonly seen: readonly Item[]; readonly held: readonly Item[] } {
  const folder = import.meta.dirname;
  const files = readdirSync(folder).filter((name) => name.endsWith('.jsonl'));
  const all = (isHeld: boolean): Item[] =>
    files
      .filter((name) => name.startsWith('held-') === isHeld)
      .flatMap((name) => itemsIn(`${folder}/${name}`));
  return { seen: all(false), held: all(true) };
}

export function unitsOf(items: readonly Item[], predict: (text: string) => readonly Span[]): Unit[] {
  return items.flatMap((item) => {
    const { id, text } = item;
    const all = predict(text);
    if (!('sentences' in item)) return [{ ...item, predicted: all }];
    return item.sentences.map(({ start, end, ...labelled }, i) => ({
      ...labelled,
      id: `${id}#${i + 1}`,
      text: text.slice(start, end),
      predicted: all.filter((span) => span[0] < end && span[1] > start),
    }));
  });
}
