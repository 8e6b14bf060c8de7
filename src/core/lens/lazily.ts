/** A set that is made when it is first asked for: until a text is read, long lists of words are no more than their text. */
export function lazily(make: () => Iterable<string>): ReadonlySet<string> {
  let made: ReadonlySet<string> | undefined;
  const all = (): ReadonlySet<string> => (made ??= new Set(make()));
  return {
    has: (word) => all().has(word),
    get size() {
      return all().size;
    },
    forEach: (use) => all().forEach(use),
    entries: () => all().entries(),
    keys: () => all().keys(),
    values: () => all().values(),
    [Symbol.iterator]: () => all()[Symbol.iterator](),
  };
}
