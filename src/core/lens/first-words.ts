import type { WordLists } from './pattern.ts';

/** Whether two sets of words have one in common. */
export function hasAny(some: ReadonlySet<string>, others: ReadonlySet<string>): boolean {
  const [few, many] = some.size < others.size ? [some, others] : [others, some];
  for (const word of few) if (many.has(word)) return true;
  return false;
}

const knownFirsts = new WeakMap<WordLists, Map<string, ReadonlySet<string> | null>>();

/** The words that this part may begin with; `null`: any. */
export function firstWords(part: string, lists: WordLists): ReadonlySet<string> | null {
  const made = knownFirsts.get(lists) ?? new Map<string, ReadonlySet<string> | null>();
  knownFirsts.set(lists, made);
  const known = made.get(part);
  if (known !== undefined) return known;
  const words = newFirstWords(part, lists);
  made.set(part, words);
  return words;
}

function newFirstWords(part: string, lists: WordLists): ReadonlySet<string> | null {
  const words = part.split('|').flatMap((way) => {
    const list = /^<(.+)>$/u.exec(way)?.[1];
    if (list === undefined) return /^\p{L}|^'s|^[?:,]$/u.test(way) ? [way] : [''];
    return list in lists ? [...(lists[list] ?? [])] : [''];
  });
  return words.includes('')
    ? null
    : new Set(words.map((it) => (it.includes('_') ? it.slice(0, it.indexOf('_')) : it)));
}

/** What the next word may be, after any fillers or right after it; `null`: any. */
export function nextWords(
  parts: readonly string[],
  lists: WordLists,
  isRight = false,
): ReadonlySet<string> | null {
  const words = new Set<string>();
  for (const part of parts) {
    if (part === '[' || part === ']' || (part === fillers && !isRight) || part.startsWith('!')) continue;
    const [, body = part, times] = /^(.+?)([?*])$/u.exec(part) ?? [];
    const firsts = /^[.^$/]/u.test(body) ? null : firstWords(body, lists);
    if (firsts === null) return null;
    for (const word of firsts) words.add(word);
    if (times === undefined) return words;
  }
  return null;
}

/** What changes nothing between who and what. */
export const fillers = '<soft>*';
