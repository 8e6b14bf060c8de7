import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';

import { describe, expect, it } from 'vitest';

import { lens } from '../../src/core/lens/lens.ts';

const source = resolve(import.meta.dirname, '../../src');
const literal = /'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\.)*`/gu;

/** What stands in quotation marks in a file and has a space in it, with a name for whatever is filled in. */
function sentencesIn(path: string): string[] {
  return (readFileSync(path, 'utf8').match(literal) ?? [])
    .map((it) => it.slice(1, -1).replaceAll(/\\(.)/gu, '$1'))
    .filter((it) => it.includes(' '))
    .map((it) => it.replaceAll(/#\$\{[^{}]*\}/gu, '#12').replaceAll(/\$\{[^{}]*\}/gu, 'Raj'));
}

const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter(
  (path) => path.endsWith('.ts') && !path.startsWith('core/lens'),
);

describe('what the bot says itself', () => {
  it('has no finding', () => {
    const said = files.flatMap((path) => sentencesIn(`${source}/${path}`));
    expect(said.length).toBeGreaterThan(500);
    expect(said.filter((text) => lens(text, 'en').length > 0)).toEqual([]);
  });
});
