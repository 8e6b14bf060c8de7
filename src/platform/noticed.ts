import type { Finding } from '../core/lens/finding.ts';
import { lens } from '../core/lens/lens.ts';
import { noteKey } from './keys.ts';
import type { KeyRing } from './keys.ts';

/** A phrase that the lens noticed in a flag. */
export interface Noticed {
  readonly finding: Finding;
  readonly phrase: string;
  /**
   * The same for the same rule and words wherever they stand in one flag: all that is kept of an answer. It takes the key,
   * so that whoever guesses what was edited away can't tell by it whether they guessed right.
   */
  readonly mark: string;
}

/** What the lens notices in a flag; or what it has noticed in these words already. */
export function noticedIn(
  keys: KeyRing,
  workspace: string,
  { number, text }: { readonly number: number; readonly text: string },
  findings: readonly Finding[] = lens(text, 'en'),
): readonly Noticed[] {
  return findings.map((finding) => {
    const phrase = text.slice(finding.start, finding.end);
    const name = `flag ${finding.rule} ${phrase.toLowerCase()}`;
    return { finding, phrase, mark: noteKey(keys, [workspace, String(number), name]) };
  });
}
