/**
 * How many characters a text has: one for each code point, whatever its script. An emoji counts as one and not as the
 * two units of a JavaScript string; what is put together of several, such as a skin tone or a family, counts as several.
 */
export function charactersIn(text: string): number {
  return Array.from(text).length;
}

/** Cut to at most `most` characters, with an ellipsis. */
export function cutTo(text: string, most: number): string {
  const all = Array.from(text);
  return all.length <= most ? text : `${all.slice(0, Math.max(0, most - 1)).join('')}…`;
}
