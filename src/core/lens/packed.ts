/** Lists of small numbers, one after the other in one: the list `i` is `of[from[i]]` up to `of[from[i + 1]]`. */
export interface Packed {
  readonly from: Uint32Array;
  readonly of: Uint16Array;
}

export function packed(lists: readonly (readonly number[])[]): Packed {
  const from = new Uint32Array(lists.length + 1);
  lists.forEach((list, i) => {
    from[i + 1] = (from[i] ?? 0) + list.length;
  });
  return { from, of: Uint16Array.from(lists.flat()) };
}
