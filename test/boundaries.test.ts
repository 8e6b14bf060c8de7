import { globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';

import { describe, expect, it } from 'vitest';

interface Import {
  readonly from: string;
  /** A file below `src`, or a package. */
  readonly to: string;
  readonly kind: 'value' | 'type' | 'run-time';
}

const files = globSync('**/*.{ts,tsx}', { cwd: 'src' }).toSorted();
const sources = new Map(files.map((file) => [file, readFileSync(join('src', file), 'utf8')]));
const imports = [...sources].flatMap(([file, source]) => importsOf(file, source));

function importsOf(from: string, source: string): Import[] {
  const resolved = (to: string): string => (to.startsWith('.') ? normalize(join(dirname(from), to)) : to);
  const written = [
    ...source.matchAll(/^(?:import|export)\s+(type\s+)?(?:[\w*{][^;'=(]*?\s+from\s+)?'([^']+)'/gm),
  ];
  const called = [...source.matchAll(/\bimport\(\s*'([^']+)'\s*\)/g)];
  return [
    ...written.map(([, type, to = '']): Import => ({
      from,
      to: resolved(to),
      kind: type === undefined ? 'value' : 'type',
    })),
    ...called.map(([, to = '']): Import => ({ from, to: resolved(to), kind: 'run-time' })),
  ];
}

const isOurs = ({ to }: Import): boolean => sources.has(to);
const within =
  (...folders: readonly string[]) =>
  (file: string) =>
    folders.some((folder) => file.startsWith(`${folder}/`));
const featureOf = (file: string): string | null => /^features\/([^/]+)\//.exec(file)?.[1] ?? null;
const said = ({ from, to }: Import): string => `${from} imports ${to}`;

/** The imports of some files that are not among the allowed. */
function strays(of: (file: string) => boolean, isAllowed: (it: Import) => boolean): string[] {
  return imports.filter((it) => of(it.from) && !isAllowed(it)).map(said);
}

it('every import is understood: each relative one leads to a file', () => {
  const lost = imports.filter((it) => !isOurs(it) && /^[./]|\.tsx?$/.test(it.to));
  expect(lost.map(said)).toEqual([]);
  const statements = [...sources.values()].join('\n').match(/^import\b/gm) ?? [];
  const read = imports.filter(({ kind }) => kind !== 'run-time');
  expect(read.length).toBeGreaterThanOrEqual(statements.length);
});

describe('features use core and platform; platform uses core; core uses nothing', () => {
  it('core imports core, and Temporal', () => {
    expect(strays(within('core'), ({ to }) => within('core')(to) || to === 'temporal-polyfill')).toEqual([]);
  });

  it('platform imports core, platform and packages; of the rest only the log, and types of the configuration', () => {
    const isAllowed = (it: Import): boolean =>
      !isOurs(it) ||
      within('core', 'platform')(it.to) ||
      it.to === 'log.ts' ||
      (it.to === 'config.ts' && it.kind === 'type');
    expect(strays(within('platform'), isAllowed)).toEqual([]);
  });

  it('what keeps things knows nothing of Slack', () => {
    const isOfPostgres = within('platform/postgres');
    expect(
      strays(isOfPostgres, ({ to }) => !within('platform/slack')(to) && !to.startsWith('@slack/')),
    ).toEqual([]);
  });

  it('features import core, platform, and what features share, but never another feature', () => {
    const isAllowed = (it: Import): boolean =>
      !isOurs(it) ||
      within('core', 'platform')(it.to) ||
      it.from === 'features/index.ts' ||
      (within('features')(it.to) && [null, featureOf(it.from)].includes(featureOf(it.to)));
    expect(strays(within('features'), isAllowed)).toEqual([]);
  });

  it('what features share imports no feature', () => {
    const isShared = (file: string): boolean =>
      within('features')(file) && featureOf(file) === null && file !== 'features/index.ts';
    expect(strays(isShared, ({ to }) => featureOf(to) === null)).toEqual([]);
  });

  it('no feature imports the list of features', () => {
    expect(strays(within('features', 'core', 'platform'), ({ to }) => to !== 'features/index.ts')).toEqual(
      [],
    );
  });
});

describe('the playground is a room of its own', () => {
  it('it imports nothing of the product', () => {
    /* The demo is an entry of its own: it starts the bot beside the Slack. */
    const isAllowed = (it: Import): boolean =>
      !isOurs(it) || within('playground')(it.to) || it.from === 'playground/demo.ts';
    expect(strays(within('playground'), isAllowed)).toEqual([]);
  });

  it('its Slack knows nothing of those who play with it', () => {
    const isAllowed = (it: Import): boolean => !isOurs(it) || within('playground/double')(it.to);
    expect(strays(within('playground/double'), isAllowed)).toEqual([]);
  });

  it('the product imports it at run time only, as it is left out of the production image', () => {
    const isProduct = (file: string): boolean => !within('playground')(file);
    const isAllowed = (it: Import): boolean => it.kind === 'run-time' || !within('playground')(it.to);
    expect(strays(isProduct, isAllowed)).toEqual([]);
  });
});

it('the environment has one reader', () => {
  const readers = [...sources].filter(([, source]) => source.includes('process.env')).map(([file]) => file);
  expect(readers).toEqual(['config.ts']);
});

it('each feature’s folder is listed', () => {
  const folders = new Set(files.map(featureOf).filter((it) => it !== null));
  const used = imports.filter(({ from }) => from === 'features/index.ts');
  const listed = new Set(used.map(({ to }) => featureOf(to)).filter((it) => it !== null));
  expect([...folders].filter((it) => !listed.has(it))).toEqual([]);
});

it('the rules ask no clock, no chance and no environment', () => {
  const asking = [...sources]
    .filter(([file]) => within('core')(file))
    .filter(([, source]) =>
      /\bTemporal\.Now\b|\bDate\b|\bMath\.random\b|\bprocess\s*[.[]|\bfetch\(/.test(source),
    );
  expect(asking.map(([file]) => file)).toEqual([]);
});
