import { charactersIn } from '../core/characters.ts';

/** What stands in a form's fields, and how many characters each may hold. */
type Texts = Readonly<Record<string, readonly [text: string | null, most: number]>>;

/**
 * What is too long, by field; `null` where everything fits. Slack's own form counts too, but nobody says how, and a
 * request need not come from it.
 */
export function tooLongIn(texts: Texts): { readonly errors: Readonly<Record<string, string>> } | null {
  const errors = Object.entries(texts).flatMap(([field, [text, most]]) => {
    const length = charactersIn(text ?? '');
    return length > most ? [[field, sentence(most, length)] as const] : [];
  });
  return errors.length === 0 ? null : { errors: Object.fromEntries(errors) };
}

function sentence(most: number, length: number): string {
  return `This takes ${most.toLocaleString('en')} characters; there are ${length.toLocaleString('en')}. Please shorten it.`;
}
