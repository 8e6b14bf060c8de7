import { assert, oneof, property, string, stringMatching } from 'fast-check';
import { expect, test } from 'vitest';

import { typedWords } from '../../src/features/typed-words.ts';

const text = (words: string) => ({ type: 'text', text: words });
const emoji = (name: string) => ({ type: 'emoji', name });

test.each([
  ['no emoji', 'The form is slow', [text('The form is slow')]],
  ['one in a sentence', 'Slow :snail: again', [text('Slow '), emoji('snail'), text(' again')]],
  ['two side by side', ':snail::+1:', [emoji('snail'), emoji('+1')]],
  ['a skin tone', ':wave::skin-tone-3:', [emoji('wave::skin-tone-3')]],
  ['a name of the workspace’s own', ':our_logo-2:', [emoji('our_logo-2')]],
  ['times and ports', 'At 10:30:45 on :8080: and a:b:c', [text('At 10:30:45 on :8080: and a:b:c')]],
  ['lonely colons', 'Note: this: that :', [text('Note: this: that :')]],
])('%s', (_, typed, parts) => {
  expect(typedWords(typed)).toEqual(parts);
});

test('whatever is typed is there, in its order, and never in no part at all', () => {
  const back = (parts: readonly object[]): string =>
    parts
      .map((part) => ('name' in part ? `:${String(part.name)}:` : 'text' in part ? String(part.text) : ''))
      .join('');
  const typed = oneof(string({ minLength: 1 }), stringMatching(/^[:a1 +-]+$/));
  assert(property(typed, (it) => back(typedWords(it)) === it));
});

test('of very many the names are shown', () => {
  expect(typedWords(':a:'.repeat(101))).toEqual([text(':a:'.repeat(101))]);
});
