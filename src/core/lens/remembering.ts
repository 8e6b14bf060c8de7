/** So many words are in use at a time; beyond it they are looked at afresh, so that no text fills the memory. */
const atMost = 10_000;

/** The same, looked up where it was asked before. */
export function remembering<T>(find: (word: string) => T): (word: string) => T {
  const known = new Map<string, T>();
  return (word) => {
    const there = known.get(word);
    if (there !== undefined) return there;
    const found = find(word);
    if (known.size >= atMost) known.clear();
    known.set(word, found);
    return found;
  };
}
