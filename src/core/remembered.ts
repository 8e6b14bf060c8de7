/**
 * As `work`, and what it came to is kept, by its name, as long as there is room for `most`: what falls due at one moment
 * in many workspaces asks the same of a calendar, again and again. Only for what is the same whenever it is asked.
 */
export function remembered<Asked, Answer extends object | string | number>(
  most: number,
  nameOf: (asked: Asked) => string,
  work: (asked: Asked) => Answer,
): (asked: Asked) => Answer {
  const kept = new Map<string, Answer>();
  return (asked) => {
    const name = nameOf(asked);
    const known = kept.get(name);
    if (known !== undefined) return known;
    const answer = work(asked);
    if (kept.size >= most) kept.clear();
    kept.set(name, answer);
    return answer;
  };
}
